//! `evenhand export`: a round's decisions or scores as a file or on standard output.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use super::serve::stamp;
use super::{Failure, open};
use crate::actions::Refusal;
use crate::actions::export_round::{self, Export, What};
use crate::config::Config;
use crate::policy::Reach;
use crate::store::Tx;

/// What to export of which round, and whereto.
#[derive(clap::Args)]
pub struct ExportArguments {
    /// The round's name in addresses.
    #[arg(long, value_name = "SLUG")]
    round: String,
    /// `decisions` (one row an application), `scores` (one row a review) or `reviews`
    /// (the same with every word, as `import reviews` reads it).
    #[arg(long, value_parser = what)]
    what: What,
    /// The only format so far.
    #[arg(long, value_parser = ["csv"], default_value = "csv")]
    format: String,
    /// Begin with a byte order mark, so that Excel reads Arabic and Hebrew.
    #[arg(long)]
    bom: bool,
    /// The file to write; standard output if absent.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

fn what(text: &str) -> Result<What, String> {
    let known = What::ALL.map(What::code).join(" or ");
    What::from_code(text).ok_or(format!("it is {known}"))
}

/// Exports, and notes it in the audit log.
pub fn run(config: &Config, arguments: &ExportArguments) -> Result<(), Failure> {
    let database = open::current(config)?;
    let slug = arguments.round.as_str();
    let read = |tx: &mut Tx| export_round::export(tx, Reach::operator(), slug, arguments.what);
    let export = database
        .write(stamp("export"), read)
        .map_err(|refusal| match refusal {
            Refusal::Store(error) => error.into(),
            _ => Failure::Usage(format!("there is no round {slug:?}")),
        })?;
    write(&export, arguments).map_err(|problem| Failure::Failed(problem.to_string()))
}

fn write(export: &Export, arguments: &ExportArguments) -> io::Result<()> {
    let Some(path) = &arguments.out else {
        return export.write(io::stdout().lock(), arguments.bom);
    };
    let mut file = BufWriter::new(File::create(path)?);
    export.write(&mut file, arguments.bom)?;
    file.flush()
}
