//! Forms for tests: one that people would write, and any that [`Form::check`]
//! finds nothing wrong with.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::*;

/// Two sections, a condition, rows and a quiz.
pub fn sample() -> Form {
    let question = |code: &str, kind| Question {
        code: code.to_owned(),
        label: english(code),
        hint: Translated::default(),
        required: true,
        reviewers: true,
        sensitive: false,
        shown_if: None,
        kind,
    };
    let line = || QuestionKind::ShortText { max_chars: 90 };
    let why = Question {
        shown_if: Some(Condition {
            question: "registered".to_owned(),
            any_of: vec![NO.to_owned()],
        }),
        ..question("why", line())
    };
    let rows = QuestionKind::Rows {
        max_rows: 3,
        columns: vec![question("what", line())],
    };
    let section = |code: &str, questions| Section {
        code: code.to_owned(),
        title: english(code),
        intro: Translated::default(),
        stage: Stage::Short,
        profile: false,
        questions,
    };
    let registered = question("registered", QuestionKind::YesNo);
    Form {
        quiz: vec![quiz_question("where".to_owned(), english("Where?"))],
        sections: vec![
            section("a", vec![question("name", line()), registered, why]),
            section("b", vec![question("costs", rows)]),
        ],
    }
}

fn quiz_question(code: String, label: Translated) -> QuizQuestion {
    let option = |code: &str, refusal: &str| QuizOption {
        code: code.to_owned(),
        label: english(code),
        refusal: english(refusal),
    };
    QuizQuestion {
        code,
        label,
        hint: Translated::default(),
        options: vec![option("here", ""), option("elsewhere", "Only here.")],
    }
}

fn english(text: &str) -> Translated {
    Translated {
        en: text.to_owned(),
        ..Translated::default()
    }
}

/// Texts with everything that a file must spell with care.
fn text() -> impl Strategy<Value = Translated> {
    let one = || "[ a-zא-תا-ي\"'\\\\\n\t\r#={}\u{0}-\u{1f}\u{7f}\u{2028}]{0,12}";
    (one(), one(), one()).prop_map(|(en, ar, he)| Translated { en, ar, he })
}

fn label() -> impl Strategy<Value = Translated> {
    text().prop_map(|text| Translated {
        ar: format!("س{}", text.ar),
        ..text
    })
}

fn options() -> impl Strategy<Value = Vec<Opt>> {
    vec(label(), 1..4).prop_map(|labels| {
        let numbered = labels.into_iter().enumerate();
        let option = |(n, label)| Opt {
            code: format!("o{n}"),
            label,
        };
        numbered.map(option).collect()
    })
}

fn plain_kind() -> impl Strategy<Value = QuestionKind> {
    prop_oneof![
        (1..9000_u32).prop_map(|max_chars| QuestionKind::ShortText { max_chars }),
        (1..9000_u32).prop_map(|most| QuestionKind::LongText {
            limit: TextLimit::Words(most)
        }),
        (1..9000_u32).prop_map(|most| QuestionKind::LongText {
            limit: TextLimit::Characters(most)
        }),
        (any::<i32>(), any::<u16>()).prop_map(|(min, more)| QuestionKind::Number {
            min: min.into(),
            max: i64::from(min) + i64::from(more),
        }),
        any::<bool>().prop_map(|own_currency| QuestionKind::Money { own_currency }),
        Just(QuestionKind::Date),
        Just(QuestionKind::Place),
        Just(QuestionKind::YesNo),
        options().prop_map(QuestionKind::Choice),
        options().prop_map(QuestionKind::Choices),
    ]
}

fn asked(kind: impl Strategy<Value = QuestionKind>) -> impl Strategy<Value = Question> {
    let traits = (any::<bool>(), any::<bool>(), any::<bool>());
    (label(), text(), traits, kind).prop_map(
        |(label, hint, (required, reviewers, sensitive), kind)| Question {
            code: String::new(),
            label,
            hint,
            required,
            reviewers,
            sensitive,
            shown_if: None,
            kind,
        },
    )
}

fn question() -> impl Strategy<Value = Question> {
    let rows = (1..90_u32, vec(asked(plain_kind()), 1..4)).prop_map(|(max_rows, mut columns)| {
        for (n, column) in columns.iter_mut().enumerate() {
            column.code = format!("c{n}");
        }
        QuestionKind::Rows { max_rows, columns }
    });
    asked(prop_oneof![
        8 => plain_kind(),
        2 => rows,
        1 => (1..9_u32).prop_map(|max_files| QuestionKind::Files { max_files }),
        1 => Just(QuestionKind::Declaration),
    ])
}

fn section() -> impl Strategy<Value = Section> {
    let traits = (any::<bool>(), any::<bool>());
    (label(), text(), traits, vec(question(), 1..5)).prop_map(
        |(title, intro, (full, profile), questions)| Section {
            code: String::new(),
            title,
            intro,
            stage: if full { Stage::Full } else { Stage::Short },
            profile,
            questions,
        },
    )
}

/// Any form that is fit to be published.
pub fn form() -> impl Strategy<Value = Form> {
    let hangs = vec(option::of(any::<prop::sample::Index>()), 20);
    let quiz = vec(label(), 0..3);
    (quiz, vec(section(), 1..4), hangs).prop_map(|(labels, mut sections, hangs)| {
        sections.sort_by_key(|section| section.stage);
        for (n, section) in sections.iter_mut().enumerate() {
            section.code = format!("s{n}");
        }
        let questions = sections.iter_mut().flat_map(|s| &mut s.questions);
        let mut deciders: Vec<Condition> = Vec::new();
        for (n, (question, hang)) in questions.zip(hangs).enumerate() {
            question.code = format!("q{n}");
            let decider = hang.filter(|_| !deciders.is_empty());
            question.shown_if = decider.map(|hang| hang.get(&deciders).clone());
            let codes = question.options().iter().map(|option| option.code.clone());
            let any_of = match question.kind {
                QuestionKind::YesNo | QuestionKind::Declaration => vec![YES.to_owned()],
                _ => codes.collect(),
            };
            if !any_of.is_empty() {
                let question = question.code.clone();
                deciders.push(Condition { question, any_of });
            }
        }
        let quiz = labels.into_iter().enumerate();
        let quiz = quiz.map(|(n, label)| quiz_question(format!("z{n}"), label));
        Form {
            quiz: quiz.collect(),
            sections,
        }
    })
}
