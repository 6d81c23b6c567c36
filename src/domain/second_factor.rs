//! The second step of a sign-in: codes of an app (RFC 6238: HMAC-SHA-1, six digits, steps
//! of 30 seconds, which every app reads) and recovery codes for when the app is lost.

use totp_rs::{Builder, Totp};

use super::Moment;
use super::numerals::western;

/// Bytes of a secret: as many as HMAC-SHA-1 puts out, which RFC 4226 recommends.
pub const SECRET_BYTES: usize = 20;
/// Letters of a recovery code, of five bits each: 80 bits, too many to try through even
/// with a copy of the hashes.
pub const RECOVERY_LETTERS: usize = 16;
/// Recovery codes of a person.
pub const RECOVERY_CODES: usize = 10;

const DIGITS: usize = 6;

/// Crockford's alphabet: none of its letters is taken for another.
const ALPHABET: [char; 32] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'j',
    'k', 'm', 'n', 'p', 'q', 'r', 's', 't', 'v', 'w', 'x', 'y', 'z',
];

/// What an app and the server share. Wiped from memory when it is dropped.
pub struct AppSecret(Totp);

impl AppSecret {
    /// A secret of random bytes.
    pub fn new(bytes: [u8; SECRET_BYTES]) -> Self {
        Self(
            Builder::new()
                .with_secret(bytes)
                .with_skew(1)
                .build_noncompliant(),
        )
    }

    /// One that was kept; nothing when it has another length.
    pub fn of_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self::new)
    }

    /// One as an app shows it: Base32, spaces and case aside.
    pub fn parse(text: &str) -> Option<Self> {
        let plain: String = text.split_whitespace().collect();
        let secret = totp_rs::Secret::try_from_base32(plain.to_uppercase()).ok()?;
        Self::of_bytes(secret.as_ref())
    }

    /// What is kept of it, sealed.
    pub fn bytes(&self) -> &[u8] {
        self.0.secret().as_ref()
    }

    /// Base32, in groups of four letters, to be typed.
    pub fn text(&self) -> String {
        grouped(&self.0.secret().to_base32())
    }

    /// What the picture for the app says. `site` and `person` come percent-encoded.
    pub fn uri(&self, site: &str, person: &str) -> String {
        let secret = self.0.secret().to_base32();
        format!("otpauth://totp/{site}:{person}?secret={secret}&issuer={site}")
    }

    /// The code at an instant.
    pub fn code_at(&self, at: Moment) -> String {
        self.0.generate(seconds(at)).to_string()
    }

    /// The step that a code of six digits belongs to: the present one or one beside it,
    /// as clocks differ, and none up to `last`, so that a code opens once.
    pub fn step_of(&self, code: &str, now: Moment, last: i64) -> Option<i64> {
        let step = i64::try_from(self.0.check(code, seconds(now))?).ok()?;
        (step > last).then_some(step)
    }
}

fn seconds(at: Moment) -> u64 {
    u64::try_from(at.micros() / 1_000_000).unwrap_or(0)
}

/// What somebody typed where a code is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    /// Six digits of an app.
    App(String),
    /// A recovery code, as [`recovery_code`] makes it, without what groups it.
    Recovery(String),
}

impl Typed {
    /// Reads digits of three scripts; spaces, hyphens and case don't count, and letters
    /// that look like digits are taken for them. Nothing where it is neither.
    pub fn read(text: &str) -> Option<Self> {
        let letters = western(text).to_lowercase();
        let letters: String = letters
            .chars()
            .filter(|c| c.is_alphanumeric())
            .map(|c| match c {
                'o' => '0',
                'i' | 'l' => '1',
                c => c,
            })
            .collect();
        match letters.chars().count() {
            DIGITS if letters.bytes().all(|b| b.is_ascii_digit()) => Some(Self::App(letters)),
            RECOVERY_LETTERS if letters.chars().all(|c| ALPHABET.contains(&c)) => {
                Some(Self::Recovery(letters))
            }
            _ => None,
        }
    }
}

/// A recovery code of random bytes, in groups of four letters.
pub fn recovery_code(bytes: [u8; RECOVERY_LETTERS]) -> String {
    let letters: String = bytes
        .iter()
        .map(|byte| ALPHABET[usize::from(byte % 32)])
        .collect();
    grouped(&letters).replace(' ', "-")
}

fn grouped(letters: &str) -> String {
    let letters: Vec<char> = letters.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(String::from_iter).collect();
    groups.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Moment {
        Moment::from_micros(seconds * 1_000_000)
    }

    /// Appendix B of RFC 6238, whose codes have eight digits: the last six of each.
    #[test]
    fn codes_are_those_of_the_standard() {
        let secret = AppSecret::new(*b"12345678901234567890");
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(secret.code_at(at(seconds)), code);
            assert_eq!(secret.step_of(code, at(seconds), 0), Some(seconds / 30));
        }
    }

    #[test]
    fn a_code_counts_once_and_for_a_minute_and_a_half() {
        let secret = AppSecret::new([7; SECRET_BYTES]);
        let code = secret.code_at(at(3_000));
        assert_eq!(secret.step_of(&code, at(2_970), 0), Some(100));
        assert_eq!(secret.step_of(&code, at(3_059), 99), Some(100));
        assert_eq!(secret.step_of(&code, at(3_060), 0), None);
        assert_eq!(secret.step_of(&code, at(2_969), 0), None);
        assert_eq!(secret.step_of(&code, at(3_000), 100), None, "used");
        assert_eq!(secret.step_of("", at(3_000), 0), None);
    }

    #[test]
    fn a_secret_is_read_as_it_is_shown() {
        let secret = AppSecret::new(*b"12345678901234567890");
        assert_eq!(secret.text(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        let read = AppSecret::parse(&secret.text().to_lowercase()).expect("a secret");
        assert_eq!(read.bytes(), secret.bytes());
        assert!(AppSecret::parse("GEZD GNBV").is_none(), "too short");
        assert!(AppSecret::parse("no base32!").is_none());
        assert_eq!(
            secret.uri("Evenhand", "rana%40example.org"),
            "otpauth://totp/Evenhand:rana%40example.org\
             ?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Evenhand"
        );
    }

    #[test]
    fn what_was_typed_is_read_in_three_scripts() {
        let app = |text: &str| Some(Typed::App(text.to_owned()));
        assert_eq!(Typed::read("287082"), app("287082"));
        assert_eq!(Typed::read(" 287 082 "), app("287082"));
        assert_eq!(Typed::read("٢٨٧٠٨٢"), app("287082"));
        let code = recovery_code([0, 31, 10, 32, 255, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12]);
        assert_eq!(code, "0za0-z123-4567-89bc");
        let recovery = Some(Typed::Recovery("0za0z123456789bc".to_owned()));
        assert_eq!(Typed::read(&code), recovery);
        assert_eq!(Typed::read("OZA0 ZI23 4567 89BC"), recovery);
        for text in ["", "28708", "2870820", "abcdef", "0za0-z123-4567-89bü"] {
            assert_eq!(Typed::read(text), None, "{text}");
        }
    }
}
