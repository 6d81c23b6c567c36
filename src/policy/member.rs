//! In what standing a person acts on what is an organisation's, and what that
//! standing allows. Buttons and actions ask the same function.

use super::{Actor, Hindrance};
use crate::domain::account::Role;
use crate::domain::member::{MemberRole, Verb, is_last_owner};
use crate::domain::{AccountId, Message, OrganisationId};

/// How a person comes to act on an application or an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Belongs to the organisation.
    Member(MemberRole),
    /// Staff who file this application for an organisation that wrote or called.
    Filer,
}

impl Standing {
    /// Of a person with this role in the organisation, if any, and of this filer
    /// of the application, if any; others have none.
    pub fn of(actor: &Actor, role: Option<MemberRole>, filer: Option<AccountId>) -> Option<Self> {
        match role.filter(|_| actor.is(Role::Applicant)) {
            Some(role) => Some(Self::Member(role)),
            None => (filer == Some(actor.id) && actor.is(Role::Admin)).then_some(Self::Filer),
        }
    }

    /// Whether the standing allows a verb, and if not, why.
    pub fn may(self, verb: Verb) -> Result<(), Message> {
        let (allowed, why) = match self {
            Self::Member(role) => (role.allows(verb), denied(role)),
            Self::Filer => (files(verb), "denied-filer"),
        };
        allowed.then_some(()).ok_or_else(|| Message::new(why))
    }

    /// Whether staff act here for the organisation.
    pub fn is_filer(self) -> bool {
        self == Self::Filer
    }
}

fn denied(role: MemberRole) -> &'static str {
    match role {
        MemberRole::Owner | MemberRole::Editor => "denied-owner",
        MemberRole::Viewer => "denied-viewer",
    }
}

/// What staff do for an organisation: all that is about the application, nothing
/// that is about the organisation or its people.
fn files(verb: Verb) -> bool {
    match verb {
        Verb::Write
        | Verb::AskSponsor
        | Verb::Certify
        | Verb::Submit
        | Verb::Withdraw
        | Verb::Discard => true,
        Verb::Start | Verb::Profile | Verb::ManagePeople | Verb::Sponsor => false,
    }
}

/// May invite people to one organisation.
#[derive(Debug)]
pub struct MayInvite {
    organisation: OrganisationId,
    by: AccountId,
    role: MemberRole,
}

impl MayInvite {
    /// Its owners may, with any role.
    pub fn owner(
        actor: &Actor,
        organisation: OrganisationId,
        own: Option<MemberRole>,
        role: MemberRole,
    ) -> Result<Self, Hindrance> {
        let standing = Standing::of(actor, own, None).ok_or(Hindrance::Absent)?;
        standing
            .may(Verb::ManagePeople)
            .map_err(Hindrance::Denied)?;
        Ok(Self {
            organisation,
            by: actor.id,
            role,
        })
    }

    /// Admins may invite the first owner of an organisation that has none: it
    /// came by a filed application.
    pub fn first_owner(
        actor: &Actor,
        organisation: OrganisationId,
        members: usize,
    ) -> Result<Self, Hindrance> {
        actor.admin()?;
        if members > 0 {
            return Err(Hindrance::Stale(Message::new("stale-has-owner")));
        }
        Ok(Self {
            organisation,
            by: actor.id,
            role: MemberRole::Owner,
        })
    }

    /// The organisation it was issued for.
    pub fn organisation(&self) -> OrganisationId {
        self.organisation
    }

    /// Who invites.
    pub fn by(&self) -> AccountId {
        self.by
    }

    /// With which role.
    pub fn role(&self) -> MemberRole {
        self.role
    }
}

/// May change one member of one organisation.
#[derive(Debug)]
pub struct MayChangeMember {
    organisation: OrganisationId,
    person: AccountId,
}

/// The people of an organisation with their roles.
pub type Members<'a> = &'a [(AccountId, MemberRole)];

impl MayChangeMember {
    /// Its owners may give another role, unless nobody would own it then.
    pub fn role(
        actor: &Actor,
        (organisation, members): (OrganisationId, Members),
        person: AccountId,
        role: MemberRole,
    ) -> Result<Self, Hindrance> {
        own(actor, members)?
            .may(Verb::ManagePeople)
            .map_err(Hindrance::Denied)?;
        let keeps_owner = role == MemberRole::Owner || !is_last_owner(members, person);
        Self::known((organisation, members), person, keeps_owner)
    }

    /// Its owners may remove people, and everybody may leave, but for the last owner.
    pub fn removal(
        actor: &Actor,
        (organisation, members): (OrganisationId, Members),
        person: AccountId,
    ) -> Result<Self, Hindrance> {
        let standing = own(actor, members)?;
        if person != actor.id {
            standing
                .may(Verb::ManagePeople)
                .map_err(Hindrance::Denied)?;
        }
        let keeps_owner = !is_last_owner(members, person);
        Self::known((organisation, members), person, keeps_owner)
    }

