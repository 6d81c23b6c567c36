//! Opening and closing a round, each on its own page: neither can be taken back.

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::admin::load;
use super::admin_pages::{ConfirmPage, Fact};
use super::closing::closes;
use crate::actions::{Refusal, round};
use crate::domain::round::Round;
use crate::policy::round::MayRunRounds;
use crate::store::Tx;
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::Form;
use crate::web::ops::NoFields;
use crate::web::ui::Link;
use crate::web::url;
use crate::web::visit::Visit;

/// The words and effects of a page that asks.
struct Asking {
    part: &'static str,
    heading: &'static str,
    effects: [&'static str; 3],
    submit: &'static str,
    danger: bool,
}

const OPENING: Asking = Asking {
    part: "opening",
    heading: "round-admin-opening-title",
    effects: [
        "round-admin-opening-public",
        "round-admin-opening-bound",
        "round-admin-opening-dates",
    ],
    submit: "round-admin-open",
    danger: false,
};

const CLOSING: Asking = Asking {
    part: "closing",
    heading: "round-admin-closing-title",
    effects: [
        "round-admin-closing-sending",
        "round-admin-closing-reviews",
        "round-admin-closing-final",
    ],
    submit: "round-admin-close",
    danger: true,
};

/// An effect as it is in a round with or without a closing day.
fn effect(round: &Round, key: &'static str) -> &'static str {
    match (key, round.closing.closes_at()) {
        ("round-admin-opening-dates", None) => "round-admin-opening-rolling",
        ("round-admin-closing-sending", None) => "round-admin-closing-rolling",
        _ => key,
    }
}

fn confirm_page(visit: &Visit, round: &Round, asking: &Asking) -> ConfirmPage {
    let t = visit.t;
    let (heading, title) = (t.say(asking.heading), round.title.get(t.language()));
    let hub = url::admin_round(&round.slug);
    let fact = |key: &str, value: String| Fact {
        label: t.say(key),
        value,
    };
    ConfirmPage {
        chrome: Chrome::new(visit, &heading)
            .wide()
            .back(Link::new(hub.clone(), title)),
        over: title.to_owned(),
        heading,
        facts: vec![
            fact(
                "round-admin-opens",
                t.when(round.opens_at, &round.time_zone),
            ),
            fact("round-admin-closes", closes(t, round)),
            fact("round-admin-budget", t.money(round.budget())),
        ],
        effects: asking.effects.map(|key| t.say(effect(round, key))).into(),
        action: url::admin_round_part(&round.slug, asking.part),
        submit: t.say(asking.submit),
        danger: asking.danger,
        cancel: Link::new(hub, t.say("admin-cancel")),
    }
}

/// Asks before opening.
pub async fn show_opening(visit: Admin, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let round = load(&visit, &slug).await?;
    visit.page(&confirm_page(&visit, &round, &OPENING))
}

/// Opens a round.
pub async fn open(
    visit: Admin,
    slug: Path<String>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let (actor, hub) = (visit.actor().clone(), url::admin_round(&slug));
    let open = move |tx: &mut Tx| {
        let may = MayRunRounds::by(&actor).map_err(Refusal::Denied)?;
        round::open_round(tx, &may, &slug)
    };
    visit.act_or_fault(open).await?;
    Ok(visit.see_with(&hub, "notice-round-opened"))
}

/// Asks before closing.
pub async fn show_closing(visit: Admin, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let round = load(&visit, &slug).await?;
    visit.page(&confirm_page(&visit, &round, &CLOSING))
}

/// Closes a round.
pub async fn close(
    visit: Admin,
    slug: Path<String>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let (actor, hub) = (visit.actor().clone(), url::admin_round(&slug));
    let close = move |tx: &mut Tx| {
        let may = MayRunRounds::by(&actor).map_err(Refusal::Denied)?;
        round::close_round(tx, &may, &slug)
    };
    visit.act_or_fault(close).await?;
    Ok(visit.see_with(&hub, "notice-round-closed"))
}
