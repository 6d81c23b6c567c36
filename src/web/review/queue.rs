//! The queue: what a reviewer is asked to review, and what they have sent.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::HttpResponse;
use actix_web::web::Query;
use serde::Deserialize;

use super::blind::mask;
use super::due::left;
use super::pages::{QueuePage, ShownTask};
use super::place;
use super::talk::differing;
use crate::actions::meeting_room::to_come;
use crate::actions::turnaround::Late;
use crate::domain::meeting::Meeting;
use crate::domain::organisation::Organisation;
use crate::domain::phase::{Phase, in_force};
use crate::domain::review::Order;
use crate::domain::{AccountId, ApplicationId, Message, Moment, OrganisationId, RoundId};
use crate::policy::Reach;
use crate::store::queue::{Keyed, Queue, QueueProgress, QueueRow};
use crate::store::{Reader, StoreError, identity, organisation, phase, touched};
use crate::web::access::Reviewer;
use crate::web::chrome::Chrome;
use crate::web::discussion;
use crate::web::errors::Fault;
use crate::web::turnaround::{self, LatePanel};
use crate::web::ui::{Badge, Link, Pager, Tone};
use crate::web::{meeting, url};

/// Applications on one page.
const PAGE: usize = 50;

/// Which list, and where it goes on.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Shown {
    show: String,
    after: String,
    order: String,
}

/// One of the lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    ToDo,
    /// Open to every reviewer.
    Open,
    Sent,
}

impl Shown {
    fn list(&self) -> List {
        match self.show.as_str() {
            "sent" => List::Sent,
            "open" => List::Open,
            _ => List::ToDo,
        }
    }

    fn sent(&self) -> bool {
        self.list() == List::Sent
    }

    /// The order of what is to do; the other lists have one only.
    fn order(&self) -> Order {
        let asked = Order::from_code(&self.order).unwrap_or(Order::Due);
        match self.list() {
            List::ToDo => asked,
            List::Open | List::Sent => Order::Due,
        }
    }

    /// `KEY.ID`, as [`later`] writes it; anything else is the beginning.
    fn place(&self) -> Option<Keyed> {
        let (at, id) = self.after.split_once('.')?;
        Some((at.parse().ok()?, ApplicationId::parse(id).ok()?))
    }
}

struct Loaded {
    rows: Vec<QueueRow>,
    /// Of the last row on the page, where the list is ordered by keys.
    key: Option<i64>,
    progress: QueueProgress,
    organisations: Vec<Organisation>,
    /// Of the rounds on the page.
    phases: Vec<Phase>,
    /// Whose reviews differ widely, as far as the reviewer may know of it.
    differing: BTreeSet<ApplicationId>,
    /// By which applicants are known whom this phase doesn't name.
    names: BTreeMap<ApplicationId, Vec<String>>,
    /// Whose review lacks what the rubric asks by now.
    lacking: BTreeSet<ApplicationId>,
    /// That are not over.
    meetings: Vec<Meeting>,
    /// What is late and waits for the reviewer.
    late: Vec<Late>,
}

/// The queue page.
pub async fn list(visit: Reviewer, shown: Query<Shown>) -> Result<HttpResponse, Fault> {
    let (reach, me) = (
        Reach::reviewer(visit.actor(), visit.now()),
        visit.actor().id,
    );
    let (which, place, now) = ((shown.list(), shown.order()), shown.place(), visit.now());
    let actor = visit.actor().clone();
    let found = visit
        .read(move |reader| {
            let queue = Queue::of(reader, reach, me)?;
            let mut found = load(reader, &queue, (which, place), (reach, me, now))?;
            found.meetings = to_come(reader, &actor, now)?;
            found.late = turnaround::of_reviewer(reader, &queue, (&actor, now))?;
            Ok(found)
        })
        .await?;
    visit.page(&page(&visit, &shown, found))
}

