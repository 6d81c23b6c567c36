//! Setting the balance targets of a round.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::{BALANCE, BOARD, Balance, balance_of, group_words};
use crate::actions::Refusal;
use crate::actions::balance::{about, groups, remove as take_back, set as put};
use crate::actions::board::{Aims, aims};
use crate::domain::Problems;
use crate::domain::account::Role;
use crate::domain::balance::{Edge, Measure, TargetText};
use crate::domain::round::Round;
use crate::i18n::Locale;
use crate::policy::{Actor, Reach};
use crate::store::term::{self, Term};
use crate::store::{Tx, round};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ui::{Choice, Control, Field, Link, Width};
use crate::web::url;
use crate::web::visit::Visit;

/// A target as posted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct TargetForm {
    group: String,
    edge: String,
    measure: String,
    percent: String,
}

impl TargetForm {
    fn text(self) -> TargetText {
        TargetText {
            group: self.group,
            edge: self.edge,
            measure: self.measure,
            percent: self.percent,
        }
    }
}

/// A target with how it stands, and what says which it is when it is taken back.
struct Standing {
    balance: Balance,
    group: String,
    edge: &'static str,
    measure: &'static str,
}

#[derive(Template)]
#[template(path = "board/balance.html")]
struct BalancePage {
    chrome: Chrome,
    t: Locale,
    round: String,
    targets: Vec<Standing>,
    action: String,
    /// Of a further target; none for those who only read.
    fields: Vec<Field>,
}

struct Seen {
    round: Round,
    aims: Aims,
    terms: Vec<Term>,
}

async fn see(visit: &Visit, actor: &Actor, slug: &str) -> Result<Seen, Fault> {
    let (reach, slug) = (Reach::staff(actor), slug.to_owned());
    let read = visit.survey(move |reader| {
        let Some(round) = round::by_slug(reader, &slug)? else {
            return Ok(None);
        };
        Ok(Some(Seen {
            aims: aims(reader, reach, &round)?,
            terms: term::all(reader)?,
            round,
        }))
    });
    read.await?.ok_or(Fault::NotFound)
}

/// The targets of a round.
pub async fn show(visit: Staff, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let seen = see(&visit, visit.actor(), &slug).await?;
    let typed = TargetText {
        edge: Edge::Least.code().to_owned(),
        measure: Measure::Amount.code().to_owned(),
        ..TargetText::default()
    };
    let fresh = (&typed, &Problems::default());
    visit.page(&page(&visit, visit.actor(), &seen, fresh))
}

/// Sets a target.
pub async fn set(
    visit: Admin,
    slug: Path<String>,
    Form(form): Form<TargetForm>,
) -> Result<HttpResponse, Fault> {
    let typed = form.text();
    let (actor, name, text) = (visit.actor().clone(), slug.clone(), typed.clone());
    match visit
        .act(move |tx: &mut Tx| put(tx, &actor, &name, &text))
        .await?
    {
        Ok(()) => Ok(visit.see_with(&url::admin_round_part(&slug, BALANCE), "notice-balance-set")),
        Err(Refusal::Invalid(problems)) => {
            let seen = see(&visit, visit.actor(), &slug).await?;
            visit.refused(&page(&visit, visit.actor(), &seen, (&typed, &problems)))
        }
        Err(other) => Err(other.into()),
    }
}

/// Takes a target back.
pub async fn remove(
    visit: Admin,
    slug: Path<String>,
    Form(form): Form<TargetForm>,
) -> Result<HttpResponse, Fault> {
    let (actor, name, text) = (visit.actor().clone(), slug.clone(), form.text());
    let act = visit.act_or_fault(move |tx: &mut Tx| take_back(tx, &actor, &name, &text));
    act.await?;
    let place = url::admin_round_part(&slug, BALANCE);
    Ok(visit.see_with(&place, "notice-balance-removed"))
}

fn page(
    visit: &Visit,
    actor: &Actor,
    seen: &Seen,
    (typed, problems): (&TargetText, &Problems),
) -> BalancePage {
    let (t, round) = (visit.t, &seen.round);
    let slug = round.slug.as_str();
    let standing = balance_of(t, &seen.terms, &seen.aims, round.currency)
        .into_iter()
        .zip(&seen.aims.targets);
    let standing = standing.map(|(balance, target)| {
        let (group, edge, measure) = about(target);
        Standing {
            balance,
            group,
            edge,
            measure,
        }
    });
    let ask = Fields { t, problems };
    BalancePage {
        chrome: Chrome::new(visit, &t.say("balance-title"))
            .wide()
            .back(Link::new(
                url::admin_round_part(slug, BOARD),
                t.say("board-title"),
            ))
            .problems(t, problems),
        t,
        round: round.title.get(t.language()).to_owned(),
        targets: standing.collect(),
        action: url::admin_round_part(slug, BALANCE),
        fields: match actor.is(Role::Admin) {
            true => fields(&ask, seen, typed),
            false => Vec::new(),
        },
    }
}

fn fields(ask: &Fields, seen: &Seen, typed: &TargetText) -> Vec<Field> {
    let t = ask.t;
    let choice = |value: String, label: String, chosen: &str| Choice {
        chosen: value == chosen,
        value,
        label,
        hint: None,
    };
    let group = groups(&seen.terms).into_iter().map(|(side, code)| {
        let label = group_words(t, &seen.terms, side, &code);
        choice(format!("{}:{code}", side.code()), label, &typed.group)
    });
    let none = choice(String::new(), t.say("balance-choose"), &typed.group);
    let edge = Edge::ALL.map(|edge| {
        let key = match edge {
            Edge::Least => "balance-edge-least",
            Edge::Most => "balance-edge-most",
        };
        choice(edge.code().to_owned(), t.say(key), &typed.edge)
    });
    let measure = Measure::ALL.map(|measure| {
        let key = match measure {
            Measure::Number => "balance-measure-number",
            Measure::Amount => "balance-measure-amount",
        };
        choice(measure.code().to_owned(), t.say(key), &typed.measure)
    });
    let group = Control::Select([none].into_iter().chain(group).collect());
    let percent = Control::Latin {
        kind: "text",
        inputmode: "numeric",
        width: Width::Short,
    };
    vec![
        ask.field("group", "balance-group", &typed.group, group),
        ask.field(
            "edge",
            "balance-edge",
            &typed.edge,
            Control::Select(edge.to_vec()),
        ),
        ask.field("percent", "balance-percent", &typed.percent, percent),
        ask.field(
            "measure",
            "balance-measure",
            &typed.measure,
            Control::Select(measure.to_vec()),
        ),
    ]
}
