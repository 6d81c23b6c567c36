//! Answers as they stand in columns: one JSON object, question code to answer.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::conflict::StoreError;
use super::json::{from_json, to_json};
use crate::domain::answers::{Answer, Answers, FileRef, Place, Row};
use crate::domain::moment::Day;
use crate::domain::{Country, Currency, FileId, Money};

/// The JSON of answers for a column; what [`answers_from_json`] reads.
pub fn answers_json(answers: &Answers) -> String {
    to_json(&row_json(&answers.0))
}

/// Reads answers from a column; anything that [`answers_json`] doesn't write is
/// [`StoreError::Damaged`].
pub fn answers_from_json(text: &str) -> Result<Answers, StoreError> {
    row(from_json(text)?).map(Answers)
}

/// Of answers in a column only the least amount that would still help: much of a column
/// need not be made out for it.
pub fn smallest_useful_from_json(text: &str) -> Result<Option<Money>, StoreError> {
    /// The field has the code of the question.
    #[derive(Deserialize)]
    struct Only {
        smallest_useful: Option<AnswerJson>,
    }
    let only: Only = from_json(text)?;
    match only.smallest_useful.map(Answer::try_from).transpose()? {
        Some(Answer::Money(money)) => Ok(Some(money)),
        _ => Ok(None),
    }
}

type RowJson = BTreeMap<String, AnswerJson>;

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum AnswerJson {
    Text(String),
    Number(i64),
    Money { minor: i64, currency: String },
    Day(String),
    YesNo(bool),
    Choice(String),
    Choices(Vec<String>),
    Rows(Vec<RowJson>),
    Place { country: String, locality: String },
    Files(Vec<FileJson>),
    Declared,
}

#[derive(Serialize, Deserialize)]
struct FileJson {
    id: String,
    name: String,
    size: i64,
    sha256: String,
}

fn row_json(row: &Row) -> RowJson {
    let cells = row.iter();
    cells
        .map(|(code, answer)| (code.clone(), answer.into()))
        .collect()
}

fn row(json: RowJson) -> Result<Row, StoreError> {
    let cells = json.into_iter();
    cells
        .map(|(code, answer)| Ok((code, answer.try_into()?)))
        .collect()
}

impl From<&Answer> for AnswerJson {
    fn from(answer: &Answer) -> Self {
        match answer {
            Answer::Text(text) => Self::Text(text.clone()),
            Answer::Number(number) => Self::Number(*number),
            Answer::Money(money) => Self::Money {
                minor: money.minor,
                currency: money.currency.code().to_owned(),
            },
            Answer::Day(day) => Self::Day(day.iso()),
            Answer::YesNo(yes) => Self::YesNo(*yes),
            Answer::Choice(code) => Self::Choice(code.clone()),
            Answer::Choices(codes) => Self::Choices(codes.clone()),
            Answer::Rows(rows) => Self::Rows(rows.iter().map(row_json).collect()),
            Answer::Place(place) => Self::Place {
                country: place.country.code().to_owned(),
                locality: place.locality.clone(),
            },
            Answer::Files(files) => Self::Files(files.iter().map(FileJson::from).collect()),
            Answer::Declared => Self::Declared,
        }
    }
}

impl TryFrom<AnswerJson> for Answer {
    type Error = StoreError;

    fn try_from(json: AnswerJson) -> Result<Self, StoreError> {
        let damaged = |text: &str| StoreError::Damaged(format!("not an answer: {text:?}"));
        Ok(match json {
            AnswerJson::Text(text) => Self::Text(text),
            AnswerJson::Number(number) => Self::Number(number),
            AnswerJson::Money { minor, currency } => Self::Money(Money::new(
                minor,
                Currency::kept(&currency).ok_or_else(|| damaged(&currency))?,
            )),
            AnswerJson::Day(day) => Self::Day(Day::parse(&day).map_err(|_| damaged(&day))?),
            AnswerJson::YesNo(yes) => Self::YesNo(yes),
            AnswerJson::Choice(code) => Self::Choice(code),
            AnswerJson::Choices(codes) => Self::Choices(codes),
            AnswerJson::Rows(rows) => {
                Self::Rows(rows.into_iter().map(row).collect::<Result<_, _>>()?)
            }
            AnswerJson::Place { country, locality } => Self::Place(Place {
                country: Country::parse(&country).map_err(|_| damaged(&country))?,
                locality,
            }),
            AnswerJson::Files(files) => {
                let files = files.into_iter().map(FileRef::try_from);
                Self::Files(files.collect::<Result<_, _>>()?)
            }
            AnswerJson::Declared => Self::Declared,
        })
    }
}

