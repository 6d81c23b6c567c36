//! Releasing decisions: applicants see the outcome, their applications move on, and
//! letters tell of it. What is asked for stands in line first; then each decision is
//! released with its letters in a transaction of its own, so that a release that
//! breaks off goes on where it stopped.

use super::decide::{Case, left, same};
use super::decision_case::cases;
use super::decision_letters::{About, Wording};
use super::deviation::{self, Order};
use super::diligence_ahead::{missing, missing_of, was_reasoned};
use super::list_screening::was_acknowledged;
use super::{Refusal, award, ledger};
use crate::domain::decision::{Decision, Outcome, Stage};
use crate::domain::organisation::Organisation;
use crate::domain::{DecisionId, Language, Message, Money};
use crate::policy::decision::MayRelease;
use crate::policy::{Actor, Reach};
use crate::store::decision::Counted;
use crate::store::{
    Reader, StoreError, Tx, audit, decision, letter, organisation, release_queue, round,
};

/// The case of a decision of a round, within reach.
fn case_of(tx: &mut Tx, actor: &Actor, slug: &str, id: DecisionId) -> Result<Case, Refusal> {
    let found = cases(tx, actor, slug, &[id])?.pop();
    let (_, case) = found.ok_or(Refusal::NotFound)?;
    Ok(case)
}

fn was_released(case: &Case, id: DecisionId) -> bool {
    let read = case.history.iter().find(|one| one.id == id);
    read.is_some_and(|read| read.stage() == Stage::Released)
}

/// `ahead` is what awards take, in minor units, that are released before it in one go,
/// `missing` how much is of its due diligence.
fn may_release(
    tx: &mut Tx,
    actor: &Actor,
    case: &Case,
    (ahead, missing): (i64, usize),
) -> Result<MayRelease, Refusal> {
    let may = MayRelease::on(actor, &case.matter)?;
    affordable(tx, actor, case, ahead)?;
    let open = |key: &'static str| {
        let reference = case.application.reference.as_str();
        Refusal::Stale(Message::new(key).with("reference", reference))
    };
    if !was_acknowledged(tx, actor, case)? {
        return Err(open("stale-list-hits"));
    }
    if !was_reasoned(tx, (case, missing))? {
        return Err(open("stale-diligence-open"));
    }
    Ok(may)
}

/// What an award takes, in minor units, that no other money was named for.
fn unreasoned_minor(case: &Case) -> Option<i64> {
    let award = |one: &&Decision| one.outcome == Outcome::Award && one.over_budget.is_none();
    let open = case.matter.open().filter(award)?;
    open.amount.map(|money| money.minor)
}

/// Others that the proposer did not see, or a smaller budget, may have left too little:
/// then nothing goes out that nobody gave a reason for.
fn affordable(tx: &mut Tx, actor: &Actor, case: &Case, ahead: i64) -> Result<(), Refusal> {
    let Some(minor) = unreasoned_minor(case) else {
        return Ok(());
    };
    let left = left(tx, Reach::staff(actor), case, Counted::Released)?;
    let left = left.saturating_sub(ahead);
    if minor <= left {
        return Ok(());
    }
    let left = Money::new(left.max(0), case.round.currency);
    let words = Message::new("stale-over-budget")
        .with("reference", case.application.reference.as_str())
        .with("left", left);
    Err(Refusal::Stale(words))
}

/// The order that awards are held against when they are released. None in a round without
/// a closing day: there whoever comes later moves it.
fn order(tx: &mut Tx, actor: &Actor, slug: &str) -> Result<Option<Order>, Refusal> {
    let round = round::by_slug(tx, slug)?.ok_or(Refusal::NotFound)?;
    if round.closing.closes_at().is_none() {
        return Ok(None);
    }
    Ok(Some(deviation::order(tx, Reach::staff(actor), round)?))
}

/// Whether an award deviates by now and nobody said why: what others are to get, or what
/// they scored, may have changed since it was proposed.
fn deviates(case: &Case, order: &Order) -> bool {
    let silent = |one: &&Decision| one.outcome == Outcome::Award && one.deviation.is_none();
    let open = case.matter.open().filter(silent);
    open.is_some() && order.deviates(case.application.id, Outcome::Award)
}

