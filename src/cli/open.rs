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
        MigrationState::Unfinished => Err(unfinished()),
    }
}

/// Refuses a database that this release may not bring to its schema.
pub fn may_migrate(database: &Database) -> Result<(), Failure> {
    match migration_state(database)? {
        MigrationState::Current | MigrationState::Behind(_) => Ok(()),
        MigrationState::Newer(version) => Err(newer(&version)),
        MigrationState::Unfinished => Err(unfinished()),
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
    let replica = config.replica().map_err(Failure::Usage)?;
    let database = Database::open(&url, config.database_connections)
        .map(|database| database.with_vault(vault))
        .map_err(|e| Failure::Usage(format!("{e}; check --database or DATABASE_URL")))?;
    let (readers, lag) = (
        config.database_connections,
        config.database_read_lag_seconds,
    );
    Ok(match replica {
        None => database,
        Some(url) => database.with_replica(&url, readers, lag),
    })
}

fn unfinished() -> Failure {
    Failure::Usage(
        "a move into this database has not come to its end: run evenhand move again".to_owned(),
    )
}

/// The refusal of a database that a newer release has migrated.
fn newer(version: &str) -> Failure {
    Failure::Usage(format!(
        "the database was made by a newer release ({version}): run that release instead"
    ))
}
