//! Digits, amounts and words as people type them in three scripts.

/// Arabic-Indic and Persian digits turned into 0–9, Arabic decimal and
/// thousands marks into `.` and `,`; everything else is kept.
pub fn western(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{0660}'..='\u{0669}' => digit(c, 0x0660),
            '\u{06F0}'..='\u{06F9}' => digit(c, 0x06F0),
            '\u{066B}' => '.',
            '\u{066C}' => ',',
            other => other,
        })
        .collect()
}

fn digit(c: char, zero: u32) -> char {
    char::from_digit(u32::from(c) - zero, 10).unwrap_or(c)
}

/// Whether a character only groups digits or is invisible direction control.
fn is_spacing(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{2000}'..='\u{200F}' | '\u{202A}'..='\u{202F}' | '\u{2066}'..='\u{2069}' | '\'')
}

/// A whole number with spaces or separators between groups: `12 500`, `12,500`.
pub fn parse_whole(text: &str) -> Option<i64> {
    let digits: String = western(text)
        .chars()
        .filter(|c| !is_spacing(*c) && *c != ',')
        .collect();
    digits.parse().ok()
}

/// A decimal amount as (digits without point, number of decimals):
/// `12,500.50` gives `(1250050, 2)`. A single comma with one or two digits
/// behind it is a decimal mark, as in `12500,50`.
pub fn parse_decimal(text: &str) -> Option<(i64, u32)> {
    let plain: String = western(text).chars().filter(|c| !is_spacing(*c)).collect();
    let (whole, fraction) = split_fraction(&plain);
    let whole: String = whole.chars().filter(|c| *c != ',').collect();
    let digits = format!("{whole}{fraction}");
    let valid =
        !whole.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) && digits.len() <= 17;
    valid
        .then(|| digits.parse().ok().map(|n| (n, fraction.len() as u32)))
        .flatten()
}

fn split_fraction(plain: &str) -> (&str, &str) {
    if let Some(at) = plain.rfind('.') {
        return (&plain[..at], &plain[at + 1..]);
    }
    match plain.rfind(',') {
        Some(at) if plain.len() - at - 1 <= 2 => (&plain[..at], &plain[at + 1..]),
        _ => (plain, ""),
    }
}

/// Words of a text in any script: runs between white space that hold at least
/// one letter or digit.
pub fn count_words(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
}

/// A text as one line: control and direction-override characters removed,
/// white space folded, trimmed.
pub fn one_line(text: &str) -> String {
    let visible: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .filter(|c| !is_bidi_control(*c))
        .collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text of several lines: line breaks kept as `\n`, other control and
/// direction-override characters removed, ends trimmed. What parts words, such as
/// the page break of a pasted document, becomes a space.
pub fn many_lines(text: &str) -> String {
    let unix = text.replace("\r\n", "\n").replace('\r', "\n");
    let parts = |c: char| c.is_control() && c.is_whitespace() && !matches!(c, '\n' | '\t');
    let visible: String = unix
        .chars()
        .map(|c| if parts(c) { ' ' } else { c })
        .filter(|c| (!c.is_control() || *c == '\n' || *c == '\t') && !is_bidi_control(*c))
        .collect();
    visible.trim().to_owned()
}

/// Embeddings, overrides and isolates can make a line read as another one.
/// The plain marks U+200E, U+200F and U+061C are kept: people need them.
pub fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_are_read_in_every_habit() {
        for (text, expected) in [
            ("12500", (12500, 0)),
            ("12,500.50", (1_250_050, 2)),
            ("12 500,5", (125_005, 1)),
            ("١٢٬٥٠٠٫٥٠", (1_250_050, 2)),
            ("12,500", (12500, 0)),
        ] {
            assert_eq!(parse_decimal(text), Some(expected), "{text}");
        }
        for text in [
            "",
            ".",
            "-5",
            "1e9",
            "12.5.0",
            "123456789012345678",
            "twelve",
        ] {
            assert_eq!(parse_decimal(text), None, "{text}");
        }
    }

    #[test]
    fn words_are_counted_in_every_script() {
        assert_eq!(count_words("two words"), 2);
        assert_eq!(count_words("حقوق الإنسان — للجميع"), 3);
        assert_eq!(count_words("זכויות אדם\nלכולם"), 3);
        assert_eq!(count_words("  — … "), 0);
    }

    #[test]
    fn overrides_and_controls_are_removed() {
        assert_eq!(one_line(" a\u{202E}b\u{0007}\n c "), "ab c");
        assert_eq!(many_lines("a\r\nb\u{0000}\u{2066}\r"), "a\nb");
        assert_eq!(many_lines("one\u{000C}two"), "one two");
    }

    proptest! {
        #[test]
        fn words_of_three_scripts_are_counted_whatever_stands_between(
            words in prop::collection::vec((
                "[a-z0-9\u{621}-\u{64A}\u{5D0}-\u{5EA}\u{660}-\u{669}]{1,9}",
                "[ \n\t\u{A0}\u{2003}]{1,3}[—…·]?[ \n]",
            ), 0..60)
        ) {
            let text: String = words.iter().map(|(word, gap)| format!("{word}{gap}")).collect();
            prop_assert_eq!(count_words(&text), words.len());
        }

        #[test]
        fn texts_after_each_other_have_the_words_of_both(first: String, second: String) {
            let both = format!("{first}\n{second}");
            prop_assert_eq!(count_words(&both), count_words(&first) + count_words(&second));
        }

        #[test]
        fn tidying_a_text_changes_no_count(
            text in "[a-c\u{5D0}-\u{5D2}.\u{7}\u{B}\u{C}\u{85}\r\n\t \u{202E}\u{2066}]{0,40}"
        ) {
            prop_assert_eq!(count_words(&many_lines(&text)), count_words(&text));
        }
    }
}
