//! Showing again that it is oneself, before what would do most harm at a browser that
//! somebody left open; what was to be done is kept in the page.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Query;
use serde::Deserialize;

use super::form::fresh;
use super::present::{check_present, present_field};
use super::resume::{ResumePage, Words, again, asking};
use super::second_step::code_field;
use super::session::ReturnTo;
use super::{openid, passkey};
use crate::actions::{Refusal, passkey as passkeys, second_factor as codes, sign_in};
use crate::domain::passkey::Purpose;
use crate::domain::{AccountId, Problems, SessionId};
use crate::store::{Database, Tx, second_factor};
use crate::web::access::{Arriving, JUST_NOW};
use crate::web::errors::{Fault, bare};
use crate::web::forms::{Fields, Form};
use crate::web::kept::Kept;
use crate::web::url;
use crate::web::visit::Visit;

/// A proof as typed, with what it is for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ProofForm {
    present: String,
    one_time_code: String,
    /// The secret of what a device was asked, and what it answered; empty where password or
    /// code is brought.
    passkey_asked: String,
    passkey: String,
    /// Where to afterwards.
    place: String,
    /// What was to be sent there; empty where it is a page.
    kept: String,
}

/// Tries of those who are signed in are counted apart.
const LANE: &str = "proof";

const ASK: Words = ["proof-title", "proof-lead", "proof-submit"];
const ON: Words = ["proof-on", "proof-on-lead", "proof-on-submit"];

/// What somebody may bring instead of their password.
#[derive(Clone, Copy, Default)]
struct Instead {
    code: bool,
    passkey: bool,
}

async fn instead(visit: &Visit, id: AccountId) -> Result<Instead, Fault> {
    let since = visit.read(move |reader| second_factor::since(reader, id));
    Ok(Instead {
        code: since.await?.is_some(),
        passkey: passkey::is_kept(visit, id).await?,
    })
}

/// The page that asks for the password, or what may be brought instead.
fn page(visit: &Visit, form: &ProofForm, instead: Instead, problems: &Problems) -> ResumePage {
    let ask = Fields {
        t: visit.t,
        problems,
    };
    let mut fields = vec![present_field(&ask)];
    if instead.code {
        fields.push(code_field(&ask, "proof-code-hint"));
    }
    let kept = Kept::open(&form.kept);
    let held = (form.place.as_str(), form.kept.as_str());
    // With something to be sent from here the provider opens in another tab, and leads
    // to a page that says to come back.
    let on = match &kept {
        Some(_) => url::ACCOUNT,
        None => form.place.as_str(),
    };
    let texts = kept.map(|kept| kept.texts()).unwrap_or_default();
    let mut page = asking(visit, (ASK, url::PROOF), held, texts, (fields, problems));
    page.first = openid::proof_link(visit, on);
    match instead.passkey {
        true => page.with_passkey(url::PROOF_PASSKEY, &ask),
        false => page,
    }
}

/// Answers a post that has to wait for a proof.
pub async fn page_after(visit: &Visit, status: StatusCode, kept: &Kept) -> HttpResponse {
    let form = ProofForm {
        place: visit.here.clone(),
        kept: kept.sealed(),
        ..ProofForm::default()
    };
    let instead = match &visit.actor {
        Some(actor) => instead(visit, actor.id).await.unwrap_or_default(),
        None => Instead::default(),
    };
    let page = page(visit, &form, instead, &fresh());
    visit.answer(status, &page).unwrap_or_else(|_| bare(status))
}

/// Asks for a proof before a page.
pub async fn show(visit: Arriving, to: Query<ReturnTo>) -> Result<HttpResponse, Fault> {
    let instead = instead(&visit, visit.actor().id).await?;
    let form = ProofForm {
        place: to.into_inner().return_to,
        ..ProofForm::default()
    };
    visit.page(&page(&visit, &form, instead, &fresh()))
}

/// Takes a proof, and leads back to what it was for.
pub async fn prove(visit: Arriving, Form(form): Form<ProofForm>) -> Result<HttpResponse, Fault> {
    let id = visit.actor().id;
    let session = visit.session.ok_or(Fault::SignInFirst)?;
    let typed = [&form.present, &form.one_time_code, &form.passkey];
    let proved = if visit.is_proved(JUST_NOW) && typed.iter().all(|text| text.trim().is_empty()) {
        // In another tab, at the provider.
        Ok(())
    } else if !form.passkey.is_empty() {
        by_passkey(&visit, (id, session), &form).await?
    } else if form.one_time_code.trim().is_empty() {
        by_password(&visit, (id, session), form.present.clone()).await?
    } else {
        by_code(&visit, (id, session), form.one_time_code.clone()).await?
    };
    match proved {
        Ok(()) => {
            let place = url::safe_place(&form.place).unwrap_or(url::HOME);
            match Kept::open(&form.kept) {
                Some(kept) => {
                    let words = (&ON, visit.token.csrf());
                    visit.page(&again(&visit, place, &kept, words))
                }
                None => Ok(visit.see(place)),
            }
        }
        Err(Refusal::Invalid(problems)) => {
            let instead = instead(&visit, id).await?;
            visit.refused(&page(&visit, &form, instead, &problems))
        }
        Err(other) => Err(other.into()),
    }
}

async fn by_passkey(
    visit: &Visit,
    (id, session): (AccountId, SessionId),
    form: &ProofForm,
) -> Result<Result<(), Refusal>, Fault> {
    let (site, stamp) = (visit.site.clone(), visit.stamp());
    let (asked, answer) = (form.passkey_asked.clone(), form.passkey.clone());
    let work = move |database: &Database| {
        let place = site.passkeys.as_ref().ok_or(Refusal::NotFound)?;
        let at = (place, site.address.as_str());
        let given = (asked.as_str(), answer.as_str());
        let whose = (id, Purpose::Prove);
        passkeys::answer((database, &stamp), at, whose, given, |tx| {
            sign_in::prove(tx, id, session)
        })
    };
    visit.run(work).await
}

async fn by_password(
    visit: &Visit,
    (id, session): (AccountId, SessionId),
    present: String,
) -> Result<Result<(), Refusal>, Fault> {
    if let Err(refusal) = check_present(visit, id, present).await? {
        return Ok(Err(refusal));
    }
    visit
        .act(move |tx: &mut Tx| sign_in::prove(tx, id, session))
        .await
}

async fn by_code(
    visit: &Visit,
    (id, session): (AccountId, SessionId),
    code: String,
) -> Result<Result<(), Refusal>, Fault> {
    let count = move |tx: &mut Tx| Ok(codes::count(tx, id, LANE)?);
    if visit.act_or_fault(count).await? {
        return Ok(Err(codes::too_many()));
    }
    let take = move |tx: &mut Tx| {
        codes::take_code(tx, id, (&code, LANE))?;
        sign_in::prove(tx, id, session)
    };
    visit.act(take).await
}
