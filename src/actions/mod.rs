//! What can be done: each function is one verb, run in one transaction of the
//! store. Knows no web and no query.

pub mod install;
