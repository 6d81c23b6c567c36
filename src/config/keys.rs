//! Settings of the master keys: where they lie, and what brings one back.

use std::path::{Path, PathBuf};

use super::Config;
use crate::store::vault::{MasterKeys, Vault};

impl Config {
    /// Where the master keys lie, unless they come from a variable or a program.
    pub fn key_file(&self) -> PathBuf {
        match self.master_key_file.as_str() {
            "" => self.data.join("master.key"),
            file => PathBuf::from(file),
        }
    }

    /// Whether the master keys lie in the data folder, so that whoever takes it, or copies
    /// it, takes along what opens it.
    pub fn keys_lie_with_data(&self) -> bool {
        let in_file = self.master_key.0.is_empty() && self.master_key_command.trim().is_empty();
        in_file && real(&self.key_file()).starts_with(real(&self.data))
    }

    /// The master keys that are there; closed while there are none. The error is one
    /// sentence.
    pub fn vault(&self) -> Result<Vault, String> {
        match (self.master_key.0.as_str(), self.master_key_command.trim()) {
            ("", "") => Vault::of_file(&self.key_file()),
            ("", command) => Vault::of_command(command),
            (keys, "") => MasterKeys::parse(keys)
                .map(Vault::of_keys)
                .map_err(|problem| format!("configuration: master_key: {problem}")),
            _ => Err(
                "configuration: both master_key and master_key_command are set: leave one"
                    .to_owned(),
            ),
        }
    }

    /// What to do so that a master key is found that is not there; part of a sentence.
    pub fn put_back(&self) -> String {
        match (self.master_key.0.as_str(), self.master_key_command.trim()) {
            ("", "") => {
                let file = self.key_file();
                format!("put the file that holds it back to {}", file.display())
            }
            ("", _) => "let the program of master_key_command print it too".to_owned(),
            _ => "put it into EVENHAND_MASTER_KEY (master_key) and start again".to_owned(),
        }
    }
}

/// A path without links, as far as it is there.
fn real(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let known = whole.ancestors().find_map(|there| {
        let rest = whole.strip_prefix(there).ok()?;
        Some(there.canonicalize().ok()?.join(rest))
    });
    known.unwrap_or(whole)
}

#[cfg(test)]
mod tests {
    use super::super::Secret;
    use super::*;

    #[test]
    fn keys_in_the_data_folder_are_told_from_those_elsewhere() {
        let (data, apart) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let of_file = |file: &Path| Config {
            data: data.path().to_owned(),
            master_key_file: file.display().to_string(),
            ..Config::default()
        };
        let (unset, moved) = (of_file(Path::new("")), apart.path().join("master.key"));
        assert!(unset.keys_lie_with_data());
        assert!(of_file(&data.path().join("keys/own")).keys_lie_with_data());
        assert!(!of_file(&moved).keys_lie_with_data());
        let printed = Config {
            master_key_command: "/usr/bin/print-key".to_owned(),
            ..unset.clone()
        };
        let said = Config {
            master_key: Secret("a key".to_owned()),
            ..unset
        };
        assert!(!printed.keys_lie_with_data() && !said.keys_lie_with_data());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_hides_neither_keys_nor_data() {
        let (data, apart) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let way = apart.path().join("data");
        std::os::unix::fs::symlink(data.path(), &way).unwrap();
        for (folder, keys) in [(data.path(), &*way), (&*way, data.path())] {
            let config = Config {
                data: folder.to_owned(),
                master_key_file: keys.join("master.key").display().to_string(),
                ..Config::default()
            };
            assert!(config.keys_lie_with_data(), "{}", keys.display());
        }
    }
}
