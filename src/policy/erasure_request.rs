//! Who may ask for erasure, and who answers.

use super::{Actor, Hindrance};
use crate::domain::erasure_request::Whose;
use crate::domain::member::MemberRole;
use crate::domain::{AccountId, ErasureRequestId, Message, OrganisationId};

/// May ask for the erasure of what is kept about somebody.
#[derive(Debug)]
pub struct MayAskErasure {
    whose: Whose,
    by: AccountId,
}

impl MayAskErasure {
    /// Everybody may about themselves, unless a request waits or they alone answer for
    /// an organisation that has other people.
    pub fn of_oneself(actor: &Actor, waits: bool, alone: bool) -> Result<Self, Hindrance> {
        if alone {
            return Err(Hindrance::Stale(Message::new("stale-erasure-alone")));
        }
        Self::unless_waiting(actor, Whose::Person(actor.id), waits)
    }

    /// Who answers for an organisation may about it.
    pub fn of_organisation(
        actor: &Actor,
        organisation: OrganisationId,
        role: Option<MemberRole>,
        waits: bool,
    ) -> Result<Self, Hindrance> {
        match role {
            None => Err(Hindrance::Absent),
            Some(MemberRole::Editor | MemberRole::Viewer) => {
                Err(Hindrance::Denied(Message::new("denied-erasure-owner")))
            }
            Some(MemberRole::Owner) => {
                Self::unless_waiting(actor, Whose::Organisation(organisation), waits)
            }
        }
    }

    fn unless_waiting(actor: &Actor, whose: Whose, waits: bool) -> Result<Self, Hindrance> {
        match waits {
            true => Err(Hindrance::Stale(Message::new("stale-erasure-waits"))),
            false => Ok(Self {
                whose,
                by: actor.id,
            }),
        }
    }

    /// About whom.
    pub fn whose(&self) -> Whose {
        self.whose
    }

    /// Who does.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

/// May answer one request.
#[derive(Debug)]
pub struct MayAnswerErasure {
    request: ErasureRequestId,
    by: AccountId,
}

impl MayAnswerErasure {
    /// An admin may while it waits, not on what they asked for themselves. That they have
    /// no conflict with an organisation is shown by its being within their reach.
    pub fn on(
        actor: &Actor,
        request: ErasureRequestId,
        asked_by: AccountId,
        waits: bool,
    ) -> Result<Self, Hindrance> {
        actor.admin()?;
        if asked_by == actor.id {
            return Err(Hindrance::Denied(Message::new("denied-own-erasure")));
        }
        match waits {
            false => Err(Hindrance::Stale(Message::new("stale-erasure-answered"))),
            true => Ok(Self {
                request,
                by: actor.id,
            }),
        }
    }

    /// The request it was issued for.
    pub fn request(&self) -> ErasureRequestId {
        self.request
    }

    /// Who does.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Role;
    use crate::policy::trial::{account, actor, person};

    fn why<May: std::fmt::Debug>(answer: Result<May, Hindrance>) -> &'static str {
        match answer.expect_err("it is refused") {
            Hindrance::Denied(message) | Hindrance::Stale(message) => message.key,
            Hindrance::Absent => "absent",
        }
    }

    #[test]
    fn everybody_asks_about_themselves_who_answers_for_nobody_alone() {
        let rana = actor(Role::Applicant);
        let may = MayAskErasure::of_oneself(&rana, false, false).expect("she may");
        assert_eq!((may.whose(), may.by()), (Whose::Person(rana.id), rana.id));
        let refused = |waits, alone| why(MayAskErasure::of_oneself(&rana, waits, alone));
        assert_eq!(refused(true, false), "stale-erasure-waits");
        assert_eq!(refused(false, true), "stale-erasure-alone");
    }

    #[test]
    fn owners_alone_ask_about_their_organisation() {
        let id = OrganisationId::parse("0193a1b2-0000-7000-8000-0123456789ab").unwrap();
        let rana = actor(Role::Applicant);
        let ask = |role| MayAskErasure::of_organisation(&rana, id, role, false);
        let may = ask(Some(MemberRole::Owner)).expect("an owner may");
        assert_eq!(may.whose(), Whose::Organisation(id));
        for role in [MemberRole::Editor, MemberRole::Viewer] {
            assert_eq!(why(ask(Some(role))), "denied-erasure-owner", "{role:?}");
        }
        assert_eq!(why(ask(None)), "absent");
    }

    #[test]
    fn an_admin_answers_others_while_they_wait() {
        let id = ErasureRequestId::parse("0193a1b2-0000-7000-8000-0123456789ab").unwrap();
        let answer = |n, role, waits| {
            let one = person(n, &[role]);
            MayAnswerErasure::on(&one, id, account(9), waits)
        };
        let may = answer(1, Role::Admin, true).expect("an admin may");
        assert_eq!((may.request(), may.by()), (id, account(1)));
        assert_eq!(why(answer(9, Role::Admin, true)), "denied-own-erasure");
        assert_eq!(why(answer(1, Role::Admin, false)), "stale-erasure-answered");
        assert_eq!(why(answer(1, Role::Auditor, true)), "denied-admin");
    }
}
