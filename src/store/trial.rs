//! For the unit tests of the store and the actions: a fresh, migrated SQLite
//! file that goes away with its folder.

use tempfile::TempDir;

use super::{Database, DatabaseUrl, Stamp, migrate};
use crate::domain::Moment;

/// The database and the folder that keeps it alive.
pub fn database() -> (TempDir, Database) {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::open(&DatabaseUrl::in_folder(folder.path()), 1).unwrap();
    migrate(&database).unwrap();
    (folder, database)
}

/// The system itself, at some instant.
pub fn stamp() -> Stamp {
    Stamp {
        now: Moment::from_micros(1_790_000_000_000_000),
        actor: None,
        request: "trial".to_owned(),
    }
}
