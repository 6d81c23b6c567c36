//! The table of contents: every feature adds its routes here.

use super::registrar::Registrar;
use super::{
    account, assets, assignment, audit, decision, dossier, export, ops, programme, ranking, review,
    round, screening,
};
use super::{account, application, assets, ops, organisation, round};
use super::{account, assets, decision, export, ops, ranking, round};
use super::{account, assets, ops, review, round};
use super::{account, assets, assignment, audit, dossier, ops, programme, round, screening};
use super::{account, assets, ops, review, round};

/// Every route of the program.
pub fn all(routes: &mut Registrar) {
    routes.get("/assets/{name}", assets::asset);
    ops::routes(routes);
    account::routes(routes);
    review::routes(routes);
    round::routes(routes);
    organisation::routes(routes);
    application::routes(routes);
    ranking::routes(routes);
    decision::routes(routes);
    export::routes(routes);
    programme::routes(routes);
    dossier::routes(routes);
    screening::routes(routes);
    assignment::routes(routes);
    audit::routes(routes);
}
