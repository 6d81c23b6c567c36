//! Rounds: what the public sees of them, and how admins run them.

mod public;

use super::registrar::Registrar;

/// The routes of rounds.
pub fn routes(routes: &mut Registrar) {
    routes.get("/", public::open_rounds);
}
