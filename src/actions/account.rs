//! A person's own account: signing up, confirming, passwords, profile.

use super::password::{Hasher, Match};
use super::sign_in::WINDOW_MINUTES;
use super::token::{Purpose, keep, random_secret, secret_hash};
use super::{Refusal, access_token, letters, sign_in};
use crate::domain::account::{Email, Role, check_name};
use crate::domain::moment::is_time_zone;
use crate::domain::password::check_password;
use crate::domain::{AccountId, Language, Message, Moment, Problems, SessionId};
use crate::store::account::{self, AccountRow};
use crate::store::{Reader, StoreError, Tx, audit, link, mint, organisation, programme, throttle};

/// Letters that one address may be sent in [`LETTER_MINUTES`].
const LETTERS: i32 = 5;
/// Letters that one network address may cause in the same time: a training
/// room of people signs up, a flood doesn't.
const LETTERS_PER_NETWORK: i32 = 100;
const LETTER_MINUTES: i64 = 60;

/// What somebody typed to sign up.
#[derive(Clone)]
pub struct SignUp {
    pub name: String,
    pub email: String,
    pub password: String,
}

/// A sign-up whose fields are right, its password not hashed yet.
pub struct Checked {
    pub name: String,
    pub email: Email,
}

impl SignUp {
    /// Checks every field; `told` are texts whose words make no password strong.
    pub fn check(&self, told: &[String]) -> Result<Checked, Problems> {
        let mut problems = Problems::default();
        let name = problems.take("name", check_name(&self.name));
        let email = problems.take("email", Email::parse(&self.email));
        let own = [self.email.as_str(), self.name.as_str()];
        let told = told.iter().map(String::as_str).chain(own);
        problems.take("password", check_password(&self.password, told));
        match (name, email, problems.is_empty()) {
            (Some(name), Some(email), true) => Ok(Checked { name, email }),
            _ => Err(problems),
        }
    }
}

/// Programmes whose names are looked at.
const PROGRAMMES: i64 = 50;

/// What is told of a site to everybody and of a person, who may be nobody yet: names of
/// programmes, their own name and address, names of their organisations.
pub fn told_of(reader: &mut Reader, owner: Option<AccountId>) -> Result<Vec<String>, StoreError> {
    let mut told = Vec::new();
    for programme in programme::list(reader, None, PROGRAMMES)? {
        let name = |language| programme.name.get(language).to_owned();
        told.extend(Language::ALL.map(name));
    }
    let Some(owner) = owner else {
        return Ok(told);
    };
    for one in organisation::of_member(reader, owner)? {
        told.extend([one.name_latin, one.name_arabic, one.name_hebrew]);
    }
    if let Some(row) = account::by_id(reader, owner)? {
        told.extend([row.name, row.email]);
    }
    Ok(told)
}

/// Whose password a reset link sets, while it works.
pub fn owner_of_reset(
    reader: &mut Reader,
    secret: &str,
    now: Moment,
) -> Result<Option<AccountId>, StoreError> {
    let found = link::usable(reader, &secret_hash(secret), Purpose::Reset.code(), now)?;
    Ok(found.and_then(|link| link.account_id))
}

