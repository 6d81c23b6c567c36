//! Signing in, and showing again that it is oneself, at the provider of staff: the way
//! there and back.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Path, Query};
use serde::Deserialize;

use super::form::fresh;
use super::pages::ToldPage;
use super::passkey;
use super::second_step;
use super::session::{self, ReturnTo};
use crate::actions::openid::{self as actions, Away, Leaving, Terms};
use crate::actions::sign_in::Step;
use crate::actions::token::random_secret;
use crate::domain::account::Role;
use crate::domain::openid::{Claimed, is_for};
use crate::domain::{AccountId, Message};
use crate::openid::{Asked, Brought, Failure, Provider};
use crate::store::Tx;
use crate::store::openid::AttemptRow;
use crate::web::access::{Admin, Anyone, Arriving, Fresh};
use crate::web::chrome::Chrome;
use crate::web::cookies::{self, Token};
use crate::web::errors::Fault;
use crate::web::forms::Form;
use crate::web::ops::NoFields;
use crate::web::ui::Link;
use crate::web::url;
use crate::web::visit::Visit;

/// Longest place that is led back to, in bytes.
const MOST_PLACE: usize = 2_000;

/// What comes back from the provider with somebody.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Return {
    state: String,
    code: String,
    /// Why there is no code; what it says is shown and kept nowhere.
    error: String,
}

/// The way to the provider, where there is one.
pub(super) fn link(visit: &Visit, place: String) -> Option<Link> {
    let provider = visit.site.openid.as_ref()?;
    let label = provider.settings.label.as_str();
    let words = visit.t.with("openid-sign-in", "provider", label);
    Some(Link::new(place, words))
}

/// The way there before what asks for a proof, for those who may come by it.
pub(super) fn proof_link(visit: &Visit, place: &str) -> Option<Link> {
    let provider = visit.site.openid.as_ref()?;
    let actor = visit.actor.as_ref()?;
    let roles: Vec<Role> = Role::ALL
        .into_iter()
        .filter(|role| actor.is(*role))
        .collect();
    let label = provider.settings.label.as_str();
    let words = visit.t.with("openid-prove", "provider", label);
    is_for(&roles).then(|| Link::new(url::openid_before(place), words))
}

pub(super) fn provider(visit: &Visit) -> Result<&Provider, Fault> {
    visit.site.openid.as_ref().ok_or(Fault::NotFound)
}

/// Sends somebody on to sign in.
pub async fn go(visit: Anyone, to: Query<ReturnTo>) -> Result<HttpResponse, Fault> {
    provider(&visit)?;
    if visit.actor.is_some() {
        return Ok(visit.see(url::HOME));
    }
    leave(&visit, &to.return_to, None).await
}

/// Sends somebody on to show again that it is them.
pub async fn go_to_prove(visit: Arriving, to: Query<ReturnTo>) -> Result<HttpResponse, Fault> {
    leave(&visit, &to.return_to, Some(visit.actor().id)).await
}

async fn leave(
    visit: &Visit,
    place: &str,
    prover: Option<AccountId>,
) -> Result<HttpResponse, Fault> {
    let provider = provider(visit)?;
    let (state, nonce) = (random_secret(), random_secret());
    let place = url::safe_place(place).filter(|place| place.len() <= MOST_PLACE);
    let leaving = Leaving {
        state: state.clone(),
        browser_hash: visit.token.hash(),
        nonce: nonce.clone(),
        place: place.unwrap_or(url::HOME).to_owned(),
        prover,
        client: visit.client.clone(),
        tries: visit.site.config.sign_in_tries.saturating_mul(10),
    };
    let left = visit.act_or_fault(move |tx| actions::leave(tx, &leaving));
    if !left.await? {
        return Err(Fault::TooMany);
    }
    let verifier = visit.token.verifier(&state);
    let asked = Asked {
        state: &state,
        nonce: &nonce,
        verifier: &verifier,
        again: prover.is_some(),
    };
    match provider.place(&asked, visit.now()).await {
        Ok(place) => {
            let mut answer = visit.see(&place);
            // The way back is this browser's alone.
            let cookie = cookies::session(&visit.token, visit.site.config.is_https());
            answer.add_cookie(&cookie).map_err(|_| Fault::Lost)?;
            Ok(answer)
        }
        Err(failure) => failed(visit, failure),
    }
}

/// Takes back who was at the provider.
pub async fn back(visit: Anyone, brought: Query<Return>) -> Result<HttpResponse, Fault> {
    let provider = provider(&visit)?;
    let Return { state, code, error } = brought.into_inner();
    let Some(attempt) = attempt(&visit, &state).await? else {
        return told(&visit, StatusCode::CONFLICT, &Message::new("openid-stale"));
    };
    if !error.is_empty() || code.is_empty() {
        tracing::info!("somebody came back from the provider without a code");
        return told(
            &visit,
            StatusCode::FORBIDDEN,
            &Message::new("openid-refused"),
        );
    }
    let verifier = visit.token.verifier(&state);
    let brought = Brought {
        code: &code,
        nonce: &attempt.nonce,
        verifier: &verifier,
    };
    let claimed = match provider.claims(&brought, visit.now()).await {
        Ok(claimed) => claimed,
        Err(failure) => return failed(&visit, failure),
    };
    let mut answer = match attempt.account_id {
        Some(prover) => prove(&visit, claimed, (prover, attempt)).await?,
        None => enter(&visit, claimed, attempt.place).await?,
    };
    let cookie = cookies::at_provider(visit.site.config.is_https());
    answer.add_cookie(&cookie).map_err(|_| Fault::Lost)?;
    Ok(answer)
}

