//! XChaCha20-Poly1305 over bytes: a random nonce of 24 bytes, then the ciphertext.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use super::VaultError;

/// Length of a key in bytes.
pub const KEY: usize = 32;
const NONCE: usize = 24;

/// Seals a value; it opens with this key and the same `bound` alone.
pub fn seal(key: &[u8; KEY], bound: &str, value: &[u8]) -> Result<Vec<u8>, VaultError> {
    let mut first = [0_u8; NONCE];
    getrandom::fill(&mut first).map_err(|_| VaultError::NoRandomness)?;
    let payload = Payload {
        msg: value,
        aad: bound.as_bytes(),
    };
    let hidden = aead(key).encrypt(&XNonce::from(first), payload);
    let hidden = hidden.map_err(|_| VaultError::Altered)?;
    Ok([first.as_slice(), &hidden].concat())
}

/// Opens what [`seal`] made.
pub fn open(key: &[u8; KEY], bound: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    let parts = sealed.split_first_chunk::<NONCE>();
    let (first, hidden) = parts.ok_or(VaultError::Altered)?;
    let payload = Payload {
        msg: hidden,
        aad: bound.as_bytes(),
    };
    let opened = aead(key).decrypt(&XNonce::from(*first), payload);
    opened.map(Zeroizing::new).map_err(|_| VaultError::Altered)
}

fn aead(key: &[u8; KEY]) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(<&Key>::from(key))
}