/// Makes an unconfirmed account and sends a link. For an address that has an
/// account it only writes to that address, so that the page answers the same.
pub fn sign_up(
    tx: &mut Tx,
    who: &Checked,
    hash: &str,
    (language, time_zone): (Language, &str),
    (site, client): (&str, &str),
) -> Result<(), Refusal> {
    if too_many_letters(tx, &who.email, client)? {
        return Ok(());
    }
    if let Some(known) = account::by_email(tx, &who.email)? {
        if known.confirmed_at.is_none() {
            // Until an address is confirmed the latest sign-up counts: an earlier
            // one may not have been its owner's.
            account::set_password(tx, known.id, hash)?;
            account::set_profile(tx, known.id, &who.name, language, time_zone)?;
            link::spend_all(tx, &known.email, Purpose::Confirm.code())?;
            let event = ("account", known.id.as_str());
            audit(tx, "sign_up", event, "unconfirmed", "unconfirmed")?;
        }
        return write_again(tx, &known, site);
    }
    let row = AccountRow {
        id: mint(),
        email: who.email.as_str().to_owned(),
        name: who.name.clone(),
        password_hash: Some(hash.to_owned()),
        language,
        time_zone: time_zone.to_owned(),
        created_at: tx.now(),
        confirmed_at: None,
        disabled_at: None,
    };
    account::insert(tx, &row)?;
    account::grant(tx, row.id, Role::Applicant)?;
    audit(
        tx,
        "sign_up",
        ("account", row.id.as_str()),
        "",
        "unconfirmed",
    )?;
    send_confirmation(tx, &row, site)
}

/// For an address that is known: a new confirmation link, or a hint to sign in.
fn write_again(tx: &mut Tx, known: &AccountRow, site: &str) -> Result<(), Refusal> {
    if known.confirmed_at.is_none() {
        return send_confirmation(tx, known, site);
    }
    let words = ("mail-known-subject", "mail-known-body");
    let address = format!("{site}/sign-in");
    letters::post(tx, known.language, &known.email, words, &address)?;
    Ok(())
}

fn send_confirmation(tx: &mut Tx, row: &AccountRow, site: &str) -> Result<(), Refusal> {
    let secret = random_secret();
    keep(
        tx,
        Purpose::Confirm,
        &secret,
        (Some(row.id), &row.email),
        None,
    )?;
    let words = ("mail-confirm-subject", "mail-confirm-body");
    let address = format!("{site}/confirmation/{secret}");
    letters::post(tx, row.language, &row.email, words, &address)?;
    Ok(())
}

/// Whether an address or a network has caused too many letters; the page
/// answers the same, so that nobody learns whose address is known.
fn too_many_letters(tx: &mut Tx, email: &Email, client: &str) -> Result<bool, StoreError> {
    let address = format!("letter:{}", secret_hash(email.as_str()));
    let network = format!("letters-of:{}", secret_hash(client));
    let by_address = throttle::hit(tx, &address, LETTER_MINUTES)?;
    let by_network = throttle::hit(tx, &network, LETTER_MINUTES)?;
    Ok(by_address > LETTERS || by_network > LETTERS_PER_NETWORK)
}

/// The account that a link belongs to, with the link spent.
fn spend(tx: &mut Tx, purpose: Purpose, secret: &str) -> Result<link::LinkRow, Refusal> {
    let hash = secret_hash(secret);
    let now = tx.now();
    let found = link::usable(tx, &hash, purpose.code(), now)?;
    let row = found.ok_or_else(|| Refusal::Stale(Message::new("error-link-used")))?;
    link::spend(tx, &hash)?;
    Ok(row)
}

/// Confirms an address by its link.
pub fn confirm(tx: &mut Tx, secret: &str) -> Result<(), Refusal> {
    let owner = spend(tx, Purpose::Confirm, secret)?
        .account_id
        .ok_or(Refusal::NotFound)?;
    account::confirm(tx, owner)?;
    tx.acts_as(owner);
    audit(
        tx,
        "confirm_account",
        ("account", owner.as_str()),
        "unconfirmed",
        "confirmed",
    )?;
    Ok(())
}

/// Sends a reset link if the address has an account; the page answers the same
/// either way.
pub fn request_reset(
    tx: &mut Tx,
    email: &Email,
    (site, client): (&str, &str),
) -> Result<(), Refusal> {
    if too_many_letters(tx, email, client)? {
        return Ok(());
    }
    let Some(row) = account::by_email(tx, email)?.filter(|row| row.disabled_at.is_none()) else {
        return Ok(());
    };
    let secret = random_secret();
    link::spend_all(tx, &row.email, Purpose::Reset.code())?;
    keep(
        tx,
        Purpose::Reset,
        &secret,
        (Some(row.id), &row.email),
        None,
    )?;
    let words = ("mail-reset-subject", "mail-reset-body");
    let address = format!("{site}/password-reset/{secret}");
    letters::post(tx, row.language, &row.email, words, &address)?;
    audit(tx, "request_reset", ("account", row.id.as_str()), "", "")?;
    Ok(())
}

