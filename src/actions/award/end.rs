//! Changes of an award that stands, and its end: amended, extended, money given back,
//! cancelled, closed.

use super::pay::move_on;
use super::{Case, case, for_owner, for_staff, note, tell};
use crate::actions::application::standing;
use crate::actions::{Refusal, ledger};
use crate::domain::award::{AmendmentKind, AwardEvent, AwardState, read_extension, read_freed};
use crate::domain::check::read_note;
use crate::domain::{AwardId, DecisionId, Message, Problems};
use crate::policy::award::{MayActOnAward, MayEnd, MayRun};
use crate::policy::{Actor, Reach};
use crate::store::{StoreError, Tx, award};

/// What staff change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Other terms, in words; the organisation has to agree.
    Amend,
    /// A later end for the same money.
    Extend,
    /// Money goes back to the budget.
    Free,
    Cancel,
    Close,
}

impl Change {
    /// Every change.
    pub const ALL: [Self; 5] = [
        Self::Amend,
        Self::Extend,
        Self::Free,
        Self::Cancel,
        Self::Close,
    ];

    /// The last part of its address.
    pub fn code(self) -> &'static str {
        match self {
            Self::Amend => "amendment",
            Self::Extend => "extension",
            Self::Free => "freeing",
            Self::Cancel => "cancellation",
            Self::Close => "close-out",
        }
    }

    /// The change of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|change| change.code() == code)
    }

    /// Whether policy lets this admin do it as the award stands.
    pub fn may(self, actor: &Actor, case: &Case) -> bool {
        let about = case.about();
        match self {
            Self::Amend | Self::Extend => MayRun::run(actor, about).is_ok(),
            Self::Free => MayRun::pay(actor, about).is_ok() && case.free().minor > 0,
            Self::Cancel => MayEnd::by(actor, about, AwardEvent::Cancel).is_ok(),
            Self::Close => {
                let may = MayEnd::by(actor, about, AwardEvent::Close);
                may.is_ok() && case.lacks().is_empty()
            }
        }
    }
}

/// A change as typed: fields `words`, and `day` or `amount` where one is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChangeText {
    pub words: String,
    pub day: String,
    pub amount: String,
}

fn words(text: &str, needed: bool) -> Result<String, Problems> {
    read_note(text, needed).map_err(|message| Problems::one("words", message))
}

/// Makes a change; the organisation gets a letter.
pub fn change(
    tx: &mut Tx,
    actor: &Actor,
    (id, change): (AwardId, Change),
    text: &ChangeText,
    site: &str,
) -> Result<(), Refusal> {
    let case = for_staff(tx, actor, id)?;
    match change {
        Change::Amend | Change::Extend => amend(tx, actor, (&case, change), text)?,
        Change::Free => free(tx, actor, &case, text)?,
        Change::Cancel => cancel(tx, actor, &case, text)?,
        Change::Close => close(tx, actor, &case, text)?,
    }
    Ok(tell(tx, &case, site)?)
}

fn amend(
    tx: &mut Tx,
    actor: &Actor,
    (case, change): (&Case, Change),
    text: &ChangeText,
) -> Result<(), Refusal> {
    let may = MayRun::run(actor, case.about())?;
    let reason = words(&text.words, true)?;
    let number = case.amendments.last().map_or(1, |last| last.number + 1);
    let id = case.award.id;
    if change == Change::Amend {
        award::amend(tx, &may, (number, AmendmentKind::Terms, &reason), None)?;
        let number = number.to_string();
        return Ok(note(tx, id, "amend_award", ("", &number))?);
    }
    let unplanned = || Refusal::Stale(Message::new("stale-award-unplanned"));
    let before = case.award.ends_on.ok_or_else(unplanned)?;
    let after = read_extension(&text.day, before)?;
    let new = (number, AmendmentKind::Extension, &*reason);
    award::amend(tx, &may, new, Some((before, after)))?;
    award::extend(tx, &may, after)?;
    let days = (before.iso(), after.iso());
    Ok(note(tx, id, "extend_award", (&days.0, &days.1))?)
}

fn free(tx: &mut Tx, actor: &Actor, case: &Case, text: &ChangeText) -> Result<(), Refusal> {
    let may = MayRun::pay(actor, case.about())?;
    let mut problems = Problems::default();
    let amount = problems.take("amount", read_freed(&text.amount, case.free()));
    let reason = problems.take("words", read_note(&text.words, true));
    let (Some(amount), Some(reason)) = (amount, reason) else {
        return Err(problems.into());
    };
    let freed = case.award.freed_minor + amount.minor;
    award::free(tx, &may, (freed, &reason))?;
    let change = (case.award.freed_minor.to_string(), freed.to_string());
    note(
        tx,
        case.award.id,
        "free_award_money",
        (&change.0, &change.1),
    )?;
    Ok(move_on(tx, actor, case.award.id, &may)?)
}

