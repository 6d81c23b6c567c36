//! The meetings that a reviewer is invited to, on the page of their reviews.

use super::{front, place};
use crate::domain::meeting::Meeting;
use crate::i18n::Locale;
use crate::web::ui::Badge;

/// A meeting that is not over.
pub struct ToCome {
    pub href: String,
    pub title: String,
    pub when: String,
    pub machine: String,
    pub stage: Badge,
}

/// In the reader's zone.
pub fn to_come(t: Locale, zone: &str, meetings: &[Meeting]) -> Vec<ToCome> {
    let shown = |meeting: &Meeting| ToCome {
        href: place::member(meeting.id),
        title: meeting.title.clone(),
        when: t.when(meeting.planned_at, zone),
        machine: meeting.planned_at.rfc3339(),
        stage: front::stage(t, meeting.stage()),
    };
    meetings.iter().map(shown).collect()
}
