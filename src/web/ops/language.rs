//! The language switch and the quick exit.

use actix_web::HttpResponse;
use actix_web::http::header;
use serde::Deserialize;

use crate::actions::{account, sign_in};
use crate::domain::Language;
use crate::web::access::Anyone;
use crate::web::account::resume;
use crate::web::cookies;
use crate::web::errors::Fault;
use crate::web::forms::Form;
use crate::web::kept::Kept;
use crate::web::url;

/// A choice of language.
#[derive(Deserialize)]
pub struct LanguageForm {
    language: String,
    #[serde(default)]
    return_to: String,
    /// What was typed on a page that can't be shown again by its address.
    #[serde(default)]
    kept: String,
}

/// Remembers the language in a cookie and, for signed-in people, for their mail;
/// what was typed comes along.
pub async fn switch(visit: Anyone, Form(form): Form<LanguageForm>) -> Result<HttpResponse, Fault> {
    let language = Language::from_code(&form.language).ok_or(Fault::Unreadable)?;
    if let Some(id) = visit.actor.as_ref().map(|actor| actor.id) {
        visit
            .act_or_fault(move |tx| account::change_language(tx, id, language))
            .await?;
    }
    let place = url::safe_place(&form.return_to).unwrap_or(url::ROOT);
    let kept = Kept::open(&form.kept).filter(|kept| !kept.0.is_empty());
    let mut answer = match kept {
        Some(kept) => visit.page(&resume::page_in(&visit, language, place, &kept))?,
        None => visit.see(place),
    };
    let cookie = cookies::language(language.code(), visit.site.config.is_https());
    answer.add_cookie(&cookie).map_err(|_| Fault::Lost)?;
    Ok(answer)
}

/// Any post without fields but the token.
#[derive(Deserialize)]
pub struct NoFields {}

/// A neutral page that tells nothing of where somebody was.
const ELSEWHERE: &str = "https://www.wikipedia.org/";

/// Ends the session and leaves the site at once.
pub async fn exit(visit: Anyone, _: Form<NoFields>) -> Result<HttpResponse, Fault> {
    if let (Some(actor), Some(session)) = (&visit.actor, visit.session) {
        let id = actor.id;
        visit
            .act_or_fault(move |tx| sign_in::sign_out(tx, id, session))
            .await?;
    }
    Ok(HttpResponse::SeeOther()
        .insert_header((header::LOCATION, ELSEWHERE))
        .insert_header(("clear-site-data", "\"cache\", \"cookies\", \"storage\""))
        .finish())
}
