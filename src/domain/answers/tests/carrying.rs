//! Answers that move to another form.

use proptest::prelude::*;

use super::*;

/// Every single value of answers, where it stood.
fn values(answers: &Answers) -> Vec<(String, String)> {
    let mut values: Vec<(String, String)> = answers
        .0
        .iter()
        .flat_map(|(code, answer)| match answer {
            Answer::Rows(rows) => rows
                .iter()
                .flat_map(|row| values(&Answers(row.clone())))
                .map(|(column, value)| (format!("{code}.{column}"), value))
                .collect(),
            Answer::Choices(codes) => codes.iter().map(|c| (code.clone(), c.clone())).collect(),
            other => vec![(code.clone(), format!("{other:?}"))],
        })
        .collect();
    values.sort();
    values
}

const FIELDS: [(&str, &str); 15] = [
    ("title", "T"),
    ("story", "one two three four"),
    ("months", "6"),
    ("amount", "500"),
    ("income", "70"),
    ("income.currency", "JOD"),
    ("start", "2026-05-01"),
    ("audited", "no"),
    ("type", "core"),
    ("rules", "a"),
    ("budget.0.for", "rent"),
    ("budget.0.amount", "500"),
    ("supporters.0.funder", "F"),
    ("supporters.1.secret", "hush"),
    ("true", "yes"),
];

/// The section with some questions gone, some of another kind.
fn changed(changes: &[u8]) -> Section {
    let mut section = section();
    let mut changes = changes.iter().copied().cycle();
    section.questions.retain_mut(|question| {
        match changes.next() {
            Some(0) => return false,
            Some(1) => question.kind = Kind::Date,
            Some(2) => question.kind = words(9),
            Some(3) => {
                if let Kind::Rows { columns, .. } = &mut question.kind {
                    columns.truncate(1);
                }
            }
            _ => (),
        }
        true
    });
    section
}

proptest! {
    #[test]
    fn no_answer_is_lost_by_another_form(
        changes in prop::collection::vec(0..6_u8, 14), present in prop::collection::vec(any::<bool>(), 15),
    ) {
        let fields: Vec<_> = FIELDS.iter().zip(present).filter(|(_, there)| *there).map(|(f, _)| *f).collect();
        let given = parse(&fields).answers;
        let to = changed(&changes);
        let carried = carry(&to, Currency::USD, &given);
        let mut both = [values(&carried.fitting), values(&carried.left)].concat();
        both.sort();
        prop_assert_eq!(both, values(&given));
        // What fits can be shown in the form's fields and is read again as it was.
        let posted = carried.fitting.posted();
        prop_assert_eq!(parse_section(&to, Currency::USD, &posted).answers, carried.fitting);
    }
}

#[test]
fn an_unchanged_form_takes_everything_but_declarations() {
    let given = parse(&FIELDS).answers;
    let carried = carry(&section(), Currency::USD, &given);
    assert_eq!(carried.left.0.keys().collect::<Vec<_>>(), ["true"]);
    assert_eq!(carried.fitting.0.len(), given.0.len() - 1);
}

#[test]
fn amounts_stay_behind_when_the_round_has_another_currency() {
    let given = parse(&FIELDS).answers;
    let carried = carry(&section(), Currency::parse("EUR").unwrap(), &given);
    assert_eq!(
        carried.left.0.keys().collect::<Vec<_>>(),
        ["amount", "budget", "true"]
    );
    assert!(carried.fitting.money("income").is_some());
    assert_eq!(carried.fitting.rows("budget").len(), 1);
}
