//! Adding and changing a review phase. A change that lets reviewers see what was
//! hidden is shown first with everything that it reveals, then posted again.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::admin_pages::FormPage;
use super::phase_fields::groups;
use super::phases::load_phases;
use crate::actions::Refusal;
use crate::actions::phase::{Changed, add_phase, change_phase};
use crate::domain::phase::{Phase, PhaseText, Reveal};
use crate::domain::round::{Round, RoundState};
use crate::domain::wording::Typed;
use crate::domain::{Language, Message, PhaseId, Problems};
use crate::i18n::Locale;
use crate::store::Tx;
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ui::Link;
use crate::web::url;
use crate::web::visit::Visit;

/// A phase as posted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct PhaseForm {
    name_en: String,
    name_ar: String,
    name_he: String,
    scope: String,
    needed: String,
    others: String,
    reviewer_names: String,
    applicant_names: String,
    discussion: String,
    revision: String,
    opens_at: String,
    closes_at: String,
    /// Posted by the page that tells what is revealed.
    confirmed: String,
}

impl PhaseForm {
    fn into_text(self) -> (PhaseText, bool) {
        let confirmed = self.confirmed == "yes";
        let text = PhaseText {
            name: Typed {
                en: self.name_en,
                ar: self.name_ar,
                he: self.name_he,
            },
            scope: self.scope,
            needed: self.needed,
            others: self.others,
            reviewer_names: self.reviewer_names == "yes",
            applicant_names: self.applicant_names == "yes",
            discussion: self.discussion == "yes",
            revision: self.revision == "yes",
            opens_at: self.opens_at,
            closes_at: self.closes_at,
        };
        (text, confirmed)
    }
}

/// The same fields as the browser would post them again.
fn posted(text: &PhaseText) -> Vec<(&'static str, String)> {
    let yes = |ticked: bool| if ticked { "yes" } else { "" }.to_owned();
    vec![
        ("name_en", text.name.en.clone()),
        ("name_ar", text.name.ar.clone()),
        ("name_he", text.name.he.clone()),
        ("scope", text.scope.clone()),
        ("needed", text.needed.clone()),
        ("others", text.others.clone()),
        ("reviewer_names", yes(text.reviewer_names)),
        ("applicant_names", yes(text.applicant_names)),
        ("discussion", yes(text.discussion)),
        ("revision", yes(text.revision)),
        ("opens_at", text.opens_at.clone()),
        ("closes_at", text.closes_at.clone()),
        ("confirmed", "yes".to_owned()),
    ]
}

/// Asks before something that reveals or removes.
pub struct Asked {
    pub heading: String,
    pub lead: String,
    pub effects: Vec<String>,
    pub action: String,
    pub hidden: Vec<(&'static str, String)>,
    pub submit: String,
}

#[derive(Template)]
#[template(path = "round/phase_confirm.html")]
pub struct AskedPage {
    chrome: Chrome,
    over: String,
    asked: Asked,
    cancel: Link,
}

impl Asked {
    /// The page that asks.
    pub fn page(self, visit: &Visit, round: &Round) -> AskedPage {
        let t = visit.t;
        let place = url::phases(&round.slug);
        AskedPage {
            chrome: Chrome::new(visit, &self.heading)
                .wide()
                .back(Link::new(place.clone(), t.say("phases-title"))),
            over: round.title.get(t.language()).to_owned(),
            cancel: Link::new(place, t.say("admin-cancel")),
            asked: self,
        }
    }
}

/// What is revealed to whom, in words.
pub fn what(reveal: Reveal) -> &'static str {
    match reveal {
        Reveal::OthersAfterOwn => "phase-reveal-others-after",
        Reveal::OthersAlways => "phase-reveal-others-always",
        Reveal::Reviewers => "phase-reveal-reviewers",
        Reveal::Applicants => "phase-reveal-applicants",
        Reveal::Applications => "phase-reveal-applications",
        Reveal::Discussion => "phase-reveal-discussion",
    }
}

/// A round whose phases may be changed, with them.
async fn changeable(visit: &Visit, slug: &str) -> Result<(Round, Vec<Phase>), Fault> {
    let (round, phases) = load_phases(visit, slug).await?;
    match round.state {
        RoundState::Closed => Err(Fault::Stale(Message::new("stale-round-ended"))),
        RoundState::Draft | RoundState::Open => Ok((round, phases)),
    }
}

