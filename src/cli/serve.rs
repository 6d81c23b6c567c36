//! Serving an installation, and migrating it.

mod beside;

use std::time::Duration;

use tracing_subscriber::EnvFilter;

use super::{Failure, backup, open, seal};
use crate::actions::{install, people};
use crate::clock::Clock;
use crate::config::Config;
use crate::files::{Storage, Unready};
use crate::mail;
use crate::store::{Database, Stamp, migrate as run_migrations};
use crate::web::{self, Proxies, Site};

/// Migrates, installs what a new installation needs, serves until stopped. A PostgreSQL
/// that is away is waited for meanwhile.
pub fn serve(config: &Config) -> Result<(), Failure> {
    start_log(config, "info");
    let (database, away) = open::awaited(config)?;
    let link = match &away {
        None => make_ready(config, &database)?,
        Some(_) => None,
    };
    serve_database(config.clone(), database.clone(), |address| {
        println!("Evenhand serves on http://{address}");
        let Some(reason) = away else {
            return tell(config, address, link.as_deref());
        };
        tracing::warn!(reason, "the database is waited for");
        let (config, address) = (config.clone(), address.to_owned());
        std::thread::spawn(move || wait_for(&config, &address, &database));
    })
}

/// Between two looks for a database that is away.
const BETWEEN: Duration = Duration::from_secs(2);

/// Lets everybody in once the database has come and is ready.
#[expect(
    clippy::disallowed_methods,
    reason = "a thread of its own, which does nothing but wait"
)]
fn wait_for(config: &Config, address: &str, database: &Database) {
    loop {
        std::thread::sleep(BETWEEN);
        let come = database.knock().map_err(Failure::from);
        match come.and_then(|database| make_ready(config, &database)) {
            Ok(link) => {
                database.let_in();
                tracing::info!("the database has come");
                return tell(config, address, link.as_deref());
            }
            Err(Failure::Usage(reason) | Failure::Failed(reason)) => {
                tracing::warn!(reason, "the database is waited for");
            }
        }
    }
}

fn tell(config: &Config, address: &str, link: Option<&str>) {
    if let Some(secret) = link {
        println!("Create the first admin here (once, within 7 days):");
        println!("  {}/invitations/{secret}", public_address(config, address));
    }
}

/// Prepares the database of the settings.
pub fn prepare(config: &Config) -> Result<Database, Failure> {
    let database = open::any(config)?;
    settle(config, &database)?;
    Ok(database)
}

/// Prepares a database; with the secret of the first admin's link while nobody is one.
fn make_ready(config: &Config, database: &Database) -> Result<Option<String>, Failure> {
    settle(config, database)?;
    Ok(database.write(stamp("serve"), people::first_admin_link)?)
}

/// Brings a database to this release, installs the default programme, seals what lies
/// in clear.
fn settle(config: &Config, database: &Database) -> Result<(), Failure> {
    open::may_migrate(database)?;
    run_migrations(database)?;
    database.write(stamp("install"), install::install)?;
    seal::make_ready(config, database)
}

/// The stamp of what the program does by itself.
pub fn stamp(command: &str) -> Stamp {
    Stamp {
        now: Clock::Machine.now(),
        actor: None,
        request: format!("cli:{command}"),
    }
}

/// Serves a prepared database; `announce` gets the bound address before the
/// first request is taken.
pub fn serve_database(
    config: Config,
    database: Database,
    announce: impl FnOnce(&str),
) -> Result<(), Failure> {
    let server = web::bind(&config.listen).map_err(|e| {
        Failure::Usage(format!(
            "can't listen on {}: {e}; choose another with --listen",
            config.listen
        ))
    })?;
    let server = server.with_metrics(&config.metrics_listen).map_err(|e| {
        Failure::Usage(format!(
            "can't listen on {}: {e}; choose another metrics_listen",
            config.metrics_listen
        ))
    })?;
    let address = server
        .address()
        .map_err(|e| Failure::Failed(e.to_string()))?
        .to_string();
    let public = public_address(&config, &address);
    let daily = backup::daily(&config)?;
    Proxies::parse(&config.trusted_proxies)
        .map_err(|problem| Failure::Usage(format!("configuration: {problem}")))?;
    let site = Site::new(config, database, Clock::Machine, public);
    mail::check(&site).map_err(Failure::Usage)?;
    check_files(&site.storage)?;
    announce(&address);
    let workers = std::thread::available_parallelism().map_or(2, usize::from);
    actix_web::rt::System::new()
        .block_on(async move {
            let beside = beside::start(&site, daily);
            let served = server.run(site, workers, |_| {}).await;
            for task in beside {
                task.abort();
            }
            served
        })
        .map_err(|e| Failure::Failed(e.to_string()))
}

/// Refuses settings with which no file is ever kept. A bucket that is away for now only
/// keeps people from files.
fn check_files(storage: &Storage) -> Result<(), Failure> {
    match storage.check() {
        Ok(()) => Ok(()),
        Err(Unready::Settings(told)) => Err(Failure::Usage(told)),
        Err(Unready::Away(told)) => {
            tracing::warn!(told, "files are kept and read when their bucket is back");
            Ok(())
        }
    }
}

fn public_address(config: &Config, bound: &str) -> String {
    if config.public_url.is_empty() {
        format!("http://{bound}")
    } else {
        config.public_url.clone()
    }
}

/// Migrates and says what was done.
pub fn migrate(config: &Config) -> Result<(), Failure> {
    let database = open::any(config)?;
    open::may_migrate(&database)?;
    match run_migrations(&database)? {
        0 => println!("The database is current."),
        ran => println!("Migrations run: {ran}."),
    }
    seal::make_ready(config, &database)
}

/// Structured logs on standard error; `RUST_LOG` overrides `level`.
pub fn start_log(config: &Config, level: &str) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(level));
    let builder = tracing_subscriber::fmt()
        // A line that finds no room on the disk is left out; saying so on the same disk
        // would end the request that it tells of.
        .log_internal_errors(false)
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    // A second start within one process (tests) keeps the first log.
    let _ = if config.log_format == "json" {
        builder.json().try_init()
    } else {
        builder.with_target(false).try_init()
    };
    // The words of a panic can hold what somebody wrote: the log gets its place alone.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|place| place.to_string());
        tracing::error!(place = place.unwrap_or_default(), "something panicked");
    }));
}
