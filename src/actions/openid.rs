//! Signing in, and showing again that it is oneself, at a provider. What it says was
//! verified before; here is decided whose account that opens. No account is ever made.

use std::collections::BTreeSet;

use super::Refusal;
use super::letters;
use super::sign_in::{self, Browser, Step, WINDOW_MINUTES, Way};
use super::token::secret_hash;
use crate::domain::openid::{Claimed, MINUTES, SignedOut, is_of};
use crate::domain::{AccountId, Message, Moment, SessionId};
use crate::policy::Actor;
use crate::policy::account::{MayComeByProvider, MayManagePeople};
use crate::store::account::{self, AccountRow};
use crate::store::openid::{self, AttemptRow};
use crate::store::{
    Reader, StoreError, Tx, audit, link as links, second_factor, session, throttle,
};

/// Somebody who goes to the provider.
pub struct Leaving {
    /// What comes back with them.
    pub state: String,
    /// Hash of the token of their browser.
    pub browser_hash: String,
    /// What the provider's token has to repeat.
    pub nonce: String,
    /// Where they are led when they are back.
    pub place: String,
    /// Who shows again that it is them; nothing at a sign-in.
    pub prover: Option<AccountId>,
    /// Network address, for the throttle.
    pub client: String,
    /// How often people of one network may go in 15 minutes.
    pub tries: i32,
}

/// What the installation says of its provider.
pub struct Terms {
    /// Domains of addresses that are linked; empty for any.
    pub domains: Vec<String>,
    /// Whether a second step there counts as one here.
    pub second_step_counts: bool,
    /// Public address of the site, for letters.
    pub site: String,
}

/// Why somebody who signed in at the provider does not come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Away {
    /// The provider says of no address that it is verified.
    Unverified,
    OtherDomain,
    /// Nobody here has the address.
    Unknown,
    /// Who has it applies, or does nothing here.
    NotStaff,
    /// The account is disabled, or its address was not confirmed.
    Closed,
    /// The account opens for somebody else at the provider.
    OtherSubject,
    /// It is another account than the one that is signed in.
    OtherPerson,
    /// They signed in there before they were sent, or it is not said when.
    NotFresh,
}

impl Away {
    /// The word in the log.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unverified => "unverified",
            Self::OtherDomain => "other_domain",
            Self::Unknown => "unknown",
            Self::NotStaff => "not_staff",
            Self::Closed => "closed",
            Self::OtherSubject => "other_subject",
            Self::OtherPerson => "other_person",
            Self::NotFresh => "not_fresh",
        }
    }

    /// What the person is told. It does not tell whether somebody here has an address.
    pub fn message(self) -> Message {
        match self {
            Self::Unverified => Message::new("openid-unverified"),
            Self::OtherPerson => Message::new("openid-other-person"),
            Self::NotFresh => Message::new("openid-not-fresh"),
            Self::OtherDomain
            | Self::Unknown
            | Self::NotStaff
            | Self::Closed
            | Self::OtherSubject => Message::new("openid-unknown"),
        }
    }
}

/// Notes that somebody goes to the provider; whether they may, or their network went too
/// often.
pub fn leave(tx: &mut Tx, leaving: &Leaving) -> Result<bool, Refusal> {
    let bucket = sign_in::bucket("provider", &leaving.client);
    if throttle::hit(tx, &bucket, WINDOW_MINUTES)? > leaving.tries {
        return Ok(false);
    }
    let attempt = AttemptRow {
        state_hash: secret_hash(&leaving.state),
        browser_hash: leaving.browser_hash.clone(),
        nonce: leaving.nonce.clone(),
        place: leaving.place.clone(),
        account_id: leaving.prover,
        created_at: tx.now(),
    };
    openid::begin(tx, &attempt)?;
    Ok(true)
}

/// Who went with this browser and is back with this state in time.
pub fn back(
    reader: &mut Reader,
    (state, browser_hash): (&str, &str),
    now: Moment,
) -> Result<Option<AttemptRow>, StoreError> {
    let hash = secret_hash(state);
    let since = now.plus_minutes(-MINUTES);
    openid::begun(reader, (&hash, browser_hash), since)
}

