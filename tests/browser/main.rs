//! Stories in a real browser: headless Chromium, driven through the chromedriver
//! that `EVENHAND_CHROMEDRIVER` names. `tests/run` starts one; by hand:
//! `chromedriver --port=9515 & EVENHAND_CHROMEDRIVER=http://127.0.0.1:9515 cargo
//! test --features browser-tests --test browser`.

#[path = "../http/support/mod.rs"]
mod support;

mod driver;

// Only its answers and the round are used here; the rest tells stories over HTTP.
#[allow(dead_code)]
#[path = "../http/story.rs"]
mod story;

// Whose round asks for files; the rest of it tells stories over HTTP.
#[allow(dead_code)]
#[path = "../http/files/asking.rs"]
mod asking;

mod account;
mod arranging;
mod dialogue;
mod files;
mod main_job;
mod saving;
