//! Two versions of an application's answers, question by question: what stayed,
//! what came, what went, and how the rest changed.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::{Answer, Answers, Row};
use crate::domain::difference::{Piece, words};

/// What became of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Became {
    /// In neither version.
    Nothing,
    Same(Answer),
    Added(Answer),
    Removed(Answer),
    /// A text that was changed.
    Reworded(Vec<Piece>),
    /// Another answer, of the first version and of the second.
    Replaced(Answer, Answer),
    /// Rows of which at least one changed.
    Rows(Vec<RowBecame>),
}

/// What became of a row. Numbers count from 1 in the version that has the row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowBecame {
    Same(usize, Row),
    Added(usize, Row),
    Removed(usize, Row),
    /// Its cells by column code, none left out.
    Changed(usize, Vec<(String, Became)>),
}

impl Became {
    /// Whether both versions say the same.
    pub fn is_same(&self) -> bool {
        matches!(self, Self::Nothing | Self::Same(_))
    }
}

/// What became of the answer to the question `code`.
pub fn compare(first: &Answers, second: &Answers, code: &str) -> Became {
    became(first.get(code), second.get(code))
}

/// Codes that either version answers and that `asked` doesn't name, in order.
pub fn unasked<'a>(
    first: &'a Answers,
    second: &'a Answers,
    asked: &dyn Fn(&str) -> bool,
) -> Vec<&'a str> {
    let codes = first.0.keys().chain(second.0.keys());
    let mut codes: Vec<&str> = codes.map(String::as_str).filter(|c| !asked(c)).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

fn became(first: Option<&Answer>, second: Option<&Answer>) -> Became {
    match (first, second) {
        (None, None) => Became::Nothing,
        (None, Some(new)) => Became::Added(new.clone()),
        (Some(old), None) => Became::Removed(old.clone()),
        (Some(old), Some(new)) if old == new => Became::Same(old.clone()),
        (Some(Answer::Text(old)), Some(Answer::Text(new))) => Became::Reworded(words(old, new)),
        (Some(Answer::Rows(old)), Some(Answer::Rows(new))) => Became::Rows(rows(old, new)),
        (Some(old), Some(new)) => Became::Replaced(old.clone(), new.clone()),
    }
}

/// Rows in the order of the second version, removed ones where they stood.
fn rows(old: &[Row], new: &[Row]) -> Vec<RowBecame> {
    let mut found = Vec::new();
    let mut known = Vec::new();
    let (before, after) = (numbers(old, &mut known), numbers(new, &mut known));
    for operation in capture_diff_slices(Algorithm::Myers, &before, &after) {
        match operation {
            DiffOp::Equal { new_index, len, .. } => {
                let same = new_index..new_index + len;
                found.extend(same.map(|at| RowBecame::Same(at + 1, new[at].clone())));
            }
            DiffOp::Delete {
                old_index, old_len, ..
            } => {
                let removed = old_index..old_index + old_len;
                found.extend(removed.map(|at| RowBecame::Removed(at + 1, old[at].clone())));
            }
            DiffOp::Insert {
                new_index, new_len, ..
            } => {
                let added = new_index..new_index + new_len;
                found.extend(added.map(|at| RowBecame::Added(at + 1, new[at].clone())));
            }
            DiffOp::Replace {
                old_index,
                old_len,
                new_index,
                new_len,
            } => {
                let (from, to) = (
                    old_index..old_index + old_len,
                    new_index..new_index + new_len,
                );
                found.extend(replaced((old, from), (new, to)));
            }
        }
    }
    found
}

/// A number for each row: the same for the same row.
fn numbers<'a>(rows: &'a [Row], known: &mut Vec<&'a Row>) -> Vec<usize> {
    let mut number = |row: &'a Row| {
        let at = known.iter().position(|other| *other == row);
        at.unwrap_or_else(|| {
            known.push(row);
            known.len() - 1
        })
    };
    rows.iter().map(&mut number).collect()
}

type Part<'a> = (&'a [Row], std::ops::Range<usize>);

/// Rows that were replaced by others. As many by as many are the same rows
/// changed; else a row is another's successor when they share a cell.
fn replaced((old, from): Part<'_>, (new, to): Part<'_>) -> Vec<RowBecame> {
    let as_many = from.len() == to.len();
    let mut found = Vec::new();
    let mut left = from;
    for at in to {
        let mut ahead = left.clone();
        match ahead.find(|row| as_many || shares_a_cell(&old[*row], &new[at])) {
            Some(row) => {
                let gone = left.start..row;
                found.extend(gone.map(|row| RowBecame::Removed(row + 1, old[row].clone())));
                found.push(RowBecame::Changed(at + 1, cells(&old[row], &new[at])));
                left.start = row + 1;
            }
            None => found.push(RowBecame::Added(at + 1, new[at].clone())),
        }
    }
    found.extend(left.map(|row| RowBecame::Removed(row + 1, old[row].clone())));
    found
}

fn shares_a_cell(one: &Row, other: &Row) -> bool {
    one.iter().any(|(code, cell)| other.get(code) == Some(cell))
}

