//! `evenhand demo`: a throw-away installation full of fictional applications.

mod awards;
mod board;
mod conflicts;
pub(super) mod content;
mod deciding;
mod dialogue;
mod discussion;
mod due_diligence;
mod engagement;
mod forms;
mod hands;
mod lane;
mod ledger;
mod legal_status;
mod lists;
mod meetings;
mod papers;
pub(super) mod people;
mod publication;
mod retention;
mod reviewing;
mod seed;
mod story;
mod verdict;
mod writing;

use std::path::{Path, PathBuf};

use super::serve::{prepare, serve_database, start_log};
use super::{Failure, Place};
use crate::config::{Config, DemoAccount};

/// Makes, serves and throws away the demonstration. With `--data` the folder is
/// kept, and used again when it holds a demonstration already.
pub fn demo(place: &Place) -> Result<(), Failure> {
    let folder = match &place.data {
        Some(data) => Folder::Kept(data.clone()),
        None => Folder::ThrownAway(
            std::env::temp_dir().join(format!("evenhand-demo-{}", std::process::id())),
        ),
    };
    std::fs::create_dir_all(folder.path())
        .map_err(|e| Failure::Usage(format!("{}: {e}", folder.path().display())))?;
    let mut config = place.config_in(folder.path())?;
    publishes(&mut config);
    // Every account is one press away: nobody has an app or types a password for it.
    "none".clone_into(&mut config.second_factor);
    config.proof_minutes = config.session_hours * 60;
    config.sign_in_letters = false;
    start_log(&config, "warn");
    config.demo_accounts = people::offered(fill(&config)?);
    let database = super::open::current(&config)?;
    let accounts = config.demo_accounts.clone();
    serve_database(config, database, |address| announce(address, &accounts))
}

/// Names a funder where the configuration names none, and opens the public interface.
fn publishes(config: &mut Config) {
    if config.funder().is_none() {
        "Even Ground Fund (fictional)".clone_into(&mut config.funder_name);
        "360G-evenground".clone_into(&mut config.funder_identifier);
        "360G-evenground".clone_into(&mut config.funder_prefix);
    }
    config.common_grants = true;
}

/// Fills a fresh database, or reads the sign-ins of one that was filled before.
fn fill(config: &Config) -> Result<Vec<DemoAccount>, Failure> {
    let database = prepare(config)?;
    let list = config.data.join("demo-accounts.json");
    if people::is_filled(&database)? {
        return people::read(&list).map_err(|_| {
            Failure::Usage("the database is in use already: give demo an empty one".to_owned())
        });
    }
    let accounts = seed::fill(&database, config)?;
    people::write(&list, &accounts)
        .map_err(|e| Failure::Failed(format!("{}: {e}", list.display())))?;
    Ok(accounts)
}

fn announce(address: &str, accounts: &[DemoAccount]) {
    println!("Evenhand demonstration on http://{address}");
    println!("Sign in with one press on http://{address}/sign-in, or by:");
    for account in accounts {
        println!(
            "  {:<11} {:<34} {}",
            account.role.code(),
            account.email,
            account.password
        );
    }
}

/// The demonstration's folder.
enum Folder {
    Kept(PathBuf),
    ThrownAway(PathBuf),
}

impl Folder {
    fn path(&self) -> &Path {
        match self {
            Self::Kept(path) | Self::ThrownAway(path) => path,
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if let Self::ThrownAway(path) = self {
            // What can't be removed lies in the machine's own folder for such things.
            let _ = std::fs::remove_dir_all(path);
        }
    }
}
