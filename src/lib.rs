//! Evenhand: grantmaking application tracking. The rings, from the inside out:
//! `domain` (rules), `policy` (who may), `store` (what is kept), `exchange`
//! (formats), `actions` (one transaction each), `web` (pages), `cli` (commands).

pub mod actions;
pub mod domain;
pub mod exchange;
pub mod store;
