//! Reading a posted section. What can't be read is a problem at the name of its
//! field; what can be read but breaks a limit is a problem and is kept; what is
//! not answered yet is no problem.

use super::{Answer, Answers, Place, Posted, Row};
use crate::domain::form::{
    AMOUNT, NO, NONE, Question, QuestionKind as Kind, Section, TextLimit, YES,
};
use crate::domain::moment::Day;
use crate::domain::numerals::{count_words, many_lines, one_line, parse_whole};
use crate::domain::{Country, Currency, Message, Money, Problems};

/// Most characters of a town or area.
const LOCALITY_MOST: u32 = 120;

/// A section as read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parsed {
    pub answers: Answers,
    pub problems: Problems,
    /// Those of the problems that leave their field without an answer.
    pub unread: Problems,
}

/// Reads the answers to a section's questions; fields of no question are ignored.
/// Amounts are in the request's currency: the one chosen beside its amount where
/// the section asks for it, `currency` elsewhere.
pub fn parse_section(section: &Section, currency: Currency, posted: &Posted) -> Parsed {
    let mut parser = Parser {
        currency,
        posted,
        problems: Problems::default(),
        unread: Problems::default(),
    };
    parser.choose_currency(section);
    let mut answers = Answers::default();
    for question in &section.questions {
        if let Some(answer) = parser.answer(question, &question.code) {
            answers.0.insert(question.code.clone(), answer);
        }
    }
    Parsed {
        answers,
        problems: parser.problems,
        unread: parser.unread,
    }
}

struct Parser<'a> {
    currency: Currency,
    posted: &'a Posted,
    problems: Problems,
    unread: Problems,
}

impl Parser<'_> {
    /// Takes the currency that was chosen beside the amount of the request.
    fn choose_currency(&mut self, section: &Section) {
        let field = format!("{AMOUNT}.currency");
        let asks = section.question(AMOUNT).is_some_and(|question| {
            question.kind
                == Kind::Money {
                    own_currency: false,
                }
        });
        if asks && self.posted.is_filled(&field) {
            let chosen = Currency::parse(self.posted.first(&field));
            self.currency = self.problems.take(&field, chosen).unwrap_or(self.currency);
        }
    }

    /// The answer posted in the field `name`, its problems noted.
    fn answer(&mut self, question: &Question, name: &str) -> Option<Answer> {
        let known = self.problems.0.len();
        let answer = self.value(question, name);
        // The cells of rows have told of themselves.
        if answer.is_none() && question.columns().is_empty() {
            self.unread.0.extend_from_slice(&self.problems.0[known..]);
        }
        let answer = answer?;
        self.problems.take(name, fits(&question.kind, &answer));
        Some(answer)
    }

    fn value(&mut self, question: &Question, name: &str) -> Option<Answer> {
        match &question.kind {
            Kind::Rows { columns, .. } => self.rows(columns, name),
            Kind::Money { own_currency } => self.money(*own_currency, name),
            Kind::Choices(_) => self.choices(question, name),
            Kind::Place => self.place(name),
            _ => {
                let read = read(question, self.posted.first(name));
                self.problems.take(name, read).flatten()
            }
        }
    }

    fn money(&mut self, own_currency: bool, name: &str) -> Option<Answer> {
        // A currency without an amount is only the select's first option.
        if !self.posted.is_filled(name) {
            return None;
        }
        let currency = if own_currency {
            let field = format!("{name}.currency");
            let code = one_line(self.posted.first(&field));
            self.problems.take(&field, Currency::parse(&code))?
        } else {
            self.currency
        };
        let money = Money::parse(self.posted.first(name), currency);
        self.problems.take(name, money).map(Answer::Money)
    }

    /// A locality alone says too little: the country is asked for at its field.
    fn place(&mut self, name: &str) -> Option<Answer> {
        let field = format!("{name}.country");
        if !self.posted.is_filled(name) && !self.posted.is_filled(&field) {
            return None;
        }
        let country = Country::parse(self.posted.first(&field));
        let country = self.problems.take(&field, country)?;
        let locality = one_line(self.posted.first(name));
        Some(Answer::Place(Place { country, locality }))
    }

    fn choices(&mut self, question: &Question, name: &str) -> Option<Answer> {
        let chosen = self.posted.all(name);
        let unknown = |code: &&String| !code.is_empty() && question.option(code).is_none();
        if chosen.iter().any(|code| unknown(&code)) {
            self.problems.add(name, Message::new("error-choice"));
        }
        let codes = question.options().iter().map(|option| option.code.clone());
        let codes: Vec<String> = codes.filter(|code| chosen.contains(code)).collect();
        (!codes.is_empty()).then_some(Answer::Choices(codes))
    }

    fn rows(&mut self, columns: &[Question], name: &str) -> Option<Answer> {
        let numbers = self.posted.row_numbers(name).into_iter();
        let rows: Vec<Row> = numbers
            .map(|number| self.row(columns, &format!("{name}.{number}")))
            .filter(|row| !row.is_empty())
            .collect();
        (!rows.is_empty()).then_some(Answer::Rows(rows))
    }

    fn row(&mut self, columns: &[Question], name: &str) -> Row {
        let cells = columns.iter().filter_map(|column| {
            let answer = self.answer(column, &format!("{name}.{}", column.code))?;
            Some((column.code.clone(), answer))
        });
        cells.collect()
    }
}

