//! What a reviewer would do, and how sure they are. Neither is part of a score.

/// How sure a reviewer is of what they say about an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    Low,
    Medium,
    High,
}

impl Confidence {
    /// Every confidence, from the lowest.
    pub const ALL: [Self; 3] = [Self::Low, Self::Medium, Self::High];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }

    /// The confidence of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// What a reviewer would do with an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Recommendation {
    Fund,
    /// Fund it if conditions are met, told in the comment.
    FundIf,
    DoNotFund,
}

impl Recommendation {
    /// Every recommendation, in the order in which the form offers them.
    pub const ALL: [Self; 3] = [Self::Fund, Self::FundIf, Self::DoNotFund];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Fund => "fund",
            Self::FundIf => "fund_if",
            Self::DoNotFund => "do_not_fund",
        }
    }

    /// The recommendation of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}
