//! Names and keys of files at rest: sealed with the key of the organisation that they are
//! about. The content lies elsewhere, sealed with its own key.

use super::conflict::StoreError;
use super::json::{from_json, to_json};
use super::sealed_answers::Keys;
use super::vault::{DataKey, Place, VaultError};
use crate::domain::file::{Content, FileSecret};

/// Where the content of a file lies, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lying {
    pub key: String,
    /// Bytes of what it holds.
    pub size: i64,
    /// Of what it holds, in hexadecimal.
    pub sha256: String,
    pub content: Content,
}

/// Name of a file and how its content lies, from the columns `sealed` and `name`: without
/// the first it is of a former release. Where the key is gone, so is the name.
pub(super) fn opened(
    (sealed, clear): (Option<&str>, String),
    (vault, ring): Keys,
    place: &Place,
) -> Result<(String, Content), VaultError> {
    let Some(sealed) = sealed else {
        return Ok((clear, Content::InClear));
    };
    let body = match ring.open(vault, place, sealed) {
        Ok(body) => body,
        Err(VaultError::Lost) => return Ok((clear, Content::Shut)),
        Err(problem) => return Err(problem),
    };
    let text = std::str::from_utf8(&body).map_err(|_| VaultError::Altered)?;
    let read: (String, Vec<u8>) = from_json(text).map_err(|_| VaultError::Altered)?;
    let secret = FileSecret::read(&read.1).ok_or(VaultError::Altered)?;
    Ok((read.0, Content::Sealed(secret)))
}

/// Seals the name of a file and its key for its row.
pub(super) fn sealed(
    key: &DataKey,
    place: &Place,
    (name, secret): (&str, &FileSecret),
) -> Result<String, StoreError> {
    let both = to_json(&(name, secret.bytes().as_slice()));
    Ok(key.seal(place, both.as_bytes())?)
}
