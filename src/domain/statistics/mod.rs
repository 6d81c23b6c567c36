//! What scores can say, and how surely: agreement of reviewers, severity,
//! adjusted scores, expected ranks with intervals, disagreement. Works on plain
//! numbers; knows no round, no person, no clock. The same table and the same seed
//! give the same answer, in whatever order the ratings come.
//!
//! | file | answers | source |
//! | --- | --- | --- |
//! | [`alpha`] | do reviewers agree (missing scores allowed) | Krippendorff 2011 |
//! | [`icc`] | how reliable are one review and a mean of k | Shrout & Fleiss 1979 |
//! | [`shrinkage`] | adjusted score, severity, variance components | Patterson & Thompson 1971, Henderson 1975 |
//! | [`draws`], [`places`] | expected rank, interval, PCER, bands | Heyard et al. 2022, Salanti et al. 2011 |
//! | [`influence`] | what one reviewer or one weight decides | refitting |
//! | [`disagreement`] | which applications to discuss | relative to the panel's spread |
//!
//! `docs/statistics.md` says the same in plain words.
//!
//! What has no answer is an [`Undefined`] with its reason, never a number.

pub mod alpha;
mod analysis;
mod cholesky;
pub mod disagreement;
pub mod draws;
mod equations;
pub mod icc;
pub mod influence;
pub mod measure;
mod minimum;
pub mod places;
pub mod shrinkage;
mod table;
#[cfg(test)]
mod tests;

pub use analysis::{Agreement, Analysis, Question, ReviewerStanding, Standing, analysis};
pub use disagreement::{Disagreement, disagreement};
pub use measure::{Best, Scale};
pub use places::Place;
pub use shrinkage::{Estimate, Variance};
pub use table::{Panel, Rating, Table};

/// Why there is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Undefined {
    /// The application has no review that counts.
    NoReviews,
    /// Only one application has reviews: there is nothing to compare.
    OneApplication,
    /// One reviewer scored everything: severity and chance cannot be told from quality.
    OneReviewer,
    /// No application has two reviews: a reviewer's chance cannot be told from quality.
    SingleReviews,
    /// Nothing differs (every score, or every mean), so nothing ranks or agrees.
    NoVariation,
    /// No reviewer scored two applications, so nobody's severity can be seen.
    ReviewersOnce,
    /// The application's reviewers scored nothing else, while the others fall
    /// into panels: no common reviewer ties it to any of them.
    Unconnected,
    /// Ratios need a scale with a true zero and no negative scores.
    NegativeScores,
    /// More reviewers than are refitted one by one.
    TooLarge,
}

impl Undefined {
    /// Every reason.
    pub const ALL: [Self; 9] = [
        Self::NoReviews,
        Self::OneApplication,
        Self::OneReviewer,
        Self::SingleReviews,
        Self::NoVariation,
        Self::ReviewersOnce,
        Self::Unconnected,
        Self::NegativeScores,
        Self::TooLarge,
    ];

    /// Word for files and programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoReviews => "no-reviews",
            Self::OneApplication => "one-application",
            Self::OneReviewer => "one-reviewer",
            Self::SingleReviews => "single-reviews",
            Self::NoVariation => "no-variation",
            Self::ReviewersOnce => "reviewers-once",
            Self::Unconnected => "unconnected",
            Self::NegativeScores => "negative-scores",
            Self::TooLarge => "too-large",
        }
    }

    /// The reason of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// Key of the sentence that explains it to people.
    pub fn key(self) -> &'static str {
        match self {
            Self::NoReviews => "statistics-no-reviews",
            Self::OneApplication => "statistics-one-application",
            Self::OneReviewer => "statistics-one-reviewer",
            Self::SingleReviews => "statistics-single-reviews",
            Self::NoVariation => "statistics-no-variation",
            Self::ReviewersOnce => "statistics-reviewers-once",
            Self::Unconnected => "statistics-unconnected",
            Self::NegativeScores => "statistics-negative-scores",
            Self::TooLarge => "statistics-too-large",
        }
    }
}

/// A number, or why there is none.
pub type Answer<T> = Result<T, Undefined>;
