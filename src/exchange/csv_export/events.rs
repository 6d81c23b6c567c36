//! The events of the audit log that are about a round, oldest first. They are
//! numbered in this table alone: numbers of the log would tell of what is left out.

use crate::domain::Moment;
use crate::exchange::sheet::Column;

/// One event.
pub struct Line<'a> {
    /// 1 for the first of the table.
    pub number: u64,
    pub at: Moment,
    /// Empty for the system itself.
    pub actor: &'a str,
    pub action: &'a str,
    /// Kind and id of what it is about.
    pub object: (&'a str, &'a str),
    pub before: &'a str,
    pub after: &'a str,
    pub request: &'a str,
}

const NAMES: [&str; 9] = [
    "number",
    "at",
    "actor",
    "action",
    "object",
    "object_id",
    "before",
    "after",
    "request",
];

/// The columns.
pub fn columns() -> Vec<Column> {
    Column::all(NAMES.map(str::to_owned).to_vec(), |name| name == "number")
}

/// The cells of one event, in the order of [`columns`].
pub fn cells(line: &Line) -> Vec<String> {
    [
        line.number.to_string().as_str(),
        line.at.rfc3339().as_str(),
        line.actor,
        line.action,
        line.object.0,
        line.object.1,
        line.before,
        line.after,
        line.request,
    ]
    .map(str::to_owned)
    .to_vec()
}
