//! Writing one part: a section, a question, a column, a question of the quiz.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::asking::{Asking, Group};
use super::load::back;
use super::posted::{blank, only_shows, part as posted_part};
use super::text::{above, part as part_word};
use crate::actions::Refusal;
use crate::actions::form_draft::{Desk, Step, edit_form, published};
use crate::domain::answers::Posted;
use crate::domain::form::typed::PartText;
use crate::domain::form::{Home, Published, Spot};
use crate::domain::{Message, Problems};
use crate::i18n::Locale;
use crate::policy::form::MayEditForms;
use crate::store::{Reader, Tx};
use crate::web::access::Admin;
use crate::web::assets::ASSETS;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Form, Pairs};
use crate::web::ui::{Link, Notice, Tone};
use crate::web::url;

/// What a new part is one of.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Within {
    r#in: String,
}

#[derive(Template)]
#[template(path = "form_editor/part.html")]
struct PartPage {
    chrome: Chrome,
    t: Locale,
    over: String,
    heading: String,
    action: String,
    /// Tells what the part was when the page was made.
    mark: String,
    groups: Vec<Group>,
    /// What is saved now and differs from what was typed: field and value.
    theirs: Vec<(String, String)>,
    is_new: bool,
    removal: Option<Link>,
    cancel: Link,
    writable: bool,
}

/// A programme's form and the part of it that a page is about.
struct Bench {
    desk: Desk,
    published: Published,
    home: Home,
    spot: Option<Spot>,
}

impl Bench {
    async fn load(visit: &Admin, slug: &str, home: Home) -> Result<Self, Fault> {
        let slug = slug.to_owned();
        let load = move |reader: &mut Reader| {
            let Some(desk) = Desk::load(reader, &slug)? else {
                return Ok(None);
            };
            let published = published(reader, &desk)?;
            Ok(Some((desk, published)))
        };
        let found = visit.read(load).await?;
        let (desk, published) = found.ok_or(Fault::NotFound)?;
        Ok(Self {
            desk,
            published,
            home,
            spot: None,
        })
    }

    /// The page with a part as typed.
    fn page(&self, visit: &Admin, text: &PartText, problems: &Problems) -> PartPage {
        let (t, slug) = (visit.t, &self.desk.programme.slug);
        let asking = Asking {
            t,
            form: &self.desk.form,
            home: &self.home,
            spot: self.spot.as_ref(),
            published: &self.published,
            problems,
        };
        let word = part_word(t, &self.home);
        let (heading, action, anchor) = match &self.spot {
            Some(spot) => (
                t.with("form-edit", "part", word),
                url::form_part(slug, spot),
                url::form_anchor(slug, spot),
            ),
            None => (
                t.with("form-new", "part", word),
                url::form_new(slug, &self.home),
                url::form(slug),
            ),
        };
        let spot = self.spot.as_ref();
        let removal = spot.map(|spot| format!("{}/removal", url::form_part(slug, spot)));
        let mut chrome = Chrome::new(visit, &heading)
            .wide()
            .back(back(t, slug))
            .problems(t, problems);
        chrome.scripts.push(&ASSETS.arrange.address);
        PartPage {
            chrome,
            t,
            over: above(t, &self.desk.form, &self.home),
            heading,
            action,
            mark: spot
                .and_then(|spot| self.desk.form.mark(spot))
                .unwrap_or_default(),
            groups: asking.groups(text),
            theirs: Vec::new(),
            is_new: spot.is_none(),
            removal: removal.map(|href| Link::new(href, t.say("form-remove"))),
            cancel: Link::new(anchor, t.say("admin-cancel")),
            writable: true,
        }
    }
}

