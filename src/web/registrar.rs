//! Routes are added only here. A handler whose first argument is no access
//! extractor does not compile; every route is recorded with its door, so that a
//! test can call each as each role.

use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;

use actix_web::dev::Payload;
use actix_web::http::header::{ALLOW, HeaderValue};
use actix_web::web::{self, ServiceConfig};
use actix_web::{Error, FromRequest, Handler, HttpRequest, HttpResponse, Resource, Responder};
use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;

use super::access::Access;
use super::errors::Fault;
use super::guard::RequestId;
use super::kept;
use super::routes;

/// Who may pass a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AccessLabel {
    Anyone,
    Arriving,
    SignedIn,
    Applicant,
    Reviewer,
    Admin,
    Staff,
    /// A program with a key, no person.
    Program,
}

/// A route as it was registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteRecord {
    pub method: &'static str,
    pub path: &'static str,
    pub access: AccessLabel,
    /// At most how many minutes ago whoever calls it must have shown that it is them, if
    /// the settings don’t say fewer; nothing where that is not asked.
    pub proof: Option<i64>,
}

impl RouteRecord {
    /// A route with what its handler asks for first.
    fn of<Args: Guarded>(method: &'static str, path: &'static str) -> Self {
        Self {
            method,
            path,
            access: Args::LABEL,
            proof: Args::PROOF,
        }
    }
}

/// Arguments of a handler that begin with an access extractor.
pub trait Guarded: Sized {
    const LABEL: AccessLabel;
    const PROOF: Option<i64>;

    /// Extracts one argument after the other: nothing of a request is read, and
    /// nothing about it is answered, before the door has let the person in.
    fn in_order(
        request: HttpRequest,
        payload: Payload,
    ) -> LocalBoxFuture<'static, Result<Self, Error>>;
}

macro_rules! guarded {
    ($($rest:ident)*) => {
        impl<A: Access + 'static, $($rest: FromRequest + 'static),*> Guarded for (A, $($rest,)*) {
            const LABEL: AccessLabel = A::LABEL;
            const PROOF: Option<i64> = A::PROOF;

            fn in_order(
                request: HttpRequest,
                mut payload: Payload,
            ) -> LocalBoxFuture<'static, Result<Self, Error>> {
                Box::pin(async move {
                    let door = A::from_request(&request, &mut payload).await;
                    if let Err(
                        Fault::SignInFirst
                        | Fault::SecondStepFirst
                        | Fault::ProofFirst
                        | Fault::Unavailable,
                    ) = door
                    {
                        kept::keep_body(&request, &mut payload).await;
                    }
                    Ok((
                        door?,
                        $($rest::from_request(&request, &mut payload).await.map_err(Into::into)?,)*
                    ))
                })
            }
        }
    };
}

/// The arguments of a handler, extracted one after the other; actix itself would
/// extract them side by side.
struct InOrder<Args>(Args);

impl<Args: Guarded + 'static> FromRequest for InOrder<Args> {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self, Error>>;
    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let arguments = Args::in_order(request.clone(), payload.take());
        Box::pin(async move { arguments.await.map(Self) })
    }
}

/// Calls a handler; of one that panics people are told as of any other mistake of ours. The
/// words of the panic go nowhere: they can hold what somebody wrote.
async fn caught<F, Args>(handler: F, request: HttpRequest, args: Args) -> Result<F::Output, Fault>
where
    F: Handler<Args>,
{
    let called = AssertUnwindSafe(async move { handler.call(args).await });
    called.catch_unwind().await.map_err(|_| {
        tracing::error!(request = %RequestId::of(&request), "a handler panicked");
        Fault::Lost
    })
}

guarded!();
guarded!(B);
guarded!(B C);
guarded!(B C D);

/// Collects routes; one resource per path, so that a wrong method is a 405.
#[derive(Default)]
pub struct Registrar {
    resources: BTreeMap<&'static str, Resource>,
    records: Vec<RouteRecord>,
}

