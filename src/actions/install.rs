//! stub
use crate::store::{StoreError, Tx};
/// stub
pub fn install(_tx: &mut Tx) -> Result<(), StoreError> { Ok(()) }
