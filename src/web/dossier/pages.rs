//! The page of a dossier.

use askama::Template;

use super::conflicts::Conflicts;
use super::dialogue::{Dialogue, Talk};
use crate::i18n::Locale;
use crate::web::application::answers::ShownSection;
use crate::web::chrome::Chrome;
use crate::web::engagement::words::ShownQuote;
use crate::web::hold::Warning;
use crate::web::pressure::words::Group;
use crate::web::round::{Fact, ReviewProgress};
use crate::web::ui::{Badge, Field, Link, Moment};

/// What a screening found.
pub struct ShownScreening {
    pub verdict: Badge,
    pub reason: Option<String>,
    pub note: String,
    pub by: String,
}

/// One look at a certificate.
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
    /// Why they abstained; else empty.
    pub why: String,
}

/// How the application came, when staff filed it.
pub struct ShownFiling {
    pub told: String,
    pub note: String,
    /// Where to invite the organisation's first owner, while it has none.
    pub invite: Option<Link>,
}

/// The fiscal sponsor as far as it answered.
pub struct ShownSponsor {
    pub state: Badge,
    /// Who was asked when, or who answered when.
    pub line: String,
    /// The profile of the organisation that consented.
    pub facts: Vec<Fact>,
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
    pub filed: Option<ShownFiling>,
    pub hold: Option<Warning>,
    /// Who certified the answers, when, for whom.
    pub certified: Option<String>,
    pub sponsor: Option<ShownSponsor>,
    /// What the papers come to, and where all of them are.
    pub legal: Badge,
    pub papers: Option<Link>,
    pub checks: Vec<ShownCheck>,
    pub check: Option<CheckForm>,
    pub reviewers: Vec<ShownReviewer>,
    pub progress: Option<ReviewProgress>,
    /// Where it is seen who has opened, begun and sent.
    pub reviewing: Option<Link>,
    pub assign: Option<Link>,
    pub decision: Option<Link>,
    /// What it was awarded.
    pub award: Option<Link>,
    /// Where the request to look again is, while it waits.
    pub appeal: Option<Link>,
    /// What is known about the organisation and its work.
    pub evidence: Vec<Link>,
    /// The tier of its due diligence, and how much is open.
    pub diligence: [String; 2],
    pub conflicts: Conflicts,
    pub dialogue: Dialogue,
    /// `None` before reviewers see the application.
    pub talk: Option<Talk>,
    pub quotes: Vec<ShownQuote>,
    pub pressure: Vec<Group>,
    pub answers: Vec<ShownSection>,
    /// Copies and versions of what was sent.
    pub record: Vec<Link>,
    pub timeline: Vec<Moment>,
    pub log: Link,
}
