//! Writing one criterion.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::asking::{Asking, CriterionFields};
use super::load::{back, programme, questions};
use super::posted::{criterion as posted_criterion, evidence as evidence_of, only_shows};
use super::{evidence, place};
use crate::actions::Refusal;
use crate::actions::rubric_draft::{Desk, Step, edit_rubric};
use crate::domain::answers::Posted;
use crate::domain::form::Form as Questions;
use crate::domain::rubric::typed::CriterionText;
use crate::domain::{Message, Problems};
use crate::i18n::Locale;
use crate::policy::rubric::MayEditRubrics;
use crate::store::{Reader, Tx};
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Form, Pairs};
use crate::web::ui::{Control, Field, Link, Notice, Tone};

#[derive(Template)]
#[template(path = "rubric_editor/criterion.html")]
struct CriterionPage {
    chrome: Chrome,
    t: Locale,
    over: String,
    heading: String,
    action: String,
    /// Tells what the criterion was when the page was made.
    mark: String,
    fields: CriterionFields,
    /// How many questions are chosen as evidence, in words.
    chosen: String,
    /// The code that stays because it is published.
    kept: Option<String>,
    /// What is saved now and differs from what was typed: field and value.
    theirs: Vec<(String, String)>,
    is_new: bool,
    removal: Option<Link>,
    cancel: Link,
    writable: bool,
}

/// A programme's rubric, its questions, and the criterion that a page is about.
struct Bench {
    desk: Desk,
    questions: Questions,
    code: Option<String>,
}

impl Bench {
    async fn load(visit: &Admin, slug: &str, code: Option<&str>) -> Result<Self, Fault> {
        let slug = slug.to_owned();
        let load = move |reader: &mut Reader| {
            let Some(desk) = Desk::load(reader, &slug)? else {
                return Ok(None);
            };
            let questions = questions(reader, &desk)?;
            Ok(Some((desk, questions)))
        };
        let (desk, questions) = visit.read(load).await?.ok_or(Fault::NotFound)?;
        Ok(Self {
            desk,
            questions,
            code: code.map(str::to_owned),
        })
    }

    /// The saved criterion as it would be typed.
    fn saved(&self) -> Option<CriterionText> {
        let code = self.code.as_deref()?;
        self.desk.rubric.criterion(code).map(CriterionText::of)
    }

    /// The page with a criterion as typed.
    fn page(&self, visit: &Admin, text: &CriterionText, problems: &Problems) -> CriterionPage {
        let (t, slug) = (visit.t, &self.desk.programme.slug);
        let code = self.code.as_deref();
        let asking = Asking {
            t,
            problems,
            others: self.desk.rubric.weights_without(code.unwrap_or("")),
        };
        let evidence = evidence::fields(t, &self.questions, &text.evidence);
        let (heading, action, cancel) = match code {
            Some(code) => (
                t.say("rubric-edit"),
                place::criterion(slug, code),
                place::in_list(slug, code),
            ),
            None => (
                t.say("rubric-new"),
                place::page(slug, "new"),
                place::rubric(slug),
            ),
        };
        let removal = code.map(|code| place::removal(slug, code));
        CriterionPage {
            chrome: Chrome::new(visit, &heading)
                .wide()
                .back(back(t, slug))
                .problems(t, problems),
            t,
            over: programme(t, &self.desk),
            heading,
            action,
            mark: code
                .and_then(|code| self.desk.rubric.mark(code))
                .unwrap_or_default(),
            fields: asking.fields(text, evidence),
            chosen: t.count("rubric-evidence-chosen", text.evidence.len()),
            kept: code
                .filter(|code| self.desk.is_public(code))
                .map(|code| t.with("rubric-code-kept", "code", code)),
            theirs: Vec::new(),
            is_new: code.is_none(),
            removal: removal.map(|href| Link::new(href, t.say("form-remove"))),
            cancel: Link::new(cancel, t.say("admin-cancel")),
            writable: true,
        }
    }
}

/// An empty criterion.
pub async fn show_new(visit: Admin, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let bench = Bench::load(&visit, &slug, None).await?;
    let blank = CriterionText::default();
    visit.page(&bench.page(&visit, &blank, &Problems::default()))
}

