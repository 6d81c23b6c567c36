//! The days of one application that its clocks are read from.

use super::{Calendar, Milestone, Place};
use crate::domain::moment::Day;

/// How far an application has come, and on which days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Way {
    /// It was sent, and the receipt with it.
    pub sent: Day,
    pub screened: Option<Day>,
    pub decided: Option<Day>,
    /// Whether it ended without an outcome: then nothing is waited for.
    pub ended: bool,
    /// The award of the decision in force, unless it was cancelled.
    pub award: Option<AwardWay>,
}

/// How far an award has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AwardWay {
    pub released: Day,
    pub agreed: Option<Day>,
    /// The first disbursement was executed.
    pub paid: Option<Day>,
    /// Whether nothing of it is to be paid any more.
    pub ended: bool,
}

impl Way {
    /// The day that the clock of a milestone starts on, and the one on which it was
    /// reached; nothing where the application has no such clock.
    pub fn clock(&self, milestone: Milestone) -> Option<(Day, Option<Day>)> {
        let (started, reached, ended) = match milestone {
            Milestone::Acknowledged => (self.sent, Some(self.sent), self.ended),
            Milestone::Eligible => (self.sent, self.screened, self.ended),
            Milestone::Decided => (self.sent, self.decided, self.ended),
            Milestone::Agreement => {
                let award = self.award?;
                (award.released, award.agreed, award.ended)
            }
            Milestone::Paid => {
                let award = self.award?;
                (award.released, award.paid, award.ended)
            }
        };
        (reached.is_some() || !ended).then_some((started, reached))
    }

    /// Working days from the sending of the application to its first money; nothing
    /// before that.
    pub fn days_to_money(&self, (calendar, places): (&Calendar, &[Place])) -> Option<u32> {
        let paid = self.award?.paid?;
        Some(calendar.working_days(places, self.sent, paid))
    }
}
