//! List screening: names of those who apply against watch lists. A hit is a likeness of
//! names that people answer; nothing here says who somebody is, and nothing rejects.

mod bearer;
mod desk;
mod record;
mod setting;
mod standing;
#[cfg(test)]
mod tests;
mod veil;
mod version;

pub use bearer::{Bearer, Role, bearers_of_answers, merged, name_text, people_of_sponsor};
pub use desk::{Desk, Match};
pub use record::{ListedName, Record};
pub use setting::{
    Jurisdiction, Rule, RuleText, Setting, Sources, THRESHOLD_LEAST, latest_rules, read_rule,
    read_sources,
};
pub use standing::{Basis, Freshness, HitState, Measure, Purpose, Tally, Verdict, read_answer};
pub use veil::Veil;
pub use version::{NewVersion, check_version, is_list_code};
