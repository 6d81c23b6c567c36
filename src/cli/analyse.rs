//! `evenhand analyse`: agreement, adjusted scores and expected ranks of a score
//! table from a spreadsheet. Needs no installation and changes nothing.

use std::io::{self, Write};
use std::path::PathBuf;

use super::Failure;
use crate::domain::Language;
use crate::domain::statistics::{Best, Question, Scale, analysis};
use crate::exchange::score_report::{ScoreReport, bare, report};
use crate::exchange::score_table::{ScoreTable, read};
use crate::exchange::table::{Findings, Wrong};
use crate::i18n::Locale;

/// Which table, and how it is to be read.
#[derive(clap::Args)]
pub struct AnalyseArguments {
    /// CSV with the columns application, reviewer, score, and perhaps criterion and weight.
    file: PathBuf,
    /// Write JSON instead of a table.
    #[arg(long)]
    json: bool,
    /// `interval` when steps between points are equal, `ordinal` when only their order counts.
    #[arg(long, value_parser = scale, default_value = "interval")]
    scale: Scale,
    /// Which end is the better one: `high` or `low`.
    #[arg(long, value_parser = best, default_value = "high")]
    best: Best,
    /// Lowest and highest point, as `1-9`; scores outside are refused.
    #[arg(long, value_name = "LOW-HIGH", value_parser = points)]
    points: Option<(f64, f64)>,
    /// Of the random draws: the same table and seed give the same answer.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

fn scale(text: &str) -> Result<Scale, String> {
    match text {
        "interval" => Ok(Scale::Interval),
        "ordinal" => Ok(Scale::Ordinal),
        _ => Err("it is interval or ordinal".to_owned()),
    }
}

fn best(text: &str) -> Result<Best, String> {
    match text {
        "high" => Ok(Best::High),
        "low" => Ok(Best::Low),
        _ => Err("it is high or low".to_owned()),
    }
}

fn points(text: &str) -> Result<(f64, f64), String> {
    let number = |text: &str| {
        text.trim()
            .parse::<f64>()
            .ok()
            .filter(|one| one.is_finite())
    };
    // A minus may stand before the first number too.
    let at = text
        .char_indices()
        .skip(1)
        .find(|(_, c)| *c == '-')
        .map(|(at, _)| at);
    let pair = at.and_then(|at| Some((number(&text[..at])?, number(&text[at + 1..])?)));
    pair.filter(|(low, high)| low < high)
        .ok_or_else(|| "two numbers as in 1-9, the lower first".to_owned())
}

/// Analyses and prints.
pub fn run(arguments: &AnalyseArguments) -> Result<(), Failure> {
    let failed = |problem: &dyn std::fmt::Display| {
        Failure::Failed(format!("{}: {problem}", arguments.file.display()))
    };
    let bytes = std::fs::read(&arguments.file).map_err(|problem| failed(&problem))?;
    let scores = read(&bytes, arguments.points)
        .map_err(|problems| failed(&refusal(arguments, &problems)))?;
    drop(bytes);
    let question = Question {
        best: arguments.best,
        scale: arguments.scale,
        width: arguments.points.map(|(low, high)| high - low),
        seed: arguments.seed,
        draws: None,
    };
    let analysis = analysis(&scores.table, &question);
    let report = report(&scores, &analysis);
    let out = io::stdout().lock();
    let written = if arguments.json {
        json(out, &report)
    } else {
        text(out, arguments, &scores, &report)
    };
    match written {
        // Whoever reads on may have seen enough.
        Err(problem) if problem.kind() != io::ErrorKind::BrokenPipe => Err(failed(&problem)),
        _ => Ok(()),
    }
}

/// Tells each problem on a line of its own, and gives what to say in the end.
fn refusal(arguments: &AnalyseArguments, problems: &Findings) -> String {
    let english = Locale::of(Language::English);
    let told = |one: &Wrong| {
        let reason = bare(&english.tell(&one.message));
        if one.column.is_empty() {
            format!("row {}: {reason}", one.row)
        } else {
            format!("row {}, column {}: {reason}", one.row, one.column)
        }
    };
    if let (1, Some(only)) = (problems.count(), problems.listed().next()) {
        return told(only);
    }
    for one in problems.listed() {
        eprintln!("evenhand: {}: {}", arguments.file.display(), told(one));
    }
    let more = match problems.more() {
        0 => String::new(),
        more => format!(" ({more} of them not listed)"),
    };
    format!("{} problems{more}; nothing was analysed", problems.count())
}

fn json(mut out: impl Write, report: &ScoreReport) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut out, report)?;
    writeln!(out)
}

