//! The legal status of organisations for staff: their papers, what is asked of them,
//! how money from the United States may reach them, and what expires.

mod card;
mod expiring;
mod needs;
mod overview;
mod paper;
mod pathway;
pub mod words;

pub use card::Card;
pub use overview::by;
pub use paper::{PaperForm, check_fields};

use askama::Template;

use super::chrome::Chrome;
use super::registrar::Registrar;
use super::ui::{Field, Link};
use crate::domain::OrganisationId;

/// The last part of the address of an organisation's page.
pub const PART: &str = "legal-status";
/// Papers that expire, of all organisations.
pub const EXPIRING: &str = "/admin/documents";

/// The routes of legal status.
pub fn routes(routes: &mut Registrar) {
    routes.get(
        "/admin/organisations/{organisation}/legal-status",
        overview::show,
    );
    routes.get(
        "/admin/organisations/{organisation}/legal-status/papers/{kind}",
        paper::show,
    );
    routes.post(
        "/admin/organisations/{organisation}/legal-status/papers/{kind}",
        paper::record,
    );
    routes.get(
        "/admin/organisations/{organisation}/legal-status/us-pathway",
        pathway::show,
    );
    routes.post(
        "/admin/organisations/{organisation}/legal-status/us-pathway",
        pathway::record,
    );
    routes.get("/admin/documents", expiring::list);
    routes.get("/admin/programmes/{slug}/documents", needs::list);
    routes.get("/admin/programmes/{slug}/documents/{form}", needs::show);
    routes.post("/admin/programmes/{slug}/documents/{form}", needs::set);
}

/// The legal status of an organisation.
pub fn place(id: OrganisationId) -> String {
    super::url::desk_part(id, PART)
}

/// What a programme asks for.
pub fn needs_place(slug: &str) -> String {
    format!("{}/{slug}/documents", super::url::ADMIN_PROGRAMMES)
}

/// A form on a page of its own.
#[derive(Template)]
#[template(path = "legal_status/form.html")]
pub struct FormPage {
    pub chrome: Chrome,
    pub over: String,
    pub heading: String,
    pub lead: String,
    pub action: String,
    pub fields: Vec<Field>,
    pub submit: String,
    pub cancel: Link,
}
