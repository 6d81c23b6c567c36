//! Signing up, confirming an address, accepting an invitation.

use actix_web::HttpResponse;
use actix_web::web::{Path, block};

use super::form::{JoinForm, fresh, join_fields};
use super::pages::{FormPage, ToldPage};
use super::session::second_step_of;
use crate::actions::account::{self, Checked, SignUp};
use crate::actions::{Refusal, people};
use crate::domain::{AccountId, Language, Message, Problems};
use crate::web::access::Anyone;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ops::NoFields;
use crate::web::ui::Link;
use crate::web::url;
use crate::web::visit::Visit;

fn sign_up_page(visit: &Visit, form: &JoinForm, problems: &Problems) -> FormPage {
    let fields = join_fields(
        &Fields {
            t: visit.t,
            problems,
        },
        form,
    );
    let words = ("sign-up-title", "sign-up-lead", "sign-up-submit");
    let mut page = FormPage::new(visit, words, url::SIGN_UP.to_owned(), fields, problems);
    page.links = vec![Link::new(url::SIGN_IN, visit.t.say("sign-up-have-account"))];
    page
}

/// The sign-up page.
pub async fn show_sign_up(visit: Anyone) -> Result<HttpResponse, Fault> {
    visit.page(&sign_up_page(&visit, &JoinForm::default(), &fresh()))
}

/// Makes an account; the answer is the same whether the address was known.
pub async fn sign_up(visit: Anyone, Form(form): Form<JoinForm>) -> Result<HttpResponse, Fault> {
    let checked = match check(&form, &told_of(&visit, None).await?) {
        Ok(checked) => checked,
        Err(problems) => return visit.refused(&sign_up_page(&visit, &form, &problems)),
    };
    let hash = hash(&visit, &form.password).await?;
    let (place, site) = (place_of(&visit), visit.site.address.clone());
    let client = visit.client.clone();
    let sign_up = move |tx: &mut crate::store::Tx| {
        account::sign_up(tx, &checked, &hash, (place.0, &place.1), (&site, &client))
    };
    visit.act_or_fault(sign_up).await?;
    told(&visit, "sign-up-sent-title", "sign-up-sent-lead")
}

/// Texts whose words make no password strong: what is told of the site, and of a person
/// who has an account.
pub(super) async fn told_of(visit: &Visit, owner: Option<AccountId>) -> Result<Vec<String>, Fault> {
    let known = visit.read(move |reader| account::told_of(reader, owner));
    let mut told = known.await?;
    told.push(visit.site.config.funder_name.clone());
    told.push(visit.site.address.clone());
    Ok(told)
}

/// Reads the fields of joining.
pub(super) fn check(form: &JoinForm, told: &[String]) -> Result<Checked, Problems> {
    let (name, email) = (form.name.clone(), form.email.clone());
    SignUp {
        name,
        email,
        password: form.password.clone(),
    }
    .check(told)
}

/// The language and the zone in which a new person is addressed.
pub(super) fn place_of(visit: &Visit) -> (Language, String) {
    (visit.t.language(), visit.zone().to_owned())
}

/// Hashes a password when it is its turn.
pub(super) async fn hash(visit: &Visit, password: &str) -> Result<String, Fault> {
    let _turn = visit
        .site
        .hashing
        .acquire()
        .await
        .map_err(|_| Fault::Lost)?;
    let (site, password) = (visit.site.clone(), password.to_owned());
    let hash = block(move || site.hasher.hash(&password))
        .await
        .map_err(|_| Fault::Lost)?;
    hash.ok_or(Fault::Lost)
}

/// A page that tells something; both arguments are message keys.
pub fn told(visit: &Visit, heading: &str, lead: &str) -> Result<HttpResponse, Fault> {
    let heading = visit.t.say(heading);
    let links = vec![Link::new(url::SIGN_IN, visit.t.say("nav-sign-in"))];
    let mut chrome = Chrome::new(visit, &heading);
    // It is done: another language must not do it again.
    chrome.typed = None;
    visit.page(&ToldPage {
        chrome,
        heading,
        lead: visit.t.say(lead),
        links,
    })
}

/// The page behind a confirmation link: one button, so that a mail scanner that
/// follows links confirms nothing.
pub async fn show_confirmation(visit: Anyone, secret: Path<String>) -> Result<HttpResponse, Fault> {
    let words = ("confirm-title", "confirm-lead", "confirm-submit");
    let action = format!("/confirmation/{}", url::encode(&secret));
    visit.page(&FormPage::new(&visit, words, action, Vec::new(), &fresh()))
}

/// Confirms an address.
pub async fn confirm(
    visit: Anyone,
    secret: Path<String>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    visit
        .act_or_fault(move |tx| account::confirm(tx, &secret))
        .await?;
    Ok(visit.see_with(url::SIGN_IN, "notice-confirmed"))
}

fn invitation_page(visit: &Visit, secret: &str, form: &JoinForm, problems: &Problems) -> FormPage {
    let fields = join_fields(
        &Fields {
            t: visit.t,
            problems,
        },
        form,
    );
    let words = ("join-title", "join-lead", "join-submit");
    let action = format!("/invitations/{}", url::encode(secret));
    FormPage::new(visit, words, action, fields, problems)
}

/// The page behind an invitation.
pub async fn show_invitation(visit: Anyone, secret: Path<String>) -> Result<HttpResponse, Fault> {
    let (now, wanted) = (visit.now(), secret.clone());
    let found = visit
        .read(move |reader| people::invitation(reader, &wanted, now))
        .await?;
    let invited = found.ok_or_else(|| Fault::Stale(Message::new("error-link-used")))?;
    let form = JoinForm {
        email: invited.email,
        ..JoinForm::default()
    };
    visit.page(&invitation_page(&visit, &secret, &form, &fresh()))
}

/// Joins by an invitation.
pub async fn accept(
    visit: Anyone,
    secret: Path<String>,
    Form(form): Form<JoinForm>,
) -> Result<HttpResponse, Fault> {
    let checked = match check(&form, &told_of(&visit, None).await?) {
        Ok(checked) => checked,
        Err(problems) => {
            return visit.refused(&invitation_page(&visit, &secret, &form, &problems));
        }
    };
    let hash = hash(&visit, &form.password).await?;
    let (place, wanted) = (place_of(&visit), secret.clone());
    let asked_of = second_step_of(&visit)?;
    let join = move |tx: &mut crate::store::Tx| {
        let who = (checked.name.as_str(), &checked.email);
        people::join(tx, &wanted, who, &hash, (place.0, &place.1), &asked_of)
    };
    match visit.act(join).await? {
        Ok(()) => Ok(visit.see_with(url::SIGN_IN, "notice-joined")),
        Err(Refusal::Invalid(problems)) => {
            visit.refused(&invitation_page(&visit, &secret, &form, &problems))
        }
        Err(other) => Err(other.into()),
    }
}
