//! Who may make, change, open and close rounds and programmes.

use super::{Actor, Hindrance};
use crate::domain::account::Role;
use crate::domain::round::{Round, RoundState};
use crate::domain::{AccountId, Message, RoundId};

/// May run rounds and programmes.
#[derive(Debug)]
pub struct MayRunRounds(());

impl MayRunRounds {
    /// Admins may.
    pub fn by(actor: &Actor) -> Result<Self, Message> {
        if actor.is(Role::Admin) {
            Ok(Self(()))
        } else {
            Err(Message::new("denied-admin"))
        }
    }

    /// The operator at the command line may, as for a demonstration.
    pub fn operator() -> Self {
        Self(())
    }
}

/// May say how a round's applications are reviewed.
#[derive(Debug)]
pub struct MaySetPhases {
    round: RoundId,
}

impl MaySetPhases {
    /// Admins may, until the round is closed.
    pub fn by(actor: &Actor, round: &Round) -> Result<Self, Hindrance> {
        let may = MayRunRounds::by(actor).map_err(Hindrance::Denied)?;
        Self::of(&may, round)
    }

    /// Who may run rounds may, until the round is closed.
    pub fn of(_may: &MayRunRounds, round: &Round) -> Result<Self, Hindrance> {
        match round.state {
            RoundState::Closed => Err(Hindrance::Stale(Message::new("stale-round-ended"))),
            RoundState::Draft | RoundState::Open => Ok(Self { round: round.id }),
        }
    }

    /// Of which round.
    pub fn round(&self) -> RoundId {
        self.round
    }
}

/// May say at which rates a round takes other currencies.
#[derive(Debug)]
pub struct MaySetRates {
    round: RoundId,
    setter: AccountId,
}

impl MaySetRates {
    /// Admins may.
    pub fn by(actor: &Actor, round: RoundId) -> Result<Self, Message> {
        MayRunRounds::by(actor).map(|_| Self {
            round,
            setter: actor.id,
        })
    }

    /// Of which round.
    pub fn round(&self) -> RoundId {
        self.round
    }

    /// Who sets them.
    pub fn setter(&self) -> AccountId {
        self.setter
    }
}
