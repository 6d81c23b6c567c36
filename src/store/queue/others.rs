//! What others sent of applications in a queue.

use std::collections::BTreeMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use crate::domain::{AccountId, ApplicationId};
use crate::store::conflict::StoreError;
use crate::store::connection::Reader;
use crate::store::review::counts;
use crate::store::schema::reviews;

/// How many reviews of each application others sent that count, whatever they say.
pub(super) fn sent_by_others(
    reader: &mut Reader,
    me: AccountId,
    ids: &[ApplicationId],
) -> Result<BTreeMap<ApplicationId, i64>, StoreError> {
    let counted: Vec<(ApplicationId, i64)> = reviews::table
        .filter(reviews::application_id.eq_any(ids.to_vec()))
        .filter(reviews::reviewer_id.ne(me))
        .filter(counts())
        .group_by(reviews::application_id)
        .select((reviews::application_id, count_star()))
        .load(reader.connection())?;
    Ok(counted.into_iter().collect())
}
