//! `evenhand watch-list load` puts the files of a watch list in force, `watch-list screen`
//! screens every organisation against what is: both in the name of an admin.

mod kept;

use std::fs::File;
use std::io::{self, BufReader, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use super::import::admin;
use super::serve::stamp;
use super::{Failure, open};
use crate::actions::Refusal;
use crate::actions::list_screening::{self, Loaded, SourceFiles};
use crate::config::Config;
use crate::domain::Language;
use crate::domain::list_screening::{Purpose, Record};
use crate::domain::moment::Day;
use crate::exchange::score_report::bare;
use crate::exchange::watch_list::{
    BadRow, ReadVersion, VersionRefusal, digest_of_version, read_version,
};
use crate::files::{Aside, Packed, Packing, Storage};
use crate::i18n::Locale;
use crate::policy::{Actor, Reach};
use crate::store::{Database, Reader, Stamp, Tx, list_screening as store};

/// What can be done with watch lists.
#[derive(clap::Subcommand)]
pub enum WatchListCommand {
    /// Read the files of a list and put it in force in place of the former version.
    Load(LoadArguments),
    /// Screen every organisation that has an application that stands against the lists
    /// that count for it, and keep what is found.
    Screen {
        /// Address of the admin in whose name it is done.
        #[arg(long, value_name = "EMAIL")]
        by: String,
    },
    /// Print every version that was loaded, latest first.
    Versions,
    /// Bring the files of a version back as they came.
    Fetch(kept::FetchArguments),
}

/// Which files become the version of which list.
#[derive(clap::Args)]
pub struct LoadArguments {
    /// All files of the version; what each is, is told by its content.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The list's name here: small letters, digits, hyphens, underscores.
    #[arg(long, value_name = "CODE")]
    list: String,
    /// Address of the admin in whose name it is done.
    #[arg(long, value_name = "EMAIL")]
    by: String,
    /// The list's own day, where its files do not tell: `2026-03-09`.
    #[arg(long, value_name = "DAY", value_parser = day)]
    dated: Option<Day>,
    /// That the list lost more than a tenth of the entries of the former version is no mistake.
    #[arg(long)]
    fewer: bool,
    /// Read and check everything and change nothing.
    #[arg(long)]
    dry_run: bool,
}

fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).map_err(|_| "a day is written 2026-03-09".to_owned())
}

/// Runs the command.
pub fn run(config: &Config, command: &WatchListCommand) -> Result<(), Failure> {
    match command {
        WatchListCommand::Load(arguments) => load(config, arguments),
        WatchListCommand::Screen { by } => screen(config, by),
        WatchListCommand::Versions => kept::versions(config),
        WatchListCommand::Fetch(arguments) => kept::fetch(config, arguments),
    }
}

fn load(config: &Config, arguments: &LoadArguments) -> Result<(), Failure> {
    let database = open::current(config)?;
    let actor = admin(&database, &arguments.by)?;
    let storage = config.storage();
    let (read, packed) = read(arguments, &storage)?;
    let version = &read.version;
    let (entries, names) = (version.entries, version.names);
    let told = format!(
        "{} of {}: {entries} entries with {names} names, {} rows passed over",
        arguments.list,
        version.dated.iso(),
        version.passed_over
    );
    let (list, stamp) = (
        (arguments.list.as_str(), arguments.fewer),
        signed(&actor, "lists"),
    );
    let now = stamp.now;
    let check = |reader: &mut Reader| list_screening::check(reader, list, version, now);
    // What is refused is refused before anything is kept.
    let fresh = database.read(check).map_err(refused)?;
    if arguments.dry_run {
        match fresh {
            true => println!("{told}; could be loaded, nothing was changed"),
            false => println!("{told}; the same is in force, nothing was changed"),
        }
        return Ok(());
    }
    let files = keep(&database, &storage, packed)?;
    let records: Vec<Record> = read.entries.into_iter().map(Record::from).collect();
    let load = |tx: &mut Tx| list_screening::load(tx, &actor, list, (version, &records), &files);
    match database.write(stamp, load).map_err(refused)? {
        Loaded::Same => println!("{told}; the same is in force, nothing was changed"),
        Loaded::Kept => println!("{told}; the same is in force, its files are kept now"),
        Loaded::New(_) => println!("{told}; in force now"),
    }
    Ok(())
}

/// Reads all files, telling each row that is passed over, and packs them where they are
/// to be kept.
fn read(
    arguments: &LoadArguments,
    storage: &Storage,
) -> Result<(ReadVersion, Vec<(String, Packed)>), Failure> {
    let mut packings: Vec<Packing> = Vec::new();
    if !arguments.dry_run {
        for _ in &arguments.files {
            packings.push(storage.pack().map_err(unkept)?);
        }
    }
    let read = {
        let mut asides = packings.iter_mut();
        let files = arguments.files.iter().map(|path| {
            let packing = asides.next();
            let opened = File::open(path).map(|input| BufReader::new(Aside { input, packing }));
            (path.display().to_string(), opened)
        });
        read_version(files, arguments.dated).map_err(unread)?
    };
    tell(&read);
    let mut packed = Vec::new();
    for (path, packing) in arguments.files.iter().zip(packings) {
        packed.push((name(path), packing.finish().map_err(unkept)?));
    }
    let digests: Vec<String> = packed
        .iter()
        .map(|(_, one)| one.sha256().to_owned())
        .collect();
    if !packed.is_empty() && digest_of_version(digests) != read.version.digest {
        let changed = "a file was not read to its end; nothing was changed";
        return Err(Failure::Failed(changed.to_owned()));
    }
    Ok((read, packed))
}

