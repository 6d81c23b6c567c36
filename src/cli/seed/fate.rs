//! How far applications come.

use super::draw::Draws;
use crate::domain::application::Status;

/// A stretch of an application's way to a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    Undecided,
    Proposed,
    Signed,
    Released,
}

/// How far an application comes in a round of this age, at this place of a hundred. Of
/// the last round, those that were begun first are furthest.
pub fn fate(draws: &mut Draws, age: u64, place: u64) -> (Status, Step) {
    let (chance, way) = (draws.below(100), draws.below(100));
    let unsent = match age {
        0 => place >= 80,
        _ => chance >= 97,
    };
    let unread = age == 0 && place >= 60;
    let judged = match age {
        0 => place < 30,
        1 => way < 55,
        _ => true,
    };
    let step = match (age, way) {
        (0, _) | (1, 10..) | (2, 65..) => Step::Undecided,
        (1, _) | (2, 45..) => Step::Proposed,
        (2, 35..) => Step::Signed,
        _ => Step::Released,
    };
    match chance {
        _ if unsent => (Status::Draft, Step::Undecided),
        0..3 => (Status::Withdrawn, Step::Undecided),
        _ if unread => (Status::Submitted, Step::Undecided),
        3..9 => (Status::Ineligible, Step::Undecided),
        _ if !judged => (Status::InReview, Step::Undecided),
        _ if step == Step::Released => (Status::Decided, step),
        _ => (Status::Deliberation, step),
    }
}
