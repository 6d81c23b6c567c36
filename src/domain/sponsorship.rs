//! A fiscal sponsor: another organisation that agrees to receive and account for
//! the grant. Asked, answered, and open to second thoughts until the decision.

use super::account::Email;
use super::application::Status;
use super::numerals::one_line;
use super::{Message, Problems};

/// Most characters of a sponsor's name.
pub const SPONSOR_MOST: usize = 200;

/// Where a question to a sponsor stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SponsorState {
    Asked,
    Consented,
    Declined,
    /// The sponsor took its consent back.
    Revoked,
    /// The applicant took the question back.
    Dropped,
}

impl SponsorState {
    /// Every state.
    pub const ALL: [Self; 5] = [
        Self::Asked,
        Self::Consented,
        Self::Declined,
        Self::Revoked,
        Self::Dropped,
    ];

    /// Stored code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Consented => "consented",
            Self::Declined => "declined",
            Self::Revoked => "revoked",
            Self::Dropped => "dropped",
        }
    }

    /// The state of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether it stands in the way of asking somebody else.
    pub fn is_open(self) -> bool {
        match self {
            Self::Asked | Self::Consented => true,
            Self::Declined | Self::Revoked | Self::Dropped => false,
        }
    }
}

/// What can happen to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SponsorEvent {
    Consent,
    Decline,
    Revoke,
    Drop,
}

/// The whole state machine; nothing where the event can't happen.
pub fn answered(state: SponsorState, event: SponsorEvent) -> Option<SponsorState> {
    use SponsorEvent as E;
    use SponsorState as S;
    match (state, event) {
        (S::Asked, E::Consent) => Some(S::Consented),
        (S::Asked, E::Decline) => Some(S::Declined),
        (S::Consented, E::Revoke) => Some(S::Revoked),
        (S::Asked | S::Consented, E::Drop) => Some(S::Dropped),
        (S::Asked, E::Revoke)
        | (S::Consented, E::Consent | E::Decline)
        | (S::Declined | S::Revoked | S::Dropped, _) => None,
    }
}

/// Whether a sponsor can be asked and can answer while an application stands so:
/// until the outcome is released.
pub fn is_undecided(status: Status) -> bool {
    match status {
        Status::Draft | Status::Submitted | Status::InReview | Status::Deliberation => true,
        Status::Discarded | Status::Withdrawn | Status::Ineligible | Status::Decided => false,
    }
}

/// Whom to ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    pub name: String,
    pub email: Email,
}

impl Contact {
    /// Reads the fields `sponsor` and `email`.
    pub fn read(name: &str, email: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let line = one_line(name);
        let name = match line.chars().count() {
            0 => Err(Message::new("error-required")),
            1..=SPONSOR_MOST => Ok(line),
            _ => Err(Message::new("error-too-long").with("most", SPONSOR_MOST as i64)),
        };
        let name = problems.take("sponsor", name);
        let email = problems.take("email", Email::parse(email));
        match (name, email) {
            (Some(name), Some(email)) => Ok(Self { name, email }),
            _ => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_pairs_are_as_the_machine_says() {
        use SponsorEvent as E;
        use SponsorState as S;
        let events = [E::Consent, E::Decline, E::Revoke, E::Drop];
        let mut possible = Vec::new();
        for state in S::ALL {
            for event in events {
                if let Some(next) = answered(state, event) {
                    possible.push((state, event, next));
                }
            }
        }
        assert_eq!(
            possible,
            [
                (S::Asked, E::Consent, S::Consented),
                (S::Asked, E::Decline, S::Declined),
                (S::Asked, E::Drop, S::Dropped),
                (S::Consented, E::Revoke, S::Revoked),
                (S::Consented, E::Drop, S::Dropped),
            ]
        );
    }

    #[test]
    fn codes_are_read_back() {
        for state in SponsorState::ALL {
            assert_eq!(SponsorState::from_code(state.code()), Some(state));
        }
    }

    #[test]
    fn a_contact_needs_name_and_address() {
        let problems = Contact::read(" ", "nobody").unwrap_err();
        let fields: Vec<_> = problems.0.into_iter().map(|p| p.field).collect();
        assert_eq!(fields, ["sponsor", "email"]);
        let read = Contact::read("Olive  Fund", "Office@Olive.example").unwrap();
        assert_eq!(
            (read.name.as_str(), read.email.as_str()),
            ("Olive Fund", "office@olive.example")
        );
    }
}
