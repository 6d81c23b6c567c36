//! Values that stand in text columns as JSON.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::conflict::StoreError;

/// The JSON of a value of ours.
pub fn to_json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value)
        .unwrap_or_else(|_| unreachable!("our types have text keys and no custom serializers"))
}

/// Reads what [`to_json`] wrote; anything else is damage.
pub fn from_json<T: DeserializeOwned>(text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|e| StoreError::Damaged(e.to_string()))
}
