//! `evenhand import assignments`: who reviews what, out of a table, in the name
//! of an admin.

use std::path::{Path, PathBuf};

use super::serve::stamp;
use super::{Failure, open};
use crate::actions::{Refusal, allocate, allocation_file};
use crate::config::Config;
use crate::domain::Language;
use crate::domain::account::Email;
use crate::domain::round::Round;
use crate::exchange::table::Wrong;
use crate::i18n::Locale;
use crate::policy::Actor;
use crate::store::{Database, Reader, StoreError, Tx, account, round};

/// What can be brought.
#[derive(clap::Subcommand)]
pub enum ImportCommand {
    /// Read a table `application,reviewer` and assign what it says.
    Assignments {
        file: PathBuf,
        /// The round's name in addresses.
        #[arg(long, value_name = "SLUG")]
        round: String,
        /// Address of the admin in whose name it is done.
        #[arg(long, value_name = "EMAIL")]
        by: String,
        /// Check every cell and assign nothing.
        #[arg(long)]
        dry_run: bool,
    },
}

/// Runs the command.
pub fn run(config: &Config, command: &ImportCommand) -> Result<(), Failure> {
    let ImportCommand::Assignments {
        file,
        round,
        by,
        dry_run,
    } = command;
    let database = open::current(config)?;
    let text = std::fs::read_to_string(file).map_err(failed)?;
    let actor = admin(&database, by)?;
    let round = known(&database, round)?;
    let read = |reader: &mut Reader| allocation_file::read(reader, &actor, round.id, &text);
    let mut proposal = database
        .read::<_, StoreError>(read)?
        .map_err(|wrong| Failure::Failed(told(file, &wrong)))?;
    let (pairs, already) = (proposal.pairs.len(), proposal.already);
    if *dry_run {
        println!("{pairs} to be assigned, {already} assigned already; nothing was changed");
        return Ok(());
    }
    let site = site(config);
    let mut stamp = stamp("import");
    stamp.actor = Some(actor.id);
    let apply = |tx: &mut Tx| {
        allocate::carry_out(tx, &actor, round.id, &mut proposal, &site)?;
        Ok(proposal.assigned)
    };
    let assigned = database
        .write(stamp, apply)
        .map_err(|refusal| match refusal {
            Refusal::Store(error) => error.into(),
            other => Failure::Failed(format!("nothing was assigned: {other:?}")),
        })?;
    println!("{assigned} assigned, {already} assigned already");
    Ok(())
}

/// Where letters lead to.
fn site(config: &Config) -> String {
    let typed = config.public_url.trim_end_matches('/');
    if typed.is_empty() {
        format!("http://{}", config.listen)
    } else {
        typed.to_owned()
    }
}

fn failed(problem: impl std::fmt::Display) -> Failure {
    Failure::Failed(problem.to_string())
}

/// Every cell that is wrong, each on its own, as `complain` prints one line.
fn told(file: &Path, wrong: &[Wrong]) -> String {
    let english = Locale::of(Language::English);
    let one = |wrong: &Wrong| {
        let (row, column) = (wrong.row, wrong.column);
        format!(
            "row {row}, column {column}: {}",
            english.tell(&wrong.message)
        )
    };
    let lines: Vec<String> = wrong.iter().map(one).collect();
    format!("{}: {}", file.display(), lines.join("; "))
}

fn known(database: &Database, slug: &str) -> Result<Round, Failure> {
    let found = database.read(|reader: &mut Reader| round::by_slug(reader, slug))?;
    found.ok_or_else(|| Failure::Usage(format!("there is no round {slug:?}")))
}

/// The admin of an address, with their reach.
pub(super) fn admin(database: &Database, email: &str) -> Result<Actor, Failure> {
    let none = || Failure::Usage(format!("{email:?} is no admin"));
    let address = Email::parse(email).map_err(|_| none())?;
    let find = |reader: &mut Reader| -> Result<_, StoreError> {
        let Some(row) = account::by_email(reader, &address)? else {
            return Ok(None);
        };
        let roles = account::roles(reader, row.id)?;
        let who = (row.name, row.email);
        let actor = Actor::new(row.id, who, row.language, row.time_zone, roles);
        Ok((actor.is_staff() && row.disabled_at.is_none()).then_some(actor))
    };
    let actor = database.read(find)?.ok_or_else(none)?;
    actor
        .is(crate::domain::account::Role::Admin)
        .then_some(actor)
        .ok_or_else(none)
}
