//! A sentence of ours keeps its own direction whatever it begins with: what goes by
//! the first letter (`dir=auto`, `<bdi>`, a subject line) would turn an Arabic or
//! Hebrew sentence around that begins with a Latin name or a currency, and an English
//! one that begins with an Arabic or Hebrew name.

use crate::domain::Language;

/// Say "from right to left" and "from left to right" without being seen.
const RIGHT_TO_LEFT: char = '\u{200F}';
const LEFT_TO_RIGHT: char = '\u{200E}';

/// The text, marked where its first letter would mislead.
pub fn kept(language: Language, text: String) -> String {
    let left = language.direction() == "rtl";
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    let misled = letters.next().is_some_and(|first| runs_left(first) != left)
        && letters.any(|letter| runs_left(letter) == left);
    if !misled {
        return text;
    }
    let mark = if left { RIGHT_TO_LEFT } else { LEFT_TO_RIGHT };
    format!("{mark}{text}")
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
        let english = |text: &str| kept(Language::English, text.to_owned());
        assert_eq!(english("Rana Haddad رنا"), "Rana Haddad رنا");
        assert_eq!(english("رنا, director"), "\u{200E}رنا, director");
        assert_eq!(english("رنا 5"), "رنا 5", "nothing to turn");
        let hebrew = kept(Language::Hebrew, "Rana Haddad, מנהלת".to_owned());
        assert!(hebrew.starts_with(RIGHT_TO_LEFT));
    }
}