/// Reads one value; `None` when nothing was typed.
fn read(question: &Question, text: &str) -> Result<Option<Answer>, Message> {
    let line = one_line(text);
    if line.is_empty() {
        return Ok(None);
    }
    let choice = || Message::new("error-choice");
    let answer = match (&question.kind, line.as_str()) {
        (Kind::LongText { .. }, _) => Answer::Text(many_lines(text)),
        (Kind::Number { .. }, _) => {
            Answer::Number(parse_whole(&line).ok_or(Message::new("error-number"))?)
        }
        (Kind::Date, _) => Answer::Day(Day::parse(&line)?),
        (Kind::YesNo, YES) => Answer::YesNo(true),
        (Kind::YesNo, NO) => Answer::YesNo(false),
        (Kind::Declaration, YES) => Answer::Declared,
        (Kind::Choice(_), code) => Answer::Choice(
            question
                .option(code)
                .map(|option| option.code.clone())
                .ok_or_else(choice)?,
        ),
        (Kind::YesNo | Kind::Declaration, _) => return Err(choice()),
        (Kind::ShortText { .. }, _) => Answer::Text(line),
        // Made of several fields and read from them above, or uploaded.
        (
            Kind::Money { .. }
            | Kind::Choices(_)
            | Kind::Rows { .. }
            | Kind::Place
            | Kind::Files { .. },
            _,
        ) => return Ok(None),
    };
    Ok(Some(answer))
}

/// Whether an answer keeps the limits of its question.
pub(super) fn fits(kind: &Kind, answer: &Answer) -> Result<(), Message> {
    match (kind, answer) {
        (Kind::ShortText { max_chars }, Answer::Text(text)) => {
            at_most("error-too-long", *max_chars, text.chars().count())
        }
        (Kind::LongText { limit }, Answer::Text(text)) => match limit {
            TextLimit::Words(most) => at_most("error-too-many-words", *most, count_words(text)),
            TextLimit::Characters(most) => at_most("error-too-long", *most, text.chars().count()),
        },
        (Kind::Place, Answer::Place(place)) => at_most(
            "error-too-long",
            LOCALITY_MOST,
            place.locality.chars().count(),
        ),
        (Kind::Files { max_files }, Answer::Files(files)) => {
            at_most("error-too-many-files", *max_files, files.len())
        }
        (Kind::Rows { max_rows, .. }, Answer::Rows(rows)) => {
            at_most("error-too-many-rows", *max_rows, rows.len())
        }
        (Kind::Number { min, max }, Answer::Number(number)) if !(min..=max).contains(&number) => {
            Err(Message::new("error-number-range")
                .with("least", *min)
                .with("most", *max))
        }
        (Kind::Choices(_), Answer::Choices(codes))
            if codes.len() > 1 && codes.iter().any(|code| code == NONE) =>
        {
            Err(Message::new("error-choice-none"))
        }
        _ => Ok(()),
    }
}

fn at_most(key: &'static str, most: u32, count: usize) -> Result<(), Message> {
    if count <= most as usize {
        return Ok(());
    }
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    Err(Message::new(key)
        .with("most", i64::from(most))
        .with("count", count))
}
