//! Tables of rounds for programs, read-only: JSON, a page at a time, with a key that an
//! admin made. What is out of the reach of that admin is not found.

use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use actix_web::web::{Path, Query};
use serde::Deserialize;
use serde_json::{Value, json};

use super::access::{Anyone, Program};
use super::errors::Fault;
use super::reading;
use super::registrar::Registrar;
use crate::actions::export_round::{Cursor, Page, Unfinished, page};
use crate::domain::access_token::Scope;
use crate::domain::round::{Round, RoundState};
use crate::domain::{Moment, RoundId};
use crate::store::{Reader, StoreError, round};

/// How every address of the interface begins.
pub const ROOT: &str = "/api/";
/// What the interface is, for programs: OpenAPI 3.1.
const DESCRIPTION: &str = include_str!("openapi.json");
/// Items on a page where nothing is asked for, and at most.
const PAGE: usize = 100;
const PAGE_MOST: usize = 500;

/// The routes of the interface.
pub fn routes(routes: &mut Registrar) {
    routes.get("/api/v1/openapi.json", description);
    routes.get("/api/v1/rounds", rounds);
    routes.get("/api/v1/rounds/{slug}/{table}", table);
}

/// Where a page begins, and how long it is.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    cursor: Option<String>,
    limit: Option<String>,
}

impl Asked {
    fn limit(&self) -> Result<usize, Fault> {
        let Some(text) = &self.limit else {
            return Ok(PAGE);
        };
        let limit = text.parse().ok();
        let limit = limit.filter(|limit| (1..=PAGE_MOST).contains(limit));
        limit.ok_or(Fault::Unreadable)
    }

    /// The cursor of the list of rounds.
    fn round(&self) -> Result<Option<RoundId>, Fault> {
        let read = self.cursor.as_deref().map(RoundId::parse).transpose();
        read.map_err(|_| Fault::Unreadable)
    }
}

/// A refusal in the words of the interface.
pub fn refused(status: StatusCode, message: &str) -> HttpResponse {
    let mut answer = HttpResponse::build(status);
    if status == StatusCode::UNAUTHORIZED {
        answer.insert_header((header::WWW_AUTHENTICATE, "Bearer"));
    }
    answer.json(json!({ "status": status.as_u16(), "message": message }))
}

async fn description(_: Anyone) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "application/json"))
        .body(DESCRIPTION)
}

async fn rounds(visit: Program, asked: Query<Asked>) -> Result<HttpResponse, Fault> {
    let (limit, after) = (asked.limit()?, asked.round()?);
    let load = move |reader: &mut Reader| {
        let asked = i64::try_from(limit).unwrap_or(i64::MAX);
        round::list(reader, &RoundState::ALL, after, asked)
    };
    let found = visit.read(load).await?;
    let next = found.last().filter(|_| found.len() == limit);
    let next = next.map(|round| round.id.to_string());
    let items: Vec<Value> = found.iter().map(told).collect();
    Ok(HttpResponse::Ok().json(json!({ "items": items, "next": next })))
}

fn told(round: &Round) -> Value {
    json!({
        "id": round.id.as_str(),
        "slug": round.slug,
        "title": { "en": round.title.en, "ar": round.title.ar, "he": round.title.he },
        "state": round.state.code(),
        "currency": round.currency.code(),
        "budget": round.budget().decimal(),
        "opens_at": round.opens_at.rfc3339(),
        "closes_at": round.closing.closes_at().map(Moment::rfc3339),
    })
}

async fn table(
    visit: Program,
    place: Path<(String, String)>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Fault> {
    let (slug, table) = place.into_inner();
    let scope = Scope::from_code(&table).ok_or(Fault::NotFound)?;
    if !visit.program().may(scope) {
        return Err(Fault::Denied("denied-scope"));
    }
    let limit = asked.limit()?;
    let cursor = asked.cursor.as_deref();
    let read = |text: &str| Cursor::read(scope, text).ok_or(Fault::Unreadable);
    let behind = cursor.map(read).transpose()?;
    let reach = visit.program().reach();
    let what = format!("{table}, {slug}");
    let load = move |reader: &mut Reader| {
        let Some(round) = round::by_slug(reader, &slug)? else {
            return Ok(None);
        };
        let found = page(reader, (reach, round), scope, (behind, limit));
        found.map(Some).map_err(|problem| match problem {
            Unfinished::Store(error) => error,
            Unfinished::Io(error) => StoreError::Damaged(error.to_string()),
        })
    };
    let found = visit.read(load).await?.ok_or(Fault::NotFound)?;
    reading::note_program(&visit, visit.program(), what).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "application/json"))
        .body(body(&found)))
}

/// The lines of a page as the items of one object.
fn body(page: &Page) -> Vec<u8> {
    let mut body = b"{\"items\":[".to_vec();
    for (number, line) in page
        .lines
        .split_inclusive(|byte| *byte == b'\n')
        .enumerate()
    {
        if number > 0 {
            body.push(b',');
        }
        body.extend_from_slice(line.trim_ascii_end());
    }
    let next = page.next.as_ref().map(ToString::to_string);
    body.extend_from_slice(format!("],\"next\":{}}}", json!(next)).as_bytes());
    body
}
