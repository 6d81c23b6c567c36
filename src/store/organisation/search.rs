//! Organisations that have a text in one of their names. One gram of the text leads to those
//! that may have it, and what stands in their columns decides. Those that have no grams yet
//! are read one by one, and so are all for a text of which no gram can be made.

use std::collections::BTreeSet;

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::grams::WITHOUT;
use crate::domain::OrganisationId;
use crate::domain::grams::spread;
use crate::store::conflict::StoreError;
use crate::store::connection::{MultiBackend, Reader};
use crate::store::schema::{organisation_grams, organisations};

/// Some organisations, with more to be asked of them.
pub(super) type Query = organisations::BoxedQuery<'static, MultiBackend>;

/// In which order organisations are found.
#[derive(Debug, Clone, Copy)]
pub(super) enum Walk {
    /// Behind this one, if there is one.
    Earliest(Option<OrganisationId>),
    /// The same.
    Latest(Option<OrganisationId>),
}

impl Walk {
    /// The same walk, behind another one.
    fn behind(self, last: Option<OrganisationId>) -> Self {
        match self {
            Self::Earliest(_) => Self::Earliest(last),
            Self::Latest(_) => Self::Latest(last),
        }
    }
}

/// Organisations that have a gram which are looked through first; then ever more.
const FIRST_SOME: i64 = 128;

/// Organisations that are counted of each gram, to find the rarest.
const COUNTED: i64 = 500;

/// Organisations that one statement looks through for a text of which no gram can be made.
const LOOKED_THROUGH: i64 = 10_000;

/// At most so many of those that a query gives which have a text in one of their names.
pub(super) fn named_like(
    reader: &mut Reader,
    among: impl Fn() -> Query,
    (text, walk): (&str, Walk),
    limit: i64,
) -> Result<Vec<OrganisationId>, StoreError> {
    let among = || among().filter(has(text));
    let some = spread(text);
    if some.is_empty() {
        return of_short(reader, among, walk, limit);
    }
    // Apart: with an “or” between them PostgreSQL would read every organisation.
    let unfilled = walked(among().filter(sql::<Bool>(WITHOUT)), walk);
    let mut found: BTreeSet<OrganisationId> = load(reader, unfilled, limit)?.into_iter().collect();
    if let Some(gram) = rarest(reader, some)? {
        found.extend(by_gram(reader, (&among, gram), walk, limit)?);
    }
    let most = usize::try_from(limit).unwrap_or_default();
    Ok(match walk {
        Walk::Earliest(_) => found.into_iter().take(most).collect(),
        Walk::Latest(_) => found.into_iter().rev().take(most).collect(),
    })
}

/// At most so many of those that a query gives, in order.
pub(super) fn load(
    reader: &mut Reader,
    query: Query,
    limit: i64,
) -> Result<Vec<OrganisationId>, StoreError> {
    Ok(query
        .limit(limit)
        .select(organisations::id)
        .load(reader.connection())?)
}

/// Those that a query gives, in order.
pub(super) fn walked(query: Query, walk: Walk) -> Query {
    match walk {
        Walk::Earliest(None) => query.order(organisations::id.asc()),
        Walk::Earliest(Some(after)) => query
            .filter(organisations::id.gt(after))
            .order(organisations::id.asc()),
        Walk::Latest(None) => query.order(organisations::id.desc()),
        Walk::Latest(Some(before)) => query
            .filter(organisations::id.lt(before))
            .order(organisations::id.desc()),
    }
}

/// The gram that the fewest organisations have, as far as they are counted; `None` where
/// nobody has one of them.
fn rarest(reader: &mut Reader, some: Vec<String>) -> Result<Option<String>, StoreError> {
    let mut rarest: Option<(usize, String)> = None;
    for gram in some {
        let have: Vec<OrganisationId> = organisation_grams::table
            .filter(organisation_grams::gram.eq(&gram))
            .limit(COUNTED)
            .select(organisation_grams::organisation_id)
            .load(reader.connection())?;
        if have.is_empty() {
            return Ok(None);
        }
        if rarest.as_ref().is_none_or(|(least, _)| have.len() < *least) {
            rarest = Some((have.len(), gram));
        }
    }
    Ok(rarest.map(|(_, gram)| gram))
}

/// Those of a query that have a gram, looked for among some of these after the others. In
/// two statements: of one PostgreSQL thinks that to read every name is less work.
fn by_gram(
    reader: &mut Reader,
    (among, gram): (impl Fn() -> Query, String),
    mut walk: Walk,
    limit: i64,
) -> Result<Vec<OrganisationId>, StoreError> {
    let most = usize::try_from(limit).unwrap_or_default();
    let (mut found, mut some) = (Vec::new(), FIRST_SOME.max(limit));
    loop {
        let have = with_gram(reader, &gram, walk, some)?;
        let last = have.last().copied();
        let all = i64::try_from(have.len()).is_ok_and(|number| number < some);
        let query = among().filter(organisations::id.eq_any(have));
        found.extend(load(reader, walked(query, walk), limit)?);
        if all || found.len() >= most {
            found.truncate(most);
            return Ok(found);
        }
        walk = walk.behind(last);
        some = (some * 2).min(LOOKED_THROUGH);
    }
}

