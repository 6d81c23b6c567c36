//! Who may say what a reviewer brings.

use super::Actor;
use crate::domain::account::Role;
use crate::domain::{AccountId, Message};

/// May change what is known of one reviewer.
#[derive(Debug)]
pub struct MayDescribe {
    reviewer: AccountId,
}

impl MayDescribe {
    /// Reviewers may of themselves, admins of everybody.
    pub fn of(actor: &Actor, reviewer: AccountId) -> Result<Self, Message> {
        let own = actor.id == reviewer && actor.is(Role::Reviewer);
        if own || actor.is(Role::Admin) {
            Ok(Self { reviewer })
        } else {
            Err(Message::new("denied-admin"))
        }
    }

    /// Whom it was issued for.
    pub fn reviewer(&self) -> AccountId {
        self.reviewer
    }
}
