//! Files of a programme's form or rubric at the command line: what `form` and
//! `rubric` ask for alike, write out, and tell of a file that can't be read.

use std::path::{Path, PathBuf};

use super::Failure;
use crate::domain::Language;
use crate::exchange::TomlProblem;
use crate::i18n::Locale;

/// What is written, and where to.
#[derive(clap::Args)]
pub struct ExportArgs {
    /// The programme's name in addresses.
    #[arg(long, value_name = "SLUG")]
    pub programme: String,
    /// Number of a published version; the draft if absent.
    #[arg(long, value_name = "NUMBER")]
    pub version: Option<i32>,
    /// The file to write; standard output if absent.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// What is read, into which programme, and in whose name.
#[derive(clap::Args)]
pub struct ImportArgs {
    file: PathBuf,
    /// The programme's name in addresses.
    #[arg(long, value_name = "SLUG")]
    pub programme: String,
    /// Address of the admin in whose name it is done.
    #[arg(long, value_name = "EMAIL")]
    pub by: String,
}

impl ExportArgs {
    /// Puts what `write` makes of the remarks where it was asked for.
    pub fn put(&self, write: impl FnOnce(&[String]) -> String) -> Result<(), Failure> {
        let name = self
            .version
            .map_or("draft".to_owned(), |version| format!("version {version}"));
        let text = write(&[format!("{}: {name}", self.programme)]);
        match &self.out {
            Some(path) => std::fs::write(path, text).map_err(failed),
            None => {
                print!("{text}");
                Ok(())
            }
        }
    }
}

impl ImportArgs {
    /// Reads the file; every mistake in it is told with its line.
    pub fn read<T>(
        &self,
        read: impl FnOnce(&str) -> Result<T, Vec<TomlProblem>>,
    ) -> Result<T, Failure> {
        let text = std::fs::read_to_string(&self.file).map_err(failed)?;
        read(&text).map_err(|problems| told(&self.file, &problems))
    }
}

fn told(file: &Path, problems: &[TomlProblem]) -> Failure {
    let english = Locale::of(Language::English);
    let told = problems.iter().map(|problem| {
        let (line, reason) = (problem.line, english.tell(&problem.reason));
        format!("{}:{line}: {reason}", file.display())
    });
    Failure::Failed(told.collect::<Vec<_>>().join("\n"))
}

fn failed(problem: impl std::fmt::Display) -> Failure {
    Failure::Failed(problem.to_string())
}
