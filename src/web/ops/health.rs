//! Whether the process lives, and whether it can serve.

use actix_web::HttpResponse;
use actix_web::http::header;

use crate::store::{MigrationState, standing};
use crate::web::access::Anyone;
use crate::web::errors::Fault;

fn plain(text: &'static str) -> HttpResponse {
    let kind = (header::CONTENT_TYPE, "text/plain; charset=utf-8");
    HttpResponse::Ok().insert_header(kind).body(text)
}

/// The process answers.
pub async fn alive(_: Anyone) -> HttpResponse {
    plain("alive\n")
}

/// The database answers and its schema is this binary's, or that of a newer release that
/// has migrated it meanwhile: that one only adds, so this one can go on.
pub async fn ready(visit: Anyone) -> Result<HttpResponse, Fault> {
    let state = visit.read(standing).await?;
    match state {
        MigrationState::Current | MigrationState::Newer(_) => Ok(plain("ready\n")),
        MigrationState::Behind(_) | MigrationState::Unfinished => Err(Fault::Unavailable),
    }
}
