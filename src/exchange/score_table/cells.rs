//! Numbers as they stand in cells: in three sets of digits, with point or comma.

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
    let plain: String = western(cell)
        .chars()
        .filter(|c| !c.is_whitespace() && !is_mark(*c))
        .map(|c| if c == '\u{2212}' { '-' } else { c })
        .collect();
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

/// Marks of direction and byte order, which nobody sees.
fn is_mark(c: char) -> bool {
    is_bidi_control(c) || matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{FEFF}')
}
