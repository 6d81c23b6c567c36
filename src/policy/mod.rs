//! Who may do what, and why not. Pure: asked by actions inside their
//! transaction and by templates that show or hide a button. Capabilities are
//! minted here and nowhere else.

pub mod account;
mod actor;
pub mod application;
pub mod assignment;
pub mod check;
pub mod clarification;
pub mod conflict;
pub mod decision;
pub mod discussion;
pub mod engagement;
pub mod filing;
pub mod form;
mod hindrance;
pub mod ledger;
pub mod meeting;
pub mod member;
pub mod organisation;
pub mod pressure;
mod reach;
pub mod reminder;
pub mod review;
pub mod reviewer;
pub mod round;
pub mod rubric;
pub mod sponsorship;
pub mod thread;

pub use actor::Actor;
pub use hindrance::Hindrance;
pub use reach::{Reach, Within};
