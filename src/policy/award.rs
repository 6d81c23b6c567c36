//! Who may plan, agree to, pay, report on, change and end an award. That an admin has no
//! conflict is shown by the award being within their reach; so is that a member belongs.

mod pay;
#[cfg(test)]
mod tests;

pub use pay::{MayApprove, MayExportPayments, MayReadBank, MayTakeBack, stands};

use super::member::Standing;
use super::{Actor, Hindrance};
use crate::domain::application::Status;
use crate::domain::award::{AwardEvent, AwardState, ReportState, transition};
use crate::domain::member::Verb;
use crate::domain::{AccountId, AwardId, Message};

/// An award and where it stands, as read in the transaction that asks.
pub type About = (AwardId, AwardState);

/// The message that tells where an award stands now.
pub fn stale_key(state: AwardState) -> &'static str {
    match state {
        AwardState::Agreement => "stale-award-agreement",
        AwardState::Disbursements => "stale-award-disbursements",
        AwardState::Reports => "stale-award-reports",
        AwardState::Closed => "stale-award-closed",
        AwardState::Cancelled => "stale-award-cancelled",
    }
}

fn stale(key: &'static str) -> Hindrance {
    Hindrance::Stale(Message::new(key))
}

fn within(state: AwardState, allowed: &[AwardState]) -> Result<(), Hindrance> {
    match allowed.contains(&state) {
        true => Ok(()),
        false => Err(stale(stale_key(state))),
    }
}

/// States in which an agreement stands.
const RUNNING: [AwardState; 2] = [AwardState::Disbursements, AwardState::Reports];

/// May move one award from one state to another. The only way in which the store
/// changes a state.
#[derive(Debug)]
pub struct MayMove {
    award: AwardId,
    from: AwardState,
    to: AwardState,
}

impl MayMove {
    fn by(event: AwardEvent, (award, from): About) -> Result<Self, Hindrance> {
        let to = transition(from, event).map_err(|_| stale(stale_key(from)))?;
        Ok(Self { award, from, to })
    }

    /// The award it was issued for.
    pub fn award(&self) -> AwardId {
        self.award
    }

    /// Where the award stands.
    pub fn from(&self) -> AwardState {
        self.from
    }

    /// Where it goes.
    pub fn to(&self) -> AwardState {
        self.to
    }
}

/// What staff do with an award as it stands.
#[derive(Debug)]
pub struct MayRun {
    award: AwardId,
    by: AccountId,
}

impl MayRun {
    /// Admins plan an agreement and lay it before the organisation until it is agreed.
    pub fn plan(actor: &Actor, (award, state): About) -> Result<Self, Hindrance> {
        actor.admin()?;
        within(state, &[AwardState::Agreement])?;
        Ok(Self {
            award,
            by: actor.id,
        })
    }

    /// Admins prepare transfers while money is paid under a decision that stands.
    pub fn prepare(
        actor: &Actor,
        (about, application): (About, Status),
    ) -> Result<Self, Hindrance> {
        let may = Self::pay(actor, about)?;
        stands(application)?;
        Ok(may)
    }

    /// Admins note what the bank did, and give money back, while money is paid.
    pub fn pay(actor: &Actor, (award, state): About) -> Result<Self, Hindrance> {
        actor.admin()?;
        within(state, &[AwardState::Disbursements])?;
        Ok(Self {
            award,
            by: actor.id,
        })
    }

    /// Admins change an agreement that stands, and judge reports.
    pub fn run(actor: &Actor, (award, state): About) -> Result<Self, Hindrance> {
        actor.admin()?;
        within(state, &RUNNING)?;
        Ok(Self {
            award,
            by: actor.id,
        })
    }

    /// The award it was issued for.
    pub fn award(&self) -> AwardId {
        self.award
    }

    /// Who does it.
    pub fn by(&self) -> AccountId {
        self.by
    }

    /// Once nothing of the amount is open, only reports are left.
    pub fn paid_out(&self, state: AwardState) -> Result<MayMove, Hindrance> {
        MayMove::by(AwardEvent::PayOut, (self.award, state))
    }

    /// A report that was sent can be judged.
    pub fn judge(&self, report: ReportState, accepted: bool) -> Result<ReportState, Hindrance> {
        let judged = report.judged(accepted);
        judged.map_err(|_| stale("stale-award-report"))
    }
}

/// May end one award.
#[derive(Debug)]
pub struct MayEnd {
    moves: MayMove,
    by: AccountId,
}

impl MayEnd {
    /// Admins cancel what is not closed, and close what lacks nothing.
    pub fn by(actor: &Actor, about: About, event: AwardEvent) -> Result<Self, Hindrance> {
        actor.admin()?;
        Ok(Self {
            moves: MayMove::by(event, about)?,
            by: actor.id,
        })
    }

    /// Where it goes.
    pub fn moves(&self) -> &MayMove {
        &self.moves
    }

    /// Who ends it.
    pub fn by_whom(&self) -> AccountId {
        self.by
    }
}

/// May act on one award for the organisation.
#[derive(Debug)]
pub struct MayActOnAward {
    award: AwardId,
    by: AccountId,
}

impl MayActOnAward {
    /// Who answers for the organisation agrees to what was laid before it.
    pub fn agree(
        (actor, standing): (&Actor, Standing),
        (award, state): About,
        offered: bool,
    ) -> Result<(Self, MayMove), Hindrance> {
        standing.may(Verb::Certify).map_err(Hindrance::Denied)?;
        let moves = MayMove::by(AwardEvent::Agree, (award, state))?;
        if !offered {
            return Err(stale("stale-award-not-offered"));
        }
        let by = actor.id;
        Ok((Self { award, by }, moves))
    }

    /// Who answers for the organisation says where the money goes, and agrees to
    /// changes, while the agreement stands.
    pub fn answer(
        (actor, standing): (&Actor, Standing),
        (award, state): About,
    ) -> Result<Self, Hindrance> {
        standing.may(Verb::Certify).map_err(Hindrance::Denied)?;
        within(state, &RUNNING)?;
        Ok(Self {
            award,
            by: actor.id,
        })
    }

    /// Who writes drafts a report that is owed; who may send an application sends it.
    pub fn report(
        (actor, standing): (&Actor, Standing),
        (award, state): About,
        (report, sends): (ReportState, bool),
    ) -> Result<Self, Hindrance> {
        let verb = if sends { Verb::Submit } else { Verb::Write };
        standing.may(verb).map_err(Hindrance::Denied)?;
        within(state, &RUNNING)?;
        report.sent().map_err(|_| stale("stale-award-report"))?;
        Ok(Self {
            award,
            by: actor.id,
        })
    }

    /// The award it was issued for.
    pub fn award(&self) -> AwardId {
        self.award
    }

    /// Who acts.
    pub fn by(&self) -> AccountId {
        self.by
    }
}