impl Registrar {
    /// A page.
    pub fn get<F, Args>(&mut self, path: &'static str, handler: F)
    where
        F: Handler<Args>,
        Args: Guarded + 'static,
        F::Output: Responder + 'static,
    {
        self.add(RouteRecord::of::<Args>("GET", path), |resource| {
            resource.get(move |request: HttpRequest, args: InOrder<Args>| {
                caught(handler.clone(), request, args.0)
            })
        });
    }

    /// A change.
    pub fn post<F, Args>(&mut self, path: &'static str, handler: F)
    where
        F: Handler<Args>,
        Args: Guarded + 'static,
        F::Output: Responder + 'static,
    {
        self.add(RouteRecord::of::<Args>("POST", path), |resource| {
            resource.post(move |request: HttpRequest, args: InOrder<Args>| {
                caught(handler.clone(), request, args.0)
            })
        });
    }

    fn add(&mut self, record: RouteRecord, route: impl FnOnce(RouteOf) -> Resource) {
        let path = record.path;
        self.records.push(record);
        let resource = self
            .resources
            .remove(path)
            .unwrap_or_else(|| web::resource(&path[group(path).len()..]));
        self.resources.insert(path, route(RouteOf(resource)));
    }

    /// Hands the routes to the server: those that begin alike as one group, since each path
    /// with a placeholder is an expression that is tried, and there are hundreds.
    pub fn serve(self, config: &mut ServiceConfig) {
        let mut groups: BTreeMap<&str, Vec<(&str, Resource)>> = BTreeMap::new();
        for (path, resource) in self.resources {
            let allowed = allowed(&self.records, path);
            let resource = resource.default_service(web::to(move || wrong_method(allowed)));
            groups
                .entry(group(path))
                .or_default()
                .push((path, resource));
        }
        // actix takes the first match: longer beginnings come before those that they begin with,
        // and in a group paths with fewer placeholders.
        for (begins, mut resources) in groups.into_iter().rev() {
            resources.sort_by_key(|(path, _)| path.matches('{').count());
            let mut scope = web::scope(begins);
            for (_, resource) in resources {
                scope = scope.service(resource);
            }
            config.service(scope);
        }
    }
}

/// What the paths of a group begin with: the first part, and under `/admin`, where most are,
/// the first two. Of a path that begins with a placeholder it is empty.
fn group(path: &str) -> &str {
    let parts = if path.starts_with("/admin/") { 2 } else { 1 };
    let ends = path.match_indices('/').map(|(at, _)| at);
    let end = ends.skip(1).nth(parts - 1).unwrap_or(path.len());
    let begins = &path[..end];
    match begins == "/" || begins.contains('{') {
        true => "",
        false => begins,
    }
}

/// The methods of a path, as the `Allow` header lists them.
fn allowed(records: &[RouteRecord], path: &str) -> &'static str {
    let has = |method| {
        records
            .iter()
            .any(|record| record.path == path && record.method == method)
    };
    match (has("GET"), has("POST")) {
        (true, true) => "GET, HEAD, POST",
        (true, false) => "GET, HEAD",
        (false, _) => "POST",
    }
}

async fn wrong_method(allowed: &'static str) -> HttpResponse {
    let mut answer = HttpResponse::MethodNotAllowed().finish();
    answer
        .headers_mut()
        .insert(ALLOW, HeaderValue::from_static(allowed));
    answer
}

/// A resource that takes one more route; GET routes answer HEAD as well.
struct RouteOf(Resource);

impl RouteOf {
    fn get<F, Args>(self, handler: F) -> Resource
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.0
            .route(web::get().to(handler.clone()))
            .route(web::head().to(handler))
    }

    fn post<F, Args>(self, handler: F) -> Resource
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.0.route(web::post().to(handler))
    }
}

/// Every route of the program with its door.
pub fn recorded_routes() -> Vec<RouteRecord> {
    let mut registrar = Registrar::default();
    routes::all(&mut registrar);
    registrar.records
}
