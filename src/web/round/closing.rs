//! Until when a round takes applications and their reviews, as staff read it.

use crate::domain::round::{Closing, Round};
use crate::i18n::Locale;

/// The deadline in the round's zone, or that there is none.
pub fn closes(t: Locale, round: &Round) -> String {
    match round.closing.closes_at() {
        Some(close) => t.when(close, &round.time_zone),
        None => t.say("round-no-closing-day"),
    }
}

/// The day for reviews in the round's zone, or how long after sending they are due.
pub fn reviews_due(t: Locale, round: &Round) -> String {
    match round.closing {
        Closing::On { reviews_due_at, .. } => t.when(reviews_due_at, &round.time_zone),
        Closing::Rolling { review_days } => {
            let days = usize::try_from(review_days).unwrap_or(0);
            t.count("round-admin-review-days", days)
        }
    }
}
