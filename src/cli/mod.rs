//! The command line: `serve`, `demo`, `migrate`, `user`, `audit` … Each command
//! answers 0 when done, 1 when it failed, 2 when it was used wrongly.

mod analyse;
mod audit;
mod backup;
mod demo;
mod doctor;
mod draft_file;
mod draw;
mod export;
mod form;
mod import;
mod import_ledger;
mod moving;
mod open;
mod overlap;
mod purge;
mod rubric;
mod screen;
mod seal;
mod seed;
mod serve;
mod user;
mod watch_list;
mod whole;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::config::Config;
use crate::domain::account::Role;

/// Grantmaking application tracking.
#[derive(Parser)]
#[command(name = "evenhand", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    place: Place,
}

/// Where an installation lives.
#[derive(clap::Args, Clone)]
pub struct Place {
    /// Folder of the database, files, mail and `evenhand.toml`.
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
    /// `sqlite:PATH` or `postgres://…`; SQLite in the data folder if absent.
    #[arg(long, global = true, value_name = "URL")]
    database: Option<String>,
    /// Address and port to serve on; port 0 picks a free one and prints it.
    #[arg(long, global = true, value_name = "ADDR:PORT")]
    listen: Option<String>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the installation (the default).
    Serve,
    /// Serve a throw-away installation full of fictional applications.
    Demo,
    /// Bring the database to the schema of this release.
    Migrate,
    /// Add, list or disable people, or let them in again.
    #[command(subcommand)]
    User(UserCommand),
    /// Prove that the audit log is whole, or tell its last event.
    #[command(subcommand)]
    Audit(audit::AuditCommand),
    /// Prove the invariants: audit chain, two signatures, no conflicted review, every file there.
    Doctor {
        /// Read every file and compare its digest too.
        #[arg(long)]
        deep: bool,
        /// Give advice about settings, clock, disk, mail and the running program too.
        #[arg(long)]
        running: bool,
    },
    /// Seal what lies in clear, and keys of organisations under an older master key.
    Seal {
        /// Make a new master key first, which seals from then on.
        #[arg(long)]
        new_key: bool,
        /// The keys that are not there any more are lost: go on without them.
        #[arg(long, requires = "new_key")]
        lost: bool,
    },
    /// Purge everything about an organisation or a round, in the name of two admins.
    #[command(subcommand)]
    Purge(purge::PurgeCommand),
    /// Write or read a programme's form as a TOML file.
    #[command(subcommand)]
    Form(form::FormCommand),
    /// Write or read a programme's rubric as a TOML file.
    #[command(subcommand)]
    Rubric(rubric::RubricCommand),
    /// Bring what was kept in a table.
    #[command(subcommand)]
    Import(import::ImportCommand),
    /// Write a round’s tables, or its awards that may be published.
    Export(export::ExportArguments),
    /// Write everything as open files into a folder.
    ExportAll {
        /// A folder that is not there yet, or is empty.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// Fill an empty installation with what export-all wrote.
    ImportAll {
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// Write a backup into one file while the installation serves.
    Backup(backup::BackupArguments),
    /// Make an installation of a backup, in a folder that holds none.
    Restore(backup::RestoreArguments),
    /// Prove that a backup is whole, with its audit log.
    Verify(backup::VerifyArguments),
    /// Move an installation into an empty database of either kind, and compare every row.
    Move(moving::MoveArguments),
    /// Say how far the reviewers of a score table agree, and how sure its ranking is.
    Analyse(analyse::AnalyseArguments),
    /// Draw lots again from a revealed seed, and verify what was committed to.
    Draw(draw::DrawArguments),
    /// Say what in the support ledger has most in common with a piece of work.
    Overlap(overlap::OverlapArguments),
    /// Say which entries of watch lists a name could be a spelling of.
    Screen(screen::ScreenArguments),
    /// Fill an empty database with as many fictional applications as you like.
    Seed(seed::SeedArguments),
    /// Put watch lists in force, and screen organisations against them.
    #[command(subcommand)]
    WatchList(watch_list::WatchListCommand),
}

/// What can be done with people.
#[derive(Subcommand)]
pub enum UserCommand {
    /// Add a person with a role; the password is read from standard input.
    Add {
        email: String,
        #[arg(long)]
        name: Option<String>,
        #[arg(long, value_parser = role)]
        role: Role,
    },
    /// List people with their roles, in order of their addresses.
    List,
    /// Disable a person and end their sessions.
    Disable { email: String },
    /// End every session of everybody.
    SignOutEverybody,
    /// Let a person in again who lost password or second step, by a link that is printed.
    Rescue {
        email: String,
        /// Make them an admin too.
        #[arg(long)]
        admin: bool,
    },
}

fn role(text: &str) -> Result<Role, String> {
    let known = Role::ALL.map(Role::code).join(", ");
    Role::from_code(text).ok_or(format!("a role is one of: {known}"))
}

/// Why a command did not end well.
pub enum Failure {
    /// Used or configured wrongly: exit code 2 and one line that says what to do.
    Usage(String),
    /// It could not be done: exit code 1 and the reason.
    Failed(String),
}

impl<E: Into<crate::store::StoreError>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Failed(error.into().to_string())
    }
}

