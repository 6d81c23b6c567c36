//! Exporting a round. That it is exported is noted in the audit log first; then it is
//! read page by page from one state of the database and written row by row, so that a
//! round of any size takes little memory.

mod lists;
mod pages;
mod places;
mod rows;
mod transfers;

pub use pages::{Cursor, Page, page};

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

use super::Refusal;
use crate::domain::round::Round;
use crate::domain::rubric::Rubric;
use crate::domain::{AccountId, ApplicationId};
use crate::exchange::csv_export::{
    applications, awards, decisions, events, payments, reviews, scores,
};
use crate::exchange::sheet::{Column, Format, Sheet};
use crate::policy::Reach;
use crate::store::application::{self, ApplicationRow};
use crate::store::{Reader, StoreError, Tx, account, audit, round, rubric, throttle};

/// Applications that are read at a time.
const PAGE: usize = 500;
/// Files that one person takes out within an hour, at most: more is a script, or somebody
/// who empties the house at an open browser.
const MOST_AN_HOUR: i32 = 120;

/// What can be exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// One row an application, by rank.
    Decisions,
    /// One row a submitted review.
    Scores,
    /// The same with every word, as it can be imported.
    Reviews,
    /// One row an application, the latest first.
    Applications,
    /// One row an award in force, or of which something was paid.
    Awards,
    /// One row a transfer of an award.
    Payments,
    /// One row an event that is about the round.
    Audit,
}

impl What {
    /// Everything that can be exported.
    pub const ALL: [Self; 7] = [
        Self::Decisions,
        Self::Scores,
        Self::Reviews,
        Self::Applications,
        Self::Awards,
        Self::Payments,
        Self::Audit,
    ];

    /// Posted and typed code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Decisions => "decisions",
            Self::Scores => "scores",
            Self::Reviews => "reviews",
            Self::Applications => "applications",
            Self::Awards => "awards",
            Self::Payments => "payments",
            Self::Audit => "audit",
        }
    }

    /// The export of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|what| what.code() == code)
    }
}

/// Why an export was not written to its end.
#[derive(Debug, thiserror::Error)]
pub enum Unfinished {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// A round that may be exported: the log has it.
#[derive(Debug, Clone)]
pub struct Export {
    what: What,
    format: Format,
    reach: Reach,
    round: Round,
}

/// Notes that a round is exported, as far as it is within reach.
pub fn begin(
    tx: &mut Tx,
    reach: Reach,
    slug: &str,
    (what, format): (What, Format),
) -> Result<Export, Refusal> {
    let round = round::by_slug(tx, slug)?.ok_or(Refusal::NotFound)?;
    let told = match format {
        Format::Csv => what.code().to_owned(),
        other => format!("{}, {}", what.code(), other.code()),
    };
    audit(tx, "export", ("round", round.id.as_str()), "", &told)?;
    Ok(Export {
        what,
        format,
        reach,
        round,
    })
}

/// Counts a file that a person takes out, and answers whether it is one too many.
pub fn count(tx: &mut Tx, person: AccountId) -> Result<bool, StoreError> {
    Ok(throttle::hit(tx, &format!("export:{person}"), 60)? > MOST_AN_HOUR)
}

impl Export {
    /// Name of the file: of small letters, digits and hyphens.
    pub fn file_name(&self) -> String {
        let (slug, what, format) = (&self.round.slug, self.what.code(), self.format.code());
        format!("{slug}-{what}.{format}")
    }

    /// How it is written.
    pub fn format(&self) -> Format {
        self.format
    }

    /// Writes the file. A workbook keeps its rows in `folder` until it ends; a CSV file
    /// begins with a byte order mark if asked.
    pub fn write(
        &self,
        reader: &mut Reader,
        out: impl Write + Send,
        bom: bool,
        folder: &Path,
    ) -> Result<(), Unfinished> {
        let rubric = rubric::by_id(reader, self.round.rubric_id)?;
        let rubric = rubric.ok_or_else(no_rubric)?;
        let sheet = Sheet::begin(out, (self.format, bom), &self.columns(&rubric), folder)?;
        let mut run = Run {
            reader,
            export: self,
            rubric,
            sheet,
            names: BTreeMap::new(),
        };
        match self.what {
            What::Decisions => run.decisions()?,
            What::Scores => run.scores()?,
            What::Reviews => run.reviews()?,
            What::Applications => run.applications()?,
            What::Awards => run.awards()?,
            What::Payments => run.payments()?,
            What::Audit => run.events()?,
        }
        // A large workbook is put together only now.
        run.reader.rest();
        Ok(run.sheet.end()?)
    }

    fn columns(&self, rubric: &Rubric) -> Vec<Column> {
        match self.what {
            What::Decisions => decisions::columns(rubric),
            What::Scores => scores::columns(rubric),
            What::Reviews => reviews::columns(rubric),
            What::Applications => applications::columns(),
            What::Awards => awards::columns(),
            What::Payments => payments::columns(),
            What::Audit => events::columns(),
        }
    }
}

fn no_rubric() -> StoreError {
    StoreError::Damaged("a round without rubric".to_owned())
}

/// An export on its way.
struct Run<'a, W: Write + Send> {
    reader: &'a mut Reader,
    export: &'a Export,
    rubric: Rubric,
    sheet: Sheet<W>,
    /// Of everybody met so far.
    names: BTreeMap<AccountId, String>,
}

impl<W: Write + Send> Run<'_, W> {
    /// Learns the names of people who were not met yet.
    fn meet(&mut self, people: impl Iterator<Item = AccountId>) -> Result<(), StoreError> {
        let mut unknown: Vec<AccountId> =
            people.filter(|id| !self.names.contains_key(id)).collect();
        unknown.sort_unstable();
        unknown.dedup();
        if !unknown.is_empty() {
            self.names.extend(account::names(self.reader, &unknown)?);
        }
        Ok(())
    }

    /// The applications of a page by id.
    fn found(
        &mut self,
        ids: &[ApplicationId],
    ) -> Result<BTreeMap<ApplicationId, ApplicationRow>, StoreError> {
        let rows = application::find_many(self.reader, self.export.reach, ids)?;
        Ok(rows.into_iter().map(|row| (row.id, row)).collect())
    }
}
