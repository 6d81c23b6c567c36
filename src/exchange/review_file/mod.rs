//! Reviews that people bring as a table, in one of two layouts: *wide*, one row a
//! review with a column for each criterion's code, or *long*, one row a score. The
//! header tells which. The file is read twice and never held: first to know which
//! rows belong together, then review by review. Knows no application and no person.

mod columns;
mod index;
mod read;

use std::io::{self, Read};
use std::path::Path;

use columns::{Columns, Layout, LongColumns, WideColumns};
pub use columns::{reason_column, wide_names};
use index::Index;

use super::table::{Findings, Table, Wrong};
use crate::domain::Message;
use crate::domain::review::{Mark, ReviewDraft};
use crate::domain::rubric::Rubric;

/// A file that can be read more than once.
pub trait Source {
    /// Begins to read it.
    fn open(&self) -> io::Result<Box<dyn Read + '_>>;
}

impl Source for String {
    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(self.as_bytes()))
    }
}

impl Source for Path {
    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(std::fs::File::open(self)?))
    }
}

/// A review as its rows say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brought {
    /// The first of its rows.
    pub row: usize,
    /// What stands for the application and for the reviewer.
    pub application: String,
    pub reviewer: String,
    pub draft: ReviewDraft,
    /// Whether its cells hold no problem; if not, the draft is not whole.
    pub sound: bool,
}

/// What a file says at all beside the scores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Says {
    /// For each criterion, in the order of the rubric.
    reasons: Vec<bool>,
    comment: bool,
    recommendation: bool,
    confidence: bool,
}

impl Says {
    /// A review that is there, with everything in its place that the file says.
    pub fn over(&self, kept: &ReviewDraft, brought: &ReviewDraft) -> ReviewDraft {
        let mark = |(mark, says): (&Mark, &bool)| {
            let before = kept.mark(mark.criterion);
            let reason = before.map(|before| before.justification.clone());
            Mark {
                justification: match reason.filter(|_| !says) {
                    Some(reason) => reason,
                    None => mark.justification.clone(),
                },
                ..mark.clone()
            }
        };
        let choose = |says: bool| if says { brought } else { kept };
        ReviewDraft {
            marks: brought.marks.iter().zip(&self.reasons).map(mark).collect(),
            comment: choose(self.comment).comment.clone(),
            confidence: choose(self.confidence).confidence,
            recommendation: choose(self.recommendation).recommendation,
        }
    }
}

/// Reviews that are handed out at once.
const CHUNK: usize = 500;

/// A file of reviews, as far as it is not read yet.
pub struct ReviewFile<'a> {
    table: Table<'a>,
    rubric: &'a Rubric,
    layout: Layout,
    says: Says,
    passed_over: Vec<String>,
    index: Index,
    /// Reviews of the long layout whose last row is still to come.
    open: read::Open,
}

impl<'a> ReviewFile<'a> {
    /// Reads the header, and which rows belong together.
    pub fn open(source: &'a (impl Source + ?Sized), rubric: &'a Rubric) -> Result<Self, Wrong> {
        let unreadable = |_| Wrong::plain(1, "", "error-table-row");
        let mut table = Table::open(source.open().map_err(unreadable)?)?;
        let columns = Columns::of(&table, rubric)?;
        let index = Index::of(&mut table, columns.pair)?;
        if index.is_empty() {
            return Err(Wrong::plain(1, "", "error-reviews-empty"));
        }
        Ok(Self {
            table: Table::open(source.open().map_err(unreadable)?)?,
            rubric,
            says: columns.layout.says(),
            layout: columns.layout,
            passed_over: columns.passed_over,
            index,
            open: read::Open::default(),
        })
    }

    /// What it says beside the scores.
    pub fn says(&self) -> &Says {
        &self.says
    }

    /// Names of the columns that mean nothing here.
    pub fn passed_over(&self) -> &[String] {
        &self.passed_over
    }

    /// The next reviews, at most some hundred; nothing at the end. What is wrong
    /// with cells goes to the findings.
    pub fn next(&mut self, findings: &mut Findings) -> Result<Option<Vec<Brought>>, Wrong> {
        let mut found = Vec::new();
        while found.len() < CHUNK {
            let Some(row) = self.table.next_row()? else {
                break;
            };
            if self.table.overflows(&row) {
                findings.add(Wrong::plain(row.number, "", "error-table-more"));
            }
            let reader = read::RowReader {
                rubric: self.rubric,
                row: &row,
                findings,
            };
            found.extend(match &self.layout {
                Layout::Wide(columns) => reader.wide(columns, &self.index),
                Layout::Long(columns) => reader.long(columns, &mut self.index, &mut self.open),
            });
        }
        Ok((!found.is_empty()).then_some(found))
    }
}

/// The begin of a cell, as a message can carry it.
fn told(key: &'static str, cell: &str) -> Message {
    let begin: String = cell.chars().take(40).collect();
    Message::new(key).with("cell", begin)
}

#[cfg(test)]
mod tests;
