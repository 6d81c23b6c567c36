//! Who may invite, give roles to and disable people.

use super::Actor;
use crate::domain::account::Role;
use crate::domain::{AccountId, Message};

/// May invite staff, change roles and disable people other than oneself.
#[derive(Debug)]
pub struct MayManagePeople(());

impl MayManagePeople {
    /// Admins may; on themselves nobody may, so that no installation loses its
    /// last admin to a slip.
    pub fn on(actor: &Actor, person: Option<AccountId>) -> Result<Self, Message> {
        if !actor.is(Role::Admin) {
            return Err(Message::new("denied-admin"));
        }
        if person == Some(actor.id) {
            return Err(Message::new("denied-oneself"));
        }
        Ok(Self(()))
    }

    /// The operator at the command line may.
    pub fn operator() -> Self {
        Self(())
    }
}
