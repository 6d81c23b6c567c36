//! What list screening leaves open about a payment. It rejects nothing: whoever goes on
//! says why.

use super::Case;
use crate::actions::list_screening::standings;
use crate::domain::Moment;
use crate::domain::award::SCREENING_DAYS;
use crate::domain::list_screening::Freshness;
use crate::policy::Reach;
use crate::store::{Reader, StoreError, list_screening};

/// What a reason is asked for before a payment is approved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PayConcern {
    /// Hits on lists that count for the programme, open or confirmed.
    pub unsettled: i64,
    /// The names were not screened within [`SCREENING_DAYS`] days with what is in force
    /// now, or a list that counts is not loaded, or none counts.
    pub due: bool,
    /// What was found is kept from the reader, who is still to score: then a reason is
    /// asked for whatever it is, and nothing of it told.
    pub kept: bool,
}

/// What is to be said about a payment of an award, if anything.
pub fn pay_concern(
    reader: &mut Reader,
    reach: Reach,
    case: &Case,
    now: Moment,
) -> Result<Option<PayConcern>, StoreError> {
    if list_screening::kept_from(reader, reach)?.contains(&case.owner.id) {
        return Ok(Some(PayConcern {
            unsettled: 0,
            due: false,
            kept: true,
        }));
    }
    let lists = list_screening::setting(reader)?.in_force(&[case.programme.id].into());
    let present = list_screening::present(reader)?;
    let missing = lists.is_empty() || lists.keys().any(|list| !present.contains_key(list));
    let lists: Vec<String> = lists.into_keys().collect();
    let owner = case.owner.id;
    let standing = standings(reader, &[owner])?.remove(&owner);
    let oldest = now.plus_days(-SCREENING_DAYS);
    let fresh = standing.is_some_and(|one| {
        let recent = one.last.is_some_and(|run| run.ran_at >= oldest);
        one.freshness == Freshness::Current && recent
    });
    let due = missing || !fresh;
    let unsettled = list_screening::unsettled(reader, owner, &lists)?;
    Ok((due || unsettled > 0).then_some(PayConcern {
        unsettled,
        due,
        kept: false,
    }))
}
