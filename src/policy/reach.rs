//! Reach: which applications a person's reads may touch. What is out of reach
//! is not found, in pages, counts, averages, sort orders and exports alike.

use super::Actor;
use crate::domain::account::Role;
use crate::domain::{AccountId, Moment};

/// The bounds of one person's reads. Made only here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reach {
    within: Within,
    judge: Option<(AccountId, Moment)>,
}

/// What the store filters by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// Everything, as the command line needs it.
    Everything,
    /// Everything but applications that this person has a conflict with:
    /// a recorded one, or membership of the applying organisation.
    NotInConflict(AccountId),
    /// Applications assigned to this person, and those that the review phase in
    /// force at this instant opens to every reviewer; without recusal or conflict.
    AssignedTo(AccountId, Moment),
    /// Applications of the organisations that this person belongs to.
    OrganisationsOf(AccountId),
    /// Applications that this person filed for organisations that wrote or called,
    /// unless a conflict is on record.
    FiledBy(AccountId),
    /// Both of these: somebody who applies and also runs rounds.
    OrganisationsAndFiledBy(AccountId),
    Nothing,
}

impl Reach {
    /// Reach of admin and auditor pages. Who reviews too is [kept](Reach::judge) from
    /// others' reviews of what they are still to judge.
    pub fn staff(actor: &Actor) -> Self {
        let within = match actor.is_staff() {
            true => Within::NotInConflict(actor.id),
            false => Within::Nothing,
        };
        Self {
            within,
            judge: actor.is(Role::Reviewer).then_some((actor.id, actor.at)),
        }
    }

    /// Reach of an admin at an instant, who is written to or for whom a program reads.
    pub fn admin(id: AccountId, now: Moment) -> Self {
        Self {
            within: Within::NotInConflict(id),
            judge: Some((id, now)),
        }
    }

    fn only(within: Within) -> Self {
        Self {
            within,
            judge: None,
        }
    }

    /// Reach of a reviewer's pages at an instant, whose phase of reviewing counts.
    pub fn reviewer(actor: &Actor, now: Moment) -> Self {
        let reviews = actor.is(Role::Reviewer);
        Self::only(if reviews {
            Within::AssignedTo(actor.id, now)
        } else {
            Within::Nothing
        })
    }

    /// Reach of an applicant's pages: what is one's organisations', and for admins
    /// what they filed themselves. Nothing else of what staff read is there.
    pub fn applicant(actor: &Actor) -> Self {
        Self::only(match (actor.is(Role::Applicant), actor.is(Role::Admin)) {
            (true, true) => Within::OrganisationsAndFiledBy(actor.id),
            (true, false) => Within::OrganisationsOf(actor.id),
            (false, true) => Within::FiledBy(actor.id),
            (false, false) => Within::Nothing,
        })
    }

    /// Reach of an admin's own filings.
    pub fn filer(actor: &Actor) -> Self {
        let files = actor.is(Role::Admin);
        Self::only(if files {
            Within::FiledBy(actor.id)
        } else {
            Within::Nothing
        })
    }

    /// Reach of the operator at the command line, who holds the database itself.
    pub fn operator() -> Self {
        Self::only(Within::Everything)
    }

    /// What the store filters by.
    pub fn within(self) -> Within {
        self.within
    }

    /// Whether the same person reaches other things a moment later, though nothing was
    /// written meanwhile.
    pub fn depends_on_time(self) -> bool {
        self.judge.is_some() || matches!(self.within, Within::AssignedTo(..))
    }

    /// Somebody of the staff who may be a reviewer too, and when they look: others'
    /// reviews of what they are still to judge themselves are kept from them, as from
    /// any reviewer.
    pub fn judge(self) -> Option<(AccountId, Moment)> {
        self.judge
    }
}
