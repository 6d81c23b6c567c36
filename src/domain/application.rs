//! The life of an application: its states and the events that change them.

/// Where an application stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    Draft,
    Discarded,
    Submitted,
    Withdrawn,
    Ineligible,
    InReview,
    Deliberation,
    /// Its outcome has been released to the applicant.
    Decided,
}

impl Status {
    /// Every status, in the order of a life.
    pub const ALL: [Self; 8] = [
        Self::Draft,
        Self::Discarded,
        Self::Submitted,
        Self::Withdrawn,
        Self::Ineligible,
        Self::InReview,
        Self::Deliberation,
        Self::Decided,
    ];

    /// Statuses in which an application holds its organisation's one place in a
    /// round with a closing day.
    pub const STANDING: [Self; 5] = [
        Self::Draft,
        Self::Submitted,
        Self::InReview,
        Self::Deliberation,
        Self::Decided,
    ];

    /// Stored code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Discarded => "discarded",
            Self::Submitted => "submitted",
            Self::Withdrawn => "withdrawn",
            Self::Ineligible => "ineligible",
            Self::InReview => "in_review",
            Self::Deliberation => "deliberation",
            Self::Decided => "decided",
        }
    }

    /// The status of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }
}

/// What can happen to an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Event {
    Discard,
    Submit,
    Withdraw,
    /// Screened as eligible.
    Admit,
    /// Screened as not eligible.
    Exclude,
    /// The last assigned review came in.
    ReviewsComplete,
    /// A reviewer was added, or a decision to refer back was released.
    Reopen,
    /// An award, reserve or decline was released.
    Release,
    /// A released decision is to be decided anew.
    Revise,
}

impl Event {
    /// Every event.
    pub const ALL: [Self; 9] = [
        Self::Discard,
        Self::Submit,
        Self::Withdraw,
        Self::Admit,
        Self::Exclude,
        Self::ReviewsComplete,
        Self::Reopen,
        Self::Release,
        Self::Revise,
    ];
}

/// The event is not possible in this status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Impossible {
    pub status: Status,
    pub event: Event,
}

/// The whole state machine (product diagram, section 4). Withdrawal is possible
/// at any time before the decision is released. A decided one comes back to
/// deliberation only to be decided anew; the former decision stays.
pub fn transition(status: Status, event: Event) -> Result<Status, Impossible> {
    use Event as E;
    use Status as S;
    match (status, event) {
        (S::Draft, E::Discard) => Ok(S::Discarded),
        (S::Draft, E::Submit) => Ok(S::Submitted),
        (S::Submitted, E::Admit) => Ok(S::InReview),
        (S::Submitted, E::Exclude) => Ok(S::Ineligible),
        (S::Submitted | S::InReview | S::Deliberation, E::Withdraw) => Ok(S::Withdrawn),
        (S::InReview, E::ReviewsComplete) => Ok(S::Deliberation),
        (S::InReview | S::Deliberation, E::Reopen) => Ok(S::InReview),
        (S::Deliberation, E::Release) => Ok(S::Decided),
        (S::Decided, E::Revise) => Ok(S::Deliberation),
        (
            S::Draft,
            E::Withdraw
            | E::Admit
            | E::Exclude
            | E::ReviewsComplete
            | E::Reopen
            | E::Release
            | E::Revise,
        )
        | (
            S::Submitted,
            E::Discard | E::Submit | E::ReviewsComplete | E::Reopen | E::Release | E::Revise,
        )
        | (S::InReview, E::Discard | E::Submit | E::Admit | E::Exclude | E::Release | E::Revise)
        | (
            S::Deliberation,
            E::Discard | E::Submit | E::Admit | E::Exclude | E::ReviewsComplete | E::Revise,
        )
        | (
            S::Decided,
            E::Discard
            | E::Submit
            | E::Withdraw
            | E::Admit
            | E::Exclude
            | E::ReviewsComplete
            | E::Reopen
            | E::Release,
        )
        | (S::Discarded | S::Withdrawn | S::Ineligible, _) => Err(Impossible { status, event }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_pairs_are_as_the_diagram_says() {
        let mut possible = Vec::new();
        for status in Status::ALL {
            for event in Event::ALL {
                if let Ok(next) = transition(status, event) {
                    possible.push((status, event, next));
                }
            }
        }
        use Status::*;
        assert_eq!(
            possible,
            [
                (Draft, Event::Discard, Discarded),
                (Draft, Event::Submit, Submitted),
                (Submitted, Event::Withdraw, Withdrawn),
                (Submitted, Event::Admit, InReview),
                (Submitted, Event::Exclude, Ineligible),
                (InReview, Event::Withdraw, Withdrawn),
                (InReview, Event::ReviewsComplete, Deliberation),
                (InReview, Event::Reopen, InReview),
                (Deliberation, Event::Withdraw, Withdrawn),
                (Deliberation, Event::Reopen, InReview),
                (Deliberation, Event::Release, Decided),
                (Decided, Event::Revise, Deliberation),
            ]
        );
    }

    #[test]
    fn codes_are_read_back() {
        for status in Status::ALL {
            assert_eq!(Status::from_code(status.code()), Some(status));
        }
    }
}
