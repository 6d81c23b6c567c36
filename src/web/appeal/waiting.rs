//! Requests to look again that wait for an answer, where staff come upon them.

use crate::policy::{Actor, Reach};
use crate::store::appeal::{self, WaitingRow};
use crate::store::{Reader, StoreError};
use crate::web::ui::Link;
use crate::web::url;
use crate::web::visit::Visit;

/// Shown by name; the rest is a number.
const SHOWN: usize = 5;
/// Most that are counted.
const MOST: i64 = 100;

/// Requests of every round, on top of the page where staff begin.
#[derive(Default)]
pub struct WaitingPanel {
    /// How many; empty for none.
    pub title: String,
    /// The oldest, with when they were sent.
    pub rows: Vec<(Link, String)>,
    /// How many more; empty for none.
    pub more: String,
}

/// What waits within the reach of staff, the oldest first.
pub fn waiting(reader: &mut Reader, actor: &Actor) -> Result<Vec<WaitingRow>, StoreError> {
    appeal::waiting(reader, Reach::staff(actor), None, MOST)
}

impl WaitingPanel {
    /// The panel of what waits.
    pub fn new(visit: &Visit, waiting: &[WaitingRow]) -> Self {
        if waiting.is_empty() {
            return Self::default();
        }
        let t = visit.t;
        let shown = &waiting[..waiting.len().min(SHOWN)];
        Self {
            title: t.count("appeals-count", waiting.len()),
            rows: lines(visit, shown),
            more: match waiting.len() - shown.len() {
                0 => String::new(),
                n => t.count("late-more", n),
            },
        }
    }
}

/// Each request as a link to its decision, with when it was sent.
pub fn lines(visit: &Visit, rows: &[WaitingRow]) -> Vec<(Link, String)> {
    let line = |row: &WaitingRow| {
        let link = Link::new(url::decision(row.application), row.reference.as_str());
        let when = visit.t.when(row.raised_at, visit.zone());
        (link, visit.t.with("appeal-asked", "when", when))
    };
    rows.iter().map(line).collect()
}
