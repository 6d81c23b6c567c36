//! The second step of a sign-in: setting it up, its codes, taking it away.

use super::sign_in::WINDOW_MINUTES;
use super::token::{random_bytes, secret_hash};
use super::{Refusal, letters};
use crate::domain::account::Role;
use crate::domain::second_factor::{AppSecret, RECOVERY_CODES, Typed, recovery_code};
use crate::domain::{AccountId, Message, SessionId};
use crate::store::{Reader, StoreError, Tx, account, audit, second_factor, session, throttle};

/// Codes that may be tried in one lane in 15 minutes, right ones aside: at three that
/// would open of a million, somebody who knows the password has a chance of one in 700 to
/// guess one in a day.
const TRIES: i32 = 5;

/// Where a second step is set up, on a site.
const PLACE: &str = "/account/second-factor";

fn bucket(owner: AccountId, lane: &str) -> String {
    format!("second-step:{owner}:{lane}")
}

/// Counts a try at a code and answers whether it is one too many of its lane: tries from
/// elsewhere keep nobody out. Never rolled back: the code is looked at in a transaction of
/// its own.
pub fn count(tx: &mut Tx, owner: AccountId, lane: &str) -> Result<bool, StoreError> {
    Ok(throttle::hit(tx, &bucket(owner, lane), WINDOW_MINUTES)? > TRIES)
}

/// The refusal of a code too many.
pub fn too_many() -> Refusal {
    let message = Message::new("error-too-many-codes").with("minutes", WINDOW_MINUTES);
    Refusal::field(FIELD, message)
}

/// The field in which a code is typed.
pub const FIELD: &str = "one_time_code";

/// Whether somebody has to have a second step for one of their roles.
pub fn is_asked(
    reader: &mut Reader,
    owner: AccountId,
    asked_of: &[Role],
) -> Result<bool, StoreError> {
    let roles = account::roles(reader, owner)?;
    Ok(roles.iter().any(|role| asked_of.contains(role)))
}

/// Whether somebody has to have a second step and has none.
pub fn is_owed(
    reader: &mut Reader,
    owner: AccountId,
    asked_of: &[Role],
) -> Result<bool, StoreError> {
    let is_bare = second_factor::since(reader, owner)?.is_none();
    Ok(is_bare && is_asked(reader, owner, asked_of)?)
}

/// Takes a code of the app or a recovery code of this person; each is taken once.
pub fn take_code(
    tx: &mut Tx,
    owner: AccountId,
    (typed, lane): (&str, &str),
) -> Result<(), Refusal> {
    let taken = match Typed::read(typed) {
        Some(Typed::App(code)) => take_app_code(tx, owner, &code)?,
        Some(Typed::Recovery(code)) => take_recovery_code(tx, owner, &code)?,
        None => false,
    };
    if taken {
        throttle::clear(tx, &bucket(owner, lane))?;
        return Ok(());
    }
    Err(Refusal::field(FIELD, Message::new("error-one-time-code")))
}

fn take_app_code(tx: &mut Tx, owner: AccountId, code: &str) -> Result<bool, Refusal> {
    let factor = second_factor::of(tx, owner).map_err(beside_field)?;
    let now = tx.now();
    let step = factor.and_then(|factor| factor.secret.step_of(code, now, factor.last_step));
    if let Some(step) = step {
        second_factor::note_step(tx, owner, step)?;
    }
    Ok(step.is_some())
}

/// That the key is not there is said beside the field: recovery codes need none, so that
/// whoever has one still gets in.
fn beside_field(error: StoreError) -> Refusal {
    match error {
        StoreError::Sealed(problem) => {
            tracing::error!(%problem, "a second step can’t be opened or kept");
            Refusal::field(FIELD, Message::new("error-one-time-code-sealed"))
        }
        other => other.into(),
    }
}

fn take_recovery_code(tx: &mut Tx, owner: AccountId, code: &str) -> Result<bool, StoreError> {
    let spent = second_factor::spend_code(tx, owner, &recovery_hash(owner, code))?;
    if spent {
        let object = ("account", owner.as_str());
        audit(tx, "use_recovery_code", object, "", "")?;
    }
    Ok(spent)
}

