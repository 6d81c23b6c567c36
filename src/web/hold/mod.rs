//! The hold list for staff: one organisation's hold, all that stand, and going past one.

mod list;
mod page;
mod pass;

pub use pass::{Held, Warning, held, warning};

use super::registrar::Registrar;
use super::ui::{Control, Width};
use crate::domain::OrganisationId;

/// The last part of the address of an organisation's page.
pub const PART: &str = "hold";
/// All holds that stand.
pub const HOLDS: &str = "/admin/holds";

/// The routes of holds.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/holds", list::show);
    routes.get("/admin/organisations/{organisation}/hold", page::show);
    routes.post("/admin/organisations/{organisation}/hold", page::place);
    routes.post("/admin/organisations/{organisation}/hold/end", page::end);
    routes.get("/admin/applications/{id}/hold", pass::show);
    routes.post("/admin/applications/{id}/hold", pass::pass);
}

/// The hold of an organisation.
pub fn place(id: OrganisationId) -> String {
    super::url::desk_part(id, PART)
}

/// A day as it is typed.
fn day() -> Control {
    Control::Latin {
        kind: "text",
        inputmode: "numeric",
        width: Width::Short,
    }
}
