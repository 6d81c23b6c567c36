//! What somebody typed when their session or their page's token had ended, or when
//! they want a refused form in another language: kept in the page that answers, so
//! that nothing is lost. It is never stored. Passwords and codes are left out, and so are
//! posts that another site may have made.

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{HttpMessage, HttpRequest};

use super::forms::{Pairs, is_surely_ours, read_pairs};
use crate::actions::{passkey, second_factor};
use crate::domain::form::POSTED;

/// Kept at most, in bytes as posted: well above the longest section of a form.
const MOST_BYTES: usize = 512 << 10;

/// The fields of a post that was not carried out.
#[derive(Debug, Clone)]
pub struct Kept(pub Pairs);

impl Kept {
    /// What was kept of a request.
    pub fn of(request: &HttpRequest) -> Option<Self> {
        request.extensions().get::<Self>().cloned()
    }

    /// What a post held that was read with its token; nothing without fields.
    pub fn posted(text: &str) -> Option<Self> {
        let short = text.len() <= MOST_BYTES;
        let pairs = short
            .then(|| serde_html_form::from_str(text).ok())
            .flatten();
        pairs.map(without_secrets).filter(|kept| !kept.0.is_empty())
    }

    /// As one hidden field.
    pub fn sealed(&self) -> String {
        serde_json::to_string(&self.0).unwrap_or_default()
    }

    /// Reads what [`Kept::sealed`] wrote; nothing when it is anything else.
    pub fn open(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok().map(Self)
    }

    /// The texts of some length, for people to read and copy.
    pub fn texts(&self) -> Vec<String> {
        let long = |text: &&str| text.chars().any(char::is_whitespace);
        let typed = self.0.iter();
        let typed = typed.filter(|(name, _)| !POSTED.contains(&name.as_str()));
        let texts = typed.map(|(_, value)| value.trim());
        texts.filter(long).map(str::to_owned).collect()
    }
}

/// Reads the body of a post that the door refused, and keeps its fields.
pub async fn keep_body(request: &HttpRequest, payload: &mut Payload) {
    let form = request.content_type() == "application/x-www-form-urlencoded";
    let short = announced(request) <= MOST_BYTES;
    if request.method() == "POST"
        && form
        && short
        && let Ok(pairs) = read_pairs(request, payload.take()).await
    {
        keep(request, pairs);
    }
}

fn announced(request: &HttpRequest) -> usize {
    let header = request.headers().get(header::CONTENT_LENGTH);
    let length = header.and_then(|value| value.to_str().ok()?.parse().ok());
    length.unwrap_or(usize::MAX)
}

/// Keeps the fields of a post, if it surely comes from a page of ours.
pub fn keep(request: &HttpRequest, pairs: Pairs) {
    if is_surely_ours(request) {
        request.extensions_mut().insert(without_secrets(pairs));
    }
}

fn without_secrets(mut pairs: Pairs) -> Kept {
    let secret = |name: &str| {
        name.contains("password")
            || [
                "csrf",
                "present",
                second_factor::FIELD,
                passkey::ASKED,
                passkey::FIELD,
            ]
            .contains(&name)
    };
    pairs.retain(|(name, _)| !secret(name));
    Kept(pairs)
}
