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
use crate::store::{Awaited, Database, Stamp, migrate as run_migrations};
use crate::web::{self, Proxies, Site};

/// How far a database was made ready.
enum Standing {
    /// It can be served; with the secret of the first admin's link while nobody is one.
    Ready(Option<String>),
    /// A master key is missing, and nothing was touched: what to do.
    Locked(String),
}

/// Migrates, installs what a new installation needs, serves until stopped. A PostgreSQL
/// that is away is waited for meanwhile, and so is a master key that is missing.
pub fn serve(config: &Config) -> Result<(), Failure> {
    start_log(config, "info");
    let (database, away) = open::awaited(config)?;
    let (database, standing) = match away {
        Some(reason) => (database, Err(reason)),
        None => match make_ready(config, &database)? {
            Standing::Ready(link) => (database, Ok(link)),
            Standing::Locked(reason) => (database.shut_for_key(), Err(reason)),
        },
    };
    serve_database(config.clone(), database.clone(), |address| {
        println!("Evenhand serves on http://{address}");
        match standing {
            Ok(link) => tell(config, address, link.as_deref()),
            Err(reason) => {
                let (config, address) = (config.clone(), address.to_owned());
                std::thread::spawn(move || wait_for(&config, &address, (&database, reason)));
            }
        }
    })
}

/// Between two looks for what is awaited.
const BETWEEN: Duration = Duration::from_secs(2);

/// Lets everybody in once the database and its master key have come and all is ready. Why
/// it is not is told whenever that changes.
#[expect(
    clippy::disallowed_methods,
    reason = "a thread of its own, which does nothing but wait"
)]
fn wait_for(config: &Config, address: &str, (database, mut reason): (&Database, String)) {
    let mut told = String::new();
    loop {
        if told != reason {
            tracing::error!(reason, "nobody is let in yet");
            told = reason;
        }
        std::thread::sleep(BETWEEN);
        reason = match look(config, database) {
            Ok(Standing::Ready(link)) => {
                database.let_in();
                tracing::info!("everybody is let in");
                return tell(config, address, link.as_deref());
            }
            Ok(Standing::Locked(reason)) => {
                database.wait_for_key();
                reason
            }
            Err(Failure::Usage(reason) | Failure::Failed(reason)) => reason,
        };
    }
}

/// Looks for what is awaited, and makes ready what has come.
fn look(config: &Config, database: &Database) -> Result<Standing, Failure> {
    let past = database.knock()?;
    if database.waits_for() == Some(Awaited::Key) {
        past.vault().look_again().map_err(Failure::Failed)?;
    }
    make_ready(config, &past)
}

fn tell(config: &Config, address: &str, link: Option<&str>) {
    if let Some(secret) = link {
        println!("Create the first admin here (once, within 7 days):");
        println!("  {}/invitations/{secret}", public_address(config, address));
    }
}

/// Prepares the database of the settings; refused where a master key is missing.
pub fn prepare(config: &Config) -> Result<Database, Failure> {
    let database = open::any(config)?;
    refuse_locked(config, &database)?;
    settle(config, &database)?;
    Ok(database)
}

/// Prepares a database, unless a master key is missing.
fn make_ready(config: &Config, database: &Database) -> Result<Standing, Failure> {
    if let Some(told) = locked(config, database)? {
        return Ok(Standing::Locked(told));
    }
    settle(config, database)?;
    let link = database.write(stamp("serve"), people::first_admin_link)?;
    Ok(Standing::Ready(link))
}

/// What to do about a master key that is missing, at a database that this release may
/// migrate.
fn locked(config: &Config, database: &Database) -> Result<Option<String>, Failure> {
    open::may_migrate(database)?;
    seal::locked(config, database)
}

fn refuse_locked(config: &Config, database: &Database) -> Result<(), Failure> {
    match locked(config, database)? {
        Some(told) => Err(Failure::Usage(told)),
        None => Ok(()),
    }
}

/// Brings a database to this release, installs the default programme, seals what lies
/// in clear.
fn settle(config: &Config, database: &Database) -> Result<(), Failure> {
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

/// Refuses settings with which no file is ever kept. A place that is away for now only keeps
/// people from files.
fn check_files(storage: &Storage) -> Result<(), Failure> {
    match storage.check() {
        Ok(()) => Ok(()),
        Err(Unready::Settings(told)) => Err(Failure::Usage(told)),
        Err(Unready::Away(told)) => {
            tracing::warn!(told, "files are kept and read when their place is back");
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

/// Migrates and says what was done; refused where a master key is missing.
pub fn migrate(config: &Config) -> Result<(), Failure> {
    let database = open::any(config)?;
    refuse_locked(config, &database)?;
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
