//! `evenhand form export|import`: the form of a programme as a TOML file.

use std::sync::Arc;

use super::draft_file::{ExportArgs, ImportArgs};
use super::import::admin;
use super::serve::stamp;
use super::{Failure, open};
use crate::actions::Refusal;
use crate::actions::form_draft::{Desk, import_form};
use crate::config::Config;
use crate::exchange::form_toml;
use crate::policy::form::MayEditForms;
use crate::store::{Database, Reader, StoreError, Tx, form};

/// What can be done with forms.
#[derive(clap::Subcommand)]
pub enum FormCommand {
    /// Write the draft, or a published version, as a file.
    Export(ExportArgs),
    /// Read a file into the draft; it is published on the page of the form.
    Import(ImportArgs),
}

/// Runs one of the commands.
pub fn run(config: &Config, command: &FormCommand) -> Result<(), Failure> {
    let database = open::current(config)?;
    match command {
        FormCommand::Export(args) => export(&database, args),
        FormCommand::Import(args) => import(&database, args),
    }
}

fn missing(slug: &str) -> Failure {
    Failure::Usage(format!("there is no such form of a programme {slug:?}"))
}

fn export(database: &Database, args: &ExportArgs) -> Result<(), Failure> {
    let slug = args.programme.as_str();
    let read = |reader: &mut Reader| -> Result<_, StoreError> {
        let Some(desk) = Desk::load(reader, slug)? else {
            return Ok(None);
        };
        let Some(version) = args.version else {
            return Ok(Some(desk.form));
        };
        let found = form::by_version(reader, desk.programme.id, version)?;
        Ok(found.map(|found| Arc::unwrap_or_clone(found.form)))
    };
    let found = database.read(read)?.ok_or_else(|| missing(slug))?;
    args.put(|remarks| form_toml::write(&found, remarks))
}

fn import(database: &Database, args: &ImportArgs) -> Result<(), Failure> {
    let form = args.read(form_toml::read)?;
    let (slug, by) = (args.programme.as_str(), admin(database, &args.by)?.id);
    let import = |tx: &mut Tx| {
        let desk = Desk::load(tx, slug)?.ok_or(Refusal::NotFound)?;
        let seen = (desk.latest.version, desk.version);
        import_form(tx, &MayEditForms::operator(by), slug, seen, &form)
    };
    let changes = database
        .write(stamp("form"), import)
        .map_err(|refusal| match refusal {
            Refusal::Store(error) => error.into(),
            _ => missing(slug),
        })?;
    println!("{changes} parts of the draft changed");
    Ok(())
}