/// Who was sent with this state from this browser; each is taken back once.
async fn attempt(visit: &Visit, state: &str) -> Result<Option<AttemptRow>, Fault> {
    let (own, browser, now) = (state.to_owned(), visit.token.hash(), visit.now());
    let found = visit.read(move |reader| actions::back(reader, (&own, &browser), now));
    let Some(found) = found.await? else {
        return Ok(None);
    };
    let state = state.to_owned();
    let spent = visit.act_or_fault(move |tx| actions::spend(tx, &state));
    Ok(spent.await?.then_some(found))
}

async fn enter(visit: &Visit, claimed: Claimed, place: String) -> Result<HttpResponse, Fault> {
    let token = Token::random();
    let (browser, terms) = (session::browser(visit, &token)?, terms(visit)?);
    let entered = visit.act_or_fault(move |tx| actions::enter(tx, &claimed, &browser, &terms));
    match entered.await? {
        Ok(Step::Done) => {
            visit.site.metrics.tried_to_sign_in(true);
            session::arrived(visit, &place, &token)
        }
        Ok(Step::Code(begun)) => {
            let known = passkey::is_expected(visit, &begun).await?;
            let mut page = second_step::page(visit, (&begun, &place), known, &fresh());
            url::SIGN_IN.clone_into(&mut page.chrome.here);
            visit.page(&page)
        }
        Err(away) => {
            visit.site.metrics.tried_to_sign_in(false);
            turned_away(visit, away)
        }
    }
}

async fn prove(
    visit: &Visit,
    claimed: Claimed,
    (prover, attempt): (AccountId, AttemptRow),
) -> Result<HttpResponse, Fault> {
    let actor = visit.actor.as_ref().filter(|actor| actor.id == prover);
    let session = visit.session.filter(|_| actor.is_some());
    let Some(session) = session else {
        return told(visit, StatusCode::CONFLICT, &Message::new("openid-stale"));
    };
    let (terms, sent_at) = (terms(visit)?, attempt.created_at);
    let prove =
        move |tx: &mut Tx| actions::prove(tx, &claimed, (prover, session), (sent_at, &terms));
    match visit.act_or_fault(prove).await? {
        Ok(()) if attempt.place == url::ACCOUNT => {
            Ok(visit.see_with(url::ACCOUNT, "notice-openid-proved"))
        }
        Ok(()) => Ok(visit.see(&attempt.place)),
        Err(away) => turned_away(visit, away),
    }
}

fn terms(visit: &Visit) -> Result<Terms, Fault> {
    let settings = &provider(visit)?.settings;
    Ok(Terms {
        domains: settings.domains.clone(),
        second_step_counts: settings.second_step_counts,
        site: visit.site.address.clone(),
    })
}

fn turned_away(visit: &Visit, away: Away) -> Result<HttpResponse, Fault> {
    tracing::info!(
        why = away.code(),
        "somebody of the provider did not come in"
    );
    told(visit, StatusCode::FORBIDDEN, &away.message())
}

fn failed(visit: &Visit, failure: Failure) -> Result<HttpResponse, Fault> {
    let (status, key) = match failure {
        Failure::Away(why) => {
            tracing::warn!(why, "the provider is away");
            (StatusCode::SERVICE_UNAVAILABLE, "openid-away")
        }
        Failure::Wrong(why) => {
            tracing::warn!(why, "what the provider answered is not believed");
            (StatusCode::FORBIDDEN, "openid-wrong")
        }
        Failure::Clock => {
            tracing::warn!("what the provider answered is of another time");
            (StatusCode::FORBIDDEN, "openid-clock")
        }
    };
    told(visit, status, &Message::new(key))
}

/// Tells why it goes no further, and which other way there is.
fn told(visit: &Visit, status: StatusCode, why: &Message) -> Result<HttpResponse, Fault> {
    let t = visit.t;
    let heading = t.say("openid-title");
    let (place, words) = match visit.actor {
        Some(_) => (url::PROOF, "proof-title"),
        None => (url::SIGN_IN, "openid-other-way"),
    };
    let mut chrome = Chrome::new(visit, &heading);
    // What came back in the address opens nothing twice.
    place.clone_into(&mut chrome.here);
    let page = ToldPage {
        chrome,
        heading,
        lead: t.tell(why),
        links: vec![Link::new(place, t.say(words))],
    };
    visit.answer(status, &page)
}

/// Takes the link between somebody's account and the provider away.
pub async fn unlink(
    visit: Fresh<Admin>,
    id: Path<String>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let id = AccountId::parse(&id).map_err(|_| Fault::NotFound)?;
    let actor = visit.actor().clone();
    visit
        .act_or_fault(move |tx| actions::unlink(tx, &actor, id))
        .await?;
    Ok(visit.see_with(&url::person_sign_in(id), "notice-openid-unlinked"))
}
