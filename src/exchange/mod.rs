//! Formats in and out: TOML of forms and rubrics, CSV of decisions and scores, watch lists.
//! Knows neither web nor database.

pub mod audit_log;
pub mod backup;
pub mod common_grants;
pub mod csv_export;
pub mod form_toml;
pub mod ledger_file;
pub mod meanings;
pub mod name_pairs;
pub mod offline_form;
pub mod payment_file;
pub mod pdf;
pub mod programme_toml;
pub mod publication;
pub mod review_file;
pub mod rubric_toml;
pub mod score_report;
pub mod score_table;
pub mod sheet;
pub mod table;
pub mod watch_list;
pub mod whole;

mod toml_file;
mod toml_text;

pub use toml_text::TomlProblem;
