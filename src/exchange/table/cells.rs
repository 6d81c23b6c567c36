//! Numbers as they stand in cells: in three sets of digits, with point or comma.

use icu_normalizer::ComposingNormalizer;

use crate::domain::numerals::{is_bidi_control, western};

/// Why a cell holds no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotRead {
    Text,
    /// `1,234` is a thousand and more to some, one and a bit to others.
    Ambiguous,
}

/// The number of a cell; nothing for an empty one.
pub fn number(cell: &str) -> Result<Option<f64>, NotRead> {
    let arabic_point = cell.contains('\u{066B}');
    let plain = plain(cell);
    if plain.is_empty() {
        return Ok(None);
    }
    let unsigned = plain.strip_prefix('-').unwrap_or(&plain);
    let text = if let Some((whole, part)) = unsigned.split_once(',') {
        let thousands = part.len() == 3 && (1..=3).contains(&whole.len()) && whole != "0";
        if unsigned.contains('.') || part.contains(',') || thousands {
            let digits = unsigned
                .bytes()
                .all(|b| b.is_ascii_digit() || b == b',' || b == b'.');
            let why = if digits && !arabic_point {
                NotRead::Ambiguous
            } else {
                NotRead::Text
            };
            return Err(why);
        }
        plain.replace(',', ".")
    } else {
        plain.clone()
    };
    let digits = |c: char| c.is_ascii_digit() || c == '.' || c == '-';
    let valid =
        text.len() <= 20 && text.chars().all(digits) && text.contains(|c: char| c.is_ascii_digit());
    let number = text.parse::<f64>().ok().filter(|_| valid);
    number.map(Some).ok_or(NotRead::Text)
}

/// Why a cell holds no whole number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotWhole {
    Text,
    /// `1.000` is a thousand to some, one to others.
    Ambiguous,
    /// A number, but not a whole one.
    Fraction,
}

/// The whole number of a cell, digit by digit; nothing for an empty one. `4.0` is
/// four, as spreadsheets write it.
pub fn whole(cell: &str) -> Result<Option<i64>, NotWhole> {
    let plain = plain(cell);
    if plain.is_empty() {
        return Ok(None);
    }
    let unsigned = plain.strip_prefix('-').unwrap_or(&plain);
    let (digits, part) = unsigned.split_once(['.', ',']).unwrap_or((unsigned, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if digits.is_empty() || !is_digits(digits) || !is_digits(part) {
        return Err(NotWhole::Text);
    }
    let arabic_point = cell.contains('\u{066B}');
    if part.len() == 3 && digits.len() <= 3 && digits != "0" && !arabic_point {
        return Err(NotWhole::Ambiguous);
    }
    if part.bytes().any(|digit| digit != b'0') {
        return Err(NotWhole::Fraction);
    }
    let sign = if unsigned == plain { "" } else { "-" };
    let number = format!("{sign}{digits}").parse();
    number.map(Some).map_err(|_| NotWhole::Text)
}

/// A name without what nobody sees, in one form of its letters: else two rows that
/// look alike would be about two reviewers.
pub fn name(cell: &str) -> String {
    let seen: String = cell.chars().filter(|c| !is_mark(*c)).collect();
    let composed = ComposingNormalizer::new_nfc().normalize(&seen);
    composed.trim().to_owned()
}

/// Western digits without spaces and marks that nobody sees.
fn plain(cell: &str) -> String {
    western(cell)
        .chars()
        .filter(|c| !c.is_whitespace() && !is_mark(*c))
        .map(|c| if c == '\u{2212}' { '-' } else { c })
        .collect()
}

/// Marks of direction and byte order, which nobody sees.
fn is_mark(c: char) -> bool {
    is_bidi_control(c) || matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_points_are_read_exactly() {
        for (cell, expected) in [
            ("4", Ok(Some(4))),
            (" ٤ ", Ok(Some(4))),
            ("\u{200F}۵", Ok(Some(5))),
            ("4.0", Ok(Some(4))),
            ("4,00", Ok(Some(4))),
            ("٤٫٠٠٠", Ok(Some(4))),
            ("−1", Ok(Some(-1))),
            ("0.000", Ok(Some(0))),
            ("", Ok(None)),
            ("3.5", Err(NotWhole::Fraction)),
            ("3,5", Err(NotWhole::Fraction)),
            ("4.00000000000000000001", Err(NotWhole::Fraction)),
            ("1.000", Err(NotWhole::Ambiguous)),
            ("1,000", Err(NotWhole::Ambiguous)),
            ("four", Err(NotWhole::Text)),
            ("4/5", Err(NotWhole::Text)),
            ("1e1", Err(NotWhole::Text)),
            (".5", Err(NotWhole::Text)),
            ("99999999999999999999", Err(NotWhole::Text)),
        ] {
            assert_eq!(whole(cell), expected, "{cell}");
        }
    }
}
