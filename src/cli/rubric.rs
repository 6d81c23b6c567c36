//! `evenhand rubric export|import`: the rubric of a programme as a TOML file.

use std::path::{Path, PathBuf};

use super::import::admin;
use super::serve::stamp;
use super::{Failure, open};
use crate::actions::Refusal;
use crate::actions::rubric_draft::{Desk, import_rubric};
use crate::config::Config;
use crate::domain::Language;
use crate::exchange::rubric_toml;
use crate::i18n::Locale;
use crate::policy::rubric::MayEditRubrics;
use crate::store::{Database, Reader, StoreError, Tx, rubric};

/// What can be done with rubrics.
#[derive(clap::Subcommand)]
pub enum RubricCommand {
    /// Write the draft, or a published version, as a file.
    Export {
        /// The programme's name in addresses.
        #[arg(long, value_name = "SLUG")]
        programme: String,
        /// Number of a published version; the draft if absent.
        #[arg(long, value_name = "NUMBER")]
        version: Option<i32>,
        /// The file to write; standard output if absent.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Read a file into the draft; it is published on the page of the criteria.
    Import {
        file: PathBuf,
        /// The programme's name in addresses.
        #[arg(long, value_name = "SLUG")]
        programme: String,
        /// Address of the admin in whose name it is done.
        #[arg(long, value_name = "EMAIL")]
        by: String,
    },
}

/// Runs one of the commands.
pub fn run(config: &Config, command: &RubricCommand) -> Result<(), Failure> {
    let database = open::current(config)?;
    match command {
        RubricCommand::Export {
            programme,
            version,
            out,
        } => export(&database, programme, *version, out.as_deref()),
        RubricCommand::Import {
            file,
            programme,
            by,
        } => import(&database, programme, file, by),
    }
}

fn failed(problem: impl std::fmt::Display) -> Failure {
    Failure::Failed(problem.to_string())
}

fn missing(slug: &str) -> Failure {
    Failure::Usage(format!("there is no such rubric of a programme {slug:?}"))
}

fn export(
    database: &Database,
    slug: &str,
    version: Option<i32>,
    out: Option<&Path>,
) -> Result<(), Failure> {
    let read = |reader: &mut Reader| -> Result<_, StoreError> {
        let Some(desk) = Desk::load(reader, slug)? else {
            return Ok(None);
        };
        let Some(version) = version else {
            return Ok(Some(desk.rubric));
        };
        let found = rubric::by_version(reader, desk.programme.id, version)?;
        Ok(found.map(|found| found.draft()))
    };
    let found = database.read(read)?.ok_or_else(|| missing(slug))?;
    let name = version.map_or("draft".to_owned(), |version| format!("version {version}"));
    let text = rubric_toml::write(&found, &[format!("{slug}: {name}")]);
    match out {
        Some(path) => std::fs::write(path, text).map_err(failed),
        None => {
            print!("{text}");
            Ok(())
        }
    }
}

fn import(database: &Database, slug: &str, file: &Path, by: &str) -> Result<(), Failure> {
    let text = std::fs::read_to_string(file).map_err(failed)?;
    let english = Locale::of(Language::English);
    let rubric = rubric_toml::read(&text).map_err(|problems| {
        let told = problems.iter().map(|problem| {
            let (line, reason) = (problem.line, english.tell(&problem.reason));
            format!("{}:{line}: {reason}", file.display())
        });
        Failure::Failed(told.collect::<Vec<_>>().join("\n"))
    })?;
    let by = admin(database, by)?.id;
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
