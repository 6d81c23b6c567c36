//! Asking for erasure: a person about their account, an organisation about everything. An
//! admin answers; where law or money demands keeping, with a reason that the asker reads.

use super::check::read_note;
use super::{AccountId, Message, OrganisationId, Problems};

/// About whom erasure is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    Person(AccountId),
    Organisation(OrganisationId),
}

impl Whose {
    /// Stored code of its kind.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Person(_) => "account",
            Self::Organisation(_) => "organisation",
        }
    }

    /// Its id.
    pub fn id(&self) -> &str {
        match self {
            Self::Person(id) => id.as_str(),
            Self::Organisation(id) => id.as_str(),
        }
    }

    /// The one of a stored code and id.
    pub fn from_code(code: &str, id: &str) -> Option<Self> {
        match code {
            "account" => AccountId::parse(id).ok().map(Self::Person),
            "organisation" => OrganisationId::parse(id).ok().map(Self::Organisation),
            _ => None,
        }
    }
}

/// What an admin answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub granted: bool,
    pub reason: String,
}

/// Reads an answer: `grant` or `refuse` (field `answer`), and why (field `reason`). A
/// refusal needs a reason, and so does erasing although money was paid.
pub fn read_answer(answer: &str, reason: &str, paid: bool) -> Result<Answer, Problems> {
    let mut problems = Problems::default();
    let granted = match answer {
        "grant" => Ok(true),
        "refuse" => Ok(false),
        _ => Err(Message::new("error-choice")),
    };
    let needed = paid || granted == Ok(false);
    let granted = problems.take("answer", granted);
    let reason = problems.take("reason", read_note(reason, needed));
    match (granted, reason) {
        (Some(granted), Some(reason)) => Ok(Answer { granted, reason }),
        _ => Err(problems),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(answer: &str, reason: &str, paid: bool) -> Vec<&'static str> {
        let problems = read_answer(answer, reason, paid).unwrap_err();
        problems.0.iter().map(|one| one.message.key).collect()
    }

    #[test]
    fn a_refusal_has_a_reason_and_so_has_erasing_what_was_paid() {
        assert!(read_answer("grant", "", false).unwrap().granted);
        assert_eq!(keys("refuse", " ", false), ["error-required"]);
        assert_eq!(keys("grant", "", true), ["error-required"]);
        assert_eq!(keys("", "x", false), ["error-choice"]);
        let kept = read_answer("refuse", " Seven years by law. ", true).unwrap();
        assert_eq!(
            (kept.granted, kept.reason.as_str()),
            (false, "Seven years by law.")
        );
    }
}
