//! What an application still lacks, section by section.

use super::parse::fits;
use super::{Answer, Answers, Hidden, Row};
use crate::domain::form::{Question, Section};
use crate::domain::{Message, Problems};

/// How far a section is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SectionState {
    /// Nothing is answered.
    NotStarted,
    /// Something keeps it from being sent.
    Incomplete,
    Complete,
}

/// How far a section is. One that asks nothing is complete.
pub fn section_state(section: &Section, answers: &Answers, hidden: &Hidden) -> SectionState {
    let mut asked = hidden.asked(&section.questions).peekable();
    let asks = asked.peek().is_some();
    if asks && !asked.any(|question| answers.get(&question.code).is_some()) {
        SectionState::NotStarted
    } else if gaps(section, answers, hidden).is_empty() {
        SectionState::Complete
    } else {
        SectionState::Incomplete
    }
}

/// Everything in a section that keeps it from being sent: asked and required questions
/// without an answer, required cells that rows lack (at `code.N.column`, N as in
/// [`Answers::posted`]), and answers over their limit.
pub fn gaps(section: &Section, answers: &Answers, hidden: &Hidden) -> Problems {
    let mut problems = Problems::default();
    for question in hidden.asked(&section.questions) {
        check(
            &mut problems,
            question,
            &question.code,
            answers.get(&question.code),
        );
    }
    problems
}

fn check(problems: &mut Problems, question: &Question, name: &str, answer: Option<&Answer>) {
    match answer {
        None if question.required => problems.add(name, Message::new("error-required")),
        None => (),
        Some(answer) => {
            problems.take(name, fits(&question.kind, answer));
            if let Answer::Rows(rows) = answer {
                check_rows(problems, question, name, rows);
            }
        }
    }
}

fn check_rows(problems: &mut Problems, question: &Question, name: &str, rows: &[Row]) {
    for (number, row) in rows.iter().enumerate() {
        for column in question.columns() {
            let field = format!("{name}.{number}.{}", column.code);
            check(problems, column, &field, row.get(&column.code));
        }
    }
}
