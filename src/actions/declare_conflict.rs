//! Saying whether there is a conflict of interest. With one, the person is
//! recused at once and never sees the application again.

use super::Refusal;
use super::submit_review::advance_if_complete;
use crate::domain::ApplicationId;
use crate::domain::review::{ConflictKind, read_declaration};
use crate::policy::review::MayDeclare;
use crate::policy::{Actor, Reach};
use crate::store::{StoreError, Tx, audit, declaration};

/// What a declaration led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Declared {
    /// No conflict: the application is open to the reviewer.
    Open,
    /// A conflict: the application is out of their reach.
    Recused,
}

/// Declares the posted kind of conflict, "none" included. A conflict that is
/// noticed later takes the place of an earlier "none".
pub fn declare_conflict(
    tx: &mut Tx,
    actor: &Actor,
    application: ApplicationId,
    (kind, note): (&str, &str),
) -> Result<Declared, Refusal> {
    let reach = Reach::reviewer(actor, tx.now());
    let assigned = declaration::assigned(tx, reach, application)?;
    let assigned = assigned.ok_or(Refusal::NotFound)?;
    let case = &assigned.case;
    let may = MayDeclare::on(case).map_err(Refusal::Stale)?;
    let (kind, note) = read_declaration(kind, note)?;
    if case.declared != Some(kind) {
        declaration::keep(tx, &may, kind, &note)?;
        let before = case.declared.map_or("", ConflictKind::code);
        let about = ("application", application.as_str());
        audit(tx, "declare_conflict", about, before, kind.code())?;
    }
    if !kind.bars() {
        return Ok(Declared::Open);
    }
    recuse(tx, &may, kind)?;
    advance_if_complete(tx, &assigned.application)?;
    Ok(Declared::Recused)
}

fn recuse(tx: &mut Tx, may: &MayDeclare, kind: ConflictKind) -> Result<(), StoreError> {
    let application = may.application();
    declaration::recuse(tx, may, kind)?;
    let about = ("application", application.as_str());
    audit(tx, "recuse", about, "assigned", "recused")
}
