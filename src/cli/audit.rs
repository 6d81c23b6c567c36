//! `evenhand audit verify`.

use super::{Failure, open};
use crate::config::Config;
use crate::store::verify_audit;

/// Walks the chain and says how many events are sound, or which is not.
pub fn verify(config: &Config) -> Result<(), Failure> {
    let database = open::current(config)?;
    match database.read(verify_audit)? {
        Ok(events) => {
            println!("The audit log is whole: {events} events.");
            Ok(())
        }
        Err(broken) => Err(Failure::Failed(format!(
            "the audit log is broken at event {}",
            broken.seq
        ))),
    }
}
