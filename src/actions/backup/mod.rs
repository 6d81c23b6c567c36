//! Backups: everything that is kept, in one file, while people go on; and an installation
//! made of one. For the operator, who holds the data itself: it asks for no reach and
//! leaves no event behind, so that what comes back is equal. The master key is in none.

mod check;
mod daily;
mod desk;
mod replace;
mod restore;
mod write;

use std::io;
use std::path::Path;

use crate::exchange::backup::NotOpened;
use crate::files::Expected;
use crate::store::StoreError;
use crate::store::sealed_files::Lying;

pub use check::{Checked, verify};
pub use daily::Daily;
pub use restore::{Place, restore};
pub use write::{Source, write};

/// How a backup is called while it is under way.
const UNDER_WAY: &str = ".evenhand-backup-";

/// Why nothing was written, read or put in place. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum NotDone {
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It was asked for in a way that can’t be followed: a sentence.
    #[error("{0}")]
    Unasked(String),
    /// What is wrong with a backup: a sentence.
    #[error("{0}")]
    Unfit(String),
    #[error("{}", in_words(.0))]
    Io(#[from] io::Error),
}

/// What an operator can act on.
fn in_words(problem: &io::Error) -> String {
    match problem.kind() {
        io::ErrorKind::UnexpectedEof => "it is cut off: its end is missing".to_owned(),
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput => {
            format!("it is damaged or cut off ({problem})")
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "no room is left on the disk".to_owned()
        }
        _ => problem.to_string(),
    }
}

impl From<NotOpened> for NotDone {
    fn from(problem: NotOpened) -> Self {
        match problem {
            NotOpened::Locked => Self::Unasked(
                "it is encrypted: name the file of the secret key with --identity".to_owned(),
            ),
            NotOpened::OtherKey => Self::Unasked(
                "no key of that file opens it: it was encrypted for another one".to_owned(),
            ),
            NotOpened::NoBackup => Self::Unfit("it is no backup of Evenhand".to_owned()),
            NotOpened::Io(problem) => Self::Io(problem),
        }
    }
}

/// What a row says of its file.
fn expected(row: Lying) -> Expected {
    Expected {
        key: row.key,
        size: row.size,
        sha256: row.sha256,
        content: row.content,
    }
}

/// The folder in which a file lies.
fn folder_of(file: &Path) -> &Path {
    let folder = file.parent().filter(|one| !one.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}
