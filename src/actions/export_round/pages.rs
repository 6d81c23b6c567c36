//! One page of a table for a program: rows of so many applications, the latest first, and
//! where the next page begins.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use super::lists::{Owned, Pages};
use super::places::{Places, Ranked, sent};
use super::{Export, Run, Unfinished, What, no_rubric};
use crate::domain::ApplicationId;
use crate::domain::access_token::Scope;
use crate::domain::round::Round;
use crate::exchange::sheet::{Format, Sheet};
use crate::policy::Reach;
use crate::store::{Reader, rubric};

/// A page.
pub struct Page {
    /// One JSON object a line.
    pub lines: Vec<u8>,
    /// After which application the next one begins; nothing behind the last.
    pub next: Option<ApplicationId>,
}

/// Reads a page of a table. Its columns are those of the export; ranks are of a whole
/// round and stay empty here.
pub fn page(
    reader: &mut Reader,
    (reach, round): (Reach, Round),
    table: Scope,
    (before, limit): (Option<ApplicationId>, usize),
) -> Result<Page, Unfinished> {
    let rubric = rubric::by_id(reader, round.rubric_id)?.ok_or_else(no_rubric)?;
    let what = match table {
        Scope::Applications => What::Applications,
        Scope::Decisions => What::Decisions,
        Scope::Scores => What::Scores,
        Scope::Awards => What::Awards,
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
    let mut pages = Pages {
        reach,
        filter: sent(export.round.id),
        before,
        limit,
    };
    let rows = pages.next(reader)?.unwrap_or_default();
    let next = pages.before.filter(|_| rows.len() == limit);
    let run = Run {
        reader,
        export: &export,
        rubric,
        sheet,
        names: BTreeMap::new(),
    };
    run.page(table, &rows)?;
    Ok(Page { lines, next })
}

impl<W: Write + Send> Run<'_, W> {
    /// Writes the rows of these applications, and no others.
    fn page(mut self, table: Scope, rows: &[Owned]) -> Result<(), Unfinished> {
        match table {
            Scope::Applications => self.page_of_applications(rows)?,
            Scope::Awards => self.page_of_awards(rows)?,
            Scope::Decisions => {
                let standing = rows.iter().map(|(row, _)| (row.id, row.status)).collect();
                let within = (self.export.reach, &self.rubric);
                let mut places = Places::default();
                places.add(self.reader, within, standing)?;
                let unranked: Vec<Ranked> = places.unranked().collect();
                self.page_of_decisions(&unranked)?;
            }
            Scope::Scores => {
                let ids: Vec<ApplicationId> = rows.iter().map(|(row, _)| row.id).collect();
                let page = self.sent_of(&ids)?;
                self.page_of_scores(&page)?;
            }
        }
        Ok(self.sheet.end()?)
    }
}
