//! Cookies: the session token, the chosen language, the notice of the last
//! action. No other state lives in the browser.

use actix_web::HttpRequest;
use actix_web::cookie::{Cookie, SameSite, time::Duration};
use sha2::{Digest, Sha256};

use crate::actions::token::random_secret;
use crate::store::{hex, sha256};

/// A browser's secret: names its session and derives its CSRF token.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// 256 bits from the operating system.
    pub fn random() -> Self {
        Self(random_secret())
    }

    /// The token of a request's cookie, if it has the right form.
    pub fn of(request: &HttpRequest, https: bool) -> Option<Self> {
        let value = request.cookie(session_name(https))?.value().to_owned();
        let formed = value.len() == 64 && value.bytes().all(|b| b.is_ascii_hexdigit());
        formed.then_some(Self(value))
    }

    /// What the database keeps instead of the token.
    pub fn hash(&self) -> String {
        sha256(&self.0)
    }

    /// The CSRF token of every form sent to this browser. Only who holds the
    /// cookie can compute it, so it needs no store.
    pub fn csrf(&self) -> String {
        let mut hasher = Sha256::new();
        hasher.update(b"csrf\0");
        hasher.update(self.0.as_bytes());
        hex(&hasher.finalize())
    }

    /// What tells a browser from others that has no mark yet: nobody learns the token
    /// from it.
    pub fn mark(&self) -> String {
        sha256(format!("mark\0{}", self.0))
    }

    /// What proves to the provider that whoever was sent there with a state is who comes
    /// back with it. Only who holds the cookie can compute it, so it needs no store.
    pub fn verifier(&self, state: &str) -> String {
        sha256(format!("verifier\0{state}\0{}", self.0))
    }

    /// The token itself, for a link or cookie.
    pub fn secret(&self) -> &str {
        &self.0
    }
}

/// `__Host-` binds the cookie to this host and to TLS; browsers refuse it on plain HTTP.
fn session_name(https: bool) -> &'static str {
    if https { "__Host-evenhand" } else { "evenhand" }
}

fn plain(name: &'static str, value: String, https: bool) -> Cookie<'static> {
    Cookie::build(name, value)
        .path("/")
        .http_only(true)
        .secure(https)
        .same_site(SameSite::Lax)
        .finish()
}

/// The cookie that carries a token until the browser closes.
pub fn session(token: &Token, https: bool) -> Cookie<'static> {
    plain(session_name(https), token.0.clone(), https)
}

/// Name of the language cookie.
pub const LANGUAGE: &str = "language";
/// Name of the notice cookie: the key of one message.
pub const NOTICE: &str = "notice";

/// Like the session's, bound to this host and to TLS where there is TLS.
fn mark_name(https: bool) -> &'static str {
    if https {
        "__Host-evenhand-browser"
    } else {
        "evenhand-browser"
    }
}

/// The mark of a request's browser, if it has the right form.
pub fn mark_of(request: &HttpRequest, https: bool) -> Option<String> {
    let value = request.cookie(mark_name(https))?.value().to_owned();
    let formed = value.len() == 64 && value.bytes().all(|b| b.is_ascii_hexdigit());
    formed.then_some(value)
}

/// Lets a browser be known again for a year after a sign-in.
pub fn mark(mark: String, https: bool) -> Cookie<'static> {
    let mut cookie = plain(mark_name(https), mark, https);
    cookie.set_max_age(Duration::days(365));
    cookie
}

/// Like the session's as well.
fn provider_name(https: bool) -> &'static str {
    if https {
        "__Host-evenhand-provider"
    } else {
        "evenhand-provider"
    }
}

/// Whether a request's browser signed in at the provider.
pub fn is_at_provider(request: &HttpRequest, https: bool) -> bool {
    request.cookie(provider_name(https)).is_some()
}

/// Remembers that a browser signed in at the provider, where it has a session of its own,
/// until it closes.
pub fn at_provider(https: bool) -> Cookie<'static> {
    plain(provider_name(https), "yes".to_owned(), https)
}

/// Forgets that.
pub fn left_provider(https: bool) -> Cookie<'static> {
    gone(provider_name(https), https)
}

/// Remembers the chosen language for a year.
pub fn language(code: &'static str, https: bool) -> Cookie<'static> {
    let mut cookie = plain(LANGUAGE, code.to_owned(), https);
    cookie.set_max_age(Duration::days(365));
    cookie
}

/// Carries the notice of an action to the next page.
pub fn notice(key: &'static str, https: bool) -> Cookie<'static> {
    let mut cookie = plain(NOTICE, key.to_owned(), https);
    cookie.set_max_age(Duration::minutes(2));
    cookie
}

/// Takes a cookie away.
pub fn gone(name: &'static str, https: bool) -> Cookie<'static> {
    let mut cookie = plain(name, String::new(), https);
    cookie.make_removal();
    cookie
}
