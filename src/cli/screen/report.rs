//! What a name was found to be like, for programs and for people.

use std::io::{self, Write};

use serde::Serialize;

use super::source::{FileReport, Sources, VersionReport};
use crate::domain::list_screening::{Bearer, Match as Likeness};
use crate::domain::names::{Comparison, Kind, Pair};

/// What was found, as JSON has it.
#[derive(Serialize)]
pub struct Report<'a> {
    name: &'a str,
    threshold: f64,
    /// Files that were named.
    files: &'a [FileReport],
    /// Or the versions that are in force.
    lists: &'a [VersionReport],
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
        let alike = |pair: Pair| Alike {
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

/// Asks every list; the best name of each entry that reaches the threshold, best first.
pub fn report<'a>(
    name: &'a str,
    bearer: &Bearer,
    threshold: f64,
    sources: &'a Sources,
) -> Report<'a> {
    let asked = sources.desks.iter().flat_map(|(list, desk)| {
        let hits = desk.search(bearer, threshold).into_iter();
        hits.filter_map(move |hit| found(list, hit))
    });
    let mut possible_matches: Vec<Match> = asked.collect();
    possible_matches.sort_by(|one, other| other.score.total_cmp(&one.score));
    Report {
        name,
        threshold,
        files: &sources.files,
        lists: &sources.versions,
        entries: sources.desks.iter().map(|(_, desk)| desk.entries()).sum(),
        names: sources.desks.iter().map(|(_, desk)| desk.names()).sum(),
        possible_matches,
    }
}

fn found<'a>(list: &'a str, hit: Likeness<'a>) -> Option<Match<'a>> {
    let record = hit.record;
    let (first, matched) = (record.names.first()?, record.names.get(hit.name)?);
    Some(Match {
        list,
        id: &record.number,
        kind: match record.kind {
            Kind::Person => "person",
            Kind::Organisation => "organisation",
            Kind::Other => "other",
        },
        listed_name: &first.text,
        matched_name: &matched.text,
        weak_alias: matched.weak,
        score: hit.comparison.score,
        parts: hit.comparison.into(),
        born: &record.born,
        countries: &record.countries,
        programmes: &record.programmes,
    })
}

/// Writes it for people.
pub fn text(mut out: impl Write, report: &Report<'_>) -> io::Result<()> {
    let (entries, names) = (report.entries, report.names);
    let count = report.possible_matches.len();
    for one in report.lists {
        writeln!(
            out,
            "{} of {}, loaded {}: {} entries with {} names",
            one.list, one.dated, one.loaded, one.entries, one.names
        )?;
    }
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
