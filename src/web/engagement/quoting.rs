//! Quoting an entry about an application, and ending a quotation.

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::entry::{ids, load, page};
use super::fields::typed_quote;
use super::place;
use crate::actions::{Refusal, engagement as actions};
use crate::domain::{ApplicationId, QuoteId};
use crate::store::Tx;
use crate::web::access::Admin;
use crate::web::errors::Fault;
use crate::web::forms::{Form, Pairs};
use crate::web::ops::NoFields;
use crate::web::url;

/// Quotes an entry.
pub async fn quote(
    visit: Admin,
    path: Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let of = ids(&path)?;
    let (actor, typed) = (visit.actor().clone(), typed_quote(pairs));
    let posted = typed.clone();
    let write = move |tx: &mut Tx| actions::quote(tx, &actor, of, &posted);
    match visit.act(write).await? {
        Ok(()) => Ok(visit.see_with(&place::entry(of.0, of.1), "notice-quoted")),
        Err(Refusal::Invalid(problems)) => {
            let found = load(&visit, visit.actor(), of).await?;
            visit.refused(&page(&visit, visit.actor(), &found, (&typed, &problems)))
        }
        Err(other) => Err(other.into()),
    }
}

/// Ends a quotation.
pub async fn end(
    visit: Admin,
    path: Path<(String, String)>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(&path.0).map_err(|_| Fault::NotFound)?;
    let quote = QuoteId::parse(&path.1).map_err(|_| Fault::NotFound)?;
    let actor = visit.actor().clone();
    visit
        .act_or_fault(move |tx| actions::end_quote(tx, &actor, (id, quote)))
        .await?;
    Ok(visit.see_with(
        &format!("{}#quotes", url::dossier(id)),
        "notice-quote-ended",
    ))
}
