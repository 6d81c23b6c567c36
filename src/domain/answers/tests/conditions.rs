//! Questions that hang on earlier answers: what is asked, judged, kept.

use proptest::prelude::*;

use super::*;
use crate::domain::form::{Condition, NO, YES};

const EACH: [&str; 6] = ["q0", "q1", "q2", "q3", "q4", "q5"];

/// A yes-or-no question that hangs on another one, if on any.
fn yes_no(at: usize, on: Option<(usize, bool)>) -> Question {
    let condition = on.map(|(earlier, yes)| Condition {
        question: EACH[earlier].to_owned(),
        any_of: vec![if yes { YES } else { NO }.to_owned()],
    });
    Question {
        shown_if: condition,
        ..question(EACH[at], true, Kind::YesNo)
    }
}

/// Six questions, each of which may hang on one before it, over two sections.
fn forms() -> impl Strategy<Value = Form> {
    let links = prop::collection::vec(prop::option::of((0..6_usize, any::<bool>())), 6);
    links.prop_map(|links| {
        let mut questions: Vec<Question> = Vec::new();
        for (at, link) in links.into_iter().enumerate() {
            let link = link
                .filter(|_| at > 0)
                .map(|(on, yes)| (on % at.max(1), yes));
            questions.push(yes_no(at, link));
        }
        let second = questions.split_off(3);
        let section = |code: &str, questions| Section {
            code: code.to_owned(),
            questions,
            ..section()
        };
        let sections = vec![section("first", questions), section("second", second)];
        Form {
            quiz: Vec::new(),
            sections,
        }
    })
}

fn all_answers() -> impl Strategy<Value = Answers> {
    let each = prop::collection::vec(prop::option::of(any::<bool>()), 6);
    each.prop_map(|each| {
        let answered = EACH.iter().zip(each);
        let answered = answered.filter_map(|(code, yes)| Some(((*code).to_owned(), yes?)));
        Answers(
            answered
                .map(|(code, yes)| (code, Answer::YesNo(yes)))
                .collect(),
        )
    })
}

proptest! {
    #[test]
    fn the_conditions_that_are_made_here_are_sound(form in forms()) {
        prop_assert!(form.check().is_empty());
    }

    #[test]
    fn a_question_is_asked_when_the_one_it_hangs_on_is_and_says_so(
        form in forms(), answers in all_answers(),
    ) {
        let hidden = Hidden::of(&form, &answers);
        for question in form.questions() {
            let expected = question.shown_if.as_ref().is_none_or(|condition| {
                let yes = condition.any_of == [YES];
                hidden.asks(&condition.question)
                    && answers.get(&condition.question) == Some(&Answer::YesNo(yes))
            });
            prop_assert_eq!(hidden.asks(&question.code), expected);
        }
    }

    #[test]
    fn what_is_hidden_is_neither_missed_nor_judged(
        form in forms(), answers in all_answers(),
    ) {
        let hidden = Hidden::of(&form, &answers);
        let asked = form.questions().filter(|question| hidden.asks(&question.code));
        let missed: Vec<&str> = asked
            .map(|question| question.code.as_str())
            .filter(|code| answers.get(code).is_none())
            .collect();
        let least = crate::domain::Money::new(1, Currency::USD);
        let bounds = Bounds {
            least,
            most: least,
            currencies: crate::domain::rate::Currencies::only(Currency::USD),
        };
        let problems = check_submission(&form, &answers, &bounds);
        let fields: Vec<&str> = problems.0.iter().map(|p| p.field.as_str()).collect();
        prop_assert_eq!(fields, missed);
    }

    #[test]
    fn reviewers_see_what_was_asked_and_nothing_else(
        form in forms(), answers in all_answers(),
    ) {
        let hidden = Hidden::of(&form, &answers);
        let shown = for_reviewers(&form, &answers);
        for code in EACH {
            let expected = answers.get(code).filter(|_| hidden.asks(code));
            prop_assert_eq!(shown.get(code), expected);
        }
        // Cut once more by the form that is shown, nothing else goes.
        let asked = asked_form(&form, &answers);
        prop_assert_eq!(for_reviewers(&asked, &shown), shown);
    }

    #[test]
    fn a_page_shows_what_is_asked_and_what_may_be_on_it(
        form in forms(), answers in all_answers(),
    ) {
        let hidden = Hidden::of(&form, &answers);
        for section in &form.sections {
            let page = hidden.on_page(section);
            for question in hidden.asked(&section.questions) {
                prop_assert!(page.contains(&question));
            }
            for question in &section.questions {
                if question.shown_if.is_none() {
                    prop_assert!(page.contains(&question));
                }
            }
        }
    }
}
