//! Who may declare, review and read others' reviews. That the person is
//! assigned, not recused, without a conflict and no member of the organisation
//! is shown by the application being within their reviewer's reach; a [`Case`]
//! is made of nothing else.

use super::application::{MayAdvance, stale_key};
use crate::domain::application::{Event, Status};
use crate::domain::review::ConflictKind;
use crate::domain::{AccountId, ApplicationId, Message};

/// What decides over one reviewer's rights on one application within their reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Case {
    pub application: ApplicationId,
    pub reviewer: AccountId,
    pub status: Status,
    /// What the reviewer declared, if anything.
    pub declared: Option<ConflictKind>,
    /// Whether the round still takes reviews.
    pub round_open: bool,
}

/// Statuses in which a reviewer finds an application in their queue.
pub const UNDER_REVIEW: [Status; 2] = [Status::InReview, Status::Deliberation];

/// Statuses in which a reviewer may look at an application.
pub const SHOWN: [Status; 3] = [Status::InReview, Status::Deliberation, Status::Decided];

impl Case {
    /// Whether the content is open to the reviewer: only after they declared
    /// that there is no conflict. The refusal says what stands in the way.
    pub fn may_read(&self) -> Result<(), Message> {
        if !SHOWN.contains(&self.status) {
            return Err(Message::new(stale_key(self.status)));
        }
        match self.declared {
            Some(kind) if !kind.bars() => Ok(()),
            Some(_) | None => Err(Message::new("stale-declare-first")),
        }
    }

    /// Whether anything may still be said about the application.
    fn takes_reviews(&self) -> Result<(), Message> {
        if !UNDER_REVIEW.contains(&self.status) {
            return Err(Message::new(stale_key(self.status)));
        }
        if !self.round_open {
            return Err(Message::new("stale-reviews-closed"));
        }
        Ok(())
    }
}

/// May say whether they have a conflict with an application.
#[derive(Debug)]
pub struct MayDeclare {
    application: ApplicationId,
    reviewer: AccountId,
}

impl MayDeclare {
    /// While the application is under review and the round is not closed; again
    /// when a conflict is only noticed later.
    pub fn on(case: &Case) -> Result<Self, Message> {
        case.takes_reviews()?;
        Ok(Self {
            application: case.application,
            reviewer: case.reviewer,
        })
    }

    /// The application it was issued for.
    pub fn application(&self) -> ApplicationId {
        self.application
    }

    /// The person who declares.
    pub fn reviewer(&self) -> AccountId {
        self.reviewer
    }
}

/// May write, send and revise their review of an application.
#[derive(Debug)]
pub struct MayReview {
    application: ApplicationId,
    reviewer: AccountId,
}

impl MayReview {
    /// After declaring that there is no conflict, while the application is under
    /// review and the round is not closed.
    pub fn on(case: &Case) -> Result<Self, Message> {
        case.takes_reviews()?;
        case.may_read()?;
        Ok(Self {
            application: case.application,
            reviewer: case.reviewer,
        })
    }

    /// The application it was issued for.
    pub fn application(&self) -> ApplicationId {
        self.application
    }

    /// The person who reviews.
    pub fn reviewer(&self) -> AccountId {
        self.reviewer
    }
}

/// May read what other reviewers said of an application.
#[derive(Debug)]
pub struct MayCompare {
    application: ApplicationId,
    reviewer: AccountId,
}

impl MayCompare {
    /// Only after sending one's own review, so that nobody is swayed.
    pub fn on(case: &Case, own_submitted: bool) -> Result<Self, Message> {
        case.may_read()?;
        if !own_submitted {
            return Err(Message::new("stale-own-review-first"));
        }
        Ok(Self {
            application: case.application,
            reviewer: case.reviewer,
        })
    }

    /// The application it was issued for.
    pub fn application(&self) -> ApplicationId {
        self.application
    }

    /// The person who compares.
    pub fn reviewer(&self) -> AccountId {
        self.reviewer
    }
}

/// How many reviews an application waits for. Counts only active assignments:
/// not recused, not in conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Panel {
    pub assigned: usize,
    pub submitted: usize,
}

