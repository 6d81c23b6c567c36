//! Everything that is kept, and the only place that knows diesel. Reads take a
//! [`Reader`], writes a [`Tx`]; both say what they do to which table, never why.

mod address;
mod aside;
mod audit;
pub mod balance;
mod bell;
mod clock;
mod columns;
mod conflict;
mod connection;
mod copy;
mod dialect;
pub mod doctor;
mod door;
mod json;
mod lock;
pub mod lots;
mod migrate;
mod patience;
mod pool;
mod pulse;
mod schema;
mod sealed_texts;
pub mod vault;

pub mod abstention;
pub mod access_token;
pub mod account;
pub mod affiliation;
pub mod allocation;
pub mod answers;
pub mod appeal;
pub mod application;
pub mod assignment;
pub mod attachment;
pub mod award;
pub mod bulk;
pub mod candidate;
pub mod certification;
pub mod clarification;
pub mod conflict_hint;
pub mod conflict_record;
pub mod dashboard;
pub mod decision;
pub mod declaration;
pub mod disbursed;
pub mod discussion;
pub mod due_diligence;
pub mod engagement;
pub mod envelope;
pub mod erasure;
pub mod erasure_request;
pub mod filing;
pub mod form;
pub mod form_draft;
mod form_json;
pub mod hold;
pub mod identity;
pub mod imported;
pub mod incident;
pub mod invitation;
pub mod known_browser;
pub mod ledger;
pub mod legal_status;
pub mod letter;
pub mod link;
pub mod list_screening;
pub mod meeting;
pub mod meeting_absence;
pub mod meeting_item;
pub mod member;
pub mod notice;
pub mod openid;
pub mod organisation;
pub mod outbox;
pub mod overlap;
pub mod own_data;
pub mod own_review;
pub mod passkey;
pub mod phase;
pub mod plan;
pub mod profile;
pub mod programme;
pub mod publication;
pub mod purge;
pub mod queue;
pub mod quorum;
pub mod rate;
pub mod referee;
pub mod release_queue;
pub mod reminder;
mod replica;
pub mod reserve;
pub mod retention;
pub mod review;
pub mod review_version;
pub mod review_words;
pub mod reviewer;
pub mod reviewing;
pub mod round;
pub mod rubric;
pub mod rubric_draft;
pub mod screening;
pub mod sealed_answers;
pub mod sealed_columns;
pub mod sealed_files;
pub mod sealed_mark;
pub mod sealed_words;
pub mod second_factor;
pub mod second_step_loss;
pub mod section;
pub mod session;
pub mod sponsorship;
pub mod spread;
pub mod story;
pub mod submission;
pub mod term;
pub mod thread;
pub mod throttle;
pub mod total;
pub mod touched;
pub mod turnaround;
pub mod upload;
pub mod whole;

#[cfg(test)]
pub(crate) mod trial;

pub use address::DatabaseUrl;
pub use audit::{
    About, AuditEvent, Broken, Flaw, Head, PageAfter, Proof, SeenEvent, actions_after,
    append as audit, at as audit_at, at_by as audit_at_by, end as audit_end, events_of,
    head as audit_head, latest_events, left_at as audit_left_at, of_round as audit_of_round,
    opened_place as opened_audit_place, prove as prove_audit, sealed_place as sealed_audit_place,
    verify as verify_audit, within as audit_within,
};
pub use clock::seconds_apart;
pub use conflict::{StoreError, Taken};
pub use connection::{Database, Reader, Stamp, Tx, Used, Watch, empty_log, mint, settle};
pub use copy::{copy_into, gather};
pub use door::Awaited;
pub use lock::LEAD;
pub use migrate::{
    MigrationState, migrate, migration_state, names_keys, names_later_keys, schema_version,
    standing,
};
pub use pulse::Pulse;
pub use replica::Following;

/// The bound of a list that goes down by id: the last id shown so far, or a
/// text that is greater than every id.
fn before(last: Option<&str>) -> &str {
    last.unwrap_or("g")
}

/// The SHA-256 of bytes in lower-case hexadecimal.
pub(crate) fn sha256(bytes: impl AsRef<[u8]>) -> String {
    use sha2::{Digest, Sha256};
    hex(&Sha256::digest(bytes))
}

/// Lower-case hexadecimal of bytes.
pub(crate) fn hex(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(bytes)
}
