//! Addresses of meetings.

use crate::actions::meeting_room::View;
use crate::domain::{ApplicationId, MeetingId};
use crate::web::errors::Fault;
use crate::web::url;

/// The page on which everybody follows a meeting.
pub fn member(id: MeetingId) -> String {
    format!("/meetings/{id}")
}

/// Where a page hears that it changed.
pub fn events(id: MeetingId, view: View) -> String {
    let query = match view {
        View::Member => "",
        View::Chair => "?page=chair",
    };
    format!("{}/events{query}", member(id))
}

/// The meetings of a round, for staff.
pub fn meetings(slug: &str) -> String {
    url::admin_round_part(slug, "meetings")
}

/// Where a meeting is planned.
pub fn new_meeting(slug: &str) -> String {
    format!("{}/new", meetings(slug))
}

/// Where a meeting is arranged and chaired.
pub fn chair(slug: &str, id: MeetingId) -> String {
    format!("{}/{id}", meetings(slug))
}

/// A page or act of such a meeting.
pub fn part(slug: &str, id: MeetingId, part: &str) -> String {
    format!("{}/{part}", chair(slug, id))
}

/// A page or act of an application in it.
pub fn item(slug: &str, id: MeetingId, application: ApplicationId, part: &str) -> String {
    format!("{}/items/{application}/{part}", chair(slug, id))
}

/// The review page that leads back to a meeting.
pub fn review(application: ApplicationId, id: MeetingId) -> String {
    format!("{}?meeting={id}", url::review(application))
}

/// The meeting of an address.
pub fn read(text: &str) -> Result<MeetingId, Fault> {
    MeetingId::parse(text).map_err(|_| Fault::NotFound)
}

/// The application of an address.
pub fn read_application(text: &str) -> Result<ApplicationId, Fault> {
    ApplicationId::parse(text).map_err(|_| Fault::NotFound)
}
