//! What a dashboard works out of counts: the database counts, these few lines say what
//! that comes to. Days are whole ones, passed in full.

use super::turnaround::Clock;

/// Working days before the day of a target from which an application is soon due.
pub const SOON_DAYS: u32 = 5;

/// How many took, or have taken so far, so many days: in any order.
pub type Days = [(i64, i64)];

/// The day by which at least half were done; nothing of nothing.
pub fn median(days: &Days) -> Option<i64> {
    let mut sorted = days.to_vec();
    sorted.sort_unstable();
    let total: i64 = sorted.iter().map(|(_, count)| count).sum();
    let mut passed = 0;
    let half = |(_, count): &&(i64, i64)| {
        passed += count;
        passed * 2 >= total
    };
    sorted.iter().find(half).map(|(day, _)| *day)
}

/// How those that still wait stand to the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Waiting {
    pub in_time: i64,
    /// Due within [`SOON_DAYS`].
    pub soon: i64,
    pub late: i64,
}

impl Waiting {
    /// Of clocks; those that stopped wait no more.
    pub fn of(clocks: impl IntoIterator<Item = Clock>) -> Self {
        let mut waiting = Self::default();
        for clock in clocks {
            match clock {
                Clock::Late { .. } => waiting.late += 1,
                Clock::Running { left, .. } if left <= SOON_DAYS => waiting.soon += 1,
                Clock::Running { .. } => waiting.in_time += 1,
                Clock::Reached { .. } => (),
            }
        }
        waiting
    }

    /// All that wait.
    pub fn all(self) -> i64 {
        self.in_time + self.soon + self.late
    }
}

/// Counts in steps of `width`, from the first to the last that has any: where each
/// begins, and how many.
pub fn steps(days: &Days, width: i64) -> Vec<(i64, i64)> {
    let at = |day: i64| day.div_euclid(width.max(1));
    let first = days.iter().map(|(day, _)| at(*day)).min();
    let last = days.iter().map(|(day, _)| at(*day)).max();
    let (Some(first), Some(last)) = (first, last) else {
        return Vec::new();
    };
    let step = |number: i64| {
        let own = days.iter().filter(|(day, _)| at(*day) == number);
        (number * width, own.map(|(_, count)| count).sum())
    };
    (first..=last).map(step).collect()
}

/// The totals of one application's reviews, summed up: how many, their sum and the sum of
/// their squares.
pub type Totals = (i64, i64, i64);

/// Krippendorff's alpha, interval level, out of sums: the same as
/// [`statistics::alpha`](super::statistics::alpha) of the single totals. Nothing where no
/// application has two reviews, or all totals are the same.
pub fn alpha(applications: &[Totals]) -> Option<f64> {
    let pairable = applications.iter().filter(|(number, ..)| *number > 1);
    let (mut all, mut apart) = ((0.0, 0.0, 0.0), 0.0);
    for (number, sum, squares) in pairable {
        let (number, sum, squares) = (*number as f64, *sum as f64, *squares as f64);
        apart += 2.0 * (number * squares - sum * sum) / (number - 1.0);
        all = (all.0 + number, all.1 + sum, all.2 + squares);
    }
    let (number, sum, squares) = all;
    let expected = 2.0 * (number * squares - sum * sum) / (number * (number - 1.0));
    (number > 1.0 && expected > 0.0).then(|| 1.0 - apart / number / expected)
}

/// A part of a whole in per cent, rounded down; 0 of nothing.
pub fn percent(part: i64, whole: i64) -> u32 {
    let (part, whole) = (i128::from(part.max(0)), i128::from(whole));
    if whole <= 0 {
        return 0;
    }
    u32::try_from(part * 100 / whole).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::moment::Day;
    use crate::domain::statistics::alpha::{Level, alpha as of_table};
    use crate::domain::statistics::{Rating, Table};
    use proptest::prelude::*;

    #[test]
    fn the_middle_is_the_day_by_which_half_were_done() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[(9, 1), (3, 1)]), Some(3));
        assert_eq!(median(&[(9, 2), (3, 1), (20, 1)]), Some(9));
    }

    #[test]
    fn what_waits_is_in_time_soon_due_or_late() {
        let due = Day::parse("2026-03-09").unwrap();
        let running = |left| Clock::Running { due, left };
        let clocks = [
            running(6),
            running(5),
            running(0),
            Clock::Late { due, over: 1 },
            Clock::Reached {
                days: 3,
                late: true,
            },
        ];
        let told = Waiting {
            in_time: 1,
            soon: 2,
            late: 1,
        };
        assert_eq!(Waiting::of(clocks), told);
        assert_eq!(told.all(), 4);
    }

    #[test]
    fn steps_leave_no_gap() {
        assert_eq!(
            steps(&[(15, 1), (0, 2), (1, 3)], 7),
            [(0, 5), (7, 0), (14, 1)]
        );
        assert_eq!(steps(&[], 7), []);
    }

    #[test]
    fn a_part_of_nothing_is_nothing() {
        assert_eq!(percent(1, 0), 0);
        assert_eq!(percent(2, 3), 66);
        assert_eq!(percent(i64::MAX, 1), u32::MAX);
    }

    proptest! {
        #[test]
        fn sums_give_the_alpha_of_the_single_totals(
            given in proptest::collection::vec(proptest::collection::vec(0_i64..10_000, 0..5), 1..20)
        ) {
            let ratings: Vec<Rating> = given.iter().enumerate().flat_map(|(application, totals)| {
                totals.iter().enumerate().map(move |(reviewer, total)| Rating {
                    application,
                    reviewer,
                    score: *total as f64,
                })
            }).collect();
            let table = Table::new(given.len(), 5, &ratings);
            let sums: Vec<Totals> = given.iter().map(|totals| (
                totals.len() as i64,
                totals.iter().sum(),
                totals.iter().map(|one| one * one).sum(),
            )).collect();
            match (alpha(&sums), of_table(&table, Level::Interval)) {
                (Some(own), Ok(other)) => prop_assert!((own - other).abs() < 1e-6, "{own} {other}"),
                (None, Err(_)) => (),
                (own, other) => prop_assert!(false, "{own:?} {other:?}"),
            }
        }
    }
}
