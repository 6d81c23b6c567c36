//! Evenhand: grantmaking application tracking. The rings, from the inside out:
//! `domain` (rules), `policy` (who may), `i18n` (languages), `store` (what is
//! kept), `exchange` (formats), `files` (what people
//! upload), `openid` (a provider at which staff sign in), `actions` (one transaction each), `web` (pages),
//! `cli` (commands). `tests/architecture` enforces who may import whom.

// One step for each table that may stand in a query with others.
#![recursion_limit = "256"]
#![deny(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::todo,
        clippy::dbg_macro
    )
)]

pub mod actions;
pub mod cli;
pub mod clock;
pub mod config;
pub mod domain;
pub mod exchange;
pub mod files;
pub mod i18n;
pub mod mail;
pub mod openid;
pub mod policy;
pub mod store;
pub mod web;
