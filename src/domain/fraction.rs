//! Exact fractions that are never negative. Ranking must depend neither on
//! floats nor on a database's rounding, so that equal scores are ties and
//! nothing else is. Knows nothing of reviews.

use std::cmp::Ordering;
use std::num::NonZero;

/// Steps per unit to which [`Fraction::mean`] rounds what does not fit exactly.
const GRID: u128 = 1_000_000_000;

/// A number `numerator / denominator`, at least 0, always in lowest terms, so
/// that equal numbers are equal values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fraction {
    numerator: u128,
    /// Known not to be 0: an optional fraction then takes no more room than a fraction.
    denominator: NonZero<u128>,
}

impl Fraction {
    /// Nothing: 0/1.
    pub const ZERO: Self = Self {
        numerator: 0,
        denominator: NonZero::<u128>::MIN,
    };

    /// The fraction in lowest terms; `None` when the denominator is 0.
    pub fn new(numerator: u128, denominator: u128) -> Option<Self> {
        let divisor = NonZero::new(gcd(numerator, denominator))?;
        Some(Self {
            numerator: numerator / divisor,
            denominator: NonZero::new(denominator / divisor)?,
        })
    }

    /// What stands above the line, in lowest terms.
    pub fn numerator(self) -> u128 {
        self.numerator
    }

    /// What stands below the line, in lowest terms; at least 1.
    pub fn denominator(self) -> u128 {
        self.denominator.get()
    }

