//! What counts of the due diligence of applications, without a word of it, in as many
//! queries for any number.

use std::collections::BTreeMap;

use diesel::prelude::*;

use crate::domain::check::CheckOutcome;
use crate::domain::due_diligence::{Step, Taken};
use crate::domain::referee::RefereeState;
use crate::domain::{AccountId, ApplicationId};
use crate::store::conflict::StoreError;
use crate::store::connection::Reader;
use crate::store::schema::{concerns, diligence_steps, referees};

/// What is on record for one application.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OnRecord {
    /// The latest of each step.
    pub taken: Vec<Taken>,
    /// Concerns that nobody has resolved.
    pub worries: usize,
    /// Whether one of these lifts it by a tier.
    pub lifted: bool,
    /// Referees who answered.
    pub answered: usize,
}

type StepTaken = (
    ApplicationId,
    Step,
    CheckOutcome,
    AccountId,
    Option<AccountId>,
);

/// What is on record for these applications, all within the caller's reach; those of which
/// nothing is are left out.
pub fn on_record(
    reader: &mut Reader,
    ids: &[ApplicationId],
) -> Result<BTreeMap<ApplicationId, OnRecord>, StoreError> {
    let mut all: BTreeMap<ApplicationId, OnRecord> = BTreeMap::new();
    let steps: Vec<StepTaken> = diligence_steps::table
        .filter(diligence_steps::application_id.eq_any(ids.to_vec()))
        .order(diligence_steps::id.desc())
        .select((
            diligence_steps::application_id,
            diligence_steps::step,
            diligence_steps::outcome,
            diligence_steps::taken_by,
            diligence_steps::second_by,
        ))
        .load(reader.connection())?;
    for (application, step, outcome, by, second) in steps {
        let own = &mut all.entry(application).or_default().taken;
        // The latest comes first.
        if own.iter().all(|one| one.step != step) {
            own.push(Taken {
                step,
                outcome,
                by,
                second,
            });
        }
    }
    let open: Vec<(ApplicationId, bool)> = concerns::table
        .filter(concerns::application_id.eq_any(ids.to_vec()))
        .filter(concerns::resolved_at.is_null())
        .select((concerns::application_id, concerns::lifts))
        .load(reader.connection())?;
    for (application, lifts) in open {
        let own = all.entry(application).or_default();
        own.worries += 1;
        own.lifted |= lifts;
    }
    let answered: Vec<ApplicationId> = referees::table
        .filter(referees::application_id.eq_any(ids.to_vec()))
        .filter(referees::state.eq(RefereeState::Answered))
        .select(referees::application_id)
        .load(reader.connection())?;
    for application in answered {
        all.entry(application).or_default().answered += 1;
    }
    Ok(all)
}
