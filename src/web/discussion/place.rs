//! Where discussions are.

use crate::domain::ApplicationId;
use crate::web::url;

/// The discussion of an application, for its reviewers.
pub fn of_reviewers(id: ApplicationId) -> String {
    format!("{}/discussion", url::review(id))
}

/// The same for staff.
pub fn of_staff(id: ApplicationId) -> String {
    url::dossier_part(id, "discussion")
}

/// The discussions of a round.
pub fn of_round(slug: &str) -> String {
    url::admin_round_part(slug, "discussions")
}
