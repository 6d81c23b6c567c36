//! What people do, one verb at a time: load, ask policy and domain, save, audit,
//! post letters, all in one transaction. Knows neither web nor diesel.

pub mod access_token;
pub mod account;
pub mod affiliation;
pub mod allocate;
pub mod allocation_end;
pub mod allocation_file;
mod allocation_hints;
pub mod answer_clarification;
pub mod appeal;
pub mod application;
pub mod arrange_meeting;
pub mod assignment;
pub mod attachment;
pub mod audit_log;
pub mod award;
pub mod backup;
pub mod balance;
pub mod board;
pub mod briefing;
pub mod carry;
pub mod certainty;
pub mod certify;
pub mod chair_meeting;
pub mod clarification;
pub mod code_name;
pub mod complete_reviews;
pub mod conflict;
pub mod deadline;
pub mod decide;
pub mod decide_many;
pub mod decision_case;
pub mod decision_letters;
pub mod declare_conflict;
pub mod decline_assignment;
pub mod deviation;
pub mod diligence_ahead;
pub mod disagreement;
pub mod discussion;
pub mod due_diligence;
pub mod engagement;
pub mod engagement_file;
pub mod erasure_request;
pub mod export_round;
pub mod filing;
pub mod first_scores;
pub mod flags;
pub mod form_draft;
pub mod form_version;
pub mod front_scores;
pub mod hold;
pub mod housekeeping;
pub mod import_ledger;
pub mod import_reviews;
pub mod install;
pub mod invitation;
pub mod join_by_link;
pub mod kept_ranking;
pub mod ledger;
pub mod legal_status;
mod letters;
pub mod list_screening;
pub mod lots;
mod meeting_desk;
pub mod meeting_room;
pub mod member;
pub mod moving;
pub mod notices;
pub mod offline;
pub mod openid;
pub mod organisation;
pub mod overlap;
pub mod own_data;
pub mod passkey;
pub mod password;
pub mod people;
pub mod phase;
pub mod plan_meeting;
pub mod pressure;
pub mod programme;
pub mod publication;
pub mod publish;
pub mod purge;
pub mod quorum;
pub mod rank_round;
pub mod rates;
pub mod reading;
pub mod referee;
pub mod reference;
pub mod release_decisions;
pub mod reminders;
pub mod reserve;
pub mod retention;
pub mod reviewer;
pub mod round;
pub mod round_figures;
pub mod rubric_draft;
pub mod rubric_version;
pub mod save_review;
pub mod screening;
pub mod seal;
pub mod second_factor;
pub mod second_step_loss;
pub mod section;
pub mod sign_in;
pub mod sponsorship;
pub mod submission;
pub mod submit_review;
pub mod thread;
pub mod token;
pub mod turnaround;
pub mod upload;
pub mod whole;

use crate::domain::{Message, Problems};
use crate::policy::Hindrance;
use crate::store::StoreError;

/// Why an action was not done. Nothing was changed.
#[derive(Debug)]
pub enum Refusal {
    /// Not there, or out of the person's reach.
    NotFound,
    /// The person may not, and why.
    Denied(Message),
    /// What it was about has changed since, and how.
    Stale(Message),
    /// What was typed is wrong, field by field.
    Invalid(Problems),
    Store(StoreError),
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<Hindrance> for Refusal {
    fn from(hindrance: Hindrance) -> Self {
        match hindrance {
            Hindrance::Absent => Self::NotFound,
            Hindrance::Denied(message) => Self::Denied(message),
            Hindrance::Stale(message) => Self::Stale(message),
        }
    }
}

impl From<Problems> for Refusal {
    fn from(problems: Problems) -> Self {
        Self::Invalid(problems)
    }
}

impl Refusal {
    /// A problem of one field.
    pub fn field(field: &str, message: Message) -> Self {
        Self::Invalid(Problems::one(field, message))
    }
}
