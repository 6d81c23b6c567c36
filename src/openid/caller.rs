//! Calls to the provider: over TLS, for seconds, as far as its answers are short, and
//! nowhere that an answer leads to.

use std::time::Duration;

use futures_util::future::LocalBoxFuture;
use openidconnect::http::header::CONTENT_TYPE;
use openidconnect::http::response::Builder;
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use reqwest::Url;
use reqwest::redirect::Policy;

/// Longest answer, in bytes: keys and claims are a few thousand.
const MOST_BYTES: usize = 256 << 10;
/// Longest time for a connection and for a whole call.
const CONNECTS_WITHIN: Duration = Duration::from_secs(4);
const ANSWERS_WITHIN: Duration = Duration::from_secs(10);

/// What calls the provider.
pub(super) struct Caller(reqwest::Client);

/// Why a call brought nothing.
#[derive(Debug, thiserror::Error)]
pub(super) enum CallError {
    #[error("neither https nor this machine")]
    Unsafe,
    #[error("the answer is too long")]
    TooLong,
    #[error("no answer")]
    Failed(#[from] reqwest::Error),
    #[error("no answer of HTTP")]
    Unreadable(#[from] openidconnect::http::Error),
}

impl Caller {
    /// What calls the provider of this address. The error is one sentence.
    pub(super) fn new(issuer: &str) -> Result<Self, String> {
        // TLS with what the mail uses already; done twice it changes nothing.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let calls = reqwest::Client::builder()
            .redirect(Policy::none())
            .connect_timeout(CONNECTS_WITHIN)
            .timeout(ANSWERS_WITHIN)
            // A line that is kept belongs to the thread that opened it.
            .pool_max_idle_per_host(0);
        // What stands between this machine and others has nothing to do with itself.
        let calls = match Url::parse(issuer) {
            Ok(issuer) if issuer.scheme() == "http" => calls.no_proxy(),
            _ => calls,
        };
        let client = calls.build();
        client
            .map(Self)
            .map_err(|problem| format!("the provider can’t be called: {problem}"))
    }

    async fn answer(&self, request: HttpRequest) -> Result<HttpResponse, CallError> {
        let request = reqwest::Request::try_from(request)?;
        if !is_safe(request.url()) {
            return Err(CallError::Unsafe);
        }
        let mut answer = self.0.execute(request).await?;
        let mut read = Builder::new().status(answer.status());
        if let Some(kind) = answer.headers().get(CONTENT_TYPE) {
            read = read.header(CONTENT_TYPE, kind);
        }
        let mut body = Vec::new();
        while let Some(part) = answer.chunk().await? {
            if body.len() + part.len() > MOST_BYTES {
                return Err(CallError::TooLong);
            }
            body.extend_from_slice(&part);
        }
        Ok(read.body(body)?)
    }
}

impl<'c> AsyncHttpClient<'c> for Caller {
    type Error = CallError;
    type Future = LocalBoxFuture<'c, Result<HttpResponse, CallError>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.answer(request))
    }
}

/// Whether nobody between reads or changes what is said there: over TLS, or on this
/// machine.
pub(super) fn is_safe(place: &Url) -> bool {
    let host = place.host_str().unwrap_or_default();
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let address: Result<std::net::IpAddr, _> = bare.parse();
    let is_here = host == "localhost" || address.is_ok_and(|address| address.is_loopback());
    match place.scheme() {
        "https" => !host.is_empty(),
        "http" => is_here,
        _ => false,
    }
}