/// Adds a criterion at the end.
pub async fn create(
    visit: Admin,
    slug: Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let bench = Bench::load(&visit, &slug, None).await?;
    let evidence = evidence_of(&pairs, &[]);
    let posted: Posted = pairs.into_iter().collect();
    let text = posted_criterion(&posted, evidence);
    if only_shows(&posted) {
        return visit.page(&bench.page(&visit, &text, &Problems::default()));
    }
    let step = Step::Add {
        text: Box::new(text.clone()),
    };
    match visit.act(take(&visit, &slug, step)).await? {
        Ok(code) => Ok(visit.see_with(&place::in_list(&slug, &code), "notice-form-added")),
        Err(Refusal::Invalid(problems)) => visit.refused(&bench.page(&visit, &text, &problems)),
        Err(other) => Err(other.into()),
    }
}

/// One step of writing, in the name of whoever asks.
pub fn take(
    visit: &Admin,
    slug: &str,
    step: Step,
) -> impl FnMut(&mut Tx) -> Result<String, Refusal> + Send + use<> {
    let (actor, slug) = (visit.actor().clone(), slug.to_owned());
    move |tx| {
        let may = MayEditRubrics::by(&actor).map_err(Refusal::Denied)?;
        edit_rubric(tx, &may, &slug, &step)
    }
}

/// A criterion as it is saved.
pub async fn show(visit: Admin, path: Path<(String, String)>) -> Result<HttpResponse, Fault> {
    let bench = Bench::load(&visit, &path.0, Some(&path.1)).await?;
    let text = bench.saved().ok_or(Fault::NotFound)?;
    visit.page(&bench.page(&visit, &text, &Problems::default()))
}

/// Saves a criterion, or shows what is wrong with everything typed.
pub async fn save(
    visit: Admin,
    path: Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let bench = Bench::load(&visit, &path.0, Some(&path.1)).await?;
    let before = bench.saved().map(|saved| saved.evidence);
    let evidence = evidence_of(&pairs, &before.unwrap_or_default());
    let posted: Posted = pairs.into_iter().collect();
    let mut text = posted_criterion(&posted, evidence);
    if bench.desk.is_public(&path.1) {
        // The page does not ask for it any more.
        text.code.clone_from(&path.1);
    }
    let mark = posted.first("mark").to_owned();
    if only_shows(&posted) {
        let mut page = bench.page(&visit, &text, &Problems::default());
        page.mark = mark;
        return visit.page(&page);
    }
    let step = Step::Replace {
        code: path.1.clone(),
        mark: mark.clone(),
        text: Box::new(text.clone()),
    };
    match visit.act(take(&visit, &path.0, step)).await? {
        Ok(code) => Ok(visit.see_with(&place::in_list(&path.0, &code), "notice-saved")),
        Err(Refusal::Invalid(problems)) => {
            let mut page = bench.page(&visit, &text, &problems);
            page.mark = mark;
            visit.refused(&page)
        }
        Err(Refusal::Stale(message)) => overtaken(&visit, &path, &text, &message).await,
        Err(other) => Err(other.into()),
    }
}

/// Somebody saved or removed the criterion meanwhile: everything typed stays, what
/// is saved stands above it, and saving again keeps what was typed.
async fn overtaken(
    visit: &Admin,
    path: &(String, String),
    text: &CriterionText,
    message: &Message,
) -> Result<HttpResponse, Fault> {
    let bench = Bench::load(visit, &path.0, Some(&path.1)).await?;
    let none = Problems::default();
    let mut page = bench.page(visit, text, &none);
    match bench.saved() {
        Some(saved) => {
            let saved = bench.page(visit, &saved, &none);
            page.theirs = differing(&saved.fields, &page.fields);
        }
        None => {
            page.writable = false;
            page.removal = None;
        }
    }
    page.chrome.notice = Some(Notice {
        tone: Tone::Warn,
        text: visit.t.tell(message),
    });
    visit.answer(StatusCode::CONFLICT, &page)
}

/// The saved fields that read otherwise than the typed ones, in words.
fn differing(saved: &CriterionFields, typed: &CriterionFields) -> Vec<(String, String)> {
    let mine: Vec<(String, String)> = typed
        .all()
        .map(|field| (field.name.clone(), words(field)))
        .collect();
    let theirs = saved.all().map(|field| (field, words(field)));
    theirs
        .filter(|(field, words)| !mine.contains(&(field.name.clone(), words.clone())))
        .map(|(field, words)| (field.label.clone(), words))
        .collect()
}

/// The value of a field in words.
fn words(field: &Field) -> String {
    match &field.control {
        Control::Select(choices) | Control::Radios(choices) | Control::Checkboxes(choices) => {
            let chosen = choices.iter().filter(|choice| choice.chosen);
            let labels: Vec<&str> = chosen.map(|choice| choice.label.as_str()).collect();
            labels.join(", ")
        }
        Control::Tick if field.ticked() => "✓".to_owned(),
        _ => field.value.clone(),
    }
}
