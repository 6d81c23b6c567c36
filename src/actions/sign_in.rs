//! Signing in and out. The slow comparison runs outside any transaction.

use super::password::{Hasher, Match};
use super::token::{Purpose, keep, random_secret, secret_hash};
use super::{Refusal, letters, second_factor};
use crate::domain::account::{Email, Role};
use crate::domain::{AccountId, Message, Moment, SessionId, device};
use crate::store::account::{self, AccountRow};
use crate::store::known_browser::{self, Met};
use crate::store::second_factor as kept_second;
use crate::store::{Database, Stamp, StoreError, Tx, audit, link, session, throttle};

/// The browser that somebody signs in with.
pub struct Browser {
    /// Network address, for the throttle.
    pub client: String,
    pub agent: String,
    /// Secret of the session to open.
    pub secret: String,
    /// Roles that have to sign in with a second step.
    pub second_step_of: Vec<Role>,
    /// What tells this browser from others, as its cookie says.
    pub mark: String,
    /// Public address of the site, for a letter about a browser that is new; nothing
    /// where no such letters are sent.
    pub told_from: Option<String>,
}

/// What somebody typed to sign in.
pub struct Attempt {
    pub email: String,
    pub password: String,
    pub browser: Browser,
    /// Failures per address allowed in the window; ten times as many per network.
    pub tries: i32,
}

/// How far a sign-in came whose password was right.
pub enum Step {
    /// The session is open.
    Done,
    /// A code is asked for; whoever brings one tells this secret with it.
    Code(String),
}

/// How somebody showed who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// By what they typed here.
    Typed,
    /// At a provider, then.
    Provider(Moment),
    /// At a provider whose second step counts as ours, then.
    ProviderTwice(Moment),
}

/// Length of the throttle's window.
pub const WINDOW_MINUTES: i64 = 15;

/// Opens a session when address and password belong together, or asks those for a code
/// who have a second step. The answer does not tell an unknown address from a wrong
/// password, nor does its time.
pub fn sign_in(
    database: &Database,
    hasher: &Hasher,
    stamp: &Stamp,
    attempt: &Attempt,
) -> Result<Step, Refusal> {
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
    database.write(stamp.clone(), |tx| -> Result<Step, Refusal> {
        if let Some(hash) = &rehash {
            account::set_password(tx, account.id, hash)?;
        }
        if kept_second::since(tx, account.id)?.is_some() {
            return Ok(Step::Code(ask_for_code(tx, &account, None)?));
        }
        open(tx, &account, &attempt.browser, (Way::Typed, None))?;
        Ok(Step::Done)
    })
}

/// The second step of a sign-in, as typed.
pub struct CodeAttempt {
    /// The secret that the first step gave.
    pub begun: String,
    pub code: String,
    pub browser: Browser,
}

/// Opens the session of a sign-in whose password was right, with a code.
pub fn finish(database: &Database, stamp: &Stamp, attempt: &CodeAttempt) -> Result<(), Refusal> {
    let hash = secret_hash(&attempt.begun);
    let owner = begun(database, stamp, &hash)?;
    let browser = &attempt.browser;
    let count = |tx: &mut Tx| {
        let lane = lane(tx, Some(owner), browser)?;
        second_factor::count(tx, owner, &lane)
    };
    if database.write(stamp.clone(), count)? {
        return Err(second_factor::too_many());
    }
    let opened = database.write(stamp.clone(), |tx| -> Result<(), Refusal> {
        let account = arriving(tx, owner)?;
        let lane = lane(tx, Some(owner), browser)?;
        second_factor::take_code(tx, owner, (&attempt.code, &lane))?;
        enter(tx, &account, (&hash, browser))
    });
    if let Err(Refusal::Invalid(_)) = &opened {
        // Somebody knows the password; it may not be the person.
        let object = ("account", owner.as_str());
        database.write(stamp.clone(), |tx| audit(tx, "refuse_code", object, "", ""))?;
    }
    opened
}

/// Whose sign-in waits for its second step, by the hash of the secret of the first.
pub(super) fn begun(database: &Database, stamp: &Stamp, hash: &str) -> Result<AccountId, Refusal> {
    let (purpose, now) = (Purpose::SecondStep.code(), stamp.now);
    let begun = database.read(|reader| link::usable(reader, hash, purpose, now))?;
    begun.and_then(|link| link.account_id).ok_or_else(stale)
}

/// Who goes on with a sign-in, and acts from here on.
pub(super) fn arriving(tx: &mut Tx, owner: AccountId) -> Result<AccountRow, Refusal> {
    let account = account::by_id(tx, owner)?.filter(may_sign_in);
    tx.acts_as(owner);
    account.ok_or_else(stale)
}

fn stale() -> Refusal {
    Refusal::Stale(Message::new("stale-second-step"))
}

/// Spends the first step of a sign-in, by the hash of its secret, and opens the session.
pub(super) fn enter(
    tx: &mut Tx,
    account: &AccountRow,
    (hash, browser): (&str, &Browser),
) -> Result<(), Refusal> {
    // It may have ended since it was looked for.
    if !link::spend(tx, hash)? {
        return Err(stale());
    }
    let there = link::provider_session(tx, hash)?;
    open(tx, account, browser, (Way::Typed, there.as_deref()))?;
    Ok(())
}

/// Begins the second step, of somebody who came from a session at a provider if they did;
/// gives the secret that comes back with the code.
pub(super) fn ask_for_code(
    tx: &mut Tx,
    account: &AccountRow,
    there: Option<&str>,
) -> Result<String, StoreError> {
    let secret = random_secret();
    let owner = (Some(account.id), account.email.as_str());
    keep(tx, Purpose::SecondStep, &secret, owner, None)?;
    if let Some(there) = there {
        link::came_with(tx, &secret_hash(&secret), there)?;
    }
    Ok(secret)
}

