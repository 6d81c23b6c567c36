//! The people of an organisation: what each role may do, and who must stay.

use super::AccountId;

/// What a member may be in one organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MemberRole {
    /// Answers for the organisation: sends, certifies, manages its people.
    Owner,
    /// Writes.
    Editor,
    /// Reads.
    Viewer,
}

impl MemberRole {
    /// Every role, the widest first.
    pub const ALL: [Self; 3] = [Self::Owner, Self::Editor, Self::Viewer];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Editor => "editor",
            Self::Viewer => "viewer",
        }
    }

    /// The role of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// Whether the role is enough for a verb. Reading needs no verb: every
    /// member reads all that is their organisation's.
    pub fn allows(self, verb: Verb) -> bool {
        match (self, verb) {
            (Self::Owner, _)
            | (Self::Editor, Verb::Start | Verb::Write | Verb::Profile | Verb::AskSponsor) => true,
            (
                Self::Editor,
                Verb::Certify
                | Verb::Submit
                | Verb::Withdraw
                | Verb::Discard
                | Verb::ManagePeople
                | Verb::Sponsor,
            )
            | (Self::Viewer, _) => false,
        }
    }
}

/// What is done in an organisation's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verb {
    /// Starts an application.
    Start,
    /// Writes sections, files and messages.
    Write,
    /// Changes the organisation's profile.
    Profile,
    /// Asks another organisation to be the fiscal sponsor.
    AskSponsor,
    /// Certifies the answers.
    Certify,
    Submit,
    Withdraw,
    Discard,
    /// Invites, changes roles, removes.
    ManagePeople,
    /// Answers another organisation that asks it to be its fiscal sponsor.
    Sponsor,
}

impl Verb {
    /// Every verb.
    pub const ALL: [Self; 10] = [
        Self::Start,
        Self::Write,
        Self::Profile,
        Self::AskSponsor,
        Self::Certify,
        Self::Submit,
        Self::Withdraw,
        Self::Discard,
        Self::ManagePeople,
        Self::Sponsor,
    ];
}

/// Whether an organisation would have no owner without this person.
pub fn is_last_owner(members: &[(AccountId, MemberRole)], person: AccountId) -> bool {
    let owners = members
        .iter()
        .filter(|(_, role)| *role == MemberRole::Owner);
    let owners: Vec<AccountId> = owners.map(|(account, _)| *account).collect();
    owners == [person]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_does_what_the_table_says() {
        let does = |role: MemberRole| -> Vec<Verb> {
            let verbs = Verb::ALL.into_iter();
            verbs.filter(|verb| role.allows(*verb)).collect()
        };
        assert_eq!(does(MemberRole::Owner), Verb::ALL);
        assert_eq!(
            does(MemberRole::Editor),
            [Verb::Start, Verb::Write, Verb::Profile, Verb::AskSponsor]
        );
        assert_eq!(does(MemberRole::Viewer), []);
    }

    #[test]
    fn a_wider_role_does_all_that_a_narrower_does() {
        for pair in MemberRole::ALL.windows(2) {
            for verb in Verb::ALL {
                assert!(pair[0].allows(verb) || !pair[1].allows(verb), "{verb:?}");
            }
        }
    }

    #[test]
    fn codes_are_read_back() {
        for role in MemberRole::ALL {
            assert_eq!(MemberRole::from_code(role.code()), Some(role));
        }
    }

    #[test]
    fn somebody_must_own() {
        let id = |n: u8| AccountId::parse(&format!("0193a1b2-0000-7000-8000-00000000000{n}"));
        let (one, two) = (id(1).unwrap(), id(2).unwrap());
        let (owner, editor) = (MemberRole::Owner, MemberRole::Editor);
        assert!(is_last_owner(&[(one, owner), (two, editor)], one));
        assert!(!is_last_owner(&[(one, owner), (two, editor)], two));
        assert!(!is_last_owner(&[(one, owner), (two, owner)], one));
    }
}
