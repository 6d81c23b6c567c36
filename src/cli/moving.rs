//! `evenhand move`: an installation into an empty database of either kind.

use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};

use super::serve::stamp;
use super::whole::failure;
use super::{Failure, open};
use crate::actions::moving::Moving;
use crate::config::Config;
use crate::store::{DatabaseUrl, verify_audit};

/// Which database is moved into which.
#[derive(clap::Args)]
pub struct MoveArguments {
    /// The database that is read: `sqlite:PATH` or `postgres://…`.
    #[arg(long, value_name = "URL")]
    from: String,
    /// An empty database, or one in which this move broke off.
    #[arg(long, value_name = "URL")]
    to: String,
}

/// Moves everything and compares it, row by row. What is read stays as it is.
pub fn run(config: &Config, arguments: &MoveArguments) -> Result<(), Failure> {
    let at = |url: &str| Config {
        database_url: url.to_owned(),
        database_read_url: String::new(),
        ..config.clone()
    };
    let (from, to) = (at(&arguments.from), at(&arguments.to));
    if let Ok(DatabaseUrl::Sqlite(path)) = from.database()
        && !Path::new(&path).exists()
    {
        return Err(Failure::Usage(format!("there is no database {path}")));
    }
    let (source, target) = (open::current(&from)?, open::any(&to)?);
    let moving = Moving::begin(&source, &target, stamp("move")).map_err(failure)?;
    let bar = progress(moving.rows);
    let mut told = |rows| bar.inc(rows);
    moving.copy(&mut told).map_err(failure)?;
    moving.compare(&mut told).map_err(failure)?;
    bar.finish_and_clear();
    let events = target.read(verify_audit)?;
    moving.end()?;
    println!(
        "{} rows of {} tables are in the new database, each compared with the old one.",
        moving.rows,
        moving.tables()
    );
    println!("Set database_url to it. People sign in again; files stay where they are.");
    match events {
        Ok(events) => {
            println!("The audit log is whole: {events} events.");
            Ok(())
        }
        Err(broken) => Err(Failure::Failed(format!(
            "the audit log was moved as it is, broken at event {}",
            broken.seq
        ))),
    }
}

/// Every row is copied and compared.
fn progress(rows: u64) -> ProgressBar {
    let bar = ProgressBar::new(rows.saturating_mul(2)).with_message("Moving");
    if let Ok(style) = ProgressStyle::with_template("{msg} {bar:40} {percent} %, {eta} left") {
        bar.set_style(style);
    }
    bar
}
