//! Migrating a PostgreSQL that others serve meanwhile. What waits for a table holds up
//! everybody who comes after it, so a migration waits for a moment only, lets them pass, and
//! is tried again; indexes of tables that are full are built beside those who write.

use std::time::{Duration, Instant};

use diesel::migration::Migration;
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::sql_types::Text;
use diesel_migrations::MigrationHarness;

use super::{MIGRATIONS, named};
use crate::store::conflict::StoreError;
use crate::store::dialect;

/// Migrations of indexes alone, which are built while their tables are written to.
const BESIDE: [(&str, &str); 6] = [
    (
        "20261130000293",
        include_str!("../../../migrations/2026-11-30-000293_erasing/up.sql"),
    ),
    (
        "20261130000302",
        include_str!("../../../migrations/2026-11-30-000302_letters_found/up.sql"),
    ),
    (
        "20261130000360",
        include_str!("../../../migrations/2026-11-30-000360_granted_erasures/up.sql"),
    ),
    (
        "20261130000371",
        include_str!("../../../migrations/2026-11-30-000371_without_grams/up.sql"),
    ),
    (
        "20261130000380",
        include_str!("../../../migrations/2026-11-30-000380_reviews_sent/up.sql"),
    ),
    (
        "20261130000421",
        include_str!("../../../migrations/2026-11-30-000421_provider_sessions_found/up.sql"),
    ),
];

/// So long a migration is tried again: the longest that somebody may read one state of the
/// database and ask nothing.
const PATIENCE: Duration = Duration::from_secs(10 * 60);

/// What PostgreSQL says to who waited for a table in vain.
const HELD_UP: [&str; 2] = [
    "canceling statement due to lock timeout",
    "deadlock detected",
];

/// Runs what is missing and answers how many migrations ran.
pub(super) fn run_missing(connection: &mut PgConnection) -> Result<usize, StoreError> {
    let missing: Vec<Box<dyn Migration<Pg>>> =
        connection.pending_migrations(MIGRATIONS).map_err(named)?;
    for migration in &missing {
        run_patiently(connection, migration.as_ref())?;
    }
    Ok(missing.len())
}

fn run_patiently(
    connection: &mut PgConnection,
    migration: &dyn Migration<Pg>,
) -> Result<(), StoreError> {
    let began = Instant::now();
    loop {
        let Err(problem) = run(connection, migration) else {
            return Ok(());
        };
        let words = problem.to_string();
        if !HELD_UP.iter().any(|known| words.contains(known)) {
            return Err(problem);
        }
        if began.elapsed() > PATIENCE {
            return Err(StoreError::Unreachable(words));
        }
        let name = migration.name();
        tracing::info!(%name, words, "a migration waits for who uses its table");
        dialect::let_pass(connection)?;
    }
}

fn run(connection: &mut PgConnection, migration: &dyn Migration<Pg>) -> Result<(), StoreError> {
    let version = migration.name().version().to_string();
    let mut all = BESIDE.into_iter();
    let Some((_, words)) = all.find(|(known, _)| *known == version) else {
        let ran = connection.run_migration(migration);
        return ran.map(drop).map_err(named);
    };
    dialect::build_beside(connection, &beside(words))?;
    diesel::sql_query("INSERT INTO __diesel_schema_migrations (version) VALUES ($1)")
        .bind::<Text, _>(version)
        .execute(connection)?;
    Ok(())
}

/// The statements that build the indexes of a migration beside those who write. One that
/// broke off left an index that nobody uses and everybody writes: it goes first.
fn beside(words: &str) -> Vec<String> {
    let lines = words.lines().map(|line| line.split("--").next());
    let code: Vec<&str> = lines.map(Option::unwrap_or_default).collect();
    let code = code.join("\n");
    let indexes = code.split(';').filter_map(|one| {
        let index = one.trim().strip_prefix("CREATE INDEX ")?;
        Some((index.split_whitespace().next()?, index))
    });
    let statements = indexes.flat_map(|(name, index)| {
        [
            format!("DROP INDEX CONCURRENTLY IF EXISTS {name}"),
            format!("CREATE INDEX CONCURRENTLY {index}"),
        ]
    });
    statements.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_is_built_beside_those_who_write_and_what_broke_off_goes_first() {
        let words = "-- What it is for; and why.\nCREATE INDEX a_by_b ON a (b)\n    WHERE c;\n\
            CREATE INDEX d_by_e ON d (e); -- often\n";
        let statements = [
            "DROP INDEX CONCURRENTLY IF EXISTS a_by_b",
            "CREATE INDEX CONCURRENTLY a_by_b ON a (b)\n    WHERE c",
            "DROP INDEX CONCURRENTLY IF EXISTS d_by_e",
            "CREATE INDEX CONCURRENTLY d_by_e ON d (e)",
        ];
        assert_eq!(beside(words), statements);
    }

    #[test]
    fn nothing_of_what_is_built_beside_is_left_out() {
        let known = crate::store::migrate::known().unwrap();
        for (version, words) in BESIDE {
            assert!(known.contains(&version.to_owned()), "{version}");
            let all = words.matches("CREATE ").count();
            assert_eq!(beside(words).len(), 2 * all, "{version}");
        }
    }
}
