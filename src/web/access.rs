//! The door: one extractor per kind of person. The registrar accepts no handler
//! whose first argument is not one of these.

use std::ops::Deref;

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest};
use futures_util::future::LocalBoxFuture;

use super::errors::Fault;
use super::registrar::AccessLabel;
use super::visit::Visit;
use crate::actions::token::secret_hash;
use crate::domain::ApplicationId;
use crate::domain::account::Role;
use crate::policy::{Actor, Reach, access_token};
use crate::store::{access_token as tokens, application};

/// A proof that the person may come in by this door.
pub trait Access: FromRequest<Error = Fault> {
    /// The door's name in the table of routes.
    const LABEL: AccessLabel;
}

/// Whoever asks, signed in or not.
pub struct Anyone(Visit);

impl Deref for Anyone {
    type Target = Visit;
    fn deref(&self) -> &Visit {
        &self.0
    }
}

impl Access for Anyone {
    const LABEL: AccessLabel = AccessLabel::Anyone;
}

impl FromRequest for Anyone {
    type Error = Fault;
    type Future = LocalBoxFuture<'static, Result<Self, Fault>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { Visit::of(&request).await.map(Self) })
    }
}

/// Doors that only some signed-in people pass.
macro_rules! doors {
    ($($(#[$doc:meta])* $name:ident, $passes:expr, $denied:literal;)+) => {$(
        $(#[$doc])*
        pub struct $name(Visit, Actor);

        impl $name {
            /// The person.
            pub fn actor(&self) -> &Actor {
                &self.1
            }
        }

        impl Deref for $name {
            type Target = Visit;
            fn deref(&self) -> &Visit {
                &self.0
            }
        }

        impl Access for $name {
            const LABEL: AccessLabel = AccessLabel::$name;
        }

        impl FromRequest for $name {
            type Error = Fault;
            type Future = LocalBoxFuture<'static, Result<Self, Fault>>;
            fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
                let request = request.clone();
                Box::pin(async move {
                    let visit = Visit::of(&request).await?;
                    let actor = visit.actor.clone().ok_or(Fault::SignInFirst)?;
                    let passes: fn(&Actor) -> bool = $passes;
                    if passes(&actor) { Ok(Self(visit, actor)) } else { Err(Fault::Denied($denied)) }
                })
            }
        }
    )+};
}

/// People who act for organisations; and admins at the one application that they
/// filed for an organisation which wrote or called. At any other, whether it
/// exists or not, an admin finds this door shut.
pub struct Applicant(Visit, Actor);

impl Applicant {
    /// The person.
    pub fn actor(&self) -> &Actor {
        &self.1
    }
}

impl Deref for Applicant {
    type Target = Visit;
    fn deref(&self) -> &Visit {
        &self.0
    }
}

impl Access for Applicant {
    const LABEL: AccessLabel = AccessLabel::Applicant;
}

impl FromRequest for Applicant {
    type Error = Fault;
    type Future = LocalBoxFuture<'static, Result<Self, Fault>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let visit = Visit::of(&request).await?;
            let actor = visit.actor.clone().ok_or(Fault::SignInFirst)?;
            if actor.is(Role::Applicant) || has_filed(&visit, &actor, &request).await? {
                Ok(Self(visit, actor))
            } else {
                Err(Fault::Denied("denied-applicant"))
            }
        })
    }
}

/// Whether the page is one of an application that this admin filed.
async fn has_filed(visit: &Visit, actor: &Actor, request: &HttpRequest) -> Result<bool, Fault> {
    let path = request.match_pattern().unwrap_or_default();
    let about = request.match_info().get("application").unwrap_or_default();
    let id = ApplicationId::parse(about).ok();
    let id = id.filter(|_| path.starts_with(AN_APPLICATION) && actor.is(Role::Admin));
    let Some(id) = id else {
        return Ok(false);
    };
    let reach = Reach::filer(actor);
    let found = visit.read(move |reader| application::find(reader, reach, id));
    Ok(found.await?.is_some())
}

/// How the paths of an application's own pages begin.
const AN_APPLICATION: &str = "/applications/{application}";

doors! {
    /// Whoever is signed in.
    SignedIn, |_| true, "denied-signed-in";
    /// People who review.
    Reviewer, |actor| actor.is(Role::Reviewer), "denied-reviewer";
    /// People who run rounds and decide.
    Admin, |actor| actor.is(Role::Admin), "denied-admin";
    /// Admins and auditors: for pages that only show.
    Staff, |actor| actor.is_staff(), "denied-staff";
}

/// A program that reads with a key (`Authorization: Bearer …`). A session opens nothing
/// here, and a key nothing elsewhere.
pub struct Program(Visit, access_token::Program);

impl Program {
    /// What it may read, and how far it reaches.
    pub fn program(&self) -> &access_token::Program {
        &self.1
    }
}

impl Deref for Program {
    type Target = Visit;
    fn deref(&self) -> &Visit {
        &self.0
    }
}

impl Access for Program {
    const LABEL: AccessLabel = AccessLabel::Program;
}

impl FromRequest for Program {
    type Error = Fault;
    type Future = LocalBoxFuture<'static, Result<Self, Fault>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let visit = Visit::of(&request).await?;
            let hash = secret_hash(key(&request).ok_or(Fault::KeyFirst)?);
            let found = visit.read(move |reader| tokens::by_hash(reader, &hash));
            let token = found.await?.ok_or(Fault::KeyFirst)?;
            let program = access_token::Program::of(&token, visit.now());
            program
                .map(|program| Self(visit, program))
                .ok_or(Fault::KeyFirst)
        })
    }
}

/// The key that a request brings.
fn key(request: &HttpRequest) -> Option<&str> {
    let header = request
        .headers()
        .get(header::AUTHORIZATION)?
        .to_str()
        .ok()?;
    let (scheme, key) = header.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| key.trim())
}
