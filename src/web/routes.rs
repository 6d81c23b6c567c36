//! The table of contents: every feature adds its routes here.

use super::registrar::Registrar;
use super::{
    access_token, account, api, appeal, application, assets, assignment, audit, award, board,
    clarification, code_name, common_grants, conflict, dashboard, decision, discussion, dossier,
    due_diligence, engagement, erasure, export, files, filing, form_editor, hold, ledger,
    legal_status, letter, list_screening, lots, meeting, membership, offline, ops, organisation,
    overlap, own_data, packet, pressure, programme, publication, purge, ranking, record, referee,
    reserve, retention, review, reviewing, round, rubric_editor, screening, shortlist, sponsorship,
    story, thread, turnaround,
};

/// Every route of the program.
pub fn all(routes: &mut Registrar) {
    routes.get("/assets/{name}", assets::asset);
    ops::routes(routes);
    account::routes(routes);
    review::routes(routes);
    round::routes(routes);
    organisation::routes(routes);
    engagement::routes(routes);
    pressure::routes(routes);
    application::routes(routes);
    record::routes(routes);
    files::routes(routes);
    offline::routes(routes);
    ranking::routes(routes);
    decision::routes(routes);
    award::routes(routes);
    board::routes(routes);
    shortlist::routes(routes);
    lots::routes(routes);
    meeting::routes(routes);
    export::routes(routes);
    publication::routes(routes);
    common_grants::routes(routes);
    packet::routes(routes);
    access_token::routes(routes);
    api::routes(routes);
    programme::routes(routes);
    form_editor::routes(routes);
    rubric_editor::routes(routes);
    dossier::routes(routes);
    screening::routes(routes);
    assignment::routes(routes);
    reviewing::routes(routes);
    audit::routes(routes);
    membership::routes(routes);
    sponsorship::routes(routes);
    filing::routes(routes);
    clarification::routes(routes);
    thread::routes(routes);
    conflict::routes(routes);
    discussion::routes(routes);
    legal_status::routes(routes);
    due_diligence::routes(routes);
    referee::routes(routes);
    hold::routes(routes);
    code_name::routes(routes);
    ledger::routes(routes);
    overlap::routes(routes);
    list_screening::routes(routes);
    letter::routes(routes);
    appeal::routes(routes);
    reserve::routes(routes);
    turnaround::routes(routes);
    purge::routes(routes);
    retention::routes(routes);
    erasure::routes(routes);
    own_data::routes(routes);
    dashboard::routes(routes);
    story::routes(routes);
}
