//! Who may say how many people take part in the decisions of a round.

use super::{Actor, Hindrance};
use crate::domain::account::Role;
use crate::domain::{Message, RoundId};

/// May set the quorum of one round.
#[derive(Debug)]
pub struct MaySetQuorum {
    round: RoundId,
}

impl MaySetQuorum {
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
