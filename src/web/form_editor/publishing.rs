//! Publishing the draft as the next version, and giving it up.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::load::{back, desk, programme};
use super::text::{ShownDifference, problems, shown, state};
use crate::actions::Refusal;
use crate::actions::form_draft::{Desk, published, reset_form};
use crate::actions::form_version::{Choosable, choosable, publish_form};
use crate::domain::Problems;
use crate::domain::form::{Published, differences};
use crate::domain::round::RoundState;
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::policy::form::MayEditForms;
use crate::store::{Reader, Tx};
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::draft_file::Seen;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::round::{ConfirmPage, Fact};
use crate::web::ui::{Badge, Choice, Control, Field, Link};
use crate::web::{url, words};

#[derive(Template)]
#[template(path = "form_editor/publication.html")]
struct PublicationPage {
    chrome: Chrome,
    t: Locale,
    over: String,
    heading: String,
    state: Badge,
    seen: Seen,
    action: String,
    differences: Vec<ShownDifference>,
    /// Rounds that can use it.
    rounds: Option<Field>,
    /// Open and prepared rounds that keep their version, with the reason.
    pinned: Vec<(String, String)>,
    /// That there are things which keep it from being published.
    unfit: Option<String>,
    overview: Link,
}

type Found = (Desk, Published, Vec<Choosable>);

async fn load(visit: &Admin, slug: &str) -> Result<Found, Fault> {
    let (reach, slug) = (Reach::staff(visit.actor()), slug.to_owned());
    let load = move |reader: &mut Reader| {
        let Some(desk) = Desk::load(reader, &slug)? else {
            return Ok(None);
        };
        let rounds = choosable(reader, reach, desk.programme.id)?;
        let published = published(reader, &desk)?;
        Ok(Some((desk, published, rounds)))
    };
    visit.read(load).await?.ok_or(Fault::NotFound)
}

/// What is about to be published, and where it would be used.
pub async fn show(visit: Admin, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let (desk, published, rounds) = load(&visit, &slug).await?;
    let (t, found) = (visit.t, differences(&desk.latest.form, &desk.form));
    let heading = t.with("form-publish-version", "version", desk.latest.version + 1);
    let unfit = problems(t, &desk.form, &published).len();
    visit.page(&PublicationPage {
        chrome: Chrome::new(&visit, &heading).wide().back(back(t, &slug)),
        t,
        over: programme(t, &desk),
        heading,
        state: state(t, found.len(), desk.latest.version),
        seen: Seen::from(&desk),
        action: url::form_page(&slug, "publication"),
        differences: shown(t, &found),
        rounds: round_field(t, &rounds),
        pinned: pinned(t, &rounds),
        unfit: (unfit > 0).then(|| t.count("form-publish-unfit", unfit)),
        overview: Link::new(url::form(&slug), t.say("form-back-to-work")),
    })
}

/// Rounds in preparation are ticked, open ones are for the admin to tick.
fn round_field(t: Locale, rounds: &[Choosable]) -> Option<Field> {
    let free = rounds.iter().filter(|one| one.pinned.is_none());
    let choice = |one: &Choosable| Choice {
        value: one.round.slug.clone(),
        label: one.round.title.get(t.language()).to_owned(),
        hint: Some(words::round_state(t, one.round.state).text),
        chosen: one.round.state == RoundState::Draft,
    };
    let choices: Vec<Choice> = free.map(choice).collect();
    let problems = Problems::default();
    let ask = Fields {
        t,
        problems: &problems,
    };
    (!choices.is_empty()).then(|| {
        let control = Control::Checkboxes(choices);
        ask.hinted(
            "rounds",
            "form-field-rounds",
            "form-field-rounds-hint",
            "",
            control,
        )
    })
}

fn pinned(t: Locale, rounds: &[Choosable]) -> Vec<(String, String)> {
    let open = rounds
        .iter()
        .filter(|one| one.round.state != RoundState::Closed);
    let told = |one: &Choosable| {
        let title = one.round.title.get(t.language()).to_owned();
        one.pinned.as_ref().map(|reason| (title, t.tell(reason)))
    };
    open.filter_map(told).collect()
}

/// What was seen, and the rounds that shall use it.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Publication {
    base: i32,
    over: i32,
    rounds: Vec<String>,
}

/// Publishes the draft.
pub async fn publish(
    visit: Admin,
    slug: Path<String>,
    Form(form): Form<Publication>,
) -> Result<HttpResponse, Fault> {
    let (actor, of) = (visit.actor().clone(), slug.clone());
    let publish = move |tx: &mut Tx| {
        let may = MayEditForms::by(&actor).map_err(Refusal::Denied)?;
        publish_form(tx, &may, &of, (form.base, form.over), &form.rounds)
    };
    visit.act_or_fault(publish).await?;
    Ok(visit.see_with(&url::form(&slug), "notice-form-published"))
}

/// Asks before the draft is given up.
pub async fn show_reset(visit: Admin, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let (t, desk) = (visit.t, desk(&visit, &slug).await?);
    let changes = differences(&desk.latest.form, &desk.form).len();
    let heading = t.say("form-reset");
    let seen = Seen::from(&desk);
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
        action: url::form_page(
            &slug,
            &format!("reset?base={}&over={}", seen.base, seen.over),
        ),
        submit: t.say("form-reset-do"),
        danger: true,
        cancel: Link::new(url::form(&slug), t.say("admin-cancel")),
        heading,
    })
}

/// Gives the draft up.
pub async fn reset(
    visit: Admin,
    slug: Path<String>,
    seen: actix_web::web::Query<Seen>,
    _: Form<Nothing>,
) -> Result<HttpResponse, Fault> {
    let (actor, of) = (visit.actor().clone(), slug.clone());
    let seen = (seen.base, seen.over);
    let reset = move |tx: &mut Tx| {
        let may = MayEditForms::by(&actor).map_err(Refusal::Denied)?;
        reset_form(tx, &may, &of, seen)
    };
    visit.act_or_fault(reset).await?;
    Ok(visit.see_with(&url::form(&slug), "notice-form-reset"))
}

/// Only the token is posted.
#[derive(Deserialize)]
pub struct Nothing {}
