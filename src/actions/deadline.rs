//! By when an application should be decided: the target of its programme in working
//! days, as the turnaround page counts it.

use super::rank_round::Entry;
use super::turnaround::Watch;
use crate::domain::Moment;
use crate::domain::decision::Outcome;
use crate::domain::moment::Day;
use crate::domain::round::Round;
use crate::domain::turnaround::{Clock, Milestone, awaited};
use crate::store::turnaround::{Promise, promises};
use crate::store::{Reader, StoreError};

/// What the deadlines of a round's decisions are read by.
pub struct Deadlines {
    watch: Watch,
    zone: String,
    today: Day,
}

impl Deadlines {
    /// Those of a round as they stand at an instant.
    pub fn of(reader: &mut Reader, round: &Round, now: Moment) -> Result<Self, StoreError> {
        let promise = promises(reader)?.remove(&round.programme_id);
        Ok(Self {
            watch: Watch::new(&promise.unwrap_or_else(Promise::standard)),
            zone: round.time_zone.clone(),
            today: now.day(&round.time_zone),
        })
    }

    /// The day by which one that waits should have been decided, where it has passed. What
    /// was told an outcome before and is decided anew waits for no deadline.
    pub fn passed(&self, entry: &Entry) -> Option<Day> {
        let waits = awaited(entry.application.status).contains(&Milestone::Decided);
        let told = entry
            .decision
            .as_ref()
            .is_some_and(|one| one.released.is_some() && one.outcome != Outcome::ReferBack);
        let sent = entry.application.submitted_at.filter(|_| waits && !told)?;
        let places = self.watch.promise.settings.places(&entry.organisation.base);
        let started = (Milestone::Decided, sent.day(&self.zone));
        match self.watch.clock(&places, started, (None, self.today)) {
            Clock::Late { due, .. } => Some(due),
            Clock::Running { .. } | Clock::Reached { .. } => None,
        }
    }
}
