//! Rounds as staff see them: the list, a round's hub, its rubric.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use serde::Deserialize;

use super::admin_pages::{Fact, Figure, HubPage, ReviewProgress, RoundsPage, ShownRound};
use crate::domain::account::Role;
use crate::domain::application::Status;
use crate::domain::programme::Programme;
use crate::domain::round::{Round, RoundState};
use crate::domain::{Message, Moment, RoundId};
use crate::i18n::Locale;
use crate::policy::{Actor, Reach};
use crate::store::assignment::Progress;
use crate::store::{application, assignment, conflict_record, form, programme, round, rubric};
use crate::web::access::Staff;
use crate::web::appeal::{self, WaitingPanel};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::reserve::FreedPanel;
use crate::web::turnaround::{self, LatePanel};
use crate::web::ui::{Badge, Link, Pager, Task, Tone};
use crate::web::visit::Visit;
use crate::web::{url, words};

/// Rounds on one page.
const PAGE: usize = 50;

/// Where a list goes on.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Before {
    before: String,
}

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

/// Every round, latest first.
pub async fn list(visit: Staff, from: Query<Before>) -> Result<HttpResponse, Fault> {
    let before = RoundId::parse(&from.before).ok();
    let reach = Reach::staff(visit.actor());
    let (actor, now) = (visit.actor().clone(), visit.now());
    let (mut rounds, counts, late, appeals, freed) = visit
        .read(move |reader| {
            let rounds = round::list(reader, &RoundState::ALL, before, PAGE as i64 + 1)?;
            let ids: Vec<RoundId> = rounds.iter().map(|round| round.id).collect();
            let counts = application::counts_of_rounds(reader, reach, &ids)?;
            let late = turnaround::of_staff(reader, &actor, now)?;
            let freed = FreedPanel::read(reader, &actor)?;
            let appeals = appeal::waiting(reader, &actor)?;
            Ok((rounds, counts, late, appeals, freed))
        })
        .await?;
    let more = rounds.len() > PAGE;
    rounds.truncate(PAGE);
    let later = rounds.last().filter(|_| more);
    let pager = Pager {
        earlier: before.map(|_| url::ADMIN_ROUNDS.to_owned()),
        later: later.map(|last| format!("{}?before={}", url::ADMIN_ROUNDS, last.id)),
    };
    let shown = rounds.iter().map(|round| shown(&visit, round, &counts));
    visit.page(&RoundsPage {
        chrome: Chrome::new(&visit, &visit.t.say("round-admin-title")).wide(),
        t: visit.t,
        late: LatePanel::staff(visit.t, &late),
        appeals: WaitingPanel::new(&visit, &appeals),
        freed: FreedPanel::new(visit.t, &freed),
        rounds: shown.collect(),
        may_change: visit.actor().is(Role::Admin),
        pager,
    })
}

fn shown(visit: &Visit, round: &Round, counts: &[(RoundId, Status, i64)]) -> ShownRound {
    let t = visit.t;
    let sum = |counted: fn(Status) -> bool| {
        let own = counts
            .iter()
            .filter(|(id, status, _)| *id == round.id && counted(*status));
        t.number(own.map(|(_, _, count)| count).sum())
    };
    ShownRound {
        href: url::admin_round(&round.slug),
        title: round.title.get(t.language()).to_owned(),
        state: words::round_state(t, round.state),
        opens: t.date(round.opens_at, &round.time_zone),
        closes: t.when(round.closes_at, &round.time_zone),
        sent: sum(|status| !matches!(status, Status::Draft | Status::Discarded)),
        drafts: sum(|status| status == Status::Draft),
        budget: t.money(round.budget()),
    }
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
        links: links(t, round),
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
    let when = |at: Moment| t.when(at, &round.time_zone);
    let days = |n: i32| usize::try_from(n).unwrap_or(0);
    let sign_off = match (round.sign_off, round.emergency) {
        (true, true) => "round-admin-sign-off-emergency",
        (true, false) => "round-admin-sign-off-yes",
        (false, _) => "round-admin-sign-off-no",
    };
    vec![
        fact("round-admin-opens", when(round.opens_at)),
        fact("round-admin-closes", when(round.closes_at)),
        fact(
            "round-admin-grace",
            t.count("round-admin-minutes", days(round.grace_minutes)),
        ),
        fact("round-admin-reviews-due", when(round.reviews_due_at)),
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
    ]
}

fn links(t: Locale, round: &Round) -> Vec<Link> {
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
    links
}
