//! Around every request: an id, one log line, security headers, a last resort
//! when something panics around the handlers, which the registrar catches itself.

use std::panic::AssertUnwindSafe;
use std::time::{Duration, Instant};

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::rt::time::sleep;
use actix_web::web::Data;
use actix_web::{Error, HttpMessage, HttpRequest};
use futures_util::FutureExt;
use uuid::Uuid;

use super::errors::{self, Fault};
use super::limits;
use super::site::Site;

/// The id under which a request stands in the log, the audit log, its answer and error
/// pages.
#[derive(Clone)]
pub struct RequestId(String);

/// The header of an answer that names its request.
const REQUEST_ID: &str = "x-request-id";

impl RequestId {
    /// The id of a request.
    pub fn of(request: &HttpRequest) -> String {
        request
            .extensions()
            .get::<Self>()
            .map(|id| id.0.clone())
            .unwrap_or_default()
    }

    /// What a trusted proxy calls the request, where that is a plain word; else a new id.
    fn given(request: &ServiceRequest) -> String {
        let site = request.app_data::<Data<Site>>();
        let header = site.map_or("", |site| site.config.request_id_header.as_str());
        let peer = request.peer_addr().map(|peer| peer.ip().to_canonical());
        let believed = site
            .zip(peer)
            .is_some_and(|(site, peer)| site.proxies.trusts(peer));
        let given = (!header.is_empty() && believed)
            .then(|| request.headers().get(header))
            .flatten();
        let plain = |id: &&str| {
            let fits = (8..=64).contains(&id.len());
            fits && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        let given = given.and_then(|value| value.to_str().ok()).filter(plain);
        given.map_or_else(|| Uuid::now_v7().simple().to_string(), str::to_owned)
    }
}

/// The methods that there are; a word that somebody made up stands in no log.
fn method(request: &ServiceRequest) -> &'static str {
    match request.method().as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        _ => "other",
    }
}

/// Counts a request that names its client by the header of a proxy. The first one whose
/// word is not taken is told, without an address: it may come from the proxy, and then all
/// people count as one network.
fn count_header(request: &ServiceRequest, site: &Site) {
    let header = site.config.proxy_header.as_str();
    let peer = request.peer_addr().map(|peer| peer.ip().to_canonical());
    let named = !header.is_empty() && request.headers().contains_key(header);
    let Some(peer) = peer.filter(|_| named) else {
        return;
    };
    let believed = site.proxies.trusts(peer);
    if site.metrics.came_with_header(believed) && !believed {
        tracing::warn!(
            "the header of proxy_header came from an address that is not in trusted_proxies: \
             if that is the proxy, all people count as one network"
        );
    }
}

/// Runs the request inside all of the above.
pub async fn watch(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let site = request.app_data::<Data<Site>>().cloned();
    let https = site.as_ref().is_some_and(|site| site.config.is_https());
    let (id, method) = (RequestId::given(&request), method(&request));
    request.extensions_mut().insert(RequestId(id.clone()));
    if let Some(site) = &site {
        count_header(&request, site);
    }
    let unread = limits::take_unannounced(&mut request);
    let began = Instant::now();
    let result = AssertUnwindSafe(next.call(request)).catch_unwind().await;
    let (route, mut answer) = match result {
        Ok(answer) => {
            let answer = answer?.map_into_boxed_body();
            let route = answer.request().match_pattern().unwrap_or_default();
            (route, Ok(limits::end_with(answer, unread)))
        }
        Err(_) => {
            tracing::error!(request = %id, "what stands around the handlers panicked");
            (
                String::new(),
                Err(errors::bare(StatusCode::INTERNAL_SERVER_ERROR)),
            )
        }
    };
    let (status, headers) = match &mut answer {
        Ok(answer) => (answer.status(), answer.headers_mut()),
        Err(answer) => (answer.status(), answer.headers_mut()),
    };
    secure(headers, https);
    if let Ok(id) = HeaderValue::from_str(&id) {
        headers.insert(HeaderName::from_static(REQUEST_ID), id);
    }
    let (status, took) = (status.as_u16(), began.elapsed());
    if let Some(site) = site {
        site.metrics.answered(&route, method, status, took);
    }
    let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    tracing::info!(request = %id, method, route, status, ms, "answered");
    if status == 404 {
        // What belongs to others is looked at a little longer than what was never there.
        sleep(whole_steps(took).saturating_sub(took)).await;
    }
    answer.map_err(|answer| InternalError::from_response(Fault::Lost, answer).into())
}

/// An answer that nothing is there comes a whole number of these after its request.
const STEP: Duration = Duration::from_millis(5);

/// The next whole number of steps.
fn whole_steps(took: Duration) -> Duration {
    let steps = took.as_nanos() / STEP.as_nanos() + 1;
    STEP.saturating_mul(u32::try_from(steps).unwrap_or(u32::MAX))
}

/// No script or style but our own files, no framing, no foreign request, nothing
/// kept in caches unless the answer itself says so.
pub fn secure(headers: &mut HeaderMap, https: bool) {
    const PAGES: &str = "default-src 'none'; style-src 'self'; script-src 'self'; \
        img-src 'self'; connect-src 'self'; form-action 'self' https://www.wikipedia.org; \
        frame-ancestors 'none'; base-uri 'none'";
    const ALWAYS: [(&str, &str); 6] = [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("x-frame-options", "DENY"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        (
            "permissions-policy",
            "camera=(), geolocation=(), microphone=()",
        ),
    ];
    for (name, value) in ALWAYS {
        headers.insert(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
    }
    // A file that somebody uploaded comes with a stricter policy of its own.
    if !headers.contains_key(header::CONTENT_SECURITY_POLICY) {
        let policy = HeaderValue::from_static(PAGES);
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    if https {
        let year = "max-age=31536000; includeSubDomains";
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static(year),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_took_a_little_longer_comes_at_the_same_time() {
        let after = |micros: u64| whole_steps(Duration::from_micros(micros));
        assert_eq!([after(0), after(200), after(4_999)], [STEP; 3]);
        assert_eq!([after(5_000), after(9_999)], [2 * STEP; 2]);
    }
}
