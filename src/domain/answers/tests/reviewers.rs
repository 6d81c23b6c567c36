//! What reviewers see of answers, held against the form that they see.

use proptest::prelude::*;

use super::*;
use crate::domain::form::generated;

/// Questions that a form has here at most.
const MOST: usize = 20;

/// A cell in each column whose bit is drawn, and one that no column asks for.
fn row(columns: &[Question], draw: u8) -> Row {
    let codes = columns.iter().map(|column| column.code.clone());
    let codes = codes.chain(["former".to_owned()]).enumerate();
    let drawn = codes.filter(|(at, _)| draw >> at & 1 == 1);
    drawn
        .map(|(_, code)| (code.clone(), Answer::Text(code)))
        .collect()
}

/// An answer that fits the question, or none.
fn answer(question: &Question, draw: u8) -> Option<Answer> {
    let option = || {
        let options = question.options();
        options[usize::from(draw) % options.len()].code.clone()
    };
    let answer = match &question.kind {
        Kind::YesNo => Answer::YesNo(draw >= 100),
        Kind::Declaration => Answer::Declared,
        Kind::Choice(_) => Answer::Choice(option()),
        Kind::Choices(_) => Answer::Choices(vec![option()]),
        Kind::Rows { columns, .. } => {
            let rows = [row(columns, draw), row(columns, draw / 16)];
            Answer::Rows(rows.into_iter().filter(|row| !row.is_empty()).collect())
        }
        _ => Answer::Text(question.code.clone()),
    };
    (draw >= 40).then_some(answer)
}

/// Answers to a form, and one to a question that it does not ask.
fn answers(form: &Form, draws: &[u8]) -> Answers {
    let each = form.questions().zip(draws);
    let pair = |(question, draw): (&Question, &u8)| {
        let answer = answer(question, *draw)?;
        Some((question.code.clone(), answer))
    };
    let former = ("former".to_owned(), Answer::Declared);
    Answers(each.filter_map(pair).chain([former]).collect())
}

/// The answers that have a place in the form as reviewers see it.
fn cut(form: &Form, answers: &Answers) -> Answers {
    let seen = asked_form(form, answers).for_reviewers();
    let mut cut = answers.clone();
    cut.0.retain(|code, answer| {
        let Some(question) = seen.question(code) else {
            return false;
        };
        let Answer::Rows(rows) = answer else {
            return true;
        };
        let columns = question.columns();
        for row in &mut *rows {
            row.retain(|code, _| columns.iter().any(|column| column.code == *code));
        }
        rows.retain(|row| !row.is_empty());
        !rows.is_empty()
    });
    cut
}

proptest! {
    #[test]
    fn reviewers_see_the_answers_that_their_form_has_a_place_for(
        form in generated::form(), draws in prop::collection::vec(any::<u8>(), MOST),
    ) {
        let answers = answers(&form, &draws);
        prop_assert_eq!(for_reviewers(&form, &answers), cut(&form, &answers));
    }
}
