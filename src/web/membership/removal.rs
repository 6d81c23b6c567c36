//! Removing a member, or leaving: on a page of its own that says what is lost.

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::pages::RemovalPage;
use super::people::group;
use crate::actions::member;
use crate::domain::{AccountId, OrganisationId};
use crate::policy::member::MayChangeMember;
use crate::store::Tx;
use crate::web::access::Applicant;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::Form;
use crate::web::ops::NoFields;
use crate::web::ui::Link;
use crate::web::url;

/// Asks whether to remove.
pub async fn show(visit: Applicant, path: Path<(String, String)>) -> Result<HttpResponse, Fault> {
    let group = group(&visit, &path.0).await?;
    let person = AccountId::parse(&path.1).map_err(|_| Fault::NotFound)?;
    let (t, id) = (visit.t, group.organisation.id);
    MayChangeMember::removal(visit.actor(), (id, &group.roles()), person)?;
    let one = group.members.iter().find(|one| one.id == person);
    let one = one.ok_or(Fault::NotFound)?;
    let (heading, lead, button) = if person == visit.actor().id {
        ("leaving-title", "leaving-lead", "leaving-submit")
    } else {
        ("removal-title", "removal-lead", "removal-submit")
    };
    let (heading, back) = (t.say(heading), url::members(id));
    visit.page(&RemovalPage {
        chrome: Chrome::new(&visit, &heading).back(Link::new(back.clone(), t.say("members-back"))),
        t,
        heading,
        lead: t.say(lead),
        organisation: group.organisation.name(t.language()).to_owned(),
        name: one.name.clone(),
        email: one.email.clone(),
        action: url::member_page(id, person, "removal"),
        button: t.say(button),
        back,
    })
}

/// Removes a member, or lets the reader leave.
pub async fn remove(
    visit: Applicant,
    path: Path<(String, String)>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let organisation = OrganisationId::parse(&path.0).map_err(|_| Fault::NotFound)?;
    let person = AccountId::parse(&path.1).map_err(|_| Fault::NotFound)?;
    let actor = visit.actor().clone();
    let remove = move |tx: &mut Tx| member::remove_member(tx, &actor, organisation, person);
    visit.act_or_fault(remove).await?;
    if person == visit.actor().id {
        return Ok(visit.see_with(url::ORGANISATIONS, "notice-member-left"));
    }
    Ok(visit.see_with(&url::members(organisation), "notice-member-removed"))
}
