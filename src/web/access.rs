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

    /// At most how many minutes ago the person must have shown that it is them; nothing
    /// where that is not asked.
    const PROOF: Option<i64> = None;
}

/// Doors, each by what it stands for, its name with what it proves, and who passes:
/// an expression over the visit and the request that gives the proof. After `as` stands
/// the name by which a handler asks for the proof.
macro_rules! doors {
    ($(
        $(#[$doc:meta])*
        $name:ident($proof:ty $(as $get:ident)?) =
            |$visit:pat_param, $request:pat_param| $passes:expr;
    )+) => {$(
        $(#[$doc])*
        pub struct $name(Visit, $proof);

        $(impl $name {
            /// Who came in.
            pub fn $get(&self) -> &$proof {
                &self.1
            }
        })?

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
                    let ($visit, $request) = (&visit, &request);
                    let passes: Result<$proof, Fault> = $passes;
                    passes.map(|proof| Self(visit, proof))
                })
            }
        }
    )+};
}

doors! {
    /// Whoever asks, signed in or not.
    Anyone(()) = |_, _| Ok(());

    /// Whoever is signed in, also while they still have to set up a second step: for the
    /// pages on which they do so, what these ask first, and the way out.
    Arriving(Actor as actor) = |visit, _| visit.actor.clone().ok_or(Fault::SignInFirst);

    /// Whoever is signed in, with a second step where one is asked of them: so is everybody
    /// behind the doors that follow.
    SignedIn(Actor as actor) = |visit, _| who(visit, |_| true, "denied-signed-in");

    /// People who act for organisations; and admins at the one application that they
    /// filed for an organisation which wrote or called. At any other, whether it
    /// exists or not, an admin finds this door shut.
    Applicant(Actor as actor) = |visit, request| applicant(visit, request).await;

    /// People who review.
    Reviewer(Actor as actor) =
        |visit, _| who(visit, |one| one.is(Role::Reviewer), "denied-reviewer");

    /// People who run rounds and decide.
    Admin(Actor as actor) =
        |visit, _| who(visit, |one| one.is(Role::Admin), "denied-admin");

    /// Admins and auditors: for pages that only show.
    Staff(Actor as actor) = |visit, _| who(visit, Actor::is_staff, "denied-staff");

    /// A program that reads with a key (`Authorization: Bearer …`): what it may read,
    /// and how far it reaches. A session opens nothing here, and a key nothing elsewhere.
    Program(access_token::Program as program) =
        |visit, request| program(visit, request).await;
}

/// Any of the doors, for whoever showed not long ago that it is them: before what would
/// do most harm at a browser that somebody left open. At most so many minutes ago, and no
/// more than the settings say.
pub struct Fresh<A, const AT_MOST: i64 = { i64::MAX }>(A);

/// The same, before what nobody can undo, or what opens longer than a browser does.
pub type JustNow<A> = Fresh<A, JUST_NOW>;

/// For how many minutes somebody showed just now that it is them: as long as one reads
/// what is about to be done.
pub const JUST_NOW: i64 = 5;

impl<A, const AT_MOST: i64> Deref for Fresh<A, AT_MOST> {
    type Target = A;
    fn deref(&self) -> &A {
        &self.0
    }
}

impl<A: Access + Deref<Target = Visit> + 'static, const AT_MOST: i64> Access for Fresh<A, AT_MOST> {
    const LABEL: AccessLabel = A::LABEL;
    const PROOF: Option<i64> = Some(AT_MOST);
}

impl<A: Access + Deref<Target = Visit> + 'static, const AT_MOST: i64> FromRequest
    for Fresh<A, AT_MOST>
{
    type Error = Fault;
    type Future = LocalBoxFuture<'static, Result<Self, Fault>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            // Doors read nothing of the body; it is kept where a proof is asked for.
            let door = A::from_request(&request, &mut Payload::None).await?;
            match door.is_proved(AT_MOST) {
                true => Ok(Self(door)),
                false => Err(Fault::ProofFirst),
            }
        })
    }
}

/// The signed-in person, if nothing is asked of them first.
fn settled(visit: &Visit) -> Result<Actor, Fault> {
    let actor = visit.actor.clone().ok_or(Fault::SignInFirst)?;
    match visit.owes_factor {
        true => Err(Fault::SecondStepFirst),
        false => Ok(actor),
    }
}

/// The signed-in person, if such people pass; else the message that tells who does.
fn who(visit: &Visit, passes: fn(&Actor) -> bool, denied: &'static str) -> Result<Actor, Fault> {
    let actor = settled(visit)?;
    match passes(&actor) {
        true => Ok(actor),
        false => Err(Fault::Denied(denied)),
    }
}

async fn applicant(visit: &Visit, request: &HttpRequest) -> Result<Actor, Fault> {
    let actor = settled(visit)?;
    if actor.is(Role::Applicant) || has_filed(visit, &actor, request).await? {
        Ok(actor)
    } else {
        Err(Fault::Denied("denied-applicant"))
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

async fn program(visit: &Visit, request: &HttpRequest) -> Result<access_token::Program, Fault> {
    let hash = secret_hash(key(request).ok_or(Fault::KeyFirst)?);
    let found = visit.read(move |reader| tokens::by_hash(reader, &hash));
    let token = found.await?.ok_or(Fault::KeyFirst)?;
    access_token::Program::of(&token, visit.now()).ok_or(Fault::KeyFirst)
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
