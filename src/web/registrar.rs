//! Routes are added only here. A handler whose first argument is no access
//! extractor does not compile; every route is recorded with its door, so that a
//! test can call each as each role.

use std::collections::BTreeMap;

use actix_web::web::{self, ServiceConfig};
use actix_web::{FromRequest, Handler, Resource, Responder};

use super::access::Access;
use super::routes;

/// Who may pass a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AccessLabel {
    Anyone,
    SignedIn,
    Applicant,
    Reviewer,
    Admin,
    Staff,
}

/// A route as it was registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteRecord {
    pub method: &'static str,
    pub path: &'static str,
    pub access: AccessLabel,
}

/// Arguments of a handler that begin with an access extractor.
pub trait Guarded {
    const LABEL: AccessLabel;
}

macro_rules! guarded {
    ($($rest:ident)*) => {
        impl<A: Access, $($rest),*> Guarded for (A, $($rest,)*) {
            const LABEL: AccessLabel = A::LABEL;
        }
    };
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
        Args: FromRequest + Guarded + 'static,
        F::Output: Responder + 'static,
    {
        self.add("GET", path, Args::LABEL, |resource| resource.get(handler));
    }

    /// A change.
    pub fn post<F, Args>(&mut self, path: &'static str, handler: F)
    where
        F: Handler<Args>,
        Args: FromRequest + Guarded + 'static,
        F::Output: Responder + 'static,
    {
        self.add("POST", path, Args::LABEL, |resource| resource.post(handler));
    }

    fn add(
        &mut self,
        method: &'static str,
        path: &'static str,
        access: AccessLabel,
        route: impl FnOnce(RouteOf) -> Resource,
    ) {
        self.records.push(RouteRecord {
            method,
            path,
            access,
        });
        let resource = self
            .resources
            .remove(path)
            .unwrap_or_else(|| web::resource(path));
        self.resources.insert(path, route(RouteOf(resource)));
    }

    /// Hands the routes to the server.
    pub fn serve(self, config: &mut ServiceConfig) {
        // actix takes the first match: paths with fewer placeholders come first.
        let mut resources: Vec<_> = self.resources.into_iter().collect();
        resources.sort_by_key(|(path, _)| path.matches('{').count());
        for (_, resource) in resources {
            config.service(resource);
        }
    }
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
