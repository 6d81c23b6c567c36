//! The clocks of a round and what they came to.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::milestone_key;
use crate::actions::turnaround::{Clocks, Measured, Took, Turnaround, turnaround};
use crate::domain::round::Round;
use crate::domain::turnaround::Clock;
use crate::domain::{ApplicationId, Message};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::{Reader, programme, round};
use crate::web::access::Staff;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::ui::{Badge, Bar, Link, Pager, Tone};
use crate::web::{url, words};

/// Applications on one page.
const PAGE: usize = 50;

/// Which applications, and where the list goes on.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Shown {
    show: String,
    after: String,
}

/// A milestone with what was measured.
struct Line {
    name: String,
    target: String,
    reached: String,
    in_time: Bar,
    late: String,
    median: String,
    p90: String,
}

/// An application with its clocks.
struct Row {
    href: String,
    reference: String,
    title: String,
    status: Badge,
    sent: String,
    clocks: Vec<(String, Option<Badge>)>,
}

#[derive(Template)]
#[template(path = "turnaround/round.html")]
struct TurnaroundPage {
    chrome: Chrome,
    t: Locale,
    round: String,
    /// Time to the decision and to the money.
    figures: Vec<(String, String)>,
    lines: Vec<Line>,
    /// All, or what is late.
    tabs: Vec<Link>,
    rows: Vec<Row>,
    pager: Pager,
    promise: Option<Link>,
}

struct Seen {
    round: Round,
    programme: Option<String>,
    turnaround: Turnaround,
}

async fn load(visit: &Staff, slug: &str) -> Result<Seen, Fault> {
    let (reach, slug, now) = (Reach::staff(visit.actor()), slug.to_owned(), visit.now());
    let read = move |reader: &mut Reader| {
        let Some(round) = round::by_slug(reader, &slug)? else {
            return Ok(None);
        };
        let programme = programme::by_id(reader, round.programme_id)?;
        Ok(Some(Seen {
            turnaround: turnaround(reader, reach, (&round, now))?,
            programme: programme.map(|one| one.slug),
            round,
        }))
    };
    visit.read(read).await?.ok_or(Fault::NotFound)
}

/// Clocks and measures.
pub async fn show(
    visit: Staff,
    slug: Path<String>,
    shown: Query<Shown>,
) -> Result<HttpResponse, Fault> {
    let seen = load(&visit, &slug).await?;
    let (t, place) = (visit.t, url::admin_round_part(&slug, "turnaround"));
    let late = shown.show == "late";
    let listed = seen.turnaround.applications.iter();
    let listed: Vec<&Clocks> = listed.filter(|one| !late || one.is_late()).collect();
    let after = ApplicationId::parse(&shown.after).ok();
    let start = listed
        .iter()
        .position(|one| Some(one.row.application) == after);
    let start = start.map_or(0, |at| at + 1);
    let page = listed[start..].iter().take(PAGE);
    let more = listed.len() > start + PAGE;
    let here = if late {
        format!("{place}?show=late")
    } else {
        format!("{place}?show=all")
    };
    let last = page.clone().next_back().filter(|_| more);
    let pager = Pager {
        earlier: (start > 0).then(|| here.clone()),
        later: last.map(|one| format!("{here}&after={}", one.row.application)),
    };
    let tab = |name: &str, key: &str, current: bool| Link {
        current,
        ..Link::new(format!("{place}?show={name}"), t.say(key))
    };
    let title = seen.round.title.get(t.language());
    let measured = seen.turnaround.measured.iter();
    visit.page(&TurnaroundPage {
        chrome: Chrome::new(&visit, &t.say("turnaround-title"))
            .wide()
            .back(Link::new(url::admin_round(&slug), title)),
        t,
        round: title.to_owned(),
        figures: figures(t, &seen.turnaround),
        lines: measured.map(|one| line(t, one)).collect(),
        tabs: vec![
            tab("all", "turnaround-all", !late),
            tab("late", "turnaround-late", late),
        ],
        rows: page.map(|one| row(&visit, &seen.round, one)).collect(),
        pager,
        promise: seen
            .programme
            .map(|slug| Link::new(super::place(&slug), t.say("promise-title"))),
    })
}

/// A number of working days in words; empty for none.
pub fn days(t: Locale, days: Option<u32>) -> String {
    let count = |n: u32| t.count("turnaround-days", usize::try_from(n).unwrap_or(0));
    days.map(count).unwrap_or_default()
}

fn figures(t: Locale, turnaround: &Turnaround) -> Vec<(String, String)> {
    vec![
        (
            t.say("turnaround-to-decision"),
            took(t, turnaround.to_decision()),
        ),
        (
            t.say("turnaround-to-money"),
            took(t, Some(turnaround.to_money)),
        ),
    ]
}

/// Median and 90th percentile in words.
pub fn took(t: Locale, took: Option<Took>) -> String {
    let Some(took) = took.filter(|took| took.count > 0) else {
        return t.say("turnaround-unmeasured");
    };
    let words = Message::new("turnaround-took")
        .with("median", days(t, took.median))
        .with("most", days(t, took.p90));
    t.tell(&words)
}

fn line(t: Locale, one: &Measured) -> Line {
    let reached = one.took.count;
    let percent = (one.in_time * 100).checked_div(reached).unwrap_or(0);
    let number = |n: usize| t.number(i64::try_from(n).unwrap_or(i64::MAX));
    let words = Message::new("turnaround-in-time")
        .with("n", i64::try_from(one.in_time).unwrap_or(0))
        .with("of", i64::try_from(reached).unwrap_or(0));
    let name = t.say(milestone_key(one.milestone));
    Line {
        target: days(t, Some(one.target)),
        reached: number(reached),
        in_time: Bar {
            label: name.clone(),
            value: t.tell(&words),
            percent: u32::try_from(percent).unwrap_or(0),
            tone: if percent < 50 { Tone::Warn } else { Tone::Good },
        },
        late: number(one.late),
        median: days(t, one.took.median),
        p90: days(t, one.took.p90),
        name,
    }
}

fn row(visit: &Staff, round: &Round, one: &Clocks) -> Row {
    let t = visit.t;
    let milestones = crate::domain::turnaround::Milestone::ALL.into_iter();
    let clocks = milestones.zip(one.clocks).map(|(milestone, clock)| {
        let name = t.say(milestone_key(milestone));
        (name, clock.map(|clock| badge(t, clock)))
    });
    let sent = one.row.submitted_at;
    Row {
        href: url::dossier(one.row.application),
        reference: one.row.reference.clone(),
        title: one.row.title.clone(),
        status: words::status(t, one.row.status),
        sent: sent
            .map(|at| t.date(at, &round.time_zone))
            .unwrap_or_default(),
        clocks: clocks.collect(),
    }
}

fn badge(t: Locale, clock: Clock) -> Badge {
    let (text, tone) = match clock {
        Clock::Reached { days: n, late } => {
            let tone = if late { Tone::Warn } else { Tone::Good };
            let key = if late {
                "clock-reached-late"
            } else {
                "clock-reached"
            };
            (t.count(key, usize::try_from(n).unwrap_or(0)), tone)
        }
        Clock::Running { due, left } => {
            let tone = if left <= 1 { Tone::Warn } else { Tone::Neutral };
            (t.with("clock-running", "day", t.day(due)), tone)
        }
        Clock::Late { due, over } => {
            let words = Message::new("clock-late")
                .with("day", t.day(due))
                .with("n", i64::from(over));
            (t.tell(&words), Tone::Bad)
        }
    };
    Badge { text, tone }
}