/// Moves an application on when the last review is in; nothing while any is
/// missing, when nobody is left, or when it has moved already.
pub fn reviews_complete(
    application: ApplicationId,
    status: Status,
    panel: Panel,
) -> Option<MayAdvance> {
    let complete = panel.assigned > 0 && panel.submitted >= panel.assigned;
    complete
        .then(|| MayAdvance::by(Event::ReviewsComplete, application, status).ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case() -> Case {
        Case {
            application: "00000000-0000-7000-8000-000000000001".parse().unwrap(),
            reviewer: "00000000-0000-7000-8000-000000000002".parse().unwrap(),
            status: Status::InReview,
            declared: Some(ConflictKind::None),
            round_open: true,
        }
    }

    fn refusal<T: std::fmt::Debug>(result: Result<T, Message>) -> &'static str {
        result.unwrap_err().key
    }

    #[test]
    fn a_capability_carries_the_ids_of_its_case() {
        let may = MayReview::on(&case()).unwrap();
        assert_eq!(
            (may.application(), may.reviewer()),
            (case().application, case().reviewer)
        );
        let may = MayDeclare::on(&case()).unwrap();
        assert_eq!(
            (may.application(), may.reviewer()),
            (case().application, case().reviewer)
        );
    }

    #[test]
    fn nothing_is_read_or_written_before_a_declaration_of_none() {
        let undeclared = Case {
            declared: None,
            ..case()
        };
        assert_eq!(refusal(undeclared.may_read()), "stale-declare-first");
        assert_eq!(refusal(MayReview::on(&undeclared)), "stale-declare-first");
        assert!(MayDeclare::on(&undeclared).is_ok());
        for kind in ConflictKind::ALL {
            let declared = Case {
                declared: Some(kind),
                ..case()
            };
            assert_eq!(MayReview::on(&declared).is_ok(), !kind.bars(), "{kind:?}");
            assert_eq!(declared.may_read().is_ok(), !kind.bars(), "{kind:?}");
        }
    }

    #[test]
    fn reviews_are_written_only_while_under_review() {
        for status in Status::ALL {
            let at = Case { status, ..case() };
            let under_review = matches!(status, Status::InReview | Status::Deliberation);
            assert_eq!(MayReview::on(&at).is_ok(), under_review, "{status:?}");
            assert_eq!(MayDeclare::on(&at).is_ok(), under_review, "{status:?}");
            let shown = under_review || status == Status::Decided;
            assert_eq!(at.may_read().is_ok(), shown, "{status:?}");
        }
        let withdrawn = Case {
            status: Status::Withdrawn,
            ..case()
        };
        assert_eq!(refusal(MayReview::on(&withdrawn)), "stale-withdrawn");
    }

    #[test]
    fn a_closed_round_is_read_only() {
        let closed = Case {
            round_open: false,
            ..case()
        };
        assert_eq!(refusal(MayReview::on(&closed)), "stale-reviews-closed");
        assert_eq!(refusal(MayDeclare::on(&closed)), "stale-reviews-closed");
        assert!(closed.may_read().is_ok());
        assert!(MayCompare::on(&closed, true).is_ok());
    }

    #[test]
    fn others_are_read_after_ones_own_is_sent() {
        assert_eq!(
            refusal(MayCompare::on(&case(), false)),
            "stale-own-review-first"
        );
        assert!(MayCompare::on(&case(), true).is_ok());
        let undeclared = Case {
            declared: None,
            ..case()
        };
        assert_eq!(
            refusal(MayCompare::on(&undeclared, true)),
            "stale-declare-first"
        );
    }

    #[test]
    fn deliberation_begins_when_the_last_review_is_in() {
        let moved = |status, assigned, submitted| {
            let panel = Panel {
                assigned,
                submitted,
            };
            reviews_complete(case().application, status, panel).map(|may| may.to())
        };
        let done = Some(Status::Deliberation);
        assert_eq!(moved(Status::InReview, 3, 3), done);
        assert_eq!(moved(Status::InReview, 1, 1), done);
        assert_eq!(moved(Status::InReview, 3, 2), None);
        assert_eq!(moved(Status::InReview, 0, 0), None);
        assert_eq!(moved(Status::Deliberation, 2, 2), None);
        assert_eq!(moved(Status::Withdrawn, 2, 2), None);
    }
}
