//! For the unit tests of the policies: people by number and role.

use super::Actor;
use crate::domain::account::Role;
use crate::domain::{AccountId, Language};

/// The account of a number.
pub fn account(n: u8) -> AccountId {
    AccountId::parse(&format!("0193a1b2-0000-7000-8000-{n:012x}")).unwrap()
}

/// The person of a number, with these roles.
pub fn person(n: u8, roles: &[Role]) -> Actor {
    let who = ("Ada".to_owned(), "ada@example.org".to_owned());
    let zone = "UTC".to_owned();
    Actor::new(account(n), who, Language::English, zone, roles.to_vec())
}

/// The first person, with one role.
pub fn actor(role: Role) -> Actor {
    person(1, &[role])
}
