//! `evenhand screen`: which entries of watch lists a name could be a spelling of, and how
//! alike pairs of names are. Needs no installation and changes nothing. Says "possible
//! match" and why; what it means is for people to say.

use std::fs::File;
use std::io::{self, BufReader, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::Failure;
use crate::domain::Language;
use crate::domain::names::{Comparison, Index, Kind, Name, THRESHOLD, compare};
use crate::exchange::name_pairs::{PairsProblem, scored};
use crate::exchange::score_report::bare;
use crate::exchange::watch_list::{BadRow, Entry, FileRead, Refusal, WatchLists};
use crate::i18n::Locale;

/// What is screened, against what, and how it is told.
#[derive(clap::Args)]
pub struct ScreenArguments {
    /// Name of a person or an organisation, in any script.
    #[arg(required_unless_present_any = ["pairs", "show_threshold"])]
    name: Option<String>,
    /// Watch list; may be given several times. What a file is, is told by its content.
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

/// Screens and prints.
pub fn run(arguments: &ScreenArguments) -> Result<(), Failure> {
    if arguments.show_threshold {
        return printed(writeln!(io::stdout(), "{THRESHOLD}"));
    }
    if let Some(file) = &arguments.pairs {
        return pairs(file);
    }
    let name = arguments.name.as_deref().unwrap_or_default();
    if !name.chars().any(char::is_alphanumeric) {
        return Err(Failure::Usage("the name has no letters".to_owned()));
    }
    if arguments.lists.is_empty() {
        return Err(Failure::Usage(
            "name a watch list with --list FILE".to_owned(),
        ));
    }
    let (entries, files) = gathered(&arguments.lists)?;
    let report = screened(arguments, name, &entries, files);
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

/// What a file gave.
#[derive(Serialize)]
struct FileReport {
    file: String,
    list: &'static str,
    /// Rows or elements that said something.
    read: u64,
    /// Rows that were passed over, with the reason.
    bad: Vec<(u64, String)>,
}

/// Reads all files; what is wrong in rows is told at once.
fn gathered(files: &[PathBuf]) -> Result<(Vec<Entry>, Vec<FileReport>), Failure> {
    let english = Locale::of(Language::English);
    let mut lists = WatchLists::default();
    let mut reports = Vec::new();
    for file in files {
        let read = lists
            .read(opened(file)?)
            .map_err(|Refusal { row, reason }| {
                let place = row.map_or(String::new(), |row| format!("line {row}: "));
                let reason = bare(&english.tell(&reason));
                Failure::Failed(format!("{}: {place}{reason}", file.display()))
            })?;
        let FileRead {
            format, said, bad, ..
        } = read;
        let told = |BadRow { row, reason }| (row, bare(&english.tell(&reason)));
        let bad: Vec<(u64, String)> = bad.into_iter().map(told).collect();
        for (row, reason) in &bad {
            eprintln!(
                "evenhand: {}: line {row} is passed over: {reason}",
                file.display()
            );
        }
        let file = file.display().to_string();
        reports.push(FileReport {
            file,
            list: format.list(),
            read: said,
            bad,
        });
    }
    let (entries, orphans) = lists.finish();
    if orphans > 0 {
        eprintln!("evenhand: {orphans} names or countries belong to no entry of these files");
    }
    Ok((entries, reports))
}

/// What was found, as JSON has it.
#[derive(Serialize)]
struct Report<'a> {
    name: &'a str,
    threshold: f64,
    files: Vec<FileReport>,
    entries: usize,
    names: usize,
    possible_matches: Vec<Match<'a>>,
}

/// An entry that the name could mean.
#[derive(Serialize)]
struct Match<'a> {
    list: &'a str,
    id: &'a str,
    kind: &'static str,
    /// The name that it is listed under, and the one that is most alike.
    listed_name: &'a str,
    matched_name: &'a str,
    weak_alias: bool,
    score: f64,
    parts: Parts,
    born: &'a [String],
    countries: &'a [String],
    programmes: &'a [String],
}

/// Why the score is what it is.
#[derive(Serialize)]
struct Parts {
    alike: Vec<Alike>,
    only_in_name: Vec<String>,
    only_in_listed: Vec<String>,
}

#[derive(Serialize)]
struct Alike {
    name: String,
    listed: String,
    likeness: f64,
}

impl From<Comparison> for Parts {
    fn from(one: Comparison) -> Self {
        let pairs = one.pairs.into_iter();
        let alike = |pair: crate::domain::names::Pair| Alike {
            name: pair.first,
            listed: pair.second,
            likeness: pair.likeness,
        };
        Self {
            alike: pairs.map(alike).collect(),
            only_in_name: one.only_first,
            only_in_listed: one.only_second,
        }
    }
}

/// The best name of every entry that reaches the threshold.
fn screened<'a>(
    arguments: &ScreenArguments,
    name: &'a str,
    entries: &'a [Entry],
    files: Vec<FileReport>,
) -> Report<'a> {
    let wanted = |entry: &Entry| match arguments.kind.0 {
        None => true,
        Some(kind) => entry.kind == kind,
    };
    let all = entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| wanted(entry));
    let places = all.flat_map(|(at, entry)| (0..entry.names.len()).map(move |nth| (at, nth)));
    let places: Vec<(usize, usize)> = places.collect();
    let names = places.iter().map(|(at, nth)| {
        let entry = &entries[*at];
        Name::new(&entry.names[*nth].text, Some(entry.kind))
    });
    let index = Index::new(names.collect());
    let threshold = arguments.threshold.unwrap_or(THRESHOLD);
    let hits = index.search(&Name::new(name, arguments.kind.0), threshold, |_| true);
    let mut seen = std::collections::HashSet::new();
    let mut possible_matches = Vec::new();
    for hit in hits {
        let (at, nth) = places[hit.name];
        if seen.insert(at) {
            possible_matches.push(found(&entries[at], nth, hit.comparison));
        }
    }
    let (entries, names) = (
        entries.iter().filter(|one| wanted(one)).count(),
        index.len(),
    );
    Report {
        name,
        threshold,
        files,
        entries,
        names,
        possible_matches,
    }
}

