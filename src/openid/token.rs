//! Tokens of the provider as they come: three parts of base64, of which the last signs the
//! others. The library reads those of sign-ins; one of a sign-out may be of nobody in
//! particular, which no such token is.

use data_encoding::BASE64URL_NOPAD;
use openidconnect::core::{CoreJsonWebKey, CoreJwsSigningAlgorithm};
use openidconnect::{JsonWebKey, ProviderMetadataWithLogout};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::SIGNED_BY;

/// What a token says of itself.
#[derive(Deserialize)]
struct Head {
    alg: CoreJwsSigningAlgorithm,
    /// What the provider calls the key that signed it.
    kid: Option<String>,
    typ: Option<String>,
    /// What has to be understood beside this: nothing is.
    crit: Option<Value>,
    /// What it holds where that is no claims.
    cty: Option<Value>,
}

/// A token whose words nobody is to believe yet.
pub(super) struct Token<'t, C> {
    head: Head,
    /// What was signed.
    signed: &'t str,
    signature: Vec<u8>,
    pub claims: C,
}

impl<'t, C: DeserializeOwned> Token<'t, C> {
    /// Reads one.
    pub fn read(text: &'t str) -> Option<Self> {
        let (signed, signature) = text.rsplit_once('.')?;
        let (head, claims) = signed.split_once('.')?;
        Some(Self {
            head: part(head)?,
            signed,
            signature: BASE64URL_NOPAD.decode(signature.as_bytes()).ok()?,
            claims: part(claims)?,
        })
    }

    /// Whether it calls itself one of these kinds, or nothing, and holds claims alone.
    pub fn is_one_of(&self, kinds: &[&str]) -> bool {
        let kind = self.head.typ.as_ref().map(|kind| kind.to_lowercase());
        let is_kind = kind.is_none_or(|kind| {
            let kind = kind.strip_prefix("application/").unwrap_or(&kind);
            kinds.contains(&kind)
        });
        is_kind && self.head.crit.is_none() && self.head.cty.is_none()
    }

    /// Whether a key of the provider signed it, the one that it names if it names any.
    pub fn is_signed_by(&self, provider: &ProviderMetadataWithLogout) -> bool {
        let (head, signed) = (&self.head, self.signed.as_bytes());
        let signs = |key: &CoreJsonWebKey| {
            let is_named = head.kid.as_deref().is_none_or(|name| {
                let own = key.key_id();
                own.is_some_and(|own| own.as_str() == name)
            });
            let checked = || key.verify_signature(&head.alg, signed, &self.signature);
            is_named && checked().is_ok()
        };
        SIGNED_BY.contains(&head.alg) && provider.jwks().keys().iter().any(signs)
    }
}

fn part<T: DeserializeOwned>(text: &str) -> Option<T> {
    let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
    serde_json::from_slice(&bytes).ok()
}

/// What the provider calls the session of somebody who signed in there, as the text of their
/// verified token says.
pub(super) fn session(token: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Named {
        sid: String,
    }

    let claims = token.split('.').nth(1)?;
    let named: Named = part(claims)?;
    Some(named.sid).filter(|sid| !sid.is_empty())
}
