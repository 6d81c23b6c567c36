//! Reviews as reviewers write them: the queue, the declaration, the review page.

mod abstention;
mod beside;
mod blind;
mod compare;
mod content;
mod declaration;
mod desk;
mod due;
mod form;
mod history;
mod pages;
mod place;
mod queue;
pub mod rules;
mod sheet;
mod standing;
mod talk;
pub mod verdict;

pub use blind::{mask, reviewer as letter};
pub use compare::{both, moved_key};
pub use form::{CriterionFields, criteria};

use super::registrar::Registrar;

/// The routes of reviews.
pub fn routes(routes: &mut Registrar) {
    routes.get("/reviews", queue::list);
    routes.get("/reviews/thank-you", declaration::thanks);
    routes.get("/reviews/{application}", desk::show);
    routes.post("/reviews/{application}", desk::save);
    routes.post("/reviews/{application}/submission", desk::submit);
    routes.post("/reviews/{application}/autosave", desk::autosave);
    routes.get("/reviews/{application}/decline", abstention::show);
    routes.post("/reviews/{application}/decline", abstention::decline);
    routes.get("/reviews/{application}/declaration", declaration::show);
    routes.post("/reviews/{application}/declaration", declaration::declare);
}
