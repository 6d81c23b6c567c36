//! The door: one extractor per kind of person. The registrar accepts no handler
//! whose first argument is not one of these.

use std::ops::Deref;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use futures_util::future::LocalBoxFuture;

use super::errors::Fault;
use super::registrar::AccessLabel;
use super::visit::Visit;
use crate::domain::account::Role;
use crate::policy::Actor;

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

doors! {
    /// Whoever is signed in.
    SignedIn, |_| true, "denied-signed-in";
    /// People who act for organisations.
    Applicant, |actor| actor.is(Role::Applicant), "denied-applicant";
    /// People who review.
    Reviewer, |actor| actor.is(Role::Reviewer), "denied-reviewer";
    /// People who run rounds and decide.
    Admin, |actor| actor.is(Role::Admin), "denied-admin";
    /// Admins and auditors: for pages that only show.
    Staff, |actor| actor.is_staff(), "denied-staff";
}