/// What a file is called, without its folder.
fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn unread(VersionRefusal { file, refusal }: VersionRefusal) -> Failure {
    let place = refusal
        .row
        .map_or(String::new(), |row| format!("line {row}: "));
    let reason = bare(&Locale::of(Language::English).tell(&refusal.reason));
    Failure::Failed(format!("{file}: {place}{reason} Nothing was changed."))
}

/// Tells what was passed over.
fn tell(read: &ReadVersion) {
    let english = Locale::of(Language::English);
    for file in &read.files {
        for BadRow { row, reason } in &file.bad {
            let reason = bare(&english.tell(reason));
            let name = &file.name;
            eprintln!("evenhand: {name}: line {row} is passed over: {reason}");
        }
    }
    if read.orphans > 0 {
        let orphans = read.orphans;
        eprintln!("evenhand: {orphans} names or countries belong to no entry of these files");
    }
}

/// Keeps the files of a version that are not kept yet. Where the version then does not
/// come into force, they are swept as any file without a row.
fn keep(
    database: &Database,
    storage: &Storage,
    packed: Vec<(String, Packed)>,
) -> Result<SourceFiles, Failure> {
    let digests: Vec<String> = packed
        .iter()
        .map(|(_, one)| one.sha256().to_owned())
        .collect();
    let kept = database.read(|reader| store::kept_contents(reader, &digests))?;
    SourceFiles::keep(storage, packed, kept).map_err(unkept)
}

fn unkept(problem: io::Error) -> Failure {
    Failure::Failed(format!(
        "the files can’t be kept, nothing was changed: {problem}"
    ))
}

/// Organisations that are compared before anything is kept.
const BATCH: usize = 100;

fn screen(config: &Config, by: &str) -> Result<(), Failure> {
    let database = open::current(config)?;
    let actor = admin(&database, by)?;
    let reach = Reach::staff(&actor);
    let ids = database.read(|reader| store::organisations(reader, reach, None))?;
    let begun = Instant::now();
    let (mut names, mut hits, mut screened) = (0, 0, 0);
    for batch in ids.chunks(BATCH) {
        let prepared = database.read(|reader| list_screening::prepare(reader, batch))?;
        names += prepared.iter().map(|one| one.names()).sum::<usize>();
        hits += prepared.iter().map(|one| one.hits()).sum::<usize>();
        let keep = |tx: &mut Tx| list_screening::keep(tx, &actor, Purpose::Screening, &prepared);
        let kept = database.write(signed(&actor, "lists"), keep);
        screened += kept.map_err(refused)?;
        progress(screened, ids.len());
    }
    if std::io::stderr().is_terminal() {
        eprintln!();
    }
    let spent = begun.elapsed();
    println!("{screened} organisations with {names} names screened, {hits} hits, in {spent:.1?}");
    if screened < ids.len() {
        let without = ids.len() - screened;
        println!(
            "{without} organisations are in programmes for which no loaded list counts, \
             or their names went with a lost key"
        );
    }
    Ok(())
}

/// One line that grows, where somebody looks.
fn progress(done: usize, all: usize) {
    const WIDTH: usize = 40;
    let mut out = std::io::stderr();
    if out.is_terminal() {
        let drawn = (done * WIDTH).checked_div(all).unwrap_or(WIDTH);
        let bar: String = (0..WIDTH)
            .map(|at| if at < drawn { '#' } else { '.' })
            .collect();
        // Whoever looks away misses nothing.
        let _ = write!(out, "\r{bar} {done} of {all}");
        let _ = out.flush();
    }
}

fn signed(actor: &Actor, command: &str) -> Stamp {
    let mut stamp = stamp(command);
    stamp.actor = Some(actor.id);
    stamp
}

/// Why nothing was done, in words.
fn refused(refusal: Refusal) -> Failure {
    let english = Locale::of(Language::English);
    let words = match refusal {
        Refusal::Store(error) => return error.into(),
        Refusal::Denied(message) | Refusal::Stale(message) => bare(&english.tell(&message)),
        Refusal::Invalid(problems) => {
            let told = problems
                .0
                .iter()
                .map(|one| bare(&english.tell(&one.message)));
            told.collect::<Vec<_>>().join("; ")
        }
        Refusal::NotFound => "something is no longer there".to_owned(),
    };
    Failure::Failed(format!("nothing was changed: {words}"))
}
