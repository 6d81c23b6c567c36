//! What staff say of an overlap that was found.

/// How an overlap stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Found, and nobody has said anything.
    Open,
    /// The same work is or was paid for.
    Confirmed,
    /// Looks alike and is not, for a reason.
    Dismissed,
    /// The applicant was asked.
    Asked,
}

impl Standing {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Open, Self::Confirmed, Self::Dismissed, Self::Asked];

    /// How it is kept.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Confirmed => "confirmed",
            Self::Dismissed => "dismissed",
            Self::Asked => "asked",
        }
    }

    /// Reads a kept code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}
