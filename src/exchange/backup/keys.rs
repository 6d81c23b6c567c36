//! Whom a backup is encrypted for, and who opens it: age's keys of X25519.

use std::io::Read;

use age::stream::StreamReader;
use age::{DecryptError, Decryptor, x25519};

use super::NotOpened;

/// Public keys; without any, a backup is not encrypted.
#[derive(Clone, Default)]
pub struct Recipients(Vec<x25519::Recipient>);

impl Recipients {
    /// Reads keys `age1…`; the error names what is none.
    pub fn parse<'a>(keys: impl IntoIterator<Item = &'a str>) -> Result<Self, String> {
        let read = |key: &'a str| {
            key.parse::<x25519::Recipient>()
                .map_err(|_| format!("{key:?} is no public key of age: those begin with age1"))
        };
        let read: Result<Vec<_>, String> = keys.into_iter().map(read).collect();
        read.map(Self)
    }

    /// Whether it is for nobody in particular.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn each(&self) -> impl Iterator<Item = &dyn age::Recipient> {
        self.0.iter().map(|one| one as &dyn age::Recipient)
    }
}

/// Secret keys.
#[derive(Clone, Default)]
pub struct Identities(Vec<x25519::Identity>);

impl Identities {
    /// Reads a file of keys as `age-keygen` writes it: a key a line, remarks behind `#`.
    pub fn parse(text: &str) -> Result<Self, String> {
        let lines = text.lines().map(str::trim).enumerate();
        let lines = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        let read = |(at, line): (usize, &str)| {
            // The line itself is not repeated: it may be a key with a slip in it.
            line.parse::<x25519::Identity>()
                .map_err(|_| format!("line {} is no secret key of age", at + 1))
        };
        let keys: Vec<x25519::Identity> = lines.map(read).collect::<Result<_, String>>()?;
        if keys.is_empty() {
            Err("it holds no secret key of age".to_owned())
        } else {
            Ok(Self(keys))
        }
    }

    pub(super) fn open<R: Read>(&self, from: R) -> Result<StreamReader<R>, NotOpened> {
        if self.0.is_empty() {
            return Err(NotOpened::Locked);
        }
        let keys = self.0.iter().map(|one| one as &dyn age::Identity);
        let decryptor = Decryptor::new(from).map_err(refused)?;
        decryptor.decrypt(keys).map_err(refused)
    }
}

fn refused(problem: DecryptError) -> NotOpened {
    match problem {
        DecryptError::NoMatchingKeys => NotOpened::OtherKey,
        DecryptError::Io(problem) => NotOpened::Io(problem),
        other => NotOpened::Io(std::io::Error::new(
            std::io::ErrorKind::InvalidData,
            other.to_string(),
        )),
    }
}
