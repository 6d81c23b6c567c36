//! Opening an installation's database for a command.

use super::Failure;
use crate::actions::seal::missing_keys;
use crate::config::Config;
use crate::store::vault::Vault;
use crate::store::{Database, DatabaseUrl, MigrationState, StoreError, migration_state};

/// Opens the database; its schema must be this release's. It seals nothing while a master key
/// is missing.
pub fn current(config: &Config) -> Result<Database, Failure> {
    let database = any(config)?;
    match migration_state(&database)? {
        MigrationState::Current => {
            // Nothing is sealed with another key in the place of the right one.
            database.vault().wait_for(missing_keys(&database)?);
            Ok(database)
        }
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
    let place = Place::of(config)?;
    let database = Database::open(&place.url, config.database_connections);
    Ok(place.furnished(config, database.map_err(|e| unreachable(&e))?))
}

/// The same for serving it: a PostgreSQL that is away may come, and everybody is refused
/// until then. Why it can't be reached comes with it.
pub fn awaited(config: &Config) -> Result<(Database, Option<String>), Failure> {
    let place = Place::of(config)?;
    let connections = config.database_connections;
    let (database, away) = match Database::open(&place.url, connections) {
        Ok(database) => (database, None),
        Err(problem) if may_come(&place.url, &problem) => (
            Database::awaited(&place.url, connections),
            Some(problem.to_string()),
        ),
        Err(problem) => return Err(unreachable(&problem)),
    };
    Ok((place.furnished(config, database), away))
}

/// What PostgreSQL and its library say about mistakes of who configures.
const MISTAKES: [&str; 4] = [
    "password authentication failed",
    "does not exist",
    "no pg_hba.conf entry",
    "invalid ",
];

/// Whether waiting may help.
fn may_come(url: &DatabaseUrl, problem: &StoreError) -> bool {
    let StoreError::Unreachable(words) = problem else {
        return false;
    };
    matches!(url, DatabaseUrl::Postgres(_)) && !MISTAKES.iter().any(|one| words.contains(one))
}

fn unreachable(problem: &StoreError) -> Failure {
    Failure::Usage(format!("{problem}; check --database or DATABASE_URL"))
}

/// What the settings say of a database, read before anything is opened or made.
struct Place {
    url: DatabaseUrl,
    vault: Vault,
    replica: Option<DatabaseUrl>,
}

impl Place {
    /// Makes the folder of a file when it is absent.
    fn of(config: &Config) -> Result<Self, Failure> {
        let url = config.database().map_err(Failure::Usage)?;
        let vault = config.vault().map_err(Failure::Usage)?;
        let replica = config.replica().map_err(Failure::Usage)?;
        if let DatabaseUrl::Sqlite(path) = &url {
            let folder = std::path::Path::new(path).parent();
            if let Some(folder) = folder.filter(|folder| !folder.as_os_str().is_empty()) {
                std::fs::create_dir_all(folder)
                    .map_err(|e| Failure::Usage(format!("{}: {e}", folder.display())))?;
            }
        }
        Ok(Self {
            url,
            vault,
            replica,
        })
    }

    /// The database with the master keys and the replica.
    fn furnished(self, config: &Config, database: Database) -> Database {
        let database = database.with_vault(self.vault);
        let (readers, lag) = (
            config.database_connections,
            config.database_read_lag_seconds,
        );
        match self.replica {
            None => database,
            Some(url) => database.with_replica(&url, readers, lag),
        }
    }
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
