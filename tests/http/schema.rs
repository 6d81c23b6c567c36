//! `src/store/schema.rs` is kept in step with the migrations by hand. Here it is
//! held against a database that they made: every table, column, type, nullability.

use std::collections::BTreeSet;

use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};
use diesel::{PgConnection, SqliteConnection};
use evenhand::store::DatabaseUrl;

use crate::support::TestSite;

/// `accounts.name Text` or `accounts.disabled_at Nullable<BigInt>`.
type Columns = BTreeSet<String>;

fn column(table: &str, name: &str, kind: &str, nullable: bool) -> String {
    let kind = if nullable {
        format!("Nullable<{kind}>")
    } else {
        kind.to_owned()
    };
    format!("{table}.{name} {kind}")
}

/// What the file says.
fn declared() -> Columns {
    let mut columns = Columns::new();
    let mut table = String::new();
    for line in include_str!("../../src/store/schema.rs")
        .lines()
        .map(str::trim)
        .filter(|line| !line.contains('!'))
    {
        if let Some((name, kind)) = line.split_once(" -> ") {
            columns.insert(format!("{table}.{name} {}", kind.trim_end_matches(',')));
        } else if let Some((name, _)) = line.split_once(" (").filter(|_| line.ends_with('{')) {
            name.clone_into(&mut table);
        }
    }
    columns
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = Text)]
    holder: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Bool)]
    nullable: bool,
}

/// What the database has.
fn migrated(url: &DatabaseUrl) -> Columns {
    let found: Vec<Found> = match url {
        DatabaseUrl::Sqlite(path) => {
            let words = "SELECT t.name AS holder, c.name AS name, c.type AS kind, \
                 c.\"notnull\" = 0 AS nullable \
                 FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table'";
            let mut connection = SqliteConnection::establish(path).expect("the database opens");
            diesel::sql_query(words)
                .load(&mut connection)
                .expect("the schema is read")
        }
        DatabaseUrl::Postgres(url) => {
            let words = "SELECT table_name::text AS holder, column_name::text AS name, \
                 data_type::text AS kind, is_nullable = 'YES' AS nullable \
                 FROM information_schema.columns WHERE table_schema = 'public'";
            let mut connection = PgConnection::establish(url).expect("the database opens");
            diesel::sql_query(words)
                .load(&mut connection)
                .expect("the schema is read")
        }
    };
    let own = found
        .iter()
        .filter(|c| c.holder != "__diesel_schema_migrations");
    own.map(|c| column(&c.holder, &c.name, family(&c.kind), c.nullable))
        .collect()
}

/// The diesel type of the four that migrations may use.
fn family(kind: &str) -> &str {
    match kind.to_lowercase().as_str() {
        "text" => "Text",
        "bigint" => "BigInt",
        "integer" => "Integer",
        "boolean" => "Bool",
        _ => panic!("{kind} is not portable: see migrations/README.md"),
    }
}

#[test]
fn the_schema_is_what_the_migrations_make() {
    let site = TestSite::start();
    let (declared, migrated) = (declared(), migrated(site.url()));
    assert!(
        declared.contains("accounts.disabled_at Nullable<BigInt>"),
        "{declared:#?}"
    );
    let only = |one: &Columns, other: &Columns| one.difference(other).cloned().collect::<Vec<_>>();
    assert_eq!(only(&declared, &migrated), [""; 0], "in schema.rs only");
    assert_eq!(only(&migrated, &declared), [""; 0], "in the database only");
}
