//! The engagement log of an organisation: that somebody visited, called, met or wrote,
//! and how words of it become evidence about an application. Knows neither who writes
//! nor who reads.

use super::moment::Day;
use super::numerals::{many_lines, one_line};
use super::{FileId, Message, Problems};

/// Most characters of the notes.
pub const NOTES_MOST: usize = 5000;
/// Most characters of a line: the place, and the people of each side.
pub const LINE_MOST: usize = 300;
/// Most files that an entry points at.
pub const FILES_MOST: usize = 20;
/// Most files of its own that an entry holds.
pub const UPLOADS_MOST: u32 = 20;

/// What kind of contact it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EngagementKind {
    Visit,
    Call,
    Convening,
    Letter,
}

impl EngagementKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Visit, Self::Call, Self::Convening, Self::Letter];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Visit => "visit",
            Self::Call => "call",
            Self::Convening => "convening",
            Self::Letter => "letter",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// For whom words are quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Whoever runs the programme.
    Staff,
    /// The reviewers of the application as well.
    Reviewers,
}

impl Audience {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Staff, Self::Reviewers];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Staff => "staff",
            Self::Reviewers => "reviewers",
        }
    }

    /// The audience of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// An entry as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TypedEntry {
    pub kind: String,
    pub day: String,
    pub place: String,
    pub theirs: String,
    pub ours: String,
    pub notes: String,
    /// Ids of files.
    pub files: Vec<String>,
    /// Of a correction: why.
    pub reason: String,
    /// Of a correction: not empty when the whole entry is a mistake.
    pub mistaken: String,
    /// Made with the page: a second press adds nothing.
    pub press: String,
}

/// What an entry says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub kind: EngagementKind,
    pub day: Day,
    pub place: String,
    /// Who took part on the organisation's side.
    pub theirs: String,
    /// Who took part on the programme's.
    pub ours: String,
    pub notes: String,
    pub files: Vec<FileId>,
}

/// A correction: what the entry says from now on, why, and whether it is a mistake as
/// a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    pub entry: Entry,
    pub reason: String,
    pub mistaken: bool,
}

/// Reads an entry that points at none but the offered files. What has not happened
/// yet is no engagement.
pub fn read_entry(typed: &TypedEntry, today: Day, offered: &[FileId]) -> Result<Entry, Problems> {
    let mut problems = Problems::default();
    let choice = || Message::new("error-choice");
    let kind = EngagementKind::from_code(&typed.kind).ok_or_else(choice);
    let kind = problems.take("kind", kind);
    let day = problems.take("day", past_day(&typed.day, today));
    let place = line(&mut problems, "place", &typed.place);
    let theirs = line(&mut problems, "theirs", &typed.theirs);
    let ours = line(&mut problems, "ours", &typed.ours);
    let notes = text(&typed.notes, NOTES_MOST);
    let notes = problems.take("notes", notes.and_then(filled));
    let files = problems.take("files", read_files(&typed.files, offered));
    match (kind, day, notes, files) {
        (Some(kind), Some(day), Some(notes), Some(files)) if problems.is_empty() => Ok(Entry {
            kind,
            day,
            place,
            theirs,
            ours,
            notes,
            files,
        }),
        _ => Err(problems),
    }
}

/// Reads a correction, which needs a reason.
pub fn read_correction(
    typed: &TypedEntry,
    today: Day,
    offered: &[FileId],
) -> Result<Correction, Problems> {
    let entry = read_entry(typed, today, offered);
    let (mut problems, entry) = match entry {
        Ok(entry) => (Problems::default(), Some(entry)),
        Err(problems) => (problems, None),
    };
    let reason = text(&typed.reason, LINE_MOST).and_then(filled);
    match (problems.take("reason", reason), entry) {
        (Some(reason), Some(entry)) => Ok(Correction {
            entry,
            reason,
            mistaken: !typed.mistaken.is_empty(),
        }),
        _ => Err(problems),
    }
}

/// Reads a day that is not ahead.
pub fn past_day(typed: &str, today: Day) -> Result<Day, Message> {
    if typed.trim().is_empty() {
        return Err(Message::new("error-required"));
    }
    match Day::parse(typed)? {
        day if day > today => Err(Message::new("error-filing-day")),
        day => Ok(day),
    }
}

fn line(problems: &mut Problems, field: &str, typed: &str) -> String {
    let line = limited(one_line(typed), LINE_MOST);
    problems.take(field, line).unwrap_or_default()
}

fn text(typed: &str, most: usize) -> Result<String, Message> {
    limited(many_lines(typed), most)
}

fn limited(text: String, most: usize) -> Result<String, Message> {
    if text.chars().count() > most {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        return Err(Message::new("error-too-long").with("most", most));
    }
    Ok(text)
}

fn filled(text: String) -> Result<String, Message> {
    match text.is_empty() {
        true => Err(Message::new("error-required")),
        false => Ok(text),
    }
}

fn read_files(typed: &[String], offered: &[FileId]) -> Result<Vec<FileId>, Message> {
    let mut files: Vec<FileId> = Vec::new();
    for id in typed {
        let id = FileId::parse(id).ok().filter(|id| offered.contains(id));
        match id {
            Some(id) if files.contains(&id) => {}
            Some(id) if files.len() < FILES_MOST => files.push(id),
            _ => return Err(Message::new("error-choice")),
        }
    }
    Ok(files)
}

