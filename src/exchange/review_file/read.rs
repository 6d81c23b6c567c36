//! Rows as reviews.

use std::collections::HashMap;

use super::columns::{
    APPLICATION, CONFIDENCE, CRITERION, JUSTIFICATION, RECOMMENDATION, REVIEWER, SCORE,
    reason_column,
};
use super::index::{Index, Key};
use super::{Brought, LongColumns, WideColumns, columns, told};
use crate::domain::Message;
use crate::domain::review::{Confidence, Mark, Recommendation, ReviewDraft, TEXT_MOST};
use crate::domain::rubric::{Criterion, Rubric, SCALE_MOST};
use crate::domain::score::Judgement;
use crate::exchange::table::cells::{NotWhole, whole};
use crate::exchange::table::{Findings, Row, Wrong};

/// Reviews of the long layout whose last row is still to come.
#[derive(Default)]
pub struct Open(HashMap<Key, Partial>);

/// A review of the long layout as far as it was read: each mark with its row.
#[derive(Default)]
struct Partial {
    marks: Vec<(Mark, usize)>,
    unsound: bool,
}

/// Reads one row.
pub struct RowReader<'a> {
    pub rubric: &'a Rubric,
    pub row: &'a Row,
    pub findings: &'a mut Findings,
}

impl RowReader<'_> {
    /// A row of the wide layout: a review, unless another row was it already.
    pub fn wide(mut self, columns: &WideColumns, index: &Index) -> Option<Brought> {
        let (_, first) = index.find(self.row, columns.pair);
        if first != self.row.number {
            let message = Message::new("error-reviews-twice").with("row", row_number(first));
            self.wrong(REVIEWER, message);
            return None;
        }
        let before = self.findings.count();
        let rubric = self.rubric;
        let criteria = rubric.criteria.iter().zip(&columns.criteria);
        let marks: Vec<Mark> = criteria
            .filter_map(|(criterion, (score, reason))| {
                let judgement = self.judgement(&criterion.code, (*score, criterion.most()))?;
                let column = reason_column(&criterion.code);
                Some(Mark {
                    criterion: criterion.id,
                    judgement,
                    justification: self.words(column, *reason),
                })
            })
            .collect();
        let draft = ReviewDraft {
            marks,
            comment: self.words(columns::COMMENT, columns.comment),
            confidence: self.code(CONFIDENCE, columns.confidence, Confidence::from_code),
            recommendation: self.code(
                RECOMMENDATION,
                columns.recommendation,
                Recommendation::from_code,
            ),
        };
        let sound = self.findings.count() == before;
        Some(self.brought(columns.pair, self.row.number, (draft, sound)))
    }

    /// A row of the long layout: a review with its last row.
    pub fn long(
        mut self,
        columns: &LongColumns,
        index: &mut Index,
        open: &mut Open,
    ) -> Option<Brought> {
        let (key, first) = index.find(self.row, columns.pair);
        let before = self.findings.count();
        let mark = self.mark(columns);
        let partial = open.0.entry(key).or_default();
        if let Some(mark) = mark {
            let mut marks = partial.marks.iter();
            match marks.find(|(other, _)| other.criterion == mark.criterion) {
                None => partial.marks.push((mark, self.row.number)),
                Some((_, row)) => {
                    let message =
                        Message::new("error-reviews-criterion-twice").with("row", row_number(*row));
                    self.wrong(CRITERION, message);
                }
            }
        }
        partial.unsound |= self.findings.count() > before;
        if !index.is_last(key) {
            return None;
        }
        let partial = open.0.remove(&key).unwrap_or_default();
        let (draft, sound) = self.whole(partial, first);
        Some(self.brought(columns.pair, first, (draft, sound)))
    }

    /// The score of a row of the long layout.
    fn mark(&mut self, columns: &LongColumns) -> Option<Mark> {
        let code = self.row.line(columns.criterion).to_lowercase();
        let rubric = self.rubric;
        let criterion = rubric.criteria.iter().find(|one| one.code == code);
        if criterion.is_none() {
            self.wrong(CRITERION, told("error-reviews-criterion", &code));
        }
        let most = criterion.map_or(SCALE_MOST, Criterion::most);
        let judgement = self.judgement(SCORE, (columns.score, most));
        let justification = self.words(JUSTIFICATION, columns.justification);
        Some(Mark {
            criterion: criterion?.id,
            judgement: judgement?,
            justification,
        })
    }

    /// A review of the long layout with a mark for every criterion.
    fn whole(&mut self, partial: Partial, first: usize) -> (ReviewDraft, bool) {
        let marks: Vec<Mark> = partial.marks.into_iter().map(|(mark, _)| mark).collect();
        let draft = ReviewDraft {
            marks,
            ..ReviewDraft::default()
        };
        let lacks = |criterion: &&Criterion| draft.mark(criterion.id).is_none();
        let lacking = self.rubric.criteria.iter().filter(lacks);
        let lacking: Vec<&str> = lacking.map(|one| one.code.as_str()).collect();
        if !lacking.is_empty() && !partial.unsound {
            let message =
                Message::new("error-reviews-criterion-lacks").with("criteria", lacking.join(", "));
            self.findings.add(Wrong::at(first, CRITERION, message));
        }
        let sound = lacking.is_empty() && !partial.unsound;
        let marks = self.rubric.criteria.iter();
        let marks = marks.filter_map(|one| draft.mark(one.id).cloned());
        let marks = marks.collect();
        (ReviewDraft { marks, ..draft }, sound)
    }

    fn brought(
        &mut self,
        (application, reviewer): columns::Pair,
        row: usize,
        (draft, sound): (ReviewDraft, bool),
    ) -> Brought {
        let brought = Brought {
            row,
            application: self.row.line(application),
            reviewer: self.row.line(reviewer),
            draft,
            sound,
        };
        for (column, cell, key) in [
            (
                APPLICATION,
                &brought.application,
                "scores-application-missing",
            ),
            (REVIEWER, &brought.reviewer, "scores-reviewer-missing"),
        ] {
            if cell.is_empty() {
                self.findings.add(Wrong::plain(row, column, key));
            }
        }
        brought
    }

    /// Whole points of the scale, or that it can't be judged.
    fn judgement(&mut self, column: &str, (place, most): (Option<usize>, u8)) -> Option<Judgement> {
        let cell = self.row.line(place);
        if CANNOT_JUDGE.contains(&cell.to_lowercase().as_str()) {
            return Some(Judgement::CannotJudge);
        }
        let message = match whole(&cell) {
            Ok(Some(points)) => match u8::try_from(points) {
                Ok(points) if points <= most => return Some(Judgement::Points(points)),
                _ => told("error-reviews-outside", &cell).with("most", i64::from(most)),
            },
            Ok(None) => Message::new("error-reviews-score-missing"),
            Err(NotWhole::Text) => told("error-reviews-text", &cell),
            Err(NotWhole::Ambiguous) => told("error-reviews-ambiguous", &cell),
            Err(NotWhole::Fraction) => told("error-reviews-fraction", &cell),
        };
        self.wrong(column, message);
        None
    }

    fn words(&mut self, column: impl Into<String>, place: Option<usize>) -> String {
        let text = self.row.text(place);
        if text.chars().count() > TEXT_MOST {
            let message = Message::new("error-too-long").with("most", TEXT_MOST as i64);
            self.wrong(&column.into(), message);
        }
        text
    }

    /// The choice of a code; an empty cell is none.
    fn code<T>(
        &mut self,
        column: &'static str,
        place: Option<usize>,
        read: fn(&str) -> Option<T>,
    ) -> Option<T> {
        let cell = self.row.line(place).to_lowercase();
        let found = read(&cell);
        if found.is_none() && !cell.is_empty() {
            let key = if column == CONFIDENCE {
                "error-reviews-confidence"
            } else {
                "error-reviews-recommendation"
            };
            self.wrong(column, told(key, &cell));
        }
        found
    }

    fn wrong(&mut self, column: &str, message: Message) {
        let wrong = Wrong::at(self.row.number, column.to_owned(), message);
        self.findings.add(wrong);
    }
}

/// What stands for an abstention on a criterion: as our exports write it, and as
/// forms post it.
const CANNOT_JUDGE: [&str; 2] = ["cannot judge", "abstain"];

fn row_number(row: usize) -> i64 {
    i64::try_from(row).unwrap_or(i64::MAX)
}
