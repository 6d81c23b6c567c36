//! The days of one application that its clocks are read from, and what it waits for.

use super::{Calendar, Milestone, Place};
use crate::domain::application::Status;
use crate::domain::award::AwardState;
use crate::domain::moment::Day;

/// How far an application has come, and on which days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Way {
    pub status: Status,
    pub sent: Day,
    /// The first letter that tells of its arrival left.
    pub acknowledged: Option<Day>,
    pub screened: Option<Day>,
    pub decided: Option<Day>,
    /// The award of the decision in force, unless it was cancelled.
    pub award: Option<AwardWay>,
}

/// How far an award has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AwardWay {
    pub state: AwardState,
    pub released: Day,
    pub agreed: Option<Day>,
    /// The first disbursement was executed.
    pub paid: Option<Day>,
}

/// What an application of this status waits for, in order.
pub fn awaited(status: Status) -> &'static [Milestone] {
    match status {
        Status::Submitted => &[Milestone::Eligible, Milestone::Decided],
        Status::InReview | Status::Deliberation => &[Milestone::Decided],
        Status::Draft
        | Status::Discarded
        | Status::Withdrawn
        | Status::Ineligible
        | Status::Decided => &[],
    }
}

/// What an award in this state waits for, in order, as long as nothing of it is paid.
pub fn awaited_of_award(state: AwardState) -> &'static [Milestone] {
    match state {
        AwardState::Agreement => &[Milestone::Agreement, Milestone::Paid],
        AwardState::Disbursements => &[Milestone::Paid],
        AwardState::Reports | AwardState::Closed | AwardState::Cancelled => &[],
    }
}

impl Way {
    /// The day that the clock of a milestone starts on, and the one on which it was
    /// reached; nothing where it neither was nor is waited for.
    pub fn clock(&self, milestone: Milestone) -> Option<(Day, Option<Day>)> {
        let of_application = |reached| (self.sent, reached, awaited(self.status));
        let of_award = |award: AwardWay, reached| {
            let waits = awaited_of_award(award.state);
            (award.released, reached, waits)
        };
        let (started, reached, waits) = match milestone {
            // It is waited for as long as the application waits for anything.
            Milestone::Acknowledged => {
                let waits = self.acknowledged.is_some() || !awaited(self.status).is_empty();
                return waits.then_some((self.sent, self.acknowledged));
            }
            Milestone::Eligible => of_application(self.screened),
            Milestone::Decided => of_application(self.decided),
            Milestone::Agreement => self.award.map(|award| of_award(award, award.agreed))?,
            Milestone::Paid => self.award.map(|award| of_award(award, award.paid))?,
        };
        (reached.is_some() || waits.contains(&milestone)).then_some((started, reached))
    }

    /// Working days from the sending of the application to its first money; nothing
    /// before that.
    pub fn days_to_money(&self, (calendar, places): (&Calendar, &[Place])) -> Option<u32> {
        let paid = self.award?.paid?;
        Some(calendar.working_days(places, self.sent, paid))
    }
}