/// The form of a new phase: with the rules of the last one.
pub async fn show_new(visit: Admin, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let (round, phases) = changeable(&visit, &slug).await?;
    let last = phases.last().ok_or(Fault::NotFound)?;
    let close = last
        .closes_at
        .map(|close| close.local_text(&round.time_zone));
    let text = PhaseText {
        name: Typed::default(),
        opens_at: close.unwrap_or_default(),
        closes_at: String::new(),
        ..PhaseText::of(last, &round.time_zone)
    };
    visit.page(&page(&visit, (&round, None), &text, &Problems::default()))
}

/// Adds a phase.
pub async fn add(
    visit: Admin,
    slug: Path<String>,
    Form(form): Form<PhaseForm>,
) -> Result<HttpResponse, Fault> {
    let (text, confirmed) = form.into_text();
    let (actor, name, typed) = (visit.actor().clone(), slug.clone(), text.clone());
    let add = move |tx: &mut Tx| add_phase(tx, &actor, &name, &typed, confirmed);
    let done = visit.act(add).await?;
    let (round, _) = changeable(&visit, &slug).await?;
    answer(&visit, (&round, None), &text, done)
}

/// The form of a phase that is there.
pub async fn show(visit: Admin, path: Path<(String, String)>) -> Result<HttpResponse, Fault> {
    let id = PhaseId::parse(&path.1).map_err(|_| Fault::NotFound)?;
    let (round, phases) = changeable(&visit, &path.0).await?;
    let found = phases.iter().find(|phase| phase.id == id);
    let found = found.ok_or(Fault::NotFound)?;
    let mut text = PhaseText::of(found, &round.time_zone);
    if found.name.en.is_empty() {
        text.name = unnamed();
    }
    let of = (&round, Some(id));
    visit.page(&page(&visit, of, &text, &Problems::default()))
}

/// The name of the phase that a round begins with, to be typed over.
fn unnamed() -> Typed {
    let said = |language| Locale::of(language).say("phase-unnamed");
    Typed {
        en: said(Language::English),
        ar: said(Language::Arabic),
        he: said(Language::Hebrew),
    }
}

/// Changes a phase.
pub async fn change(
    visit: Admin,
    path: Path<(String, String)>,
    Form(form): Form<PhaseForm>,
) -> Result<HttpResponse, Fault> {
    let id = PhaseId::parse(&path.1).map_err(|_| Fault::NotFound)?;
    let (text, confirmed) = form.into_text();
    let (actor, slug, typed) = (visit.actor().clone(), path.0.clone(), text.clone());
    let change = move |tx: &mut Tx| change_phase(tx, &actor, (&slug, id), &typed, confirmed);
    let done = visit.act(change).await?;
    let (round, _) = changeable(&visit, &path.0).await?;
    answer(&visit, (&round, Some(id)), &text, done)
}

/// Leads on, asks first, or shows what is wrong.
fn answer(
    visit: &Visit,
    of: (&Round, Option<PhaseId>),
    text: &PhaseText,
    done: Result<Changed, Refusal>,
) -> Result<HttpResponse, Fault> {
    let t = visit.t;
    match done {
        Ok(Changed::Done) => Ok(visit.see_with(&url::phases(&of.0.slug), "notice-phase-saved")),
        Ok(Changed::Asks(reveals)) => {
            let asked = Asked {
                heading: t.say("phase-reveal-title"),
                lead: t.say("phase-reveal-lead"),
                effects: reveals.into_iter().map(|one| t.say(what(one))).collect(),
                action: address(of),
                hidden: posted(text),
                submit: t.say("phase-reveal-submit"),
            };
            visit.page(&asked.page(visit, of.0))
        }
        Err(Refusal::Invalid(problems)) => visit.refused(&page(visit, of, text, &problems)),
        Err(other) => Err(other.into()),
    }
}

fn address((round, id): (&Round, Option<PhaseId>)) -> String {
    match id {
        Some(id) => url::phase(&round.slug, id),
        None => url::new_phase(&round.slug),
    }
}

fn page(
    visit: &Visit,
    of: (&Round, Option<PhaseId>),
    text: &PhaseText,
    problems: &Problems,
) -> FormPage {
    let t = visit.t;
    let heading = t.say(match of.1 {
        Some(_) => "phase-change-title",
        None => "phases-add",
    });
    let place = url::phases(&of.0.slug);
    FormPage {
        chrome: Chrome::new(visit, &heading)
            .wide()
            .back(Link::new(place.clone(), t.say("phases-title")))
            .problems(t, problems),
        heading,
        lead: t.with("phase-form-lead", "zone", of.0.time_zone.as_str()),
        action: address(of),
        groups: groups(&Fields { t, problems }, text),
        submit: t.say("admin-save"),
        cancel: Link::new(place, t.say("admin-cancel")),
    }
}
