//! The reserve list: the order in which applications are funded when money is freed.

use super::ApplicationId;

/// An application on the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    pub application: ApplicationId,
    /// As staff set it; those without follow those with one.
    pub place: Option<i32>,
    /// Its turn by rank.
    pub ranked: usize,
}

/// The applications in order: by place, then by rank.
pub fn order(mut waiting: Vec<Waiting>) -> Vec<ApplicationId> {
    waiting.sort_by_key(|one| (one.place.is_none(), one.place, one.ranked));
    waiting.into_iter().map(|one| one.application).collect()
}

/// The first in line whose request fits into what is free, both in minor units: a
/// large request does not hold up the smaller ones behind it.
pub fn next_in_line(requests: &[(ApplicationId, i64)], free_minor: i64) -> Option<ApplicationId> {
    let mut fitting = requests.iter().filter(|(_, asked)| *asked <= free_minor);
    fitting.next().map(|(application, _)| *application)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u8) -> ApplicationId {
        ApplicationId::parse(&format!("0193a1b2-0000-7000-8000-{n:012x}")).unwrap()
    }

    #[test]
    fn places_stand_before_ranks() {
        let one = |n: u8, place: Option<i32>, ranked: usize| Waiting {
            application: id(n),
            place,
            ranked,
        };
        let list = vec![
            one(1, None, 0),
            one(2, Some(2), 1),
            one(3, Some(1), 2),
            one(4, None, 3),
        ];
        assert_eq!(order(list), [id(3), id(2), id(1), id(4)]);
    }

    #[test]
    fn the_first_that_fits_is_next() {
        let requests = [(id(1), 500), (id(2), 200), (id(3), 100)];
        assert_eq!(next_in_line(&requests, 500), Some(id(1)));
        assert_eq!(next_in_line(&requests, 250), Some(id(2)));
        assert_eq!(next_in_line(&requests, 50), None);
        assert_eq!(next_in_line(&[], 50), None);
    }
}
