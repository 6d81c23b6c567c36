//! `evenhand import 360giving`: a funder's file into the support ledger.

use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};

use super::import::listed;
use super::serve::stamp;
use super::{Failure, open};
use crate::actions::import_ledger::{self, Failed, Loaded};
use crate::config::Config;
use crate::domain::Language;
use crate::exchange::ledger_file::{Read360, Refused};
use crate::exchange::score_report::bare;
use crate::i18n::Locale;
use crate::policy::ledger::MayKeepLedger;

/// Checks the file, and unless that is all that is wanted, loads it. With findings it is
/// loaded only when that was accepted.
pub fn run(config: &Config, file: &Path, dry_run: bool, accept: bool) -> Result<(), Failure> {
    let bytes = std::fs::metadata(file).map_err(|e| failed(file, &e))?.len();
    let database = open::current(config)?;
    let bar = bar(bytes, "checking");
    let checked = import_ledger::check(file, |at| bar.set_position(at));
    bar.finish_and_clear();
    let checked = checked.map_err(|problem| why(file, problem))?;
    if !checked.findings.is_empty() {
        listed(file, &checked.findings);
    }
    if dry_run {
        println!("{}; nothing was changed", told(&checked));
        return Ok(());
    }
    if !checked.findings.is_empty() && !accept {
        return Err(Failure::Failed(format!(
            "{}; nothing was changed: add --accept to load the rest",
            told(&checked)
        )));
    }
    let bar = bar(bytes, "loading ");
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

fn bar(bytes: u64, doing: &'static str) -> ProgressBar {
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
