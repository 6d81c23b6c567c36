//! Which questions an application is not asked, because an earlier answer says so.
//! Their answers are kept and not judged: whoever changes the earlier answer back
//! finds them again.

use std::collections::BTreeSet;

use super::{Answer, Answers};
use crate::domain::form::{Condition, Form, NO, Question, Section, YES};

/// Codes of the questions that are not asked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hidden(BTreeSet<String>);

impl Hidden {
    /// Of a form as it was answered. A question that hangs on a hidden one is
    /// hidden too, whatever the hidden one was answered with.
    pub fn of(form: &Form, answers: &Answers) -> Self {
        let mut hidden = Self::default();
        for question in form.questions() {
            if let Some(condition) = &question.shown_if
                && !(hidden.asks(&condition.question) && is_met(condition, answers))
            {
                hidden.0.insert(question.code.clone());
            }
        }
        hidden
    }

    /// Whether the question of a code is asked.
    pub fn asks(&self, code: &str) -> bool {
        !self.0.contains(code)
    }

    /// The questions of a section that its page shows: those that hang on an
    /// answer of the same page are there, because it may change on it.
    pub fn on_page<'a>(&self, section: &'a Section) -> Vec<&'a Question> {
        let here = |code: &str| section.question(code).is_some();
        let mut shown: Vec<&Question> = Vec::new();
        for question in &section.questions {
            let asked = match &question.shown_if {
                Some(condition) if here(&condition.question) => {
                    shown.iter().any(|shown| shown.code == condition.question)
                }
                _ => self.asks(&question.code),
            };
            if asked {
                shown.push(question);
            }
        }
        shown
    }

    /// Those of these questions that are asked.
    pub fn asked<'a>(&self, questions: &'a [Question]) -> impl Iterator<Item = &'a Question> {
        questions
            .iter()
            .filter(|question| self.asks(&question.code))
    }
}

/// The form without the questions that are not asked, the others without their
/// conditions, and without sections that this leaves empty.
#[must_use]
pub fn asked_form(form: &Form, answers: &Answers) -> Form {
    let hidden = Hidden::of(form, answers);
    let mut asked = form.clone();
    for section in &mut asked.sections {
        section
            .questions
            .retain(|question| hidden.asks(&question.code));
        for question in &mut section.questions {
            question.shown_if = None;
        }
    }
    asked
        .sections
        .retain(|section| !section.questions.is_empty());
    asked
}

/// Whether an earlier answer is one of those that ask the question.
fn is_met(condition: &Condition, answers: &Answers) -> bool {
    let wanted = |code: &str| condition.any_of.iter().any(|any| any == code);
    match answers.get(&condition.question) {
        Some(Answer::YesNo(true) | Answer::Declared) => wanted(YES),
        Some(Answer::YesNo(false)) => wanted(NO),
        Some(Answer::Choice(code)) => wanted(code),
        Some(Answer::Choices(codes)) => codes.iter().any(|code| wanted(code)),
        Some(
            Answer::Text(_)
            | Answer::Number(_)
            | Answer::Money(_)
            | Answer::Day(_)
            | Answer::Rows(_)
            | Answer::Place(_)
            | Answer::Files(_),
        )
        | None => false,
    }
}
