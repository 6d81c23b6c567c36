//! Disbursements: prepared for a tranche, approved by two, executed or taken back.

use super::{Case, for_staff, note, pay_concern};
use crate::actions::Refusal;
use crate::domain::award::{PayStage, PayText, ReportState, Side};
use crate::domain::check::read_note;
use crate::domain::moment::Day;
use crate::domain::{AwardId, DisbursementId, Message};
use crate::policy::award::{MayApprove, MayRun, MayTakeBack};
use crate::policy::{Actor, Reach};
use crate::store::award::{self, DisbursementRow};
use crate::store::{StoreError, Tx, hold};

fn stale(key: &'static str) -> Refusal {
    Refusal::Stale(Message::new(key))
}

/// Prepares the disbursement of a tranche; a second press finds it prepared.
pub fn prepare(
    tx: &mut Tx,
    actor: &Actor,
    (id, position): (AwardId, i32),
    text: &PayText,
) -> Result<(), Refusal> {
    let case = for_staff(tx, actor, id)?;
    let may = MayRun::prepare(actor, case.under())?;
    let tranche = case.tranche(position).ok_or(Refusal::NotFound)?;
    if case.payment_of(position).is_some() {
        return Err(stale("stale-tranche-taken"));
    }
    let waits = tranche.after_report.is_some_and(|number| {
        let mut reports = case.reports.iter();
        !reports.any(|one| one.position == number && one.state == ReportState::Accepted)
    });
    if waits {
        return Err(stale("stale-tranche-report"));
    }
    let left = case.left_of(position).ok_or(Refusal::NotFound)?;
    if left.minor == 0 {
        return Err(stale("stale-tranche-freed"));
    }
    let tomorrow = tx.now().plus_days(1).day("UTC");
    let terms = text.read(left, tomorrow)?;
    let made = award::prepare(tx, &may, (position, left.minor), &terms)?;
    let paid = (terms.paid.currency, terms.paid.decimal());
    let after = format!("{made} {} {}", paid.0.code(), paid.1);
    Ok(note(tx, id, "prepare_disbursement", ("", &after))?)
}

fn payment(case: &Case, id: DisbursementId) -> Result<&DisbursementRow, Refusal> {
    let found = case.payments.iter().find(|one| one.id == id);
    found.ok_or(Refusal::NotFound)
}

/// Approves for the side whose turn it is, with the account that the person has read:
/// one given since is read first. `reason` says why, where list screening leaves
/// something open. Nothing is approved for an organisation on hold.
pub fn approve(
    tx: &mut Tx,
    actor: &Actor,
    (id, payment_id): (AwardId, DisbursementId),
    (account, reason): (&str, &str),
) -> Result<(), Refusal> {
    let (case, now) = (for_staff(tx, actor, id)?, tx.now());
    let row = payment(&case, payment_id)?;
    let about = (payment_id, row.stage());
    let may = MayApprove::on(actor, case.under(), about, row.programme_by)?;
    if hold::stops(tx, (case.application.id, case.owner.id))? {
        return Err(stale("stale-on-hold"));
    }
    let bank = case.bank.as_ref().ok_or_else(|| stale("stale-no-bank"))?;
    if bank.id.as_str() != account {
        return Err(stale("stale-bank"));
    }
    if bank.told.is_none() {
        return Err(stale("stale-bank-sealed"));
    }
    may.pays_to(bank.giver)?;
    let reason = match pay_concern(tx, Reach::staff(actor), &case, now)? {
        None => String::new(),
        Some(_) => {
            let reason = read_note(reason, true);
            reason.map_err(|message| Refusal::field("reason", message))?
        }
    };
    award::approve(tx, &may, bank.id, &reason)?;
    let verb = match may.side() {
        Side::Programme => "approve_for_programme",
        Side::Finance => "approve_for_finance",
    };
    let after = match reason.is_empty() {
        true => "screened",
        false => "with reason",
    };
    Ok(note(tx, id, verb, (payment_id.as_str(), after))?)
}

/// Takes a disbursement back with a reason; its tranche can be prepared again. One that is
/// at the bank is taken back by another admin than who sent it there.
pub fn drop_payment(
    tx: &mut Tx,
    actor: &Actor,
    (id, payment_id): (AwardId, DisbursementId),
    reason: &str,
) -> Result<(), Refusal> {
    let case = for_staff(tx, actor, id)?;
    let about = (payment_id, payment(&case, payment_id)?.stage());
    let senders = case.senders_of(payment_id);
    let may = MayTakeBack::on(actor, case.about(), about, &senders)?;
    let reason = read_note(reason, true);
    let reason = reason.map_err(|message| Refusal::field("reason", message))?;
    award::drop(tx, &may, &reason)?;
    let change = (payment_id.as_str(), "dropped");
    Ok(note(tx, id, "drop_disbursement", change)?)
}

/// Notes the day on which the bank executed it, field `day`. With nothing left to pay,
/// the award moves on.
pub fn note_paid(
    tx: &mut Tx,
    actor: &Actor,
    (id, payment_id): (AwardId, DisbursementId),
    day: &str,
) -> Result<(), Refusal> {
    let case = for_staff(tx, actor, id)?;
    let may = MayRun::pay(actor, case.about())?;
    let stage = payment(&case, payment_id)?.stage();
    if !matches!(stage, PayStage::Approved | PayStage::Exported) {
        return Err(stale("stale-disbursement"));
    }
    let tomorrow = tx.now().plus_days(1).day("UTC");
    let day = Day::parse(day).and_then(|day| match day > tomorrow {
        true => Err(Message::new("error-day-to-come")),
        false => Ok(day),
    });
    let day = day.map_err(|message| Refusal::field("day", message))?;
    award::note_paid(tx, &may, payment_id, day)?;
    note(tx, id, "note_paid", (payment_id.as_str(), &day.iso()))?;
    Ok(move_on(tx, actor, id, &may)?)
}

/// Moves an award to its reports when nothing of it is open.
pub(super) fn move_on(
    tx: &mut Tx,
    actor: &Actor,
    id: AwardId,
    may: &MayRun,
) -> Result<(), StoreError> {
    let missing = || StoreError::Damaged("an award is gone".to_owned());
    let reach = Reach::staff(actor);
    let case = super::case(tx, reach, id)?.ok_or_else(missing)?;
    if !case.balance().is_even() {
        return Ok(());
    }
    let Ok(moves) = may.paid_out(case.award.state) else {
        return Ok(());
    };
    award::advance(tx, &moves)?;
    let change = (moves.from().code(), moves.to().code());
    note(tx, id, "pay_out_award", change)
}