/// Puts these decisions of one round in line to be released, all or none. What was
/// released before is left as it is, so that sending the form twice does everything
/// once.
pub fn line_up(tx: &mut Tx, actor: &Actor, slug: &str, ids: &[DecisionId]) -> Result<(), Refusal> {
    let found = cases(tx, actor, slug, ids)?;
    let all: Vec<&Case> = found.iter().map(|(_, case)| case).collect();
    let missing = missing_of(tx, actor, &all)?;
    let (mut ready, mut ahead) = (Vec::new(), 0_i64);
    for (id, case) in found {
        if was_released(&case, id) {
            continue;
        }
        same(&case.matter, id)?;
        let missing = missing.get(&case.application.id).copied().unwrap_or(0);
        let may = may_release(tx, actor, &case, (ahead, missing))?;
        ahead = ahead.saturating_add(unreasoned_minor(&case).unwrap_or(0));
        ready.push((may, case));
    }
    if ready.is_empty() {
        return Ok(());
    }
    // A whole round is read for what may go out otherwise.
    let order = order(tx, actor, slug)?;
    for (may, case) in &ready {
        if order.as_ref().is_some_and(|order| deviates(case, order)) {
            let reference = case.application.reference.as_str();
            let words = Message::new("stale-deviates").with("reference", reference);
            return Err(Refusal::Stale(words));
        }
        release_queue::add(tx, may)?;
    }
    Ok(())
}

/// The next decision in line of a round, within reach.
pub fn next(
    reader: &mut Reader,
    actor: &Actor,
    slug: &str,
) -> Result<Option<DecisionId>, StoreError> {
    let Some(round) = round::by_slug(reader, slug)? else {
        return Ok(None);
    };
    release_queue::next(reader, Reach::staff(actor), round.id)
}

/// Releases one decision with its letters and takes it out of the line. Does nothing
/// where it was released before.
pub fn release(
    tx: &mut Tx,
    actor: &Actor,
    slug: &str,
    id: DecisionId,
    site: &str,
) -> Result<(), Refusal> {
    let case = case_of(tx, actor, slug, id)?;
    release_queue::take(tx, id)?;
    if was_released(&case, id) {
        return Ok(());
    }
    same(&case.matter, id)?;
    release_one(tx, actor, &case, site)
}

/// Takes a decision out of the line that can't be released any more.
pub fn set_aside(tx: &mut Tx, actor: &Actor, slug: &str, id: DecisionId) -> Result<(), Refusal> {
    case_of(tx, actor, slug, id)?;
    release_queue::take(tx, id)?;
    let object = ("decision", id.as_str());
    audit(tx, "set_release_aside", object, "in_line", "")?;
    Ok(())
}

fn release_one(tx: &mut Tx, actor: &Actor, case: &Case, site: &str) -> Result<(), Refusal> {
    let missing = missing(tx, actor, case)?;
    let may = may_release(tx, actor, case, (0, missing))?;
    let open = case.matter.open().ok_or(Refusal::NotFound)?;
    decision::release(tx, &may)?;
    audit(
        tx,
        "release_decision",
        ("decision", open.id.as_str()),
        open.stage().code(),
        "released",
    )?;
    let back = open.outcome == Outcome::ReferBack;
    let (verb, advance) = (if back { "reopen" } else { "release" }, may.advance());
    let object = ("application", case.application.id);
    let (from, to) = (advance.from().code(), advance.to().code());
    audit(tx, verb, (object.0, object.1.as_str()), from, to)?;
    if let Some(former) = open.corrects {
        award::replace(tx, actor, former)?;
    }
    if open.outcome == Outcome::Award {
        award::open(tx, &may, (actor, &case.application), open)?;
    }
    if back {
        Ok(())
    } else {
        tell(tx, &may, (case, open), site)
    }
}

/// Notes an award where others may ask about it, and writes to who applied.
fn tell(
    tx: &mut Tx,
    may: &MayRelease,
    (case, open): (&Case, &Decision),
    site: &str,
) -> Result<(), Refusal> {
    let row = &case.application;
    let owner = organisation::by_ids(tx, &[row.organisation_id])?.pop();
    let owner = owner.ok_or(Refusal::NotFound)?;
    let wording = Wording::of(tx, &case.round)?;
    note(tx, (case, open), &owner, &wording)?;
    let to = letter::addressees(tx, &[row])?
        .remove(&row.id)
        .unwrap_or_default();
    let about = About {
        application: row,
        organisation: &owner,
        decision: open,
    };
    wording.send(tx, may, (about, &to), site)?;
    Ok(())
}

/// An award is support that others may ask about; what is decided anew replaces what
/// was noted before.
fn note(
    tx: &mut Tx,
    (case, open): (&Case, &Decision),
    owner: &Organisation,
    wording: &Wording,
) -> Result<(), StoreError> {
    let row = &case.application;
    if open.corrects.is_some() {
        ledger::end_award(tx, row.id)?;
    }
    if open.outcome != Outcome::Award {
        return Ok(());
    }
    let funder = wording.programme.name.get(Language::English).to_owned();
    ledger::note_award(tx, (row.id, &row.reference), owner, (funder, open.amount))
}
