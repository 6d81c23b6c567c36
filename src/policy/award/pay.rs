//! Who may approve transfers, take them back and send them to the bank.

use super::{About, MayRun, stale};
use crate::domain::application::Status;
use crate::domain::award::{ApproveRefusal, PayStage, Side, may_approve};
use crate::domain::{AccountId, AwardId, DisbursementId, Message};
use crate::policy::{Actor, Hindrance};

/// Money leaves under a decision that stands: not while it is taken anew.
pub fn stands(application: Status) -> Result<(), Hindrance> {
    match application {
        Status::Decided => Ok(()),
        _ => Err(stale("stale-award-anew")),
    }
}

/// May approve one disbursement for one side.
#[derive(Debug)]
pub struct MayApprove {
    disbursement: DisbursementId,
    side: Side,
    by: AccountId,
}

impl MayApprove {
    /// The admin whose turn it is: programme first, then finance by another one.
    pub fn on(
        actor: &Actor,
        (about, application): (About, Status),
        (disbursement, stage): (DisbursementId, PayStage),
        programme_by: Option<AccountId>,
    ) -> Result<Self, Hindrance> {
        MayRun::prepare(actor, (about, application))?;
        let side = may_approve(stage, programme_by, actor.id).map_err(|refusal| match refusal {
            ApproveRefusal::Stage(_) => stale("stale-disbursement"),
            ApproveRefusal::SamePerson => Hindrance::Denied(Message::new("denied-both-approvals")),
        })?;
        Ok(Self {
            disbursement,
            side,
            by: actor.id,
        })
    }

    /// Whoever gave the account, as an admin who filed may, approves nothing that goes there:
    /// one person would say where the money goes and that it may.
    pub fn pays_to(&self, giver: AccountId) -> Result<(), Hindrance> {
        if giver == self.by {
            return Err(Hindrance::Denied(Message::new("denied-own-account")));
        }
        Ok(())
    }

    /// The disbursement it was issued for.
    pub fn disbursement(&self) -> DisbursementId {
        self.disbursement
    }

    /// For which side.
    pub fn side(&self) -> Side {
        self.side
    }

    /// Who approves.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

/// May take back one disbursement that is not executed.
#[derive(Debug)]
pub struct MayTakeBack {
    award: AwardId,
    disbursement: DisbursementId,
    by: AccountId,
}

impl MayTakeBack {
    /// Admins may while money is paid. What is at the bank is taken back by another one
    /// than who sent it there: one person alone could have it paid twice.
    pub fn on(
        actor: &Actor,
        about: About,
        (disbursement, stage): (DisbursementId, PayStage),
        senders: &[AccountId],
    ) -> Result<Self, Hindrance> {
        let run = MayRun::pay(actor, about)?;
        if !stage.is_under_way() {
            return Err(stale("stale-disbursement"));
        }
        if stage == PayStage::Exported && senders.contains(&actor.id) {
            return Err(Hindrance::Denied(Message::new("denied-own-transfer")));
        }
        Ok(Self {
            award: run.award,
            disbursement,
            by: run.by,
        })
    }

    /// The award of the disbursement.
    pub fn award(&self) -> AwardId {
        self.award
    }

    /// The disbursement it was issued for.
    pub fn disbursement(&self) -> DisbursementId {
        self.disbursement
    }

    /// Who takes it back.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

/// May read whole numbers of accounts; each reading is audited by who asks.
#[derive(Debug)]
pub struct MayReadBank(());

impl MayReadBank {
    /// Admins may: they approve transfers and make files for the bank.
    pub fn of(actor: &Actor) -> Result<Self, Hindrance> {
        actor.admin()?;
        Ok(Self(()))
    }
}

/// May make a file of transfers for the bank.
#[derive(Debug)]
pub struct MayExportPayments {
    by: AccountId,
}

impl MayExportPayments {
    /// Admins may.
    pub fn of(actor: &Actor) -> Result<Self, Hindrance> {
        actor.admin()?;
        Ok(Self { by: actor.id })
    }

    /// Who makes it.
    pub fn by(&self) -> AccountId {
        self.by
    }
}
