//! Loading a programme's rubric for its pages, and the version that one asks for.

use std::sync::Arc;

use serde::Deserialize;

use super::place;
use crate::actions::rubric_draft::Desk;
use crate::domain::Language;
use crate::domain::form::Form;
use crate::domain::rubric::RubricDraft;
use crate::i18n::Locale;
use crate::store::{Reader, StoreError, form, rubric};
use crate::web::errors::Fault;
use crate::web::ui::Link;
use crate::web::visit::Visit;

/// Which rubric a page shows, and how.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct Asked {
    /// Number of a published version; the draft without one.
    pub version: String,
    pub language: String,
}

impl Asked {
    /// The language asked for, else the reader's.
    pub fn locale(&self, t: Locale) -> Locale {
        Language::from_code(&self.language).map_or(t, Locale::of)
    }
}

/// The rubric of a programme in an address.
pub async fn desk(visit: &Visit, slug: &str) -> Result<Desk, Fault> {
    let slug = slug.to_owned();
    let found = visit.read(move |reader| Desk::load(reader, &slug)).await?;
    found.ok_or(Fault::NotFound)
}

/// A rubric with the form whose answers speak to it, and the number of its version;
/// none of the draft.
pub struct Chosen {
    pub desk: Desk,
    pub form: Form,
    pub rubric: RubricDraft,
    pub version: Option<i32>,
}

/// The version that a page asks for, or the draft.
pub async fn chosen(visit: &Visit, slug: &str, asked: &Asked) -> Result<Chosen, Fault> {
    let (slug, version) = (slug.to_owned(), asked.version.clone());
    let load = move |reader: &mut Reader| find(reader, &slug, &version);
    visit.read(load).await?.ok_or(Fault::NotFound)
}

fn find(reader: &mut Reader, slug: &str, version: &str) -> Result<Option<Chosen>, StoreError> {
    let Some(desk) = Desk::load(reader, slug)? else {
        return Ok(None);
    };
    let form = questions(reader, &desk)?;
    if version.is_empty() {
        return Ok(Some(Chosen {
            rubric: desk.rubric.clone(),
            desk,
            form,
            version: None,
        }));
    }
    let number = version.parse().unwrap_or(0);
    let found = rubric::by_version(reader, desk.programme.id, number)?;
    Ok(found.map(|found| Chosen {
        desk,
        form,
        rubric: found.draft(),
        version: Some(found.version),
    }))
}

/// The programme's published questions.
pub fn questions(reader: &mut Reader, desk: &Desk) -> Result<Form, StoreError> {
    let latest = form::latest(reader, desk.programme.id)?;
    let form = latest.map(|latest| Arc::unwrap_or_clone(latest.form));
    Ok(form.unwrap_or_default())
}

impl Chosen {
    /// "Version 2" or "Draft".
    pub fn name(&self, t: Locale) -> String {
        match self.version {
            Some(version) => t.with("form-version", "version", version),
            None => t.say("form-draft"),
        }
    }
}

/// The link back to the list of criteria.
pub fn back(t: Locale, slug: &str) -> Link {
    Link::new(place::rubric(slug), t.say("rubric-title"))
}

/// The programme's name for a reader.
pub fn programme(t: Locale, desk: &Desk) -> String {
    desk.programme.name.get(t.language()).to_owned()
}
