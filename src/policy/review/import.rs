//! Who may bring reviews out of a file into a round, and whose. What is brought is
//! kept as brought by them: nobody shall believe that the reviewer clicked.

use super::{MayReview, UNDER_REVIEW};
use crate::domain::application::{Event, Status};
use crate::domain::assignment::{Bar, Candidate};
use crate::domain::phase::{Phase, Stand};
use crate::domain::{AccountId, ApplicationId, Message, Moment, RoundId};
use crate::policy::application::MayAdvance;
use crate::policy::assignment::bar_key;
use crate::policy::{Actor, Hindrance};

/// May bring reviews into a round.
#[derive(Debug)]
pub struct MayImportReviews {
    round: RoundId,
    by: AccountId,
}

impl MayImportReviews {
    /// Admins may, while the round takes reviews and its phase is open.
    pub fn into(
        actor: &Actor,
        (round, open): (RoundId, bool),
        phase: &Phase,
        now: Moment,
    ) -> Result<Self, Hindrance> {
        actor.admin()?;
        let stale = |key| Err(Hindrance::Stale(Message::new(key)));
        if !open {
            return stale("stale-reviews-closed");
        }
        match phase.stand(now) {
            Stand::Open => Ok(Self {
                round,
                by: actor.id,
            }),
            Stand::NotYet => stale("stale-phase-not-yet"),
            Stand::Over => stale("stale-phase-over"),
        }
    }

    /// The round it was issued for.
    pub fn round(&self) -> RoundId {
        self.round
    }

    /// Who brings them.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

/// How a reviewer stands to an application that a file has a review of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub candidate: Candidate,
    /// Left it and was not given it again.
    pub left: bool,
    /// A review of it was begun here.
    pub begun: bool,
}

impl Standing {
    /// What keeps a review from being brought in their name, whatever becomes of the
    /// application.
    pub fn check(&self) -> Result<(), Message> {
        if let Some(bar @ (Bar::NotReviewer | Bar::Member | Bar::Conflict)) = self.candidate.bar() {
            return Err(Message::new(bar_key(bar)));
        }
        if self.left {
            return Err(Message::new("error-reviews-left"));
        }
        if self.begun {
            return Err(Message::new("error-reviews-begun"));
        }
        Ok(())
    }
}

/// May bring one person's review of one application, within reach of whoever brings it.
#[derive(Debug)]
pub struct MayImport {
    application: ApplicationId,
    reviewer: AccountId,
    by: AccountId,
}

impl MayImport {
    /// While it is under review, unless something bars the reviewer or they have
    /// begun themselves. The refusal says what.
    pub fn of(
        may: &MayImportReviews,
        (application, status): (ApplicationId, Status),
        standing: &Standing,
    ) -> Result<Self, Message> {
        if !UNDER_REVIEW.contains(&status) {
            return Err(Message::new("error-reviews-not-in-review"));
        }
        standing.check()?;
        Ok(Self {
            application,
            reviewer: standing.candidate.account,
            by: may.by,
        })
    }

    /// The application it was issued for.
    pub fn application(&self) -> ApplicationId {
        self.application
    }

    /// Whose review it is.
    pub fn reviewer(&self) -> AccountId {
        self.reviewer
    }

    /// Who brings it.
    pub fn by(&self) -> AccountId {
        self.by
    }

    /// What the reviewer could have done themselves.
    pub fn review(&self) -> MayReview {
        MayReview {
            application: self.application,
            reviewer: self.reviewer,
        }
    }

    /// Another reviewer sends a deliberated application back into review, as an
    /// assignment does.
    pub fn reopening(&self, status: Status) -> Option<MayAdvance> {
        (status == Status::Deliberation)
            .then(|| MayAdvance::by(Event::Reopen, self.application, status).ok())
            .flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Translated;
    use crate::domain::account::Role;
    use crate::domain::phase::{Others, Scope};
    use crate::policy::trial::actor;

    fn id<Id: std::str::FromStr<Err: std::fmt::Debug>>(n: u8) -> Id {
        let text = format!("00000000-0000-7000-8000-{n:012x}");
        text.parse().unwrap()
    }

    fn standing() -> Standing {
        Standing {
            candidate: Candidate {
                account: id(3),
                reviews: true,
                member: false,
                conflicted: false,
                assigned: false,
            },
            left: false,
            begun: false,
        }
    }

    fn key(status: Status, standing: &Standing) -> &'static str {
        let may = MayImportReviews {
            round: id(1),
            by: id(2),
        };
        let found = MayImport::of(&may, (id(4), status), standing);
        found.map_or_else(|message| message.key, |_| "")
    }

    #[test]
    fn each_hindrance_has_its_own_words() {
        let free = standing();
        assert_eq!(key(Status::InReview, &free), "");
        assert_eq!(key(Status::Deliberation, &free), "");
        for status in [Status::Submitted, Status::Decided, Status::Withdrawn] {
            assert_eq!(key(status, &free), "error-reviews-not-in-review");
        }
        let candidate = |change: fn(&mut Candidate)| {
            let mut standing = standing();
            change(&mut standing.candidate);
            key(Status::InReview, &standing)
        };
        assert_eq!(candidate(|one| one.assigned = true), "");
        assert_eq!(candidate(|one| one.member = true), "bar-member");
        assert_eq!(candidate(|one| one.conflicted = true), "bar-conflict");
        assert_eq!(candidate(|one| one.reviews = false), "bar-not-reviewer");
        let left = Standing {
            left: true,
            ..standing()
        };
        assert_eq!(key(Status::InReview, &left), "error-reviews-left");
        let begun = Standing {
            begun: true,
            ..standing()
        };
        assert_eq!(key(Status::InReview, &begun), "error-reviews-begun");
    }

    #[test]
    fn only_admins_bring_reviews_and_only_into_what_is_open() {
        let now = Moment::from_micros(0);
        let phase = Phase {
            id: id(5),
            round: id(1),
            position: 1,
            name: Translated::default(),
            scope: Scope::Assigned,
            needed: 1,
            others: Others::AfterOwn,
            reviewer_names: false,
            applicant_names: true,
            discussion: true,
            revision: true,
            opens_at: now,
            closes_at: Some(now.plus_minutes(9)),
        };
        let refusal = |role, open, now| {
            let may = MayImportReviews::into(&actor(role), (id(1), open), &phase, now);
            may.map_or_else(
                |hindrance| match hindrance {
                    Hindrance::Absent => "",
                    Hindrance::Denied(message) | Hindrance::Stale(message) => message.key,
                },
                |_| "fine",
            )
        };
        assert_eq!(refusal(Role::Admin, true, now), "fine");
        assert_eq!(refusal(Role::Auditor, true, now), "denied-admin");
        assert_eq!(refusal(Role::Admin, false, now), "stale-reviews-closed");
        let (early, late) = (now.plus_minutes(-1), now.plus_minutes(10));
        assert_eq!(refusal(Role::Admin, true, early), "stale-phase-not-yet");
        assert_eq!(refusal(Role::Admin, true, late), "stale-phase-over");
    }
}