/// What a reviewer is led to after an application.
pub async fn next(
    visit: &Reviewer,
    application: ApplicationId,
    order: Order,
) -> Result<Option<ApplicationId>, Fault> {
    let (reach, me) = (
        Reach::reviewer(visit.actor(), visit.now()),
        visit.actor().id,
    );
    let find = move |reader: &mut Reader| {
        let queue = Queue::of(reader, reach, me)?;
        let key = queue.key(reader, order, application)?;
        queue.next(reader, order, application, key)
    };
    visit.read(find).await
}

fn load(
    reader: &mut Reader,
    queue: &Queue,
    ((which, order), place): ((List, Order), Option<Keyed>),
    (reach, me, now): (Reach, AccountId, Moment),
) -> Result<Loaded, StoreError> {
    let limit = PAGE as i64 + 1;
    let at = place.map(|(at, id)| (Moment::from_micros(at), id));
    let mut key = None;
    let rows: Vec<QueueRow> = match which {
        List::ToDo => {
            let found = queue.to_do(reader, order, place, PAGE + 1)?;
            key = found.get(PAGE - 1).map(|(key, _)| *key);
            found.into_iter().map(|(_, row)| row).collect()
        }
        List::Open => queue.open_to_all(reader, at, limit)?,
        List::Sent => queue.sent(reader, at, limit)?,
    };
    let rounds: BTreeSet<RoundId> = rows.iter().map(|row| row.round_id).collect();
    let rounds: Vec<RoundId> = rounds.into_iter().collect();
    let phases = phase::of_rounds(reader, &rounds)?;
    let declared = || rows.iter().filter(|row| row.declared.is_some());
    let ids: Vec<OrganisationId> = declared().map(|row| row.organisation).collect();
    let organisations = organisation::by_ids(reader, &ids)?;
    let secret = organisations.iter().filter(|one| one.code_name.is_some());
    let secret: BTreeSet<OrganisationId> = secret.map(|one| one.id).collect();
    let named = |row: &QueueRow| names_applicant(&phases, row, now);
    let blind = declared().filter(|row| !named(row) || secret.contains(&row.organisation));
    let blind: Vec<_> = blind
        .map(|row| (row.application, row.organisation))
        .collect();
    let discussed = rows.iter().map(|row| (row, of_row(&phases, row, now)));
    let discussed: Vec<_> = discussed.collect();
    Ok(Loaded {
        differing: differing(reader, (reach, me, now), &discussed)?,
        progress: queue.progress(reader)?,
        organisations,
        names: identity::names_of(reader, &blind)?,
        lacking: match which {
            List::Sent => {
                let ids: Vec<_> = rows.iter().map(|row| row.application).collect();
                touched::lacking(reader, me, &ids)?
            }
            List::ToDo | List::Open => BTreeSet::new(),
        },
        phases,
        key,
        rows,
        meetings: Vec::new(),
        late: Vec::new(),
    })
}

/// Whether the phase in force names the applicant of a row.
fn names_applicant(phases: &[Phase], row: &QueueRow, now: Moment) -> bool {
    of_row(phases, row, now).is_some_and(|phase| phase.applicant_names)
}

/// The phase in force of a row's round.
fn of_row<'a>(phases: &'a [Phase], row: &QueueRow, now: Moment) -> Option<&'a Phase> {
    let mut rounds = phases.chunk_by(|a, b| a.round == b.round);
    let of_round = rounds.find(|all| all.iter().any(|one| one.round == row.round_id));
    in_force(of_round?, now)
}