    /// The exact sum over the least common denominator; `None` when that
    /// denominator or the numerator over it is larger than `u128` holds.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let common = lcm(self.denominator(), other.denominator())?;
        let left = self.numerator.checked_mul(common / self.denominator())?;
        let right = other.numerator.checked_mul(common / other.denominator())?;
        Self::new(left.checked_add(right)?, common)
    }

    /// The exact quotient; `None` when the divisor is 0 or the result's
    /// denominator is larger than `u128` holds.
    pub fn checked_div(self, divisor: u128) -> Option<Self> {
        // Cancelling first keeps the product as small as the result allows.
        let shared = gcd(self.numerator, divisor);
        let factor = divisor.checked_div(shared)?;
        Self::new(
            self.numerator / shared,
            self.denominator().checked_mul(factor)?,
        )
    }

    /// The mean of values in 0..=1; `None` when there are none.
    ///
    /// Exact while `n` times the values' least common denominator fits `u128`
    /// (for scores: up to 372 reviews of one application, see
    /// [`score`](super::score)). Beyond that each value is first rounded half
    /// up to a billionth. Which of the two applies depends on the values alone,
    /// not on their order, and so does the result.
    pub fn mean(values: &[Self]) -> Option<Self> {
        Self::exact_mean(values).or_else(|| Self::grid_mean(values))
    }

    fn exact_mean(values: &[Self]) -> Option<Self> {
        let count = u128::try_from(values.len()).ok()?;
        let common = values
            .iter()
            .try_fold(1, |common, value| lcm(common, value.denominator()))?;
        // Asked before adding: partial sums cancel differently in each order.
        common.checked_mul(count)?;
        let sum = values
            .iter()
            .try_fold(Self::ZERO, |sum, value| sum.checked_add(*value))?;
        sum.checked_div(count)
    }

    fn grid_mean(values: &[Self]) -> Option<Self> {
        let count = u128::try_from(values.len()).ok()?;
        let sum = values
            .iter()
            .try_fold(0_u128, |sum, value| sum.checked_add(value.rounded(GRID)))?;
        Self::new(sum, count.checked_mul(GRID)?)
    }

    /// The value in tenths, rounded half up: 11/3 gives 37. Stops at `u32::MAX`.
    pub fn tenths(self) -> u32 {
        narrow(self.rounded(10))
    }

    /// The value in hundredths, rounded half up: 11/3 gives 367. For exports
    /// with two decimals. Stops at `u32::MAX`.
    pub fn hundredths(self) -> u32 {
        narrow(self.rounded(100))
    }

    /// The value in hundredths of a per cent, rounded half up: 461/600 gives
    /// 7683, which exports print as 76.83. Stops at `u32::MAX`.
    pub fn percent_hundredths(self) -> u32 {
        narrow(self.rounded(10_000))
    }

    /// The nearest whole number, a half to the even one: 5/2 gives 2, 7/2 gives
    /// 4. For money, where halves that always went up would add up.
    pub fn half_even(self) -> u128 {
        let whole = self.numerator / self.denominator();
        let below = self.numerator % self.denominator();
        let up = match below.cmp(&(self.denominator() - below)) {
            Ordering::Less => false,
            Ordering::Equal => whole % 2 == 1,
            Ordering::Greater => true,
        };
        whole + u128::from(up)
    }

    /// The nearest float; for drawing and spread only, never for comparing.
    pub fn approximate(self) -> f64 {
        self.numerator as f64 / self.denominator() as f64
    }

    /// The value times `steps`, rounded half up to a whole number, without
    /// overflow: double and add over the bits of `steps`, carrying each time
    /// that the remainder reaches the denominator.
    fn rounded(self, steps: u128) -> u128 {
        let below = self.numerator % self.denominator();
        let (mut units, mut rest) = (0_u128, 0_u128);
        for bit in (0..u128::BITS - steps.leading_zeros()).rev() {
            let (carry, doubled) = add_modulo(rest, rest, self.denominator());
            (units, rest) = (units * 2 + carry, doubled);
            if steps >> bit & 1 == 1 {
                let (carry, added) = add_modulo(rest, below, self.denominator());
                (units, rest) = (units + carry, added);
            }
        }
        let (half_or_more, _) = add_modulo(rest, rest, self.denominator());
        let whole = (self.numerator / self.denominator()).saturating_mul(steps);
        whole.saturating_add(units + half_or_more)
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        let left = (self.numerator, self.denominator());
        compare(left, (other.numerator, other.denominator()))
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A share of the whole in tenths of a per cent, 0..=1000 for 0..=1, rounded
/// half up and exact: 461/600 gives 768, shown as 76.8. Stops at `u32::MAX`.
pub fn percent_tenths(share: Fraction) -> u32 {
    narrow(share.rounded(1000))
}

fn narrow(number: u128) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Compares by Euclid's algorithm instead of cross-multiplying, which would
/// overflow: first the whole parts, then what is left, upside down.
fn compare(left: (u128, u128), right: (u128, u128)) -> Ordering {
    let whole = (left.0 / left.1).cmp(&(right.0 / right.1));
    whole.then_with(|| match (left.0 % left.1, right.0 % right.1) {
        (0, rest) => 0.cmp(&rest),
        (_, 0) => Ordering::Greater,
        (left_rest, right_rest) => compare((right.1, right_rest), (left.1, left_rest)),
    })
}

/// Carry (0 or 1) and remainder of `left + right` by `modulus`, for both terms
/// below the modulus; never overflows.
fn add_modulo(left: u128, right: u128, modulus: u128) -> (u128, u128) {
    let room = modulus - right;
    if left >= room {
        (1, left - room)
    } else {
        (0, left + right)
    }
}

/// Greatest common divisor; that of 0 and n is n.
fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// Least common multiple of two numbers above 0, if `u128` holds it.
pub(super) fn lcm(a: u128, b: u128) -> Option<u128> {
    (a / gcd(a, b)).checked_mul(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MAX: u128 = u128::MAX;

    fn fraction(numerator: u128, denominator: u128) -> Fraction {
        Fraction::new(numerator, denominator).unwrap()
    }

    #[test]
    fn fractions_are_kept_in_lowest_terms() {
        assert_eq!(fraction(375, 500), fraction(3, 4));
        assert_eq!(fraction(0, 7), Fraction::ZERO);
        assert_eq!(Fraction::new(1, 0), None);
        assert_eq!(Fraction::new(0, 0), None);
    }

    #[test]
    fn the_largest_numbers_are_compared_exactly() {
        assert!(fraction(MAX, MAX - 1) < fraction(MAX - 1, MAX - 2));
        assert!(fraction(MAX - 2, MAX - 1) < fraction(MAX - 1, MAX));
        assert!(Fraction::ZERO < fraction(1, MAX));
        assert!(fraction(MAX, 1) > fraction(MAX, 2));
    }

    #[test]
    fn what_does_not_fit_is_told() {
        assert_eq!(fraction(1, MAX).checked_add(fraction(1, MAX - 1)), None);
        assert_eq!(fraction(1, MAX).checked_div(2), None);
        assert_eq!(fraction(1, 2).checked_div(0), None);
        assert_eq!(Fraction::ZERO.checked_div(0), None);
        assert_eq!(
            fraction(MAX - 1, MAX).checked_div(1),
            fraction(MAX - 1, MAX).into()
        );
    }

    #[test]
    fn halves_are_rounded_up() {
        assert_eq!(percent_tenths(fraction(461, 600)), 768);
        assert_eq!(fraction(461, 600).percent_hundredths(), 7683);
        assert_eq!(percent_tenths(fraction(1, 2000)), 1);
        assert_eq!(percent_tenths(fraction(1, 2001)), 0);
        assert_eq!(percent_tenths(fraction(1, 1)), 1000);
        assert_eq!(percent_tenths(fraction(MAX - 1, MAX)), 1000);
        assert_eq!(percent_tenths(fraction(1, MAX)), 0);
        assert_eq!(fraction(11, 3).tenths(), 37);
        assert_eq!(fraction(11, 3).hundredths(), 367);
        assert_eq!(fraction(MAX, 1).hundredths(), u32::MAX);
    }

    #[test]
    fn halves_of_money_go_to_the_even_number() {
        let whole = |n, d| fraction(n, d).half_even();
        assert_eq!([whole(1, 2), whole(3, 2), whole(5, 2)], [0, 2, 2]);
        assert_eq!([whole(49, 100), whole(51, 100), whole(7, 1)], [0, 1, 7]);
        assert_eq!(whole(MAX, 1), MAX);
        assert_eq!(whole(MAX, 2), MAX / 2 + 1);
    }

    #[test]
    fn a_mean_that_does_not_fit_is_taken_over_billionths() {
        let values = [fraction(1, MAX), fraction(MAX - 2, MAX - 1)];
        assert_eq!(Fraction::mean(&values), Some(fraction(1, 2)));
        assert_eq!(Fraction::mean(&[]), None);
    }

    prop_compose! {
        fn any_share()(denominator in 1..1000_u128, part in 0..=1000_u128) -> Fraction {
            fraction(part % (denominator + 1), denominator)
        }
    }

    proptest! {
        #[test]
        fn order_is_that_of_cross_multiplication(a in any_share(), b in any_share()) {
            let left = a.numerator() * b.denominator();
            prop_assert_eq!(a.cmp(&b), left.cmp(&(b.numerator() * a.denominator())));
        }

        #[test]
        fn order_is_consistent_for_all_numbers(
            a: u128, b in 1..=MAX, c: u128, d in 1..=MAX
        ) {
            let (left, right) = (fraction(a, b), fraction(c, d));
            prop_assert_eq!(left.cmp(&right), right.cmp(&left).reverse());
            prop_assert_eq!(left.cmp(&right).is_eq(), left == right);
        }

        #[test]
        fn addition_is_exact(a in any_share(), b in any_share()) {
            let numerator = a.numerator() * b.denominator() + b.numerator() * a.denominator();
            let expected = fraction(numerator, a.denominator() * b.denominator());
            prop_assert_eq!(a.checked_add(b), Some(expected));
        }

        #[test]
        fn rounding_is_that_of_the_textbook(a in any_share()) {
            let expected = (2000 * a.numerator() + a.denominator()) / (2 * a.denominator());
            prop_assert_eq!(u128::from(percent_tenths(a)), expected);
        }

        #[test]
        fn a_mean_ignores_order_and_stays_between(
            mut values in prop::collection::vec(any_share(), 1..60)
        ) {
            let mean = Fraction::mean(&values).unwrap();
            let exact = Fraction::exact_mean(&values);
            values.sort();
            prop_assert_eq!(Fraction::mean(&values), Some(mean));
            prop_assert_eq!(Fraction::exact_mean(&values), exact);
            if exact.is_some() {
                prop_assert!(values[0] <= mean && mean <= values[values.len() - 1]);
            }
        }
    }
}
