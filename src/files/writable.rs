//! Whether a folder takes files: one that does not is told at the start, and not first to
//! whoever uploads something.

use std::io::{self, Write};
use std::path::Path;

use super::bucket::Unready;

/// Writes a nameless file into a folder, or into that in which it would be made.
pub(super) fn check(folder: &Path) -> Result<(), Unready> {
    let there = folder.ancestors().find(|one| one.exists());
    let there = there.unwrap_or(Path::new("."));
    let written = tempfile::tempfile_in(there).and_then(|mut file| file.write_all(b"check"));
    written.map_err(|problem| unready(folder, &problem))
}

fn unready(folder: &Path, problem: &io::Error) -> Unready {
    let shown = folder.display();
    match problem.kind() {
        io::ErrorKind::PermissionDenied
        | io::ErrorKind::ReadOnlyFilesystem
        | io::ErrorKind::NotADirectory => Unready::Settings(format!(
            "no file can be written to {shown} ({problem}): name another folder in files, let the \
             program’s user write there, and under systemd name it in ReadWritePaths"
        )),
        _ => Unready::Away(format!("no file can be written to {shown} ({problem})")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_takes_no_files_is_told() {
        let data = tempfile::tempdir().unwrap();
        check(data.path()).unwrap();
        // It is made when something comes.
        check(&data.path().join("files/of/ours")).unwrap();
        assert_eq!(std::fs::read_dir(data.path()).unwrap().count(), 0);
        let file = data.path().join("file");
        std::fs::write(&file, "words").unwrap();
        for folder in [file.clone(), file.join("files")] {
            let Err(Unready::Settings(told)) = check(&folder) else {
                panic!("a file is no folder");
            };
            assert!(told.contains(&folder.display().to_string()), "{told}");
            assert!(told.contains("ReadWritePaths"), "{told}");
        }
    }

    #[test]
    fn what_may_pass_by_itself_ends_no_start() {
        let told = |kind: io::ErrorKind| unready(Path::new("files"), &kind.into());
        let closed = told(io::ErrorKind::ReadOnlyFilesystem);
        assert!(matches!(closed, Unready::Settings(_)));
        let full = told(io::ErrorKind::StorageFull);
        assert!(matches!(full, Unready::Away(_)));
    }
}
