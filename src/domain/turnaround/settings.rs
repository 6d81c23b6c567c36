//! What a programme promises, and where it works.

use super::{Holiday, HolidayProblem, MILESTONES, Milestone, Place, Start, parse_holidays};
use crate::domain::numerals::parse_whole;
use crate::domain::{Message, Problems};

/// Most working days of a target.
pub const TARGET_MOST: i64 = 250;

/// A programme's promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Where the programme's own people work; the applicant's place is added.
    pub offices: Vec<Place>,
    /// Working days to each milestone, in their order.
    pub targets: [u32; MILESTONES],
}

impl Default for Settings {
    /// Receipt and eligibility within one and two working days, the decision within
    /// ten, as emergency funds promise; then the agreement within five and the first
    /// money within ten of the award.
    fn default() -> Self {
        Self {
            offices: Vec::new(),
            targets: [1, 2, 10, 5, 10],
        }
    }
}

impl Settings {
    /// The target of a milestone.
    pub fn target(&self, milestone: Milestone) -> u32 {
        let [acknowledged, eligible, decided, agreement, paid] = self.targets;
        match milestone {
            Milestone::Acknowledged => acknowledged,
            Milestone::Eligible => eligible,
            Milestone::Decided => decided,
            Milestone::Agreement => agreement,
            Milestone::Paid => paid,
        }
    }

    /// The places concerned by an application of an organisation of this base.
    pub fn places(&self, base: &str) -> Vec<Place> {
        let mut places = self.offices.clone();
        places.extend(Place::of_base(base));
        places.sort_unstable();
        places.dedup();
        places
    }
}

/// Settings as posted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SettingsDraft {
    /// Codes of places.
    pub offices: Vec<String>,
    /// Number of days by milestone.
    pub targets: [String; MILESTONES],
    /// One holiday a line.
    pub holidays: String,
}

impl SettingsDraft {
    /// What is kept, to be changed.
    pub fn of(settings: &Settings, holidays: &[Holiday]) -> Self {
        let lines: Vec<String> = holidays.iter().map(Holiday::line).collect();
        Self {
            offices: settings
                .offices
                .iter()
                .map(|place| place.code().to_owned())
                .collect(),
            targets: settings.targets.map(|days| days.to_string()),
            holidays: lines.join("\n"),
        }
    }
}

/// Reads settings, or says what is wrong by field: `offices`, `target.CODE`,
/// `holidays`. Targets are whole numbers from 0 to [`TARGET_MOST`] that do not fall
/// from one milestone to the next of those that are counted from the same day.
pub fn read_settings(draft: &SettingsDraft) -> Result<(Settings, Vec<Holiday>), Problems> {
    let mut problems = Problems::default();
    let offices: Option<Vec<Place>> = draft.offices.iter().map(|c| Place::from_code(c)).collect();
    let offices = offices.ok_or_else(|| Message::new("error-choice"));
    let mut offices = problems.take("offices", offices).unwrap_or_default();
    offices.sort_unstable();
    offices.dedup();
    let mut targets = [0; MILESTONES];
    let (mut least, mut start) = (0, Start::Sending);
    for ((target, text), milestone) in targets.iter_mut().zip(&draft.targets).zip(Milestone::ALL) {
        let field = format!("target.{}", milestone.code());
        if milestone.start() != start {
            (least, start) = (0, milestone.start());
        }
        let read = days(text, least);
        *target = problems.take(&field, read).unwrap_or_default();
        least = least.max(*target);
    }
    let holidays = parse_holidays(&draft.holidays).map_err(wrong_line);
    let holidays = problems.take("holidays", holidays);
    match holidays {
        Some(holidays) if problems.is_empty() => Ok((Settings { offices, targets }, holidays)),
        _ => Err(problems),
    }
}

fn days(text: &str, least: u32) -> Result<u32, Message> {
    let wrong = || {
        Message::new("error-target")
            .with("least", i64::from(least))
            .with("most", TARGET_MOST)
    };
    let days = parse_whole(text).filter(|n| (i64::from(least)..=TARGET_MOST).contains(n));
    days.and_then(|n| u32::try_from(n).ok()).ok_or_else(wrong)
}

fn wrong_line((line, problem): (usize, HolidayProblem)) -> Message {
    let key = match problem {
        HolidayProblem::Unreadable => "error-holiday",
        HolidayProblem::Twice => "error-holiday-twice",
        HolidayProblem::TooMany => "error-holidays-many",
    };
    Message::new(key).with("line", i64::try_from(line).unwrap_or(i64::MAX))
}
