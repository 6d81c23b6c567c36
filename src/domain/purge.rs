//! The emergency purge: everything about an organisation or a round goes at once, when
//! keeping it would harm people. One admin proposes it, another confirms it in time.

use super::{AccountId, Moment, OrganisationId, PurgeId, RoundId};

/// Hours within which a proposed purge can be confirmed.
pub const HOURS: i64 = 24;

/// What is purged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    Organisation(OrganisationId),
    /// Its applications, and the organisations that applied nowhere else.
    Round(RoundId),
}

impl Subject {
    /// Stored code of its kind.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Organisation(_) => "organisation",
            Self::Round(_) => "round",
        }
    }

    /// Its id.
    pub fn id(&self) -> &str {
        match self {
            Self::Organisation(id) => id.as_str(),
            Self::Round(id) => id.as_str(),
        }
    }

    /// The subject of a stored code and id.
    pub fn from_code(code: &str, id: &str) -> Option<Self> {
        match code {
            "organisation" => OrganisationId::parse(id).ok().map(Self::Organisation),
            "round" => RoundId::parse(id).ok().map(Self::Round),
            _ => None,
        }
    }
}

/// Why it is purged: a choice and no words, which would stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// People are in danger.
    Danger,
    /// Those concerned asked for it.
    Request,
    /// A law or a court demands it.
    Order,
}

impl Cause {
    /// Every cause.
    pub const ALL: [Self; 3] = [Self::Danger, Self::Request, Self::Order];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Danger => "danger",
            Self::Request => "request",
            Self::Order => "order",
        }
    }

    /// The cause of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| cause.code() == code)
    }
}

/// Where a purge stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// For another admin to confirm it.
    Waiting,
    /// Nobody confirmed it in time.
    Lapsed,
    Dropped,
    /// What was erased is still to be removed from the disk.
    Erasing,
    Done,
}

/// A purge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Purge {
    pub id: PurgeId,
    pub subject: Subject,
    pub proposed_by: AccountId,
    /// Until when it can be confirmed, that instant included.
    pub expires_at: Moment,
    pub confirmed_at: Option<Moment>,
    pub dropped_at: Option<Moment>,
    pub finished_at: Option<Moment>,
}

impl Purge {
    /// Where it stands at an instant.
    pub fn standing(&self, now: Moment) -> Standing {
        match (self.finished_at, self.confirmed_at, self.dropped_at) {
            (Some(_), _, _) => Standing::Done,
            (None, Some(_), _) => Standing::Erasing,
            (None, None, Some(_)) => Standing::Dropped,
            (None, None, None) if now > self.expires_at => Standing::Lapsed,
            (None, None, None) => Standing::Waiting,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "0193a1b2-0000-7000-8000-0123456789ab";

    fn proposed() -> Purge {
        Purge {
            id: PurgeId::parse(ID).unwrap(),
            subject: Subject::Round(RoundId::parse(ID).unwrap()),
            proposed_by: AccountId::parse(ID).unwrap(),
            expires_at: Moment::from_micros(10),
            confirmed_at: None,
            dropped_at: None,
            finished_at: None,
        }
    }

    #[test]
    fn a_purge_waits_until_its_hour_and_no_longer() {
        let purge = proposed();
        assert_eq!(purge.standing(Moment::from_micros(10)), Standing::Waiting);
        assert_eq!(purge.standing(Moment::from_micros(11)), Standing::Lapsed);
        let late = Moment::from_micros(99);
        let confirmed = Purge {
            confirmed_at: Some(Moment::from_micros(9)),
            ..purge
        };
        assert_eq!(confirmed.standing(late), Standing::Erasing);
        let done = Purge {
            finished_at: Some(Moment::from_micros(12)),
            ..confirmed
        };
        assert_eq!(done.standing(late), Standing::Done);
        let dropped = Purge {
            dropped_at: Some(Moment::from_micros(5)),
            ..purge
        };
        assert_eq!(dropped.standing(late), Standing::Dropped);
    }

    #[test]
    fn a_subject_comes_back_from_its_code() {
        let subject = proposed().subject;
        assert_eq!(
            Subject::from_code(subject.code(), subject.id()),
            Some(subject)
        );
        assert_eq!(Subject::from_code("application", ID), None);
        assert_eq!(Subject::from_code("round", "x"), None);
    }
}
