//! Opening an installation's database for a command.

use super::Failure;
use crate::config::Config;
use crate::store::{Database, DatabaseUrl, MigrationState, migration_state};

/// Opens the database; its schema must be this release's.
pub fn current(config: &Config) -> Result<Database, Failure> {
    let database = any(config)?;
    match migration_state(&database)? {
        MigrationState::Current => Ok(database),
        MigrationState::Behind(_) => Err(Failure::Usage(
            "the database is older than this release: run evenhand migrate".to_owned(),
        )),
        MigrationState::Newer(version) => Err(newer(&version)),
    }
}

/// Opens the database whatever its schema, with the master keys that are there; a SQLite
/// file is made when absent.
pub fn any(config: &Config) -> Result<Database, Failure> {
    let url = config.database().map_err(Failure::Usage)?;
    let vault = config.vault().map_err(Failure::Usage)?;
    if let DatabaseUrl::Sqlite(path) = &url {
        let folder = std::path::Path::new(path).parent();
        if let Some(folder) = folder.filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder)
                .map_err(|e| Failure::Usage(format!("{}: {e}", folder.display())))?;
        }
    }
    Database::open(&url, config.database_connections)
        .map(|database| database.with_vault(vault))
        .map_err(|e| Failure::Usage(format!("{e}; check --database or DATABASE_URL")))
}

/// The refusal of a database that a newer release has migrated.
pub fn newer(version: &str) -> Failure {
    Failure::Usage(format!(
        "the database was made by a newer release ({version}): run that release instead"
    ))
}
