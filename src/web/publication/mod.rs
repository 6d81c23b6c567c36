//! What may be published of a round's awards: the list, the choice for one, and the files
//! that go out.

mod choice;
mod list;
mod send;

use super::registrar::Registrar;
use crate::domain::ApplicationId;
use crate::domain::publication::Publication;
use crate::web::url;

/// The routes of publication.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/rounds/{slug}/publication", list::show);
    routes.post("/admin/rounds/{slug}/publication", send::send);
    routes.get("/admin/applications/{id}/publication", choice::show);
    routes.post("/admin/applications/{id}/publication", choice::choose);
}

/// The awards of a round.
fn of_round(slug: &str) -> String {
    url::admin_round_part(slug, "publication")
}

/// The choice for one award.
fn of_application(id: ApplicationId) -> String {
    url::dossier_part(id, "publication")
}

/// The messages that name a choice and say what it lets out.
pub fn words(one: Publication) -> (&'static str, &'static str) {
    match one {
        Publication::Withheld => ("publication-withheld", "publication-withheld-hint"),
        Publication::Anonymised => ("publication-anonymised", "publication-anonymised-hint"),
        Publication::Full => ("publication-full", "publication-full-hint"),
    }
}
