//! The people of an organisation: the list, inviting, roles, taking back.

use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::Deserialize;

use super::pages::{PeoplePage, ShownInvitation, ShownMember, role, roles};
use crate::actions::invitation::Invited;
use crate::actions::{Refusal, invitation as inviting, member as changing};
use crate::domain::account::Email;
use crate::domain::member::{MemberRole, Verb};
use crate::domain::organisation::Organisation;
use crate::domain::{AccountId, MemberInvitationId, Message, OrganisationId, Problems};
use crate::policy::member::{MayChangeMember, Standing};
use crate::store::invitation::{self, InvitationRow};
use crate::store::member::{self, MemberRow};
use crate::store::{Reader, Tx, organisation};
use crate::web::access::{Applicant, Fresh};
use crate::web::account::email_field;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ops::NoFields;
use crate::web::ui::{Control, Field, Link};
use crate::web::url;

/// Whom to invite.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct InviteForm {
    email: String,
    role: String,
}

/// An organisation of the reader's with its people.
pub struct Group {
    pub organisation: Organisation,
    pub members: Vec<MemberRow>,
    pub standing: Standing,
    open: Vec<InvitationRow>,
}

/// Loads it; another's organisation is not found.
pub async fn group(visit: &Applicant, id: &str) -> Result<Group, Fault> {
    let id = OrganisationId::parse(id).map_err(|_| Fault::NotFound)?;
    let (actor, now) = (visit.actor().clone(), visit.now());
    let load = move |reader: &mut Reader| {
        let own = member::role(reader, actor.id, id)?;
        let found = organisation::named(reader, &[id])?.pop();
        let Some((standing, organisation)) = Standing::of(&actor, own, None).zip(found) else {
            return Ok(None);
        };
        Ok(Some(Group {
            organisation,
            members: member::of_organisation(reader, id)?,
            standing,
            open: invitation::open_of(reader, id, now)?,
        }))
    };
    visit.read(load).await?.ok_or(Fault::NotFound)
}

fn page(visit: &Applicant, group: &Group, form: &InviteForm, problems: &Problems) -> PeoplePage {
    let (t, id) = (visit.t, group.organisation.id);
    let name = group.organisation.name(t.language()).to_owned();
    let may = group.standing.may(Verb::ManagePeople);
    let back = Link::new(url::organisation(id), t.say("organisation-back"));
    let invitation = |row: &InvitationRow| ShownInvitation {
        email: row.email.clone(),
        role: role(t, row.role),
        expires: t.date(row.expires_at, visit.zone()),
        revocation: url::member_invitation_revocation(id, row.id),
    };
    PeoplePage {
        chrome: Chrome::new(visit, &t.say("members-title"))
            .back(back)
            .problems(t, problems),
        t,
        organisation: name,
        action: url::members(id),
        members: group
            .members
            .iter()
            .map(|one| shown(visit, group, one))
            .collect(),
        invitations: match may {
            Ok(()) => group.open.iter().map(invitation).collect(),
            Err(_) => Vec::new(),
        },
        invite: match may {
            Ok(()) => invite_fields(&Fields { t, problems }, form),
            Err(_) => Vec::new(),
        },
        denied: may.err().map(|message| t.tell(&message)),
    }
}

fn shown(visit: &Applicant, group: &Group, one: &MemberRow) -> ShownMember {
    let (t, actor, id) = (visit.t, visit.actor(), group.organisation.id);
    let members = group.roles();
    let of = (id, members.as_slice());
    let other = MemberRole::ALL.into_iter().find(|role| *role != one.role);
    let may_change =
        other.is_some_and(|role| MayChangeMember::role(actor, of, one.id, role).is_ok());
    let may_remove = MayChangeMember::removal(actor, of, one.id).is_ok();
    ShownMember {
        name: one.name.clone(),
        email: one.email.clone(),
        role: role(t, one.role),
        roles: if may_change {
            roles(t, one.role.code(), false)
        } else {
            Vec::new()
        },
        change: url::member_page(id, one.id, "role"),
        removal: if may_remove {
            url::member_page(id, one.id, "removal")
        } else {
            String::new()
        },
        oneself: one.id == actor.id,
    }
}

