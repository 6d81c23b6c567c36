//! Applications as their decisions are worked on.

use std::collections::BTreeSet;

use super::Refusal;
use crate::domain::decision::Decision;
use crate::domain::round::Round;
use crate::domain::{ApplicationId, DecisionId, Moment, OrganisationId};
use crate::policy::decision::Matter;
use crate::policy::{Actor, Reach};
use crate::store::application::{self, ApplicationRow};
use crate::store::legal_status::{self, Behind};
use crate::store::{Reader, StoreError, Tx, decision, hold, round};

/// One application as its decision is worked on.
#[derive(Debug, Clone)]
pub struct Case {
    pub application: ApplicationRow,
    pub round: Round,
    pub matter: Matter,
    /// What the papers of the organisation and its sponsor come to.
    pub behind: Behind,
    /// Every decision so far in order, dropped ones included.
    pub history: Vec<Decision>,
}

/// Reads the case of an application within reach, as its papers hold at an instant.
pub fn case(
    reader: &mut Reader,
    reach: Reach,
    id: ApplicationId,
    now: Moment,
) -> Result<Option<Case>, StoreError> {
    let Some(application) = application::find(reader, reach, id)? else {
        return Ok(None);
    };
    let Some(round) = round::by_id(reader, application.round_id)? else {
        return Ok(None);
    };
    let mut found = cases_of(reader, reach, (&round, vec![application]), now)?;
    Ok(found.pop())
}

/// The cases of these applications of a round, all within reach, in their order. As many
/// queries for any number.
fn cases_of(
    reader: &mut Reader,
    reach: Reach,
    (round, rows): (&Round, Vec<ApplicationRow>),
    now: Moment,
) -> Result<Vec<Case>, StoreError> {
    let ids: Vec<ApplicationId> = rows.iter().map(|row| row.id).collect();
    let about = rows.iter().map(|row| (row.id, row.organisation_id));
    let about: Vec<(ApplicationId, OrganisationId)> = about.collect();
    let mut histories = decision::histories(reader, reach, &ids)?;
    let today = now.day(&round.time_zone);
    let behind = legal_status::behind(reader, &about, round.programme_id, today)?;
    let stopped = hold::stopped(reader, &ids)?;
    let case = |application: ApplicationRow| {
        let behind = *behind.get(&application.id)?;
        let history = histories.remove(&application.id).unwrap_or_default();
        let kept = history.iter().rev().find(|one| one.dropped.is_none());
        let matter = Matter {
            application: application.id,
            status: application.status,
            sign_off: round.sign_off,
            legal_verified: behind.backing.is_verified(),
            stopped: stopped.contains(&application.id),
            current: kept.cloned(),
            decisions: history.last().map_or(0, |last| last.number),
        };
        Some(Case {
            application,
            round: round.clone(),
            matter,
            behind,
            history,
        })
    };
    Ok(rows.into_iter().filter_map(case).collect())
}

/// The cases of these decisions of a round, each once and in their order. Not found where
/// one of them is of another round, or out of reach.
pub(super) fn cases(
    tx: &mut Tx,
    actor: &Actor,
    slug: &str,
    ids: &[DecisionId],
) -> Result<Vec<(DecisionId, Case)>, Refusal> {
    let (reach, now) = (Reach::staff(actor), tx.now());
    let round = round::by_slug(tx, slug)?.ok_or(Refusal::NotFound)?;
    let of = decision::applications_of(tx, ids)?;
    let about: Vec<ApplicationId> = of.values().copied().collect();
    let mut rows = application::find_many(tx, reach, &about)?;
    rows.retain(|row| row.round_id == round.id);
    let found = cases_of(tx, reach, (&round, rows), now)?;
    let mut seen = BTreeSet::new();
    let each = ids.iter().filter(|id| seen.insert(**id));
    let each = each.map(|id| {
        let application = *of.get(id).ok_or(Refusal::NotFound)?;
        let mut cases = found.iter();
        let case = cases.find(|case| case.application.id == application);
        Ok((*id, case.cloned().ok_or(Refusal::NotFound)?))
    });
    each.collect()
}
