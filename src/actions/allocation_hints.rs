//! What speaks for a conflict of interest in the pairs of a plan. It bars nobody: it
//! stands beside the pair, so that an admin looks twice before the plan is applied.

use std::collections::BTreeSet;

use crate::domain::ApplicationId;
use crate::domain::conflict::Hint;
use crate::policy::{Actor, Reach};
use crate::store::plan::{Pair, Proposal};
use crate::store::{Reader, StoreError, application, conflict_hint};

/// Adds it to the reasons of the pairs.
pub(super) fn look_twice(
    reader: &mut Reader,
    actor: &Actor,
    proposal: &mut Proposal,
) -> Result<(), StoreError> {
    let pairs: BTreeSet<_> = proposal.pairs.iter().filter_map(Pair::ids).collect();
    let ids: BTreeSet<ApplicationId> = pairs.iter().map(|(id, _)| *id).collect();
    let ids: Vec<ApplicationId> = ids.into_iter().collect();
    let rows = application::find_many(reader, Reach::staff(actor), &ids)?;
    let owners: Vec<_> = rows
        .iter()
        .map(|row| (row.id, row.organisation_id))
        .collect();
    let today = actor.at.day(&actor.time_zone);
    let found = conflict_hint::of_pairs(reader, &owners, &pairs, today)?;
    for pair in &mut proposal.pairs {
        let hints = pair.ids().and_then(|ids| found.get(&ids));
        for code in hints.into_iter().flatten().map(code) {
            if !pair.reasons.iter().any(|known| known == code) {
                pair.reasons.push(code.to_owned());
            }
        }
    }
    Ok(())
}

fn code(hint: &Hint) -> &'static str {
    match hint {
        Hint::SameDomain(_) => "domain",
        Hint::Website(_) => "website",
        Hint::SameName(_) => "namesake",
        Hint::Affiliation(_) => "affiliation",
    }
}
