//! Releasing decisions: applicants see the outcome, their applications move on,
//! and one letter each says that there is news.

use super::decide::{Case, case, same};
use super::list_screening::was_acknowledged;
use super::{Refusal, award, ledger, letters};
use crate::domain::decision::{Decision, Outcome, Stage};
use crate::domain::{DecisionId, Language, Message};
use crate::policy::decision::MayRelease;
use crate::policy::{Actor, Reach};
use crate::store::{
    StoreError, Tx, account, audit, conflict_record, decision, notice, organisation, programme,
    submission,
};

/// Releases these decisions of one round, all or none. What was released before
/// is left as it is, so that sending the form twice does everything once.
/// Answers with the number of decisions released now.
pub fn release(
    tx: &mut Tx,
    actor: &Actor,
    slug: &str,
    ids: &[DecisionId],
    site: &str,
) -> Result<usize, Refusal> {
    let (reach, now) = (Reach::staff(actor), tx.now());
    let mut released = 0;
    for id in ids {
        let application = decision::application_of(tx, *id)?.ok_or(Refusal::NotFound)?;
        let case = case(tx, reach, application, now)?.ok_or(Refusal::NotFound)?;
        if case.round.slug != slug {
            return Err(Refusal::NotFound);
        }
        let read = case.history.iter().find(|one| one.id == *id);
        if read.is_some_and(|read| read.stage() == Stage::Released) {
            continue;
        }
        same(&case.matter, *id)?;
        release_one(tx, actor, &case, site)?;
        released += 1;
    }
    Ok(released)
}

fn release_one(tx: &mut Tx, actor: &Actor, case: &Case, site: &str) -> Result<(), Refusal> {
    let may = MayRelease::on(actor, &case.matter)?;
    if !was_acknowledged(tx, case)? {
        let reference = case.application.reference.as_str();
        let words = Message::new("stale-list-hits").with("reference", reference);
        return Err(Refusal::Stale(words));
    }
    let before = case.matter.open().map_or("", |open| open.stage().code());
    decision::release(tx, &may)?;
    let (decision, application) = (may.decision(), case.application.id);
    audit(
        tx,
        "release_decision",
        ("decision", decision.as_str()),
        before,
        "released",
    )?;
    let referred = |open: &Decision| open.outcome == Outcome::ReferBack;
    let back = case.matter.open().is_some_and(referred);
    let (verb, advance) = (if back { "reopen" } else { "release" }, may.advance());
    let object = ("application", application.as_str());
    audit(tx, verb, object, advance.from().code(), advance.to().code())?;
    if let Some(funded) = case
        .matter
        .open()
        .filter(|one| one.outcome == Outcome::Award)
    {
        note_award(tx, case, funded)?;
        award::open(tx, &may, (actor, &case.application), funded)?;
    }
    if !back {
        tell(tx, actor, case, site)?;
    }
    Ok(())
}

/// An award is support that others may ask about.
fn note_award(tx: &mut Tx, case: &Case, award: &Decision) -> Result<(), Refusal> {
    let row = &case.application;
    let owner = organisation::by_ids(tx, &[row.organisation_id])?.pop();
    let owner = owner.ok_or(Refusal::NotFound)?;
    let programme = programme::by_id(tx, case.round.programme_id)?;
    let programme = programme.ok_or(Refusal::NotFound)?;
    let funder = programme.name.get(Language::English).to_owned();
    ledger::note_award(tx, (row.id, &row.reference), &owner, (funder, award.amount))?;
    Ok(())
}

/// Writes to the person who sent the application, in their language.
fn tell(tx: &mut Tx, actor: &Actor, case: &Case, site: &str) -> Result<(), StoreError> {
    let id = case.application.id;
    let sent = submission::latest(tx, Reach::staff(actor), id)?;
    let person = sent.map_or(case.application.created_by, |sent| sent.submitted_by);
    let mut readers = Vec::new();
    if conflict_record::stands(tx, id, person)? {
        // An admin who filed for others and is kept away since: their people are told.
        let members = notice::members(tx, case.application.organisation_id)?;
        readers.extend(members.into_iter().map(|one| (one.language, one.email)));
    } else {
        let person = account::by_id(tx, person)?;
        readers.extend(person.map(|one| (one.language, one.email)));
    }
    let words = ("mail-decided-subject", "mail-decided-body");
    let link = format!("{site}/applications/{id}");
    for (language, email) in readers {
        letters::post(tx, language, &email, words, &link)?;
    }
    Ok(())
}
