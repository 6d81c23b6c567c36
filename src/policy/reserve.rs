//! Who may put the reserve list of a round in order.

use super::{Actor, Hindrance};
use crate::domain::account::Role;
use crate::domain::{Message, RoundId};

/// May order the reserve list of one round.
#[derive(Debug)]
pub struct MayOrderReserve {
    round: RoundId,
}

impl MayOrderReserve {
    /// An admin may.
    pub fn of(actor: &Actor, round: RoundId) -> Result<Self, Hindrance> {
        if actor.is(Role::Admin) {
            Ok(Self { round })
        } else {
            Err(Hindrance::Denied(Message::new("denied-admin")))
        }
    }

    /// The round it was issued for.
    pub fn round(&self) -> RoundId {
        self.round
    }
}
