//! Passkeys: making, using and removing them. What a device is asked lies in the database,
//! where every process finds it, and is answered once.

pub mod entrance;
mod place;

use serde_json::Value;

pub use self::place::Place;
use self::place::{Answer, Proved};
use super::token::{random_secret, secret_hash};
use super::{Refusal, letters, second_factor as steps};
use crate::domain::account::Role;
use crate::domain::passkey::{MOST, Purpose, is_copied, read_name};
use crate::domain::{AccountId, Message, PasskeyId, SessionId};
use crate::store::passkey::PasskeyRow;
use crate::store::{
    Database, Stamp, StoreError, Tx, account, audit, passkey, second_factor, second_step_loss,
    session,
};

/// The field in which a device answers.
pub const FIELD: &str = "passkey";
/// The field of the secret of what it was asked.
pub const ASKED: &str = "passkey_asked";
/// The field of a passkey’s name.
pub const NAME: &str = "passkey_name";

/// Where passkeys are seen, on a site.
const PAGE: &str = "/account/passkeys";

/// What a browser hands to a device, and the secret with which the answer comes back.
pub struct Asked {
    pub secret: String,
    pub options: Value,
}

/// Whose device was asked, and for what.
pub type Whose = (AccountId, Purpose);

fn keep(tx: &mut Tx, whose: Whose, question: place::Question) -> Result<Asked, StoreError> {
    let secret = random_secret();
    passkey::ask(tx, whose, (&secret_hash(&secret), &question.state))?;
    Ok(Asked {
        secret,
        options: question.options,
    })
}

/// Asks a device to make a passkey, of somebody who showed that it is them, and says what it
/// will be called.
pub fn ask_for_new(
    tx: &mut Tx,
    place: &Place,
    owner: AccountId,
    name: &str,
) -> Result<(Asked, String), Refusal> {
    let (name, known) = admit(tx, owner, name)?;
    let row = account::by_id(tx, owner)?.ok_or(Refusal::NotFound)?;
    let question = place.ask_for_new(&row, &known)?;
    Ok((keep(tx, (owner, Purpose::Add), question)?, name))
}

/// The name as it is kept, and what there is, where there is room for one more.
fn admit(tx: &mut Tx, owner: AccountId, name: &str) -> Result<(String, Vec<PasskeyRow>), Refusal> {
    let name = read_name(name).map_err(|message| Refusal::field(NAME, message))?;
    let known = passkey::of_account(tx, owner)?;
    if known.len() >= MOST {
        let message = Message::new("error-passkeys-most").with("most", MOST as i64);
        return Err(Refusal::field(NAME, message));
    }
    Ok((name, known))
}

/// Asks a device to prove a passkey of this person.
pub fn ask(tx: &mut Tx, place: &Place, whose: Whose) -> Result<Asked, Refusal> {
    let known = passkey::of_account(tx, whose.0)?;
    if known.is_empty() {
        return Err(Refusal::NotFound);
    }
    let question = place.ask_for_known(&known)?;
    Ok(keep(tx, whose, question)?)
}

/// Takes what a device was asked, so that it is not answered twice: in a transaction of its
/// own, which lasts whatever the answer is. The state to check the answer with, if it comes
/// in time.
pub fn take(tx: &mut Tx, whose: Whose, secret: &str) -> Result<Option<String>, StoreError> {
    passkey::take(tx, whose, &secret_hash(secret))
}

/// Keeps the passkey that a device made: `(name, state, answer)`. Ends the person’s other
/// sessions and tells them by mail. Gives recovery codes, which nobody is told again, where
/// it is their first second step.
pub fn add(
    tx: &mut Tx,
    place: &Place,
    owner: AccountId,
    (name, state, answer): (&str, &str, &str),
    keep: Option<SessionId>,
    site: &str,
) -> Result<Option<Vec<String>>, Refusal> {
    let (name, _) = admit(tx, owner, name)?;
    let refused = || Refusal::field(NAME, Message::new("error-passkey-made"));
    let made = place.made(state, answer)?.ok_or_else(refused)?;
    if passkey::is_known(tx, &made.credential_hash)? {
        return Err(refused());
    }
    let is_first = second_factor::since(tx, owner)?.is_none();
    let parts = (made.credential_hash.as_str(), made.credential.as_str());
    let id = passkey::insert(tx, owner, &name, parts)?;
    second_step_loss::forget(tx, owner)?;
    session::end_others(tx, owner, keep)?;
    session::settle_factor(tx, owner)?;
    let codes = match is_first {
        true => Some(steps::make_codes(tx, owner)?),
        false => None,
    };
    let object = ("account", owner.as_str());
    audit(tx, "add_passkey", object, "", id.as_str())?;
    tell(tx, owner, CHANGED, site)?;
    Ok(codes)
}

