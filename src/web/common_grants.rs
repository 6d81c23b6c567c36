//! Public rounds for programs that look for funding: the two required routes of the
//! CommonGrants protocol. Off unless the configuration says otherwise.

use actix_web::http::StatusCode;
use actix_web::http::header::{self, ETag, EntityTag};
use actix_web::web::{Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::Value;

use super::access::Anyone;
use super::errors::Fault;
use super::registrar::Registrar;
use super::{packed, url};
use crate::domain::round::{Round, RoundState};
use crate::domain::{Moment, RoundId};
use crate::exchange::common_grants::{Opportunity, Paging, error, item, list};
use crate::store::{Reader, StoreError, round, sha256};

/// The routes of the protocol.
pub fn routes(routes: &mut Registrar) {
    routes.get("/common-grants/opportunities", opportunities);
    routes.get("/common-grants/opportunities/{opportunity}", opportunity);
}

/// Rounds that are told at most.
const MOST: i64 = 1_000;
/// Items on a page where nothing is asked for, and at most.
const PAGE: usize = 100;

/// Which page; digits, checked when they are read.
#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Asked {
    page: Option<String>,
    page_size: Option<String>,
}

/// Public rounds with the instant of their last change, the last one first.
fn public(reader: &mut Reader) -> Result<Vec<(Round, Moment)>, StoreError> {
    let states = [RoundState::Open, RoundState::Closed];
    let rounds = round::list(reader, &states, None, MOST)?;
    let ids: Vec<RoundId> = rounds.iter().map(|one| one.id).collect();
    let changed = round::changed_at(reader, &ids)?;
    let with_change = rounds.into_iter().map(|one| {
        let at = changed.get(&one.id).copied().unwrap_or(one.created_at);
        (one, at)
    });
    let mut all: Vec<(Round, Moment)> = with_change.collect();
    all.sort_by(|(left, left_at), (right, right_at)| {
        right_at.cmp(left_at).then(right.id.cmp(&left.id))
    });
    Ok(all)
}

fn told(visit: &Anyone, (round, changed_at): &(Round, Moment)) -> Value {
    let t = visit.t;
    let (opens, closes) = (t.say("common-grants-opens"), t.say("common-grants-closes"));
    let opportunity = Opportunity {
        round,
        now: visit.now(),
        changed_at: *changed_at,
        source: &format!("{}{}", visit.site.address, url::round(&round.slug)),
        language: t.language(),
        names: [&opens, &closes],
    };
    opportunity.value()
}

fn answer(status: StatusCode, value: &Value) -> HttpResponse {
    HttpResponse::build(status).json(value)
}

/// What programs ask for again and again: nothing is sent where they have the same.
fn unless_kept(request: &HttpRequest, value: &Value) -> HttpResponse {
    let body = value.to_string();
    let tag = EntityTag::new_weak(sha256(&body));
    let kept = packed::keeps(request, &tag);
    let mut answer = if kept {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    answer
        .insert_header((header::CACHE_CONTROL, "private, no-cache"))
        .insert_header(ETag(tag));
    if kept {
        return answer.finish();
    }
    answer
        .insert_header((header::CONTENT_TYPE, "application/json"))
        .body(body)
}

fn refused(status: StatusCode, message: &str) -> HttpResponse {
    answer(status, &error(status.as_u16(), message))
}

/// A number from 1 up, or what stands for none.
fn number(text: Option<&str>, otherwise: usize) -> Option<usize> {
    match text {
        None => Some(otherwise),
        Some(text) => text.parse().ok().filter(|number| *number >= 1),
    }
}

async fn opportunities(
    visit: Anyone,
    asked: Query<Asked>,
    request: HttpRequest,
) -> Result<HttpResponse, Fault> {
    if !visit.site.config.common_grants {
        return Err(Fault::NotFound);
    }
    let page = number(asked.page.as_deref(), 1);
    let size = number(asked.page_size.as_deref(), PAGE);
    let Some((page, size)) = page.zip(size) else {
        let message = visit.t.say("common-grants-page");
        return Ok(refused(StatusCode::BAD_REQUEST, &message));
    };
    let size = size.min(PAGE);
    let all = visit.read(public).await?;
    let shown = all.iter().skip((page - 1).saturating_mul(size)).take(size);
    let items: Vec<Value> = shown.map(|one| told(&visit, one)).collect();
    let paging = Paging {
        page,
        page_size: size,
        total_items: all.len(),
        total_pages: all.len().div_ceil(size),
    };
    Ok(unless_kept(&request, &list(&items, paging)))
}

async fn opportunity(
    visit: Anyone,
    id: Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Fault> {
    if !visit.site.config.common_grants {
        return Err(Fault::NotFound);
    }
    let all = visit.read(public).await?;
    let mut all = all.iter();
    match all.find(|(round, _)| round.id.as_str() == id.as_str()) {
        Some(found) => Ok(unless_kept(&request, &item(&told(&visit, found)))),
        None => {
            let message = visit.t.say("common-grants-unknown");
            Ok(refused(StatusCode::NOT_FOUND, &message))
        }
    }
}
