//! Inviting the first owner of an organisation whose application staff filed.

use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::Deserialize;

use crate::actions::{Refusal, invitation};
use crate::domain::account::Email;
use crate::domain::organisation::Organisation;
use crate::domain::{ApplicationId, Problems};
use crate::policy::Reach;
use crate::policy::member::MayInvite;
use crate::store::{Reader, Tx, application, member, organisation};
use crate::web::access::Admin;
use crate::web::account::{FormPage, email_field};
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ui::Link;
use crate::web::url;

/// Whom to invite.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct OwnerForm {
    email: String,
}

async fn owner_of(visit: &Admin, id: ApplicationId) -> Result<(Organisation, usize), Fault> {
    let reach = Reach::staff(visit.actor());
    let load = move |reader: &mut Reader| {
        let Some(row) = application::find(reader, reach, id)? else {
            return Ok(None);
        };
        let people = member::of_organisation(reader, row.organisation_id)?.len();
        let found = organisation::by_ids(reader, &[row.organisation_id])?.pop();
        Ok(found.map(|found| (found, people)))
    };
    visit.read(load).await?.ok_or(Fault::NotFound)
}

async fn page(
    visit: &Admin,
    id: ApplicationId,
    form: &OwnerForm,
    problems: &Problems,
) -> Result<FormPage, Fault> {
    let (owner, members) = owner_of(visit, id).await?;
    MayInvite::first_owner(visit.actor(), owner.id, members)?;
    let t = visit.t;
    let words = ("owner-invite-title", "", "members-invite-submit");
    let action = url::dossier_part(id, "owner");
    let field = email_field(&Fields { t, problems }, &form.email);
    let mut page = FormPage::new(visit, words, action, vec![field], problems);
    page.lead = t.with(
        "owner-invite-lead",
        "organisation",
        owner.name(t.language()),
    );
    page.chrome.back = Some(Link::new(url::dossier(id), t.say("filing-back")));
    Ok(page)
}

/// The page to invite.
pub async fn show(visit: Admin, id: Path<String>) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(&id).map_err(|_| Fault::NotFound)?;
    visit.page(&page(&visit, id, &OwnerForm::default(), &Problems::default()).await?)
}

/// Sends the invitation.
pub async fn invite(
    visit: Admin,
    id: Path<String>,
    Form(form): Form<OwnerForm>,
) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(&id).map_err(|_| Fault::NotFound)?;
    let email = match Email::parse(&form.email) {
        Ok(email) => email,
        Err(message) => {
            let problems = Problems::one("email", message);
            return visit.refused(&page(&visit, id, &form, &problems).await?);
        }
    };
    let (actor, site) = (visit.actor().clone(), visit.site.address.clone());
    let language = visit.t.language();
    let invite = move |tx: &mut Tx| {
        invitation::invite_first_owner(tx, &actor, id, &email, (language, &site))
    };
    match visit.act(invite).await? {
        Ok(()) => Ok(visit.see_with(&url::dossier(id), "notice-member-invited")),
        Err(Refusal::Invalid(problems)) => {
            visit.refused(&page(&visit, id, &form, &problems).await?)
        }
        Err(other) => Err(other.into()),
    }
}
