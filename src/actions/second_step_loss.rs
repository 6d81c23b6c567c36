//! A lost second step: one admin says that somebody lost it, another takes it away.

use super::{Refusal, access_token, letters, sign_in};
use crate::domain::account::Role;
use crate::domain::check::read_note;
use crate::domain::{AccountId, Message, Problems};
use crate::policy::Actor;
use crate::policy::account::{MayEndSecondStep, MayManagePeople};
use crate::store::{Tx, account, audit, second_factor, second_step_loss, session};

/// Says that somebody lost app, passkeys and recovery codes, and how it is known that it is them who
/// says so; the other admins are told.
pub fn say(
    tx: &mut Tx,
    actor: &Actor,
    person: AccountId,
    reason: &str,
    site: &str,
) -> Result<(), Refusal> {
    let may = MayManagePeople::on(actor, Some(person)).map_err(Refusal::Denied)?;
    account::by_id(tx, person)?.ok_or(Refusal::NotFound)?;
    if second_factor::since(tx, person)?.is_none() {
        return Err(Refusal::Stale(Message::new("stale-no-second-step")));
    }
    if second_step_loss::of(tx, person)?.is_some() {
        return Err(Refusal::Stale(Message::new("stale-loss-said")));
    }
    let reason = read_note(reason, true).map_err(|message| Problems::one("reason", message))?;
    second_step_loss::insert(tx, &may, (person, actor.id), &reason)?;
    let object = ("account", person.as_str());
    audit(tx, "say_second_step_lost", object, "", "waits")?;
    let address = format!("{site}/admin/people/{person}/sign-in");
    let admins = account::holders(tx, Role::Admin)?.into_iter();
    for admin in admins.filter(|one| one.id != actor.id && one.id != person) {
        let words = ("mail-loss-subject", "mail-loss-body");
        letters::post(tx, admin.language, &admin.email, words, &address)?;
    }
    Ok(())
}

/// Takes the second step away from somebody of whom another admin said that they lost it;
/// ends their sessions and keys, and tells them.
pub fn end(tx: &mut Tx, actor: &Actor, person: AccountId, site: &str) -> Result<(), Refusal> {
    let said = second_step_loss::of(tx, person)?;
    let said = said.ok_or_else(|| Refusal::Stale(Message::new("stale-loss-gone")))?;
    let may = MayEndSecondStep::on(actor, person, said.said_by).map_err(Refusal::Denied)?;
    let row = account::by_id(tx, may.person())?.ok_or(Refusal::NotFound)?;
    second_factor::remove(tx, row.id)?;
    session::end_others(tx, row.id, None)?;
    access_token::end_all_of(tx, row.id)?;
    let object = ("account", row.id.as_str());
    audit(tx, "end_lost_second_step", object, "waits", "ended")?;
    let words = ("mail-second-step-subject", "mail-second-step-body");
    let address = format!("{site}/account/second-factor");
    letters::post(tx, row.language, &row.email, words, &address)?;
    Ok(())
}

/// Takes back that somebody lost it.
pub fn take_back(tx: &mut Tx, actor: &Actor, person: AccountId) -> Result<(), Refusal> {
    MayManagePeople::on(actor, Some(person)).map_err(Refusal::Denied)?;
    if !second_step_loss::forget(tx, person)? {
        return Err(Refusal::Stale(Message::new("stale-loss-gone")));
    }
    let object = ("account", person.as_str());
    audit(
        tx,
        "take_back_second_step_lost",
        object,
        "waits",
        "taken back",
    )?;
    Ok(())
}

/// Ends every session of somebody, and every sign-in that waits for its second step.
pub fn sign_out(tx: &mut Tx, actor: &Actor, person: AccountId) -> Result<(), Refusal> {
    MayManagePeople::on(actor, Some(person)).map_err(Refusal::Denied)?;
    let account = account::by_id(tx, person)?.ok_or(Refusal::NotFound)?;
    let ended = sign_in::end_all_but(tx, &account, None)?;
    let object = ("account", person.as_str());
    audit(tx, "end_sessions_of", object, "", &ended.to_string())?;
    Ok(())
}
