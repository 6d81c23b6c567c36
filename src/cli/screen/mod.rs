//! `evenhand screen`: which entries of watch lists a name could be a spelling of, and how
//! alike pairs of names are. Reads files that are named, or else the versions that are in
//! force in an installation, and changes nothing. Says "possible match" and why; what it
//! means is for people to say.

mod report;
mod source;

use std::fs::File;
use std::io::{self, BufReader, Write};
use std::path::{Path, PathBuf};

use super::Failure;
use crate::config::Config;
use crate::domain::Language;
use crate::domain::list_screening::{Bearer, Role};
use crate::domain::names::{Kind, Name, THRESHOLD, compare};
use crate::exchange::name_pairs::{PairsProblem, scored};
use crate::exchange::score_report::bare;
use crate::i18n::Locale;
use report::{report, text};

/// What is screened, against what, and how it is told.
#[derive(clap::Args)]
pub struct ScreenArguments {
    /// Name of a person or an organisation, in any script.
    #[arg(required_unless_present_any = ["pairs", "show_threshold"])]
    name: Option<String>,
    /// Watch list; may be given several times. What a file is, is told by its content.
    /// Without one, the lists that are in force in the installation.
    #[arg(long = "list", value_name = "FILE", conflicts_with = "pairs")]
    lists: Vec<PathBuf>,
    /// Which entries: `person`, `organisation` or `any`.
    #[arg(long, value_parser = kind, default_value = "any")]
    kind: Wanted,
    /// Score from which a match is possible, 0 to 1; the one of the screens if absent.
    #[arg(long, value_parser = threshold)]
    threshold: Option<f64>,
    /// Write JSON instead of text.
    #[arg(long, conflicts_with = "pairs")]
    json: bool,
    /// Score the pairs of a CSV with the columns name1 and name2, all of them.
    #[arg(long, value_name = "FILE", conflicts_with = "name")]
    pairs: Option<PathBuf>,
    /// Print the threshold that the screens use.
    #[arg(long, conflicts_with_all = ["name", "pairs"])]
    show_threshold: bool,
}

/// Which entries are looked at.
#[derive(Clone, Copy)]
struct Wanted(Option<Kind>);

fn kind(text: &str) -> Result<Wanted, String> {
    match text {
        "any" => Ok(Wanted(None)),
        "person" => Ok(Wanted(Some(Kind::Person))),
        "organisation" => Ok(Wanted(Some(Kind::Organisation))),
        _ => Err("it is person, organisation or any".to_owned()),
    }
}

fn threshold(text: &str) -> Result<f64, String> {
    let number = text.parse::<f64>().ok();
    let number = number.filter(|number| (0.0..=1.0).contains(number) && *number > 0.0);
    number.ok_or_else(|| "a number above 0, at most 1".to_owned())
}

/// Screens and prints. The settings are asked for only where the installation's lists are.
pub fn run(
    arguments: &ScreenArguments,
    config: impl FnOnce() -> Result<Config, Failure>,
) -> Result<(), Failure> {
    if arguments.show_threshold {
        return printed(writeln!(io::stdout(), "{THRESHOLD}"));
    }
    if let Some(file) = &arguments.pairs {
        return pairs(file);
    }
    let name = arguments.name.as_deref().unwrap_or_default();
    let wanted = arguments.kind.0;
    let bearer = Bearer::new(wanted, Role::Organisation, [name])
        .ok_or_else(|| Failure::Usage("the name has no letters".to_owned()))?;
    let sources = match arguments.lists.is_empty() {
        true => source::in_force(&config()?, wanted)?,
        false => source::files(&arguments.lists, wanted)?,
    };
    let threshold = arguments.threshold.unwrap_or(THRESHOLD);
    let report = report(name, &bearer, threshold, &sources);
    let mut out = io::stdout().lock();
    if arguments.json {
        let written = serde_json::to_writer_pretty(&mut out, &report).map_err(io::Error::from);
        return printed(written.and_then(|()| writeln!(out)));
    }
    printed(text(&mut out, &report))
}

/// Whoever reads on may have seen enough.
fn printed(written: io::Result<()>) -> Result<(), Failure> {
    match written {
        Err(problem) if problem.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::Failed(problem.to_string()))
        }
        _ => Ok(()),
    }
}

fn opened(file: &Path) -> Result<BufReader<File>, Failure> {
    let opened = File::open(file).map(BufReader::new);
    opened.map_err(|problem| Failure::Failed(format!("{}: {problem}", file.display())))
}

fn pairs(file: &Path) -> Result<(), Failure> {
    let score =
        |one: &str, other: &str| compare(&Name::new(one, None), &Name::new(other, None)).score;
    let english = Locale::of(Language::English);
    let told = match scored(opened(file)?, io::stdout().lock(), score) {
        Ok(()) => return Ok(()),
        Err(PairsProblem::Table(row, message)) => {
            format!("row {row}: {}", bare(&english.tell(&message)))
        }
        Err(PairsProblem::Broken(problem)) => match problem.kind() {
            csv::ErrorKind::Io(problem) if problem.kind() == io::ErrorKind::BrokenPipe => {
                return Ok(());
            }
            _ => problem.to_string(),
        },
    };
    Err(Failure::Failed(format!("{}: {told}", file.display())))
}
