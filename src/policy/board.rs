//! Who may set what a round's set of awards is to come to, and draw lots in it.

use super::round::MayRunRounds;
use super::{Actor, Hindrance};
use crate::domain::{AccountId, Message, RoundId};

/// May set the balance targets of one round, and whether lots may be drawn in it.
#[derive(Debug)]
pub struct MaySetBalance {
    round: RoundId,
    by: AccountId,
}

impl MaySetBalance {
    /// Admins may.
    pub fn of(actor: &Actor, round: RoundId) -> Result<Self, Hindrance> {
        MayRunRounds::by(actor).map_err(Hindrance::Denied)?;
        Ok(Self {
            round,
            by: actor.id,
        })
    }

    /// Of which round.
    pub fn round(&self) -> RoundId {
        self.round
    }

    /// Who sets them.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

/// May commit to a draw of lots in one round, and draw.
#[derive(Debug)]
pub struct MayDrawLots {
    round: RoundId,
    by: AccountId,
}

impl MayDrawLots {
    /// Admins may where the round has drawing lots as an option.
    pub fn of(actor: &Actor, round: RoundId, allowed: bool) -> Result<Self, Hindrance> {
        MayRunRounds::by(actor).map_err(Hindrance::Denied)?;
        let by = actor.id;
        let refused = || Hindrance::Stale(Message::new("stale-no-lots"));
        allowed.then_some(Self { round, by }).ok_or_else(refused)
    }

    /// In which round.
    pub fn round(&self) -> RoundId {
        self.round
    }

    /// Who draws.
    pub fn by(&self) -> AccountId {
        self.by
    }
}
