//! People of the installation: list, invitations, roles, disabling.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use serde::Deserialize;

use super::form::{EmailForm, choice, email_field, fresh};
use super::pages::{PeoplePage, ShownPerson, ShownRole};
use super::session::second_step_of;
use crate::actions::people;
use crate::domain::account::{Email, Role};
use crate::domain::{AccountId, Message, Problems};
use crate::i18n::Locale;
use crate::policy::Actor;
use crate::policy::account::MayManagePeople;
use crate::store::account::{self, Person};
use crate::web::access::{Admin, Fresh, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ui::{Badge, Control, Field, Pager, Tone};
use crate::web::url;
use crate::web::visit::Visit;

/// People on one page.
const PAGE: i64 = 50;

/// Where the list goes on.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct After {
    after: String,
}

async fn page(
    visit: &Visit,
    actor: &Actor,
    after: &str,
    form: &EmailForm,
    problems: &Problems,
) -> Result<PeoplePage, Fault> {
    let from = after.to_owned();
    let people = visit
        .read(move |reader| account::people(reader, &from, PAGE + 1))
        .await?;
    let more = people.len() as i64 > PAGE;
    let last = people[..people.len().min(PAGE as usize)]
        .last()
        .map(|person| person.account.email.clone());
    let later = last
        .filter(|_| more)
        .map(|email| format!("{}?after={}", url::PEOPLE, url::encode(&email)));
    let shown = people
        .into_iter()
        .take(PAGE as usize)
        .map(|person| shown(visit.t, actor, person));
    Ok(PeoplePage {
        chrome: Chrome::new(visit, &visit.t.say("people-title"))
            .wide()
            .problems(visit.t, problems),
        t: visit.t,
        people: shown.collect(),
        may_change: actor.is(Role::Admin),
        invitation: invitation_fields(
            &Fields {
                t: visit.t,
                problems,
            },
            form,
        ),
        pager: Pager {
            earlier: (!after.is_empty()).then(|| url::PEOPLE.to_owned()),
            later,
        },
    })
}

fn invitation_fields(ask: &Fields, form: &EmailForm) -> Vec<Field> {
    let roles = Role::ALL.map(|role| choice(role.code(), &ask.t.say(role_key(role)), &form.role));
    vec![
        email_field(ask, &form.email),
        ask.field(
            "role",
            "people-role",
            &form.role,
            Control::Select(roles.to_vec()),
        ),
    ]
}

/// The message that names a role.
pub fn role_key(role: Role) -> &'static str {
    match role {
        Role::Applicant => "role-applicant",
        Role::Reviewer => "role-reviewer",
        Role::Admin => "role-admin",
        Role::Auditor => "role-auditor",
    }
}

fn shown(t: Locale, actor: &Actor, person: Person) -> ShownPerson {
    let may = MayManagePeople::on(actor, Some(person.account.id)).is_ok();
    let disabled = person.account.disabled_at.is_some();
    let state = match (disabled, person.account.confirmed_at.is_some()) {
        (true, _) => Badge {
            text: t.say("people-disabled"),
            tone: Tone::Bad,
        },
        (false, true) => Badge {
            text: t.say("people-active"),
            tone: Tone::Good,
        },
        (false, false) => Badge {
            text: t.say("people-unconfirmed"),
            tone: Tone::Warn,
        },
    };
    let role = |role: Role| {
        let (held, label) = (person.roles.contains(&role), t.say(role_key(role)));
        let action = t.with(
            if held { "people-take" } else { "people-give" },
            "role",
            label.as_str(),
        );
        ShownRole {
            code: role.code(),
            label,
            held,
            action,
        }
    };
    ShownPerson {
        roles: Role::ALL.map(role).into_iter().collect(),
        href: if may {
            format!("{}/{}", url::PEOPLE, person.account.id)
        } else {
            String::new()
        },
        reviewing: if person.roles.contains(&Role::Reviewer) {
            url::person_reviewing(person.account.id)
        } else {
            String::new()
        },
        log: url::audit_of_person(person.account.id),
        name: person.account.name,
        email: person.account.email,
        state,
        disabled,
    }
}

/// Everybody who can sign in, in order of their addresses.
pub async fn list(visit: Staff, from: Query<After>) -> Result<HttpResponse, Fault> {
    let form = EmailForm::default();
    visit.page(&page(&visit, visit.actor(), &from.after, &form, &fresh()).await?)
}

/// Sends an invitation.
pub async fn invite(
    visit: Fresh<Admin>,
    Form(form): Form<EmailForm>,
) -> Result<HttpResponse, Fault> {
    let mut problems = Problems::default();
    let email = problems.take("email", Email::parse(&form.email));
    let role = Role::from_code(&form.role).ok_or_else(|| Message::new("error-choice"));
    let role = problems.take("role", role);
    let (Some(email), Some(role)) = (email, role) else {
        return visit.refused(&page(&visit, visit.actor(), "", &form, &problems).await?);
    };
    let (actor, site) = (visit.actor().clone(), visit.site.address.clone());
    let language = visit.t.language();
    let invite = move |tx: &mut crate::store::Tx| {
        let may = MayManagePeople::on(&actor, None).map_err(crate::actions::Refusal::Denied)?;
        people::invite(tx, &may, &email, role, (language, &site))
    };
    visit.act_or_fault(invite).await?;
    Ok(visit.see_with(url::PEOPLE, "notice-invited"))
}

/// A role to give or take.
#[derive(Deserialize)]
pub struct RoleForm {
    role: String,
    held: String,
}

/// Gives or takes a role.
pub async fn set_role(
    visit: Fresh<Admin>,
    person: Path<String>,
    Form(form): Form<RoleForm>,
) -> Result<HttpResponse, Fault> {
    let person = AccountId::parse(&person).map_err(|_| Fault::NotFound)?;
    let role = Role::from_code(&form.role).ok_or(Fault::Unreadable)?;
    let (actor, held) = (visit.actor().clone(), form.held == "yes");
    let asked_of = second_step_of(&visit)?;
    let change = move |tx: &mut crate::store::Tx| {
        let may =
            MayManagePeople::on(&actor, Some(person)).map_err(crate::actions::Refusal::Denied)?;
        people::set_role(tx, &may, person, (role, &asked_of), held)
    };
    visit.act_or_fault(change).await?;
    Ok(visit.see_with(url::PEOPLE, "notice-saved"))
}

/// Whether to disable.
#[derive(Deserialize)]
pub struct StateForm {
    disabled: String,
}

/// Disables or enables a person.
pub async fn set_state(
    visit: Fresh<Admin>,
    person: Path<String>,
    Form(form): Form<StateForm>,
) -> Result<HttpResponse, Fault> {
    let person = AccountId::parse(&person).map_err(|_| Fault::NotFound)?;
    let (actor, disabled) = (visit.actor().clone(), form.disabled == "yes");
    let change = move |tx: &mut crate::store::Tx| {
        let may =
            MayManagePeople::on(&actor, Some(person)).map_err(crate::actions::Refusal::Denied)?;
        people::set_disabled(tx, &may, person, disabled)
    };
    visit.act_or_fault(change).await?;
    Ok(visit.see_with(url::PEOPLE, "notice-saved"))
}
