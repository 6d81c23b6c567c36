//! Whether the process lives, and whether it can serve.

use actix_web::http::header;
use actix_web::{HttpResponse, HttpResponseBuilder};

use crate::store::{Awaited, MigrationState, standing};
use crate::web::access::Anyone;
use crate::web::errors::Fault;

fn plain(mut answer: HttpResponseBuilder, text: &'static str) -> HttpResponse {
    let kind = (header::CONTENT_TYPE, "text/plain; charset=utf-8");
    answer.insert_header(kind).body(text)
}

/// What is awaited, as a word for whoever watches.
fn not_ready(awaited: Awaited) -> HttpResponse {
    let text = match awaited {
        Awaited::Database => "not ready: database\n",
        Awaited::Key => "not ready: master-key\n",
    };
    plain(HttpResponse::ServiceUnavailable(), text)
}

/// The process answers.
pub async fn alive(_: Anyone) -> HttpResponse {
    plain(HttpResponse::Ok(), "alive\n")
}

/// The database answers and its schema is this binary's, or that of a newer release that
/// has migrated it meanwhile: that one only adds, so this one can go on. Before it was made
/// ready at the start, what for.
pub async fn ready(visit: Anyone) -> Result<HttpResponse, Fault> {
    if let Some(awaited) = visit.site.database.waits_for() {
        return Ok(not_ready(awaited));
    }
    let state = visit.read(standing).await?;
    match state {
        MigrationState::Current | MigrationState::Newer(_) => {
            Ok(plain(HttpResponse::Ok(), "ready\n"))
        }
        MigrationState::Behind(_) | MigrationState::Unfinished => Err(Fault::Unavailable),
    }
}
