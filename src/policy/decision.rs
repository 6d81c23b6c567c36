//! Who may propose, sign off, drop and release a decision. That an admin has no
//! conflict and no part in the organisation is shown by the application being
//! within their reach.

use super::application::{MayAdvance, stale_key};
use super::{Actor, Hindrance};
use crate::domain::application::{Event, Status};
use crate::domain::decision::{
    Decision, Outcome, ReleaseRefusal, SignRefusal, Stage, may_release, may_sign,
};
use crate::domain::{AccountId, ApplicationId, DecisionId, Message};

/// Where an application stands while it is decided on, as read in the
/// transaction that asks.
#[derive(Debug, Clone)]
pub struct Matter {
    pub application: ApplicationId,
    pub status: Status,
    /// Whether the round asks for a second admin.
    pub sign_off: bool,
    /// Whether legal status, or a sponsor's, is verified.
    pub legal_verified: bool,
    /// Whether the organisation is on hold and the application doesn't go past it.
    pub stopped: bool,
    /// The latest decision that was not dropped.
    pub current: Option<Decision>,
    /// How many decisions it had so far, dropped ones included.
    pub decisions: i32,
}

impl Matter {
    /// The decision that is still open: a referral back that was released has done its
    /// work, and so has any other once the application is deliberated anew. Both make
    /// room for the next.
    pub fn open(&self) -> Option<&Decision> {
        let spent = |one: &&Decision| {
            one.stage() == Stage::Released
                && (one.outcome == Outcome::ReferBack || self.status == Status::Deliberation)
        };
        self.current.as_ref().filter(|one| !spent(one))
    }

    /// The released decision that the next one corrects: the one in force, or what
    /// an open proposal corrects.
    pub fn corrects(&self) -> Option<DecisionId> {
        let open = self.open().and_then(|open| open.corrects);
        open.or_else(|| self.corrected().map(|one| one.id))
    }

    fn corrected(&self) -> Option<&Decision> {
        let told =
            |one: &&Decision| one.stage() == Stage::Released && one.outcome != Outcome::ReferBack;
        let anew = self.status == Status::Deliberation;
        self.current.as_ref().filter(told).filter(|_| anew)
    }
}

fn stale(key: &'static str) -> Hindrance {
    Hindrance::Stale(Message::new(key))
}

fn deliberated(matter: &Matter) -> Result<(), Hindrance> {
    match matter.status {
        Status::Deliberation => Ok(()),
        other => Err(stale(stale_key(other))),
    }
}

/// An award without verified legal status or waiver goes nowhere, also when the
/// check was undone after the proposal; nor does one to an organisation on hold.
fn lawful(matter: &Matter, decision: &Decision) -> Result<(), Hindrance> {
    if decision.outcome == Outcome::Award && matter.stopped {
        return Err(stale("stale-on-hold"));
    }
    let needs_waiver = decision.outcome == Outcome::Award && !matter.legal_verified;
    if needs_waiver && decision.waiver.is_none() {
        Err(stale("stale-legal-undone"))
    } else {
        Ok(())
    }
}

/// May propose a decision on one application, replacing one's own unsigned one.
#[derive(Debug)]
pub struct MayPropose {
    application: ApplicationId,
    by: AccountId,
    number: i32,
    replaces: Option<MayDrop>,
    corrects: Option<DecisionId>,
}

impl MayPropose {
    /// An admin may while the application is in deliberation and nobody else's
    /// proposal is open.
    pub fn on(actor: &Actor, matter: &Matter) -> Result<Self, Hindrance> {
        actor.admin()?;
        deliberated(matter)?;
        let replaces = match matter.open().map(|open| (open, open.stage())) {
            None => None,
            Some((open, Stage::Proposed)) if open.proposed_by == actor.id => Some(MayDrop {
                decision: open.id,
                by: actor.id,
            }),
            Some((_, Stage::Proposed)) => return Err(stale("stale-proposed")),
            Some((_, Stage::Signed)) => return Err(stale("stale-signed")),
            Some((_, Stage::Released | Stage::Dropped)) => return Err(stale("stale-decided")),
        };
        Ok(Self {
            application: matter.application,
            by: actor.id,
            number: matter.decisions.saturating_add(1),
            corrects: matter.corrects(),
            replaces,
        })
    }

    /// The application it was issued for.
    pub fn application(&self) -> ApplicationId {
        self.application
    }

    /// Who proposes.
    pub fn by(&self) -> AccountId {
        self.by
    }

    /// The number of the decision to come.
    pub fn number(&self) -> i32 {
        self.number
    }

