//! One small form with every kind of question, filled in well and badly.

mod carrying;
mod conditions;
mod reading;
mod reviewers;
mod sending;

use super::*;
use crate::domain::form::{Opt, QuestionKind as Kind, Stage, TextLimit};
use crate::domain::{Currency, Message, Problems, Translated};

fn text(en: &str) -> Translated {
    Translated {
        en: en.to_owned(),
        ..Translated::default()
    }
}

fn question(code: &str, required: bool, kind: Kind) -> Question {
    Question {
        code: code.to_owned(),
        label: text(code),
        hint: Translated::default(),
        required,
        reviewers: code != "secret",
        sensitive: false,
        shown_if: None,
        kind,
    }
}

fn options(codes: &[&str]) -> Vec<Opt> {
    let option = |code: &&str| Opt {
        code: (*code).to_owned(),
        label: text(code),
    };
    codes.iter().map(option).collect()
}

fn rows(max_rows: u32, columns: Vec<Question>) -> Kind {
    Kind::Rows { max_rows, columns }
}

fn words(most: u32) -> Kind {
    Kind::LongText {
        limit: TextLimit::Words(most),
    }
}

fn money(own_currency: bool) -> Kind {
    Kind::Money { own_currency }
}

fn form() -> Form {
    let budget = vec![
        question("for", false, Kind::ShortText { max_chars: 9 }),
        question("amount", true, money(false)),
    ];
    let supporters = vec![
        question("funder", true, Kind::ShortText { max_chars: 20 }),
        question("amount", false, money(true)),
        question("from", false, Kind::Date),
        question("to", false, Kind::Date),
        question("secret", false, words(5)),
    ];
    let questions = vec![
        question("title", true, Kind::ShortText { max_chars: 10 }),
        question("story", false, words(3)),
        question("months", false, Kind::Number { min: 1, max: 12 }),
        question("amount", true, money(false)),
        question("smallest_useful", false, money(false)),
        question("income", false, money(true)),
        question("start", false, Kind::Date),
        question("audited", false, Kind::YesNo),
        question("type", false, Kind::Choice(options(&["core", "project"]))),
        question("rules", false, Kind::Choices(options(&["a", "b", "none"]))),
        question("budget", false, rows(2, budget)),
        question("supporters", false, rows(3, supporters)),
        question("true", true, Kind::Declaration),
        question("secret", false, Kind::ShortText { max_chars: 50 }),
    ];
    Form {
        quiz: Vec::new(),
        sections: vec![Section {
            code: "all".to_owned(),
            title: text("All"),
            intro: Translated::default(),
            stage: Stage::Short,
            profile: false,
            questions,
        }],
    }
}

fn section() -> Section {
    form().sections.remove(0)
}

fn parse(fields: &[(&str, &str)]) -> Parsed {
    let pairs = fields
        .iter()
        .map(|(n, v)| ((*n).to_owned(), (*v).to_owned()));
    parse_section(&section(), Currency::USD, &pairs.collect())
}

/// `field key` of each problem.
fn told(problems: &Problems) -> Vec<String> {
    let problems = problems.0.iter();
    problems
        .map(|p| format!("{} {}", p.field, p.message.key))
        .collect()
}
