//! From whom hits are kept: whoever scores judges without them.

use std::collections::BTreeSet;

use diesel::prelude::*;

use crate::domain::OrganisationId;
use crate::policy::Reach;
use crate::store::conflict::StoreError;
use crate::store::connection::Reader;
use crate::store::review::to_judge;
use crate::store::schema::applications;

/// The organisations of which somebody of the staff is still to judge an application as a
/// reviewer; none for people who don't review beside.
pub fn kept_from(
    reader: &mut Reader,
    reach: Reach,
) -> Result<BTreeSet<OrganisationId>, StoreError> {
    let Some((me, now)) = reach.judge() else {
        return Ok(BTreeSet::new());
    };
    let found: Vec<OrganisationId> = to_judge(me, now)
        .select(applications::organisation_id)
        .load(reader.connection())?;
    Ok(found.into_iter().collect())
}