    /// The released decision that it corrects.
    pub fn corrects(&self) -> Option<DecisionId> {
        self.corrects
    }

    /// The own unsigned proposal that it replaces.
    pub fn replaces(&self) -> Option<&MayDrop> {
        self.replaces.as_ref()
    }
}

/// May sign off one decision.
#[derive(Debug)]
pub struct MaySign {
    decision: DecisionId,
    by: AccountId,
}

impl MaySign {
    /// An admin other than the proposer may, once.
    pub fn on(actor: &Actor, matter: &Matter) -> Result<Self, Hindrance> {
        actor.admin()?;
        deliberated(matter)?;
        let decision = matter.open().ok_or_else(|| stale("stale-dropped"))?;
        may_sign(decision, actor.id, matter.sign_off).map_err(|refusal| match refusal {
            SignRefusal::NotNeeded => stale("stale-no-sign-off"),
            SignRefusal::NotProposed(Stage::Dropped | Stage::Proposed) => stale("stale-dropped"),
            SignRefusal::NotProposed(Stage::Signed) => stale("stale-signed"),
            SignRefusal::NotProposed(Stage::Released) => stale("stale-decided"),
            SignRefusal::Proposer => Hindrance::Denied(Message::new("denied-own-proposal")),
        })?;
        lawful(matter, decision)?;
        Ok(Self {
            decision: decision.id,
            by: actor.id,
        })
    }

    /// The decision it was issued for.
    pub fn decision(&self) -> DecisionId {
        self.decision
    }

    /// Who signs.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

/// May say why one award goes ahead although the screening of names, or
/// due diligence, left something open about it.
#[derive(Debug)]
pub struct MayGoAhead {
    decision: DecisionId,
    by: AccountId,
}

impl MayGoAhead {
    /// Whoever may sign or release it may, and does it with that.
    pub fn of(actor: &Actor, decision: DecisionId) -> Result<Self, Hindrance> {
        actor.admin().map(|()| Self {
            decision,
            by: actor.id,
        })
    }

    /// The decision it was issued for.
    pub fn decision(&self) -> DecisionId {
        self.decision
    }

    /// Who goes ahead.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

/// May take back one decision before the applicant sees it.
#[derive(Debug)]
pub struct MayDrop {
    decision: DecisionId,
    by: AccountId,
}

impl MayDrop {
    /// An admin may, until it is released.
    pub fn on(actor: &Actor, matter: &Matter) -> Result<Self, Hindrance> {
        actor.admin()?;
        let decision = matter.open().ok_or_else(|| stale("stale-dropped"))?;
        match decision.stage() {
            Stage::Proposed | Stage::Signed => Ok(Self {
                decision: decision.id,
                by: actor.id,
            }),
            Stage::Released => Err(stale("stale-decided")),
            Stage::Dropped => Err(stale("stale-dropped")),
        }
    }

    /// The decision it was issued for.
    pub fn decision(&self) -> DecisionId {
        self.decision
    }

    /// Who drops it.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

/// May let the applicant see one decision, and move the application on.
#[derive(Debug)]
pub struct MayRelease {
    decision: DecisionId,
    by: AccountId,
    advance: MayAdvance,
}

impl MayRelease {
    /// An admin may once it is signed off, or proposed where the round asks for
    /// no second admin.
    pub fn on(actor: &Actor, matter: &Matter) -> Result<Self, Hindrance> {
        actor.admin()?;
        deliberated(matter)?;
        let decision = matter.open().ok_or_else(|| stale("stale-dropped"))?;
        may_release(decision, matter.sign_off).map_err(|refusal| match refusal {
            ReleaseRefusal::NotSigned => stale("stale-not-signed"),
            ReleaseRefusal::Final(Stage::Released) => stale("stale-decided"),
            ReleaseRefusal::Final(_) => stale("stale-dropped"),
        })?;
        lawful(matter, decision)?;
        let event = match decision.outcome {
            Outcome::ReferBack => Event::Reopen,
            Outcome::Award | Outcome::Reserve | Outcome::Decline => Event::Release,
        };
        let advance = MayAdvance::by(event, matter.application, matter.status);
        Ok(Self {
            decision: decision.id,
            by: actor.id,
            advance: advance.map_err(Hindrance::Stale)?,
        })
    }

    /// The decision it was issued for.
    pub fn decision(&self) -> DecisionId {
        self.decision
    }

    /// Who releases.
    pub fn by(&self) -> AccountId {
        self.by
    }

    /// The application's next step, which comes with the release.
    pub fn advance(&self) -> &MayAdvance {
        &self.advance
    }
}

#[cfg(test)]
mod tests;
