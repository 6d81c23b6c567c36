//! Who may invite, give roles to and disable people.

use super::Actor;
use crate::domain::account::Role;
use crate::domain::{AccountId, Message, openid};

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

/// May take the second step of a sign-in away from somebody who lost it.
#[derive(Debug)]
pub struct MayEndSecondStep(AccountId);

impl MayEndSecondStep {
    /// Admins may who did not say themselves that it was lost, and not on themselves: one
    /// who was fooled, or whose browser somebody found, opens nobody's account alone.
    pub fn on(actor: &Actor, person: AccountId, said_by: AccountId) -> Result<Self, Message> {
        MayManagePeople::on(actor, Some(person))?;
        if said_by == actor.id {
            return Err(Message::new("denied-own-loss"));
        }
        Ok(Self(person))
    }

    /// Whose it is.
    pub fn person(&self) -> AccountId {
        self.0
    }
}

/// May sign in at a provider instead of with a password.
#[derive(Debug)]
pub struct MayComeByProvider(AccountId);

impl MayComeByProvider {
    /// Those who work for the funder may; nothing for anybody else.
    pub fn of(account: AccountId, roles: &[Role]) -> Option<Self> {
        openid::is_for(roles).then_some(Self(account))
    }

    /// Whose account it is.
    pub fn account(&self) -> AccountId {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::trial::{account, person};

    #[test]
    fn a_second_step_is_ended_by_another_admin_than_said_it_was_lost() {
        let may = |one: &Actor| MayEndSecondStep::on(one, account(9), account(1));
        let ended = may(&person(2, &[Role::Admin])).expect("another admin may");
        assert_eq!(ended.person(), account(9));
        for (one, why) in [
            (person(1, &[Role::Admin]), "denied-own-loss"),
            (person(9, &[Role::Admin]), "denied-oneself"),
            (person(2, &[Role::Auditor]), "denied-admin"),
            (person(2, &[Role::Reviewer]), "denied-admin"),
        ] {
            assert_eq!(may(&one).expect_err("nobody else").key, why);
        }
    }
}
