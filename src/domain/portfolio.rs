//! The whole round at a glance: money committed against the budget, and balance
//! by community and by base. Knows totals only, no single application.

use std::collections::BTreeMap;

/// One decided application: its organisation's community and base, as codes of
/// those lists, and the award it is to get, in minor units; `None` for every
/// other outcome.
pub type Entry<'a> = (&'a str, &'a str, Option<i64>);

/// A part of the round that shares a community or a base.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Code of the community or base.
    pub code: String,
    /// Decided applications, awards included.
    pub decided: usize,
    /// Awards.
    pub awards: usize,
    /// Sum of its awards in minor units.
    pub amount_minor: i64,
    /// Its part of the committed money in whole per cent, 0..=100. All groups
    /// together make 100, or 0 while nothing is committed.
    pub share: u32,
}

/// Totals over the decisions of a round. Amounts are minor units of the round's
/// currency; sums stop at the ends of `i64`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portfolio {
    pub budget_minor: i64,
    /// Sum of all awards: proposed, signed and released.
    pub committed_minor: i64,
    /// Number of awards.
    pub awards: usize,
    /// By code of the community.
    pub by_community: Vec<Group>,
    /// By code of the base.
    pub by_base: Vec<Group>,
}

impl Portfolio {
    /// Sums up. The order of the entries has no influence.
    pub fn of<'a>(budget_minor: i64, entries: impl IntoIterator<Item = Entry<'a>>) -> Self {
        let entries: Vec<Entry<'a>> = entries.into_iter().collect();
        let awards = entries.iter().filter_map(|(_, _, award)| *award);
        Self {
            budget_minor,
            committed_minor: awards.clone().fold(0, i64::saturating_add),
            awards: awards.count(),
            by_community: groups(entries.iter().map(|(code, _, award)| (*code, *award))),
            by_base: groups(entries.iter().map(|(_, code, award)| (*code, *award))),
        }
    }

    /// What is left of the budget; negative when more is committed.
    pub fn left_minor(&self) -> i64 {
        self.budget_minor.saturating_sub(self.committed_minor)
    }

    /// Whether more is committed than the budget holds.
    pub fn is_over(&self) -> bool {
        self.left_minor() < 0
    }
}

fn groups<'a>(entries: impl Iterator<Item = (&'a str, Option<i64>)>) -> Vec<Group> {
    let mut sums: BTreeMap<&str, (usize, usize, i64)> = BTreeMap::new();
    for (code, award) in entries {
        let (decided, awards, amount) = sums.entry(code).or_default();
        *decided += 1;
        *awards += usize::from(award.is_some());
        *amount = amount.saturating_add(award.unwrap_or(0));
    }
    let amounts: Vec<i64> = sums.values().map(|(_, _, amount)| *amount).collect();
    let rows = sums.into_iter().zip(whole_percents(&amounts));
    rows.map(|((code, (decided, awards, amount_minor)), share)| Group {
        code: code.to_owned(),
        decided,
        awards,
        amount_minor,
        share,
    })
    .collect()
}

