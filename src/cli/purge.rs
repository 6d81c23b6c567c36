//! `evenhand purge`: the emergency purge in the name of two admins, and removing what a
//! purge that was broken off left on the disk.

use super::import::{admin, site};
use super::serve::stamp;
use super::{Failure, open};
use crate::actions::Refusal;
use crate::actions::purge::{self, Unfinished};
use crate::config::Config;
use crate::domain::purge::Subject;
use crate::domain::{Language, Message, OrganisationId, PurgeId};
use crate::i18n::Locale;
use crate::store::{Database, Reader, Stamp, Tx, round};

/// What is done about a purge.
#[derive(clap::Subcommand)]
pub enum PurgeCommand {
    /// Propose to purge an organisation or a round; prints the number of the purge.
    Propose {
        /// Id of the organisation, as in the address of its page.
        #[arg(
            long,
            value_name = "ID",
            conflicts_with = "round",
            required_unless_present = "round"
        )]
        organisation: Option<String>,
        /// The round’s name in addresses.
        #[arg(long, value_name = "SLUG")]
        round: Option<String>,
        /// Why: danger, request or order.
        #[arg(long, value_name = "CAUSE")]
        cause: String,
        /// Address of the admin in whose name it is done.
        #[arg(long, value_name = "EMAIL")]
        by: String,
    },
    /// Confirm a purge that another admin proposed, and carry it out.
    Confirm {
        /// The number that proposing it printed.
        purge: String,
        /// Address of the admin in whose name it is done.
        #[arg(long, value_name = "EMAIL")]
        by: String,
    },
    /// Remove from the disk what purges left there that were broken off.
    Finish,
}

/// Runs the command.
pub fn run(config: &Config, command: &PurgeCommand) -> Result<(), Failure> {
    let database = open::current(config)?;
    match command {
        PurgeCommand::Propose {
            organisation,
            round,
            cause,
            by,
        } => {
            let subject = subject(&database, organisation.as_deref(), round.as_deref())?;
            let (actor, site) = (admin(&database, by)?, site(config));
            let propose = |tx: &mut Tx| purge::propose(tx, &actor, subject, cause, &site);
            let id = database.write(by_actor(actor.id), propose);
            println!("{}", id.map_err(refused)?);
            Ok(())
        }
        PurgeCommand::Confirm { purge: id, by } => {
            let unknown = || Failure::Usage(format!("there is no purge {id:?}"));
            let id = PurgeId::parse(id).map_err(|_| unknown())?;
            let actor = admin(&database, by)?;
            let confirm = |tx: &mut Tx| purge::confirm(tx, &actor, id);
            let erased = database.write(by_actor(actor.id), confirm);
            let erased = erased.map_err(refused)?;
            println!(
                "Erased: applications {}, organisations {}, people {}, files {}.",
                erased.applications, erased.organisations, erased.people, erased.files
            );
            finish(config, &database)
        }
        PurgeCommand::Finish => finish(config, &database),
    }
}

fn by_actor(actor: crate::domain::AccountId) -> Stamp {
    Stamp {
        actor: Some(actor),
        ..stamp("purge")
    }
}

fn subject(
    database: &Database,
    organisation: Option<&str>,
    slug: Option<&str>,
) -> Result<Subject, Failure> {
    if let Some(id) = organisation {
        let id = OrganisationId::parse(id);
        let unknown = |_| Failure::Usage("an organisation’s id has 36 signs".to_owned());
        return id.map(Subject::Organisation).map_err(unknown);
    }
    let slug = slug.unwrap_or_default();
    let found = database.read(|reader: &mut Reader| round::by_slug(reader, slug))?;
    let found = found.ok_or_else(|| Failure::Usage(format!("there is no round {slug:?}")))?;
    Ok(Subject::Round(found.id))
}

/// Removes what was erased from the disk, and says whether everything is gone.
fn finish(config: &Config, database: &Database) -> Result<(), Failure> {
    let storage = config.storage();
    let done = purge::finish(database, &storage, &stamp("purge"));
    done.map_err(|problem: Unfinished| Failure::Failed(problem.to_string()))?;
    match database.read(crate::store::purge::unfinished)?.len() {
        0 => {
            println!("Nothing is left on the disk.");
            Ok(())
        }
        left => Err(Failure::Failed(format!(
            "{left} purges are erased, but an older state of the database is still being read: \
             run evenhand purge finish again"
        ))),
    }
}

fn refused(refusal: Refusal) -> Failure {
    let say = |message: &Message| Locale::of(Language::English).tell(message);
    match refusal {
        Refusal::Denied(message) | Refusal::Stale(message) => Failure::Failed(say(&message)),
        Refusal::Invalid(_) => {
            Failure::Usage("the cause is one of: danger, request, order".to_owned())
        }
        Refusal::NotFound => Failure::Failed("there is no such organisation or purge".to_owned()),
        Refusal::Store(error) => Failure::Failed(error.to_string()),
    }
}
