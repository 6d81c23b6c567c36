//! What may be published of awards.

use std::collections::BTreeMap;

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::application::{ApplicationRow, reachable};
use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::dashboard::figures::{IN_FORCE, KEPT, LAST_AWARD};
use super::schema::{applications, decisions, publications};
use crate::domain::decision::Outcome;
use crate::domain::publication::Publication;
use crate::domain::{ApplicationId, RoundId};
use crate::policy::Reach;
use crate::policy::publication::MayPublish;

/// What was said of these applications' awards; one without an entry is withheld. The
/// applications are within reach.
pub fn of_applications(
    reader: &mut Reader,
    ids: &[ApplicationId],
) -> Result<BTreeMap<ApplicationId, Publication>, StoreError> {
    let rows: Vec<(ApplicationId, Publication)> = publications::table
        .filter(publications::application_id.eq_any(ids.to_vec()))
        .select((publications::application_id, publications::state))
        .load(reader.connection())?;
    Ok(rows.into_iter().collect())
}

/// Keeps what may be published of the capability's award.
pub fn set(tx: &mut Tx, may: &MayPublish, state: Publication) -> Result<(), StoreError> {
    let now = tx.now();
    let row = publications::table.find(may.application());
    let changed = diesel::update(row)
        .set((
            publications::state.eq(state),
            publications::set_by.eq(may.by()),
            publications::set_at.eq(now),
        ))
        .execute(tx.connection())?;
    if changed == 0 {
        diesel::insert_into(publications::table)
            .values((
                publications::application_id.eq(may.application()),
                publications::state.eq(state),
                publications::set_by.eq(may.by()),
                publications::set_at.eq(now),
            ))
            .execute(tx.connection())?;
    }
    Ok(())
}

/// A page of the applications of a round with an award that is in force, or of which
/// something was paid, with what may be published of it; the one that came last first,
/// after `before`.
pub fn awards(
    reader: &mut Reader,
    reach: Reach,
    round: RoundId,
    before: Option<ApplicationId>,
    limit: i64,
) -> Result<Vec<(ApplicationRow, Publication)>, StoreError> {
    let mut query = reachable(reach).filter(applications::round_id.eq(round));
    if let Some(id) = before {
        query = query.filter(applications::id.lt(id));
    }
    let rows: Vec<(ApplicationRow, Option<Publication>)> = query
        .inner_join(decisions::table)
        .left_join(publications::table)
        .filter(decisions::outcome.eq(Outcome::Award))
        .filter(decisions::released_at.is_not_null())
        .filter(decisions::dropped_at.is_null())
        .filter(sql::<Bool>(LAST_AWARD))
        .filter(sql::<Bool>(&format!("({IN_FORCE} OR {KEPT})")))
        .order(applications::id.desc())
        .limit(limit)
        .select((ApplicationRow::as_select(), publications::state.nullable()))
        .load(reader.connection())?;
    let said =
        |(row, state): (ApplicationRow, Option<Publication>)| (row, state.unwrap_or_default());
    Ok(rows.into_iter().map(said).collect())
}
