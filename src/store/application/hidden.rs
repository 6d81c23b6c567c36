//! Applications that somebody of the inside is kept away from: few, so that lists of
//! other things can leave them out by their ids.

use diesel::dsl::{exists, select};
use diesel::prelude::*;

use super::conflicted;
use crate::domain::{AccountId, ApplicationId, RoundId};
use crate::store::conflict::StoreError;
use crate::store::connection::Reader;
use crate::store::member::own_organisations;
use crate::store::schema::applications;
use crate::store::sponsorship::sponsored_by;

/// Those of a round: in conflict, of an organisation of their own, or sponsored by one.
pub fn hidden(
    reader: &mut Reader,
    me: AccountId,
    round: RoundId,
) -> Result<Vec<ApplicationId>, StoreError> {
    Ok(applications::table
        .filter(applications::round_id.eq(round))
        .filter(
            applications::id
                .eq_any(conflicted(me))
                .or(applications::organisation_id.eq_any(own_organisations(me)))
                .or(applications::id.eq_any(sponsored_by(me))),
        )
        .select(applications::id)
        .load(reader.connection())?)
}

/// Whether somebody is kept away from something, of any round: most of the staff are in no
/// conflict and belong to no applicant, and all of those reach the same.
pub fn is_kept_away(reader: &mut Reader, me: AccountId) -> Result<bool, StoreError> {
    // Who sponsors belongs to the sponsor.
    let anything = exists(conflicted(me)).or(exists(own_organisations(me)));
    Ok(select(anything).get_result(reader.connection())?)
}
