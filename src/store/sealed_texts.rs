//! Texts of a row, sealed together with the key of the organisation that they are about.

use super::conflict::StoreError;
use super::json::{from_json, to_json};
use super::sealed_answers::Keys;
use super::vault::{DataKey, Place, VaultError};

/// The texts of a row: what is sealed of them, and its columns, in which they stood before
/// they were sealed. Where their key is gone, what stands there.
pub(super) fn opened<const N: usize>(
    (sealed, clear): (Option<&str>, [String; N]),
    (vault, ring): Keys,
    place: &Place,
) -> Result<[String; N], StoreError> {
    let Some(sealed) = sealed else {
        return Ok(clear);
    };
    let body = match ring.open(vault, place, sealed) {
        Ok(body) => body,
        Err(VaultError::Lost) => return Ok(clear),
        Err(problem) => return Err(problem.into()),
    };
    let text = std::str::from_utf8(&body).map_err(|_| VaultError::Altered)?;
    let texts: Vec<String> = from_json(text)?;
    let texts: [String; N] = texts.try_into().map_err(|_| VaultError::Altered)?;
    Ok(texts)
}

/// Seals texts for their row, in the order in which they are opened.
pub(super) fn sealed(key: &DataKey, place: &Place, texts: &[&str]) -> Result<String, StoreError> {
    Ok(key.seal(place, to_json(&texts).as_bytes())?)
}
