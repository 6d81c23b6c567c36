//! `evenhand draw`: the order of a draw of lots from its seed and references, and whether
//! the seed is the one that was committed to. Needs no installation and changes nothing.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use super::Failure;
use crate::domain::lots::{Seed, draw};

/// What is drawn among, with which seed.
#[derive(clap::Args)]
pub struct DrawArguments {
    /// The revealed seed: 64 hexadecimal digits.
    #[arg(long, value_parser = seed)]
    seed: Seed,
    /// The commitment that was published beforehand, to hold the seed against.
    #[arg(long, value_name = "HASH")]
    commitment: Option<String>,
    /// File with one reference a line.
    #[arg(
        long = "references",
        value_name = "FILE",
        required_unless_present = "reference"
    )]
    file: Option<PathBuf>,
    /// References, in any order.
    reference: Vec<String>,
}

fn seed(text: &str) -> Result<Seed, String> {
    Seed::parse(text).ok_or_else(|| "a seed has 64 hexadecimal digits".to_owned())
}

/// Draws and prints one reference a line with its lot; a seed that was not committed to
/// fails before anything is drawn.
pub fn run(arguments: &DrawArguments) -> Result<(), Failure> {
    let commitment = arguments.seed.commitment();
    if let Some(given) = &arguments.commitment
        && !given.trim().eq_ignore_ascii_case(&commitment)
    {
        let told = format!("the seed is not the one committed to: its SHA-256 is {commitment}");
        return Err(Failure::Failed(told));
    }
    let mut references = arguments.reference.clone();
    if let Some(file) = &arguments.file {
        let read = fs::read_to_string(file);
        let read = read.map_err(|e| Failure::Failed(format!("{}: {e}", file.display())))?;
        references.extend(read.lines().map(|line| line.trim().to_owned()));
    }
    references.retain(|one| !one.is_empty());
    if references.is_empty() {
        return Err(Failure::Usage("name references to draw among".to_owned()));
    }
    let order = draw(&arguments.seed, &references);
    let mut out = io::stdout().lock();
    let written = order
        .iter()
        .enumerate()
        .try_for_each(|(at, (reference, lot))| writeln!(out, "{}\t{reference}\t{lot}", at + 1));
    match written {
        Err(e) if e.kind() != io::ErrorKind::BrokenPipe => Err(Failure::Failed(e.to_string())),
        _ => Ok(()),
    }
}
