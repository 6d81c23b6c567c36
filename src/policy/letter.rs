//! Who may write the words of a programme's letters.

use super::{Actor, Hindrance};
use crate::domain::account::Role;
use crate::domain::{AccountId, Message, ProgrammeId};

/// May write the letters of one programme.
#[derive(Debug)]
pub struct MaySetLetters {
    programme: ProgrammeId,
    by: AccountId,
}

impl MaySetLetters {
    /// An admin may.
    pub fn of(actor: &Actor, programme: ProgrammeId) -> Result<Self, Hindrance> {
        if actor.is(Role::Admin) {
            Ok(Self {
                programme,
                by: actor.id,
            })
        } else {
            Err(Hindrance::Denied(Message::new("denied-admin")))
        }
    }

    /// The programme it was issued for.
    pub fn programme(&self) -> ProgrammeId {
        self.programme
    }

    /// Who does it.
    pub fn by(&self) -> AccountId {
        self.by
    }
}
