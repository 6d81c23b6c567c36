//! The audit log in files: its events as `export-all` writes them, and the heads that were
//! written down of it, a JSON line each.

use std::io;

use serde::{Deserialize, Serialize};

/// An event of `tables/audit_events.jsonl`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventLine {
    pub seq: i64,
    /// Microseconds since the epoch.
    pub at: i64,
    pub actor_id: Option<String>,
    pub action: String,
    pub object_kind: String,
    pub object_id: String,
    pub before_state: String,
    pub after_state: String,
    pub request_id: String,
    pub previous_hash: String,
    pub hash: String,
}

/// What was the last event of the log when it was written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeadLine {
    /// `2026-11-30`, in the zone of the installation.
    pub day: String,
    pub seq: i64,
    pub hash: String,
}

/// Reads a line; the error is one of damage.
pub fn read<'a, T: Deserialize<'a>>(line: &'a str) -> io::Result<T> {
    serde_json::from_str(line).map_err(|_| io::ErrorKind::InvalidData.into())
}

/// Writes a line, with its end.
pub fn write(line: &HeadLine) -> io::Result<String> {
    let mut text = serde_json::to_string(line)?;
    text.push('\n');
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_a_line() {
        let head = HeadLine {
            day: "2026-11-30".to_owned(),
            seq: 7,
            hash: "ab".to_owned(),
        };
        let text = write(&head).unwrap();
        assert_eq!(text, "{\"day\":\"2026-11-30\",\"seq\":7,\"hash\":\"ab\"}\n");
        assert_eq!(read::<HeadLine>(text.trim_end()).unwrap(), head);
        assert!(read::<HeadLine>(&text[..9]).is_err());
        assert!(read::<EventLine>(text.trim_end()).is_err());
    }
}
