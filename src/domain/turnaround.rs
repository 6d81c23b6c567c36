//! How fast a programme promises to be and is: clocks of each application in working
//! days of the places concerned. Of an application it knows its days and its states.

mod calendar;
mod settings;
mod way;

pub use calendar::{Calendar, Holiday, HolidayProblem, Place, parse_holidays};
pub use settings::{Settings, SettingsDraft, TARGET_MOST, read_settings};
pub use way::{AwardWay, Way, awaited, awaited_of_award};

use super::moment::Day;

/// How many milestones there are.
pub const MILESTONES: usize = 5;

/// The day that a clock starts on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// The application was sent.
    Sending,
    /// Its award was released.
    Award,
}

/// A step that an application, or its award, waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Milestone {
    /// The receipt went out.
    Acknowledged,
    /// It was found eligible or not.
    Eligible,
    /// The outcome was released.
    Decided,
    /// The organisation accepted the agreement of its award.
    Agreement,
    /// The bank executed the first disbursement.
    Paid,
}

impl Milestone {
    /// Every milestone in order.
    pub const ALL: [Self; MILESTONES] = [
        Self::Acknowledged,
        Self::Eligible,
        Self::Decided,
        Self::Agreement,
        Self::Paid,
    ];

    /// Stored code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Acknowledged => "acknowledged",
            Self::Eligible => "eligible",
            Self::Decided => "decided",
            Self::Agreement => "agreement",
            Self::Paid => "paid",
        }
    }

    /// The milestone of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// From which day on it is counted.
    pub fn start(self) -> Start {
        match self {
            Self::Acknowledged | Self::Eligible | Self::Decided => Start::Sending,
            Self::Agreement | Self::Paid => Start::Award,
        }
    }
}

/// Where one clock stands. Days are working days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// Reached after so many days, in time or not.
    Reached { days: u32, late: bool },
    /// To be reached by a day, which has not passed.
    Running { due: Day, left: u32 },
    /// The day has passed, so many working days ago.
    Late { due: Day, over: u32 },
}

impl Clock {
    /// Whether it waits and its day has passed.
    pub fn is_late(self) -> bool {
        matches!(self, Self::Late { .. })
    }
}

/// Reads a clock that started on a day: until when `target` working days allow, and
/// whether it was `reached`. The day that it starts on does not count, the due day is
/// still in time.
pub fn clock(
    (calendar, places): (&Calendar, &[Place]),
    (started, target): (Day, u32),
    (reached, today): (Option<Day>, Day),
) -> Clock {
    let due = calendar.due(places, started, target);
    match reached {
        Some(day) => Clock::Reached {
            days: calendar.working_days(places, started, day),
            late: day > due,
        },
        None if today > due => Clock::Late {
            due,
            over: calendar.working_days(places, due, today),
        },
        None => Clock::Running {
            due,
            left: calendar.working_days(places, today, due),
        },
    }
}

/// The value below or at which so many per cent of all lie (nearest rank: the value
/// at place ⌈per cent × n / 100⌉ in order); nothing of nothing. With 1, 2, 3, 4 the
/// median is 2 and the 90th percentile 4.
pub fn percentile(values: &[u32], per_cent: usize) -> Option<u32> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let place = (sorted.len() * per_cent).div_ceil(100);
    sorted.get(place.max(1) - 1).copied()
}

#[cfg(test)]
mod tests;