fn found(entry: &Entry, nth: usize, comparison: Comparison) -> Match<'_> {
    let matched = &entry.names[nth];
    Match {
        list: entry.list,
        id: &entry.id,
        kind: match entry.kind {
            Kind::Person => "person",
            Kind::Organisation => "organisation",
            Kind::Other => "other",
        },
        listed_name: &entry.names[0].text,
        matched_name: &matched.text,
        weak_alias: matched.weak,
        score: comparison.score,
        parts: comparison.into(),
        born: &entry.born,
        countries: &entry.countries,
        programmes: &entry.programmes,
    }
}

fn text(mut out: impl Write, report: &Report<'_>) -> io::Result<()> {
    let (entries, names) = (report.entries, report.names);
    let count = report.possible_matches.len();
    writeln!(
        out,
        "{entries} entries with {names} names; from a score of {}",
        report.threshold
    )?;
    writeln!(out, "possible matches: {count}")?;
    for one in &report.possible_matches {
        writeln!(
            out,
            "\n{:.4}  {} {} ({}): {}",
            one.score, one.list, one.id, one.kind, one.listed_name
        )?;
        if one.matched_name != one.listed_name {
            let weak = if one.weak_alias { " (weak alias)" } else { "" };
            writeln!(out, "        as {}{weak}", one.matched_name)?;
        }
        for pair in &one.parts.alike {
            writeln!(
                out,
                "        {} ~ {}  {:.3}",
                pair.name, pair.listed, pair.likeness
            )?;
        }
        for (whose, words) in [
            ("name", &one.parts.only_in_name),
            ("list", &one.parts.only_in_listed),
        ] {
            if !words.is_empty() {
                writeln!(out, "        only in the {whose}: {}", words.join(" "))?;
            }
        }
        let facts = [
            ("born", one.born),
            ("countries", one.countries),
            ("programmes", one.programmes),
        ];
        for (what, values) in facts.iter().filter(|(_, values)| !values.is_empty()) {
            writeln!(out, "        {what}: {}", values.join("; "))?;
        }
    }
    writeln!(
        out,
        "\nA possible match is a likeness of names. Compare what else is known before you say more."
    )
}
