//! A forgotten password: asking for a link, setting a new one by it.

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::form::{EmailForm, PasswordForm, email_field, fresh, new_password};
use super::joining::{hash, told, told_of};
use super::pages::FormPage;
use crate::actions::account;
use crate::domain::Problems;
use crate::domain::account::Email;
use crate::domain::password::check_password;
use crate::web::access::Anyone;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::url;
use crate::web::visit::Visit;

fn request_page(visit: &Visit, form: &EmailForm, problems: &Problems) -> FormPage {
    let fields = vec![email_field(
        &Fields {
            t: visit.t,
            problems,
        },
        &form.email,
    )];
    let words = ("reset-title", "reset-lead", "reset-request");
    FormPage::new(
        visit,
        words,
        url::PASSWORD_RESET.to_owned(),
        fields,
        problems,
    )
}

/// Asks for the address.
pub async fn show_request(visit: Anyone) -> Result<HttpResponse, Fault> {
    visit.page(&request_page(&visit, &EmailForm::default(), &fresh()))
}

/// Sends a link if the address has an account; the answer doesn't tell.
pub async fn request(visit: Anyone, Form(form): Form<EmailForm>) -> Result<HttpResponse, Fault> {
    let email = match Email::parse(&form.email) {
        Ok(email) => email,
        Err(message) => {
            let problems = Problems::one("email", message);
            return visit.refused(&request_page(&visit, &form, &problems));
        }
    };
    let (site, client) = (visit.site.address.clone(), visit.client.clone());
    let ask = move |tx: &mut crate::store::Tx| account::request_reset(tx, &email, (&site, &client));
    visit.act_or_fault(ask).await?;
    told(&visit, "reset-sent-title", "reset-sent-lead")
}

fn reset_page(visit: &Visit, secret: &str, problems: &Problems) -> FormPage {
    let fields = vec![new_password(&Fields {
        t: visit.t,
        problems,
    })];
    let words = (
        "reset-choose-title",
        "reset-choose-lead",
        "reset-choose-submit",
    );
    let action = format!("{}/{}", url::PASSWORD_RESET, url::encode(secret));
    FormPage::new(visit, words, action, fields, problems)
}

/// The page behind a reset link.
pub async fn show_reset(visit: Anyone, secret: Path<String>) -> Result<HttpResponse, Fault> {
    visit.page(&reset_page(&visit, &secret, &fresh()))
}

/// Sets the new password.
pub async fn reset(
    visit: Anyone,
    secret: Path<String>,
    Form(form): Form<PasswordForm>,
) -> Result<HttpResponse, Fault> {
    let (wanted, now) = (secret.clone(), visit.now());
    let owner = visit.read(move |reader| account::owner_of_reset(reader, &wanted, now));
    let words = told_of(&visit, owner.await?).await?;
    if let Err(message) = check_password(&form.password, words.iter().map(String::as_str)) {
        let problems = Problems::one("password", message);
        return visit.refused(&reset_page(&visit, &secret, &problems));
    }
    let hash = hash(&visit, &form.password).await?;
    let (secret, site) = (secret.into_inner(), visit.site.address.clone());
    visit
        .act_or_fault(move |tx| account::reset_password(tx, &secret, &hash, &site))
        .await?;
    Ok(visit.see_with(url::SIGN_IN, "notice-password-changed"))
}
