//! What is public of a programme's forms: answers are kept by the codes that
//! stand there, so these codes keep their meaning.

use std::collections::{BTreeMap, BTreeSet};

use super::{Form, Question, Spot};
use crate::domain::{Message, Problems};

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

    fn note(&mut self, name: String, question: &Question) {
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

    /// Everything that keeps a form from being the next version: what
    /// [`Form::check`] finds, and codes that meant another kind of question.
    pub fn check(&self, form: &Form) -> Problems {
        let mut problems = form.check();
        for section in &form.sections {
            for question in &section.questions {
                let path = format!("{}.{}", section.code, question.code);
                if self.clashes(&question.code, question) {
                    problems.add(&path, Message::new("error-form-code-other"));
                }
                for column in question.columns() {
                    if self.clashes(&format!("{}.{}", question.code, column.code), column) {
                        let path = format!("{path}.{}", column.code);
                        problems.add(path, Message::new("error-form-code-other"));
                    }
                }
            }
        }
        problems
    }

    fn clashes(&self, name: &str, question: &Question) -> bool {
        let kinds = self.questions.get(name);
        kinds.is_some_and(|kinds| !kinds.contains(question.kind.code()))
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

#[cfg(test)]
mod tests {
    use super::super::generated::sample;
    use super::super::{Home, Part, QuestionKind};
    use super::*;

    #[test]
    fn a_code_that_comes_back_keeps_its_kind() {
        let published = Published::of([&sample()]);
        assert_eq!(published.check(&sample()).0, []);
        let mut form = sample();
        let spot = Spot::parse("a.name").unwrap();
        let Some(Part::Question(mut question)) = form.remove(&spot) else {
            panic!("a question")
        };
        let again = |form: &Form, question: &Question| {
            let mut form = form.clone();
            form.add(
                &Home::Section("b".to_owned()),
                Part::Question(question.clone()),
            );
            let problems = published.check(&form).0.into_iter();
            let told: Vec<_> = problems
                .map(|p| format!("{} {}", p.field, p.message.key))
                .collect();
            told
        };
        assert_eq!(again(&form, &question), [""; 0]);
        question.kind = QuestionKind::Date;
        assert_eq!(again(&form, &question), ["b.name error-form-code-other"]);
        assert!(published.has(&spot) && !published.has(&Spot::parse("a.b").unwrap()));
        assert!(published.has(&Spot::parse("b.costs.what").unwrap()));
    }
}