/// Takes the way back, which leads in once; whether it was still there.
pub fn spend(tx: &mut Tx, state: &str) -> Result<bool, Refusal> {
    Ok(openid::spend(tx, &secret_hash(state))?)
}

/// Opens the session of somebody who signed in at the provider, or asks those for a code
/// who have a second step here that the provider's does not stand for.
pub fn enter(
    tx: &mut Tx,
    claimed: &Claimed,
    browser: &Browser,
    terms: &Terms,
) -> Result<Result<Step, Away>, Refusal> {
    let account = match owner(tx, claimed, (terms, None))? {
        Ok(account) => account,
        Err(away) => return Ok(Err(away)),
    };
    let there = there(claimed);
    // Of whom nobody says when they signed in there, it may be long ago.
    let at = claimed.signed_in_at.unwrap_or(Moment::from_micros(0));
    let way = match claimed.second_step && terms.second_step_counts {
        true => Way::ProviderTwice(at),
        false => Way::Provider(at),
    };
    if matches!(way, Way::Provider(_)) && second_factor::since(tx, account.id)?.is_some() {
        let secret = sign_in::ask_for_code(tx, &account, there.as_deref())?;
        return Ok(Ok(Step::Code(secret)));
    }
    sign_in::open(tx, &account, browser, (way, there.as_deref()))?;
    Ok(Ok(Step::Done))
}

/// Notes that somebody showed again at the provider that it is them.
pub fn prove(
    tx: &mut Tx,
    claimed: &Claimed,
    (id, session): (AccountId, SessionId),
    (sent_at, terms): (Moment, &Terms),
) -> Result<Result<(), Away>, Refusal> {
    if !claimed.is_since(sent_at) {
        return refuse(tx, id, Away::NotFresh).map(Err);
    }
    if let Err(away) = owner(tx, claimed, (terms, Some(id)))? {
        return Ok(Err(away));
    }
    sign_in::prove(tx, id, session)?;
    if let Some(there) = there(claimed) {
        session::stands_for(tx, session, &there)?;
    }
    Ok(Ok(()))
}

/// From which session at the provider somebody comes, if it says so.
fn there(claimed: &Claimed) -> Option<String> {
    let named = claimed.session.as_deref();
    named.map(|session| mark_of(&claimed.issuer, session))
}

/// What is kept of the name of a session at a provider: it is found again by that, and told by
/// nothing that is kept.
fn mark_of(issuer: &str, session: &str) -> String {
    secret_hash(&format!("openid:{issuer}\n{session}"))
}

/// Whose account opens; the one of the verified address is linked at the first time. With
/// `only` no other account does.
fn owner(
    tx: &mut Tx,
    claimed: &Claimed,
    (terms, only): (&Terms, Option<AccountId>),
) -> Result<Result<AccountRow, Away>, Refusal> {
    let who = (claimed.issuer.as_str(), claimed.subject.as_str());
    let linked = openid::account_of(tx, who)?;
    let found = match (linked, &claimed.email) {
        (Some(id), _) => account::by_id(tx, id)?,
        (None, Some(email)) if is_of(email, &terms.domains) => account::by_email(tx, email)?,
        (None, Some(_)) => return Ok(Err(Away::OtherDomain)),
        (None, None) => return Ok(Err(Away::Unverified)),
    };
    let Some(account) = found else {
        return Ok(Err(Away::Unknown));
    };
    if only.is_some_and(|only| only != account.id) {
        return refuse(tx, account.id, Away::OtherPerson).map(Err);
    }
    let roles = account::roles(tx, account.id)?;
    let Some(may) = MayComeByProvider::of(account.id, &roles) else {
        return refuse(tx, account.id, Away::NotStaff).map(Err);
    };
    if !sign_in::may_sign_in(&account) {
        return refuse(tx, account.id, Away::Closed).map(Err);
    }
    if linked.is_none() {
        if openid::since(tx, account.id, &claimed.issuer)?.is_some() {
            return refuse(tx, account.id, Away::OtherSubject).map(Err);
        }
        link(tx, &may, who, (&account, &terms.site))?;
    }
    Ok(Ok(account))
}

