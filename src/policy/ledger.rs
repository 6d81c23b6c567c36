//! Who may write in the support ledger and answer overlaps.

use super::{Actor, Hindrance};
use crate::domain::application::Status;
use crate::domain::{AccountId, ApplicationId, Message};

/// May add entries to the ledger and take them out.
#[derive(Debug)]
pub struct MayKeepLedger(Option<AccountId>);

impl MayKeepLedger {
    /// Admins may.
    pub fn admin(actor: &Actor) -> Result<Self, Hindrance> {
        actor.admin()?;
        Ok(Self(Some(actor.id)))
    }

    /// The operator at the command line, who holds the database, and the program itself
    /// where an application or a decision makes an entry.
    pub fn program() -> Self {
        Self(None)
    }

    /// Who writes; nobody when it is the program.
    pub fn actor(&self) -> Option<AccountId> {
        self.0
    }
}

/// May look for overlaps of one application and say what they are.
#[derive(Debug)]
pub struct MayJudgeOverlaps {
    application: ApplicationId,
    admin: AccountId,
}

impl MayJudgeOverlaps {
    /// Admins may, of what was sent and is within their reach.
    pub fn on(
        actor: &Actor,
        application: ApplicationId,
        status: Status,
    ) -> Result<Self, Hindrance> {
        actor.admin()?;
        match status {
            Status::Draft | Status::Discarded | Status::Withdrawn => {
                Err(Hindrance::Denied(Message::new("denied-overlap-unsent")))
            }
            _ => Ok(Self {
                application,
                admin: actor.id,
            }),
        }
    }

    /// The application it was issued for.
    pub fn application(&self) -> ApplicationId {
        self.application
    }

    /// Who judges.
    pub fn actor(&self) -> AccountId {
        self.admin
    }
}
