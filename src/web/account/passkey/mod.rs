//! Passkeys: the button with which a device answers in place of a code or a password, and
//! where the script behind it fetches the question.

pub mod own;

use actix_web::HttpResponse;
use serde::Deserialize;
use serde_json::json;

use super::session::browser;
use crate::actions::Refusal;
use crate::actions::passkey::{self as actions, Asked, FIELD, entrance};
use crate::domain::AccountId;
use crate::domain::passkey::Purpose;
use crate::store::{Database, Tx};
use crate::web::access::{Anyone, Arriving};
use crate::web::assets::ASSETS;
use crate::web::chrome::Chrome;
use crate::web::cookies::Token;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ops::NoFields;
use crate::web::visit::Visit;

/// What the macro of the same name draws at the head of a form. Without the script nothing
/// of it is seen.
pub struct Button {
    /// Where the question is fetched.
    pub place: &'static str,
    /// What was wrong with the last answer.
    pub error: Option<String>,
}

impl Button {
    /// A button for the page of this frame, which gets the script.
    pub(super) fn put(chrome: &mut Chrome, place: &'static str, ask: &Fields) -> Self {
        chrome.scripts.push(&ASSETS.passkey.address);
        let error = ask.problems.of(FIELD);
        Self {
            place,
            error: error.map(|message| ask.t.tell(message)),
        }
    }
}

/// Whether a passkey may answer for whoever goes on with a sign-in, by the secret of its
/// first step.
pub(super) async fn is_expected(visit: &Visit, begun: &str) -> Result<bool, Fault> {
    if visit.site.passkeys.is_none() {
        return Ok(false);
    }
    let (begun, now) = (begun.to_owned(), visit.now());
    visit
        .read(move |reader| entrance::is_expected(reader, &begun, now))
        .await
}

/// Whether a passkey may answer for somebody who is signed in.
pub(super) async fn is_kept(visit: &Visit, id: AccountId) -> Result<bool, Fault> {
    if visit.site.passkeys.is_none() {
        return Ok(false);
    }
    visit
        .read(move |reader| Ok(crate::store::passkey::since(reader, id)?.is_some()))
        .await
}

/// The first step of a sign-in.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct BegunForm {
    begun: String,
}

/// What the script hands on: the question, and the secret with which its answer comes.
fn told(asked: &Asked) -> HttpResponse {
    HttpResponse::Ok().json(json!({ "asked": asked.secret, "options": asked.options }))
}

/// Asks for a passkey as the second step of a sign-in.
pub async fn ask_to_enter(
    visit: Anyone,
    Form(form): Form<BegunForm>,
) -> Result<HttpResponse, Fault> {
    let (site, stamp) = (visit.site.clone(), visit.stamp());
    let browser = browser(&visit, &Token::random())?;
    let work = move |database: &Database| {
        let place = site.passkeys.as_ref().ok_or(Refusal::NotFound)?;
        let at = (form.begun.as_str(), &browser);
        entrance::ask_to_enter((database, &stamp), place, at)
    };
    let asked = visit.run(work).await?;
    Ok(told(&asked?))
}

/// Asks for a passkey of whoever is signed in, before what would do most harm.
pub async fn ask_to_prove(visit: Arriving, _: Form<NoFields>) -> Result<HttpResponse, Fault> {
    let whose = (visit.actor().id, Purpose::Prove);
    let place = visit.site.passkeys.clone().ok_or(Fault::NotFound)?;
    let ask = move |tx: &mut Tx| actions::ask(tx, &place, whose);
    Ok(told(&visit.act_or_fault(ask).await?))
}
