//! Stories in a real browser: headless Chromium, driven through the chromedriver
//! that `EVENHAND_CHROMEDRIVER` names. `tests/run` starts one; by hand:
//! `chromedriver --port=9515 & EVENHAND_CHROMEDRIVER=http://127.0.0.1:9515 cargo
//! test --features browser-tests --test browser`.

#[path = "../http/support/mod.rs"]
mod support;

mod driver;
mod kind;

#[path = "../http/story.rs"]
mod story;

#[path = "../http/files/asking.rs"]
mod asking;

#[path = "../http/deliberation.rs"]
#[allow(dead_code, reason = "stories over HTTP need more of it")]
mod deliberation;

#[path = "../http/reviewed.rs"]
mod reviewed;

mod account;
mod arranging;
mod board;
mod counting;
mod dashboard;
mod dialogue;
mod files;
mod long_names;
mod main_job;
mod meeting;
mod passkey;
mod saving;
