//! The running order: moving within it, and orders that are proposed. What somebody
//! may not see keeps its place when they arrange the rest.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::domain::ApplicationId;
use crate::domain::Fraction;
use crate::domain::score::ApplicationScore;

/// One place up or down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Up,
    Down,
}

impl Step {
    /// The step of a posted code.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "up" => Some(Self::Up),
            "down" => Some(Self::Down),
            _ => None,
        }
    }
}

/// From what is in front to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Next,
    Previous,
}

/// The order after somebody who sees some of it moved one of these past its
/// neighbour among them; `None` where there is none.
pub fn moved(
    whole: &[ApplicationId],
    seen: &BTreeSet<ApplicationId>,
    one: ApplicationId,
    step: Step,
) -> Option<Vec<ApplicationId>> {
    let shown: Vec<ApplicationId> = whole
        .iter()
        .copied()
        .filter(|id| seen.contains(id))
        .collect();
    let at = shown.iter().position(|id| *id == one)?;
    let neighbour = match step {
        Step::Up => shown.get(at.checked_sub(1)?)?,
        Step::Down => shown.get(at + 1)?,
    };
    let mut order: Vec<ApplicationId> = whole.iter().copied().filter(|id| *id != one).collect();
    let beside = order.iter().position(|id| id == neighbour)?;
    let place = match step {
        Step::Up => beside,
        Step::Down => beside + 1,
    };
    order.insert(place, one);
    Some(order)
}

/// A wanted order of what somebody sees; what they don't see stays at its place.
pub fn rearranged(
    whole: &[ApplicationId],
    seen: &BTreeSet<ApplicationId>,
    wanted: &[ApplicationId],
) -> Vec<ApplicationId> {
    let mut order = wanted.to_vec();
    for (place, id) in whole.iter().enumerate() {
        if !seen.contains(id) {
            order.insert(place.min(order.len()), *id);
        }
    }
    order
}

/// What comes after or before the application in front; without one the first.
pub fn next_to(
    whole: &[ApplicationId],
    present: Option<ApplicationId>,
    way: Way,
) -> Option<ApplicationId> {
    let Some(present) = present else {
        return whole.first().copied().filter(|_| way == Way::Next);
    };
    let at = whole.iter().position(|id| *id == present)?;
    let place = match way {
        Way::Next => at.checked_add(1),
        Way::Previous => at.checked_sub(1),
    };
    whole.get(place?).copied()
}

/// By how far the lowest and the highest score are apart, the farthest first; those
/// without a score last, equal ones by id.
pub fn widest_first(mut scored: Vec<(ApplicationId, ApplicationScore)>) -> Vec<ApplicationId> {
    scored.sort_by(|(left_id, left), (right_id, right)| {
        by_width(right, left).then_with(|| left_id.cmp(right_id))
    });
    scored.into_iter().map(|(id, _)| id).collect()
}

/// Compares highest − lowest without subtracting: exact as long as the sums fit.
fn by_width(one: &ApplicationScore, other: &ApplicationScore) -> Ordering {
    let ends = |score: &ApplicationScore| score.highest.zip(score.lowest);
    let (Some((high, low)), Some((other_high, other_low))) = (ends(one), ends(other)) else {
        return ends(one).is_some().cmp(&ends(other).is_some());
    };
    match (high.checked_add(other_low), other_high.checked_add(low)) {
        (Some(left), Some(right)) => left.cmp(&right),
        _ => width(high, low).total_cmp(&width(other_high, other_low)),
    }
}

fn width(high: Fraction, low: Fraction) -> f64 {
    high.approximate() - low.approximate()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn id(n: usize) -> ApplicationId {
        ApplicationId::parse(&format!("0193a1b2-0000-7000-8000-{n:012x}")).unwrap()
    }

    fn ids(numbers: &[usize]) -> Vec<ApplicationId> {
        numbers.iter().copied().map(id).collect()
    }

    fn set(numbers: &[usize]) -> BTreeSet<ApplicationId> {
        ids(numbers).into_iter().collect()
    }

    #[test]
    fn moving_passes_what_is_not_seen_without_touching_it() {
        let (whole, seen) = (ids(&[1, 9, 2, 3]), set(&[1, 2, 3]));
        let up = moved(&whole, &seen, id(2), Step::Up);
        assert_eq!(up, Some(ids(&[2, 1, 9, 3])));
        let down = moved(&whole, &seen, id(1), Step::Down);
        assert_eq!(down, Some(ids(&[9, 2, 1, 3])));
        assert_eq!(moved(&whole, &seen, id(1), Step::Up), None);
        assert_eq!(moved(&whole, &seen, id(3), Step::Down), None);
        assert_eq!(moved(&whole, &seen, id(9), Step::Up), None);
    }

    #[test]
    fn what_is_not_seen_keeps_its_place_in_a_new_order() {
        let (whole, seen) = (ids(&[1, 9, 2]), set(&[1, 2, 3]));
        assert_eq!(
            rearranged(&whole, &seen, &ids(&[3, 2, 1])),
            ids(&[3, 9, 2, 1])
        );
        assert_eq!(rearranged(&ids(&[1, 2, 9]), &seen, &[]), ids(&[9]));
    }

    #[test]
    fn the_next_follows_the_present_one_and_the_first_begins() {
        let whole = ids(&[4, 5, 6]);
        assert_eq!(next_to(&whole, None, Way::Next), Some(id(4)));
        assert_eq!(next_to(&whole, None, Way::Previous), None);
        assert_eq!(next_to(&whole, Some(id(4)), Way::Next), Some(id(5)));
        assert_eq!(next_to(&whole, Some(id(4)), Way::Previous), None);
        assert_eq!(next_to(&whole, Some(id(6)), Way::Next), None);
        assert_eq!(next_to(&whole, Some(id(6)), Way::Previous), Some(id(5)));
    }

    #[test]
    fn the_widest_disagreement_comes_first() {
        let score = |ends: Option<(u128, u128)>| ApplicationScore {
            lowest: ends.and_then(|(low, _)| Fraction::new(low, 10)),
            highest: ends.and_then(|(_, high)| Fraction::new(high, 10)),
            ..ApplicationScore::default()
        };
        let scored = vec![
            (id(1), score(Some((5, 6)))),
            (id(2), score(None)),
            (id(3), score(Some((2, 9)))),
            (id(4), score(Some((8, 9)))),
        ];
        assert_eq!(widest_first(scored), ids(&[3, 1, 4, 2]));
    }

    proptest! {
        #[test]
        fn a_move_loses_nothing_and_adds_nothing(
            whole in prop::collection::btree_set(0..40_usize, 1..12).prop_map(|all| all.into_iter().collect::<Vec<_>>()).prop_shuffle(),
            hidden in prop::collection::btree_set(0..40_usize, 0..6),
            at: prop::sample::Index,
            up: bool,
        ) {
            let one = id(whole[at.index(whole.len())]);
            let seen: Vec<usize> = whole.iter().copied().filter(|n| !hidden.contains(n)).collect();
            let step = if up { Step::Up } else { Step::Down };
            let whole = ids(&whole);
            if let Some(after) = moved(&whole, &set(&seen), one, step) {
                let sorted = |list: &[ApplicationId]| list.iter().copied().collect::<BTreeSet<_>>();
                prop_assert_eq!(sorted(&after), sorted(&whole));
                prop_assert_eq!(after.len(), whole.len());
                let rest = |list: &[ApplicationId]| list.iter().copied().filter(|id| *id != one).collect::<Vec<_>>();
                prop_assert_eq!(rest(&after), rest(&whole));
            }
        }
    }
}