fn page(visit: &Reviewer, shown: &Shown, found: Loaded) -> QueuePage {
    let t = visit.t;
    let QueueProgress {
        assigned,
        submitted,
        open,
    } = found.progress;
    let later = (found.rows.len() > PAGE)
        .then(|| {
            found
                .rows
                .get(PAGE - 1)
                .map(|row| later(shown, row, found.key))
        })
        .flatten();
    let which = shown.list();
    let tab = |href: &str, key: &str, list: List| Link {
        current: which == list,
        ..Link::new(href, t.say(key))
    };
    let mut tabs = vec![tab(url::REVIEWS, "reviews-to-do", List::ToDo)];
    if open > 0 || which == List::Open {
        tabs.push(tab(url::REVIEWS_OPEN, "reviews-open", List::Open));
    }
    tabs.push(tab(url::REVIEWS_SENT, "reviews-sent", List::Sent));
    let rows = found.rows.iter().take(PAGE);
    QueuePage {
        chrome: Chrome::new(visit, &t.say("reviews-title")).wide(),
        late: LatePanel::reviewer(t, &found.late),
        meetings: meeting::to_come(t, visit.zone(), &found.meetings),
        tabs,
        sent: shown.sent(),
        open: which == List::Open,
        assigned,
        submitted,
        progress: t.tell(
            &Message::new("reviews-progress")
                .with("done", submitted as i64)
                .with("total", assigned as i64),
        ),
        orders: if which == List::ToDo && !found.rows.is_empty() {
            orders(visit, shown.order())
        } else {
            Vec::new()
        },
        tasks: rows
            .map(|row| task(visit, row, &found, shown.order()))
            .collect(),
        pager: Pager {
            earlier: (!shown.after.is_empty()).then(|| base(which, shown.order())),
            later,
        },
        t,
    }
}

/// The orders to choose from.
fn orders(visit: &Reviewer, chosen: Order) -> Vec<Link> {
    let link = |order: Order| {
        let key = match order {
            Order::Due => "reviews-order-due",
            Order::Least => "reviews-order-least",
            Order::Shuffled => "reviews-order-shuffled",
        };
        Link {
            current: order == chosen,
            ..Link::new(base(List::ToDo, order), visit.t.say(key))
        }
    };
    Order::ALL.map(link).into()
}

fn later(shown: &Shown, last: &QueueRow, key: Option<i64>) -> String {
    let at = match last.submitted_at.filter(|_| shown.sent()) {
        Some(sent) => sent,
        None => last.due_at,
    };
    let place = base(shown.list(), shown.order());
    let mark = if place.contains('?') { '&' } else { '?' };
    let (at, id) = (key.unwrap_or(at.micros()), last.application);
    format!("{place}{mark}after={at}.{id}")
}

fn base(list: List, order: Order) -> String {
    match (list, order) {
        (List::ToDo, Order::Due) => url::REVIEWS.to_owned(),
        (List::ToDo, order) => format!("{}?order={}", url::REVIEWS, order.code()),
        (List::Open, _) => url::REVIEWS_OPEN.to_owned(),
        (List::Sent, _) => url::REVIEWS_SENT.to_owned(),
    }
}

/// Title and organisation are shown only after the declaration, and of the
/// organisation nothing in a phase that doesn't name applicants.
fn task(visit: &Reviewer, row: &QueueRow, found: &Loaded, order: Order) -> ShownTask {
    let t = visit.t;
    let open = row.declared.is_some();
    let named = names_applicant(&found.phases, row, visit.now());
    let mut all = found.organisations.iter();
    let owner = all.find(|one| one.id == row.organisation);
    let owner = owner.filter(|_| open && named);
    let title = match found.names.get(&row.application) {
        Some(names) => mask(t, names.clone()).text(&row.title),
        None => row.title.clone(),
    };
    let phase = of_row(&found.phases, row, visit.now());
    let due = phase.map_or(row.due_at, |phase| phase.due(row.due_at));
    let at = row.submitted_at.unwrap_or(due);
    ShownTask {
        href: place::review(row.application, order),
        reference: row.reference.clone(),
        title: if open { title } else { String::new() },
        organisation: owner
            .map(|one| one.name(t.language()).to_owned())
            .unwrap_or_default(),
        round: row.round.get(t.language()).to_owned(),
        when: t.when(at, visit.zone()),
        machine: at.rfc3339(),
        left: left(t, visit.now(), due),
        state: state(visit, row, found.lacking.contains(&row.application)),
        differs: found.differing.contains(&row.application).then(|| {
            let place = discussion::place::of_reviewers(row.application);
            Link::new(place, t.say("flag-title"))
        }),
    }
}

fn state(visit: &Reviewer, row: &QueueRow, lacking: bool) -> Badge {
    let (key, tone) = match (row.declared, row.saved_at, row.submitted_at) {
        (_, _, Some(_)) if lacking => ("review-state-lacking", Tone::Warn),
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
