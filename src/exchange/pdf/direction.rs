//! Which way a text runs, and which characters of it can be printed.

/// Left to right, or right to left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Ltr,
    Rtl,
}

impl Direction {
    /// The direction of a page.
    pub fn of_page(rtl: bool) -> Self {
        if rtl { Self::Rtl } else { Self::Ltr }
    }

    /// The direction of the first letter of a text that is not isolated from it;
    /// nothing when there is none, as in figures.
    pub fn of_text(text: &str) -> Option<Self> {
        let mut isolates = 0_u32;
        for c in text.chars() {
            match c {
                '\u{2066}'..='\u{2068}' => isolates += 1,
                '\u{2069}' => isolates = isolates.saturating_sub(1),
                _ if isolates > 0 => (),
                '\u{200E}' => return Some(Self::Ltr),
                _ if script(c).is_some() => return Some(Self::Rtl),
                _ if c.is_alphabetic() => return Some(Self::Ltr),
                _ => (),
            }
        }
        None
    }
}

/// The language that a paragraph is most probably read aloud in, where its first
/// letter tells.
pub fn spoken(text: &str) -> Option<&'static str> {
    script(text.chars().find(|c| c.is_alphabetic())?)
}

/// `ar` or `he` for a character that runs from right to left.
fn script(c: char) -> Option<&'static str> {
    match c {
        '\u{0590}'..='\u{05FF}' | '\u{FB1D}'..='\u{FB4F}' => Some("he"),
        '\u{061C}' | '\u{200F}' => Some("ar"),
        '\u{0600}'..='\u{08FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}'
            if c.is_alphabetic() =>
        {
            Some("ar")
        }
        _ => None,
    }
}

/// The lines of a text as they can be set: controls become spaces, overrides and
/// what Unicode keeps for private use or for nobody disappear, isolates and plain
/// direction marks stay.
pub fn lines(text: &str) -> Vec<String> {
    let text = text.replace("\r\n", "\n");
    let line = |line: &str| -> String { line.chars().filter_map(printable).collect() };
    text.split([
        '\n', '\r', '\u{0B}', '\u{0C}', '\u{85}', '\u{2028}', '\u{2029}',
    ])
    .map(line)
    .collect()
}

fn printable(c: char) -> Option<char> {
    match c {
        '\u{202A}'..='\u{202E}' | '\u{FFF0}'..='\u{FFFB}' | '\u{FEFF}' => None,
        '\u{E000}'..='\u{F8FF}' => Some('\u{FFFD}'),
        c if u32::from(c) & 0xFFFE == 0xFFFE || u32::from(c) >= 0xE_0000 => None,
        c if c.is_control() => Some(' '),
        c => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_decides() {
        for (text, expected) in [
            ("Report", Some(Direction::Ltr)),
            ("12. تقرير USAID", Some(Direction::Rtl)),
            ("USAID تقرير", Some(Direction::Ltr)),
            ("(2026) דוח", Some(Direction::Rtl)),
            ("\u{2066}USD 12\u{2069}", None),
            ("\u{200F}\u{2066}USD 12\u{2069}", Some(Direction::Rtl)),
            ("12 500", None),
            ("", None),
        ] {
            assert_eq!(Direction::of_text(text), expected, "{text}");
        }
    }

    #[test]
    fn what_cannot_be_printed_is_left_out() {
        assert_eq!(lines("a\u{0}b\u{202E}c\r\nd\te"), ["a bc", "d e"]);
        assert_eq!(lines(""), [""]);
    }
}
