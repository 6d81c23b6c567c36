//! Bringing a database to the schema of this binary, and telling where it stands.

mod postgres;

use diesel::migration::{Migration, MigrationSource};
use diesel::prelude::*;
use diesel::sql_types::Text;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::conflict::StoreError;
use super::connection::{AnyConnection, Database, MultiBackend, Reader};
use super::dialect;
use super::whole::is_unfinished;

const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations");

/// Where a database stands against this binary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MigrationState {
    Current,
    /// This many migrations have not run yet.
    Behind(usize),
    /// It was migrated by a newer release, which ran this version.
    Newer(String),
    /// It is being filled from another database.
    Unfinished,
}

fn known() -> Result<Vec<String>, StoreError> {
    let migrations = MigrationSource::<diesel::sqlite::Sqlite>::migrations(&MIGRATIONS)
        .map_err(|e| StoreError::Damaged(e.to_string()))?;
    Ok(migrations
        .iter()
        .map(|m| m.name().version().to_string())
        .collect())
}

/// The last migration of this binary.
pub fn schema_version() -> Result<String, StoreError> {
    Ok(known()?.into_iter().max().unwrap_or_default())
}

/// What a migration, or a look at them, failed of: a database that is away is told from one
/// that is damaged.
fn named(problem: Box<dyn std::error::Error + Send + Sync>) -> StoreError {
    match problem.downcast::<diesel::result::Error>() {
        Ok(error) => (*error).into(),
        Err(other) => StoreError::Damaged(other.to_string()),
    }
}

fn applied(connection: &mut AnyConnection) -> Result<Vec<String>, StoreError> {
    let applied = match connection {
        AnyConnection::Postgres(c) => c.applied_migrations(),
        AnyConnection::Sqlite(c) => c.applied_migrations(),
    };
    let applied = applied.map_err(named)?;
    Ok(applied.iter().map(ToString::to_string).collect())
}

fn state(connection: &mut AnyConnection) -> Result<MigrationState, StoreError> {
    let applied = applied(connection)?;
    compared(connection, &applied)
}

/// The migration that made `organisation_keys`: from it on there is every column that names
/// a master key, but those of letters and of `sealed_words`.
const KEYS: &str = "20261130000204";
/// The migration from which on there are these too.
const LATER_KEYS: &str = "20261130000301";

/// Whether a database was migrated as far as to tell with which master keys something in it
/// is sealed.
pub fn names_keys(database: &Database) -> Result<bool, StoreError> {
    has_run(database, KEYS)
}

/// The same of letters and of `sealed_words`, which former releases kept in clear.
pub fn names_later_keys(database: &Database) -> Result<bool, StoreError> {
    has_run(database, LATER_KEYS)
}

fn has_run(database: &Database, migration: &str) -> Result<bool, StoreError> {
    let applied = database.raw(applied)?;
    Ok(applied.iter().any(|version| version == migration))
}

/// Where a database with these migrations stands.
fn compared(
    connection: &mut AnyConnection,
    applied: &[String],
) -> Result<MigrationState, StoreError> {
    let known = known()?;
    if let Some(newer) = applied.iter().find(|version| !known.contains(version)) {
        return Ok(MigrationState::Newer(newer.clone()));
    }
    if is_unfinished(connection)? {
        return Ok(MigrationState::Unfinished);
    }
    match known.len() - applied.len() {
        0 => Ok(MigrationState::Current),
        behind => Ok(MigrationState::Behind(behind)),
    }
}

#[derive(QueryableByName)]
#[diesel(check_for_backend(MultiBackend))]
struct Applied {
    #[diesel(sql_type = Text)]
    version: String,
}

/// Where a database that was migrated before stands, without waiting for who writes.
pub fn standing(reader: &mut Reader) -> Result<MigrationState, StoreError> {
    let words = "SELECT version FROM __diesel_schema_migrations";
    let rows: Vec<Applied> = diesel::sql_query(words).load(reader.connection())?;
    let applied: Vec<String> = rows.into_iter().map(|row| row.version).collect();
    compared(reader.connection(), &applied)
}

/// Where the database stands.
pub fn migration_state(database: &Database) -> Result<MigrationState, StoreError> {
    // Of two processes that both begin the table of migrations one fails, once.
    database.raw(state).or_else(|_| database.raw(state))
}

/// Runs what is missing and answers how many migrations ran. A database of a
/// newer release is left untouched.
pub fn migrate(database: &Database) -> Result<usize, StoreError> {
    database.raw(|connection| {
        dialect::begin_migrating(connection)?;
        let ran = run_missing(connection);
        dialect::end_migrating(connection)?;
        ran
    })
}

fn run_missing(connection: &mut AnyConnection) -> Result<usize, StoreError> {
    if let MigrationState::Newer(version) = state(connection)? {
        return Err(StoreError::Damaged(format!(
            "made by a newer release ({version})"
        )));
    }
    match connection {
        AnyConnection::Postgres(c) => postgres::run_missing(c),
        AnyConnection::Sqlite(c) => {
            let ran = c.run_pending_migrations(MIGRATIONS).map(|ran| ran.len());
            ran.map_err(named)
        }
    }
}
