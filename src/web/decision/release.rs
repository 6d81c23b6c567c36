//! Releasing a round's outcomes: what each applicant will read, and which go out.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::letters;
use super::words::{Told, badge, told};
use crate::actions::Refusal;
use crate::actions::kept_ranking;
use crate::actions::rank_round::{Entry, RoundRanking};
use crate::actions::release_decisions;
use crate::domain::account::Role;
use crate::domain::decision::{Decision, Ruling};
use crate::domain::{ApplicationId, DecisionId, Message, Problems};
use crate::i18n::Locale;
use crate::policy::{Actor, Reach};
use crate::store::term::{self, Term};
use crate::store::{Reader, Tx, decision, release_queue};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Form, Pairs};
use crate::web::list_screening::before_release;
use crate::web::ui::{Badge, Link};
use crate::web::url;
use crate::web::visit::Visit;

/// The most that one form releases; the rest waits for the next.
const MOST: usize = 200;

/// Outcomes ready to be released.
#[derive(Template)]
#[template(path = "decision/release.html")]
struct ReleasePage {
    chrome: Chrome,
    t: Locale,
    round: String,
    ready: Vec<Ready>,
    /// Error of the ticks; empty for none.
    error: String,
    may_release: bool,
    /// How many stand in line of a release that broke off; empty for none.
    waiting: String,
    /// Where every letter is shown first.
    letters: String,
    action: String,
    tick_all: String,
    ranking: String,
}

/// One decision that can be released.
struct Ready {
    decision: String,
    href: String,
    title: String,
    organisation: String,
    reference: String,
    badge: Badge,
    /// What the applicant will read; `None` for a referral back.
    told: Option<Told>,
    ticked: bool,
}

/// Which boxes are ticked at first.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Ticks {
    all: String,
}

async fn page(
    visit: &Visit,
    actor: &Actor,
    slug: &str,
    all: bool,
    problems: &Problems,
) -> Result<ReleasePage, Fault> {
    let (reach, name) = (Reach::staff(actor), slug.to_owned());
    let read = visit.survey(move |reader| {
        let Some(ranking) = kept_ranking::by_slug(reader, reach, &name)? else {
            return Ok(None);
        };
        let waiting = release_queue::count(reader, reach, ranking.round.id)?;
        let shown = letters::ready(&ranking).take(MOST);
        let shown: Vec<ApplicationId> = shown.map(|(entry, _)| entry.application.id).collect();
        let decisions = decision::of_applications(reader, reach, &shown)?;
        let terms = term::all(reader)?;
        Ok(Some(((ranking, decisions), terms, waiting)))
    });
    let ((ranking, decisions), terms, waiting) = read.await?.ok_or(Fault::NotFound)?;
    let t = visit.t;
    let place = url::release(slug);
    let error = problems.of("decision").map(|message| t.tell(message));
    Ok(ReleasePage {
        chrome: Chrome::new(visit, &t.say("release-title"))
            .wide()
            .back(Link::new(url::ranking(slug), t.say("ranking-title")))
            .problems(t, problems),
        t,
        round: ranking.round.title.get(t.language()).to_owned(),
        ready: ready(t, (&ranking, &decisions), &terms, all),
        error: error.unwrap_or_default(),
        may_release: actor.is(Role::Admin),
        waiting: match waiting {
            0 => String::new(),
            n => t.count("release-waiting", n),
        },
        letters: url::release_letters(slug),
        tick_all: format!("{place}?all=yes"),
        action: place,
        ranking: url::ranking(slug),
    })
}

fn ready(
    t: Locale,
    (ranking, decisions): (&RoundRanking, &BTreeMap<ApplicationId, Decision>),
    terms: &[Term],
    all: bool,
) -> Vec<Ready> {
    let shown = |(entry, ruling): (&Entry, &Ruling)| {
        // What was decided otherwise meanwhile is shown by the next reading.
        let decision = ruling.whole_in(decisions)?;
        Some(Ready {
            decision: decision.id.to_string(),
            href: url::decision(entry.application.id),
            title: entry.application.title.clone(),
            organisation: entry.organisation.name(t.language()).to_owned(),
            reference: entry.application.reference.clone(),
            badge: badge(t, decision),
            told: told(t, terms, decision),
            ticked: all,
        })
    };
    let ready = letters::ready(ranking).take(MOST);
    ready.filter_map(shown).collect()
}

/// What is ready to be released.
pub async fn show(
    visit: Staff,
    slug: Path<String>,
    ticks: Query<Ticks>,
) -> Result<HttpResponse, Fault> {
    let (all, fresh) = (ticks.all == "yes", Problems::default());
    visit.page(&page(&visit, visit.actor(), &slug, all, &fresh).await?)
}

/// Releases what is ticked.
pub async fn release(
    visit: Admin,
    slug: Path<String>,
    Form(posted): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let ticked = posted
        .iter()
        .filter(|(name, _)| name == "decision")
        .take(MOST);
    let ids: Result<Vec<DecisionId>, _> = ticked.map(|(_, id)| DecisionId::parse(id)).collect();
    let ids = ids.map_err(|_| Fault::Unreadable)?;
    let go_on = posted.iter().any(|(name, _)| name == "go_on");
    if ids.is_empty() && !go_on {
        let none = Problems::one("decision", Message::new("error-none-ticked"));
        return visit.refused(&page(&visit, visit.actor(), &slug, false, &none).await?);
    }
    let (actor, name) = (visit.actor().clone(), slug.into_inner());
    let line = name.clone();
    let line_up = move |tx: &mut Tx| release_decisions::line_up(tx, &actor, &line, &ids);
    visit.act_or_fault(line_up).await?;
    match release_all(&visit, &name).await? {
        None => Ok(visit.see_with(&url::release(&name), "notice-released")),
        Some(message) => {
            let problems = Problems::one("", message);
            let page = page(&visit, visit.actor(), &name, false, &problems).await?;
            visit.answer(StatusCode::CONFLICT, &page)
        }
    }
}

/// Releases what stands in line, one transaction each: whatever breaks off here goes on
/// with the next press. What can't be released any more is taken out of the line; the
/// first reason is handed back.
async fn release_all(visit: &Admin, slug: &str) -> Result<Option<Message>, Fault> {
    let mut refused = None;
    loop {
        let (actor, name) = (visit.actor().clone(), slug.to_owned());
        let find = move |reader: &mut Reader| release_decisions::next(reader, &actor, &name);
        let Some(id) = visit.read(find).await? else {
            return Ok(refused);
        };
        let about = visit.read(move |reader: &mut Reader| decision::application_of(reader, id));
        if let Some(about) = about.await? {
            before_release(visit, about).await?;
        }
        let (actor, name) = (visit.actor().clone(), slug.to_owned());
        let site = visit.site.address.clone();
        let release = move |tx: &mut Tx| release_decisions::release(tx, &actor, &name, id, &site);
        match visit.act(release).await? {
            Ok(()) => (),
            Err(Refusal::Stale(message) | Refusal::Denied(message)) => {
                let (actor, name) = (visit.actor().clone(), slug.to_owned());
                let leave = move |tx: &mut Tx| release_decisions::set_aside(tx, &actor, &name, id);
                visit.act_or_fault(leave).await?;
                refused.get_or_insert(message);
            }
            Err(other) => return Err(other.into()),
        }
    }
}
