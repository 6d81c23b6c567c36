//! Who may declare, review, read others' reviews and discuss, and what they are
//! shown: one function for each question, asked by every page, count, order and
//! mail. That the person is without a conflict, not recused and no member of the
//! organisation, and that they were assigned the application or the phase opens
//! it to every reviewer, is shown by its being within their reviewer's reach; a
//! [`Case`] is made of nothing else.

mod import;

pub use import::{MayImport, MayImportReviews, Standing};

use super::application::{MayAdvance, stale_key};
use crate::domain::application::{Event, Status};
use crate::domain::phase::{Others, Phase, Scope, Stand};
use crate::domain::review::ConflictKind;
use crate::domain::{AccountId, ApplicationId, Message, Moment};

/// What decides over one reviewer's rights on one application within their reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    pub application: ApplicationId,
    pub reviewer: AccountId,
    pub status: Status,
    /// What the reviewer declared, if anything.
    pub declared: Option<ConflictKind>,
    /// Whether it is assigned to them; else it is open to every reviewer.
    pub assigned: bool,
    /// Whether they have sent a review of it.
    pub submitted: bool,
    /// Whether the rubric asks by now for what that review does not judge.
    pub lacking: bool,
    /// Whether the round still takes reviews.
    pub round_open: bool,
    /// Whose rules hold now.
    pub phase: Phase,
    pub now: Moment,
}

/// Statuses in which a reviewer finds an application in their queue.
pub const UNDER_REVIEW: [Status; 2] = [Status::InReview, Status::Deliberation];

/// Statuses in which a reviewer may look at an application.
pub const SHOWN: [Status; 3] = [Status::InReview, Status::Deliberation, Status::Decided];

impl Case {
    /// Whether the content is open to the reviewer: only after they declared
    /// that there is no conflict, and not before the first phase opens. The
    /// refusal says what stands in the way.
    pub fn may_read(&self) -> Result<(), Message> {
        if !SHOWN.contains(&self.status) {
            return Err(Message::new(stale_key(self.status)));
        }
        if self.phase.stand(self.now) == Stand::NotYet {
            return Err(Message::new("stale-phase-not-yet"));
        }
        match self.declared {
            Some(kind) if !kind.bars() => Ok(()),
            Some(_) | None => Err(Message::new("stale-declare-first")),
        }
    }

    /// Whether names of applicants are shown, here and in every list and file.
    pub fn shows_applicant(&self) -> bool {
        self.phase.applicant_names
    }

    /// Whether other reviewers are called by their names; else by letters.
    pub fn shows_reviewers(&self) -> bool {
        self.phase.reviewer_names
    }

    /// Whether a review that was sent may be changed: where the phase says so, and
    /// where the rubric became another one since and asks for more.
    pub fn may_revise(&self) -> Result<(), Message> {
        if self.phase.revision || self.lacking {
            Ok(())
        } else {
            Err(Message::new("stale-no-revision"))
        }
    }

    /// Whether one is told that reviews differ widely: with one's own at hand that
    /// tells of others', so only where these may be read and talked about.
    pub fn hears_of_disagreement(&self) -> bool {
        MayCompare::on(self).is_ok() && MayDiscuss::on(self).is_ok()
    }

    /// Whether anything may still be said about the application at all.
    fn is_under_review(&self) -> Result<(), Message> {
        if !UNDER_REVIEW.contains(&self.status) {
            return Err(Message::new(stale_key(self.status)));
        }
        if !self.round_open {
            return Err(Message::new("stale-reviews-closed"));
        }
        Ok(())
    }

    /// Whether the phase takes what is written about it.
    fn takes_writing(&self) -> Result<(), Message> {
        self.is_under_review()?;
        match self.phase.stand(self.now) {
            Stand::Open => Ok(()),
            Stand::NotYet => Err(Message::new("stale-phase-not-yet")),
            Stand::Over => Err(Message::new("stale-phase-over")),
        }
    }
}

/// May say whether they have a conflict with an application.
#[derive(Debug)]
pub struct MayDeclare {
    application: ApplicationId,
    reviewer: AccountId,
}

