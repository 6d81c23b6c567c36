//! Joining an organisation by the link of an invitation. Whose it is, the page
//! says only to whoever signed in with the address that it was sent to.

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::pages::{duties, role};
use crate::actions::invitation;
use crate::actions::join_by_link::Letter;
use crate::domain::{Message, Problems};
use crate::policy::Actor;
use crate::store::invitation::InvitationRow;
use crate::store::{Tx, organisation};
use crate::web::access::{Anyone, SignedIn};
use crate::web::account::{FormPage, JoinForm, by_link};
use crate::web::errors::Fault;
use crate::web::forms::Form;
use crate::web::ops::NoFields;
use crate::web::url;
use crate::web::visit::Visit;

async fn invited(visit: &Visit, secret: &str) -> Result<InvitationRow, Fault> {
    let (now, secret) = (visit.now(), secret.to_owned());
    let found = visit.read(move |reader| invitation::invited(reader, &secret, now));
    let found = found.await?;
    found.ok_or_else(|| Fault::Stale(Message::new("error-link-used")))
}

/// The page behind the link: an account first, then whose invitation it is.
pub async fn show(visit: Anyone, secret: Path<String>) -> Result<HttpResponse, Fault> {
    let row = invited(&visit, &secret).await?;
    let Some(actor) = visit.actor.clone() else {
        return by_link::show(&visit, (Letter::Membership, &secret), row.email);
    };
    visit.page(&accept_page(&visit, &secret, (&actor, &row)).await?)
}

async fn accept_page(
    visit: &Visit,
    secret: &str,
    (actor, row): (&Actor, &InvitationRow),
) -> Result<FormPage, Fault> {
    if actor.email != row.email {
        return Err(Fault::Forbidden(Message::new("denied-other-address")));
    }
    let (t, id) = (visit.t, row.organisation_id);
    let found = visit.read(move |reader| organisation::by_ids(reader, &[id]));
    let found = found.await?.pop().ok_or(Fault::NotFound)?;
    let lead = Message::new("membership-lead")
        .with("organisation", found.name(t.language()))
        .with("role", role(t, row.role))
        .with("may", duties(t, row.role));
    let words = ("membership-title", "", "membership-accept");
    let action = format!("{}/acceptance", url::membership(secret));
    let mut page = FormPage::new(visit, words, action, Vec::new(), &Problems::default());
    page.lead = t.tell(&lead);
    Ok(page)
}

/// Makes an account and leads to signing in; the invitation is accepted after.
pub async fn sign_up(
    visit: Anyone,
    secret: Path<String>,
    Form(form): Form<JoinForm>,
) -> Result<HttpResponse, Fault> {
    by_link::sign_up(&visit, (Letter::Membership, &secret), &form).await
}

/// Joins the organisation.
pub async fn accept(
    visit: SignedIn,
    secret: Path<String>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let actor = visit.actor().clone();
    let accept = move |tx: &mut Tx| invitation::accept_invitation(tx, &actor, &secret);
    let organisation = visit.act_or_fault(accept).await?;
    let place = url::organisation(organisation);
    Ok(visit.see_with(&place, "notice-member-joined"))
}
