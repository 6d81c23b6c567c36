//! Signing out at the provider of staff as well, after signing out here: else whoever uses
//! the browser next comes in there, and here by it. And the other way round, when the
//! provider tells.

use actix_web::http::header::{HeaderValue, REFRESH};
use actix_web::web::{Payload, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::openid::provider;
use super::pages::ToldPage;
use crate::actions::openid as actions;
use crate::openid::Failure;
use crate::web::access::Anyone;
use crate::web::chrome::Chrome;
use crate::web::cookies;
use crate::web::errors::Fault;
use crate::web::forms::read_pairs;
use crate::web::ui::Link;
use crate::web::url;
use crate::web::visit::Visit;

/// What comes back from the provider with somebody.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Left {
    state: String,
}

/// What this browser alone comes back with.
fn state(visit: &Visit) -> String {
    visit.token.verifier("out")
}

/// Leads somebody on to the provider who signed out here. Browsers take no way from a form
/// to another site, so a page leads there.
pub async fn go(visit: Anyone) -> Result<HttpResponse, Fault> {
    let provider = provider(&visit)?;
    if visit.actor.is_some() {
        return Ok(visit.see(url::HOME));
    }
    let way_out = provider.way_out(&state(&visit), visit.now()).await;
    let way_out = way_out.inspect_err(|failure| {
        tracing::warn!(?failure, "nobody is led to the provider to sign out");
    });
    let Ok(Some(place)) = way_out else {
        return Ok(visit.see_with(url::ROOT, "notice-openid-out-here"));
    };
    let (t, label) = (visit.t, provider.settings.label.as_str());
    let heading = t.say("openid-out-title");
    let mut chrome = Chrome::new(&visit, &heading);
    url::ROOT.clone_into(&mut chrome.here);
    let page = ToldPage {
        chrome,
        heading,
        lead: t.with("openid-out-lead", "provider", label),
        links: vec![Link::new(
            place.as_str(),
            t.with("openid-out", "provider", label),
        )],
    };
    let mut answer = visit.page(&page)?;
    let on = HeaderValue::from_str(&format!("0;url={place}")).map_err(|_| Fault::Lost)?;
    answer.headers_mut().insert(REFRESH, on);
    let cookie = cookies::left_provider(visit.site.config.is_https());
    answer.add_cookie(&cookie).map_err(|_| Fault::Lost)?;
    Ok(answer)
}

/// Takes back who signed out there.
pub async fn back(visit: Anyone, left: Query<Left>) -> Result<HttpResponse, Fault> {
    provider(&visit)?;
    Ok(match left.state == state(&visit) {
        true => visit.see_with(url::ROOT, "notice-openid-out"),
        false => visit.see(url::ROOT),
    })
}

/// Takes the provider's own word that somebody signed out there. No browser posts it, so it
/// has no token of a form: the signature of the provider stands for that.
pub async fn told(
    visit: Anyone,
    request: HttpRequest,
    body: Payload,
) -> Result<HttpResponse, Fault> {
    let provider = provider(&visit)?;
    let pairs = read_pairs(&request, body.into_inner()).await?;
    let token = pairs.iter().find(|(name, _)| name == "logout_token");
    let (_, token) = token.ok_or(Fault::Unreadable)?;
    let told = match provider.signed_out(token, visit.now()).await {
        Ok(told) => told,
        Err(Failure::Away(why)) => {
            tracing::warn!(why, "who signed out at the provider is not known");
            return Err(Fault::Unavailable);
        }
        Err(failure) => {
            tracing::warn!(?failure, "that somebody signed out is not believed");
            return Err(Fault::Unreadable);
        }
    };
    let counts = visit.act_or_fault(move |tx| actions::sign_out(tx, &told));
    match counts.await? {
        true => Ok(HttpResponse::Ok().finish()),
        false => Err(Fault::Unreadable),
    }
}
