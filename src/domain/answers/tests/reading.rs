//! What is posted is read, told and kept.

use proptest::prelude::*;

use super::*;
use crate::domain::Money;

#[test]
fn the_form_is_sound() {
    assert_eq!(told(&form().check()), [""; 0]);
}

#[test]
fn every_kind_is_read_in_any_habit() {
    let parsed = parse(&[
        ("title", "  Keep\u{202E} open "),
        ("story", "one\r\ntwo"),
        ("months", "١٢"),
        ("amount", "12,500.50"),
        ("income", "1.5"),
        ("income.currency", "JOD"),
        ("start", "9/3/2026"),
        ("audited", "no"),
        ("type", "core"),
        ("rules", "b"),
        ("rules", "a"),
        ("true", "yes"),
    ]);
    assert_eq!(told(&parsed.problems), [""; 0]);
    let answers = &parsed.answers;
    assert_eq!(answers.text("title"), "Keep open");
    assert_eq!(answers.text("story"), "one\ntwo");
    assert_eq!(answers.number("months"), Some(12));
    assert_eq!(
        answers.money("amount"),
        Some(Money::new(1_250_050, Currency::USD))
    );
    let jod = Currency::parse("JOD").unwrap();
    assert_eq!(answers.money("income"), Some(Money::new(1500, jod)));
    let day = Day::parse("2026-03-09").unwrap();
    assert_eq!(answers.get("start"), Some(&Answer::Day(day)));
    assert_eq!(answers.get("audited"), Some(&Answer::YesNo(false)));
    assert_eq!(answers.text("type"), "core");
    let both = vec!["a".to_owned(), "b".to_owned()];
    assert_eq!(answers.get("rules"), Some(&Answer::Choices(both)));
    assert_eq!(answers.get("true"), Some(&Answer::Declared));
}

#[test]
fn nothing_typed_is_no_answer_and_no_problem() {
    let parsed = parse(&[
        ("title", " \u{202E} "),
        ("income", ""),
        ("income.currency", "USD"),
        ("rules", ""),
        ("budget.0.amount", ""),
        ("supporters.0.amount.currency", "ILS"),
        ("unasked", "x"),
    ]);
    assert_eq!(parsed, Parsed::default());
}

#[test]
fn what_cannot_be_read_is_told_at_its_field() {
    let parsed = parse(&[
        ("months", "a few"),
        ("amount", "1.505"),
        ("income", "100"),
        ("income.currency", ""),
        ("start", "30/2/2026"),
        ("audited", "maybe"),
        ("type", "core'"),
        ("rules", "c"),
        ("supporters.3.from", "soon"),
        ("supporters.3.amount", "5"),
        ("supporters.3.amount.currency", "zzz"),
        ("true", "no"),
    ]);
    assert_eq!(
        told(&parsed.problems),
        [
            "months error-number",
            "amount error-amount",
            "income.currency error-currency",
            "start error-date",
            "audited error-choice",
            "type error-choice",
            "rules error-choice",
            "supporters.3.amount.currency error-currency",
            "supporters.3.from error-date",
            "true error-choice",
        ]
    );
    assert_eq!(parsed.answers, Answers::default());
    assert_eq!(parsed.unread, parsed.problems);
}

#[test]
fn what_is_too_long_is_read_and_a_bad_cell_leaves_its_row() {
    let parsed = parse(&[
        ("months", "13"),
        ("supporters.0.funder", "a funder with too long a name"),
        ("supporters.0.from", "soon"),
    ]);
    assert_eq!(
        told(&parsed.problems),
        [
            "months error-number-range",
            "supporters.0.funder error-too-long",
            "supporters.0.from error-date",
        ]
    );
    assert_eq!(told(&parsed.unread), ["supporters.0.from error-date"]);
    assert_eq!(parsed.answers.rows("supporters")[0].len(), 1);
}

