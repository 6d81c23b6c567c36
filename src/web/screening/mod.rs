//! x
use super::registrar::Registrar;
/// r
pub fn routes(_: &mut Registrar) {}
