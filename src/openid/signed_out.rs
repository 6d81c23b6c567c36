//! What the provider tells by itself: that somebody signed out there, or that a session there
//! ended (OpenID Connect Back-Channel Logout 1.0). Anybody may bring such a token: its
//! signature alone tells whose word it is.

use serde::Deserialize;
use serde_json::{Map, Number, Value};

use super::token::Token;
use super::{BUSY, Failure, KEPT, KEPT_AT_LEAST, Provider, SIGN_OUT_WAITS};
use crate::domain::Moment;
use crate::domain::openid::{LEEWAY_SECONDS, MINUTES, SignedOut, is_subject};

/// What makes a token one of a sign-out, and no other token of the provider one.
const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";
/// What the head of such a token may call it.
const KINDS: [&str; 2] = ["jwt", "logout+jwt"];

/// What such a token says.
#[derive(Deserialize)]
struct Claims {
    iss: String,
    aud: Audience,
    iat: Number,
    exp: Number,
    sub: Option<String>,
    sid: Option<String>,
    jti: String,
    events: Map<String, Value>,
    nonce: Option<Value>,
}

/// For whom a token is.
#[derive(Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Several(Vec<String>),
}

impl Audience {
    fn is_only(&self, client: &str) -> bool {
        match self {
            Self::One(one) => one == client,
            Self::Several(all) => !all.is_empty() && all.iter().all(|one| one == client),
        }
    }
}

impl Provider {
    /// Who signed out there, as a token says, verified as of an instant.
    pub async fn signed_out(&self, token: &str, now: Moment) -> Result<SignedOut, Failure> {
        let token: Token<Claims> = Token::read(token).ok_or(Failure::Wrong("no token"))?;
        let turn = tokio::time::timeout(SIGN_OUT_WAITS, self.sign_outs.acquire()).await;
        let _turn = turn.map_err(|_| BUSY)?.map_err(|_| BUSY)?;
        let known = self.known(KEPT, now).await?;
        let us = (known.issuer().as_str(), self.settings.client_id.as_str());
        token.claims.check(us, now)?;
        if !token.is_one_of(&KINDS) {
            return Err(Failure::Wrong("the kind of the token"));
        }
        if !token.is_signed_by(&known) {
            // It may have begun to sign with another key.
            let known = self.known(KEPT_AT_LEAST, now).await?;
            if !token.is_signed_by(&known) {
                return Err(Failure::Wrong("the signature of the token"));
            }
        }
        token.claims.said()
    }
}

/// Seconds since 1970 of an instant in a token; what is less than one counts nothing.
fn seconds(at: &Number) -> Option<i64> {
    let fraction = || at.to_string().split('.').next()?.parse().ok();
    at.as_i64().or_else(fraction)
}

impl Claims {
    /// Whether it is by this provider and for us alone, of now, and of no sign-in.
    fn check(&self, (issuer, client): (&str, &str), now: Moment) -> Result<(), Failure> {
        if self.iss != issuer {
            return Err(Failure::Wrong("the issuer of the token"));
        }
        if !self.aud.is_only(client) {
            return Err(Failure::Wrong("the audience of the token"));
        }
        if self.nonce.is_some() {
            return Err(Failure::Wrong("the nonce of the token"));
        }
        let now = now.micros() / 1_000_000;
        let issued = now - MINUTES * 60 - LEEWAY_SECONDS..=now + LEEWAY_SECONDS;
        let is_of_now = seconds(&self.iat).is_some_and(|at| issued.contains(&at))
            && seconds(&self.exp).is_some_and(|at| now - LEEWAY_SECONDS < at);
        match is_of_now {
            true => Ok(()),
            false => Err(Failure::Clock),
        }
    }

    /// What it tells.
    fn said(self) -> Result<SignedOut, Failure> {
        let is_event = self.events.get(EVENT).is_some_and(Value::is_object);
        let names = match (&self.sub, &self.sid) {
            (None, None) => false,
            (sub, sid) => {
                sub.as_deref().is_none_or(is_subject)
                    && sid.as_deref().is_none_or(|sid| !sid.is_empty())
            }
        };
        if !is_event || self.jti.is_empty() || !names {
            return Err(Failure::Wrong("the token tells of no sign-out"));
        }
        Ok(SignedOut {
            issuer: self.iss,
            subject: self.sub,
            session: self.sid,
            id: self.jti,
        })
    }
}
