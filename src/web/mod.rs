//! Pages over HTTP: extractors decide who, forms what was typed, actions do,
//! page structs and templates show. Knows every ring but diesel.

mod access;
mod app;
mod assets;
mod chrome;
mod cookies;
mod draft_file;
mod errors;
mod forms;
mod guard;
mod kept;
mod registrar;
mod routes;
mod site;
pub mod ui;
mod url;
mod visit;
mod words;

mod account;
mod application;
mod assignment;
mod audit;
mod clarification;
mod conflict;
mod decision;
mod discussion;
mod dossier;
mod engagement;
mod export;
mod files;
mod filing;
mod form_editor;
mod ledger;
mod meeting;
mod membership;
mod offline;
mod ops;
mod organisation;
mod overlap;
mod pressure;
mod programme;
mod ranking;
mod record;
mod review;
mod reviewing;
mod round;
mod rubric_editor;
mod screening;
mod sponsorship;
mod thread;

pub use app::{Server, bind};
pub use errors::Fault;
pub use registrar::{AccessLabel, RouteRecord, recorded_routes};
pub use site::Site;
