//! Master keys and the text of what they seal: `1.KEY.NONCE-AND-CIPHERTEXT`, the last two
//! in hexadecimal.

use std::fmt;

use zeroize::Zeroizing;

use super::cipher::{self, KEY};
use super::{Place, VaultError};
use crate::store::hex;

const LAYOUT: &str = "1";

/// Names a key without telling it: the first 8 bytes of a SHA-256 of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeyId([u8; 8]);

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl KeyId {
    /// `kind` keeps names of master keys and of others apart.
    pub(super) fn of(kind: &[u8], key: &[u8; KEY]) -> Self {
        use sha2::{Digest, Sha256};
        let digest = Sha256::new()
            .chain_update(kind)
            .chain_update(key)
            .finalize();
        let mut id = [0; 8];
        id.copy_from_slice(&digest[..8]);
        Self(id)
    }

    /// Reads its sixteen hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        bytes(text)?.as_slice().try_into().ok().map(Self)
    }

    /// How every value begins that was sealed with this master key.
    pub fn beginning(self) -> String {
        format!("{LAYOUT}.{self}.")
    }
}

/// Keys of which the last seals and all open.
#[derive(Default)]
pub struct MasterKeys(Vec<(KeyId, Zeroizing<[u8; KEY]>)>);

impl MasterKeys {
    /// Reads keys of 64 hexadecimal digits, apart by commas, spaces or lines; what stands
    /// behind `#` is a remark. The error names the line and tells nothing of it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut keys = Self::default();
        for (line, number) in text.lines().zip(1..) {
            let said = line.split_once('#').map_or(line, |(said, _)| said);
            let words = said.split(|c: char| c == ',' || c.is_whitespace());
            for word in words.filter(|word| !word.is_empty()) {
                let key = bytes(word).map(Zeroizing::new);
                let key = key.and_then(|key| <[u8; KEY]>::try_from(key.as_slice()).ok());
                let key = key.ok_or_else(|| {
                    format!("line {number} is no master key, which has 64 hexadecimal digits")
                })?;
                let id = KeyId::of(b"evenhand master key\0", &key);
                keys.0.push((id, Zeroizing::new(key)));
            }
        }
        Ok(keys)
    }

    /// Takes keys in, behind those that are there; none is forgotten.
    pub(super) fn take(&mut self, keys: Self) {
        self.0.retain(|(id, _)| !keys.has(*id));
        self.0.extend(keys.0);
    }

    pub(super) fn newest(&self) -> Option<KeyId> {
        self.0.last().map(|(id, _)| *id)
    }

    pub(super) fn has(&self, id: KeyId) -> bool {
        self.0.iter().any(|(one, _)| *one == id)
    }

    pub(super) fn seal(&self, place: &Place, value: &[u8]) -> Result<String, VaultError> {
        let (id, key) = self.0.last().ok_or(VaultError::NoKey)?;
        let sealed = cipher::seal(key, &place.bound(LAYOUT, *id), value)?;
        Ok(format!("{}{}", id.beginning(), hex(&sealed)))
    }

    pub(super) fn open(
        &self,
        place: &Place,
        sealed: &Sealed,
    ) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let known = self.0.iter().find(|(id, _)| *id == sealed.key);
        let (id, key) = known.ok_or(VaultError::UnknownKey(sealed.key))?;
        cipher::open(key, &place.bound(LAYOUT, *id), &sealed.hidden)
    }
}

/// A sealed value, read and not opened.
pub(super) struct Sealed {
    key: KeyId,
    hidden: Vec<u8>,
}

impl Sealed {
    pub(super) fn read(text: &str) -> Option<Self> {
        let rest = text.strip_prefix(LAYOUT)?.strip_prefix('.')?;
        let (key, rest) = rest.split_once('.')?;
        Some(Self {
            key: KeyId::parse(key)?,
            hidden: bytes(rest)?,
        })
    }
}

/// The bytes of hexadecimal digits.
fn bytes(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes();
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let pair = |pair: &[u8]| match pair {
        [high, low] => u8::try_from(digit(*high)? * 16 + digit(*low)?).ok(),
        _ => None,
    };
    digits.chunks(2).map(pair).collect()
}
