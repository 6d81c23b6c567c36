//! Releasing a round's outcomes: what each applicant will read, and which go out.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::words::{Told, badge, told};
use crate::actions::rank_round::{Entry, RoundRanking, rank_round};
use crate::actions::release_decisions;
use crate::domain::account::Role;
use crate::domain::application::Status;
use crate::domain::decision::may_release;
use crate::domain::{DecisionId, Message, Problems};
use crate::i18n::Locale;
use crate::policy::{Actor, Reach};
use crate::store::term::{self, Term};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Form, Pairs};
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
    let read = visit.read(move |reader| {
        let ranking = rank_round(reader, reach, &name)?;
        Ok((ranking, term::all(reader)?))
    });
    let (ranking, terms) = read.await?;
    let ranking = ranking.ok_or(Fault::NotFound)?;
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
        ready: ready(t, &ranking, &terms, all),
        error: error.unwrap_or_default(),
        may_release: actor.is(Role::Admin),
        tick_all: format!("{place}?all=yes"),
        action: place,
        ranking: url::ranking(slug),
    })
}

fn ready(t: Locale, ranking: &RoundRanking, terms: &[Term], all: bool) -> Vec<Ready> {
    let open = |entry: &&Entry| entry.application.status == Status::Deliberation;
    let shown = |entry: &Entry| {
        let decision = entry.decision.as_ref()?;
        may_release(decision, ranking.round.sign_off).ok()?;
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
    let ready = ranking.running().filter(open).filter_map(shown);
    ready.take(MOST).collect()
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
    if ids.is_empty() {
        let none = Problems::one("decision", Message::new("error-none-ticked"));
        return visit.refused(&page(&visit, visit.actor(), &slug, false, &none).await?);
    }
    let (actor, site) = (visit.actor().clone(), visit.site.address.clone());
    let name = slug.into_inner();
    let place = url::release(&name);
    let act =
        move |tx: &mut crate::store::Tx| release_decisions::release(tx, &actor, &name, &ids, &site);
    visit.act_or_fault(act).await?;
    Ok(visit.see_with(&place, "notice-released"))
}
