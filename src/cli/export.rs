//! `evenhand export`: a round's tables, or its published awards, as a file or on
//! standard output.

use std::fs::File;
use std::io::{self, BufWriter, Seek, Write};
use std::path::{Path, PathBuf};

use super::serve::stamp;
use super::{Failure, open};
use crate::actions::export_round::{self, Unfinished, What};
use crate::actions::{Refusal, publish};
use crate::config::Config;
use crate::domain::Language;
use crate::exchange::publication::Standard;
use crate::exchange::sheet::Format;
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::{Database, Reader, Tx};

/// What to export of which round, and whereto.
#[derive(clap::Args)]
pub struct ExportArguments {
    /// The round's name in addresses.
    #[arg(long, value_name = "SLUG")]
    round: String,
    /// `decisions`, `applications` (one row an application), `scores` (one row a
    /// review), `reviews` (the same with every word, as `import reviews` reads it),
    /// `awards` (one row an award that was released), `payments` (one row a transfer) or
    /// `audit` (one row an event).
    #[arg(long, value_parser = what)]
    what: What,
    /// `csv`, `xlsx` or `jsonl`; for awards also `360giving` or `iati`, which hold
    /// those that may be published.
    #[arg(long, value_parser = form, default_value = "csv")]
    format: Form,
    /// Begin with a byte order mark, so that Excel reads Arabic and Hebrew.
    #[arg(long)]
    bom: bool,
    /// The file to write; standard output if absent.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// A table, or a published standard.
#[derive(Clone, Copy)]
enum Form {
    Table(Format),
    Published(Standard),
}

fn what(text: &str) -> Result<What, String> {
    let known = What::ALL.map(What::code).join(" or ");
    What::from_code(text).ok_or(format!("it is {known}"))
}

fn form(text: &str) -> Result<Form, String> {
    let table = Format::from_code(text).map(Form::Table);
    let published = Standard::from_code(text).map(Form::Published);
    let tables = Format::ALL.map(Format::code).join(", ");
    let standards = Standard::ALL.map(Standard::code).join(", ");
    table
        .or(published)
        .ok_or(format!("it is one of {tables}, {standards}"))
}

/// Exports, and notes it in the audit log.
pub fn run(config: &Config, arguments: &ExportArguments) -> Result<(), Failure> {
    let database = open::current(config)?;
    match arguments.format {
        Form::Table(format) => table(&database, config, arguments, format),
        Form::Published(standard) => published(&database, config, arguments, standard),
    }
}

fn table(
    database: &Database,
    config: &Config,
    arguments: &ExportArguments,
    format: Format,
) -> Result<(), Failure> {
    let slug = arguments.round.as_str();
    let asked = (arguments.what, format);
    let note = |tx: &mut Tx| export_round::begin(tx, Reach::operator(), slug, asked);
    let noted = database.write(stamp("export"), note);
    let export = noted.map_err(|refusal| refused(refusal, slug))?;
    let bom = arguments.bom;
    let written = database
        .for_reports()
        .snapshot(|reader: &mut Reader| match &arguments.out {
            None => export.write(reader, BufWriter::new(io::stdout()), bom, &config.data),
            Some(path) => {
                let mut file = BufWriter::new(File::create(path)?);
                export.write(reader, &mut file, bom, &config.data)?;
                Ok(file.flush()?)
            }
        });
    written.map_err(failed)
}

fn published(
    database: &Database,
    config: &Config,
    arguments: &ExportArguments,
    standard: Standard,
) -> Result<(), Failure> {
    if arguments.what != What::Awards {
        let wrong = format!("{} holds awards alone: --what awards", standard.code());
        return Err(Failure::Usage(wrong));
    }
    let unnamed = "set funder_name, funder_identifier and funder_prefix first";
    let funder = config.funder().ok_or(Failure::Usage(unnamed.to_owned()))?;
    let slug = arguments.round.as_str();
    let note = |tx: &mut Tx| publish::begin(tx, Reach::operator(), slug, standard);
    let noted = database.write(stamp("export"), note);
    let edition = noted.map_err(|refusal| refused(refusal, slug))?;
    let words = (Locale::of(Language::English), &funder);
    let mut made = tempfile::tempfile_in(&config.data).map_err(|e| failed(e.into()))?;
    let written = database
        .for_reports()
        .snapshot(|reader: &mut Reader| edition.write(reader, &mut made, words));
    if written.map_err(failed)? == 0 {
        let none = "no award of this round may be published; nothing was written";
        return Err(Failure::Failed(none.to_owned()));
    }
    copy(&mut made, arguments.out.as_deref()).map_err(|e| failed(e.into()))
}

fn copy(made: &mut File, out: Option<&Path>) -> io::Result<()> {
    made.rewind()?;
    match out {
        None => io::copy(made, &mut io::stdout().lock())?,
        Some(path) => io::copy(made, &mut File::create(path)?)?,
    };
    Ok(())
}

fn refused(refusal: Refusal, slug: &str) -> Failure {
    match refusal {
        Refusal::Store(error) => error.into(),
        _ => Failure::Usage(format!("there is no round {slug:?}")),
    }
}

fn failed(problem: Unfinished) -> Failure {
    Failure::Failed(problem.to_string())
}
