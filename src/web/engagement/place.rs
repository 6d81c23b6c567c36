//! Where engagement logs are.

use crate::domain::{ApplicationId, EngagementId, FileId, OrganisationId, QuoteId};
use crate::web::url;

/// The last part of the log's address, and its tab.
pub const PART: &str = "engagement";

/// The log of an organisation.
pub fn log(id: OrganisationId) -> String {
    url::desk_part(id, PART)
}

/// An entry of it.
pub fn entry(id: OrganisationId, entry: EngagementId) -> String {
    format!("{}/{entry}", log(id))
}

/// Where it is corrected.
pub fn correction(id: OrganisationId, entry_id: EngagementId) -> String {
    format!("{}/correction", entry(id, entry_id))
}

/// The files of an entry, on its page.
pub fn files(id: OrganisationId, entry_id: EngagementId) -> String {
    format!("{}#files", entry(id, entry_id))
}

/// Where files are added to it.
pub fn uploads(id: OrganisationId, entry_id: EngagementId) -> String {
    format!("{}/files", entry(id, entry_id))
}

/// Where a file of it is asked for.
pub fn upload(id: OrganisationId, entry_id: EngagementId, file: FileId) -> String {
    format!("{}/{file}", uploads(id, entry_id))
}

/// Where it is quoted.
pub fn quotation(id: OrganisationId, entry_id: EngagementId) -> String {
    format!("{}/quotation", entry(id, entry_id))
}

/// Where a quotation is ended.
pub fn quote_end(application: ApplicationId, quote: QuoteId) -> String {
    url::dossier_part(application, &format!("quotations/{quote}/end"))
}
