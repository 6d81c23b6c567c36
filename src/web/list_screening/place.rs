//! Where list screening is.

use crate::domain::{ListHitId, ListVersionId, OrganisationId};
use crate::web::url;

/// The lists that are loaded.
pub const LISTS: &str = "/admin/watch-lists";
/// Hits of all organisations that wait for an answer.
pub const OPEN: &str = "/admin/list-hits";
/// The last part of an organisation's page.
pub const PART: &str = "lists";

/// A version of a list.
pub fn of_version(id: ListVersionId) -> String {
    format!("{LISTS}/{id}")
}

/// A file of a version, by its place from 1 on.
pub fn of_file(id: ListVersionId, place: usize) -> String {
    format!("{}/files/{place}", of_version(id))
}

/// How an organisation stands.
pub fn of_organisation(id: OrganisationId) -> String {
    url::desk_part(id, PART)
}

/// A hit of an organisation.
pub fn of_hit(id: OrganisationId, hit: ListHitId) -> String {
    format!("{}/{hit}", of_organisation(id))
}

/// Which lists count for a programme, for staff.
pub fn of_programme(slug: &str) -> String {
    format!("{}/{slug}/{PART}", url::ADMIN_PROGRAMMES)
}

/// Where a programme's money comes from.
pub fn money(slug: &str) -> String {
    format!("{}/money", of_programme(slug))
}

/// How the organisations of a round stand.
pub fn of_round(slug: &str) -> String {
    url::admin_round_part(slug, PART)
}

/// Which lists count for a round, for everybody.
pub fn public(slug: &str) -> String {
    format!("{}/{PART}", url::round(slug))
}