/// Puts on record that somebody with this address, or linked to it, was not let in.
fn refuse(tx: &mut Tx, account: AccountId, away: Away) -> Result<Away, Refusal> {
    let object = ("account", account.as_str());
    audit(tx, "refuse_openid", object, "", away.code())?;
    Ok(away)
}

fn link(
    tx: &mut Tx,
    may: &MayComeByProvider,
    who: (&str, &str),
    (account, site): (&AccountRow, &str),
) -> Result<(), Refusal> {
    openid::link(tx, may, who)?;
    tx.acts_as(account.id);
    audit(tx, "link_openid", ("account", account.id.as_str()), "", "")?;
    let words = ("mail-openid-subject", "mail-openid-body");
    let place = format!("{site}/account");
    letters::post(tx, account.language, &account.email, words, &place)?;
    Ok(())
}

/// Ends what stands for the session that ended at the provider, or every session of somebody
/// who signed out there, if it names none; with them the sign-in that waits for its second
/// step. Each word of the provider counts once; whether this one did.
pub fn sign_out(tx: &mut Tx, told: &SignedOut) -> Result<bool, Refusal> {
    // A token is believed for twelve minutes at most.
    let bucket = sign_in::bucket("signed-out", &secret_hash(&told.id));
    if throttle::hit(tx, &bucket, WINDOW_MINUTES)? > 1 {
        return Ok(false);
    }
    let there = told.session.as_deref();
    let there = there.map(|session| mark_of(&told.issuer, session));
    for id in whose(tx, told, there.as_deref())? {
        end(tx, id, there.as_deref())?;
    }
    Ok(true)
}

/// Of whom the provider tells.
fn whose(
    tx: &mut Tx,
    told: &SignedOut,
    there: Option<&str>,
) -> Result<BTreeSet<AccountId>, StoreError> {
    if let Some(subject) = &told.subject {
        let linked = openid::account_of(tx, (told.issuer.as_str(), subject.as_str()))?;
        return Ok(linked.into_iter().collect());
    }
    let Some(there) = there else {
        return Ok(BTreeSet::new());
    };
    let mut owners = session::owners_there(tx, there)?;
    owners.extend(links::owners_there(tx, there)?);
    Ok(owners.into_iter().collect())
}

/// Ends the sessions of an account that stand for one at the provider, or all.
fn end(tx: &mut Tx, id: AccountId, there: Option<&str>) -> Result<(), Refusal> {
    let ended = match there {
        Some(there) => {
            links::spend_there(tx, id, there)?;
            session::end_there(tx, id, there)?
        }
        None => end_all(tx, id)?,
    };
    let object = ("account", id.as_str());
    audit(
        tx,
        "end_sessions_by_provider",
        object,
        "",
        &ended.to_string(),
    )?;
    Ok(())
}

fn end_all(tx: &mut Tx, id: AccountId) -> Result<usize, Refusal> {
    let account = account::by_id(tx, id)?.ok_or(Refusal::NotFound)?;
    Ok(sign_in::end_all_but(tx, &account, None)?)
}

/// Takes the link between somebody's account and the provider away, and ends their
/// sessions, which it may have opened. The next one who comes with the verified address is
/// linked anew.
pub fn unlink(tx: &mut Tx, actor: &Actor, person: AccountId) -> Result<(), Refusal> {
    MayManagePeople::on(actor, Some(person)).map_err(Refusal::Denied)?;
    if !openid::unlink(tx, person)? {
        return Err(Refusal::Stale(Message::new("stale-openid-link")));
    }
    end_all(tx, person)?;
    let object = ("account", person.as_str());
    audit(tx, "unlink_openid", object, "linked", "")?;
    Ok(())
}
