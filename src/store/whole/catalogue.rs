//! Which tables there are, as the database itself says.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use diesel::sql_types::{Bool, Integer, Text};

use super::{LEFT_OUT, filling};
use crate::store::conflict::StoreError;
use crate::store::connection::{AnyConnection, Reader};

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub name: String,
    /// By name: the order in which they were added differs between databases.
    pub columns: Vec<Column>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    pub kind: Kind,
    pub nullable: bool,
    /// Its place in the key, from 1 on; 0 outside of it.
    pub key: i32,
}

/// What a column holds: the four types that migrations may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    /// 64 bits.
    Big,
    /// 32 bits.
    Whole,
    Truth,
}

impl Kind {
    /// The word of the migrations.
    pub fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Big => "bigint",
            Self::Whole => "integer",
            Self::Truth => "boolean",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        let all = [Self::Text, Self::Big, Self::Whole, Self::Truth];
        let code = code.to_lowercase();
        all.into_iter().find(|kind| kind.code() == code)
    }
}

const SQLITE_COLUMNS: &str = "SELECT t.name AS holder, c.name AS name, c.type AS kind, \
    c.\"notnull\" = 0 AS nullable, c.pk AS place \
    FROM sqlite_schema t, pragma_table_info(t.name) c \
    WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'";
const SQLITE_LINKS: &str = "SELECT t.name AS holder, f.\"table\" AS target \
    FROM sqlite_schema t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table'";
const POSTGRES_COLUMNS: &str = "SELECT c.table_name::text AS holder, \
    c.column_name::text AS name, c.data_type::text AS kind, \
    c.is_nullable = 'YES' AS nullable, coalesce((SELECT k.ordinal_position::integer \
        FROM information_schema.table_constraints t \
        JOIN information_schema.key_column_usage k \
            ON k.constraint_schema = t.constraint_schema \
            AND k.constraint_name = t.constraint_name AND k.table_name = t.table_name \
        WHERE t.constraint_type = 'PRIMARY KEY' AND t.table_schema = c.table_schema \
            AND t.table_name = c.table_name AND k.column_name = c.column_name), 0) AS place \
    FROM information_schema.columns c WHERE c.table_schema = 'public'";
const POSTGRES_LINKS: &str = "SELECT conrelid::regclass::text AS holder, \
    confrelid::regclass::text AS target FROM pg_constraint WHERE contype = 'f'";

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
    #[diesel(sql_type = Integer)]
    place: i32,
}

#[derive(QueryableByName)]
struct Refers {
    #[diesel(sql_type = Text)]
    holder: String,
    #[diesel(sql_type = Text)]
    target: String,
}

/// Every table but those that are left out, each behind those that it refers to.
pub fn tables(reader: &mut Reader) -> Result<Vec<Table>, StoreError> {
    let (found, links): (Vec<Found>, Vec<Refers>) = match reader.connection() {
        AnyConnection::Sqlite(connection) => (
            diesel::sql_query(SQLITE_COLUMNS).load(connection)?,
            diesel::sql_query(SQLITE_LINKS).load(connection)?,
        ),
        AnyConnection::Postgres(connection) => (
            diesel::sql_query(POSTGRES_COLUMNS).load(connection)?,
            diesel::sql_query(POSTGRES_LINKS).load(connection)?,
        ),
    };
    let mut columns: BTreeMap<String, Vec<Column>> = BTreeMap::new();
    for one in found {
        if LEFT_OUT.contains(&one.holder.as_str()) || one.holder == filling::TABLE {
            continue;
        }
        let unknown = || StoreError::Damaged(format!("{} is of no known type", one.name));
        let column = Column {
            kind: Kind::from_code(&one.kind).ok_or_else(unknown)?,
            name: one.name,
            nullable: one.nullable,
            key: one.place,
        };
        columns.entry(one.holder).or_default().push(column);
    }
    let links = links.into_iter().map(|one| (one.holder, one.target));
    let order = in_order(columns.keys(), &links.collect())?;
    let table = |name: String| {
        let mut columns = columns.remove(&name).unwrap_or_default();
        columns.sort_by(|left, right| left.name.cmp(&right.name));
        Table { name, columns }
    };
    Ok(order.into_iter().map(table).collect())
}

/// Names so that each stands behind those that it refers to; by name where that leaves
/// a choice, so that both databases give the same order.
fn in_order<'a>(
    names: impl Iterator<Item = &'a String>,
    links: &BTreeSet<(String, String)>,
) -> Result<Vec<String>, StoreError> {
    let mut waiting: Vec<&String> = names.collect();
    let mut done: Vec<String> = Vec::new();
    while !waiting.is_empty() {
        let ready = |name: &&String| {
            let mut own = links.iter().filter(|(holder, _)| holder == *name);
            own.all(|(holder, target)| {
                holder == target || done.contains(target) || LEFT_OUT.contains(&target.as_str())
            })
        };
        let (now, later): (Vec<&String>, Vec<&String>) = waiting.into_iter().partition(ready);
        if now.is_empty() {
            return Err(StoreError::Damaged("tables refer in a circle".to_owned()));
        }
        done.extend(now.into_iter().cloned());
        waiting = later;
    }
    Ok(done)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn linked(pairs: &[(&str, &str)]) -> BTreeSet<(String, String)> {
        let owned = |(one, other): &(&str, &str)| ((*one).to_owned(), (*other).to_owned());
        pairs.iter().map(owned).collect()
    }

    #[test]
    fn a_table_stands_behind_what_it_refers_to() {
        let names = ["a", "b", "c", "d"].map(str::to_owned);
        let links = linked(&[("a", "c"), ("c", "d"), ("b", "b")]);
        let order = in_order(names.iter(), &links).unwrap();
        assert_eq!(order, ["b", "d", "c", "a"]);
        let circle = linked(&[("a", "b"), ("b", "a")]);
        assert!(in_order(names[..2].iter(), &circle).is_err());
    }
}
