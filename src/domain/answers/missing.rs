//! What an application still lacks, section by section.

use super::parse::fits;
use super::{Answer, Answers, Row};
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

/// How far a section is.
pub fn section_state(section: &Section, answers: &Answers) -> SectionState {
    let answered = |question: &Question| answers.get(&question.code).is_some();
    if !section.questions.iter().any(answered) {
        SectionState::NotStarted
    } else if gaps(section, answers).is_empty() {
        SectionState::Complete
    } else {
        SectionState::Incomplete
    }
}

/// Codes of the required questions of a section that have no answer.
pub fn missing<'a>(section: &'a Section, answers: &Answers) -> Vec<&'a str> {
    let unanswered = |q: &&Question| q.required && answers.get(&q.code).is_none();
    let questions = section.questions.iter().filter(unanswered);
    questions.map(|question| question.code.as_str()).collect()
}

/// Everything in a section that keeps it from being sent: required questions
/// without an answer, required cells that rows lack (at `code.N.column`, N as in
/// [`Answers::posted`]), and answers over their limit.
pub fn gaps(section: &Section, answers: &Answers) -> Problems {
    let mut problems = Problems::default();
    for question in &section.questions {
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
