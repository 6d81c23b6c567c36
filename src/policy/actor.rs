//! The person who acts.

use super::Hindrance;
use crate::domain::account::Role;
use crate::domain::{AccountId, Language, Message, Moment};

/// A signed-in person with the roles they hold at this request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    pub id: AccountId,
    pub name: String,
    pub email: String,
    pub language: Language,
    pub time_zone: String,
    /// When they act; the end of all time where nobody asked.
    pub at: Moment,
    roles: Vec<Role>,
}

impl Actor {
    /// Put together from an account and its roles.
    pub fn new(
        id: AccountId,
        (name, email): (String, String),
        language: Language,
        time_zone: String,
        roles: Vec<Role>,
    ) -> Self {
        Self {
            id,
            name,
            email,
            language,
            time_zone,
            at: Moment::from_micros(i64::MAX),
            roles,
        }
    }

    /// The same person, acting at an instant.
    pub fn at(self, at: Moment) -> Self {
        Self { at, ..self }
    }

    /// Whether the person holds a role.
    pub fn is(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// Nothing that admins alone do is done by anybody else.
    pub(super) fn admin(&self) -> Result<(), Hindrance> {
        match self.is(Role::Admin) {
            true => Ok(()),
            false => Err(Hindrance::Denied(Message::new("denied-admin"))),
        }
    }

    /// Whether the person reads what admins read.
    pub fn is_staff(&self) -> bool {
        self.is(Role::Admin) || self.is(Role::Auditor)
    }
}
