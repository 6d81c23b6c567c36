//! Who can be given an application to review. Knows what bars a person, not
//! how that was found out.

use super::AccountId;

/// A person as a possible reviewer of one application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub account: AccountId,
    /// Holds the role and may sign in.
    pub reviews: bool,
    /// Belongs to the applying organisation.
    pub member: bool,
    /// Has a conflict on record, declared or found.
    pub conflicted: bool,
    /// Is or was assigned already.
    pub assigned: bool,
}

/// What keeps a person from being assigned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bar {
    NotReviewer,
    Member,
    Conflict,
    /// Assigned before; leaving because of a conflict counts too.
    Assigned,
}

impl Candidate {
    /// The weightiest bar, if there is one.
    pub fn bar(&self) -> Option<Bar> {
        if !self.reviews {
            Some(Bar::NotReviewer)
        } else if self.member {
            Some(Bar::Member)
        } else if self.conflicted {
            Some(Bar::Conflict)
        } else {
            self.assigned.then_some(Bar::Assigned)
        }
    }
}

/// Mail providers whose addresses say nothing about where a person works.
const PUBLIC: [&str; 18] = [
    "aol.com",
    "gmail.com",
    "gmx.de",
    "gmx.net",
    "googlemail.com",
    "hotmail.com",
    "icloud.com",
    "live.com",
    "mail.com",
    "me.com",
    "msn.com",
    "outlook.com",
    "proton.me",
    "protonmail.com",
    "tuta.io",
    "walla.co.il",
    "yahoo.com",
    "ymail.com",
];

/// Whether a domain is a mail provider's for everybody.
pub fn is_public_domain(domain: &str) -> bool {
    PUBLIC.contains(&domain)
}

/// Whether two addresses share a domain that is not a public mail provider's: a
/// reason to look twice, not a bar.
pub fn same_domain(one: &str, other: &str) -> bool {
    let domain = |address: &str| address.rsplit_once('@').map(|(_, d)| d.to_lowercase());
    match (domain(one), domain(other)) {
        (Some(one), Some(other)) => one == other && !is_public_domain(&one),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate() -> Candidate {
        Candidate {
            account: AccountId::parse("0193a1b2-0000-7000-8000-0123456789ab").unwrap(),
            reviews: true,
            member: false,
            conflicted: false,
            assigned: false,
        }
    }

    #[test]
    fn every_tie_bars() {
        assert_eq!(candidate().bar(), None);
        let bars = [
            (false, true, true, true, Bar::NotReviewer),
            (true, true, true, true, Bar::Member),
            (true, false, true, true, Bar::Conflict),
            (true, false, false, true, Bar::Assigned),
        ];
        for (reviews, member, conflicted, assigned, bar) in bars {
            let one = Candidate {
                reviews,
                member,
                conflicted,
                assigned,
                ..candidate()
            };
            assert_eq!(one.bar(), Some(bar));
        }
    }

    #[test]
    fn only_own_domains_are_noticed() {
        assert!(same_domain("a@rights.example", "b@Rights.example"));
        assert!(!same_domain("a@gmail.com", "b@gmail.com"));
        assert!(!same_domain("a@rights.example", "b@mail.rights.example"));
        assert!(!same_domain("", ""));
    }
}
