//! `evenhand import`: who reviews what, and reviews that were written elsewhere, out of a
//! table, in the name of an admin; grants of funders into the ledger.

use std::path::{Path, PathBuf};

use super::serve::stamp;
use super::{Failure, import_ledger, open};
use crate::actions::{Refusal, allocate, allocation_file, import_reviews};
use crate::config::Config;
use crate::domain::Language;
use crate::domain::account::Email;
use crate::domain::round::Round;
use crate::exchange::score_report::bare;
use crate::exchange::table::{Findings, Wrong};
use crate::i18n::Locale;
use crate::policy::Actor;
use crate::store::{Database, Reader, Stamp, StoreError, Tx, account, round};

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
    /// Read a table of reviews and keep each as sent by its reviewer.
    Reviews {
        /// Wide (`application,reviewer`, a column for each criterion) or long
        /// (`application,reviewer,criterion,score`); the header tells which.
        file: PathBuf,
        /// The round's name in addresses.
        #[arg(long, value_name = "SLUG")]
        round: String,
        /// Address of the admin in whose name it is done.
        #[arg(long, value_name = "EMAIL")]
        by: String,
        /// Check every cell and import nothing.
        #[arg(long)]
        dry_run: bool,
    },
    /// Read grants that a funder published (360Giving: JSON, CSV or XLSX) into the
    /// support ledger. The same file again changes nothing.
    #[command(name = "360giving")]
    Giving(import_ledger::GivingArguments),
}

/// Runs the command.
pub fn run(config: &Config, command: &ImportCommand) -> Result<(), Failure> {
    let (file, round, by, dry_run, reviews) = match command {
        ImportCommand::Giving(arguments) => return import_ledger::run(config, arguments),
        ImportCommand::Assignments {
            file,
            round,
            by,
            dry_run,
        } => (file, round, by, *dry_run, false),
        ImportCommand::Reviews {
            file,
            round,
            by,
            dry_run,
        } => (file, round, by, *dry_run, true),
    };
    let database = open::current(config)?;
    let order = Order {
        config,
        file,
        round: known(&database, round)?,
        actor: admin(&database, by)?,
        dry_run,
    };
    match reviews {
        false => assign(&database, &order),
        true => bring(&database, &order),
    }
}

/// What is to be brought, whereto, in whose name.
struct Order<'a> {
    config: &'a Config,
    file: &'a Path,
    round: Round,
    actor: Actor,
    dry_run: bool,
}

impl Order<'_> {
    fn stamp(&self) -> Stamp {
        let mut stamp = stamp("import");
        stamp.actor = Some(self.actor.id);
        stamp
    }
}

fn assign(database: &Database, order: &Order) -> Result<(), Failure> {
    let text = std::fs::read_to_string(order.file).map_err(failed)?;
    let (actor, round) = (&order.actor, order.round.id);
    let read = |reader: &mut Reader| allocation_file::read(reader, actor, round, &text);
    let mut proposal = database
        .read::<_, StoreError>(read)?
        .map_err(|wrong| Failure::Failed(told(order.file, &wrong)))?;
    let (pairs, already) = (proposal.pairs.len(), proposal.already);
    if order.dry_run {
        println!("{pairs} to be assigned, {already} assigned already; nothing was changed");
        return Ok(());
    }
    let site = site(order.config);
    let apply = |tx: &mut Tx| {
        allocate::carry_out(tx, actor, round, &mut proposal, &site)?;
        Ok(proposal.assigned)
    };
    let assigned = database
        .write(order.stamp(), apply)
        .map_err(|refusal| refused(refusal, "assigned"))?;
    println!("{assigned} assigned, {already} assigned already");
    Ok(())
}

fn bring(database: &Database, order: &Order) -> Result<(), Failure> {
    let (actor, slug, stamp) = (&order.actor, order.round.slug.as_str(), order.stamp());
    let site = site(order.config);
    // What can't be opened is no row.
    std::fs::File::open(order.file).map_err(failed)?;
    let checked = if order.dry_run {
        let now = stamp.now;
        database.read(|reader| import_reviews::check(reader, (actor, now), slug, order.file))
    } else {
        let source = (order.file, site.as_str());
        database.write(stamp, |tx| import_reviews::import(tx, actor, slug, source))
    };
    let tally = checked
        .map_err(|refusal| refused(refusal, "imported"))?
        .map_err(|findings| wrong(order.file, &findings))?;
    if !tally.passed_over.is_empty() {
        eprintln!("columns not read: {}", tally.passed_over.join(", "));
    }
    let (new, same, assigned) = (tally.new, tally.same, tally.assigned);
    if order.dry_run {
        println!(
            "{new} reviews to be imported, {assigned} of them with a new assignment; \
             {same} there already; nothing was changed"
        );
    } else {
        println!(
            "{new} reviews imported, {assigned} of them with a new assignment; {same} there already"
        );
    }
    Ok(())
}

/// Tells each problem on a line of its own.
pub(super) fn listed(file: &Path, findings: &Findings) {
    let english = Locale::of(Language::English);
    for one in findings.listed() {
        let place = match &*one.column {
            "" => format!("row {}", one.row),
            column => format!("row {}, column {column}", one.row),
        };
        let why = bare(&english.tell(&one.message));
        eprintln!("evenhand: {}: {place}: {why}", file.display());
    }
}

/// The same, and gives what to say in the end.
fn wrong(file: &Path, findings: &Findings) -> Failure {
    listed(file, findings);
    let count = match findings.count() {
        1 => "1 problem".to_owned(),
        count => format!("{count} problems"),
    };
    let more = match findings.more() {
        0 => String::new(),
        more => format!(", {more} of them not listed"),
    };
    Failure::Failed(format!("{count}{more}; nothing was imported"))
}

/// Why nothing was done, in words.
fn refused(refusal: Refusal, done: &str) -> Failure {
    let english = Locale::of(Language::English);
    match refusal {
        Refusal::Store(error) => error.into(),
        Refusal::Denied(message) | Refusal::Stale(message) => {
            let why = bare(&english.tell(&message));
            Failure::Failed(format!("nothing was {done}: {why}"))
        }
        other => Failure::Failed(format!("nothing was {done}: {other:?}")),
    }
}

/// Where letters lead to.
pub fn site(config: &Config) -> String {
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
        let (row, column) = (wrong.row, &wrong.column);
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
        let actor = actor.at(stamp("import").now);
        Ok((actor.is_staff() && row.disabled_at.is_none()).then_some(actor))
    };
    let actor = database.read(find)?.ok_or_else(none)?;
    actor
        .is(crate::domain::account::Role::Admin)
        .then_some(actor)
        .ok_or_else(none)
}