/// Whole per cents of a sum that make exactly 100, by the method of largest
/// remainders (Hamilton): each part gets its share rounded down, and what is
/// missing goes one by one to the largest remainders, the earlier part first
/// among equal ones. Parts below 0 count as 0; a sum of 0 gives only zeros.
///
/// By hand: 1, 1 and 1 are 33⅓ each, so 33 each with 1 missing: 34, 33, 33.
pub fn whole_percents(parts: &[i64]) -> Vec<u32> {
    let parts: Vec<i128> = parts.iter().map(|part| i128::from(*part).max(0)).collect();
    let total: i128 = parts.iter().sum();
    if total == 0 {
        return vec![0; parts.len()];
    }
    let floor = |part: &i128| u32::try_from(part * 100 / total).unwrap_or(100);
    let mut percents: Vec<u32> = parts.iter().map(floor).collect();
    let missing = 100_u32.saturating_sub(percents.iter().sum());
    let mut by_remainder: Vec<usize> = (0..parts.len()).collect();
    // The sort is stable, so equal remainders keep their order.
    by_remainder.sort_by_key(|at| std::cmp::Reverse(parts[*at] * 100 % total));
    for at in by_remainder.into_iter().take(missing as usize) {
        percents[at] += 1;
    }
    percents
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn group(code: &str, decided: usize, awards: usize, amount_minor: i64, share: u32) -> Group {
        Group {
            code: code.to_owned(),
            decided,
            awards,
            amount_minor,
            share,
        }
    }

    #[test]
    fn a_round_is_summed_by_community_and_base() {
        let entries = [
            ("palestinian", "gaza", Some(3000)),
            ("israeli", "inside_israel", Some(3000)),
            ("joint", "inside_israel", Some(3000)),
            ("palestinian", "west_bank", None),
        ];
        let portfolio = Portfolio::of(10_000, entries);
        assert_eq!((portfolio.committed_minor, portfolio.awards), (9000, 3));
        assert_eq!((portfolio.left_minor(), portfolio.is_over()), (1000, false));
        let communities = [
            group("israeli", 1, 1, 3000, 34),
            group("joint", 1, 1, 3000, 33),
            group("palestinian", 2, 1, 3000, 33),
        ];
        assert_eq!(portfolio.by_community, communities);
        let bases = [
            group("gaza", 1, 1, 3000, 33),
            group("inside_israel", 2, 2, 6000, 67),
            group("west_bank", 1, 0, 0, 0),
        ];
        assert_eq!(portfolio.by_base, bases);
    }

    #[test]
    fn a_budget_can_be_overspent_and_a_round_empty() {
        let over = Portfolio::of(100, [("joint", "gaza", Some(101))]);
        assert_eq!((over.left_minor(), over.is_over()), (-1, true));
        let empty = Portfolio::of(100, []);
        assert_eq!((empty.left_minor(), empty.by_base), (100, Vec::new()));
    }

    #[test]
    fn missing_per_cents_go_to_the_largest_remainders() {
        assert_eq!(whole_percents(&[1, 1, 1]), [34, 33, 33]);
        assert_eq!(whole_percents(&[2, 1]), [67, 33]);
        assert_eq!(whole_percents(&[0, 7, -5]), [0, 100, 0]);
        assert_eq!(whole_percents(&[0, 0]), [0, 0]);
        assert_eq!(whole_percents(&[i64::MAX, i64::MAX]), [50, 50]);
    }

    proptest! {
        #[test]
        fn shares_make_a_hundred_and_are_off_by_less_than_one(
            parts in prop::collection::vec(0..1_000_000_i64, 1..40)
        ) {
            let total: i64 = parts.iter().sum();
            let percents = whole_percents(&parts);
            prop_assert_eq!(percents.iter().sum::<u32>(), if total > 0 { 100 } else { 0 });
            for (part, percent) in parts.iter().zip(percents) {
                prop_assert!((part * 100 - i64::from(percent) * total).abs() < total.max(1));
            }
        }

        #[test]
        fn groups_add_up_in_any_order(
            mut entries in prop::collection::vec(
                (
                    prop::sample::select(&["israeli", "joint", "palestinian"][..]),
                    prop::sample::select(&["gaza", "west_bank"][..]),
                    prop::option::of(1..1_000_000_i64),
                ),
                0..40,
            )
        ) {
            let portfolio = Portfolio::of(5, entries.clone());
            for groups in [&portfolio.by_community, &portfolio.by_base] {
                let amount: i64 = groups.iter().map(|one| one.amount_minor).sum();
                prop_assert_eq!(amount, portfolio.committed_minor);
                let decided: usize = groups.iter().map(|one| one.decided).sum();
                prop_assert_eq!(decided, entries.len());
            }
            entries.reverse();
            prop_assert_eq!(Portfolio::of(5, entries), portfolio);
        }
    }
}
