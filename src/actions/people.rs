//! Staff and roles: invitations, joining, giving and taking roles, disabling.

use super::token::{Purpose, keep, random_secret, secret_hash};
use super::{Refusal, access_token, letters, second_factor as steps};
use crate::domain::account::{Email, Role};
use crate::domain::{AccountId, Language, Message};
use crate::policy::account::MayManagePeople;
use crate::store::account::{self, AccountRow};
use crate::store::link::LinkRow;
use crate::store::{Reader, StoreError, Tx, audit, link, mint, openid, second_factor, session};

/// Sends an invitation to join with a role.
pub fn invite(
    tx: &mut Tx,
    _may: &MayManagePeople,
    email: &Email,
    role: Role,
    (language, site): (Language, &str),
) -> Result<(), Refusal> {
    let secret = random_secret();
    link::spend_all(tx, email.as_str(), Purpose::Invite.code())?;
    keep(
        tx,
        Purpose::Invite,
        &secret,
        (None, email.as_str()),
        Some(role),
    )?;
    let words = ("mail-invite-subject", "mail-invite-body");
    let address = format!("{site}/invitations/{secret}");
    letters::post(tx, language, email.as_str(), words, &address)?;
    audit(tx, "invite", ("role", role.code()), "", "sent")?;
    Ok(())
}

/// Makes the one-time link by which the first admin of an installation joins;
/// nothing when there is an admin already.
pub fn first_admin_link(tx: &mut Tx) -> Result<Option<String>, StoreError> {
    if account::role_is_held(tx, Role::Admin)? {
        return Ok(None);
    }
    let secret = random_secret();
    link::spend_all(tx, "", Purpose::Invite.code())?;
    keep(tx, Purpose::Invite, &secret, (None, ""), Some(Role::Admin))?;
    audit(tx, "first_admin_link", ("role", "admin"), "", "made")?;
    Ok(Some(secret))
}

/// The invitation of a link, if it still works.
pub fn invitation(
    reader: &mut Reader,
    secret: &str,
    now: crate::domain::Moment,
) -> Result<Option<LinkRow>, StoreError> {
    link::usable(reader, &secret_hash(secret), Purpose::Invite.code(), now)
}

/// Joins by an invitation. A confirmed account of the address gets the role and
/// keeps its own password; otherwise the given one counts. `asked_of` are the roles that
/// need a second step.
pub fn join(
    tx: &mut Tx,
    secret: &str,
    (name, email): (&str, &Email),
    hash: &str,
    (language, time_zone): (Language, &str),
    asked_of: &[Role],
) -> Result<(), Refusal> {
    let now = tx.now();
    let invited = invitation(tx, secret, now)?;
    let invited = invited.ok_or_else(|| Refusal::Stale(Message::new("error-link-used")))?;
    let role = invited.role.ok_or(Refusal::NotFound)?;
    if !invited.email.is_empty() && invited.email != email.as_str() {
        return Err(Refusal::field(
            "email",
            Message::new("error-invited-address"),
        ));
    }
    link::spend(tx, &secret_hash(secret))?;
    let known = account::by_email(tx, email)?;
    if known.is_some() && invited.email.is_empty() {
        return Err(Refusal::field("email", Message::new("error-email-taken")));
    }
    let id = admit(tx, (name, email), hash, (language, time_zone))?;
    give(tx, id, (role, asked_of))?;
    tx.acts_as(id);
    audit(tx, "join", ("account", id.as_str()), "", role.code())?;
    Ok(())
}

/// Joins as somebody who acts for organisations, by a link that was sent to
/// `invited`: only whoever reads that mailbox has it.
pub(super) fn join_as_applicant(
    tx: &mut Tx,
    invited: &str,
    (name, email): (&str, &Email),
    hash: &str,
    place: (Language, &str),
) -> Result<(), Refusal> {
    if invited != email.as_str() {
        let message = Message::new("error-invited-address");
        return Err(Refusal::field("email", message));
    }
    let id = admit(tx, (name, email), hash, place)?;
    account::grant(tx, id, Role::Applicant)?;
    tx.acts_as(id);
    let role = Role::Applicant.code();
    audit(tx, "join", ("account", id.as_str()), "", role)?;
    Ok(())
}

/// The confirmed account of an address that showed to be its owner's, made when
/// there is none. One that was confirmed before keeps its own password.
fn admit(
    tx: &mut Tx,
    (name, email): (&str, &Email),
    hash: &str,
    (language, time_zone): (Language, &str),
) -> Result<AccountId, StoreError> {
    let id = match account::by_email(tx, email)? {
        Some(known) => {
            if known.confirmed_at.is_none() {
                // Whoever signed up with this address may not have been its owner.
                account::set_password(tx, known.id, hash)?;
                account::set_profile(tx, known.id, name, language, time_zone)?;
            }
            known.id
        }
        None => add(tx, (name, email), hash, (language, time_zone))?,
    };
    account::confirm(tx, id)?;
    Ok(id)
}

fn add(
    tx: &mut Tx,
    (name, email): (&str, &Email),
    hash: &str,
    (language, time_zone): (Language, &str),
) -> Result<AccountId, StoreError> {
    let row = AccountRow {
        id: mint(),
        email: email.as_str().to_owned(),
        name: name.to_owned(),
        password_hash: Some(hash.to_owned()),
        language,
        time_zone: time_zone.to_owned(),
        created_at: tx.now(),
        confirmed_at: None,
        disabled_at: None,
    };
    account::insert(tx, &row)?;
    Ok(row.id)
}

