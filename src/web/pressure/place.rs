//! Where pressure is.

use crate::domain::{IncidentId, OrganisationId};
use crate::web::url;

/// The last part of the address of an organisation's incidents, and their tab.
pub const PART: &str = "pressure";
/// The monitor.
pub const MONITOR: &str = "/admin/pressure";
/// Where a briefing is made.
pub const BRIEFING: &str = "/admin/pressure/briefing";

/// The incidents of an organisation.
pub fn of(id: OrganisationId) -> String {
    url::desk_part(id, PART)
}

/// One of them.
pub fn incident(id: OrganisationId, incident: IncidentId) -> String {
    format!("{}/{incident}", of(id))
}
