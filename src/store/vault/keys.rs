//! Master keys and the text of a sealed value: `1.KEY.NONCE-AND-CIPHERTEXT`, the last two
//! in hexadecimal. XChaCha20-Poly1305; every value has a random nonce of 24 bytes.

use std::fmt;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use super::{Place, VaultError};
use crate::store::hex;

const LAYOUT: &str = "1";
const KEY: usize = 32;
const NONCE: usize = 24;

/// Names a key without telling it: the first 8 bytes of a SHA-256 of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeyId([u8; 8]);

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl KeyId {
    fn of(key: &[u8; KEY]) -> Self {
        use sha2::{Digest, Sha256};
        let digest = Sha256::new()
            .chain_update(b"evenhand master key\0")
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

    /// How every value begins that was sealed with this key.
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
                keys.0.push((KeyId::of(&key), Zeroizing::new(key)));
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
        let mut sealed = vec![0; NONCE];
        getrandom::fill(&mut sealed).map_err(|_| VaultError::NoRandomness)?;
        let bound = place.bound(LAYOUT, *id);
        let payload = Payload {
            msg: value,
            aad: bound.as_bytes(),
        };
        let nonce = nonce(&sealed).ok_or(VaultError::Altered)?;
        let hidden = cipher(key).encrypt(&nonce, payload);
        sealed.extend(hidden.map_err(|_| VaultError::Altered)?);
        Ok(format!("{}{}", id.beginning(), hex(&sealed)))
    }

    pub(super) fn open(
        &self,
        place: &Place,
        sealed: &Sealed,
    ) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let known = self.0.iter().find(|(id, _)| *id == sealed.key);
        let (id, key) = known.ok_or(VaultError::UnknownKey(sealed.key))?;
        let bound = place.bound(LAYOUT, *id);
        let payload = Payload {
            msg: &sealed.hidden,
            aad: bound.as_bytes(),
        };
        let opened = cipher(key).decrypt(&sealed.nonce, payload);
        opened.map(Zeroizing::new).map_err(|_| VaultError::Altered)
    }
}

fn cipher(key: &[u8; KEY]) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(<&Key>::from(key))
}

fn nonce(bytes: &[u8]) -> Option<XNonce> {
    <[u8; NONCE]>::try_from(bytes).ok().map(XNonce::from)
}

/// A sealed value, read and not opened.
pub(super) struct Sealed {
    key: KeyId,
    nonce: XNonce,
    hidden: Vec<u8>,
}

impl Sealed {
    pub(super) fn read(text: &str) -> Option<Self> {
        let rest = text.strip_prefix(LAYOUT)?.strip_prefix('.')?;
        let (key, rest) = rest.split_once('.')?;
        let bytes = bytes(rest)?;
        let (first, hidden) = bytes.split_at_checked(NONCE)?;
        Some(Self {
            key: KeyId::parse(key)?,
            nonce: nonce(first)?,
            hidden: hidden.to_vec(),
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
