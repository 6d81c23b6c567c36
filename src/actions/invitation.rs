//! Invitations to join an organisation: sent, taken back, accepted. The mail
//! holds a link and nothing else; the page behind it names the organisation only
//! to whoever signed in with the address that it was sent to.

use super::token::{Purpose, random_secret, secret_hash};
use super::{Refusal, conflict, letters};
use crate::domain::account::{Email, Role};
use crate::domain::member::{MemberRole, Verb};
use crate::domain::{ApplicationId, Language, MemberInvitationId, Message, Moment, OrganisationId};
use crate::policy::member::{MayInvite, Standing};
use crate::policy::{Actor, Hindrance, Reach};
use crate::store::invitation::{self, InvitationRow, MOST_OPEN};
use crate::store::{Reader, StoreError, Tx, account, application, audit, member, mint, throttle};

/// Invitations that one person sends in an hour at most.
const MOST_AN_HOUR: i32 = 30;

/// Whom to invite with which role.
#[derive(Debug, Clone)]
pub struct Invited {
    pub email: Email,
    pub role: MemberRole,
}

/// Invites somebody to an organisation that the actor owns.
pub fn invite_member(
    tx: &mut Tx,
    actor: &Actor,
    organisation: OrganisationId,
    invited: &Invited,
    (language, site): (Language, &str),
) -> Result<(), Refusal> {
    let own = member::role(tx, actor.id, organisation)?;
    let may = MayInvite::owner(actor, organisation, own, invited.role)?;
    send(tx, &may, &invited.email, (language, site))
}

/// Invites the first owner of an organisation whose application staff filed.
pub fn invite_first_owner(
    tx: &mut Tx,
    actor: &Actor,
    application: ApplicationId,
    email: &Email,
    (language, site): (Language, &str),
) -> Result<(), Refusal> {
    let row = application::find(tx, Reach::staff(actor), application)?;
    let organisation = row.ok_or(Refusal::NotFound)?.organisation_id;
    let members = member::of_organisation(tx, organisation)?.len();
    let may = MayInvite::first_owner(actor, organisation, members)?;
    send(tx, &may, email, (language, site))
}

fn send(
    tx: &mut Tx,
    may: &MayInvite,
    email: &Email,
    (language, site): (Language, &str),
) -> Result<(), Refusal> {
    let organisation = may.organisation();
    let people = member::of_organisation(tx, organisation)?;
    if people.iter().any(|one| one.email == email.as_str()) {
        return Err(Refusal::field(
            "email",
            Message::new("error-already-member"),
        ));
    }
    let now = tx.now();
    let open = invitation::open_of(tx, organisation, now)?;
    let bucket = format!("member-invitations:{}", may.by());
    if open.len() as i64 >= MOST_OPEN || throttle::hit(tx, &bucket, 60)? > MOST_AN_HOUR {
        return Err(Refusal::field(
            "email",
            Message::new("error-too-many-invitations"),
        ));
    }
    // A newer invitation of the same address takes the place of an older one.
    for old in open.iter().filter(|one| one.email == email.as_str()) {
        invitation::end(tx, old.id, None)?;
    }
    let secret = random_secret();
    invitation::insert(
        tx,
        &InvitationRow {
            id: mint(),
            organisation_id: organisation,
            email: email.as_str().to_owned(),
            role: may.role(),
            token_hash: secret_hash(&secret),
            invited_by: may.by(),
            created_at: now,
            expires_at: now.plus_minutes(Purpose::Invite.minutes()),
            accepted_by: None,
            ended_at: None,
        },
    )?;
    let known = account::by_email(tx, email)?;
    let language = known.map_or(language, |known| known.language);
    let words = ("mail-member-subject", "mail-member-body");
    let address = format!("{site}/memberships/{secret}");
    letters::post(tx, language, email.as_str(), words, &address)?;
    let object = ("organisation", organisation.as_str());
    audit(tx, "invite_member", object, "", may.role().code())?;
    Ok(())
}

/// Takes an open invitation back; its link stops working at once.
pub fn revoke_invitation(
    tx: &mut Tx,
    actor: &Actor,
    organisation: OrganisationId,
    id: MemberInvitationId,
) -> Result<(), Refusal> {
    let own = member::role(tx, actor.id, organisation)?;
    let standing = Standing::of(actor, own, None).ok_or(Refusal::NotFound)?;
    standing
        .may(Verb::ManagePeople)
        .map_err(Hindrance::Denied)?;
    let now = tx.now();
    let open = invitation::open_of(tx, organisation, now)?;
    let found = open.iter().find(|one| one.id == id);
    let role = found.ok_or(Refusal::NotFound)?.role.code();
    invitation::end(tx, id, None)?;
    let object = ("organisation", organisation.as_str());
    audit(tx, "revoke_invitation", object, role, "")?;
    Ok(())
}

/// The invitation of a link while it works.
pub fn invited(
    reader: &mut Reader,
    secret: &str,
    now: Moment,
) -> Result<Option<InvitationRow>, StoreError> {
    invitation::usable(reader, &secret_hash(secret), now)
}

fn usable(tx: &mut Tx, secret: &str) -> Result<InvitationRow, Refusal> {
    let now = tx.now();
    let found = invited(tx, secret, now)?;
    found.ok_or_else(|| Refusal::Stale(Message::new("error-link-used")))
}

/// Joins the organisation; the link works once, and only for the address that it
/// was sent to.
pub fn accept_invitation(
    tx: &mut Tx,
    actor: &Actor,
    secret: &str,
) -> Result<OrganisationId, Refusal> {
    let row = usable(tx, secret)?;
    if row.email != actor.email {
        return Err(Refusal::Denied(Message::new("denied-other-address")));
    }
    let organisation = row.organisation_id;
    invitation::end(tx, row.id, Some(actor.id))?;
    account::grant(tx, actor.id, Role::Applicant)?;
    if member::role(tx, actor.id, organisation)?.is_none() {
        member::insert(tx, organisation, actor.id, row.role)?;
        conflict::recuse_member(tx, organisation, actor.id)?;
    }
    let object = ("organisation", organisation.as_str());
    let after = format!("{} {}", actor.id, row.role.code());
    audit(tx, "join_organisation", object, "", &after)?;
    Ok(organisation)
}
