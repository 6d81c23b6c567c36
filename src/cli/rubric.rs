//! `evenhand rubric export|import`: the rubric of a programme as a TOML file.

use super::draft_file::{ExportArgs, ImportArgs};
use super::import::admin;
use super::serve::stamp;
use super::{Failure, open};
use crate::actions::Refusal;
use crate::actions::rubric_draft::{Desk, import_rubric};
use crate::config::Config;
use crate::exchange::rubric_toml;
use crate::policy::rubric::MayEditRubrics;
use crate::store::{Database, Reader, StoreError, Tx, rubric};

/// What can be done with rubrics.
#[derive(clap::Subcommand)]
pub enum RubricCommand {
    /// Write the draft, or a published version, as a file.
    Export(ExportArgs),
    /// Read a file into the draft; it is published on the page of the criteria.
    Import(ImportArgs),
}

/// Runs one of the commands.
pub fn run(config: &Config, command: &RubricCommand) -> Result<(), Failure> {
    let database = open::current(config)?;
    match command {
        RubricCommand::Export(args) => export(&database, args),
        RubricCommand::Import(args) => import(&database, args),
    }
}

fn missing(slug: &str) -> Failure {
    Failure::Usage(format!("there is no such rubric of a programme {slug:?}"))
}

fn export(database: &Database, args: &ExportArgs) -> Result<(), Failure> {
    let slug = args.programme.as_str();
    let read = |reader: &mut Reader| -> Result<_, StoreError> {
        let Some(desk) = Desk::load(reader, slug)? else {
            return Ok(None);
        };
        let Some(version) = args.version else {
            return Ok(Some(desk.rubric));
        };
        let found = rubric::by_version(reader, desk.programme.id, version)?;
        Ok(found.map(|found| found.draft()))
    };
    let found = database.read(read)?.ok_or_else(|| missing(slug))?;
    args.put(|remarks| rubric_toml::write(&found, remarks))
}

fn import(database: &Database, args: &ImportArgs) -> Result<(), Failure> {
    let rubric = args.read(rubric_toml::read)?;
    let (slug, by) = (args.programme.as_str(), admin(database, &args.by)?.id);
    let import = |tx: &mut Tx| {
        let desk = Desk::load(tx, slug)?.ok_or(Refusal::NotFound)?;
        let seen = (desk.latest.version, desk.version);
        import_rubric(tx, &MayEditRubrics::operator(by), slug, seen, &rubric)
    };
    let changes = database
        .write(stamp("rubric"), import)
        .map_err(|refusal| match refusal {
            Refusal::Store(error) => error.into(),
            _ => missing(slug),
        })?;
    println!("{changes} criteria of the draft changed");
    Ok(())
}
