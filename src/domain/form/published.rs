//! What is public of a programme's forms: answers are kept by the codes that
//! stand there, so these codes keep their meaning.

use std::collections::{BTreeMap, BTreeSet};

use super::{Form, Spot};

/// The codes of all published versions of a form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Published {
    sections: BTreeSet<String>,
    /// Kinds of a question, or of a column as `rows.column`.
    questions: BTreeMap<String, BTreeSet<&'static str>>,
    /// Codes of options, behind the same names.
    options: BTreeSet<(String, String)>,
}

impl Published {
    /// Of these versions.
    pub fn of<'a>(versions: impl IntoIterator<Item = &'a Form>) -> Self {
        let mut published = Self::default();
        for form in versions {
            let codes = form.sections.iter().map(|section| section.code.clone());
            published.sections.extend(codes);
            for question in form.questions() {
                published.note(question.code.clone(), question);
                for column in question.columns() {
                    published.note(format!("{}.{}", question.code, column.code), column);
                }
            }
        }
        published
    }

    fn note(&mut self, name: String, question: &super::Question) {
        let kinds = self.questions.entry(name.clone()).or_default();
        kinds.insert(question.kind.code());
        let codes = question.options().iter().map(|option| option.code.clone());
        self.options.extend(codes.map(|code| (name.clone(), code)));
    }

    /// Whether the part of a place is public under its code. The quiz never is:
    /// nothing is kept of its answers.
    pub fn has(&self, spot: &Spot) -> bool {
        match spot {
            Spot::Quiz(_) => false,
            Spot::Section(code) => self.sections.contains(code),
            Spot::Question(..) | Spot::Column(..) => self.questions.contains_key(&name(spot)),
        }
    }

    /// Whether an option of the question of a place is public under its code.
    pub fn has_option(&self, spot: &Spot, code: &str) -> bool {
        self.options.contains(&(name(spot), code.to_owned()))
    }
}

fn name(spot: &Spot) -> String {
    match spot {
        Spot::Column(_, rows, code) => format!("{rows}.{code}"),
        other => other.code().to_owned(),
    }
}
