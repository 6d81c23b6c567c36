//! Who may make, change, open and close rounds and programmes.

use super::Actor;
use crate::domain::Message;
use crate::domain::account::Role;

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