/// Whether the address was confirmed and the account opens.
pub(super) fn may_sign_in(account: &AccountRow) -> bool {
    account.confirmed_at.is_some() && account.disabled_at.is_none()
}

/// Counts the try before the password is compared, so that parallel tries count
/// too, and answers whether it is one too many. Counting is never rolled back.
fn count(tx: &mut Tx, attempt: &Attempt) -> Result<bool, StoreError> {
    let found = match Email::parse(&attempt.email) {
        Ok(email) => account::by_email(tx, &email)?,
        Err(_) => None,
    };
    let lane = lane(tx, found.map(|account| account.id), &attempt.browser)?;
    let by_address = throttle::hit(tx, &tries_at(&attempt.email, &lane), WINDOW_MINUTES)?;
    let by_network = throttle::hit(
        tx,
        &bucket("network", &attempt.browser.client),
        WINDOW_MINUTES,
    )?;
    Ok(by_address > attempt.tries || by_network > attempt.tries.saturating_mul(10))
}

/// With which others the tries of a browser are counted: with none where the account was
/// signed in to with it before, so that nobody who guesses elsewhere keeps its owner out;
/// else with those of all other browsers, by an empty name. Looks as long for nobody.
pub(super) fn lane(
    tx: &mut Tx,
    account: Option<AccountId>,
    browser: &Browser,
) -> Result<String, StoreError> {
    let whose = account.map_or_else(|| "nobody".to_owned(), |id| id.to_string());
    let hash = mark_hash(&whose, browser);
    match known_browser::is_known(tx, &hash)? {
        true => Ok(hash),
        false => Ok(String::new()),
    }
}

/// What is kept of a browser's mark: apart for each account, so that it does not show who
/// shares a browser.
fn mark_hash(account: &str, browser: &Browser) -> String {
    secret_hash(&format!("browser:{account}:{}", browser.mark))
}

fn tries_at(email: &str, lane: &str) -> String {
    match lane {
        "" => bucket("account", email),
        lane => bucket("known", lane),
    }
}

/// The refusal of a try too many, beside a field.
pub fn too_many(field: &str) -> Refusal {
    let message = Message::new("error-too-many-tries").with("minutes", WINDOW_MINUTES);
    Refusal::field(field, message)
}

/// The throttle's key; hashed, so that the table holds no addresses.
pub(super) fn bucket(kind: &str, of: &str) -> String {
    format!("sign-in:{kind}:{}", secret_hash(&of.trim().to_lowercase()))
}

/// Opens the session of somebody who showed who they are; it stands for one at a provider if
/// they came from there.
pub(super) fn open(
    tx: &mut Tx,
    account: &AccountRow,
    browser: &Browser,
    (way, there): (Way, Option<&str>),
) -> Result<(), StoreError> {
    let lane = lane(tx, Some(account.id), browser)?;
    throttle::clear(tx, &tries_at(&account.email, &lane))?;
    let owes = !matches!(way, Way::ProviderTwice(_))
        && second_factor::is_owed(tx, account.id, &browser.second_step_of)?;
    let (by, proved_at) = match way {
        Way::Typed => ("", None),
        // It may have been this morning: a provider lets in again without a word.
        Way::Provider(at) | Way::ProviderTwice(at) => ("openid", Some(at.min(tx.now()))),
    };
    session::insert(
        tx,
        &secret_hash(&browser.secret),
        account.id,
        (&browser.agent, owes, proved_at, there),
    )?;
    tx.acts_as(account.id);
    audit(tx, "sign_in", ("account", account.id.as_str()), "", by)?;
    meet(tx, account, browser)
}

/// Knows the browser from now on; tells the owner of the account if they signed in with
/// others only so far.
fn meet(tx: &mut Tx, account: &AccountRow, browser: &Browser) -> Result<(), StoreError> {
    let hash = mark_hash(account.id.as_str(), browser);
    let met = known_browser::meet(tx, account.id, &hash)?;
    if let (Met::Not, Some(site)) = (met, &browser.told_from) {
        let (to, device) = (
            (account.language, account.email.as_str()),
            device::kind(&browser.agent),
        );
        letters::post_new_browser(tx, to, device.as_ref(), &format!("{site}/account"))?;
    }
    Ok(())
}

/// Notes that a session is in use. Not on record: nobody did anything.
pub fn keep_alive(tx: &mut Tx, id: SessionId) -> Result<(), StoreError> {
    session::touch(tx, id)
}

/// Notes that somebody showed again that it is them.
pub fn prove(tx: &mut Tx, account: AccountId, id: SessionId) -> Result<(), Refusal> {
    session::prove(tx, id)?;
    audit(tx, "prove_identity", ("account", account.as_str()), "", "")?;
    Ok(())
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

/// Ends every session of an account but one to keep, and every sign-in of it that waits for
/// its second step; how many sessions there were.
pub(super) fn end_all_but(
    tx: &mut Tx,
    account: &AccountRow,
    keep: Option<SessionId>,
) -> Result<usize, StoreError> {
    link::spend_all(tx, &account.email, Purpose::SecondStep.code())?;
    session::end_others(tx, account.id, keep)
}

/// Ends every other session of the same person.
pub fn end_other_sessions(
    tx: &mut Tx,
    account: AccountId,
    keep: Option<SessionId>,
) -> Result<(), Refusal> {
    let ended = session::end_others(tx, account, keep)?;
    let object = ("account", account.as_str());
    audit(tx, "end_other_sessions", object, "", &ended.to_string())?;
    Ok(())
}