fn cells(old: &Row, new: &Row) -> Vec<(String, Became)> {
    let mut codes: Vec<&String> = old.keys().chain(new.keys()).collect();
    codes.sort_unstable();
    codes.dedup();
    let cell = |code: &String| (code.clone(), became(old.get(code), new.get(code)));
    codes.into_iter().map(cell).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Country;
    use crate::domain::answers::Place;
    use crate::domain::difference::texts;
    use proptest::collection::{btree_map, vec};
    use proptest::prelude::*;

    /// An answer before and after.
    type Pair = (Option<Answer>, Option<Answer>);

    fn text(text: &str) -> Answer {
        Answer::Text(text.to_owned())
    }

    fn row(cells: &[(&str, &str)]) -> Row {
        let cells = cells.iter();
        cells
            .map(|(code, cell)| ((*code).to_owned(), text(cell)))
            .collect()
    }

    /// Both answers of a question, made from what became of it.
    fn both(found: &Became) -> (Option<Answer>, Option<Answer>) {
        match found {
            Became::Nothing => (None, None),
            Became::Same(answer) => (Some(answer.clone()), Some(answer.clone())),
            Became::Added(answer) => (None, Some(answer.clone())),
            Became::Removed(answer) => (Some(answer.clone()), None),
            Became::Replaced(old, new) => (Some(old.clone()), Some(new.clone())),
            Became::Reworded(pieces) => {
                let (old, new) = texts(pieces);
                (Some(Answer::Text(old)), Some(Answer::Text(new)))
            }
            Became::Rows(rows) => {
                let (mut old, mut new) = (Vec::new(), Vec::new());
                for row in rows {
                    match row {
                        RowBecame::Same(number, row) => {
                            old.push(row.clone());
                            new.push(row.clone());
                            assert_eq!(*number, new.len());
                        }
                        RowBecame::Removed(number, row) => {
                            old.push(row.clone());
                            assert_eq!(*number, old.len());
                        }
                        RowBecame::Added(number, row) => {
                            new.push(row.clone());
                            assert_eq!(*number, new.len());
                        }
                        RowBecame::Changed(number, cells) => {
                            let side = |which: fn(Pair) -> Option<Answer>| {
                                let cells = cells.iter();
                                cells
                                    .filter_map(|(c, b)| Some((c.clone(), which(both(b))?)))
                                    .collect()
                            };
                            old.push(side(|(old, _)| old));
                            new.push(side(|(_, new)| new));
                            assert_eq!(*number, new.len());
                        }
                    }
                }
                (Some(Answer::Rows(old)), Some(Answer::Rows(new)))
            }
        }
    }

    #[test]
    fn rows_are_compared_row_by_row() {
        let old = [
            row(&[("line", "rent"), ("sum", "5")]),
            row(&[("line", "fuel"), ("sum", "9")]),
        ];
        let new = [
            row(&[("line", "rent"), ("sum", "6")]),
            row(&[("line", "law"), ("sum", "2")]),
            row(&[("line", "fuel"), ("sum", "9")]),
        ];
        let found = rows(&old, &new);
        let sum = Became::Reworded(words("5", "6"));
        assert_eq!(
            found,
            [
                RowBecame::Changed(
                    1,
                    vec![
                        ("line".to_owned(), Became::Same(text("rent"))),
                        ("sum".to_owned(), sum)
                    ]
                ),
                RowBecame::Added(2, new[1].clone()),
                RowBecame::Same(3, new[2].clone()),
            ]
        );
    }

    #[test]
    fn an_answer_of_another_kind_is_another_answer() {
        let (yes, no) = (Answer::YesNo(true), Answer::YesNo(false));
        assert_eq!(
            became(Some(&yes), Some(&no)),
            Became::Replaced(yes.clone(), no)
        );
        assert_eq!(became(Some(&yes), Some(&yes)), Became::Same(yes.clone()));
        assert_eq!(became(None, Some(&yes)), Became::Added(yes));
        assert!(became(None, None).is_same());
    }

    fn cell() -> impl Strategy<Value = Answer> {
        prop_oneof![
            "(a|b|c)( (d|e|حق|דין)){0,3}".prop_map(Answer::Text),
            (0..3_i64).prop_map(Answer::Number),
            any::<bool>().prop_map(Answer::YesNo),
            "(|Jenin|יפו)".prop_map(|locality| {
                let country = Country::parse("PS").unwrap();
                Answer::Place(Place { country, locality })
            }),
        ]
    }

    fn answers() -> impl Strategy<Value = Answers> {
        let rows = vec(btree_map("[a-c]", cell(), 1..4), 1..7).prop_map(Answer::Rows);
        let answer = prop_oneof![2 => cell(), 1 => rows];
        btree_map("[a-d]", answer, 0..5).prop_map(Answers)
    }

    proptest! {
        #[test]
        fn nothing_is_lost(first in answers(), second in answers()) {
            for code in unasked(&first, &second, &|_| false) {
                let found = compare(&first, &second, code);
                prop_assert_eq!(found.is_same(), first.get(code) == second.get(code));
                let (old, new) = both(&found);
                prop_assert_eq!(old.as_ref(), first.get(code));
                prop_assert_eq!(new.as_ref(), second.get(code));
            }
        }
    }
}
