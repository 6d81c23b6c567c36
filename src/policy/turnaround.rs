//! Who may say how fast a programme promises to be, and when its places rest.

use super::{Actor, Hindrance};
use crate::domain::account::Role;
use crate::domain::{Message, ProgrammeId};

/// May set targets and holidays of one programme.
#[derive(Debug)]
pub struct MaySetTurnaround {
    programme: ProgrammeId,
}

impl MaySetTurnaround {
    /// An admin may.
    pub fn of(actor: &Actor, programme: ProgrammeId) -> Result<Self, Hindrance> {
        if actor.is(Role::Admin) {
            Ok(Self { programme })
        } else {
            Err(Hindrance::Denied(Message::new("denied-admin")))
        }
    }

    /// The programme it was issued for.
    pub fn programme(&self) -> ProgrammeId {
        self.programme
    }
}
