//! Who may do what, and why not. Pure: asked by actions inside their
//! transaction and by templates that show or hide a button. Capabilities are
//! minted here and nowhere else.

pub mod access_token;
pub mod account;
mod actor;
pub mod appeal;
pub mod application;
pub mod assignment;
pub mod award;
pub mod board;
pub mod clarification;
pub mod code_name;
pub mod conflict;
pub mod decision;
pub mod discussion;
pub mod due_diligence;
pub mod engagement;
pub mod erasure_request;
pub mod filing;
pub mod form;
mod hindrance;
pub mod hold;
pub mod ledger;
pub mod legal_status;
pub mod letter;
pub mod list_screening;
pub mod meeting;
pub mod member;
pub mod organisation;
pub mod pressure;
pub mod publication;
pub mod purge;
pub mod quorum;
mod reach;
pub mod referee;
pub mod reminder;
pub mod reserve;
pub mod retention;
pub mod review;
pub mod reviewer;
pub mod round;
pub mod rubric;
pub mod sponsorship;
pub mod thread;
pub mod turnaround;

#[cfg(test)]
mod trial;

pub use actor::Actor;
pub use hindrance::Hindrance;
pub use reach::{Reach, Within};
