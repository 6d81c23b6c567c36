//! Around every request: an id, one log line, security headers, a last resort
//! when a handler panics.

use std::panic::AssertUnwindSafe;
use std::time::Instant;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpMessage, HttpRequest};
use futures_util::FutureExt;

use super::errors::Fault;
use super::site::Site;

/// The id under which a request stands in the log, the audit log and error pages.
#[derive(Clone)]
pub struct RequestId(String);

impl RequestId {
    /// The id of a request.
    pub fn of(request: &HttpRequest) -> String {
        request
            .extensions()
            .get::<Self>()
            .map(|id| id.0.clone())
            .unwrap_or_default()
    }
}

/// Runs the request inside all of the above.
pub async fn watch(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let id = uuid::Uuid::now_v7().simple().to_string();
    let method = request.method().clone();
    let https = request
        .app_data::<Data<Site>>()
        .is_some_and(|site| site.config.is_https());
    request.extensions_mut().insert(RequestId(id.clone()));
    let began = Instant::now();
    let result = AssertUnwindSafe(next.call(request)).catch_unwind().await;
    let mut answer = match result {
        Ok(answer) => answer?.map_into_boxed_body(),
        Err(_) => {
            tracing::error!(request = %id, "a handler panicked");
            return Err(Fault::Lost.into());
        }
    };
    let route = answer.request().match_pattern().unwrap_or_default();
    let status = answer.status().as_u16();
    let ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    tracing::info!(request = %id, %method, route, status, ms, "answered");
    secure(answer.headers_mut(), https);
    Ok(answer)
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
