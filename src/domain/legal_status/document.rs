//! Putting a paper on record: where it was seen, its days, and what was found.

use crate::domain::check::{CheckOutcome, read_note};
use crate::domain::moment::Day;
use crate::domain::{FileId, Message, Problems};

/// Where a paper was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Seen {
    /// The paper itself, or a copy that came outside of the program.
    Paper,
    /// An entry in a public register.
    Register,
    /// A file that came with an application.
    File(FileId),
}

impl Seen {
    /// Posted code.
    pub fn code(self) -> String {
        match self {
            Self::Paper | Self::Register => self.kept().to_owned(),
            Self::File(id) => id.to_string(),
        }
    }

    /// Stored code; the file stands beside it.
    pub fn kept(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Register => "register",
            Self::File(_) => "file",
        }
    }

    /// What a posted code says, among the files that can be pointed at.
    pub fn from_code(code: &str, files: &[FileId]) -> Option<Self> {
        match code {
            "paper" => Some(Self::Paper),
            "register" => Some(Self::Register),
            other => {
                let id = FileId::parse(other).ok()?;
                files.contains(&id).then_some(Self::File(id))
            }
        }
    }
}

/// A paper as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DocumentDraft {
    /// Code of a [`Seen`].
    pub seen: String,
    pub issued_on: String,
    pub expires_on: String,
    /// Code of a [`CheckOutcome`].
    pub outcome: String,
    pub note: String,
}

/// A paper to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDocument {
    pub seen: Seen,
    pub issued_on: Option<Day>,
    pub expires_on: Option<Day>,
    pub outcome: CheckOutcome,
    pub note: String,
}

/// Reads a paper, fields as in [`DocumentDraft`]. Whoever looked says at what, so the
/// note is needed unless the paper has only come.
pub fn read_document(
    draft: &DocumentDraft,
    files: &[FileId],
    today: Day,
) -> Result<NewDocument, Problems> {
    let mut problems = Problems::default();
    let choice = || Message::new("error-choice");
    let seen = Seen::from_code(&draft.seen, files).ok_or_else(choice);
    let seen = problems.take("seen", seen);
    let issued = problems.take("issued_on", read_day(&draft.issued_on));
    let expires = problems.take("expires_on", read_day(&draft.expires_on));
    let outcome = CheckOutcome::from_code(&draft.outcome).ok_or_else(choice);
    let outcome = problems.take("outcome", outcome);
    let looked = outcome.is_none_or(|outcome| outcome != CheckOutcome::Received);
    let note = problems.take("note", read_note(&draft.note, looked));
    if issued.flatten().is_some_and(|day| day > today) {
        problems.add("issued_on", Message::new("error-day-to-come"));
    }
    if let (Some(Some(issued)), Some(Some(expires))) = (issued, expires)
        && expires < issued
    {
        problems.add("expires_on", Message::new("error-expires-before-issue"));
    }
    match (seen, issued, expires, outcome, note) {
        (Some(seen), Some(issued_on), Some(expires_on), Some(outcome), Some(note))
            if problems.is_empty() =>
        {
            Ok(NewDocument {
                seen,
                issued_on,
                expires_on,
                outcome,
                note,
            })
        }
        _ => Err(problems),
    }
}

fn read_day(text: &str) -> Result<Option<Day>, Message> {
    match text.trim() {
        "" => Ok(None),
        text => Day::parse(text).map(Some),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Day {
        Day::parse("2026-11-29").unwrap()
    }

    fn file() -> FileId {
        "00000000-0000-7000-8000-000000000001".parse().unwrap()
    }

    fn draft() -> DocumentDraft {
        DocumentDraft {
            seen: "register".to_owned(),
            issued_on: "1/3/2026".to_owned(),
            expires_on: "2027-02-28".to_owned(),
            outcome: "verified".to_owned(),
            note: " Looked up. ".to_owned(),
        }
    }

    fn told(draft: &DocumentDraft) -> Vec<String> {
        let problems = read_document(draft, &[file()], today()).unwrap_err();
        let told = problems.0.into_iter();
        told.map(|p| format!("{} {}", p.field, p.message.key))
            .collect()
    }

    #[test]
    fn a_paper_is_read_with_its_days() {
        let read = read_document(&draft(), &[], today()).unwrap();
        assert_eq!(read.issued_on.unwrap().iso(), "2026-03-01");
        assert_eq!(read.expires_on.unwrap().iso(), "2027-02-28");
        assert_eq!((read.seen, &*read.note), (Seen::Register, "Looked up."));
        let bare = DocumentDraft {
            seen: file().to_string(),
            outcome: "received".to_owned(),
            ..DocumentDraft::default()
        };
        let read = read_document(&bare, &[file()], today()).unwrap();
        assert_eq!((read.seen, read.expires_on), (Seen::File(file()), None));
    }

    #[test]
    fn what_is_wrong_is_told_field_by_field() {
        let all = DocumentDraft {
            seen: "00000000-0000-7000-8000-000000000002".to_owned(),
            issued_on: "soon".to_owned(),
            expires_on: "2027-02-30".to_owned(),
            ..DocumentDraft::default()
        };
        assert_eq!(
            told(&all),
            [
                "seen error-choice",
                "issued_on error-date",
                "expires_on error-date",
                "outcome error-choice",
                "note error-required",
            ]
        );
        let days = DocumentDraft {
            issued_on: "2026-11-30".to_owned(),
            expires_on: "2026-11-29".to_owned(),
            ..draft()
        };
        assert_eq!(
            told(&days),
            [
                "issued_on error-day-to-come",
                "expires_on error-expires-before-issue",
            ]
        );
    }
}