impl Group {
    /// Its people's roles, as policy asks for them.
    pub fn roles(&self) -> Vec<(AccountId, MemberRole)> {
        self.members.iter().map(|one| (one.id, one.role)).collect()
    }
}

fn invite_fields(ask: &Fields, form: &InviteForm) -> Vec<Field> {
    let roles = roles(ask.t, &form.role, true);
    vec![
        email_field(ask, &form.email),
        ask.field("role", "members-role", "", Control::Radios(roles)),
    ]
}

/// The people of an organisation.
pub async fn show(visit: Applicant, id: Path<String>) -> Result<HttpResponse, Fault> {
    let group = group(&visit, &id).await?;
    visit.page(&page(
        &visit,
        &group,
        &InviteForm::default(),
        &Problems::default(),
    ))
}

fn read(form: &InviteForm) -> Result<Invited, Problems> {
    let mut problems = Problems::default();
    let email = problems.take("email", Email::parse(&form.email));
    let role = MemberRole::from_code(&form.role).ok_or_else(|| Message::new("error-choice"));
    let role = problems.take("role", role);
    match (email, role) {
        (Some(email), Some(role)) => Ok(Invited { email, role }),
        _ => Err(problems),
    }
}

/// Sends an invitation.
pub async fn invite(
    visit: Fresh<Applicant>,
    id: Path<String>,
    Form(form): Form<InviteForm>,
) -> Result<HttpResponse, Fault> {
    let group = group(&visit, &id).await?;
    let may = group.standing.may(Verb::ManagePeople);
    may.map_err(Fault::Forbidden)?;
    let invited = match read(&form) {
        Ok(invited) => invited,
        Err(problems) => return visit.refused(&page(&visit, &group, &form, &problems)),
    };
    let (actor, site) = (visit.actor().clone(), visit.site.address.clone());
    let (id, language) = (group.organisation.id, visit.t.language());
    let send =
        move |tx: &mut Tx| inviting::invite_member(tx, &actor, id, &invited, (language, &site));
    match visit.act(send).await? {
        Ok(()) => Ok(visit.see_with(&url::members(id), "notice-member-invited")),
        Err(Refusal::Invalid(problems)) => visit.refused(&page(&visit, &group, &form, &problems)),
        Err(other) => Err(other.into()),
    }
}

/// The role to give.
#[derive(Deserialize)]
pub struct RoleForm {
    role: String,
}

/// Gives a member another role.
pub async fn set_role(
    visit: Fresh<Applicant>,
    path: Path<(String, String)>,
    Form(form): Form<RoleForm>,
) -> Result<HttpResponse, Fault> {
    let organisation = OrganisationId::parse(&path.0).map_err(|_| Fault::NotFound)?;
    let person = AccountId::parse(&path.1).map_err(|_| Fault::NotFound)?;
    let role = MemberRole::from_code(&form.role).ok_or(Fault::Unreadable)?;
    let actor = visit.actor().clone();
    let change =
        move |tx: &mut Tx| changing::change_member_role(tx, &actor, organisation, (person, role));
    visit.act_or_fault(change).await?;
    Ok(visit.see_with(&url::members(organisation), "notice-saved"))
}

/// Takes an invitation back.
pub async fn revoke(
    visit: Applicant,
    path: Path<(String, String)>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let organisation = OrganisationId::parse(&path.0).map_err(|_| Fault::NotFound)?;
    let id = MemberInvitationId::parse(&path.1).map_err(|_| Fault::NotFound)?;
    let actor = visit.actor().clone();
    let revoke = move |tx: &mut Tx| inviting::revoke_invitation(tx, &actor, organisation, id);
    visit.act_or_fault(revoke).await?;
    Ok(visit.see_with(&url::members(organisation), "notice-invitation-revoked"))
}
