//! Money: whole minor units of a currency, never a float.

use super::Message;
use super::currency::Currency;
use super::numerals::parse_decimal;

/// An amount of a currency; never negative in this product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money {
    /// Whole minor units: cents, agorot, fils.
    pub minor: i64,
    pub currency: Currency,
}

impl Money {
    /// An amount in minor units.
    pub fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Reads an amount typed in any habit; more decimals than the currency has
    /// are refused, not rounded.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, Message> {
        let wrong = || Message::new("error-amount");
        let (digits, decimals) = parse_decimal(text).ok_or_else(wrong)?;
        let missing = currency
            .decimals()
            .checked_sub(decimals)
            .ok_or_else(wrong)?;
        let minor = digits.checked_mul(10_i64.pow(missing)).ok_or_else(wrong)?;
        Ok(Self { minor, currency })
    }

    /// Plain decimal for exports and inputs: `12500.50`; no decimals when the
    /// amount is whole.
    pub fn decimal(self) -> String {
        let (whole, fraction, decimals) = self.parts();
        if fraction == 0 {
            whole.to_string()
        } else {
            format!("{whole}.{fraction:0decimals$}")
        }
    }

    /// Whole units, the rest in minor units, and how many digits the rest has.
    pub fn parts(self) -> (i64, i64, usize) {
        let decimals = self.currency.decimals();
        let unit = 10_i64.pow(decimals);
        (self.minor / unit, self.minor % unit, decimals as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn minor_units_follow_the_currency() {
        let jod = Currency::parse("JOD").unwrap();
        assert_eq!(Money::parse("1.5", jod).unwrap().minor, 1500);
        assert_eq!(Money::parse("1.5", Currency::USD).unwrap().minor, 150);
        assert!(Money::parse("1.505", Currency::USD).is_err());
    }

    proptest! {
        #[test]
        fn what_is_printed_is_read_back(minor in 0_i64..10_000_000_000_000) {
            for currency in Currency::all() {
                let money = Money::new(minor, currency);
                prop_assert_eq!(Money::parse(&money.decimal(), currency).unwrap(), money);
            }
        }
    }
}