fn cancel(tx: &mut Tx, actor: &Actor, case: &Case, text: &ChangeText) -> Result<(), Refusal> {
    let may = MayEnd::by(actor, case.about(), AwardEvent::Cancel)?;
    if case.under_way().next().is_some() {
        return Err(Refusal::Stale(Message::new("stale-award-under-way")));
    }
    let reason = words(&text.words, true)?;
    let freed = case.award.freed_minor + case.balance().open();
    award::end(tx, &may, (freed, &reason))?;
    let before = may.moves().from().code();
    let after = format!("cancelled freed {freed}");
    note(tx, case.award.id, "cancel_award", (before, &after))?;
    Ok(tell_ledger(tx, case)?)
}

/// What was paid is what it gave.
fn tell_ledger(tx: &mut Tx, case: &Case) -> Result<(), StoreError> {
    let paid = case.award.money(case.balance().disbursed);
    ledger::cut_award(tx, case.application.id, paid)
}

/// Ends the award of a decision that is corrected, while it waits for its agreement and
/// nothing can have been paid. What is agreed to is amended or cancelled first.
pub fn replace(tx: &mut Tx, actor: &Actor, corrected: DecisionId) -> Result<(), Refusal> {
    let id = award::of_decision(corrected)?;
    let Some(case) = case(tx, Reach::staff(actor), id)? else {
        return Ok(());
    };
    match case.award.state {
        AwardState::Agreement => {
            let may = MayEnd::by(actor, case.about(), AwardEvent::Cancel)?;
            let freed = case.balance().open();
            award::end(tx, &may, (freed, ""))?;
            let after = format!("cancelled freed {freed}");
            note(tx, id, "cancel_award", (may.moves().from().code(), &after))?;
            Ok(())
        }
        AwardState::Closed | AwardState::Cancelled => Ok(()),
        AwardState::Disbursements | AwardState::Reports => {
            Err(Refusal::Stale(Message::new("stale-award-runs")))
        }
    }
}

fn close(tx: &mut Tx, actor: &Actor, case: &Case, text: &ChangeText) -> Result<(), Refusal> {
    let may = MayEnd::by(actor, case.about(), AwardEvent::Close)?;
    if case.waiting() > 0 {
        return Err(Refusal::Stale(Message::new("stale-award-amendment")));
    }
    if !case.lacks().is_empty() {
        return Err(Refusal::Stale(Message::new("stale-award-lacks")));
    }
    let last = words(&text.words, false)?;
    award::end(tx, &may, (case.award.freed_minor, &last))?;
    let before = may.moves().from().code();
    note(tx, case.award.id, "close_award", (before, "closed"))?;
    Ok(tell_ledger(tx, case)?)
}

/// Agrees for the organisation to an amendment that was made.
pub fn agree_amendment(
    tx: &mut Tx,
    actor: &Actor,
    (id, number): (AwardId, i32),
) -> Result<(), Refusal> {
    let case = for_owner(tx, actor, id)?;
    let mut all = case.amendments.iter();
    let row = all.find(|one| one.number == number && one.kind == AmendmentKind::Terms);
    let row = row.ok_or(Refusal::NotFound)?;
    if row.agreed_at.is_some() {
        return Ok(());
    }
    if row.dropped_at.is_some() {
        return Err(Refusal::Stale(Message::new("stale-amendment-taken-back")));
    }
    let standing = standing(tx, actor, &case.application)?.ok_or(Refusal::NotFound)?;
    let may = MayActOnAward::answer((actor, standing), case.about())?;
    award::agree_amendment(tx, &may, number)?;
    let number = number.to_string();
    Ok(note(tx, id, "agree_to_amendment", ("", &number))?)
}

/// Takes back a change of the terms that the organisation has not answered; it is told.
pub fn take_back_amendment(
    tx: &mut Tx,
    actor: &Actor,
    (id, number): (AwardId, i32),
    site: &str,
) -> Result<(), Refusal> {
    let case = for_staff(tx, actor, id)?;
    let mut all = case.amendments.iter();
    let row = all.find(|one| one.number == number && one.kind == AmendmentKind::Terms);
    let row = row.ok_or(Refusal::NotFound)?;
    let may = MayRun::run(actor, case.about())?;
    if row.agreed_at.is_some() {
        return Err(Refusal::Stale(Message::new("stale-amendment-agreed")));
    }
    if row.dropped_at.is_some() {
        return Ok(());
    }
    award::drop_amendment(tx, &may, number)?;
    note(tx, id, "take_back_amendment", ("", &number.to_string()))?;
    Ok(tell(tx, &case, site)?)
}
