//! What operators and pages of every feature need: health, language switch,
//! quick exit, privacy notice, the demonstration's inbox.

mod health;
mod inbox;
mod language;
mod privacy;

use super::registrar::Registrar;
pub use language::NoFields;

/// The routes of operations.
pub fn routes(routes: &mut Registrar) {
    routes.get("/healthz", health::alive);
    routes.get("/readyz", health::ready);
    routes.post("/language", language::switch);
    routes.post("/exit", language::exit);
    routes.get("/privacy", privacy::notice);
    routes.get("/demo/inbox", inbox::inbox);
}
