//! Joining an organisation by the link of an invitation. Whose it is, the page
//! says only to whoever signed in with the address that it was sent to.

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::pages::{duties, role};
use crate::actions::{Refusal, invitation};
use crate::domain::{Message, Problems};
use crate::policy::Actor;
use crate::store::invitation::InvitationRow;
use crate::store::{Tx, organisation};
use crate::web::access::{Anyone, SignedIn};
use crate::web::account::{FormPage, JoinForm, check, hash, join_fields, place_of};
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ops::NoFields;
use crate::web::ui::Link;
use crate::web::url;
use crate::web::visit::Visit;

async fn invited(visit: &Visit, secret: &str) -> Result<InvitationRow, Fault> {
    let (now, secret) = (visit.now(), secret.to_owned());
    let found = visit.read(move |reader| invitation::invited(reader, &secret, now));
    let found = found.await?;
    found.ok_or_else(|| Fault::Stale(Message::new("error-link-used")))
}

fn account_page(visit: &Visit, secret: &str, form: &JoinForm, problems: &Problems) -> FormPage {
    let (t, place) = (visit.t, url::membership(secret));
    let fields = join_fields(&Fields { t, problems }, form);
    let words = (
        "membership-account",
        "membership-account-lead",
        "sign-up-submit",
    );
    let mut page = FormPage::new(visit, words, place.clone(), fields, problems);
    let sign_in = Link::new(url::sign_in_to(&place), t.say("sign-up-have-account"));
    page.links = vec![sign_in];
    page
}

/// The page behind the link: an account first, then whose invitation it is.
pub async fn show(visit: Anyone, secret: Path<String>) -> Result<HttpResponse, Fault> {
    let row = invited(&visit, &secret).await?;
    let Some(actor) = visit.actor.clone() else {
        let form = JoinForm {
            email: row.email,
            ..JoinForm::default()
        };
        return visit.page(&account_page(&visit, &secret, &form, &Problems::default()));
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
    let checked = match check(&form) {
        Ok(checked) => checked,
        Err(problems) => {
            return visit.refused(&account_page(&visit, &secret, &form, &problems));
        }
    };
    let hash = hash(&visit, &form.password).await?;
    let (place, wanted) = (place_of(&visit), secret.clone());
    let join = move |tx: &mut Tx| {
        let who = (checked.name.as_str(), &checked.email);
        invitation::sign_up_invited(tx, &wanted, who, &hash, (place.0, &place.1))
    };
    match visit.act(join).await? {
        Ok(()) => {
            let place = url::sign_in_to(&url::membership(&secret));
            Ok(visit.see_with(&place, "notice-joined"))
        }
        Err(Refusal::Invalid(problems)) => {
            visit.refused(&account_page(&visit, &secret, &form, &problems))
        }
        Err(other) => Err(other.into()),
    }
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
