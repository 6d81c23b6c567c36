//! Moving and removing criteria.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::criterion::take;
use super::load::{back, desk, programme};
use super::place;
use super::text::{label, weight};
use crate::actions::rubric_draft::Step;
use crate::i18n::Locale;
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::Form;
use crate::web::ui::Link;

/// The button that was pressed, with the code of the criterion beside it; or the
/// criterion that was dragged, with the code of the one below it, empty at the end.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Pressed {
    up: String,
    down: String,
    place: String,
    before: String,
}

impl Pressed {
    fn step(self) -> Step {
        if self.place.is_empty() {
            let up = !self.up.is_empty();
            let code = if up { self.up } else { self.down };
            return Step::Shift { code, up };
        }
        Step::Place {
            code: self.place,
            before: (!self.before.is_empty()).then_some(self.before),
        }
    }
}

/// Moves a criterion and leads back to it.
pub async fn shift(
    visit: Admin,
    slug: Path<String>,
    Form(pressed): Form<Pressed>,
) -> Result<HttpResponse, Fault> {
    let step = take(&visit, &slug, pressed.step());
    let code = visit.act_or_fault(step).await?;
    Ok(visit.see_with(&place::in_list(&slug, &code), "notice-form-moved"))
}

#[derive(Template)]
#[template(path = "rubric_editor/removal.html")]
struct RemovalPage {
    chrome: Chrome,
    t: Locale,
    over: String,
    heading: String,
    label: String,
    weight: String,
    /// Whether it stands in the published version.
    public: bool,
    mark: String,
    action: String,
    cancel: Link,
}

/// Asks before a criterion is removed, and says what goes with it.
pub async fn show_removal(
    visit: Admin,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Fault> {
    let (t, desk) = (visit.t, desk(&visit, &path.0).await?);
    let (slug, code) = (&path.0, path.1.as_str());
    let criterion = desk.rubric.criterion(code).ok_or(Fault::NotFound)?;
    let heading = t.say("rubric-removal");
    visit.page(&RemovalPage {
        chrome: Chrome::new(&visit, &heading).back(back(t, slug)),
        t,
        over: programme(t, &desk),
        heading,
        label: label(t, &criterion.name, code),
        weight: weight(t, criterion.weight),
        public: desk.is_public(code),
        mark: desk.rubric.mark(code).unwrap_or_default(),
        action: place::removal(slug, code),
        cancel: Link::new(place::in_list(slug, code), t.say("admin-cancel")),
    })
}

/// What the criterion was when it was asked for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Marked {
    mark: String,
}

/// Removes a criterion from the draft.
pub async fn remove(
    visit: Admin,
    path: Path<(String, String)>,
    Form(marked): Form<Marked>,
) -> Result<HttpResponse, Fault> {
    let step = Step::Remove {
        code: path.1.clone(),
        mark: marked.mark,
    };
    visit.act_or_fault(take(&visit, &path.0, step)).await?;
    Ok(visit.see_with(&place::rubric(&path.0), "notice-form-removed"))
}