#[test]
fn over_a_limit_is_told_and_kept() {
    let parsed = parse(&[
        ("title", "Eleven char"),
        ("story", "one two three four"),
        ("months", "13"),
        ("rules", "none"),
        ("rules", "a"),
        ("budget.0.amount", "1"),
        ("budget.1.for", "paper and pens"),
        ("budget.7.amount", "2"),
    ]);
    let expected = [
        "title error-too-long",
        "story error-too-many-words",
        "months error-number-range",
        "rules error-choice-none",
        "budget.1.for error-too-long",
        "budget error-too-many-rows",
    ];
    assert_eq!(told(&parsed.problems), expected);
    assert_eq!(parsed.answers.text("story"), "one two three four");
    assert_eq!(parsed.answers.rows("budget").len(), 3);
    let words = Message::new("error-too-many-words")
        .with("most", 3)
        .with("count", 4);
    assert_eq!(parsed.problems.of("story"), Some(&words));
    // What is kept over a limit still can't be sent.
    let told = told(&gaps(&section(), &parsed.answers, &Hidden::default()));
    assert!(
        expected
            .iter()
            .all(|problem| told.contains(&(*problem).to_owned()))
    );
}

#[test]
fn empty_rows_close_up() {
    let parsed = parse(&[
        ("supporters.0.funder", ""),
        ("supporters.2.funder", "First"),
        ("supporters.10.funder", "Second"),
        ("supporters.02.funder", "Forged"),
        ("supporters.-1.funder", "Forged"),
    ]);
    let names: Vec<_> = parsed.answers.rows("supporters").iter().collect();
    let row = |name: &str| Row::from([("funder".to_owned(), Answer::Text(name.to_owned()))]);
    assert_eq!(names, [&row("First"), &row("Second")]);
}

/// Names that the form asks for, and values near what it expects.
fn field() -> impl Strategy<Value = (String, String)> {
    let names = [
        "title",
        "story",
        "months",
        "amount",
        "income",
        "income.currency",
        "start",
        "audited",
        "type",
        "rules",
        "true",
        "budget.0.for",
        "budget.0.amount",
        "budget.5.amount",
        "supporters.1.funder",
        "supporters.1.amount",
        "supporters.1.amount.currency",
        "supporters.12.from",
        "supporters.3.secret",
    ];
    let value = prop_oneof![
        any::<String>(),
        "[ -~\u{0600}-\u{06FF}\r\n\t\u{202A}-\u{202E}]{0,40}",
        "[0-9٠-٩., ]{0,9}",
        "(yes|no|core|project|a|b|none|USD|ILS|JOD|2026-0[1-9]-1[0-9]|[1-9]/[1-9]/202[0-9])",
    ];
    (
        proptest::sample::select(names.to_vec()).prop_map(str::to_owned),
        value,
    )
}

proptest! {
    #[test]
    fn what_was_read_is_posted_and_read_again(
        fields in proptest::collection::vec(field(), 0..40),
        minor in 0_i64..1_000_000_000,
    ) {
        let amount = Money::new(minor, Currency::USD);
        let posted = fields.into_iter().chain(Answer::Money(amount).posted("smallest_useful"));
        let first = parse_section(&section(), Currency::USD, &posted.collect());
        let second = parse_section(&section(), Currency::USD, &first.answers.posted());
        prop_assert_eq!(&first.answers, &second.answers);
        // Reading again finds nothing unreadable: only limits are left to complain about.
        let state = section_state(&section(), &first.answers, &Hidden::default());
        prop_assert_ne!(state, SectionState::NotStarted);
        for problem in second.problems.0 {
            prop_assert!(problem.message.key.starts_with("error-too-")
                || problem.message.key == "error-number-range"
                || problem.message.key == "error-choice-none");
        }
    }

    #[test]
    fn words_over_the_limit_are_counted_never_cut(words in proptest::collection::vec("[a-zא-ת]{1,8}", 1..30)) {
        let story = words.join(" ");
        let parsed = parse(&[("story", &story)]);
        prop_assert_eq!(parsed.answers.text("story"), &story);
        prop_assert_eq!(parsed.problems.is_empty(), words.len() <= 3);
    }
}
