//! Who may load watch lists, say which count, screen names and answer hits. Auditors
//! read what admins read; scoring reviewers and applicants have no part in it.

use super::{Actor, Hindrance};
use crate::domain::list_screening::{HitState, Verdict};
use crate::domain::{AccountId, ListHitId, Message, OrganisationId, ProgrammeId};

/// May put versions of watch lists in force.
#[derive(Debug)]
pub struct MayLoadLists {
    by: AccountId,
}

impl MayLoadLists {
    /// Admins may.
    pub fn by_admin(actor: &Actor) -> Result<Self, Hindrance> {
        actor.admin().map(|()| Self { by: actor.id })
    }

    /// Who loads.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

/// May say which lists count for a programme.
#[derive(Debug)]
pub struct MaySetLists {
    programme: ProgrammeId,
    by: AccountId,
}

impl MaySetLists {
    /// Admins may.
    pub fn of(actor: &Actor, programme: ProgrammeId) -> Result<Self, Hindrance> {
        actor.admin().map(|()| Self {
            programme,
            by: actor.id,
        })
    }

    /// Of which programme.
    pub fn programme(&self) -> ProgrammeId {
        self.programme
    }

    /// Who says so.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

/// May keep a run about one organisation.
#[derive(Debug)]
pub struct MayScreenNames {
    organisation: OrganisationId,
    by: Option<AccountId>,
}

impl MayScreenNames {
    /// Admins may, of an organisation within their reach.
    pub fn of(actor: &Actor, organisation: OrganisationId) -> Result<Self, Hindrance> {
        actor.admin().map(|()| Self {
            organisation,
            by: Some(actor.id),
        })
    }

    /// The program by itself, when something was sent.
    pub fn by_itself(organisation: OrganisationId) -> Self {
        Self {
            organisation,
            by: None,
        }
    }

    /// The organisation it was issued for.
    pub fn organisation(&self) -> OrganisationId {
        self.organisation
    }

    /// Who screens; nobody when the program does.
    pub fn by(&self) -> Option<AccountId> {
        self.by
    }
}

/// May answer one hit, by which it takes a state.
#[derive(Debug)]
pub struct MayAnswerHit {
    hit: ListHitId,
    state: HitState,
    by: AccountId,
}

impl MayAnswerHit {
    /// An admin clears a hit alone. That it is the listed one takes two: one proposes
    /// it, another seconds; and so does undoing that: one opens it again, another clears
    /// it. `given` are the answers so far: what the hit became, and by whom.
    pub fn with(
        actor: &Actor,
        hit: ListHitId,
        (state, given): (HitState, &[(HitState, AccountId)]),
        verdict: Verdict,
    ) -> Result<Self, Hindrance> {
        actor.admin()?;
        let own = given.last().is_some_and(|(_, by)| *by == actor.id);
        // Whoever opened it again has said so already, whatever was proposed since.
        let mut settled = given.iter().rev();
        let settled = settled.find(|(became, _)| *became != HitState::Proposed);
        let reopened = settled == Some(&(HitState::Open, actor.id));
        let state = match (verdict, state) {
            (Verdict::Cleared, HitState::Cleared) | (Verdict::Confirmed, HitState::Confirmed) => {
                return Err(Hindrance::Stale(Message::new("stale-hit-answered")));
            }
            (Verdict::Cleared, HitState::Confirmed) => HitState::Open,
            (Verdict::Cleared, _) if reopened => {
                return Err(Hindrance::Denied(Message::new("denied-own-reopening")));
            }
            (Verdict::Cleared, _) => HitState::Cleared,
            (Verdict::Confirmed, HitState::Proposed) if own => {
                return Err(Hindrance::Denied(Message::new("denied-own-confirmation")));
            }
            (Verdict::Confirmed, HitState::Proposed) => HitState::Confirmed,
            (Verdict::Confirmed, _) => HitState::Proposed,
        };
        Ok(Self {
            hit,
            state,
            by: actor.id,
        })
    }

    /// The hit it was issued for.
    pub fn hit(&self) -> ListHitId {
        self.hit
    }

    /// What it becomes.
    pub fn state(&self) -> HitState {
        self.state
    }

    /// Who answers.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Role;
    use crate::policy::trial::{account, person};

    fn answer(n: u8, state: HitState, verdict: Verdict) -> Result<HitState, &'static str> {
        let hit = ListHitId::parse("00000000-0000-7000-8000-000000000009").unwrap();
        let given = [(state, account(1))];
        let may = MayAnswerHit::with(
            &person(n, &[Role::Admin]),
            hit,
            (state, &given[..]),
            verdict,
        );
        may.map(|may| may.state())
            .map_err(|hindrance| match hindrance {
                Hindrance::Absent => "",
                Hindrance::Denied(message) | Hindrance::Stale(message) => message.key,
            })
    }

    #[test]
    fn a_confirmation_takes_two_to_make_and_to_undo_and_a_clearance_one() {
        use HitState::{Cleared, Confirmed, Open, Proposed};
        assert_eq!(answer(1, Open, Verdict::Confirmed), Ok(Proposed));
        assert_eq!(
            answer(1, Proposed, Verdict::Confirmed),
            Err("denied-own-confirmation")
        );
        assert_eq!(answer(2, Proposed, Verdict::Confirmed), Ok(Confirmed));
        assert_eq!(answer(1, Proposed, Verdict::Cleared), Ok(Cleared));
        assert_eq!(answer(2, Open, Verdict::Cleared), Ok(Cleared));
        assert_eq!(answer(1, Confirmed, Verdict::Cleared), Ok(Open));
        assert_eq!(
            answer(1, Open, Verdict::Cleared),
            Err("denied-own-reopening")
        );
        let hit = ListHitId::parse("00000000-0000-7000-8000-000000000009").unwrap();
        let around = [
            (Confirmed, account(2)),
            (Open, account(1)),
            (Proposed, account(1)),
        ];
        let clears = |n| {
            let who = person(n, &[Role::Admin]);
            MayAnswerHit::with(&who, hit, (Proposed, &around[..]), Verdict::Cleared).is_ok()
        };
        assert_eq!((clears(1), clears(2)), (false, true));
        assert_eq!(
            answer(2, Confirmed, Verdict::Confirmed),
            Err("stale-hit-answered")
        );
        assert_eq!(
            answer(2, Cleared, Verdict::Cleared),
            Err("stale-hit-answered")
        );
    }

    #[test]
    fn only_admins_write() {
        let auditor = person(1, &[Role::Auditor]);
        assert!(MayLoadLists::by_admin(&auditor).is_err());
        let programme = ProgrammeId::parse("00000000-0000-7000-8000-000000000007").unwrap();
        assert!(MaySetLists::of(&auditor, programme).is_err());
        let organisation = OrganisationId::parse("00000000-0000-7000-8000-000000000006").unwrap();
        for role in [Role::Auditor, Role::Reviewer, Role::Applicant] {
            assert!(MayScreenNames::of(&person(1, &[role]), organisation).is_err());
        }
    }
}
