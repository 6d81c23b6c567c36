//! How far one's own review is, in words.

use crate::store::own_review::OwnReview;
use crate::web::access::Reviewer;
use crate::web::ui::{Badge, Tone};

/// Not begun, a draft or sent.
pub fn state(visit: &Reviewer, own: Option<&OwnReview>) -> Badge {
    let (key, tone) = match own.map(|own| own.submitted_at) {
        None => ("review-state-new", Tone::Neutral),
        Some(None) => ("review-state-draft", Tone::Info),
        Some(Some(_)) => ("review-state-sent", Tone::Good),
    };
    Badge {
        text: visit.t.say(key),
        tone,
    }
}

/// When it was saved, or sent.
pub fn saved(visit: &Reviewer, own: &OwnReview) -> String {
    let (key, at) = match own.submitted_at {
        Some(at) => ("review-sent-at", at),
        None => ("review-saved-at", own.saved_at),
    };
    visit.t.with(key, "when", visit.t.when(at, visit.zone()))
}
