//! What becomes of typed parts.

use proptest::prelude::*;

use super::super::generated::{form, sample};
use super::*;
use crate::domain::form::QuestionKind;

fn en(text: &str) -> Typed {
    Typed {
        en: text.to_owned(),
        ..Typed::default()
    }
}

fn option(number: u32, code: &str, label: &str) -> OptionText {
    OptionText {
        number,
        code: code.to_owned(),
        label: en(label),
        refusal: Typed::default(),
    }
}

fn told(text: QuestionText) -> Vec<(String, &'static str)> {
    let home = Home::Section("a".to_owned());
    let read = PartText::Question(text).read(&sample(), &home, None);
    let problems = read.err().unwrap_or_default().0.into_iter();
    problems.map(|p| (p.field, p.message.key)).collect()
}

fn choice(options: Vec<OptionText>) -> QuestionText {
    QuestionText {
        kind: "choice".to_owned(),
        label: en("Which?"),
        options,
        ..QuestionText::default()
    }
}

#[test]
fn codes_are_made_where_none_is_typed() {
    let text = choice(vec![
        option(0, "", "North"),
        option(3, "north", "Far north"),
        option(4, "", ""),
        option(7, "", "צפון"),
    ]);
    let home = Home::Section("a".to_owned());
    let read = PartText::Question(text).read(&sample(), &home, None);
    let Ok(Part::Question(question)) = read else {
        panic!("a question")
    };
    assert_eq!(question.code, "which");
    let codes: Vec<&str> = question.options().iter().map(|o| o.code.as_str()).collect();
    assert_eq!(codes, ["north_2", "north", "option"]);
}

#[test]
fn problems_stand_beside_their_fields() {
    let own = |text: QuestionText, field: &str, key| {
        assert_eq!(told(text), [(field.to_owned(), key)]);
    };
    own(
        choice(vec![option(0, "n", "N"), option(2, "n", "M")]),
        "option.2.code",
        "error-code-taken",
    );
    own(
        choice(vec![option(5, "n", "")]),
        "option.5.label_en",
        "error-form-words",
    );
    let taken = QuestionText {
        code: "costs".to_owned(),
        ..choice(vec![])
    };
    own(taken, "code", "error-code-taken");
    let limit = QuestionText {
        kind: "short_text".to_owned(),
        most: "0".to_owned(),
        ..choice(vec![])
    };
    own(limit, "most", "error-number-range");
    let order = QuestionText {
        kind: "number".to_owned(),
        min: "٥".to_owned(),
        max: "4".to_owned(),
        ..choice(vec![])
    };
    own(order, "max", "error-form-limit");
    let none = QuestionText {
        decider: "registered".to_owned(),
        any_of: vec!["perhaps".to_owned()],
        ..choice(vec![])
    };
    own(none, "any_of", "error-form-answer");
    let kind = QuestionText {
        decider: "name".to_owned(),
        ..choice(vec![])
    };
    own(kind, "decider", "error-choice");
}

fn reread(form: &Form, home: &Home, part: &Part) -> Part {
    let spot = home.spot(part.code());
    PartText::of(part).read(form, home, Some(&spot)).unwrap()
}

proptest! {
    /// What a form says, typed over, says the same; only spaces and controls that
    /// nobody sees are tidied once.
    #[test]
    fn parts_are_read_as_they_were_written(form in form()) {
        for section in &form.sections {
            let home = Home::Section(section.code.clone());
            for question in &section.questions {
                let mut kept = question.clone();
                let Part::Question(read) = reread(&form, &home, &Part::Question(kept.clone()))
                else { panic!("a question") };
                let again = reread(&form, &home, &Part::Question(read.clone()));
                prop_assert_eq!(&again, &Part::Question(read.clone()));
                prop_assert_eq!(read.options().len(), kept.options().len());
                kept.label = read.label.clone();
                kept.hint = read.hint.clone();
                kept.kind = match kept.kind {
                    QuestionKind::Rows { max_rows, .. } => QuestionKind::Rows {
                        max_rows,
                        columns: Vec::new(),
                    },
                    QuestionKind::Choice(_) | QuestionKind::Choices(_) => read.kind.clone(),
                    other => other,
                };
                prop_assert_eq!(read, kept);
            }
        }
    }
}
