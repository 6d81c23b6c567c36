//! What stands beside applications on the board, however many of them a page shows.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::list_screening::Tally;
use crate::domain::moment::Day;
use crate::domain::{ApplicationId, OrganisationId, ProgrammeId};
use crate::policy::Reach;
use crate::store::{Reader, StoreError, conflict_record, hold, legal_status, list_screening};

/// What is to be known beside some applications before deciding on them.
#[derive(Debug, Default)]
pub struct Marks {
    /// Papers are verified, or a sponsor's.
    pub verified: BTreeSet<ApplicationId>,
    /// A hold of the organisation stops an award.
    pub stopped: BTreeSet<ApplicationId>,
    /// People with a conflict.
    pub conflicts: BTreeMap<ApplicationId, i64>,
    /// Hits on watch lists, by organisation.
    pub hits: BTreeMap<OrganisationId, Tally>,
}

/// Reads the marks of these applications, which are within the caller's reach.
pub fn marks(
    reader: &mut Reader,
    reach: Reach,
    programme: ProgrammeId,
    asked: &[(ApplicationId, OrganisationId)],
    today: Day,
) -> Result<Marks, StoreError> {
    let ids: Vec<ApplicationId> = asked.iter().map(|(id, _)| *id).collect();
    let owners: Vec<OrganisationId> = asked.iter().map(|(_, owner)| *owner).collect();
    let kept = list_screening::kept_from(reader, reach)?;
    let mut hits = list_screening::tallies(reader, &owners)?;
    hits.retain(|owner, _| !kept.contains(owner));
    Ok(Marks {
        verified: legal_status::verified(reader, asked, programme, today)?,
        stopped: hold::stopped(reader, &ids)?,
        conflicts: conflict_record::counts(reader, &ids)?,
        hits,
    })
}
