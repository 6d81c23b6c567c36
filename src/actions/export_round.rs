//! Exporting a round: what is read is noted in the audit log in the same
//! transaction, then written row by row.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::Refusal;
use super::rank_round::{RoundRanking, rank_round};
use crate::domain::ReviewId;
use crate::exchange::csv_export::{Sheet, decisions, reviews, scores};
use crate::policy::Reach;
use crate::store::review_words::Words;
use crate::store::{Tx, audit, review_version, review_words};

/// What can be exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// One row an application.
    Decisions,
    /// One row a submitted review.
    Scores,
    /// The same with every word, as it can be imported.
    Reviews,
}

impl What {
    /// Everything that can be exported.
    pub const ALL: [Self; 3] = [Self::Decisions, Self::Scores, Self::Reviews];

    /// Posted and typed code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Decisions => "decisions",
            Self::Scores => "scores",
            Self::Reviews => "reviews",
        }
    }

    /// The export of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|what| what.code() == code)
    }
}

/// A round read for an export.
pub struct Export {
    what: What,
    ranking: RoundRanking,
    versions: BTreeMap<ReviewId, i32>,
    /// Empty where they are not asked for.
    words: BTreeMap<ReviewId, Words>,
}

/// Reads what is within reach and notes the export.
pub fn export(tx: &mut Tx, reach: Reach, slug: &str, what: What) -> Result<Export, Refusal> {
    let ranking = rank_round(tx, reach, slug)?.ok_or(Refusal::NotFound)?;
    let versions = review_version::latest_of_round(tx, ranking.round.id)?;
    let words = match what {
        What::Reviews => review_words::of_round(tx, ranking.round.id)?,
        What::Decisions | What::Scores => BTreeMap::new(),
    };
    let round = ("round", ranking.round.id.as_str());
    audit(tx, "export", round, "", what.code())?;
    Ok(Export {
        what,
        ranking,
        versions,
        words,
    })
}

impl Export {
    /// Name of the file: of small letters, digits and hyphens.
    pub fn file_name(&self) -> String {
        format!("{}-{}.csv", self.ranking.round.slug, self.what.code())
    }

    /// Writes the sheet, row by row.
    pub fn write(&self, out: impl Write, bom: bool) -> io::Result<()> {
        match self.what {
            What::Decisions => self.write_decisions(out, bom),
            What::Scores => self.write_scores(out, bom),
            What::Reviews => self.write_reviews(out, bom),
        }
    }

    fn write_decisions(&self, out: impl Write, bom: bool) -> io::Result<()> {
        let ranking = &self.ranking;
        let mut sheet = Sheet::begin(out, bom, &decisions::header(&ranking.rubric))?;
        for entry in &ranking.entries {
            sheet.row(&decisions::cells(&decisions::Line {
                reference: &entry.application.reference,
                organisation: &entry.organisation,
                status: entry.application.status,
                currency: ranking.round.currency,
                requested_minor: entry.application.requested_minor,
                conversion: entry.application.conversion(),
                ranked: &entry.ranked,
                decision: entry.decision.as_ref(),
                names: &ranking.names,
            }))?;
        }
        sheet.end()
    }

    fn write_scores(&self, out: impl Write, bom: bool) -> io::Result<()> {
        let ranking = &self.ranking;
        let mut sheet = Sheet::begin(out, bom, &scores::header(&ranking.rubric))?;
        for entry in &ranking.entries {
            for review in &entry.reviews {
                let line = scores::Line {
                    reference: &entry.application.reference,
                    reviewer: ranking.names.get(&review.reviewer).map_or("", |name| name),
                    submitted_at: review.submitted_at,
                    version: self.versions.get(&review.review).copied().unwrap_or(1),
                    judgements: &review.judgements,
                    first: ranking.first_score(review).total,
                    recommendation: review.recommendation,
                    confidence: review.confidence,
                };
                sheet.row(&scores::cells(&ranking.rubric, &line))?;
            }
        }
        sheet.end()
    }

    fn write_reviews(&self, out: impl Write, bom: bool) -> io::Result<()> {
        let (ranking, none) = (&self.ranking, Words::default());
        let mut sheet = Sheet::begin(out, bom, &reviews::header(&ranking.rubric))?;
        for entry in &ranking.entries {
            for review in &entry.reviews {
                let words = self.words.get(&review.review).unwrap_or(&none);
                let line = reviews::Line {
                    reference: &entry.application.reference,
                    email: &words.email,
                    judgements: &review.judgements,
                    reasons: &words.reasons,
                    recommendation: review.recommendation,
                    confidence: review.confidence,
                    comment: &words.comment,
                };
                sheet.row(&reviews::cells(&ranking.rubric, &line))?;
            }
        }
        sheet.end()
    }
}
