//! Publishing the draft as the next version.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::load::{back, programme};
use super::place;
use super::text::{ShownDifference, problems, shown, state};
use crate::actions::Refusal;
use crate::actions::rubric_draft::Desk;
use crate::actions::rubric_version::{Choosable, choosable, publish_rubric};
use crate::domain::Problems;
use crate::domain::round::RoundState;
use crate::domain::rubric::differences;
use crate::i18n::Locale;
use crate::policy::rubric::MayEditRubrics;
use crate::store::{Reader, Tx};
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::draft_file::Seen;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ui::{Badge, Choice, Control, Field, Link};
use crate::web::words;

#[derive(Template)]
#[template(path = "rubric_editor/publication.html")]
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
    /// Open and prepared rounds that keep their version: title and where that can be
    /// changed.
    pinned: Vec<Link>,
    /// That there are things which keep it from being published.
    unfit: Option<String>,
    overview: Link,
}

async fn load(visit: &Admin, slug: &str) -> Result<(Desk, Vec<Choosable>), Fault> {
    let slug = slug.to_owned();
    let load = move |reader: &mut Reader| {
        let Some(desk) = Desk::load(reader, &slug)? else {
            return Ok(None);
        };
        let rounds = choosable(reader, desk.programme.id)?;
        Ok(Some((desk, rounds)))
    };
    visit.read(load).await?.ok_or(Fault::NotFound)
}

/// What is about to be published, and where it would be used.
pub async fn show(visit: Admin, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let (desk, rounds) = load(&visit, &slug).await?;
    let (t, published) = (visit.t, desk.latest.draft());
    let found = differences(&published, &desk.rubric);
    let heading = t.with("form-publish-version", "version", desk.latest.version + 1);
    let unfit = problems(t, &desk.rubric).len();
    visit.page(&PublicationPage {
        chrome: Chrome::new(&visit, &heading).wide().back(back(t, &slug)),
        t,
        over: programme(t, &desk),
        heading,
        state: state(t, found.len(), desk.latest.version),
        seen: Seen::from(&desk),
        action: place::page(&slug, "publication"),
        differences: shown(t, (&published, &desk.rubric), &found),
        rounds: round_field(t, &rounds),
        pinned: pinned(t, &rounds),
        unfit: (unfit > 0).then(|| t.count("form-publish-unfit", unfit)),
        overview: Link::new(place::rubric(&slug), t.say("rubric-back-to-work")),
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
            "rubric-rounds-hint",
            "",
            control,
        )
    })
}

fn pinned(t: Locale, rounds: &[Choosable]) -> Vec<Link> {
    let open = rounds
        .iter()
        .filter(|one| one.round.state != RoundState::Closed && one.pinned.is_some());
    let link = |one: &Choosable| {
        let title = one.round.title.get(t.language());
        Link::new(place::of_round(&one.round.slug), title)
    };
    open.map(link).collect()
}

/// What was seen, and the rounds that shall use it.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Publication {
    base: i32,
    over: i32,
    rounds: Vec<String>,
}

/// Publishes what was seen.
pub async fn publish(
    visit: Admin,
    slug: Path<String>,
    Form(form): Form<Publication>,
) -> Result<HttpResponse, Fault> {
    let (actor, of) = (visit.actor().clone(), slug.clone());
    let publish = move |tx: &mut Tx| {
        let may = MayEditRubrics::by(&actor).map_err(Refusal::Denied)?;
        publish_rubric(tx, &may, &of, (form.base, form.over), &form.rounds)
    };
    visit.act_or_fault(publish).await?;
    Ok(visit.see_with(&place::rubric(&slug), "notice-form-published"))
}