fn recovery_hash(owner: AccountId, letters: &str) -> String {
    secret_hash(&format!("recovery:{owner}:{letters}"))
}

/// Sets up a second step, in place of another, for somebody whose app shows a code of the
/// secret. Ends their other sessions and tells them by mail; gives the recovery codes,
/// which nobody is told again.
pub fn set_up(
    tx: &mut Tx,
    owner: AccountId,
    (secret, typed): (&AppSecret, &str),
    keep: Option<SessionId>,
    site: &str,
) -> Result<Vec<String>, Refusal> {
    let step = match Typed::read(typed) {
        Some(Typed::App(code)) => secret.step_of(&code, tx.now(), 0),
        Some(Typed::Recovery(_)) | None => None,
    };
    let step =
        step.ok_or_else(|| Refusal::field(FIELD, Message::new("error-one-time-code-app")))?;
    second_factor::keep(tx, owner, (secret, step)).map_err(beside_field)?;
    session::end_others(tx, owner, keep)?;
    session::settle_factor(tx, owner)?;
    let codes = make_codes(tx, owner)?;
    audit(
        tx,
        "set_up_second_step",
        ("account", owner.as_str()),
        "",
        "",
    )?;
    tell(tx, owner, site)?;
    Ok(codes)
}

/// Makes new recovery codes; those that were made before open nothing any more.
pub fn renew_codes(tx: &mut Tx, owner: AccountId, site: &str) -> Result<Vec<String>, Refusal> {
    second_factor::since(tx, owner)?.ok_or(Refusal::NotFound)?;
    let codes = make_codes(tx, owner)?;
    audit(
        tx,
        "renew_recovery_codes",
        ("account", owner.as_str()),
        "",
        "",
    )?;
    tell(tx, owner, site)?;
    Ok(codes)
}

/// Takes the app away from somebody who need not have a second step or has a passkey; ends
/// their other sessions.
pub fn remove(
    tx: &mut Tx,
    owner: AccountId,
    asked_of: &[Role],
    keep: Option<SessionId>,
    site: &str,
) -> Result<(), Refusal> {
    if !second_factor::remove_app(tx, owner)? {
        return Err(Refusal::NotFound);
    }
    check_rest(tx, owner, asked_of, Message::new("denied-second-step"))?;
    session::end_others(tx, owner, keep)?;
    audit(
        tx,
        "remove_second_step",
        ("account", owner.as_str()),
        "",
        "",
    )?;
    tell(tx, owner, site)?;
    Ok(())
}

/// Refuses what leaves somebody without a second step who has to have one.
pub(super) fn check_rest(
    tx: &mut Tx,
    owner: AccountId,
    asked_of: &[Role],
    denied: Message,
) -> Result<(), Refusal> {
    match is_owed(tx, owner, asked_of)? {
        true => Err(Refusal::Denied(denied)),
        false => Ok(()),
    }
}

/// Makes recovery codes in place of all others.
pub(super) fn make_codes(tx: &mut Tx, owner: AccountId) -> Result<Vec<String>, StoreError> {
    let codes: Vec<String> = (0..RECOVERY_CODES)
        .map(|_| recovery_code(random_bytes()))
        .collect();
    let hash = |code: &String| recovery_hash(owner, &code.replace('-', ""));
    let hashes: Vec<String> = codes.iter().map(hash).collect();
    second_factor::keep_codes(tx, owner, &hashes)?;
    Ok(codes)
}

fn tell(tx: &mut Tx, owner: AccountId, site: &str) -> Result<(), Refusal> {
    let row = account::by_id(tx, owner)?.ok_or(Refusal::NotFound)?;
    let words = ("mail-second-step-subject", "mail-second-step-body");
    letters::post(
        tx,
        row.language,
        &row.email,
        words,
        &format!("{site}{PLACE}"),
    )?;
    Ok(())
}
