//! In which order a reviewer's queue stands. Never by anybody's scores.

use crate::domain::{AccountId, ApplicationId};

/// An order of what is still to be reviewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Due soonest first.
    Due,
    /// Those with the fewest reviews first.
    Least,
    /// Shuffled, for each reviewer otherwise and always the same: so no
    /// application is read last by everybody.
    Shuffled,
}

impl Order {
    /// Every order, as the queue offers them.
    pub const ALL: [Self; 3] = [Self::Due, Self::Least, Self::Shuffled];

    /// Posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Least => "least",
            Self::Shuffled => "shuffled",
        }
    }

    /// The order of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// Where an application stands in a reviewer's shuffle: FNV-1a over both ids, with
/// its bits mixed once more, as neighbours differ only in their last letters.
pub fn shuffled(reviewer: AccountId, application: ApplicationId) -> i64 {
    let bytes = reviewer
        .as_str()
        .bytes()
        .chain(application.as_str().bytes());
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let mixed = (hash ^ (hash >> 31)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    i64::try_from(mixed >> 1).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(reviewer: u8) -> Vec<u8> {
        let id = |n: u8| format!("0193a1b2-0000-7000-8000-{n:012x}");
        let reviewer = AccountId::parse(&id(reviewer)).unwrap();
        let mut all: Vec<u8> = (0..50).collect();
        all.sort_by_key(|n| shuffled(reviewer, ApplicationId::parse(&id(*n)).unwrap()));
        all
    }

    #[test]
    fn a_shuffle_keeps_for_one_reviewer_and_differs_between_two() {
        assert_eq!(order(1), order(1));
        assert_ne!(order(1), order(2));
        assert_ne!(order(1), (0..50).collect::<Vec<u8>>());
    }

    #[test]
    fn codes_are_read_back() {
        for one in Order::ALL {
            assert_eq!(Order::from_code(one.code()), Some(one));
        }
    }
}