impl From<&FileRef> for FileJson {
    fn from(file: &FileRef) -> Self {
        Self {
            id: file.id.to_string(),
            name: file.name.clone(),
            size: file.size,
            sha256: file.sha256.clone(),
        }
    }
}

impl TryFrom<FileJson> for FileRef {
    type Error = StoreError;

    fn try_from(json: FileJson) -> Result<Self, StoreError> {
        let id = FileId::parse(&json.id);
        Ok(Self {
            id: id.map_err(|_| StoreError::Damaged(format!("not a file: {:?}", json.id)))?,
            name: json.name,
            size: json.size,
            sha256: json.sha256,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::form::SMALLEST_USEFUL;
    use proptest::collection::{btree_map, vec};
    use proptest::prelude::*;

    fn cell() -> impl Strategy<Value = Answer> {
        let day = (1900..2200_i32, 1..=12_u8, 1..=28_u8);
        prop_oneof![
            any::<String>().prop_map(Answer::Text),
            any::<i64>().prop_map(Answer::Number),
            (0..i64::MAX, "[A-Z]{3}").prop_map(|(minor, code)| {
                Answer::Money(Money::new(minor, Currency::kept(&code).unwrap()))
            }),
            day.prop_map(|(y, m, d)| Answer::Day(Day::parse(&format!("{y}-{m}-{d}")).unwrap())),
            any::<bool>().prop_map(Answer::YesNo),
            "[a-z_]{1,9}".prop_map(Answer::Choice),
            vec("[a-z_]{1,9}", 1..4).prop_map(Answer::Choices),
            (0..250_usize, any::<String>()).prop_map(|(nth, locality)| {
                let country = Country::all().nth(nth).unwrap();
                Answer::Place(Place { country, locality })
            }),
            Just(Answer::Declared),
        ]
    }

    fn answer() -> impl Strategy<Value = Answer> {
        let rows = vec(btree_map("[a-z_]{1,9}", cell(), 1..4), 1..4);
        prop_oneof![4 => cell(), 1 => rows.prop_map(Answer::Rows)]
    }

    proptest! {
        #[test]
        fn what_is_kept_is_read_back(answers in btree_map("[a-z_]{1,9}", answer(), 0..8)) {
            let answers = Answers(answers);
            prop_assert_eq!(answers_from_json(&answers_json(&answers)).unwrap(), answers);
        }
    }

    #[test]
    fn the_least_amount_is_read_alone() {
        let money = Money::new(800_000, Currency::USD);
        let mut answers = Answers::default();
        let text = |answers: &Answers| smallest_useful_from_json(&answers_json(answers)).unwrap();
        assert_eq!(text(&answers), None);
        let title = Answer::Text("A boat".to_owned());
        answers.0.insert("title".to_owned(), title);
        let said = Answer::Money(money);
        answers.0.insert(SMALLEST_USEFUL.to_owned(), said);
        assert_eq!(text(&answers), Some(money));
        answers
            .0
            .insert(SMALLEST_USEFUL.to_owned(), Answer::Number(8));
        assert_eq!(text(&answers), None);
    }

    #[test]
    fn the_form_in_columns_stays() {
        // Rows of earlier releases hold this text: changing it needs a migration.
        let text = r#"{"a":{"text":"x"},"b":{"money":{"minor":5,"currency":"USD"}},"c":"declared","d":{"rows":[{"e":{"yes_no":true}}]},"f":{"day":"2026-03-09"}}"#;
        assert_eq!(answers_json(&answers_from_json(text).unwrap()), text);
        for damaged in [
            "",
            "[]",
            r#"{"a":{"day":"soon"}}"#,
            r#"{"a":{"money":{"minor":5,"currency":"usd"}}}"#,
        ] {
            assert!(answers_from_json(damaged).is_err(), "{damaged}");
        }
    }
}
