//! What would be left if the machine were lost, or its data altered.

use super::around::Told;
use crate::config::Config;

/// What the settings leave open of that.
pub(super) fn settings(config: &Config) -> [Told; 4] {
    [
        (
            config.keys_lie_with_data(),
            "the master key lies in the data folder: whoever takes that folder, or a copy of it, \
             opens what is sealed; move the file elsewhere and name it in master_key_file, or \
             set master_key_command",
        ),
        (
            config.backup_folder.is_empty(),
            "backup_folder is not set: the program writes no backup; set it to a folder on \
             another disk, or let something run `evenhand backup` each day",
        ),
        (
            !config.backup_folder.is_empty() && config.backup_to.is_empty(),
            "backup_to is not set: what lies in clear in the database lies in clear in each \
             backup; make a pair of keys with age-keygen and set it to the public one",
        ),
        (
            config.audit_head_to.is_empty(),
            "audit_head_to is not set: the heads of the audit log lie beside it alone, where \
             whoever alters it finds them; set it to the address of somebody outside",
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said where the master key lies elsewhere.
    fn told(folder: &str, to: &str, head: &str) -> Vec<&'static str> {
        let config = Config {
            master_key_file: "/mnt/keys/master.key".to_owned(),
            backup_folder: folder.to_owned(),
            backup_to: to.to_owned(),
            audit_head_to: head.to_owned(),
            ..Config::default()
        };
        words(&config)
    }

    fn words(config: &Config) -> Vec<&'static str> {
        let told = settings(config).into_iter().filter(|(is_so, _)| *is_so);
        told.map(|(_, words)| words).collect()
    }

    #[test]
    fn a_key_beside_what_it_opens_is_told() {
        let told = words(&Config::default());
        let first = told.first().expect("advice");
        assert!(first.starts_with("the master key lies in the data folder: "));
    }

    #[test]
    fn copies_that_nobody_makes_or_anybody_reads_are_told() {
        let (folder, to, head) = ("/mnt/backups", "age1", "watch@elsewhere.example");
        assert_eq!(told(folder, to, head), [""; 0]);
        let open = [
            (told(folder, "", head), vec!["backup_to is not set: "]),
            (
                told("", "", ""),
                vec!["backup_folder is not set: ", "audit_head_to is not set: "],
            ),
        ];
        for (told, begin) in open {
            assert_eq!(told.len(), begin.len(), "{told:?}");
            for (words, begins) in told.iter().zip(begin) {
                assert!(words.starts_with(begins), "{words}");
                assert!(!words.contains("  "), "one line of words: {words}");
            }
        }
    }
}