    fn known(
        (organisation, members): (OrganisationId, Members),
        person: AccountId,
        keeps_owner: bool,
    ) -> Result<Self, Hindrance> {
        if members.iter().all(|(member, _)| *member != person) {
            return Err(Hindrance::Absent);
        }
        if !keeps_owner {
            return Err(Hindrance::Denied(Message::new("denied-last-owner")));
        }
        Ok(Self {
            organisation,
            person,
        })
    }

    /// The organisation it was issued for.
    pub fn organisation(&self) -> OrganisationId {
        self.organisation
    }

    /// The member it was issued for.
    pub fn person(&self) -> AccountId {
        self.person
    }
}

fn own(actor: &Actor, members: Members) -> Result<Standing, Hindrance> {
    let own = members.iter().find(|(member, _)| *member == actor.id);
    Standing::of(actor, own.map(|(_, role)| *role), None).ok_or(Hindrance::Absent)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::trial::{account, person};

    fn organisation() -> OrganisationId {
        OrganisationId::parse("0193a1b2-0000-7000-8000-0123456789ab").unwrap()
    }

    #[test]
    fn standing_comes_from_membership_or_from_filing() {
        let owner = Some(MemberRole::Owner);
        let applicant = person(1, &[Role::Applicant]);
        let admin = person(1, &[Role::Admin]);
        let member = Some(Standing::Member(MemberRole::Owner));
        assert_eq!(Standing::of(&applicant, owner, None), member);
        assert_eq!(Standing::of(&applicant, None, Some(account(1))), None);
        assert_eq!(Standing::of(&admin, owner, None), None);
        assert_eq!(Standing::of(&admin, None, Some(account(2))), None);
        assert_eq!(
            Standing::of(&admin, None, Some(account(1))),
            Some(Standing::Filer)
        );
    }

    #[test]
    fn whoever_may_not_is_told_why() {
        for verb in Verb::ALL {
            for role in MemberRole::ALL {
                let may = Standing::Member(role).may(verb);
                assert_eq!(may.is_ok(), role.allows(verb), "{role:?} {verb:?}");
            }
        }
        let why = |standing: Standing, verb| standing.may(verb).unwrap_err().key;
        let member = Standing::Member;
        assert_eq!(
            why(member(MemberRole::Viewer), Verb::Write),
            "denied-viewer"
        );
        assert_eq!(
            why(member(MemberRole::Editor), Verb::Submit),
            "denied-owner"
        );
        assert_eq!(why(Standing::Filer, Verb::ManagePeople), "denied-filer");
    }

    #[test]
    fn staff_file_the_application_and_touch_nothing_else() {
        let does = Verb::ALL.into_iter();
        let does: Vec<Verb> = does.filter(|v| Standing::Filer.may(*v).is_ok()).collect();
        let expected = [
            Verb::Write,
            Verb::AskSponsor,
            Verb::Certify,
            Verb::Submit,
            Verb::Withdraw,
            Verb::Discard,
        ];
        assert_eq!(does, expected);
    }

    #[test]
    fn members_change_within_bounds() {
        let (owner, editor) = (MemberRole::Owner, MemberRole::Editor);
        let members = [
            (account(1), owner),
            (account(2), editor),
            (account(3), MemberRole::Viewer),
        ];
        let of = (organisation(), &members[..]);
        let (one, two) = (person(1, &[Role::Applicant]), person(2, &[Role::Applicant]));
        assert!(MayChangeMember::role(&one, of, account(2), owner).is_ok());
        assert!(MayChangeMember::role(&one, of, account(1), owner).is_ok());
        let last = MayChangeMember::role(&one, of, account(1), editor).unwrap_err();
        assert_eq!(last, Hindrance::Denied(Message::new("denied-last-owner")));
        assert_eq!(
            MayChangeMember::removal(&one, of, account(1)).unwrap_err(),
            last
        );
        assert!(MayChangeMember::removal(&one, of, account(3)).is_ok());
        assert!(
            MayChangeMember::removal(&two, of, account(2)).is_ok(),
            "leaves"
        );
        let other = MayChangeMember::removal(&two, of, account(3)).unwrap_err();
        assert_eq!(other, Hindrance::Denied(Message::new("denied-owner")));
        let stranger = person(4, &[Role::Applicant]);
        let absent = MayChangeMember::removal(&stranger, of, account(3)).unwrap_err();
        assert_eq!(absent, Hindrance::Absent);
        assert_eq!(
            MayChangeMember::removal(&one, of, account(4)).unwrap_err(),
            Hindrance::Absent
        );
    }

    #[test]
    fn admins_invite_only_the_first_owner() {
        let admin = person(1, &[Role::Admin]);
        let may = MayInvite::first_owner(&admin, organisation(), 0).unwrap();
        assert_eq!(may.role(), MemberRole::Owner);
        assert!(MayInvite::first_owner(&admin, organisation(), 1).is_err());
        let auditor = person(1, &[Role::Auditor]);
        assert!(MayInvite::first_owner(&auditor, organisation(), 0).is_err());
    }
}
