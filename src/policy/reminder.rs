//! Who may say when reviewers are reminded, and who may remind them now.

use super::Actor;
use super::round::MayRunRounds;
use crate::domain::{AccountId, Message, RoundId};

/// May say when the reviewers of a round are reminded.
#[derive(Debug)]
pub struct MaySetReminders {
    round: RoundId,
}

impl MaySetReminders {
    /// Admins may.
    pub fn by(actor: &Actor, round: RoundId) -> Result<Self, Message> {
        MayRunRounds::by(actor).map(|_| Self { round })
    }

    /// Of which round.
    pub fn round(&self) -> RoundId {
        self.round
    }
}

/// May remind reviewers at once.
#[derive(Debug)]
pub struct MayRemind {
    by: AccountId,
}

impl MayRemind {
    /// Admins may.
    pub fn of(actor: &Actor) -> Result<Self, Message> {
        MayRunRounds::by(actor).map(|_| Self { by: actor.id })
    }

    /// Who reminds.
    pub fn by(&self) -> AccountId {
        self.by
    }
}
