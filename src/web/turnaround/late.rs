//! What is late, on top of the pages where staff and reviewers begin.

use crate::actions::turnaround::{Late, late_among, late_with_awards};
use crate::domain::turnaround::Milestone;
use crate::domain::{Message, Moment};
use crate::i18n::Locale;
use crate::policy::{Actor, Reach};
use crate::store::queue::Queue;
use crate::store::{Reader, StoreError};
use crate::web::award::AWARDS;
use crate::web::ui::Link;
use crate::web::url;

/// Shown by name; the rest is a number.
const SHOWN: usize = 5;
/// Applications of a reviewer's queue that are looked at, due soonest first.
const QUEUE_MOST: usize = 200;

/// Late applications, in words.
#[derive(Default)]
pub struct LatePanel {
    /// How many; empty for none.
    pub title: String,
    /// The longest overdue with what they wait for.
    pub rows: Vec<(Link, String)>,
    /// How many more; empty for none.
    pub more: String,
}

/// What is late within the reach of staff, awards too.
pub fn of_staff(reader: &mut Reader, actor: &Actor, now: Moment) -> Result<Vec<Late>, StoreError> {
    late_with_awards(reader, Reach::staff(actor), now)
}

/// What is late and waits for a reviewer's own review.
pub fn of_reviewer(
    reader: &mut Reader,
    queue: &Queue,
    (actor, now): (&Actor, Moment),
) -> Result<Vec<Late>, StoreError> {
    let own = queue.soonest(QUEUE_MOST);
    if own.is_empty() {
        return Ok(Vec::new());
    }
    late_among(reader, (Reach::reviewer(actor, now), &own), now)
}

impl LatePanel {
    fn new(t: Locale, late: &[Late], row: impl Fn(&Late) -> (String, String)) -> Self {
        if late.is_empty() {
            return Self::default();
        }
        let row = |one: &Late| {
            let (href, told) = row(one);
            (Link::new(href, one.row.reference.as_str()), told)
        };
        Self {
            title: t.count("late-title", late.len()),
            rows: late.iter().take(SHOWN).map(row).collect(),
            more: match late.len().saturating_sub(SHOWN) {
                0 => String::new(),
                n => t.count("late-more", n),
            },
        }
    }

    /// The panel of staff, which leads to dossiers and awards.
    pub fn staff(t: Locale, late: &[Late]) -> Self {
        Self::new(t, late, |one| {
            let dossier = || url::dossier(one.row.application);
            let award = one.award.map(|id| format!("{AWARDS}/{id}"));
            (award.unwrap_or_else(dossier), told(t, one))
        })
    }

    /// The panel of a reviewer. It tells no day: that would say by whose holidays it is
    /// counted, and so where an applicant without a name works.
    pub fn reviewer(t: Locale, late: &[Late]) -> Self {
        let told = t.say("late-review");
        Self::new(t, late, |one| {
            (
                format!("{}/{}", url::REVIEWS, one.row.application),
                told.clone(),
            )
        })
    }
}

fn told(t: Locale, one: &Late) -> String {
    let key = match one.milestone {
        Milestone::Acknowledged | Milestone::Eligible => "late-eligible",
        Milestone::Decided => "late-decided",
        Milestone::Agreement => "late-agreement",
        Milestone::Paid => "late-paid",
    };
    let words = Message::new(key)
        .with("day", t.day(one.due))
        .with("n", i64::from(one.over));
    t.tell(&words)
}
