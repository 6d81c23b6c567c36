//! The page of a dossier.

use askama::Template;

use super::dialogue::Dialogue;
use crate::i18n::Locale;
use crate::web::application::answers::ShownSection;
use crate::web::chrome::Chrome;
use crate::web::round::{Fact, ReviewProgress};
use crate::web::ui::{Badge, Field, Link, Moment};

/// What a screening found.
pub struct ShownScreening {
    pub verdict: Badge,
    pub reason: Option<String>,
    pub note: String,
    pub by: String,
}

/// One check of the legal status.
pub struct ShownCheck {
    pub outcome: Badge,
    pub note: String,
    pub by: String,
}

/// The form of a check, while one can be recorded.
pub struct CheckForm {
    pub action: String,
    pub fields: Vec<Field>,
    /// Shown open: it was refused.
    pub open: bool,
}

/// A reviewer with how far their review is.
pub struct ShownReviewer {
    pub name: String,
    pub state: Badge,
}

/// Everything about one application.
#[derive(Template)]
#[template(path = "dossier/show.html")]
pub struct DossierPage {
    pub chrome: Chrome,
    pub t: Locale,
    pub reference: String,
    pub round: Link,
    pub organisation: String,
    pub other_names: Vec<String>,
    pub title: String,
    pub status: Badge,
    pub late: bool,
    /// What is next, as the one main button.
    pub next: Option<Link>,
    pub facts: Vec<Fact>,
    pub screening: Option<ShownScreening>,
    pub legal: Badge,
    pub checks: Vec<ShownCheck>,
    pub check: Option<CheckForm>,
    pub reviewers: Vec<ShownReviewer>,
    pub progress: Option<ReviewProgress>,
    pub assign: Option<Link>,
    pub decision: Option<Link>,
    pub dialogue: Dialogue,
    pub answers: Vec<ShownSection>,
    /// Copies and versions of what was sent.
    pub record: Vec<Link>,
    pub timeline: Vec<Moment>,
    pub log: Link,
}
