//! Saying whether there is a conflict of interest. With one, the person is
//! recused at once and never sees the application again.

use super::{Refusal, conflict};
use crate::domain::ApplicationId;
use crate::domain::review::{ConflictKind, read_declaration};
use crate::policy::conflict::MayBar;
use crate::policy::review::MayDeclare;
use crate::policy::{Actor, Reach};
use crate::store::{Tx, audit, declaration};

/// What a declaration led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Declared {
    /// No conflict: the application is open to the reviewer.
    Open,
    /// A conflict: the application is out of their reach.
    Recused,
}

/// Declares the posted kind of conflict, "none" included. A conflict that is
/// noticed later takes the place of an earlier "none", at any time: it needs no
/// open round.
pub fn declare_conflict(
    tx: &mut Tx,
    actor: &Actor,
    application: ApplicationId,
    (kind, note): (&str, &str),
) -> Result<Declared, Refusal> {
    let reach = Reach::reviewer(actor, tx.now());
    let assigned = declaration::assigned(tx, reach, application)?;
    let assigned = assigned.ok_or(Refusal::NotFound)?;
    let (kind, note) = read_declaration(kind, note)?;
    if kind.bars() {
        let may = MayBar::oneself(actor, application, kind)?;
        conflict::declare(tx, &may, &assigned.application, &note)?;
        return Ok(Declared::Recused);
    }
    let case = assigned.case;
    let may = MayDeclare::on(&case).map_err(Refusal::Stale)?;
    if case.declared != Some(kind) {
        declaration::keep(tx, &may, kind, &note)?;
        let before = case.declared.map_or("", ConflictKind::code);
        let about = ("application", application.as_str());
        audit(tx, "declare_conflict", about, before, kind.code())?;
    }
    Ok(Declared::Open)
}
