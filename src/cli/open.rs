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

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::actions::people;
    use crate::cli::serve::{prepare, stamp};
    use crate::domain::account::{Email, Role};
    use crate::domain::second_factor::AppSecret;
    use crate::domain::{AccountId, Language};
    use crate::policy::account::MayManagePeople;
    use crate::store::second_factor;
    use crate::store::vault::VaultError;

    /// Seals something of somebody.
    fn sealed(database: &Database, account: AccountId) -> Result<(), StoreError> {
        let secret = AppSecret::new([7; 20]);
        database.write(stamp("tests"), |tx| {
            second_factor::keep(tx, account, (&secret, 0))
        })
    }

    #[test]
    fn a_command_seals_nothing_with_a_key_that_took_the_place_of_another() {
        let folder = tempfile::tempdir().unwrap();
        let config = Config {
            data: folder.path().to_owned(),
            ..Config::default()
        };
        let Ok(database) = prepare(&config) else {
            panic!("an empty folder is made ready");
        };
        let may = MayManagePeople::operator();
        let email = Email::parse("a@example.org").unwrap();
        let who = ("Ada Levi", &email);
        let place = (Language::English, "UTC");
        let account = database.write(stamp("tests"), |tx| {
            people::add_person(tx, &may, who, "", place, Role::Admin)
        });
        let account = account.unwrap();
        sealed(&database, account).unwrap();

        let aside = folder.path().join("aside.key");
        fs::rename(config.key_file(), &aside).unwrap();
        config.vault().unwrap().make_key().unwrap();
        let Ok(opened) = current(&config) else {
            panic!("it is read without the key");
        };
        let refused = sealed(&opened, account);
        assert!(matches!(
            refused,
            Err(StoreError::Sealed(VaultError::UnknownKey(_)))
        ));
        fs::rename(&aside, config.key_file()).unwrap();
        sealed(&opened, account).unwrap();
    }
}
