//! Arabic plural forms above a hundred. Their last two digits decide, 103 like 3 and
//! 120 like 20, which the rules that Fluent brings leave out: such a number chooses
//! its form by a smaller one of the same form and is printed as itself.

use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentValue};

use crate::domain::Language;

/// Arguments whose numbers choose the right forms of a language.
pub fn chosen<'a>(language: Language, args: &'a FluentArgs) -> FluentArgs<'a> {
    let choose = |value: &FluentValue<'a>| match value {
        FluentValue::Number(number) if language == Language::Arabic => {
            FluentValue::Number(chooser(number.value as i64))
        }
        other => other.clone(),
    };
    args.iter()
        .map(|(name, value)| (name, choose(value)))
        .collect()
}

/// The number to print.
pub fn printed(number: &FluentNumber) -> i64 {
    let itself = number.options.minimum_integer_digits;
    let itself = itself.and_then(|itself| i64::try_from(itself).ok());
    itself.unwrap_or(number.value as i64)
}

fn chooser(number: i64) -> FluentNumber {
    let options = FluentNumberOptions {
        // The only option that is set here at all: it carries the number along.
        minimum_integer_digits: usize::try_from(number).ok().filter(|n| *n > 99),
        ..FluentNumberOptions::default()
    };
    let by = match number % 100 {
        _ if number < 100 => number,
        last @ 3..=99 => last,
        _ => 100,
    };
    FluentNumber::new(by as f64, options)
}

#[cfg(test)]
mod tests {
    use super::super::Locale;
    use super::*;

    #[test]
    fn arabic_counts_by_the_last_two_digits() {
        let arabic = Locale::of(Language::Arabic);
        let told = |n| {
            let told = arabic.count("limit-characters", n);
            told.replace(['\u{2068}', '\u{2069}'], "")
        };
        for (n, words) in [
            (1, "حرف واحد"),
            (9, "9 أحرف"),
            (20, "20 حرفاً"),
            (100, "100 حرف "),
            (101, "101 حرف "),
            (103, "103 أحرف"),
            (120, "120 حرفاً"),
            (1_000, "1,000 حرف "),
            (1_240, "1,240 حرفاً"),
        ] {
            assert!(told(n).starts_with(words), "{n}: {}", told(n));
        }
    }

    #[test]
    fn other_languages_count_as_they_did() {
        let hebrew = Locale::of(Language::Hebrew);
        let told = hebrew.count("limit-characters", 120);
        assert!(told.contains("120"), "{told}");
    }
}
