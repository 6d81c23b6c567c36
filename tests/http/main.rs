//! Stories told through the real program over HTTP, on SQLite or, when
//! `EVENHAND_TEST_DATABASE` names a PostgreSQL, there.

mod support;

mod access;
mod account;
mod conflict;
mod decision;
mod deliberation;
mod export;
mod frame;
mod hostile;
mod review;
mod schema;
