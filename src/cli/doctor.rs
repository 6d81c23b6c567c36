//! `evenhand doctor`: proves the invariants of an installation.

use super::{Failure, open};
use crate::config::Config;
use crate::store::doctor::examine;

/// Says that the installation is sound, or what is broken and where.
pub fn doctor(config: &Config) -> Result<(), Failure> {
    let database = open::current(config)?;
    let findings = database.read(examine)?;
    if findings.is_empty() {
        println!("Every invariant holds.");
        return Ok(());
    }
    for finding in &findings {
        println!("{}: {}", finding.problem, finding.example);
    }
    Err(Failure::Failed(format!(
        "{} invariants are broken; restore a backup or ask for help",
        findings.len()
    )))
}
