//! A meeting as staff type it, and what they note of an application.

use super::Meeting;
use crate::domain::numerals::{many_lines, one_line};
use crate::domain::{Message, Moment, Problems};

/// Most characters of a meeting's title.
pub const TITLE_MOST: usize = 120;
/// Most characters of what was agreed on one application.
pub const NOTE_MOST: usize = 2000;

/// The posted texts of a meeting; names are those of its fields.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MeetingText {
    pub title: String,
    /// Wall clock of the round's zone.
    pub planned_at: String,
}

/// A meeting whose fields are right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingDraft {
    pub title: String,
    pub planned_at: Moment,
}

impl MeetingText {
    /// A meeting as a person would type it.
    pub fn of(meeting: &Meeting, zone: &str) -> Self {
        Self {
            title: meeting.title.clone(),
            planned_at: meeting.planned_at.local_text(zone),
        }
    }

    /// Reads every field; problems carry the posted names.
    pub fn read(&self, zone: &str) -> Result<MeetingDraft, Problems> {
        let mut problems = Problems::default();
        let title = one_line(&self.title);
        if title.is_empty() {
            problems.add("title", Message::new("error-required"));
        } else if let Some(message) = too_long(&title, TITLE_MOST) {
            problems.add("title", message);
        }
        let planned_at = Moment::parse_local(&self.planned_at, zone);
        let planned_at = problems.take("planned_at", planned_at);
        match planned_at {
            Some(planned_at) if problems.is_empty() => Ok(MeetingDraft { title, planned_at }),
            _ => Err(problems),
        }
    }
}

/// What was agreed, in several lines; nothing is a note too.
pub fn read_note(text: &str) -> Result<String, Message> {
    let note = many_lines(text);
    match too_long(&note, NOTE_MOST) {
        Some(message) => Err(message),
        None => Ok(note),
    }
}

fn too_long(text: &str, most: usize) -> Option<Message> {
    let limit = i64::try_from(most).unwrap_or(i64::MAX);
    let message = Message::new("error-too-long").with("most", limit);
    (text.chars().count() > most).then_some(message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meeting_has_a_title_and_a_time() {
        let read = |title: &str, at: &str| {
            let text = MeetingText {
                title: title.to_owned(),
                planned_at: at.to_owned(),
            };
            text.read("UTC").map_err(|problems| {
                let fields = problems.0.into_iter();
                fields.map(|one| (one.field, one.message.key)).collect()
            })
        };
        let fine = read("  First day ", "2026-12-01 10:00").map(|draft| draft.title);
        assert_eq!(fine, Ok("First day".to_owned()));
        let wrong = |field: &str, key| (field.to_owned(), key);
        assert_eq!(
            read(" ", "soon"),
            Err(vec![
                wrong("title", "error-required"),
                wrong("planned_at", "error-date-time"),
            ])
        );
        assert_eq!(
            read(&"x".repeat(121), "2026-12-01 10:00"),
            Err(vec![wrong("title", "error-too-long")])
        );
    }

    #[test]
    fn a_note_may_be_empty_and_not_endless() {
        assert_eq!(read_note(" \n "), Ok(String::new()));
        let long = "ن".repeat(NOTE_MOST);
        assert_eq!(read_note(&long), Ok(long.clone()));
        assert!(read_note(&(long + "x")).is_err());
    }
}
