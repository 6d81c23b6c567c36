//! Stories told through the real program over HTTP, on SQLite or, when
//! `EVENHAND_TEST_DATABASE` names a PostgreSQL, there.

mod story;
mod support;

mod access;
mod account;
mod application;
mod assignment;
mod carrying;
mod conflict;
mod decision;
mod deliberation;
mod export;
mod frame;
mod hostile;
mod money;
mod organisation;
mod review;
mod round;
mod saving;
mod schema;
mod screening;
