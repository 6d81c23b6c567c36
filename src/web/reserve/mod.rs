//! The reserve list of a round: its order, what money is free, who is next.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::registrar::Registrar;
use crate::actions::kept_ranking;
use crate::actions::rank_round::{Entry, RoundRanking};
use crate::actions::reserve as actions;
use crate::domain::account::Role;
use crate::domain::appeal::Cause;
use crate::domain::numerals::parse_whole;
use crate::domain::reserve::next_in_line;
use crate::domain::{ApplicationId, Message, Money, Problems};
use crate::i18n::Locale;
use crate::policy::{Actor, Reach};
use crate::store::{Reader, StoreError, Tx};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Form, Pairs};
use crate::web::ui::Link;
use crate::web::visit::Visit;
use crate::web::{appeal, url, words};

/// The routes of the reserve list.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/rounds/{slug}/reserve", show);
    routes.post("/admin/rounds/{slug}/reserve", arrange);
}

fn place(slug: &str) -> String {
    url::admin_round_part(slug, "reserve")
}

/// Rounds in which somebody on the reserve list could be funded, told where admins begin.
#[derive(Default)]
pub struct FreedPanel {
    /// The list of a round, and what fits.
    pub rows: Vec<(Link, String)>,
}

impl FreedPanel {
    /// Reads it for whoever moves somebody up.
    pub fn read(reader: &mut Reader, actor: &Actor) -> Result<Vec<actions::Freed>, StoreError> {
        match actor.is(Role::Admin) {
            true => actions::freed(reader, Reach::staff(actor)),
            false => Ok(Vec::new()),
        }
    }

    /// In words.
    pub fn new(t: Locale, freed: &[actions::Freed]) -> Self {
        let row = |one: &actions::Freed| {
            let told = Message::new("reserve-fits")
                .with("n", i64::try_from(one.fitting).unwrap_or(i64::MAX))
                .with("amount", Money::new(one.free_minor, one.round.currency));
            let link = Link::new(place(&one.round.slug), one.round.title.get(t.language()));
            (link, t.tell(&told))
        };
        Self {
            rows: freed.iter().map(row).collect(),
        }
    }
}

/// An application on the list.
struct Row {
    id: String,
    /// As shown or as typed.
    place: String,
    href: String,
    reference: String,
    title: String,
    organisation: String,
    amount: String,
    /// The first whose request fits into what is free.
    next: bool,
    /// Where it is decided anew.
    move_up: Option<Link>,
}

#[derive(Template)]
#[template(path = "reserve/list.html")]
struct ReservePage {
    chrome: Chrome,
    t: Locale,
    round: String,
    /// What is left of the budget, in words.
    free: String,
    rows: Vec<Row>,
    error: String,
    may_arrange: bool,
    action: String,
}

struct Seen {
    ranking: Arc<RoundRanking>,
    order: Vec<ApplicationId>,
}

async fn load(visit: &Visit, actor: &Actor, slug: &str) -> Result<Seen, Fault> {
    let (reach, slug) = (Reach::staff(actor), slug.to_owned());
    let read = move |reader: &mut Reader| {
        let Some(ranking) = kept_ranking::by_slug(reader, reach, &slug)? else {
            return Ok(None);
        };
        let order = actions::list(reader, reach, &ranking)?;
        let order = order.iter().map(|entry| entry.application.id).collect();
        Ok(Some(Seen { ranking, order }))
    };
    visit.survey(read).await?.ok_or(Fault::NotFound)
}

fn page(
    visit: &Visit,
    actor: &Actor,
    seen: &Seen,
    (typed, problems): (&Pairs, &Problems),
) -> ReservePage {
    let (t, round) = (visit.t, &seen.ranking.round);
    let left = seen.ranking.figures().portfolio.left_minor();
    let requests = seen.order.iter().filter_map(|id| {
        let entry = seen.ranking.entry(*id)?;
        Some((*id, entry.application.requested_minor?))
    });
    let next = next_in_line(&requests.collect::<Vec<_>>(), left);
    let free = if left > 0 {
        t.with(
            "reserve-free",
            "amount",
            t.money(Money::new(left, round.currency)),
        )
    } else {
        t.say("reserve-nothing-free")
    };
    let admin = actor.is(Role::Admin);
    let rows = seen.order.iter().enumerate().filter_map(|(n, id)| {
        let entry = seen.ranking.entry(*id)?;
        Some(Row {
            next: next == Some(*id),
            ..row(t, (entry, round.currency), (n, typed, admin))
        })
    });
    let error = problems.of("place").map(|message| t.tell(message));
    ReservePage {
        chrome: Chrome::new(visit, &t.say("reserve-title"))
            .wide()
            .back(Link::new(
                url::admin_round(&round.slug),
                round.title.get(t.language()),
            ))
            .problems(t, problems),
        t,
        round: round.title.get(t.language()).to_owned(),
        free,
        rows: rows.collect(),
        error: error.unwrap_or_default(),
        may_arrange: admin && seen.order.len() > 1,
        action: place(&round.slug),
    }
}

fn row(
    t: Locale,
    (entry, currency): (&Entry, crate::domain::Currency),
    (n, typed, admin): (usize, &Pairs, bool),
) -> Row {
    let id = entry.application.id;
    let field = format!("place.{id}");
    let mut typed = typed.iter().filter(|(name, _)| *name == field);
    let again = format!("{}?cause={}", appeal::anew_place(id), Cause::Reserve.code());
    Row {
        id: id.to_string(),
        place: typed
            .next()
            .map_or_else(|| (n + 1).to_string(), |(_, value)| value.clone()),
        href: url::decision(id),
        reference: entry.application.reference.clone(),
        title: entry.application.title.clone(),
        organisation: entry.organisation.name(t.language()).to_owned(),
        amount: words::requested(t, &entry.application, currency).unwrap_or_default(),
        next: false,
        move_up: admin.then(|| Link::new(again, t.say("reserve-move-up"))),
    }
}

/// The list.
pub async fn show(visit: Staff, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let seen = load(&visit, visit.actor(), &slug).await?;
    let fresh = (&Pairs::default(), &Problems::default());
    visit.page(&page(&visit, visit.actor(), &seen, fresh))
}

/// The applications in the order of the numbers typed beside them; nothing where one is
/// no number from 1. Equal numbers keep their order.
fn read_order(order: &[ApplicationId], typed: &Pairs) -> Option<Vec<ApplicationId>> {
    let number = |id: &ApplicationId| {
        let field = format!("place.{id}");
        let (_, value) = typed.iter().find(|(name, _)| *name == field)?;
        parse_whole(value).filter(|n| *n > 0).map(|n| (n, *id))
    };
    let mut read: Vec<(i64, ApplicationId)> = order.iter().map(number).collect::<Option<_>>()?;
    read.sort_by_key(|(n, _)| *n);
    Some(read.into_iter().map(|(_, id)| id).collect())
}

/// Puts it in order.
pub async fn arrange(
    visit: Admin,
    slug: Path<String>,
    Form(typed): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let seen = load(&visit, visit.actor(), &slug).await?;
    let Some(order) = read_order(&seen.order, &typed) else {
        let wrong = Problems::one("place", Message::new("error-place"));
        return visit.refused(&page(&visit, visit.actor(), &seen, (&typed, &wrong)));
    };
    let (actor, name) = (visit.actor().clone(), slug.clone());
    let write = move |tx: &mut Tx| actions::arrange(tx, &actor, &name, &order);
    visit.act_or_fault(write).await?;
    Ok(visit.see_with(&place(&slug), "notice-reserve-arranged"))
}