/// Gives a role. Whoever needs a second step from then on and has none sets one up before
/// anything else, wherever they are signed in.
fn give(
    tx: &mut Tx,
    person: AccountId,
    (role, asked_of): (Role, &[Role]),
) -> Result<(), StoreError> {
    let was_asked = steps::is_asked(tx, person, asked_of)?;
    account::grant(tx, person, role)?;
    match was_asked {
        // Those who came by a provider whose second step counts owe none.
        true => Ok(()),
        false => owe_second_step(tx, person, asked_of),
    }
}

/// Asks somebody for a second step before anything else, wherever they are signed in, if
/// one of their roles needs one and they have none.
pub fn owe_second_step(
    tx: &mut Tx,
    person: AccountId,
    asked_of: &[Role],
) -> Result<(), StoreError> {
    if steps::is_owed(tx, person, asked_of)? {
        session::owe_factor(tx, person)?;
    }
    Ok(())
}

/// Adds a confirmed person with a role, as the operator does at the command
/// line; an account that exists only gets the role.
pub fn add_person(
    tx: &mut Tx,
    _may: &MayManagePeople,
    (name, email): (&str, &Email),
    hash: &str,
    (language, time_zone): (Language, &str),
    role: Role,
) -> Result<AccountId, Refusal> {
    let id = match account::by_email(tx, email)? {
        Some(known) => known.id,
        None => add(tx, (name, email), hash, (language, time_zone))?,
    };
    account::confirm(tx, id)?;
    account::grant(tx, id, role)?;
    audit(tx, "add_person", ("account", id.as_str()), "", role.code())?;
    Ok(id)
}

/// Gives or takes a role; an admin’s keys end with theirs. `asked_of` are the roles that
/// need a second step.
pub fn set_role(
    tx: &mut Tx,
    _may: &MayManagePeople,
    person: AccountId,
    (role, asked_of): (Role, &[Role]),
    held: bool,
) -> Result<(), Refusal> {
    account::by_id(tx, person)?.ok_or(Refusal::NotFound)?;
    if held {
        give(tx, person, (role, asked_of))?;
    } else {
        account::revoke(tx, person, role)?;
        if role == Role::Admin {
            access_token::end_all_of(tx, person)?;
        }
    }
    let (before, after) = if held {
        ("", role.code())
    } else {
        (role.code(), "")
    };
    audit(tx, "set_role", ("account", person.as_str()), before, after)?;
    Ok(())
}

/// Disables a person, ending every session and key at once, or enables them again.
pub fn set_disabled(
    tx: &mut Tx,
    _may: &MayManagePeople,
    person: AccountId,
    disabled: bool,
) -> Result<(), Refusal> {
    account::by_id(tx, person)?.ok_or(Refusal::NotFound)?;
    account::set_disabled(tx, person, disabled)?;
    if disabled {
        session::end_others(tx, person, None)?;
        access_token::end_all_of(tx, person)?;
    }
    let state = if disabled { "disabled" } else { "enabled" };
    audit(tx, "set_disabled", ("account", person.as_str()), "", state)?;
    Ok(())
}

/// Lets somebody in again whom nothing else lets in, as the operator does at the command
/// line: enables and confirms the account, takes its second step away, ends its sessions
/// and keys, and gives the secret of a link by which a new password is set. Makes them an
/// admin on demand, for an installation whose admins are all gone. Every admin is told.
pub fn rescue(
    tx: &mut Tx,
    _may: &MayManagePeople,
    email: &Email,
    as_admin: bool,
    site: &str,
) -> Result<String, Refusal> {
    let row = account::by_email(tx, email)?.ok_or(Refusal::NotFound)?;
    account::set_disabled(tx, row.id, false)?;
    account::confirm(tx, row.id)?;
    second_factor::remove(tx, row.id)?;
    openid::unlink(tx, row.id)?;
    session::end_others(tx, row.id, None)?;
    access_token::end_all_of(tx, row.id)?;
    if as_admin {
        account::grant(tx, row.id, Role::Admin)?;
    }
    link::spend_all(tx, &row.email, Purpose::Reset.code())?;
    let (secret, owner) = (random_secret(), (Some(row.id), row.email.as_str()));
    keep(tx, Purpose::Reset, &secret, owner, None)?;
    let role = if as_admin { Role::Admin.code() } else { "" };
    audit(tx, "rescue", ("account", row.id.as_str()), "", role)?;
    let address = format!("{site}/admin/audit");
    for admin in account::holders(tx, Role::Admin)? {
        let words = ("mail-rescue-subject", "mail-rescue-body");
        letters::post(tx, admin.language, &admin.email, words, &address)?;
    }
    Ok(secret)
}

/// Ends every session of everybody, and every sign-in that waits for its second step; how
/// many sessions there were.
pub fn sign_everybody_out(tx: &mut Tx, _may: &MayManagePeople) -> Result<usize, Refusal> {
    let ended = session::end_all(tx)?;
    link::spend_of_everybody(tx, Purpose::SecondStep.code())?;
    let object = ("installation", "sessions");
    audit(tx, "end_all_sessions", object, "", &ended.to_string())?;
    Ok(ended)
}
