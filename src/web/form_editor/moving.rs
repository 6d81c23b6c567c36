//! Moving, copying and removing parts from the list of them.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::load::{back, desk};
use super::parts::take;
use super::text::{above, name, part as part_word};
use crate::actions::form_draft::{Desk, Step};
use crate::domain::form::{Home, Part, Spot};
use crate::i18n::Locale;
use crate::store::{Reader, StoreError, form};
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::Form;
use crate::web::ui::Link;
use crate::web::url;

/// The button that was pressed, with the path of the part beside it; or the part
/// that was dragged, with the home that it was dropped in and the code of the part
/// below it, empty at the end.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Pressed {
    up: String,
    down: String,
    copy: String,
    place: String,
    into: String,
    before: String,
}

impl Pressed {
    fn step(&self) -> Option<(Step, &'static str)> {
        let spot = |path: &str| Spot::parse(path);
        if let Some(spot) = spot(&self.up) {
            return Some((Step::Shift { spot, up: true }, "notice-form-moved"));
        }
        if let Some(spot) = spot(&self.down) {
            return Some((Step::Shift { spot, up: false }, "notice-form-moved"));
        }
        if let Some(spot) = spot(&self.copy) {
            return Some((Step::Copy { spot }, "notice-form-copied"));
        }
        let step = Step::Place {
            spot: spot(&self.place)?,
            home: Home::parse(&self.into)?,
            before: (!self.before.is_empty()).then(|| self.before.clone()),
        };
        Some((step, "notice-form-moved"))
    }
}

/// Moves or copies a part and leads back to it.
pub async fn shift(
    visit: Admin,
    slug: Path<String>,
    Form(pressed): Form<Pressed>,
) -> Result<HttpResponse, Fault> {
    let (step, notice) = pressed.step().ok_or(Fault::NotFound)?;
    let spot = visit.act_or_fault(take(&visit, &slug, step)).await?;
    Ok(visit.see_with(&url::form_anchor(&slug, &spot), notice))
}

#[derive(Template)]
#[template(path = "form_editor/removal.html")]
struct RemovalPage {
    chrome: Chrome,
    t: Locale,
    over: String,
    heading: String,
    label: String,
    /// Whether it stands in a published version.
    public: bool,
    /// Labels of the questions or columns that go with it.
    inside: Vec<String>,
    /// Labels of the questions that hang on it and stay.
    hanging: Vec<String>,
    mark: String,
    action: String,
    cancel: Link,
}

/// What goes with a part: the labels of what is in it.
fn inside(t: Locale, part: &Part) -> Vec<String> {
    let label = |question: &crate::domain::form::Question| {
        super::text::label(t, &question.label, &question.code)
    };
    match part {
        Part::Section(section) => section.questions.iter().map(label).collect(),
        Part::Question(question) => question.columns().iter().map(label).collect(),
        Part::Quiz(_) => Vec::new(),
    }
}

/// The questions that stay and hang on what goes.
fn hanging(t: Locale, desk: &Desk, part: &Part) -> Vec<String> {
    let going: Vec<&str> = match part {
        Part::Section(section) => section.questions.iter().map(|q| q.code.as_str()).collect(),
        Part::Question(question) => vec![question.code.as_str()],
        Part::Quiz(_) => Vec::new(),
    };
    let stays = going.iter().flat_map(|code| desk.form.hanging_on(code));
    let stays = stays.filter(|question| !going.contains(&question.code.as_str()));
    stays
        .map(|question| super::text::label(t, &question.label, &question.code))
        .collect()
}

fn is_public(reader: &mut Reader, desk: &Desk, spot: &Spot) -> Result<bool, StoreError> {
    let versions = form::all_of(reader, desk.programme.id)?;
    Ok(crate::domain::form::Published::of(&versions).has(spot))
}

/// Asks before a part is removed, and says what goes with it.
pub async fn show_removal(
    visit: Admin,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Fault> {
    let (t, slug) = (visit.t, path.0.clone());
    let spot = Spot::parse(&path.1).ok_or(Fault::NotFound)?;
    let desk = desk(&visit, &slug).await?;
    let part = desk.form.part(&spot).ok_or(Fault::NotFound)?;
    let asked = spot.clone();
    let look = move |reader: &mut Reader| {
        let public = is_public(reader, &desk, &asked)?;
        Ok((desk, public))
    };
    let (desk, public) = visit.read(look).await?;
    let heading = t.with("form-removal", "part", part_word(t, &spot.home()));
    visit.page(&RemovalPage {
        chrome: Chrome::new(&visit, &heading).back(back(t, &slug)),
        t,
        over: above(t, &desk.form, &spot.home()),
        heading,
        label: name(t, &desk.form, &spot),
        public,
        inside: inside(t, &part),
        hanging: hanging(t, &desk, &part),
        mark: desk.form.mark(&spot).unwrap_or_default(),
        action: format!("{}/removal", url::form_part(&slug, &spot)),
        cancel: Link::new(url::form_anchor(&slug, &spot), t.say("admin-cancel")),
    })
}

/// What the part was when it was asked for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Marked {
    mark: String,
}

/// Removes a part from the draft.
pub async fn remove(
    visit: Admin,
    path: Path<(String, String)>,
    Form(marked): Form<Marked>,
) -> Result<HttpResponse, Fault> {
    let spot = Spot::parse(&path.1).ok_or(Fault::NotFound)?;
    let step = Step::Remove {
        spot,
        mark: marked.mark,
    };
    visit.act_or_fault(take(&visit, &path.0, step)).await?;
    Ok(visit.see_with(&url::form(&path.0), "notice-form-removed"))
}
