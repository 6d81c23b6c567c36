//! `evenhand import 360giving`: a funder's file into the support ledger.

use std::fs::File;
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressStyle};

use super::import::listed;
use super::serve::stamp;
use super::{Failure, open};
use crate::actions::import_ledger::{self, Failed, Loaded};
use crate::config::Config;
use crate::domain::Language;
use crate::exchange::csv_export::Sheet;
use crate::exchange::ledger_file::{Read360, Refused};
use crate::exchange::score_report::bare;
use crate::exchange::table::Wrong;
use crate::i18n::Locale;
use crate::policy::ledger::MayKeepLedger;

/// Which file, and what is done with what is wrong in it.
#[derive(clap::Args)]
pub struct GivingArguments {
    file: PathBuf,
    /// Check every grant and change nothing.
    #[arg(long)]
    dry_run: bool,
    /// Load the file without what is found to be wrong with it.
    #[arg(long)]
    accept: bool,
    /// Write everything that is wrong into a CSV file with the columns row, column, reason.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

/// Checks the file, and unless that is all that is wanted, loads it. With findings it is
/// loaded only when that was accepted.
pub fn run(config: &Config, arguments: &GivingArguments) -> Result<(), Failure> {
    let file = arguments.file.as_path();
    let bytes = std::fs::metadata(file).map_err(|e| failed(file, &e))?.len();
    let database = open::current(config)?;
    let checked = check(arguments, bytes)?;
    if !checked.findings.is_empty() {
        listed(file, &checked.findings);
    }
    if checked.findings.more() > 0 && arguments.report.is_none() {
        let more = checked.findings.more();
        eprintln!("evenhand: {more} more: --report FILE writes all of them");
    }
    if arguments.dry_run {
        println!("{}; nothing was changed", told(&checked));
        return Ok(());
    }
    if !checked.findings.is_empty() && !arguments.accept {
        return Err(Failure::Failed(format!(
            "{}; nothing was changed: add --accept to load the rest",
            told(&checked)
        )));
    }
    let bar = progress(bytes, "loading ");
    let name = file
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let name = name.unwrap_or_default();
    let may = MayKeepLedger::program();
    let stamp = stamp("import");
    let loaded = import_ledger::load(&database, (&stamp, &may), (file, &name), |at| {
        bar.set_position(at);
    });
    bar.finish_and_clear();
    let loaded = loaded.map_err(|problem| why(file, problem))?;
    let Loaded {
        new, changed, same, ..
    } = loaded;
    println!(
        "{}; {new} new, {changed} changed, {same} there already",
        told(&loaded.read)
    );
    Ok(())
}

/// Checks the file and writes the report that was asked for, also of a file that is refused.
fn check(arguments: &GivingArguments, bytes: u64) -> Result<Read360, Failure> {
    let file = arguments.file.as_path();
    let mut report = arguments.report.as_deref().map(Report::begin).transpose()?;
    let bar = progress(bytes, "checking");
    let checked = import_ledger::check(
        file,
        |at| bar.set_position(at),
        |wrong| {
            if let Some(report) = &mut report {
                report.add(wrong);
            }
        },
    );
    bar.finish_and_clear();
    if let Some(mut report) = report {
        if let Err(Failed::Refused(wrong)) = &checked {
            report.add(wrong);
        }
        report.end()?;
    }
    checked.map_err(|problem| why(file, problem))
}

/// A file with a line for each problem.
struct Report<'a> {
    path: &'a Path,
    sheet: Sheet<BufWriter<File>>,
    /// The first line that could not be written ends it.
    written: io::Result<()>,
}

impl<'a> Report<'a> {
    fn begin(path: &'a Path) -> Result<Self, Failure> {
        let header = ["row", "column", "reason"].map(str::to_owned);
        let out = File::create(path).map(BufWriter::new);
        let sheet = out.and_then(|out| Sheet::begin(out, false, &header));
        Ok(Self {
            path,
            sheet: sheet.map_err(|problem| failed(path, &problem))?,
            written: Ok(()),
        })
    }

    fn add(&mut self, wrong: &Wrong) {
        if self.written.is_ok() {
            let reason = bare(&Locale::of(Language::English).tell(&wrong.message));
            let cells = [wrong.row.to_string(), wrong.column.to_string(), reason];
            self.written = self.sheet.row(&cells);
        }
    }

    fn end(self) -> Result<(), Failure> {
        let (path, sheet) = (self.path, self.sheet);
        let ended = self.written.and_then(|()| sheet.end());
        ended.map_err(|problem| failed(path, &problem))
    }
}

fn progress(bytes: u64, doing: &'static str) -> ProgressBar {
    let bar = ProgressBar::new(bytes).with_message(doing);
    let style = "{msg} {bar:40} {bytes} of {total_bytes}, {eta} left";
    if let Ok(style) = ProgressStyle::with_template(style) {
        bar.set_style(style);
    }
    bar
}

fn grants(count: u64) -> String {
    match count {
        1 => "1 grant".to_owned(),
        count => format!("{count} grants"),
    }
}

/// "847 grants, 3 to people left out, 1 passed over".
fn told(read: &Read360) -> String {
    let mut parts = vec![grants(read.grants)];
    if read.to_people > 0 {
        parts.push(format!("{} to people left out", read.to_people));
    }
    if read.passed_over > 0 {
        parts.push(format!("{} passed over", read.passed_over));
    }
    match read.findings.count() {
        0 => {}
        1 => parts.push("1 problem".to_owned()),
        count => parts.push(format!("{count} problems")),
    }
    parts.join(", ")
}

fn why(file: &Path, problem: Failed) -> Failure {
    match problem {
        Failed::Store(error) => error.into(),
        Failed::Refused(Refused {
            row,
            column,
            message,
        }) => {
            let english = Locale::of(Language::English);
            let place = match &*column {
                "" => format!("row {row}"),
                column => format!("row {row}, column {column}"),
            };
            let told = bare(&english.tell(&message));
            let text = format!("{}: {place}: {told}; nothing was changed", file.display());
            Failure::Failed(text)
        }
    }
}

fn failed(file: &Path, problem: &std::io::Error) -> Failure {
    Failure::Failed(format!("{}: {problem}", file.display()))
}
