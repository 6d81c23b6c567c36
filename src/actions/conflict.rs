//! Conflicts of interest of anybody of the inside: stepping aside, being kept away
//! by an admin, coming back. Whoever is kept away gets no letter about it: it could
//! only say that there is an application, and with few of them that says which.

use super::Refusal;
use super::complete_reviews::advance_if_complete;
use crate::domain::conflict::{read_conflict, read_reason};
use crate::domain::review::read_declaration;
use crate::domain::{AccountId, ApplicationId, Message, OrganisationId};
use crate::policy::conflict::{MayBar, MayLift};
use crate::policy::{Actor, Reach};
use crate::store::application::{self, ApplicationRow};
use crate::store::{Reader, StoreError, Tx, audit, conflict_record, declaration};

/// An application that staff may see.
fn seen(tx: &mut Tx, actor: &Actor, id: ApplicationId) -> Result<ApplicationRow, Refusal> {
    application::find(tx, Reach::staff(actor), id)?.ok_or(Refusal::NotFound)
}

/// Lets an admin or auditor step aside: the application is gone for them.
pub fn step_aside(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    (kind, note): (&str, &str),
) -> Result<(), Refusal> {
    let row = seen(tx, actor, id)?;
    let (kind, note) = read_declaration(kind, note)?;
    if !kind.bars() {
        return Err(Refusal::field("kind", Message::new("error-choice")));
    }
    let may = MayBar::oneself(actor, id, kind)?;
    declare(tx, &may, &row, &note)
}

/// Keeps what somebody declared about themselves, and bars them.
pub(super) fn declare(
    tx: &mut Tx,
    may: &MayBar,
    row: &ApplicationRow,
    note: &str,
) -> Result<(), Refusal> {
    let before = declaration::find_declaration(tx, row.id, may.account())?;
    declaration::keep_conflict(tx, may, note)?;
    let before = before.map_or("", |declared| declared.kind.code());
    let about = ("application", row.id.as_str());
    audit(tx, "declare_conflict", about, before, may.kind().code())?;
    bar(tx, may, row, note)
}

/// Puts a conflict on record; where that ends an assignment which was waited for,
/// the application moves on.
fn bar(tx: &mut Tx, may: &MayBar, row: &ApplicationRow, reason: &str) -> Result<(), Refusal> {
    let assigned = crate::store::assignment::is_assigned(tx, row.id, may.account())?;
    conflict_record::add(tx, may, reason)?;
    if assigned {
        let about = ("application", row.id.as_str());
        let before = format!("reviewer {}", may.account());
        audit(tx, "recuse", about, &before, "recused")?;
        advance_if_complete(tx, row)?;
    }
    Ok(())
}

/// Whom to keep away, and why, as posted.
#[derive(Debug, Clone, Default)]
pub struct TypedPin {
    pub person: String,
    pub kind: String,
    pub reason: String,
}

/// Keeps a person away from an application.
pub fn pin(tx: &mut Tx, actor: &Actor, id: ApplicationId, typed: &TypedPin) -> Result<(), Refusal> {
    let row = seen(tx, actor, id)?;
    let insiders = conflict_record::insiders(tx)?;
    let person = insiders.iter().find(|one| one.id.as_str() == typed.person);
    let read = read_conflict(&typed.kind, &typed.reason);
    let Some(person) = person else {
        let mut problems = read.err().unwrap_or_default();
        problems.add("person", Message::new("error-choice"));
        return Err(problems.into());
    };
    let (kind, reason) = read?;
    if conflict_record::stands(tx, id, person.id)? {
        return Err(Refusal::field(
            "person",
            Message::new("error-conflict-stands"),
        ));
    }
    let may = MayBar::pinned(actor, id, (person.id, true), kind)?;
    let about = ("application", id.as_str());
    let after = format!("{} {}", person.id, kind.code());
    audit(tx, "pin_conflict", about, "", &after)?;
    bar(tx, &may, &row, &reason)
}

/// Lets a person come back, with a reason.
pub fn lift(
    tx: &mut Tx,
    actor: &Actor,
    (id, person): (ApplicationId, AccountId),
    reason: &str,
) -> Result<(), Refusal> {
    seen(tx, actor, id)?;
    let may = may_lift(tx, actor, (id, person))?;
    let reason = read_reason(reason).map_err(|message| Refusal::field("reason", message))?;
    conflict_record::end(tx, &may, &reason)?;
    let about = ("application", id.as_str());
    audit(tx, "lift_conflict", about, person.as_str(), "")?;
    Ok(())
}

/// The right to lift the conflict of a pair, asked by the page too.
pub fn may_lift(
    reader: &mut Reader,
    actor: &Actor,
    (id, person): (ApplicationId, AccountId),
) -> Result<MayLift, Refusal> {
    let standing = conflict_record::stands(reader, id, person)?;
    let member = conflict_record::is_member(reader, id, person)?;
    Ok(MayLift::on(actor, (id, person), (standing, member))?)
}

/// Takes somebody who joined an organisation, or whose organisation became a
/// sponsor, off its applications: at once, not when they next look.
pub(super) fn recuse_member(
    tx: &mut Tx,
    organisation: OrganisationId,
    person: AccountId,
) -> Result<(), Refusal> {
    for id in conflict_record::assigned_of_organisation(tx, organisation, person)? {
        let found = application::find(tx, Reach::operator(), id)?;
        let row =
            found.ok_or_else(|| StoreError::Damaged("an application is missing".to_owned()))?;
        bar(tx, &MayBar::by_membership(id, person), &row, "")?;
    }
    Ok(())
}