/// Runs the command of the process's arguments.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    match dispatch(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Usage(line)) => complain(&line, 2),
        Err(Failure::Failed(line)) => complain(&line, 1),
    }
}

/// Says the reason in one line, also where a library gave several.
fn complain(reason: &str, code: u8) -> ExitCode {
    let words: Vec<&str> = reason.split_whitespace().collect();
    eprintln!("evenhand: {}", words.join(" "));
    ExitCode::from(code)
}

fn dispatch(arguments: Arguments) -> Result<(), Failure> {
    let place = arguments.place;
    match arguments.command.unwrap_or(Command::Serve) {
        Command::Serve => serve::serve(&place.config("var")?),
        Command::Doctor { deep, running } => doctor::doctor(&place.config("var")?, deep, running),
        Command::Demo => demo::demo(&place),
        Command::Migrate => serve::migrate(&place.config("var")?),
        Command::User(command) => user::run(&place.config("var")?, command),
        Command::Audit(command) => audit::run(&place.config("var")?, &command),
        Command::Seal { new_key, lost } => seal::run(&place.config("var")?, (new_key, lost)),
        Command::Purge(command) => purge::run(&place.config("var")?, &command),
        Command::Form(command) => form::run(&place.config("var")?, &command),
        Command::Rubric(command) => rubric::run(&place.config("var")?, &command),
        Command::Import(command) => import::run(&place.config("var")?, &command),
        Command::Export(arguments) => export::run(&place.config("var")?, &arguments),
        Command::ExportAll { out } => whole::export(&place.config("var")?, &out),
        Command::ImportAll { folder } => whole::import(&place.config("var")?, &folder),
        Command::Backup(arguments) => backup::write(&place.config("var")?, &arguments),
        Command::Restore(arguments) => {
            let config = match &arguments.into {
                Some(folder) => place.config_in(folder)?,
                None => place.config("var")?,
            };
            backup::restore(&config, &arguments)
        }
        Command::Verify(arguments) => backup::verify(&arguments),
        Command::Move(arguments) => moving::run(&place.config("var")?, &arguments),
        Command::Analyse(arguments) => analyse::run(&arguments),
        Command::Draw(arguments) => draw::run(&arguments),
        Command::Overlap(arguments) => overlap::run(&place.config("var")?, &arguments),
        Command::Screen(arguments) => screen::run(&arguments, || place.config("var")),
        Command::Seed(arguments) => seed::run(&place.config("var")?, &arguments),
        Command::WatchList(command) => watch_list::run(&place.config("var")?, &command),
    }
}

impl Place {
    /// The settings of this place, flags last.
    fn config(&self, default: &str) -> Result<Config, Failure> {
        let data = self.data.clone().unwrap_or_else(|| PathBuf::from(default));
        self.config_in(&data)
    }

    /// The settings with this data folder.
    fn config_in(&self, data: &Path) -> Result<Config, Failure> {
        let mut config = Config::load(data).map_err(Failure::Usage)?;
        if let Some(url) = &self.database {
            config.database_url.clone_from(url);
        }
        if let Some(listen) = &self.listen {
            config.listen.clone_from(listen);
        }
        Ok(config)
    }
}
