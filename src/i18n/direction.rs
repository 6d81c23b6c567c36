//! A sentence of ours keeps its own direction whatever it begins with: what goes by
//! the first letter (`dir=auto`, `<bdi>`, a subject line) would turn an Arabic or
//! Hebrew sentence around that begins with a Latin name or a currency.

use crate::domain::Language;

/// Says "from right to left" without being seen.
const RIGHT_TO_LEFT: char = '\u{200F}';

/// The text, marked where its first letter would mislead.
pub fn kept(language: Language, text: String) -> String {
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    let misled = language.direction() == "rtl"
        && letters.next().is_some_and(|first| !runs_left(first))
        && letters.any(runs_left);
    if misled {
        format!("{RIGHT_TO_LEFT}{text}")
    } else {
        text
    }
}

/// Letters of Hebrew, Arabic and their kin, presentation forms among them.
fn runs_left(letter: char) -> bool {
    matches!(letter, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sentences_that_would_turn_are_marked() {
        let arabic = |text: &str| kept(Language::Arabic, text.to_owned());
        assert_eq!(arabic("ILS 41,000 تعادل"), "\u{200F}ILS 41,000 تعادل");
        assert_eq!(arabic("بعملة USD"), "بعملة USD");
        assert_eq!(arabic("USD 5"), "USD 5", "nothing to turn");
        assert_eq!(arabic("12 حرفاً"), "12 حرفاً", "figures have no direction");
        let english = kept(Language::English, "Rana Haddad رنا".to_owned());
        assert_eq!(english, "Rana Haddad رنا");
        let hebrew = kept(Language::Hebrew, "Rana Haddad, מנהלת".to_owned());
        assert!(hebrew.starts_with(RIGHT_TO_LEFT));
    }
}