/// Takes a passkey away; ends the person’s other sessions. The last second step of somebody
/// who has to have one stays.
pub fn remove(
    tx: &mut Tx,
    owner: AccountId,
    (id, asked_of): (PasskeyId, &[Role]),
    keep: Option<SessionId>,
    site: &str,
) -> Result<(), Refusal> {
    if !passkey::remove(tx, owner, id)? {
        return Err(Refusal::NotFound);
    }
    steps::check_rest(tx, owner, asked_of, Message::new("denied-last-passkey"))?;
    second_factor::remove_idle_codes(tx, owner)?;
    session::end_others(tx, owner, keep)?;
    let object = ("account", owner.as_str());
    audit(tx, "remove_passkey", object, id.as_str(), "")?;
    tell(tx, owner, CHANGED, site)
}

/// Why a device’s answer is none.
enum Flaw {
    /// There seem to be two of the device.
    Copied,
    Wrong,
}

/// Takes the answer of a device, `(secret, answer)`, and does what it is a proof for in the
/// transaction that notes its use. One that proves nothing is on record: somebody knows the
/// password, or holds a copy of the device, of which its owner is told too.
pub fn answer<T>(
    (database, stamp): (&Database, &Stamp),
    (place, site): (&Place, &str),
    whose: Whose,
    (secret, answer): (&str, &str),
    mut then: impl FnMut(&mut Tx) -> Result<T, Refusal>,
) -> Result<T, Refusal> {
    let state = database.write(stamp.clone(), |tx| take(tx, whose, secret))?;
    let late = || Refusal::field(FIELD, Message::new("error-passkey-late"));
    let state = state.ok_or_else(late)?;
    let done = match place.proved(&state, answer)? {
        Answer::Right(proof) => {
            let work = |tx: &mut Tx| -> Result<Result<T, Flaw>, Refusal> {
                match note_use(tx, whose.0, &proof)? {
                    Some(flaw) => Ok(Err(flaw)),
                    None => Ok(Ok(then(tx)?)),
                }
            };
            database.write(stamp.clone(), work)?
        }
        Answer::Copied => Err(Flaw::Copied),
        Answer::Wrong => Err(Flaw::Wrong),
    };
    done.or_else(|flaw| {
        database.write(stamp.clone(), |tx| refuse(tx, whose.0, &flaw, site))?;
        Err(Refusal::field(FIELD, Message::new("error-passkey")))
    })
}

/// Notes the use of a passkey that is still there, if its counter went up since it was used
/// last, which may have been after it was asked.
fn note_use(tx: &mut Tx, owner: AccountId, proof: &Proved) -> Result<Option<Flaw>, StoreError> {
    let Some(row) = passkey::of_credential(tx, owner, &proof.credential_hash())? else {
        return Ok(Some(Flaw::Wrong));
    };
    if is_copied(proof.counter(), row.counter) {
        return Ok(Some(Flaw::Copied));
    }
    let renewed = proof.renewed(&row)?;
    passkey::note_use(tx, row.id, (&renewed, i64::from(proof.counter())))?;
    Ok(None)
}

fn refuse(tx: &mut Tx, owner: AccountId, flaw: &Flaw, site: &str) -> Result<(), Refusal> {
    let object = ("account", owner.as_str());
    match flaw {
        Flaw::Wrong => audit(tx, "refuse_passkey", object, "", "")?,
        Flaw::Copied => {
            audit(tx, "refuse_copied_passkey", object, "", "")?;
            tell(tx, owner, COPIED, site)?;
        }
    }
    Ok(())
}

const CHANGED: (&str, &str) = ("mail-passkey-subject", "mail-passkey-body");
const COPIED: (&str, &str) = ("mail-passkey-copied-subject", "mail-passkey-copied-body");

fn tell(
    tx: &mut Tx,
    owner: AccountId,
    words: (&'static str, &'static str),
    site: &str,
) -> Result<(), Refusal> {
    let row = account::by_id(tx, owner)?.ok_or(Refusal::NotFound)?;
    let link = format!("{site}{PAGE}");
    letters::post(tx, row.language, &row.email, words, &link)?;
    Ok(())
}
