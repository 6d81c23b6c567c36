//! Who may ask to look again at a released decision, who answers, and who may let a
//! matter be decided anew. That staff have no conflict is shown by the application
//! being within their reach.

use super::application::{MayAdvance, stale_key};
use super::decision::Matter;
use super::member::Standing;
use super::{Actor, Hindrance};
use crate::domain::appeal::{Appeal, Cause};
use crate::domain::application::{Event, Status};
use crate::domain::decision::{Decision, Outcome, Stage};
use crate::domain::member::Verb;
use crate::domain::{AccountId, AppealId, ApplicationId, DecisionId, Message};

fn stale(key: &'static str) -> Hindrance {
    Hindrance::Stale(Message::new(key))
}

/// The decision that applicants have read and that is in force.
fn in_force(matter: &Matter) -> Result<&Decision, Hindrance> {
    match (matter.status, matter.open()) {
        (Status::Decided, Some(open)) if open.stage() == Stage::Released => Ok(open),
        (Status::Decided, _) => Err(stale("stale-replaced")),
        (other, _) => Err(stale(stale_key(other))),
    }
}

/// May ask to look again at one decision.
#[derive(Debug)]
pub struct MayAppeal {
    decision: DecisionId,
    by: AccountId,
}

impl MayAppeal {
    /// Who answers for the organisation may, once for each released decision.
    pub fn on(
        (actor, standing): (&Actor, Standing),
        (status, released): (Status, Option<&Decision>),
        before: Option<&Appeal>,
    ) -> Result<Self, Hindrance> {
        standing.may(Verb::Submit).map_err(Hindrance::Denied)?;
        let released = match (status, released) {
            (Status::Decided, Some(released)) => released,
            (other, _) => return Err(stale(stale_key(other))),
        };
        if before.is_some() {
            return Err(stale("stale-appealed"));
        }
        Ok(Self {
            decision: released.id,
            by: actor.id,
        })
    }

    /// The decision it was issued for.
    pub fn decision(&self) -> DecisionId {
        self.decision
    }

    /// Who asks.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

/// May let one matter be decided anew, for one cause.
#[derive(Debug)]
pub struct MayReopen {
    decision: DecisionId,
    by: AccountId,
    cause: Cause,
    advance: MayAdvance,
}

impl MayReopen {
    /// An admin may; for the reserve list only what stands on it.
    pub fn on(actor: &Actor, matter: &Matter, cause: Cause) -> Result<Self, Hindrance> {
        actor.admin()?;
        let decision = in_force(matter)?;
        if cause == Cause::Reserve && decision.outcome != Outcome::Reserve {
            return Err(stale("stale-not-reserve"));
        }
        let advance = MayAdvance::by(Event::Revise, matter.application, matter.status);
        Ok(Self {
            decision: decision.id,
            by: actor.id,
            cause,
            advance: advance.map_err(Hindrance::Stale)?,
        })
    }

    /// The decision that stays and is to be corrected.
    pub fn decision(&self) -> DecisionId {
        self.decision
    }

    /// The application it was issued for.
    pub fn application(&self) -> ApplicationId {
        self.advance.application()
    }

    /// Who reopens.
    pub fn by(&self) -> AccountId {
        self.by
    }

    /// Why.
    pub fn cause(&self) -> Cause {
        self.cause
    }

    /// The application's step back to deliberation.
    pub fn advance(&self) -> &MayAdvance {
        &self.advance
    }
}

/// May answer one appeal.
#[derive(Debug)]
pub struct MayAnswerAppeal {
    appeal: AppealId,
    by: AccountId,
}

impl MayAnswerAppeal {
    /// An admin who neither proposed nor signed the decision may, once.
    pub fn on(actor: &Actor, decision: &Decision, appeal: &Appeal) -> Result<Self, Hindrance> {
        actor.admin()?;
        if appeal.answer.is_some() {
            return Err(stale("stale-appeal-answered"));
        }
        let signed = decision.signed.map(|(by, _)| by);
        if decision.proposed_by == actor.id || signed == Some(actor.id) {
            return Err(Hindrance::Denied(Message::new("denied-own-decision")));
        }
        Ok(Self {
            appeal: appeal.id,
            by: actor.id,
        })
    }

    /// The appeal it was issued for.
    pub fn appeal(&self) -> AppealId {
        self.appeal
    }

    /// Who answers.
    pub fn by(&self) -> AccountId {
        self.by
    }
}
