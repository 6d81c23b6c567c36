//! Loading a programme's form for its pages, and the version that one asks for.

use std::sync::Arc;

use serde::Deserialize;

use crate::actions::form_draft::Desk;
use crate::domain::Language;
use crate::domain::form::{Form, Stage};
use crate::i18n::Locale;
use crate::store::{Reader, StoreError, form};
use crate::web::errors::Fault;
use crate::web::ui::Link;
use crate::web::url;
use crate::web::visit::Visit;

/// Which form a page shows, and how.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct Asked {
    /// Number of a published version; the draft without one.
    pub version: String,
    pub language: String,
    pub stage: String,
}

impl Asked {
    /// The language asked for, else the reader's.
    pub fn locale(&self, t: Locale) -> Locale {
        Language::from_code(&self.language).map_or(t, Locale::of)
    }

    /// The stage asked for: all that there is without one.
    pub fn stage(&self) -> Stage {
        Stage::from_code(&self.stage).unwrap_or(Stage::Full)
    }
}

/// The form of a programme in an address.
pub async fn desk(visit: &Visit, slug: &str) -> Result<Desk, Fault> {
    let slug = slug.to_owned();
    let found = visit.read(move |reader| Desk::load(reader, &slug)).await?;
    found.ok_or(Fault::NotFound)
}

/// A form with the number of its version; none of the draft.
pub struct Chosen {
    pub desk: Desk,
    pub form: Form,
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
    if version.is_empty() {
        let form = desk.form.clone();
        return Ok(Some(Chosen {
            desk,
            form,
            version: None,
        }));
    }
    let number = version.parse().unwrap_or(0);
    let found = form::by_version(reader, desk.programme.id, number)?;
    Ok(found.map(|found| Chosen {
        desk,
        form: Arc::unwrap_or_clone(found.form),
        version: Some(found.version),
    }))
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

/// The link back to the list of parts.
pub fn back(t: Locale, slug: &str) -> Link {
    Link::new(url::form(slug), t.say("form-title"))
}

/// The programme's name for a reader.
pub fn programme(t: Locale, desk: &Desk) -> String {
    desk.programme.name.get(t.language()).to_owned()
}
