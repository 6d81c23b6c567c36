//! Rounds: what the public sees of them, and how admins run them.

pub mod deadline;
pub mod public;
pub mod questions;

use super::registrar::Registrar;

/// The routes of rounds.
pub fn routes(routes: &mut Registrar) {
    routes.get("/", public::open_rounds);
    routes.get("/rounds/{slug}", public::show);
}
