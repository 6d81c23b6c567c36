//! What a request may bring before anything of it is looked at: the size of its head,
//! and a body that says how long it is.

use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::HttpMessage;
use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::{StatusCode, header};
use actix_web::web::{Bytes, Data};

use super::site::Site;

/// The status of a request that is refused as it stands; nothing for all others.
pub fn refusal(request: &ServiceRequest) -> Option<StatusCode> {
    let site = request.app_data::<Data<Site>>()?;
    if head_bytes(request) > site.config.head_most_bytes {
        Some(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE)
    } else if is_unannounced(request) {
        Some(StatusCode::LENGTH_REQUIRED)
    } else {
        names_nul(request).then_some(StatusCode::BAD_REQUEST)
    }
}

/// Address and headers, as they are counted against `head_most_bytes`.
fn head_bytes(request: &ServiceRequest) -> usize {
    let address = request.uri().path_and_query();
    let address = address.map_or(0, |address| address.as_str().len());
    let headers = request.headers().iter();
    let headers = headers.map(|(name, value)| name.as_str().len() + value.len());
    headers.fold(address, usize::saturating_add)
}

/// Whether the body does not say how long it is. No page of ours sends such a body, and
/// the server would read one that nobody wants to its end, which need not come.
fn is_unannounced(request: &ServiceRequest) -> bool {
    request.headers().contains_key(header::TRANSFER_ENCODING)
}

/// Whether the address spells NUL, which no link of ours does and PostgreSQL
/// cannot look for. Bodies are checked where forms are read.
fn names_nul(request: &ServiceRequest) -> bool {
    let address = request.uri().path_and_query();
    address.is_some_and(|address| address.as_str().contains("%00"))
}

/// Takes away a body that does not say how long it is.
pub fn take_unannounced(request: &mut ServiceRequest) -> Option<Payload> {
    is_unannounced(request).then(|| request.take_payload())
}

/// Lets the line end with the answer: a body that is held and not read is not waited for.
pub fn end_with(
    answer: ServiceResponse<BoxBody>,
    unread: Option<Payload>,
) -> ServiceResponse<BoxBody> {
    match unread {
        None => answer,
        Some(unread) => answer.map_body(|_, body| {
            let holding = Holding {
                body,
                _unread: unread,
            };
            holding.boxed()
        }),
    }
}

/// An answer that holds the unread body of its request as long as it is on its way.
struct Holding {
    body: BoxBody,
    _unread: Payload,
}

impl MessageBody for Holding {
    type Error = <BoxBody as MessageBody>::Error;

    fn size(&self) -> BodySize {
        self.body.size()
    }

    fn poll_next(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Self::Error>>> {
        Pin::new(&mut self.get_mut().body).poll_next(context)
    }
}