/// Some organisations that have a gram, in order; the index of grams has them so.
fn with_gram(
    reader: &mut Reader,
    gram: &str,
    walk: Walk,
    some: i64,
) -> Result<Vec<OrganisationId>, StoreError> {
    let id = organisation_grams::organisation_id;
    let all = organisation_grams::table
        .filter(organisation_grams::gram.eq(gram.to_owned()))
        .limit(some)
        .select(id)
        .into_boxed::<MultiBackend>();
    let walked = match walk {
        Walk::Earliest(None) => all.order(id.asc()),
        Walk::Earliest(Some(after)) => all.filter(id.gt(after)).order(id.asc()),
        Walk::Latest(None) => all.order(id.desc()),
        Walk::Latest(Some(before)) => all.filter(id.lt(before)).order(id.desc()),
    };
    Ok(walked.load(reader.connection())?)
}

/// Those of a query, looked for among some after the others until there are enough or all
/// were looked through: nobody is left out, and no statement takes long.
fn of_short(
    reader: &mut Reader,
    among: impl Fn() -> Query,
    mut walk: Walk,
    limit: i64,
) -> Result<Vec<OrganisationId>, StoreError> {
    let most = usize::try_from(limit).unwrap_or_default();
    let mut found = Vec::new();
    loop {
        let all = organisations::table.into_boxed::<MultiBackend>();
        let last: Option<OrganisationId> = walked(all, walk)
            .offset(LOOKED_THROUGH - 1)
            .select(organisations::id)
            .first(reader.connection())
            .optional()?;
        let query = match (last, walk) {
            (None, _) => among(),
            (Some(last), Walk::Earliest(_)) => among().filter(organisations::id.le(last)),
            (Some(last), Walk::Latest(_)) => among().filter(organisations::id.ge(last)),
        };
        found.extend(load(reader, walked(query, walk), limit)?);
        if last.is_none() || found.len() >= most {
            found.truncate(most);
            return Ok(found);
        }
        walk = walk.behind(last);
    }
}

diesel::define_sql_function! { fn lower(text: diesel::sql_types::Text) -> Text; }

/// Has a text in one of its names, or, when it is confidential, in its code name; small
/// and capital letters are the same.
type NamedLike =
    Box<dyn diesel::BoxableExpression<organisations::table, MultiBackend, SqlType = Bool>>;

fn has(text: &str) -> NamedLike {
    let plain = text.to_lowercase().replace('\\', "\\\\");
    let plain = plain.replace('%', "\\%").replace('_', "\\_");
    let pattern = format!("%{plain}%");
    let names = lower(organisations::name_latin)
        .like(pattern.clone())
        .escape('\\')
        .or(organisations::name_arabic
            .like(pattern.clone())
            .escape('\\'))
        .or(organisations::name_hebrew
            .like(pattern.clone())
            .escape('\\'));
    let code_name = lower(organisations::code_name).like(pattern).escape('\\');
    Box::new(
        organisations::code_name
            .eq("")
            .and(names)
            .or(organisations::code_name.ne("").and(code_name)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::organisation::Organisation;
    use crate::domain::{AccountId, Language};
    use crate::store::account::{self, AccountRow};
    use crate::store::connection::{Database, Tx, mint};
    use crate::store::organisation::insert_unowned;
    use crate::store::trial::{database, stamp};

    /// Whoever describes them.
    fn somebody(tx: &mut Tx) -> Result<AccountId, StoreError> {
        let row = AccountRow {
            id: mint(),
            email: "ada@example.org".to_owned(),
            name: "Ada".to_owned(),
            password_hash: None,
            language: Language::English,
            time_zone: "UTC".to_owned(),
            created_at: tx.now(),
            confirmed_at: None,
            disabled_at: None,
        };
        account::insert(tx, &row)?;
        Ok(row.id)
    }

    fn named(name: &str) -> Organisation {
        Organisation {
            id: mint(),
            name_latin: name.to_owned(),
            name_arabic: String::new(),
            name_hebrew: String::new(),
            base: "west_bank".to_owned(),
            community: "palestinian".to_owned(),
            legal_form: "ps_association".to_owned(),
            website: String::new(),
            registrations: Vec::new(),
            code_name: None,
        }
    }

    fn rarest_of(database: &Database, runs: [&str; 3]) -> Option<String> {
        let runs = runs.map(str::to_owned).to_vec();
        database.read(|reader| rarest(reader, runs)).unwrap()
    }

    #[test]
    fn of_three_runs_the_one_that_the_fewest_have_leads_wherever_it_stands() {
        let (_folder, database) = database();
        let names = ["abc 1", "abc 2", "abc 3", "efg 1", "efg 2", "cde"];
        let make = |tx: &mut Tx| -> Result<(), StoreError> {
            let by = somebody(tx)?;
            names
                .iter()
                .try_for_each(|name| insert_unowned(tx, &named(name), by))
        };
        database.write(stamp(), make).unwrap();
        for runs in [
            ["cde", "abc", "efg"],
            ["abc", "cde", "efg"],
            ["efg", "abc", "cde"],
        ] {
            assert_eq!(
                rarest_of(&database, runs).as_deref(),
                Some("cde"),
                "{runs:?}"
            );
        }
        // Of runs that as many have the first one leads.
        let equal = ["abc", "efg", "fg "];
        assert_eq!(rarest_of(&database, equal).as_deref(), Some("efg"));
        // What nobody has leads to nobody.
        let unknown = ["abc", "xyz", "cde"];
        assert_eq!(rarest_of(&database, unknown), None);
    }
}