/// Sets a new password by a reset link, ends every session and key, tells the owner.
/// A reset proves the address, so it also confirms the account.
pub fn reset_password(tx: &mut Tx, secret: &str, hash: &str, site: &str) -> Result<(), Refusal> {
    let owner = spend(tx, Purpose::Reset, secret)?
        .account_id
        .ok_or(Refusal::NotFound)?;
    account::confirm(tx, owner)?;
    tx.acts_as(owner);
    store_password(tx, owner, hash, None, site)?;
    audit(tx, "reset_password", ("account", owner.as_str()), "", "")?;
    Ok(())
}

/// Whether the typed present password is right.
pub fn check_present(hasher: &Hasher, row: &AccountRow, password: &str) -> Result<(), Refusal> {
    match hasher.compare(password, row.password_hash.as_deref()) {
        Match::Wrong => Err(Refusal::field(
            "present",
            Message::new("error-present-password"),
        )),
        Match::Right | Match::RightButOld => Ok(()),
    }
}

/// Counts a try at the present password and answers whether it is one too many:
/// whoever finds an open browser can't guess on.
pub fn count_present(tx: &mut Tx, owner: AccountId, most: i32) -> Result<bool, StoreError> {
    let bucket = format!("present:{owner}");
    Ok(throttle::hit(tx, &bucket, WINDOW_MINUTES)? > most)
}

/// Changes the password of a person who typed the present one; ends their other
/// sessions and their keys, and tells them by mail.
pub fn change_password(
    tx: &mut Tx,
    owner: AccountId,
    hash: &str,
    keep: Option<SessionId>,
    site: &str,
) -> Result<(), Refusal> {
    store_password(tx, owner, hash, keep, site)?;
    audit(tx, "change_password", ("account", owner.as_str()), "", "")?;
    Ok(())
}

fn store_password(
    tx: &mut Tx,
    owner: AccountId,
    hash: &str,
    keep: Option<SessionId>,
    site: &str,
) -> Result<(), Refusal> {
    let row = account::by_id(tx, owner)?.ok_or(Refusal::NotFound)?;
    account::set_password(tx, owner, hash)?;
    sign_in::end_all_but(tx, &row, keep)?;
    access_token::end_all_of(tx, owner)?;
    let words = ("mail-changed-subject", "mail-changed-body");
    let address = format!("{site}/password-reset");
    letters::post(tx, row.language, &row.email, words, &address)?;
    Ok(())
}

/// Remembers the language that a person switched to, for their mail.
pub fn change_language(tx: &mut Tx, owner: AccountId, language: Language) -> Result<(), Refusal> {
    account::set_language(tx, owner, language)?;
    let object = ("account", owner.as_str());
    audit(tx, "change_language", object, "", language.code())?;
    Ok(())
}

/// Changes name, language and time zone.
pub fn change_profile(
    tx: &mut Tx,
    owner: AccountId,
    name: &str,
    language: Language,
    time_zone: &str,
) -> Result<(), Refusal> {
    let mut problems = Problems::default();
    let name = problems.take("name", check_name(name));
    if !is_time_zone(time_zone) {
        problems.add("time_zone", Message::new("error-choice"));
    }
    match name {
        Some(name) if problems.is_empty() => {
            account::set_profile(tx, owner, &name, language, time_zone)?;
            audit(
                tx,
                "change_profile",
                ("account", owner.as_str()),
                "",
                language.code(),
            )?;
            Ok(())
        }
        _ => Err(problems.into()),
    }
}
