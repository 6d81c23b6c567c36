//! Screening: in or out of scope, before any scoring.

use super::check::read_note;
use super::{Message, Problems};

/// What a screening found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    Eligible,
    /// Not eligible, for a reason of the list `ineligible_reason`.
    NotEligible(String),
}

impl Verdict {
    /// Whether it lets the application in.
    pub fn eligible(&self) -> bool {
        *self == Self::Eligible
    }

    /// Stored and posted code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Eligible => "eligible",
            Self::NotEligible(_) => "ineligible",
        }
    }

    /// The code of the reason, if one was needed.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Eligible => None,
            Self::NotEligible(reason) => Some(reason),
        }
    }
}

/// A screening as staff posted it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screening {
    pub verdict: Verdict,
    /// For colleagues; not empty when the verdict shuts the application out.
    pub note: String,
}

/// Reads a posted screening, fields `outcome`, `reason` and `note`; `reasons`
/// are the codes that may be given. The reason of an eligible one is dropped.
pub fn read_screening(
    (outcome, reason, note): (&str, &str, &str),
    reasons: &[&str],
) -> Result<Screening, Problems> {
    let mut problems = Problems::default();
    let verdict = match outcome {
        "eligible" => Some(Verdict::Eligible),
        "ineligible" => {
            let known = reasons.contains(&reason).then(|| reason.to_owned());
            let known = known.ok_or_else(|| Message::new("error-screening-reason"));
            problems.take("reason", known).map(Verdict::NotEligible)
        }
        _ => {
            problems.add("outcome", Message::new("error-choice"));
            None
        }
    };
    let note = problems.take("note", read_note(note, outcome == "ineligible"));
    match (verdict, note) {
        (Some(verdict), Some(note)) => Ok(Screening { verdict, note }),
        _ => Err(problems),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REASONS: [&str; 2] = ["out_of_scope", "duplicate"];

    fn fields(posted: (&str, &str, &str)) -> Vec<String> {
        let problems = read_screening(posted, &REASONS).unwrap_err();
        problems.0.into_iter().map(|p| p.field).collect()
    }

    #[test]
    fn eligible_needs_nothing_more() {
        let read = read_screening(("eligible", "duplicate", ""), &REASONS).unwrap();
        assert_eq!(read.verdict, Verdict::Eligible);
        assert_eq!(read.verdict.reason(), None);
    }

    #[test]
    fn shutting_out_needs_reason_and_note() {
        assert_eq!(fields(("ineligible", "", "")), ["reason", "note"]);
        assert_eq!(fields(("ineligible", "whim", "n")), ["reason"]);
        assert_eq!(fields(("", "", "")), ["outcome"]);
        let read = read_screening(("ineligible", "duplicate", "Sent twice"), &REASONS);
        let read = read.unwrap();
        assert_eq!(read.verdict.reason(), Some("duplicate"));
        assert!(!read.verdict.eligible());
    }
}
