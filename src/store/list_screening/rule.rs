//! Which lists count for which funding jurisdiction of a programme. Rows are only added.

use std::collections::BTreeSet;

use diesel::prelude::*;

use crate::domain::list_screening::{Jurisdiction, Rule, Setting, Sources};
use crate::domain::{Moment, ProgrammeId, RoundId};
use crate::policy::list_screening::MaySetLists;
use crate::store::conflict::StoreError;
use crate::store::connection::{Reader, Tx, mint};
use crate::store::schema::{accounts, list_rules, money_sources};

/// A line of the setting's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleRow {
    pub rule: Rule,
    /// Name of who set it.
    pub set_by: String,
}

type Columns = (ProgrammeId, Jurisdiction, String, bool, i32, String, Moment);

macro_rules! columns {
    () => {
        (
            list_rules::programme_id,
            list_rules::jurisdiction,
            list_rules::list,
            list_rules::counts,
            list_rules::threshold,
            list_rules::note,
            list_rules::set_at,
        )
    };
}

fn rule((programme, jurisdiction, list, counts, threshold, note, set_at): Columns) -> Rule {
    Rule {
        programme,
        jurisdiction,
        list,
        counts,
        threshold,
        note,
        set_at,
    }
}

/// Every rule of every programme in the order of their making; few.
pub fn rules(reader: &mut Reader) -> Result<Vec<Rule>, StoreError> {
    let rows: Vec<Columns> = list_rules::table
        .order(list_rules::id)
        .select(columns!())
        .load(reader.connection())?;
    Ok(rows.into_iter().map(rule).collect())
}

/// Which lists count for all programmes.
pub fn setting(reader: &mut Reader) -> Result<Setting, StoreError> {
    let rows: Vec<(ProgrammeId, Jurisdiction)> = money_sources::table
        .select((money_sources::programme_id, money_sources::jurisdiction))
        .load(reader.connection())?;
    let mut sources = Sources::new();
    for (programme, jurisdiction) in rows {
        sources.entry(programme).or_default().insert(jurisdiction);
    }
    Ok(Setting::new(rules(reader)?, sources))
}

/// Where the money of a programme comes from; none where it has not said.
pub fn sources(
    reader: &mut Reader,
    programme: ProgrammeId,
) -> Result<BTreeSet<Jurisdiction>, StoreError> {
    let found: Vec<Jurisdiction> = money_sources::table
        .filter(money_sources::programme_id.eq(programme))
        .select(money_sources::jurisdiction)
        .load(reader.connection())?;
    Ok(found.into_iter().collect())
}

/// Says where the money of the capability's programme comes from.
pub fn set_sources(
    tx: &mut Tx,
    may: &MaySetLists,
    sources: &BTreeSet<Jurisdiction>,
) -> Result<(), StoreError> {
    let own = money_sources::table.filter(money_sources::programme_id.eq(may.programme()));
    diesel::delete(own).execute(tx.connection())?;
    for jurisdiction in sources {
        diesel::insert_into(money_sources::table)
            .values((
                money_sources::programme_id.eq(may.programme()),
                money_sources::jurisdiction.eq(*jurisdiction),
            ))
            .execute(tx.connection())?;
    }
    Ok(())
}

/// Every rule of a programme that was ever set, latest first.
pub fn history(reader: &mut Reader, programme: ProgrammeId) -> Result<Vec<RuleRow>, StoreError> {
    let rows: Vec<(Columns, String)> = list_rules::table
        .inner_join(accounts::table)
        .filter(list_rules::programme_id.eq(programme))
        .order(list_rules::id.desc())
        .select((columns!(), accounts::name))
        .load(reader.connection())?;
    let row = |(columns, set_by)| RuleRow {
        rule: rule(columns),
        set_by,
    };
    Ok(rows.into_iter().map(row).collect())
}

/// Adds a rule to the capability's programme.
pub fn add_rule(tx: &mut Tx, may: &MaySetLists, rule: &Rule) -> Result<(), StoreError> {
    // Any id type serves to mint: nothing refers to a rule.
    let (id, now): (RoundId, _) = (mint(), tx.now());
    diesel::insert_into(list_rules::table)
        .values((
            list_rules::id.eq(id),
            list_rules::programme_id.eq(may.programme()),
            list_rules::jurisdiction.eq(rule.jurisdiction),
            list_rules::list.eq(&rule.list),
            list_rules::counts.eq(rule.counts),
            list_rules::threshold.eq(rule.threshold),
            list_rules::note.eq(&rule.note),
            list_rules::set_at.eq(now),
            list_rules::set_by.eq(may.by()),
        ))
        .execute(tx.connection())?;
    Ok(())
}
