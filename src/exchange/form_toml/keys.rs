//! Which keys belong to a question of which kind, and what is wrong with those of
//! a file. It knows nothing of what a form must be; that is the domain's.

use std::collections::BTreeSet;

use super::{FormToml, QuestionToml};
use crate::domain::message::Value;
use crate::domain::{Message, Problem};

/// Whether a kind can do without a key of its own.
enum Needed {
    Always,
    Perhaps,
}

/// The keys that belong to a kind; `None` when there is no such kind.
fn keys_of(kind: &str) -> Option<&'static [(&'static str, Needed)]> {
    use Needed::{Always, Perhaps};
    Some(match kind {
        "short_text" => &[("max_chars", Always)],
        // One of the two.
        "long_text" => &[("max_words", Perhaps), ("max_chars", Perhaps)],
        "number" => &[("min", Always), ("max", Always)],
        "choice" | "choices" => &[("option", Always)],
        "rows" => &[("max_rows", Always), ("column", Always)],
        "files" => &[("max_files", Always)],
        "money" => &[("round_currency", Perhaps)],
        "date" | "place" | "yes_no" | "declaration" => &[],
        _ => return None,
    })
}

impl QuestionToml {
    /// Every key that the kind needs and that is not there, and every key that is
    /// there and belongs to another kind.
    fn wrong_keys(&self) -> Vec<Message> {
        let Some(needed) = keys_of(&self.kind) else {
            return vec![Message::new("error-form-kind").with("kind", &*self.kind)];
        };
        let wrong = |(key, present)| {
            let known = needed.iter().find(|(needed, _)| *needed == key);
            let wrong = match known {
                None if present => "error-form-key-unused",
                Some((_, Needed::Always)) if !present => "error-form-key-missing",
                _ => return None,
            };
            Some(Message::new(wrong).with("name", key))
        };
        let mut messages: Vec<Message> = self.keys().into_iter().filter_map(wrong).collect();
        if self.kind == "long_text" && self.max_words.is_some() == self.max_chars.is_some() {
            messages.push(Message::new("error-form-key-missing").with("name", "max_words"));
        }
        messages
    }

    fn keys(&self) -> [(&'static str, bool); 9] {
        [
            ("max_chars", self.max_chars.is_some()),
            ("max_words", self.max_words.is_some()),
            ("min", self.min.is_some()),
            ("max", self.max.is_some()),
            ("round_currency", self.round_currency.is_some()),
            ("option", self.option.is_some()),
            ("max_rows", self.max_rows.is_some()),
            ("max_files", self.max_files.is_some()),
            ("column", self.column.is_some()),
        ]
    }
}

/// The questions of a file that have not the keys of their kind.
#[derive(Default)]
pub(super) struct WrongKeys {
    /// What is wrong, with the byte of the question's code.
    pub found: Vec<(usize, Message)>,
    /// Paths of those questions, and their codes.
    paths: BTreeSet<String>,
    codes: BTreeSet<String>,
}

impl WrongKeys {
    /// Looks at every question, columns among them.
    pub fn of(file: &FormToml) -> Self {
        let mut wrong = Self::default();
        for section in &file.section {
            wrong.note(section.code.get_ref(), &section.question);
        }
        wrong
    }

    fn note(&mut self, parent: &str, questions: &[QuestionToml]) {
        for question in questions {
            let code = question.code.get_ref();
            let path = format!("{parent}.{code}");
            self.note(&path, question.column.as_deref().unwrap_or_default());
            let messages = question.wrong_keys();
            if !messages.is_empty() {
                self.paths.insert(path);
                self.codes.insert(code.clone());
            }
            let at = question.code.span().start;
            self.found
                .extend(messages.into_iter().map(|message| (at, message)));
        }
    }

    /// Whether a problem of the form only follows from keys that are wrong: of a
    /// question whose kind could not be made out, or of a condition on one.
    pub fn explain(&self, problem: &Problem) -> bool {
        let message = &problem.message;
        match message.key {
            "error-form-limit" | "error-form-options" | "error-form-empty"
            | "error-form-column" => self.paths.contains(&problem.field),
            "error-form-condition-kind" | "error-form-condition-answer" => {
                message.args.iter().any(|(name, value)| match value {
                    Value::Text(code) => *name == "code" && self.codes.contains(code),
                    _ => false,
                })
            }
            _ => false,
        }
    }
}