impl MayDeclare {
    /// While the application is under review and the round is not closed, in
    /// whichever phase: a conflict can be told at any time, also one that is only
    /// noticed later.
    pub fn on(case: &Case) -> Result<Self, Message> {
        case.is_under_review()?;
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
    /// review and the phase is open; what was sent only where the phase lets it be
    /// changed. Who isn't assigned may only begin while reviews are still needed.
    pub fn on(case: &Case) -> Result<Self, Message> {
        case.takes_writing()?;
        case.may_read()?;
        if case.submitted {
            case.may_revise()?;
        }
        if !case.assigned {
            MayTake::on(case)?;
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

    /// The person who reviews.
    pub fn reviewer(&self) -> AccountId {
        self.reviewer
    }
}

/// May take on an application that the phase opens to every reviewer: it becomes
/// assigned to them, by themself.
#[derive(Debug)]
pub struct MayTake {
    application: ApplicationId,
    reviewer: AccountId,
}

impl MayTake {
    /// While it waits for reviews; once it has those that it needs, only staff
    /// can ask for another.
    pub fn on(case: &Case) -> Result<Self, Message> {
        case.takes_writing()?;
        case.may_read()?;
        if case.phase.scope != Scope::All {
            return Err(Message::new("stale-not-open-to-all"));
        }
        if case.status != Status::InReview {
            return Err(Message::new("stale-enough-reviews"));
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

    /// The person who takes it on.
    pub fn reviewer(&self) -> AccountId {
        self.reviewer
    }
}

/// May leave an application that they were assigned, for want of competence or
/// time: an abstention. A conflict of interest is declared instead.
#[derive(Debug)]
pub struct MayAbstain {
    application: ApplicationId,
    reviewer: AccountId,
}

impl MayAbstain {
    /// While it is under review, in whichever phase; with a review that was sent, which
    /// counts no longer then, while the phase takes what is written.
    pub fn on(case: &Case) -> Result<Self, Message> {
        match case.submitted {
            true => case.takes_writing()?,
            false => case.is_under_review()?,
        }
        if !case.assigned {
            return Err(Message::new("stale-abstain-unassigned"));
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

    /// The person who leaves it.
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
    /// Never, after sending one's own review or at once, as the phase says.
    pub fn on(case: &Case) -> Result<Self, Message> {
        case.may_read()?;
        match case.phase.others {
            Others::Never => return Err(Message::new("stale-others-never")),
            Others::AfterOwn if !case.submitted => {
                return Err(Message::new("stale-own-review-first"));
            }
            Others::AfterOwn | Others::Always => {}
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

/// May read and write in the discussion of an application.
#[derive(Debug)]
pub struct MayDiscuss {
    application: ApplicationId,
    reviewer: AccountId,
}

impl MayDiscuss {
    /// Where the open phase has a discussion. Unless others' reviews are open from
    /// the start, one's own is sent first: what is discussed tells of them.
    pub fn on(case: &Case) -> Result<Self, Message> {
        case.takes_writing()?;
        case.may_read()?;
        if !case.phase.discussion {
            return Err(Message::new("stale-no-discussion"));
        }
        if case.phase.others != Others::Always && !case.submitted {
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

    /// The person who discusses.
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

/// Moves an application on when it has the reviews that its phase needs and
/// nobody who was assigned or took it is still missing; nothing when it has moved
/// already. A round begins with a phase that needs one: then it waits for all who
/// were assigned, however many, and for no more. With a higher number an
/// application whose reviewer leaves waits until another is found or the number
/// is lowered.
pub fn reviews_complete(
    application: ApplicationId,
    status: Status,
    panel: Panel,
    needed: u8,
) -> Option<MayAdvance> {
    let enough = panel.submitted >= usize::from(needed.max(1));
    let complete = enough && panel.submitted >= panel.assigned;
    complete
        .then(|| MayAdvance::by(Event::ReviewsComplete, application, status).ok())
        .flatten()
}

#[cfg(test)]
mod tests;