/// A quotation as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TypedQuote {
    /// Id of the application that it speaks to.
    pub application: String,
    pub audience: String,
    /// Code of a criterion; empty for the whole application.
    pub criterion: String,
    pub words: String,
    /// Made with the page: a second press adds nothing.
    pub press: String,
}

/// Words of an entry as evidence about an application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    pub audience: Audience,
    pub criterion: String,
    pub words: String,
}

/// Reads a quotation: its words stand in the notes, in one piece. How lines break
/// makes no difference.
pub fn read_quote(typed: &TypedQuote, notes: &str, criteria: &[String]) -> Result<Quote, Problems> {
    let mut problems = Problems::default();
    let choice = || Message::new("error-choice");
    let audience = Audience::from_code(&typed.audience).ok_or_else(choice);
    let audience = problems.take("audience", audience);
    let known = typed.criterion.is_empty() || criteria.contains(&typed.criterion);
    if !known {
        problems.add("criterion", choice());
    }
    let words = text(&typed.words, NOTES_MOST).and_then(filled);
    let words = words.and_then(|words| match one_line(notes).contains(&one_line(&words)) {
        true => Ok(words),
        false => Err(Message::new("error-quote-words")),
    });
    let words = problems.take("words", words);
    match (audience, words) {
        (Some(audience), Some(words)) if problems.is_empty() => Ok(Quote {
            audience,
            criterion: typed.criterion.clone(),
            words,
        }),
        _ => Err(problems),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn typed() -> TypedEntry {
        TypedEntry {
            kind: "visit".to_owned(),
            day: "2026-10-01".to_owned(),
            notes: "They keep\r\nreceipts.".to_owned(),
            ..TypedEntry::default()
        }
    }

    #[test]
    fn an_entry_has_a_kind_a_day_that_was_and_notes() {
        let today = day("2026-10-01");
        let entry = read_entry(&typed(), today, &[]).unwrap();
        assert_eq!(entry.kind, EngagementKind::Visit);
        assert_eq!(entry.notes, "They keep\nreceipts.");
        let ahead = read_entry(&typed(), day("2026-09-30"), &[]).unwrap_err();
        assert_eq!(ahead.of("day").unwrap().key, "error-filing-day");
        let empty = read_entry(&TypedEntry::default(), today, &[]).unwrap_err();
        let fields: Vec<&str> = empty.0.iter().map(|one| one.field.as_str()).collect();
        assert_eq!(fields, ["kind", "day", "notes"]);
        let long = TypedEntry {
            place: "x".repeat(LINE_MOST + 1),
            ..typed()
        };
        let long = read_entry(&long, today, &[]).unwrap_err();
        assert_eq!(long.of("place").unwrap().key, "error-too-long");
    }

    #[test]
    fn only_offered_files_are_pointed_at() {
        let id = |n: u32| FileId::parse(&format!("00000000-0000-7000-8000-{n:012}")).unwrap();
        let with = |files: &[u32]| TypedEntry {
            files: files.iter().map(|n| id(*n).to_string()).collect(),
            ..typed()
        };
        let today = day("2026-11-01");
        let read = |files: &[u32]| read_entry(&with(files), today, &[id(1), id(2)]);
        assert_eq!(read(&[2, 2, 1]).unwrap().files, [id(2), id(1)]);
        assert_eq!(
            read(&[3]).unwrap_err().of("files").unwrap().key,
            "error-choice"
        );
    }

    #[test]
    fn a_correction_says_why() {
        let today = day("2026-11-01");
        let silent = read_correction(&typed(), today, &[]).unwrap_err();
        assert_eq!(silent.of("reason").unwrap().key, "error-required");
        let told = TypedEntry {
            reason: "Wrong day.".to_owned(),
            ..typed()
        };
        let read = read_correction(&told, today, &[]).unwrap();
        assert_eq!((read.reason.as_str(), read.mistaken), ("Wrong day.", false));
        let both = read_correction(&TypedEntry::default(), today, &[]).unwrap_err();
        assert!(both.of("reason").is_some() && both.of("notes").is_some());
    }

    #[test]
    fn a_quotation_stands_in_the_notes() {
        let criteria = ["admin".to_owned()];
        let read = |words: &str, criterion: &str| {
            let typed = TypedQuote {
                audience: "reviewers".to_owned(),
                criterion: criterion.to_owned(),
                words: words.to_owned(),
                ..TypedQuote::default()
            };
            read_quote(&typed, "They keep\nreceipts for all.", &criteria)
        };
        let quote = read("keep receipts", "admin").unwrap();
        assert_eq!(quote.audience, Audience::Reviewers);
        assert_eq!(quote.words, "keep receipts");
        let made_up = read("keep no receipts", "").unwrap_err();
        assert_eq!(made_up.of("words").unwrap().key, "error-quote-words");
        let both = read("", "legal").unwrap_err();
        assert_eq!(both.of("words").unwrap().key, "error-required");
        assert_eq!(both.of("criterion").unwrap().key, "error-choice");
    }
}
