//! Messages between an applicant and the programme, one thread per application:
//! plain text within a limit. Knows neither who writes nor who reads.

use super::Message;
use super::numerals::many_lines;

/// Most characters of a message.
pub const BODY_MOST: usize = 5000;

/// Reads what was typed: not empty, at most [`BODY_MOST`] characters.
pub fn read_body(text: &str) -> Result<String, Message> {
    let body = many_lines(text);
    match body.chars().count() {
        0 => Err(Message::new("error-required")),
        length if length > BODY_MOST => {
            let most = i64::try_from(BODY_MOST).unwrap_or(i64::MAX);
            Err(Message::new("error-too-long").with("most", most))
        }
        _ => Ok(body),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_has_words_and_an_end() {
        assert_eq!(read_body(" \r\n ").unwrap_err().key, "error-required");
        assert_eq!(read_body("Two\r\nlines ").unwrap(), "Two\nlines");
        let long = "ש".repeat(BODY_MOST);
        assert_eq!(read_body(&long).unwrap(), long);
        assert_eq!(
            read_body(&format!("{long}ש")).unwrap_err().key,
            "error-too-long"
        );
    }
}
