//! Passkeys as the second step of a sign-in.

use super::{Asked, FIELD, Place, answer, ask};
use crate::actions::Refusal;
use crate::actions::sign_in::{Browser, WINDOW_MINUTES, arriving, begun, enter, lane, too_many};
use crate::actions::token::{Purpose as Link, secret_hash};
use crate::domain::Moment;
use crate::domain::passkey::Purpose;
use crate::store::{Database, Reader, Stamp, StoreError, Tx, link, passkey, throttle};

/// Times in 15 minutes that a device may be asked in one lane: each question takes room
/// until it is answered or its time is over.
const ASKS: i32 = 20;

/// The second step of a sign-in by a passkey.
pub struct Attempt {
    /// The secret that the first step gave.
    pub begun: String,
    /// The secret of what the device was asked.
    pub asked: String,
    /// What the device answered.
    pub answer: String,
    pub browser: Browser,
}

/// Whether whoever goes on with a sign-in, by the secret of its first step, has a passkey.
pub fn is_expected(reader: &mut Reader, secret: &str, now: Moment) -> Result<bool, StoreError> {
    let purpose = Link::SecondStep.code();
    let begun = link::usable(reader, &secret_hash(secret), purpose, now)?;
    match begun.and_then(|link| link.account_id) {
        Some(owner) => Ok(passkey::since(reader, owner)?.is_some()),
        None => Ok(false),
    }
}

/// Asks a device for the passkey of a sign-in whose password was right.
pub fn ask_to_enter(
    (database, stamp): (&Database, &Stamp),
    place: &Place,
    (secret, browser): (&str, &Browser),
) -> Result<Asked, Refusal> {
    let owner = begun(database, stamp, &secret_hash(secret))?;
    let count = |tx: &mut Tx| {
        let lane = lane(tx, Some(owner), browser)?;
        throttle::hit(tx, &format!("passkey:{owner}:{lane}"), WINDOW_MINUTES)
    };
    if database.write(stamp.clone(), count)? > ASKS {
        return Err(too_many(FIELD));
    }
    let whose = (owner, Purpose::SignIn);
    database.write(stamp.clone(), |tx| ask(tx, place, whose))
}

/// Opens the session of a sign-in whose password was right, with a passkey. Letters lead to
/// `site`.
pub fn finish(
    (database, stamp): (&Database, &Stamp),
    (place, site): (&Place, &str),
    attempt: &Attempt,
) -> Result<(), Refusal> {
    let hash = secret_hash(&attempt.begun);
    let whose = (begun(database, stamp, &hash)?, Purpose::SignIn);
    let given = (attempt.asked.as_str(), attempt.answer.as_str());
    answer((database, stamp), (place, site), whose, given, |tx| {
        let account = arriving(tx, whose.0)?;
        enter(tx, &account, (&hash, &attempt.browser))
    })
}
