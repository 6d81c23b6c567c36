//! One page of a table for a program: rows of so many applications, the latest first, or so
//! many transfers or events, the first first, and where the next page begins.

use std::collections::BTreeMap;
use std::fmt;
use std::io::Write;
use std::path::Path;

use super::lists::{Owned, Pages};
use super::places::{Places, Ranked, sent};
use super::{Export, Run, Unfinished, What, no_rubric};
use crate::domain::access_token::Scope;
use crate::domain::round::Round;
use crate::domain::{ApplicationId, DisbursementId};
use crate::exchange::sheet::{Format, Sheet};
use crate::policy::Reach;
use crate::store::{
    PageAfter, Reader, audit_of_round, disbursed, opened_audit_place, rubric, sealed_audit_place,
};

/// A page.
pub struct Page {
    /// One JSON object a line.
    pub lines: Vec<u8>,
    /// Behind what the next one begins; nothing behind the last.
    pub next: Option<Cursor>,
}

/// The last thing of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cursor {
    Application(ApplicationId),
    Transfer(DisbursementId),
    /// The number of an event in the table, and its place in the log: sealed, as that tells of
    /// what is left out, and empty where a former release gave the cursor.
    Event(u32, String),
}

impl Cursor {
    /// Reads a cursor of a table.
    pub fn read(table: Scope, text: &str) -> Option<Self> {
        match table {
            Scope::Payments => DisbursementId::parse(text).ok().map(Self::Transfer),
            Scope::Audit => {
                let (number, place) = text.split_once('.').unwrap_or((text, ""));
                Some(Self::Event(number.parse().ok()?, place.to_owned()))
            }
            Scope::Applications
            | Scope::Decisions
            | Scope::Scores
            | Scope::Awards
            | Scope::Reviews => ApplicationId::parse(text).ok().map(Self::Application),
        }
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Application(id) => id.fmt(f),
            Self::Transfer(id) => id.fmt(f),
            Self::Event(number, place) if place.is_empty() => number.fmt(f),
            Self::Event(number, place) => write!(f, "{number}.{place}"),
        }
    }
}

/// Reads a page of a table. Its columns are those of the export; ranks are of a whole
/// round and stay empty here.
pub fn page(
    reader: &mut Reader,
    (reach, round): (Reach, Round),
    table: Scope,
    (behind, limit): (Option<Cursor>, usize),
) -> Result<Page, Unfinished> {
    let rubric = rubric::by_id(reader, round.rubric_id)?.ok_or_else(no_rubric)?;
    let what = match table {
        Scope::Applications => What::Applications,
        Scope::Decisions => What::Decisions,
        Scope::Scores => What::Scores,
        Scope::Awards => What::Awards,
        Scope::Reviews => What::Reviews,
        Scope::Payments => What::Payments,
        Scope::Audit => What::Audit,
    };
    let export = Export {
        what,
        format: Format::Jsonl,
        reach,
        round,
    };
    let mut lines = Vec::new();
    let columns = export.columns(&rubric);
    let sheet = Sheet::begin(&mut lines, (export.format, false), &columns, Path::new(""))?;
    let run = Run {
        reader,
        export: &export,
        rubric,
        sheet,
        names: BTreeMap::new(),
    };
    let next = run.page(table, behind, limit)?;
    Ok(Page { lines, next })
}

impl<W: Write + Send> Run<'_, W> {
    /// Writes the rows of a page, and no others; says where the next begins.
    fn page(
        mut self,
        table: Scope,
        behind: Option<Cursor>,
        limit: usize,
    ) -> Result<Option<Cursor>, Unfinished> {
        let next = match table {
            Scope::Payments => self.some_payments(behind, limit)?,
            Scope::Audit => self.some_events(behind, limit)?,
            Scope::Applications
            | Scope::Decisions
            | Scope::Scores
            | Scope::Awards
            | Scope::Reviews => self.some_applications(table, behind, limit)?,
        };
        self.sheet.end()?;
        Ok(next)
    }

    fn some_payments(
        &mut self,
        behind: Option<Cursor>,
        limit: usize,
    ) -> Result<Option<Cursor>, Unfinished> {
        let (reach, round) = (self.export.reach, self.export.round.id);
        let after = match behind {
            Some(Cursor::Transfer(id)) => Some(id),
            _ => None,
        };
        let found = disbursed::of_round(self.reader, reach, round, after, most(limit))?;
        self.page_of_payments(&found)?;
        let last = found.last().filter(|_| found.len() == limit);
        Ok(last.map(|(_, _, _, row)| Cursor::Transfer(row.id)))
    }

    fn some_events(
        &mut self,
        behind: Option<Cursor>,
        limit: usize,
    ) -> Result<Option<Cursor>, Unfinished> {
        let (reach, round) = (self.export.reach, self.export.round.id);
        let (passed, place) = match behind {
            Some(Cursor::Event(number, place)) => (number, place),
            _ => (0, String::new()),
        };
        let after = match opened_audit_place(self.reader, round, &place) {
            Some(seq) => PageAfter::Event(seq),
            None => PageAfter::Passed(passed.into()),
        };
        let found = audit_of_round(self.reader, reach, round, after, most(limit))?;
        self.page_of_events(&found, passed.into())?;
        let Some(last) = found.last().filter(|_| found.len() == limit) else {
            return Ok(None);
        };
        let number = passed.saturating_add(u32::try_from(found.len()).unwrap_or(u32::MAX));
        let place = sealed_audit_place(self.reader, round, last.seq);
        Ok(Some(Cursor::Event(number, place)))
    }

    fn some_applications(
        &mut self,
        table: Scope,
        behind: Option<Cursor>,
        limit: usize,
    ) -> Result<Option<Cursor>, Unfinished> {
        let mut pages = Pages {
            reach: self.export.reach,
            filter: sent(self.export.round.id),
            before: match behind {
                Some(Cursor::Application(id)) => Some(id),
                _ => None,
            },
            limit,
        };
        let rows = pages.next(self.reader)?.unwrap_or_default();
        self.rows_of(table, &rows)?;
        let next = pages.before.filter(|_| rows.len() == limit);
        Ok(next.map(Cursor::Application))
    }

    /// The rows of these applications.
    fn rows_of(&mut self, table: Scope, rows: &[Owned]) -> Result<(), Unfinished> {
        let ids = || rows.iter().map(|(row, _)| row.id).collect::<Vec<_>>();
        match table {
            Scope::Applications => self.page_of_applications(rows),
            Scope::Awards => self.page_of_awards(rows),
            Scope::Decisions => {
                let standing = rows.iter().map(|(row, _)| (row.id, row.status)).collect();
                let within = (self.export.reach, &self.rubric);
                let mut places = Places::default();
                places.add(self.reader, within, standing)?;
                let unranked: Vec<Ranked> = places.unranked().collect();
                self.page_of_decisions(&unranked)
            }
            Scope::Scores => {
                let page = self.sent_of(&ids())?;
                self.page_of_scores(&page)
            }
            Scope::Reviews => {
                let page = self.sent_of(&ids())?;
                self.page_of_reviews(&page)
            }
            // Not by application.
            Scope::Payments | Scope::Audit => Ok(()),
        }
    }
}

fn most(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}
