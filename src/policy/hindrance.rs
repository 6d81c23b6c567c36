//! Why something may not be done, told apart by what the answer must be.

use crate::domain::Message;

/// A refusal of policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hindrance {
    /// For this person it is not there.
    Absent,
    /// This person may not; another may.
    Denied(Message),
    /// Nobody may, as things stand now.
    Stale(Message),
}