fn text(
    mut out: impl Write,
    arguments: &AnalyseArguments,
    scores: &ScoreTable,
    report: &ScoreReport,
) -> io::Result<()> {
    writeln!(
        out,
        "{} of {} by {}\n",
        counted(scores.table.ratings().len(), "review"),
        counted(scores.applications.len(), "application"),
        counted(scores.reviewers.len(), "reviewer"),
    )?;
    applications_table(&mut out, report)?;
    if arguments.scale == Scale::Ordinal {
        writeln!(
            out,
            "adjusted is a ridit: 0.70 is better than 70 % of all scores given (or worse, with --best low)"
        )?;
    }
    writeln!(
        out,
        "rank: the true rank lies in the interval with a probability of 90 %"
    )?;
    writeln!(
        out,
        "band: applications in the same band cannot be told apart from its first\n"
    )?;
    reviewers_table(&mut out, report)?;
    writeln!(
        out,
        "severity: + is stricter, - is kinder than the others, in points\n"
    )?;
    agreement_lines(&mut out, report)?;
    if !report.disagreements.is_empty() {
        writeln!(
            out,
            "\nto talk about: reviewers three fifths of the scale apart, or 1.5 times as far as usual"
        )?;
        for one in &report.disagreements {
            writeln!(
                out,
                "  {}  range {:.2}, sd {:.2} (usual {:.2})",
                one.application, one.range, one.sd, one.pooled_sd
            )?;
        }
    }
    if !report.notes.is_empty() {
        writeln!(out, "\nnotes")?;
    }
    for note in &report.notes {
        writeln!(out, "  {}", note.text)?;
        if !note.applications.is_empty() {
            writeln!(out, "    {}", note.applications.join(", "))?;
        }
    }
    writeln!(out, "\nseed {}", report.seed)
}

fn counted(n: usize, what: &str) -> String {
    match n {
        1 => format!("1 {what}"),
        n => format!("{n} {what}s"),
    }
}

fn applications_table(mut out: impl Write, report: &ScoreReport) -> io::Result<()> {
    let names = report.applications.iter().map(|one| one.application);
    let wide = width("application", names);
    writeln!(
        out,
        "{:wide$}  {:>3} {:>8} {:>7} {:>9} {:>7} {:>8} {:>11} {:>6} {:>4}",
        "application", "n", "mean", "sd", "adjusted", "se", "rank", "interval", "pcer", "band"
    )?;
    for one in &report.applications {
        let interval = match (one.rank_low, one.rank_high) {
            (Some(low), Some(high)) => format!("{low}-{high}"),
            _ => "-".to_owned(),
        };
        let band = one.band.map_or("-".to_owned(), |band| band.to_string());
        writeln!(
            out,
            "{}  {:>3} {:>8} {:>7} {:>9} {:>7} {:>8} {interval:>11} {:>6} {band:>4}",
            padded(one.application, wide),
            one.n,
            cell(one.mean),
            cell(one.sd),
            cell(one.adjusted),
            cell(one.se),
            cell(one.expected_rank),
            cell(one.pcer.map(|pcer| pcer.max(0.0))),
        )?;
    }
    Ok(())
}

fn reviewers_table(mut out: impl Write, report: &ScoreReport) -> io::Result<()> {
    let wide = width("reviewer", report.reviewers.iter().map(|one| one.reviewer));
    writeln!(
        out,
        "{:wide$}  {:>5} {:>8} {:>9} {:>7}",
        "reviewer", "n", "mean", "severity", "se"
    )?;
    for one in &report.reviewers {
        let severity = one.severity.map_or("-".to_owned(), signed);
        let name = padded(one.reviewer, wide);
        let (mean, se) = (cell(one.mean), cell(one.se));
        writeln!(out, "{name}  {:>5} {mean:>8} {severity:>9} {se:>7}", one.n)?;
    }
    Ok(())
}

/// With a sign, unless nothing is left of it.
fn signed(value: f64) -> String {
    if value.abs() < 0.005 {
        "0.00".to_owned()
    } else {
        format!("{value:+.2}")
    }
}

fn agreement_lines(mut out: impl Write, report: &ScoreReport) -> io::Result<()> {
    let (agreement, variance) = (&report.agreement, &report.variance);
    writeln!(
        out,
        "Krippendorff's alpha: nominal {}, ordinal {}, interval {}, ratio {}",
        three(agreement.alpha_nominal),
        three(agreement.alpha_ordinal),
        three(agreement.alpha_interval),
        three(agreement.alpha_ratio),
    )?;
    writeln!(
        out,
        "ICC: one review {}, mean of {} reviews {}",
        three(agreement.icc1),
        cell(agreement.k),
        three(agreement.icck),
    )?;
    writeln!(
        out,
        "variance: applications {}, reviewers {}, rest {}",
        three(variance.application),
        three(variance.reviewer),
        three(variance.residual),
    )
}

fn cell(number: Option<f64>) -> String {
    number.map_or("-".to_owned(), |number| format!("{number:.2}"))
}

fn three(number: Option<f64>) -> String {
    number.map_or("-".to_owned(), |number| format!("{number:.3}"))
}

/// Characters of the widest name.
fn width<'a>(head: &str, names: impl Iterator<Item = &'a str>) -> usize {
    let longest = names.map(|name| name.chars().count()).max().unwrap_or(0);
    longest.clamp(head.len(), 40)
}

/// A name cut or filled to a width.
fn padded(name: &str, wide: usize) -> String {
    let cut: String = name.chars().take(wide).collect();
    format!("{cut:wide$}")
}
