//! A round's hub: everything that staff do in it.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::admin_pages::{Fact, Figure, HubPage, ReviewProgress};
use super::closing::{closes, reviews_due};
use crate::domain::Message;
use crate::domain::account::Role;
use crate::domain::application::Status;
use crate::domain::programme::Programme;
use crate::domain::round::{Round, RoundState};
use crate::i18n::Locale;
use crate::policy::{Actor, Reach};
use crate::store::assignment::Progress;
use crate::store::{application, assignment, conflict_record, form, programme, round, rubric};
use crate::web::access::Staff;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::ui::{Badge, Link, Task, Tone};
use crate::web::visit::Visit;
use crate::web::{purge, url, words};

/// The round of an address.
pub async fn load(visit: &Visit, slug: &str) -> Result<Round, Fault> {
    let slug = slug.to_owned();
    let found = visit.read(move |reader| round::by_slug(reader, &slug));
    found.await?.ok_or(Fault::NotFound)
}

/// A link, for those who may follow it.
pub fn restricted(actor: &Actor, href: String, text: String) -> Option<Link> {
    actor.is(Role::Admin).then(|| Link::new(href, text))
}

/// What the hub shows beside the round itself.
struct Hub {
    round: Round,
    programme: Option<Programme>,
    rubric_version: i32,
    form_version: i32,
    counts: BTreeMap<&'static str, i64>,
    progress: Progress,
    /// Applications within reach that other admins are kept away from.
    conflicts: usize,
}

impl Hub {
    fn count(&self, status: Status) -> i64 {
        self.counts.get(status.code()).copied().unwrap_or(0)
    }
}

async fn load_hub(visit: &Visit, actor: &Actor, slug: &str) -> Result<Hub, Fault> {
    let (slug, reach) = (slug.to_owned(), Reach::staff(actor));
    let found = visit.read(move |reader| {
        let Some(round) = round::by_slug(reader, &slug)? else {
            return Ok(None);
        };
        let counts = application::count_by_status(reader, reach, round.id)?;
        let counts = counts.into_iter().map(|(s, n)| (s.code(), n)).collect();
        let rubric = rubric::by_id(reader, round.rubric_id)?;
        let form = form::by_id(reader, round.form_id)?;
        let away = conflict_record::admins_in_conflict(reader, round.id)?;
        let away: Vec<_> = away.into_keys().collect();
        Ok(Some(Hub {
            conflicts: application::find_many(reader, reach, &away)?.len(),
            programme: programme::by_id(reader, round.programme_id)?,
            rubric_version: rubric.map_or(0, |rubric| rubric.version),
            form_version: form.map_or(0, |form| form.version),
            progress: assignment::of_round(reader, reach, round.id)?,
            round,
            counts,
        }))
    });
    found.await?.ok_or(Fault::NotFound)
}

/// One round with everything that staff do in it.
pub async fn hub(visit: Staff, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let hub = load_hub(&visit, visit.actor(), &slug).await?;
    let (t, round) = (visit.t, &hub.round);
    let title = round.title.get(t.language()).to_owned();
    let back = Link::new(url::ADMIN_ROUNDS, t.say("round-admin-title"));
    let programme = hub.programme.as_ref();
    let (main_act, acts) = acts(t, visit.actor(), round);
    visit.page(&HubPage {
        chrome: Chrome::new(&visit, &title).wide().back(back),
        t,
        programme: programme
            .map_or("", |p| p.name.get(t.language()))
            .to_owned(),
        title,
        state: words::round_state(t, round.state),
        acts,
        main_act,
        figures: figures(t, &hub),
        progress: progress(t, hub.progress),
        tasks: tasks(t, visit.actor(), &hub),
        facts: facts(t, &hub),
        links: links(t, visit.actor(), round),
    })
}

/// What an admin can do with the round itself.
fn acts(t: Locale, actor: &Actor, round: &Round) -> (Option<Link>, Vec<Link>) {
    let act = |part: &str, key: &str| {
        restricted(actor, url::admin_round_part(&round.slug, part), t.say(key))
    };
    let edit = act("edit", "round-admin-edit");
    match round.state {
        RoundState::Draft => (
            act("opening", "round-admin-open"),
            edit.into_iter().collect(),
        ),
        RoundState::Open => {
            let close = act("closing", "round-admin-close");
            (None, edit.into_iter().chain(close).collect())
        }
        RoundState::Closed => (None, Vec::new()),
    }
}

fn figures(t: Locale, hub: &Hub) -> Vec<Figure> {
    let list = url::admin_round_part(&hub.round.slug, "applications");
    let shown = [
        Status::Draft,
        Status::Submitted,
        Status::InReview,
        Status::Deliberation,
        Status::Decided,
        Status::Ineligible,
        Status::Withdrawn,
    ];
    let figure = |status: Status| Figure {
        label: words::status(t, status).text,
        value: t.number(hub.count(status)),
        href: format!("{list}?status={}", status.code()),
    };
    shown.into_iter().map(figure).collect()
}

