//! Keys of organisations and the text of what they seal: `2.KEY.NONCE-AND-CIPHERTEXT`, the
//! last in the letters of base64 that stand in file names. Such a key lies in the database,
//! sealed with a master key: a new master key seals the keys anew and not what they seal,
//! and where a key is gone, all that it sealed is gone in every copy.

use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::cipher::{self, KEY};
use super::{KeyId, Place, VaultError};
use crate::store::hex;

const LAYOUT: &str = "2";

/// The key of an organisation, opened.
pub struct DataKey {
    id: KeyId,
    key: Zeroizing<[u8; KEY]>,
}

impl DataKey {
    /// How every value begins that one of these sealed.
    const BEGINNING: &'static str = "2.";

    /// A new one.
    pub fn fresh() -> Result<Self, VaultError> {
        let mut key = Zeroizing::new([0; KEY]);
        getrandom::fill(&mut *key).map_err(|_| VaultError::NoRandomness)?;
        Ok(Self::of(key))
    }

    fn of(key: Zeroizing<[u8; KEY]>) -> Self {
        let id = KeyId::of(b"evenhand organisation key\0", &key);
        Self { id, key }
    }

    /// One of these bytes; nothing where they are not as many as a key has.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let key = <[u8; KEY]>::try_from(bytes).ok()?;
        Some(Self::of(Zeroizing::new(key)))
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.key.as_slice()
    }

    /// Names it without telling it.
    pub fn id(&self) -> KeyId {
        self.id
    }

    /// Which of these keys sealed a value, as it says itself; nothing where none did.
    pub fn named(sealed: &str) -> Option<KeyId> {
        let (key, _) = sealed.strip_prefix(Self::BEGINNING)?.split_once('.')?;
        KeyId::parse(key)
    }

    /// Seals a value for its place.
    pub fn seal(&self, place: &Place, value: &[u8]) -> Result<String, VaultError> {
        let sealed = cipher::seal(&self.key, &place.bound(LAYOUT, self.id), value)?;
        let sealed = BASE64URL_NOPAD.encode(&sealed);
        Ok(format!("{}{}.{sealed}", Self::BEGINNING, self.id))
    }

    /// The same for the same text under this key, and nothing that tells the text: SHA-256
    /// over the key and SHA-256 over the key and the text, so that nobody without the key
    /// can try texts.
    pub fn mark(&self, text: &str) -> String {
        hex(&self.digest(text.as_bytes()))
    }

    fn digest(&self, bytes: &[u8]) -> [u8; 32] {
        let inner = Sha256::new()
            .chain_update(self.key.as_slice())
            .chain_update(bytes)
            .finalize();
        let outer = Sha256::new()
            .chain_update(self.key.as_slice())
            .chain_update(inner);
        outer.finalize().into()
    }

    /// Opens what this key sealed for this place.
    pub fn open(&self, place: &Place, sealed: &str) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let rest = sealed.strip_prefix(Self::BEGINNING);
        let (_, rest) = rest
            .and_then(|rest| rest.split_once('.'))
            .ok_or(VaultError::Altered)?;
        let sealed = BASE64URL_NOPAD.decode(rest.as_bytes());
        let sealed = sealed.map_err(|_| VaultError::Altered)?;
        cipher::open(&self.key, &place.bound(LAYOUT, self.id), &sealed)
    }
}
