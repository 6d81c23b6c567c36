//! The hold list: organisations with which nothing goes on without a second thought,
//! why, and when that is looked at again.

use super::check::read_note;
use super::moment::Day;
use super::{Message, Problems};

/// A hold as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HoldDraft {
    pub reason: String,
    pub review_on: String,
}

/// A hold to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewHold {
    pub reason: String,
    /// The day on which it is looked at again.
    pub review_on: Day,
}

/// Reads a hold, fields as in [`HoldDraft`]. A hold without a day would last by being
/// forgotten, so the day is needed and still to come.
pub fn read_hold(draft: &HoldDraft, today: Day) -> Result<NewHold, Problems> {
    let mut problems = Problems::default();
    let reason = problems.take("reason", read_note(&draft.reason, true));
    let day = Day::parse(&draft.review_on).and_then(|day| match day > today {
        true => Ok(day),
        false => Err(Message::new("error-day-gone")),
    });
    let review_on = problems.take("review_on", day);
    match (reason, review_on) {
        (Some(reason), Some(review_on)) => Ok(NewHold { reason, review_on }),
        _ => Err(problems),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(reason: &str, review_on: &str) -> Result<NewHold, Vec<String>> {
        let draft = HoldDraft {
            reason: reason.to_owned(),
            review_on: review_on.to_owned(),
        };
        let today = Day::parse("2026-11-29").unwrap();
        read_hold(&draft, today).map_err(|problems| {
            let told = problems.0.into_iter();
            told.map(|p| format!("{} {}", p.field, p.message.key))
                .collect()
        })
    }

    #[test]
    fn a_hold_has_a_reason_and_a_day_to_come() {
        let hold = read(" The accounts are disputed. ", "30.11.2026").unwrap();
        assert_eq!(hold.reason, "The accounts are disputed.");
        assert_eq!(hold.review_on.iso(), "2026-11-30");
        let gone = read("x", "2026-11-29").unwrap_err();
        assert_eq!(gone, ["review_on error-day-gone"]);
        let none = read(" ", "").unwrap_err();
        assert_eq!(none, ["reason error-required", "review_on error-date"]);
    }
}
