//! What is known of an organisation's screening, and what people answer to its hits.

use crate::domain::check::read_note;
use crate::domain::{ListVersionId, Message, Problems};

/// What a run is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    Screening,
    /// An award is about to be signed off.
    SignOff,
    /// A payment is about to be approved.
    Payment,
}

impl Purpose {
    /// Every purpose.
    pub const ALL: [Self; 3] = [Self::Screening, Self::SignOff, Self::Payment];

    /// Stored code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Screening => "screening",
            Self::SignOff => "sign_off",
            Self::Payment => "payment",
        }
    }

    /// The purpose of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// How a hit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HitState {
    Open,
    /// One person says that it is the listed one; a second has to say so too.
    Proposed,
    Cleared,
    Confirmed,
}

impl HitState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Open, Self::Proposed, Self::Cleared, Self::Confirmed];

    /// Stored code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Proposed => "proposed",
            Self::Cleared => "cleared",
            Self::Confirmed => "confirmed",
        }
    }

    /// The state of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// What somebody says a hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Somebody else than the listed one.
    Cleared,
    /// The listed one.
    Confirmed,
}

/// Reads an answer, fields `verdict` and `reason`.
pub fn read_answer(verdict: &str, reason: &str) -> Result<(Verdict, String), Problems> {
    let mut problems = Problems::default();
    let verdict = match verdict {
        "cleared" => Ok(Verdict::Cleared),
        "confirmed" => Ok(Verdict::Confirmed),
        _ => Err(Message::new("error-choice")),
    };
    let verdict = problems.take("verdict", verdict);
    let reason = problems.take("reason", read_note(reason, true));
    match (verdict, reason) {
        (Some(verdict), Some(reason)) => Ok((verdict, reason)),
        _ => Err(problems),
    }
}

/// A list that names were or would be measured by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Measure {
    pub list: String,
    pub version: ListVersionId,
    /// Hundredths.
    pub threshold: i32,
}

/// What a run compares with what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basis {
    /// In the order of their codes.
    pub lists: Vec<Measure>,
    /// Digest of the names.
    pub name_print: String,
}

/// How far the last run still holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Freshness {
    /// A list, a threshold or a name has changed since.
    Stale,
    Never,
    Current,
    /// No list counts, or none of those that do is loaded.
    NoLists,
}

impl Freshness {
    /// Compares what was screened with what would be now.
    pub fn of(last: Option<&Basis>, now: &Basis) -> Self {
        match last {
            _ if now.lists.is_empty() => Self::NoLists,
            None => Self::Never,
            Some(last) if last == now => Self::Current,
            Some(_) => Self::Stale,
        }
    }

    /// Whether a run is due.
    pub fn is_due(self) -> bool {
        matches!(self, Self::Stale | Self::Never)
    }
}

/// How many hits of the last run stand how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    pub open: usize,
    pub proposed: usize,
    pub cleared: usize,
    pub confirmed: usize,
}

impl Tally {
    /// Counts a hit.
    pub fn add(&mut self, state: HitState, count: usize) {
        let place = match state {
            HitState::Open => &mut self.open,
            HitState::Proposed => &mut self.proposed,
            HitState::Cleared => &mut self.cleared,
            HitState::Confirmed => &mut self.confirmed,
        };
        *place += count;
    }

    /// Those that nobody or only one person has answered.
    pub fn unanswered(self) -> usize {
        self.open + self.proposed
    }

    /// Those that stand between an award and its signature.
    pub fn unsettled(self) -> usize {
        self.unanswered() + self.confirmed
    }

    /// All.
    pub fn total(self) -> usize {
        self.unsettled() + self.cleared
    }
}
