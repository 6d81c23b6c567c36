//! What a request tells of who sent it.

use actix_web::HttpRequest;
use actix_web::http::header;

use crate::domain::Language;
use crate::policy::Actor;
use crate::web::cookies;
use crate::web::site::Site;

/// The language cookie, else the account's, else the browser's first that we speak.
pub fn language(request: &HttpRequest, actor: Option<&Actor>) -> Language {
    let chosen = request.cookie(cookies::LANGUAGE);
    chosen
        .and_then(|cookie| Language::from_code(cookie.value()))
        .or_else(|| actor.map(|actor| actor.language))
        .or_else(|| accepted(request))
        .unwrap_or_default()
}

fn accepted(request: &HttpRequest) -> Option<Language> {
    let header = request
        .headers()
        .get(header::ACCEPT_LANGUAGE)?
        .to_str()
        .ok()?;
    header.split(',').take(16).find_map(|entry| {
        let tag = entry.split(';').next()?.trim();
        Language::from_code(tag.split('-').next()?.to_lowercase().as_str())
    })
}

/// Who asked, as far as the peer and trusted proxies tell.
pub fn client(request: &HttpRequest, site: &Site) -> String {
    let header = site.config.proxy_header.as_str();
    let told = request.headers().get_all(header);
    let told = told.filter_map(|value| value.to_str().ok());
    let peer = request.peer_addr();
    peer.map(|peer| site.proxies.client(peer.ip(), told).to_string())
        .unwrap_or_default()
}

/// What the browser says it is, shortened.
pub fn agent(request: &HttpRequest) -> String {
    let header = request.headers().get(header::USER_AGENT);
    let text = header.and_then(|value| value.to_str().ok()).unwrap_or("");
    text.chars().take(160).collect()
}
