//! What the provider tells by itself: that somebody signed out there (OpenID Connect
//! Back-Channel Logout 1.0). Anybody may bring such a token: its signature alone tells whose
//! word it is.

use openidconnect::core::{
    CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm,
};
use openidconnect::{
    AdditionalClaims, ClaimsVerificationError, IdToken, IdTokenClaims, JsonWebTokenType, Nonce,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{
    BUSY, Client, Failure, KEPT, KEPT_AT_LEAST, Provider, SIGN_OUT_WAITS, failure, verifier,
};
use crate::domain::Moment;
use crate::domain::openid::{SignedOut, is_subject};

/// What makes a token one of a sign-out, and no other token of the provider one.
const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";
/// What the head of such a token may call it.
const TYPES: [&str; 2] = ["JWT", "logout+jwt"];

/// What such a token says beside what every token does.
#[derive(Debug, Serialize, Deserialize)]
struct Beside {
    #[serde(default)]
    jti: String,
    #[serde(default)]
    events: Map<String, Value>,
}

impl AdditionalClaims for Beside {}

type Token =
    IdToken<Beside, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;
type Claims = IdTokenClaims<Beside, CoreGenderClaim>;

impl Provider {
    /// Who signed out there, as a token says, verified as of an instant.
    pub async fn signed_out(&self, token: &str, now: Moment) -> Result<SignedOut, Failure> {
        let token: Token = token.parse().map_err(|_| Failure::Wrong("no token"))?;
        let turn = tokio::time::timeout(SIGN_OUT_WAITS, self.sign_outs.acquire()).await;
        let _turn = turn.map_err(|_| BUSY)?.map_err(|_| BUSY)?;
        let known = self.known(KEPT, now).await?;
        let claims = match verified(&self.client(&known), &token, now) {
            Err(ClaimsVerificationError::SignatureVerification(_)) => {
                // It may have begun to sign with another key.
                let known = self.known(KEPT_AT_LEAST, now).await?;
                verified(&self.client(&known), &token, now)
            }
            found => found,
        };
        said(claims.map_err(|problem| failure(&problem))?)
    }
}

/// What a token says, if it was signed by the provider, for us, now, and for no sign-in.
fn verified<'t>(
    client: &Client,
    token: &'t Token,
    now: Moment,
) -> Result<&'t Claims, ClaimsVerificationError> {
    let types = TYPES.map(|name| JsonWebTokenType::new(name.to_owned()).normalize());
    let verifier = verifier(client, now).set_allowed_jose_types(types.into_iter().flatten());
    token.claims(&verifier, has_none)
}

fn has_none(nonce: Option<&Nonce>) -> Result<(), String> {
    match nonce {
        None => Ok(()),
        Some(_) => Err("it is of a sign-in".to_owned()),
    }
}

fn said(claims: &Claims) -> Result<SignedOut, Failure> {
    let beside = claims.additional_claims();
    let subject = claims.subject().as_str();
    let is_event = beside.events.get(EVENT).is_some_and(Value::is_object);
    if !is_event || beside.jti.is_empty() || !is_subject(subject) {
        return Err(Failure::Wrong("the token tells of no sign-out"));
    }
    Ok(SignedOut {
        issuer: claims.issuer().as_str().to_owned(),
        subject: subject.to_owned(),
        id: beside.jti.clone(),
    })
}