/// "3 of 7 reviews are in".
pub fn progress(t: Locale, progress: Progress) -> ReviewProgress {
    let text = Message::new("round-admin-reviews-in")
        .with("done", progress.submitted)
        .with("total", progress.assigned);
    ReviewProgress {
        done: progress.submitted,
        total: progress.assigned.max(1),
        text: t.tell(&text),
    }
}

fn tasks(t: Locale, actor: &Actor, hub: &Hub) -> Vec<Task> {
    let task = |part: &str, title: &str, hint: &str, state: Badge| Task {
        href: url::admin_round_part(&hub.round.slug, part),
        title: t.say(title),
        hint: Some(t.say(hint)),
        state,
    };
    let waiting = |count: i64| Badge {
        tone: if count == 0 {
            Tone::Neutral
        } else {
            Tone::Warn
        },
        text: match count {
            0 => t.say("round-admin-nothing-waits"),
            n => t.count("round-admin-waiting", usize::try_from(n).unwrap_or(0)),
        },
    };
    let missing = hub.progress.assigned - hub.progress.submitted;
    let mut tasks = vec![task(
        "applications?status=submitted",
        "round-admin-task-screen",
        "round-admin-task-screen-hint",
        waiting(hub.count(Status::Submitted)),
    )];
    if actor.is(Role::Admin) {
        let state = Badge {
            text: progress(t, hub.progress).text,
            tone: if missing > 0 {
                Tone::Info
            } else {
                Tone::Neutral
            },
        };
        let (title, hint) = ("round-admin-task-assign", "round-admin-task-assign-hint");
        tasks.push(task("assignment", title, hint, state));
    }
    if hub.progress.assigned > 0 {
        let (title, hint) = ("progress-title", "progress-hint");
        tasks.push(task("reviewing", title, hint, waiting(missing)));
    }
    tasks.push(task(
        "ranking",
        "round-admin-task-decide",
        "round-admin-task-decide-hint",
        waiting(hub.count(Status::Deliberation)),
    ));
    if hub.conflicts > 0 {
        let (title, hint) = ("conflict-round-title", "conflict-round-hint");
        let state = Badge {
            text: t.count("conflict-round-count", hub.conflicts),
            tone: Tone::Warn,
        };
        tasks.push(task("conflicts", title, hint, state));
    }
    tasks
}

fn facts(t: Locale, hub: &Hub) -> Vec<Fact> {
    let round = &hub.round;
    let fact = |key: &str, value: String| Fact {
        label: t.say(key),
        value,
    };
    let days = |n: i32| usize::try_from(n).unwrap_or(0);
    let sign_off = match (round.sign_off, round.emergency) {
        (true, true) => "round-admin-sign-off-emergency",
        (true, false) => "round-admin-sign-off-yes",
        (false, _) => "round-admin-sign-off-no",
    };
    let mut facts = vec![
        fact(
            "round-admin-opens",
            t.when(round.opens_at, &round.time_zone),
        ),
        fact("round-admin-closes", closes(t, round)),
    ];
    if round.closing.closes_at().is_some() {
        let grace = t.count("round-admin-minutes", days(round.grace_minutes));
        facts.push(fact("round-admin-grace", grace));
    }
    facts.extend([
        fact("round-admin-reviews-due", reviews_due(t, round)),
        fact(
            "round-admin-turnaround",
            t.count("round-admin-days", days(round.turnaround_days)),
        ),
        fact("round-admin-budget", t.money(round.budget())),
        fact("round-admin-least", t.money(round.least())),
        fact("round-admin-most", t.money(round.most())),
        fact("round-admin-sign-off-fact", t.say(sign_off)),
        fact(
            "round-admin-rubric-version",
            t.number(hub.rubric_version.into()),
        ),
        fact(
            "round-admin-form-version",
            t.number(hub.form_version.into()),
        ),
    ]);
    facts
}

fn links(t: Locale, actor: &Actor, round: &Round) -> Vec<Link> {
    let part =
        |part: &str, key: &str| Link::new(url::admin_round_part(&round.slug, part), t.say(key));
    let mut links = vec![
        part("applications", "round-admin-applications"),
        part("rubric", "round-admin-rubric"),
        part("phases", "phases-title"),
        part("board", "board-title"),
        part("discussions", "discussions-title"),
        part("meetings", "meetings-title"),
        part("decisions", "many-title"),
        part("reserve", "reserve-title"),
        part("turnaround", "turnaround-title"),
        part("currencies", "rates-title"),
        part("lists", "lists-screening-title"),
        part("form", "form-of-round"),
        Link::new(url::exports(&round.slug), t.say("round-admin-exports")),
        part("publication", "publication-title"),
    ];
    if round.state != RoundState::Draft {
        let public = url::round(&round.slug);
        links.push(Link::new(public, t.say("round-admin-public")));
    }
    let log = format!("{}?kind=round&id={}", url::AUDIT, round.id);
    links.push(Link::new(log, t.say("round-admin-log")));
    let purge = url::admin_round_part(&round.slug, purge::PART);
    links.extend(restricted(actor, purge, t.say("purge-title")));
    links
}
