//! Registrations in public registers, by the list codes of org-id.guide.

use crate::domain::Message;

/// A registration in a public register.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Registration {
    /// List code of org-id.guide, such as `IL-RA`.
    pub register: String,
    pub number: String,
}

impl Registration {
    /// The identifier that other data sets use: list code, hyphen, number.
    pub fn identifier(&self) -> String {
        format!("{}-{}", self.register, self.number)
    }

    /// What looks mistyped without being wrong for sure: Israeli numbers have
    /// nine digits, the last of which checks the others; those of the Palestinian
    /// ministry look like HB-4157-C.
    pub fn doubt(&self) -> Option<Message> {
        let key = match self.register.as_str() {
            "IL-RA" | "IL-ROC" if !is_israeli_number(&self.number) => "warning-registration-number",
            "PS-MOI" if !is_ministry_number(&self.number) => "warning-registration-ministry",
            _ => return None,
        };
        Some(Message::new(key).with("number", &*self.number))
    }
}

/// Two letters for the governorate, a number, a letter for the kind.
fn is_ministry_number(number: &str) -> bool {
    let letters = |part: &str, most| {
        (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic())
    };
    let digits =
        |part: &str| (1..=6).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    match number.split('-').collect::<Vec<_>>().as_slice() {
        [place, count, kind] => letters(place, 3) && digits(count) && letters(kind, 2),
        _ => false,
    }
}

/// Nine digits; weighted 1, 2, 1, 2 … with the digits of two-digit products
/// added up, they sum to a multiple of ten.
fn is_israeli_number(number: &str) -> bool {
    let digits: Vec<u32> = number.chars().filter_map(|c| c.to_digit(10)).collect();
    let weighted = digits.iter().zip([1, 2].into_iter().cycle());
    let sum: u32 = weighted
        .map(|(digit, weight)| digit * weight / 10 + digit * weight % 10)
        .sum();
    digits.len() == 9 && number.len() == 9 && sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(register: &str, number: &str) -> Registration {
        Registration {
            register: register.to_owned(),
            number: number.to_owned(),
        }
    }

    #[test]
    fn a_mistyped_israeli_number_is_doubted() {
        assert_eq!(row("IL-RA", "580146256").doubt(), None);
        assert_eq!(row("PS-TIN", "12").doubt(), None);
        for number in ["580146255", "58014625", "58014625x", "58-0146256"] {
            assert!(row("IL-ROC", number).doubt().is_some(), "{number}");
        }
    }

    #[test]
    fn a_number_that_is_not_written_as_the_ministry_writes_is_doubted() {
        for number in ["HB-4157-C", "JN-8179-C", "rh-22-b"] {
            assert_eq!(row("PS-MOI", number).doubt(), None, "{number}");
        }
        for number in [
            "12",
            "HB4157C",
            "HB-4157",
            "HB-41x7-C",
            "-4157-C",
            "HB-4157-C-1",
        ] {
            assert!(row("PS-MOI", number).doubt().is_some(), "{number}");
        }
    }
}
