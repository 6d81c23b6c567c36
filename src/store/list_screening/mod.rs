//! List screening: versions of watch lists, which of them count, runs, hits and answers.
//! Whether an organisation is within reach is the caller's to ask, but for the list over
//! all of them.

mod answer;
mod file;
mod hit;
mod kept;
mod names;
mod open;
mod record_json;
mod rule;
mod run;
mod version;

pub use answer::{
    Acknowledgement, AnswerRow, acknowledge, acknowledgement, acknowledgements, answer, answers,
};
pub use file::{ContentRow, add_files, files, kept_contents};
pub use hit::{
    Evidence, HitRow, Known, find, insert, keep, known, of_organisation, settle, tallies, unsettled,
};
pub use kept::kept_from;
pub use names::{Named, SCREENED, named, organisations, programmes};
pub use open::{OpenHit, count_open, open};
pub use rule::{RuleRow, add_rule, history, rules, set_sources, setting, sources};
pub use run::{Run, RunRow, insert_run, latest, latest_of};
pub use version::{VersionRow, in_force, insert_version, present, records, versions, versions_of};
