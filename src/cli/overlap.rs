//! `evenhand overlap`: what in the support ledger has most in common with a piece of
//! work that a file describes.

use std::io::{self, Write};
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::{Failure, open};
use crate::actions::overlap::{Alike, find};
use crate::config::Config;
use crate::domain::ledger::Period;
use crate::domain::moment::Day;
use crate::domain::overlap::{SameBy, Work};
use crate::policy::Reach;
use crate::store::{Reader, StoreError};

/// What is looked for, and how it is told.
#[derive(clap::Args)]
pub struct OverlapArguments {
    /// JSON: `{"organisation", "identifiers": [], "title", "description", "start", "end"}`,
    /// days as 2026-03-09; only the organisation or the title is needed.
    file: PathBuf,
    /// How many entries are listed.
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u8).range(1..=100))]
    top: u8,
    /// Write JSON instead of text.
    #[arg(long)]
    json: bool,
}

/// The file.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Described {
    organisation: Option<String>,
    identifiers: Vec<String>,
    title: Option<String>,
    description: Option<String>,
    start: Option<String>,
    end: Option<String>,
}

#[derive(Serialize)]
struct Line {
    grant_id: String,
    score: f64,
    kind: &'static str,
    funder: String,
    recipient: String,
    title: String,
    parts: Parts,
}

/// Likenesses from 0 to 1, with what they rest on.
#[derive(Serialize)]
struct Parts {
    organisation: f64,
    organisation_by: &'static str,
    period: Option<f64>,
    months_shared: Option<i64>,
    months: Option<i64>,
    purpose: f64,
    shared_words: Vec<String>,
    people: Vec<String>,
    budget_lines: f64,
}

/// Looks and prints.
pub fn run(config: &Config, arguments: &OverlapArguments) -> Result<(), Failure> {
    let work = described(arguments)?;
    let database = open::current(config)?;
    let top = usize::from(arguments.top);
    let look = |reader: &mut Reader| find(reader, Reach::operator(), (&work, None), top);
    let found = database.read::<_, StoreError>(look)?;
    let lines: Vec<Line> = found.into_iter().map(line).collect();
    let mut out = io::stdout().lock();
    let written = match arguments.json {
        true => serde_json::to_writer_pretty(&mut out, &lines)
            .map_err(io::Error::from)
            .and_then(|()| writeln!(out)),
        false => text(&mut out, &lines),
    };
    written.map_err(|problem| Failure::Failed(problem.to_string()))
}

fn described(arguments: &OverlapArguments) -> Result<Work, Failure> {
    let place = arguments.file.display();
    let wrong = |problem: String| Failure::Failed(format!("{place}: {problem}"));
    let text = std::fs::read_to_string(&arguments.file).map_err(|e| wrong(e.to_string()))?;
    let text = text.trim_start_matches('\u{FEFF}');
    let one: Described = serde_json::from_str(text).map_err(|e| wrong(e.to_string()))?;
    let day = |name: &str, text: Option<String>| match text.as_deref().map(str::trim) {
        None | Some("") => Ok(None),
        Some(text) => Day::parse(text)
            .map(Some)
            .map_err(|_| wrong(format!("{name} is no day such as 2026-03-09: {text:?}"))),
    };
    let (start, end) = (day("start", one.start)?, day("end", one.end)?);
    let period = match (start, end) {
        (Some(start), Some(end)) => {
            Some(Period::new(start, end).ok_or_else(|| wrong("end lies before start".to_owned()))?)
        }
        _ => None,
    };
    let filled = |text: Option<String>| text.unwrap_or_default().trim().to_owned();
    let (name, title) = (filled(one.organisation), filled(one.title));
    if name.is_empty() && title.is_empty() {
        return Err(wrong("name an organisation or a title".to_owned()));
    }
    Ok(Work {
        names: Some(name)
            .filter(|name| !name.is_empty())
            .into_iter()
            .collect(),
        identifiers: one.identifiers,
        title,
        description: filled(one.description),
        period,
        ..Work::default()
    })
}

/// Four digits behind the point are more than anybody can use.
fn short(number: f64) -> f64 {
    (number * 10_000.0).round() / 10_000.0
}

fn line(one: Alike) -> Line {
    let Alike { entry, overlap } = one;
    Line {
        kind: entry.kind.code(),
        grant_id: entry.grant.grant_id,
        funder: entry.grant.funder.name,
        recipient: entry.grant.recipient.name,
        title: entry.grant.title,
        score: short(overlap.score),
        parts: Parts {
            organisation: short(overlap.organisation),
            organisation_by: match overlap.same_by {
                SameBy::Identifier => "identifier",
                SameBy::Name => "name",
                SameBy::OtherNumber => "other_number",
            },
            period: overlap.period.map(short),
            months_shared: overlap.months.map(|(shared, _)| shared),
            months: overlap.months.map(|(_, all)| all),
            purpose: short(overlap.purpose),
            shared_words: overlap.shared_words,
            people: overlap.people,
            budget_lines: short(overlap.lines),
        },
    }
}

fn text(out: &mut impl Write, lines: &[Line]) -> io::Result<()> {
    if lines.is_empty() {
        return writeln!(out, "nothing in the ledger has anything in common with it");
    }
    for line in lines {
        let Line {
            score,
            grant_id,
            funder,
            recipient,
            title,
            parts,
            ..
        } = line;
        writeln!(
            out,
            "{score:.2} {grant_id}  {funder} to {recipient}: {title}"
        )?;
        let period = match (parts.months_shared, parts.months) {
            (Some(shared), Some(all)) => format!("{shared} of {all} months"),
            _ => "period not known".to_owned(),
        };
        let (organisation, by) = (parts.organisation, parts.organisation_by);
        let (purpose, words) = (parts.purpose, parts.shared_words.join(" "));
        writeln!(
            out,
            "     organisation {organisation:.2} by {by}, {period}, purpose {purpose:.2} ({words})"
        )?;
    }
    Ok(())
}
