//! While nobody is let in: the database has not come yet, or its master key is not there.
//! Every request is answered with that, and what was typed is kept in the page.

use actix_web::ResponseError;
use actix_web::body::BoxBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::web::Data;

use super::api;
use super::errors::{Fault, ask_to_wait, bare, later, words};
use super::kept::{Kept, keep_body};
use super::site::Site;
use super::visit::Visit;
use crate::store::Awaited;

/// Answered all the same, as none of it needs to know anybody: health, and what stands on
/// the page that everybody gets.
const ANSWERED: [&str; 4] = ["/healthz", "/readyz", "/language", "/exit"];

/// What has to come before a request is answered as ever.
pub fn awaited(request: &ServiceRequest) -> Option<Awaited> {
    let site = request.app_data::<Data<Site>>()?;
    let awaited = site.database.waits_for()?;
    let path = request.path();
    let answered = ANSWERED.contains(&path) || path.starts_with("/assets/");
    (!answered).then_some(awaited)
}

/// Tells what is awaited.
pub async fn answer(request: ServiceRequest, awaited: Awaited) -> ServiceResponse<BoxBody> {
    let fault = match awaited {
        Awaited::Database => Fault::Unavailable,
        Awaited::Key => Fault::Locked,
    };
    let status = fault.status_code();
    let (request, mut payload) = request.into_parts();
    keep_body(&request, &mut payload).await;
    let mut answer = match Visit::unasked(&request) {
        Ok(visit) if visit.here.starts_with(api::ROOT) => {
            let (_, lead) = words(visit.t, status, Some(&fault));
            api::refused(status, &lead)
        }
        Ok(visit) => later(&visit, (status, &fault), Kept::of(&request)),
        Err(_) => bare(status),
    };
    ask_to_wait(&mut answer);
    ServiceResponse::new(request, answer)
}
