//! What every story needs: a running site with a database of its own, people who
//! act through its pages, and the pages they see.
//!
//! ```ignore
//! let site = TestSite::start();
//! let rana = site.applicant("Rana Haddad");         // signed up, confirmed, signed in
//! let ada = site.first_admin("Ada Levi");           // joined by the first admin's link
//! let noor = ada.invites("Noor Khalil", Role::Reviewer);
//! let form = rana.get("/organisations/new");
//! let page = rana.submit(&form, "/organisations", &[("name", "Olive Press")]);
//! assert_eq!(page.notice(), "Saved.");
//! ```
//!
//! People go only through the public HTTP API. When a [`TestSite`] ends, its
//! database must hold every invariant.

#![allow(
    dead_code,
    unused_imports,
    reason = "each test binary uses another part of it"
)]

mod actor;
mod database;
mod device;
mod form;
mod node;
mod page;
pub mod plans;
mod provider;
pub mod queries;
pub mod raw;
mod server;

pub use actor::{PASSWORD, Person, encode};
pub use database::{TestDatabase, check_invariants, on_postgres, option};
pub use device::Device;
pub use form::Form;
pub use node::Node;
pub use page::Page;
pub use provider::Provider;
pub use server::{PUBLIC, START, TestSite};
