//! The queue: what a reviewer is asked to review, and what they have sent.

use actix_web::HttpResponse;
use actix_web::web::Query;
use serde::Deserialize;

use super::due::left;
use super::pages::{QueuePage, ShownTask};
use crate::domain::organisation::Organisation;
use crate::domain::{ApplicationId, Message, Moment, OrganisationId};
use crate::policy::Reach;
use crate::store::queue::{Place, Queue, QueueProgress, QueueRow};
use crate::store::{Reader, StoreError, organisation};
use crate::web::access::Reviewer;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::ui::{Badge, Link, Pager, Tone};
use crate::web::url;

/// Applications on one page.
const PAGE: usize = 50;

/// Which list, and where it goes on.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Shown {
    show: String,
    after: String,
}

impl Shown {
    fn sent(&self) -> bool {
        self.show == "sent"
    }

    /// `MICROS.ID`, as [`later`] writes it; anything else is the beginning.
    fn place(&self) -> Option<Place> {
        let (at, id) = self.after.split_once('.')?;
        Some((
            Moment::from_micros(at.parse().ok()?),
            ApplicationId::parse(id).ok()?,
        ))
    }
}

struct Loaded {
    rows: Vec<QueueRow>,
    progress: QueueProgress,
    organisations: Vec<Organisation>,
}

/// The queue page.
pub async fn list(visit: Reviewer, shown: Query<Shown>) -> Result<HttpResponse, Fault> {
    let (reach, me) = (
        Reach::reviewer(visit.actor(), visit.now()),
        visit.actor().id,
    );
    let (sent, place) = (shown.sent(), shown.place());
    let found = visit
        .read(move |reader| {
            let queue = Queue::of(reader, reach, me)?;
            load(reader, &queue, sent, place)
        })
        .await?;
    visit.page(&page(&visit, &shown, found))
}

fn load(
    reader: &mut Reader,
    queue: &Queue,
    sent: bool,
    place: Option<Place>,
) -> Result<Loaded, StoreError> {
    let limit = PAGE as i64 + 1;
    let rows = if sent {
        queue.sent(reader, place, limit)?
    } else {
        queue.to_do(reader, place, limit)?
    };
    let declared = rows.iter().filter(|row| row.declared.is_some());
    let ids: Vec<OrganisationId> = declared.map(|row| row.organisation).collect();
    Ok(Loaded {
        progress: queue.progress(reader)?,
        organisations: organisation::by_ids(reader, &ids)?,
        rows,
    })
}

fn page(visit: &Reviewer, shown: &Shown, found: Loaded) -> QueuePage {
    let t = visit.t;
    let QueueProgress {
        assigned,
        submitted,
    } = found.progress;
    let later = (found.rows.len() > PAGE)
        .then(|| found.rows.get(PAGE - 1).map(|row| later(shown, row)))
        .flatten();
    let base = if shown.sent() {
        url::REVIEWS_SENT
    } else {
        url::REVIEWS
    };
    let tab = |href: &str, key: &str, current: bool| Link {
        current,
        ..Link::new(href, t.say(key))
    };
    let rows = found.rows.iter().take(PAGE);
    QueuePage {
        chrome: Chrome::new(visit, &t.say("reviews-title")).wide(),
        tabs: vec![
            tab(url::REVIEWS, "reviews-to-do", !shown.sent()),
            tab(url::REVIEWS_SENT, "reviews-sent", shown.sent()),
        ],
        sent: shown.sent(),
        assigned,
        submitted,
        progress: t.tell(
            &Message::new("reviews-progress")
                .with("done", submitted as i64)
                .with("total", assigned as i64),
        ),
        tasks: rows
            .map(|row| task(visit, row, &found.organisations))
            .collect(),
        pager: Pager {
            earlier: (!shown.after.is_empty()).then(|| base.to_owned()),
            later,
        },
        t,
    }
}

fn later(shown: &Shown, last: &QueueRow) -> String {
    let at = match last.submitted_at.filter(|_| shown.sent()) {
        Some(sent) => sent,
        None => last.due_at,
    };
    let show = if shown.sent() { "show=sent&" } else { "" };
    let (at, id) = (at.micros(), last.application);
    format!("{}?{show}after={at}.{id}", url::REVIEWS)
}

/// Title and organisation are shown only after the declaration.
fn task(visit: &Reviewer, row: &QueueRow, organisations: &[Organisation]) -> ShownTask {
    let t = visit.t;
    let open = row.declared.is_some();
    let owner = organisations.iter().find(|one| one.id == row.organisation);
    let owner = owner.filter(|_| open);
    let at = row.submitted_at.unwrap_or(row.due_at);
    ShownTask {
        href: url::review(row.application),
        reference: row.reference.clone(),
        title: if open {
            row.title.clone()
        } else {
            String::new()
        },
        organisation: owner
            .map(|one| one.name(t.language()).to_owned())
            .unwrap_or_default(),
        round: row.round.get(t.language()).to_owned(),
        when: t.when(at, visit.zone()),
        machine: at.rfc3339(),
        left: left(t, visit.now(), row.due_at),
        state: state(visit, row),
    }
}

fn state(visit: &Reviewer, row: &QueueRow) -> Badge {
    let (key, tone) = match (row.declared, row.saved_at, row.submitted_at) {
        (_, _, Some(_)) => ("review-state-sent", Tone::Good),
        (None, _, None) => ("review-state-declare", Tone::Warn),
        (Some(_), None, None) => ("review-state-new", Tone::Neutral),
        (Some(_), Some(_), None) => ("review-state-draft", Tone::Info),
    };
    Badge {
        text: visit.t.say(key),
        tone,
    }
}
