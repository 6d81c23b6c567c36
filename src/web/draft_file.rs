//! What the editors of a programme's form and rubric share: the state of a draft that
//! a page was made of, and a TOML file that somebody brings. Knows neither format.

use serde::Deserialize;

use super::errors::Fault;
use super::files::posted::{FileForm, next_file};
use crate::actions::{form_draft, rubric_draft};
use crate::domain::{Message, Problems};
use crate::exchange::TomlProblem;
use crate::i18n::Locale;

/// Largest file that is read.
const MOST_BYTES: usize = 1 << 20;
/// Mistakes of a file that are told one by one.
const MOST_TOLD: usize = 20;

/// Version of what is published and of the draft, as pages carry them.
#[derive(Deserialize, Default, Clone, Copy)]
#[serde(default)]
pub struct Seen {
    pub base: i32,
    pub over: i32,
}

impl Seen {
    /// As actions ask for it.
    pub fn pair(self) -> (i32, i32) {
        (self.base, self.over)
    }
}

impl From<&form_draft::Desk> for Seen {
    fn from(desk: &form_draft::Desk) -> Self {
        Self {
            base: desk.latest.version,
            over: desk.version,
        }
    }
}

impl From<&rubric_draft::Desk> for Seen {
    fn from(desk: &rubric_draft::Desk) -> Self {
        Self {
            base: desk.latest.version,
            over: desk.version,
        }
    }
}

/// The text of a file that was chosen; nothing when none was, or when it is too large
/// or no text.
pub async fn posted_text(form: FileForm) -> Result<Option<String>, Fault> {
    let FileForm::Files(mut form) = form else {
        return Ok(None);
    };
    let text = match next_file(&mut form).await? {
        Some(mut file) => file.text(MOST_BYTES).await?,
        None => None,
    };
    let text = text.filter(|text| !text.contains('\0'));
    Ok(text.map(|text| unix(&text)))
}

/// Browsers post line breaks in two characters, and some editors begin with a mark.
pub fn unix(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.replace("\r\n", "\n")
}

/// What is wrong with a file, line by line; of a very wrong one, how many more.
pub fn told(t: Locale, found: &[TomlProblem]) -> Problems {
    let mut problems = Problems::default();
    for problem in found.iter().take(MOST_TOLD) {
        problems.add("text", at_line(t, problem));
    }
    if let Some(more) = found.len().checked_sub(MOST_TOLD).filter(|more| *more > 0) {
        let more = i64::try_from(more).unwrap_or(i64::MAX);
        problems.add("text", Message::new("form-file-more").with("n", more));
    }
    problems
}

/// "Line 12: …".
fn at_line(t: Locale, problem: &TomlProblem) -> Message {
    Message::new("form-file-line")
        .with("line", i64::try_from(problem.line).unwrap_or(i64::MAX))
        .with("reason", t.tell(&problem.reason))
}