async fn bench_of_home(visit: &Admin, slug: &str, within: &Within) -> Result<Bench, Fault> {
    let home = Home::parse(&within.r#in).ok_or(Fault::NotFound)?;
    let bench = Bench::load(visit, slug, home).await?;
    if bench.desk.form.has(&bench.home) {
        Ok(bench)
    } else {
        Err(Fault::NotFound)
    }
}

/// The form of a new part.
pub async fn show_new(
    visit: Admin,
    slug: Path<String>,
    within: Query<Within>,
) -> Result<HttpResponse, Fault> {
    let bench = bench_of_home(&visit, &slug, &within).await?;
    let text = blank(&bench.desk.form, &bench.home);
    visit.page(&bench.page(&visit, &text, &Problems::default()))
}

/// Adds a part at the end of its home.
pub async fn create(
    visit: Admin,
    slug: Path<String>,
    within: Query<Within>,
    Form(pairs): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let bench = bench_of_home(&visit, &slug, &within).await?;
    let posted: Posted = pairs.into_iter().collect();
    let text = posted_part(&bench.home, &posted);
    if only_shows(&posted) {
        return visit.page(&bench.page(&visit, &text, &Problems::default()));
    }
    let step = Step::Add {
        home: bench.home.clone(),
        text: text.clone(),
    };
    match visit.act(take(&visit, &slug, step)).await? {
        Ok(_) if posted.first("then") == "next" => {
            Ok(visit.see_with(&url::form_new(&slug, &bench.home), "notice-form-added"))
        }
        Ok(spot) => Ok(visit.see_with(&url::form_anchor(&slug, &spot), "notice-form-added")),
        Err(Refusal::Invalid(problems)) => visit.refused(&bench.page(&visit, &text, &problems)),
        Err(other) => Err(other.into()),
    }
}

/// One step of writing, in the name of whoever asks.
pub fn take(
    visit: &Admin,
    slug: &str,
    step: Step,
) -> impl FnMut(&mut Tx) -> Result<Spot, Refusal> + Send + use<> {
    let (actor, slug) = (visit.actor().clone(), slug.to_owned());
    move |tx| {
        let may = MayEditForms::by(&actor).map_err(Refusal::Denied)?;
        edit_form(tx, &may, &slug, &step)
    }
}

async fn bench_of_part(visit: &Admin, path: &(String, String)) -> Result<Bench, Fault> {
    let spot = Spot::parse(&path.1).ok_or(Fault::NotFound)?;
    let bench = Bench::load(visit, &path.0, spot.home()).await?;
    Ok(Bench {
        spot: Some(spot),
        ..bench
    })
}

/// A part as it is saved.
pub async fn show(visit: Admin, path: Path<(String, String)>) -> Result<HttpResponse, Fault> {
    let bench = bench_of_part(&visit, &path).await?;
    let part = bench
        .spot
        .as_ref()
        .and_then(|spot| bench.desk.form.part(spot));
    let text = PartText::of(&part.ok_or(Fault::NotFound)?);
    visit.page(&bench.page(&visit, &text, &Problems::default()))
}

/// Saves a part, or shows what is wrong with everything typed.
pub async fn save(
    visit: Admin,
    path: Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let spot = Spot::parse(&path.1).ok_or(Fault::NotFound)?;
    let posted: Posted = pairs.into_iter().collect();
    let mut posted_text = posted_part(&spot.home(), &posted);
    let bench = bench_of_part(&visit, &path).await?;
    bench.keep_public(&mut posted_text);
    let (text, mark) = (posted_text, posted.first("mark").to_owned());
    if only_shows(&posted) {
        let mut page = bench.page(&visit, &text, &Problems::default());
        page.mark = mark;
        return visit.page(&page);
    }
    let step = Step::Replace {
        spot,
        mark: mark.clone(),
        text: text.clone(),
    };
    match visit.act(take(&visit, &path.0, step)).await? {
        Ok(spot) => Ok(visit.see_with(&url::form_anchor(&path.0, &spot), "notice-saved")),
        Err(Refusal::Invalid(problems)) => {
            let mut page = bench.page(&visit, &text, &problems);
            page.mark = mark;
            visit.refused(&page)
        }
        Err(Refusal::Stale(message)) => overtaken(&visit, &path, &text, &message).await,
        Err(other) => Err(other.into()),
    }
}

impl Bench {
    /// What the page does not ask for any more because it is public stays.
    fn keep_public(&self, text: &mut PartText) {
        let Some(spot) = self.spot.as_ref().filter(|spot| self.published.has(spot)) else {
            return;
        };
        match (text, self.desk.form.part(spot)) {
            (PartText::Section(text), Some(part)) => text.code = part.code().to_owned(),
            (PartText::Question(text), Some(part)) => {
                text.code = part.code().to_owned();
                if let crate::domain::form::Part::Question(question) = part {
                    text.kind = question.kind.code().to_owned();
                }
            }
            _ => {}
        }
    }
}

/// Somebody saved or removed the part meanwhile: everything typed stays, what is
/// saved stands below it, and saving again keeps what was typed.
async fn overtaken(
    visit: &Admin,
    path: &(String, String),
    text: &PartText,
    message: &Message,
) -> Result<HttpResponse, Fault> {
    let bench = bench_of_part(visit, path).await?;
    let none = Problems::default();
    let mut page = bench.page(visit, text, &none);
    let spot = bench.spot.as_ref();
    match spot.and_then(|spot| bench.desk.form.part(spot)) {
        Some(part) => {
            let saved = bench.page(visit, &PartText::of(&part), &none);
            page.theirs = differing(&saved.groups, &page.groups);
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
fn differing(saved: &[Group], typed: &[Group]) -> Vec<(String, String)> {
    let mine: Vec<(String, String)> = typed.iter().flat_map(fields).map(|f| (f.0, f.2)).collect();
    let theirs = saved.iter().flat_map(fields);
    theirs
        .filter(|(name, _, value)| !mine.contains(&(name.clone(), value.clone())))
        .map(|(_, label, value)| (label, value))
        .collect()
}

/// Name, label and value in words of every field of a group.
fn fields(group: &Group) -> impl Iterator<Item = (String, String, String)> {
    use crate::web::ui::{Control, Field};
    let options = group.options.iter().flat_map(|option| &option.rows);
    let all = group.rows.iter().chain(options).flatten();
    let words = |field: &Field| match &field.control {
        Control::Select(choices) | Control::Radios(choices) | Control::Checkboxes(choices) => {
            let chosen = choices.iter().filter(|choice| choice.chosen);
            let labels: Vec<&str> = chosen.map(|choice| choice.label.as_str()).collect();
            labels.join(", ")
        }
        Control::Tick if field.ticked() => "✓".to_owned(),
        _ => field.value.clone(),
    };
    let fields: Vec<_> = all
        .map(|field| (field.name.clone(), field.label.clone(), words(field)))
        .collect();
    fields.into_iter()
}
