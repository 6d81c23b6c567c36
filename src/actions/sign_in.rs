//! Signing in and out. The slow comparison runs outside any transaction.

use super::Refusal;
use super::password::{Hasher, Match};
use super::token::secret_hash;
use crate::domain::account::Email;
use crate::domain::{AccountId, Message, SessionId};
use crate::store::account::{self, AccountRow};
use crate::store::{Database, Stamp, StoreError, Tx, audit, session, throttle};

/// What somebody typed to sign in.
pub struct Attempt {
    pub email: String,
    pub password: String,
    /// Network address, for the throttle.
    pub client: String,
    pub agent: String,
    /// Secret of the session to open.
    pub secret: String,
    /// Failures per address allowed in the window; ten times as many per network.
    pub tries: i32,
}

/// Length of the throttle's window.
pub const WINDOW_MINUTES: i64 = 15;

/// Opens a session when address and password belong together. The answer does
/// not tell an unknown address from a wrong password, nor does its time.
pub fn sign_in(
    database: &Database,
    hasher: &Hasher,
    stamp: &Stamp,
    attempt: &Attempt,
) -> Result<AccountId, Refusal> {
    if database.write(stamp.clone(), |tx| count(tx, attempt))? {
        return Err(too_many("email"));
    }
    let email = Email::parse(&attempt.email).ok();
    let found = match &email {
        Some(email) => database.read(|reader| account::by_email(reader, email))?,
        None => None,
    };
    let stored = found
        .as_ref()
        .and_then(|account| account.password_hash.as_deref());
    let matched = hasher.compare(&attempt.password, stored);
    let account = found.filter(|account| matched != Match::Wrong && may_sign_in(account));
    let Some(account) = account else {
        return Err(Refusal::field("email", Message::new("error-sign-in")));
    };
    let rehash = (matched == Match::RightButOld)
        .then(|| hasher.hash(&attempt.password))
        .flatten();
    database.write(stamp.clone(), |tx| {
        open(tx, &account, attempt, rehash.as_deref())
    })?;
    Ok(account.id)
}

fn may_sign_in(account: &AccountRow) -> bool {
    account.confirmed_at.is_some() && account.disabled_at.is_none()
}

/// Counts the try before the password is compared, so that parallel tries count
/// too, and answers whether it is one too many. Counting is never rolled back.
fn count(tx: &mut Tx, attempt: &Attempt) -> Result<bool, StoreError> {
    let by_address = throttle::hit(tx, &bucket("account", &attempt.email), WINDOW_MINUTES)?;
    let by_network = throttle::hit(tx, &bucket("network", &attempt.client), WINDOW_MINUTES)?;
    Ok(by_address > attempt.tries || by_network > attempt.tries.saturating_mul(10))
}

/// The refusal of a try too many, beside a field.
pub fn too_many(field: &str) -> Refusal {
    let message = Message::new("error-too-many-tries").with("minutes", WINDOW_MINUTES);
    Refusal::field(field, message)
}

/// The throttle's key; hashed, so that the table holds no addresses.
fn bucket(kind: &str, of: &str) -> String {
    format!("sign-in:{kind}:{}", secret_hash(&of.trim().to_lowercase()))
}

fn open(
    tx: &mut Tx,
    account: &AccountRow,
    attempt: &Attempt,
    rehash: Option<&str>,
) -> Result<(), StoreError> {
    throttle::clear(tx, &bucket("account", &attempt.email))?;
    if let Some(hash) = rehash {
        account::set_password(tx, account.id, hash)?;
    }
    session::insert(
        tx,
        &secret_hash(&attempt.secret),
        account.id,
        &attempt.agent,
    )?;
    tx.acts_as(account.id);
    audit(tx, "sign_in", ("account", account.id.as_str()), "", "")
}

/// Notes that a session is in use. Not on record: nobody did anything.
pub fn keep_alive(tx: &mut Tx, id: SessionId) -> Result<(), StoreError> {
    session::touch(tx, id)
}

/// Ends the session that a browser holds.
pub fn sign_out(tx: &mut Tx, account: AccountId, id: SessionId) -> Result<(), Refusal> {
    session::end(tx, account, id)?;
    audit(tx, "sign_out", ("account", account.as_str()), "", "")?;
    Ok(())
}

/// Ends another session of the same person.
pub fn end_session(tx: &mut Tx, account: AccountId, id: SessionId) -> Result<(), Refusal> {
    if !session::end(tx, account, id)? {
        return Err(Refusal::NotFound);
    }
    audit(
        tx,
        "end_session",
        ("account", account.as_str()),
        id.as_str(),
        "",
    )?;
    Ok(())
}
