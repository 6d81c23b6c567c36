//! Giving the draft up.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use serde::Deserialize;

use super::load::{back, desk, programme};
use super::place;
use super::text::state;
use crate::actions::Refusal;
use crate::actions::rubric_draft::reset_rubric;
use crate::domain::rubric::differences;
use crate::policy::rubric::MayEditRubrics;
use crate::store::Tx;
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::draft_file::Seen;
use crate::web::errors::Fault;
use crate::web::forms::Form;
use crate::web::round::{ConfirmPage, Fact};
use crate::web::ui::Link;

/// Asks before the draft is given up.
pub async fn show(visit: Admin, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let (t, desk) = (visit.t, desk(&visit, &slug).await?);
    let changes = differences(&desk.latest.draft(), &desk.rubric).len();
    let (heading, seen) = (t.say("form-reset"), Seen::from(&desk));
    let query = format!("reset?base={}&over={}", seen.base, seen.over);
    visit.page(&ConfirmPage {
        chrome: Chrome::new(&visit, &heading).back(back(t, &slug)),
        over: programme(t, &desk),
        facts: vec![Fact {
            label: t.say("form-state"),
            value: state(t, changes, desk.latest.version).text,
        }],
        effects: vec![
            t.with("form-reset-effect", "version", desk.latest.version),
            t.say("form-reset-keeps"),
        ],
        action: place::page(&slug, &query),
        submit: t.say("form-reset-do"),
        danger: true,
        cancel: Link::new(place::rubric(&slug), t.say("admin-cancel")),
        heading,
    })
}

/// Only the token is posted.
#[derive(Deserialize)]
pub struct Nothing {}

/// Gives the draft up.
pub async fn reset(
    visit: Admin,
    slug: Path<String>,
    seen: Query<Seen>,
    _: Form<Nothing>,
) -> Result<HttpResponse, Fault> {
    let (actor, of, seen) = (visit.actor().clone(), slug.clone(), seen.pair());
    let reset = move |tx: &mut Tx| {
        let may = MayEditRubrics::by(&actor).map_err(Refusal::Denied)?;
        reset_rubric(tx, &may, &of, seen)
    };
    visit.act_or_fault(reset).await?;
    Ok(visit.see_with(&place::rubric(&slug), "notice-form-reset"))
}
