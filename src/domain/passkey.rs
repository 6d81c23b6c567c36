//! Passkeys: what a device or a password manager keeps for a site, and proves to have by a
//! signature (Web Authentication, level 3).

use super::Message;
use super::numerals::one_line;

/// Passkeys of a person at most.
pub const MOST: usize = 10;
/// Characters of a name at most.
pub const NAME_MOST: usize = 60;
/// Minutes within which a device has to answer; browsers give up by then as well.
pub const MINUTES: i64 = 5;

/// What a device is asked for. An answer counts for that alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To make a passkey.
    Add,
    /// To prove one as the second step of a sign-in.
    SignIn,
    /// To prove one before what would do most harm.
    Prove,
}

impl Purpose {
    /// Stored code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::SignIn => "sign_in",
            Self::Prove => "prove",
        }
    }
}

/// Reads what its owner calls a passkey: one line of 1 to [`NAME_MOST`] characters.
pub fn read_name(text: &str) -> Result<String, Message> {
    let name = one_line(text);
    match name.chars().count() {
        0 => Err(Message::new("error-required")),
        length if length > NAME_MOST => {
            Err(Message::new("error-too-long").with("most", NAME_MOST as i64))
        }
        _ => Ok(name),
    }
}

/// Whether a counter tells that there are two of a device: it counts its signatures, and
/// now says no more than before. One that counts nothing says 0 always. Step 22 of the
/// verification of an assertion.
pub fn is_copied(counter: u32, last: i64) -> bool {
    (counter > 0 || last > 0) && i64::from(counter) <= last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_counter_that_does_not_go_up_tells_of_a_copy() {
        for (counter, last, copied) in [
            (0, 0, false),
            (1, 0, false),
            (8, 7, false),
            (7, 7, true),
            (6, 7, true),
            (0, 7, true),
            (u32::MAX, i64::from(u32::MAX) - 1, false),
        ] {
            assert_eq!(is_copied(counter, last), copied, "{counter} after {last}");
        }
    }

    #[test]
    fn a_name_is_one_line_of_some_length() {
        assert_eq!(read_name("  My\n phone ").as_deref(), Ok("My phone"));
        assert_eq!(read_name(" \u{202e} ").unwrap_err().key, "error-required");
        assert!(read_name(&"م".repeat(NAME_MOST)).is_ok());
        let long = "م".repeat(NAME_MOST + 1);
        assert_eq!(read_name(&long).unwrap_err().key, "error-too-long");
    }
}
