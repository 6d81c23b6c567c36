//! Looking for overlaps: how fast a file of grants is loaded, how often the grant that
//! an application was made from is among the first ten, how long a search takes, and how
//! that grows. Prints, asserts nothing. `cargo bench --bench overlap`; sizes by
//! `OVERLAP_GRANTS` (10000,200000 without; 10000,1000000 for growth); on SQLite, and on
//! PostgreSQL too when `EVENHAND_TEST_DATABASE` names an administration database. With
//! `OVERLAP_PROGRESS` each tenth of a load is told with its time and the peak of memory. The
//! files of `../shared/data/prior_grants` are read first, each with what is wrong in it, and
//! go along where they are present, with what is usable.

mod made;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use evenhand::actions::{import_ledger, overlap};
use evenhand::clock::Clock;
use evenhand::domain::overlap::Work;
use evenhand::exchange::table::Wrong;
use evenhand::policy::Reach;
use evenhand::policy::ledger::MayKeepLedger;
use evenhand::store::{Database, DatabaseUrl, Reader, Stamp, StoreError, migrate};
use made::{Made, below, grant, paraphrased};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

const CASES: usize = 500;
const TOP: usize = 10;

fn main() {
    real().iter().for_each(|file| told(file));
    let sizes = std::env::var("OVERLAP_GRANTS").unwrap_or_else(|_| "10000,200000".to_owned());
    let sizes = sizes.split(',').filter_map(|size| size.trim().parse().ok());
    let sizes: Vec<usize> = sizes.collect();
    let admin = std::env::var("EVENHAND_TEST_DATABASE").ok();
    grown("SQLite", &all(None, &sizes));
    match admin {
        Some(admin) => grown("PostgreSQL", &all(Some(&admin), &sizes)),
        None => println!("\nPostgreSQL is not measured: EVENHAND_TEST_DATABASE is not set"),
    }
}

/// Measures every size in a database of its own; the middle time of a search of each.
fn all(admin: Option<&str>, sizes: &[usize]) -> Vec<(usize, Duration)> {
    let one = |size: &usize| {
        let engine = admin.map_or("SQLite", |_| "PostgreSQL");
        println!("\n{engine}, {size} grants that are made up");
        let folder = tempfile::tempdir().expect("a folder");
        let (url, dropped) = place(folder.path(), admin);
        let middle = measure(folder.path(), &url, *size);
        drop(dropped);
        (*size, middle)
    };
    sizes.iter().map(one).collect()
}

/// Tells how the time of a search grew with the ledger.
fn grown(engine: &str, measured: &[(usize, Duration)]) {
    if let [(few, fast), .., (many, slow)] = measured {
        println!(
            "{engine}, from {few} to {many} grants, {:.1} times as many: p50 {fast:.1?} to \
             {slow:.1?}, {:.2} times as long",
            *many as f64 / *few as f64,
            slow.as_secs_f64() / fast.as_secs_f64()
        );
    }
}

/// A database that is dropped at the end.
struct Dropped(String, String);

impl Drop for Dropped {
    fn drop(&mut self) {
        if let Ok(mut admin) = PgConnection::establish(&self.0) {
            let words = format!("DROP DATABASE {} WITH (FORCE)", self.1);
            let _ = admin.batch_execute(&words);
        }
    }
}

fn place(folder: &Path, admin: Option<&str>) -> (DatabaseUrl, Option<Dropped>) {
    let Some(admin) = admin else {
        return (DatabaseUrl::in_folder(folder), None);
    };
    let name = format!("overlap_{}", std::process::id());
    let mut connection = PgConnection::establish(admin).expect("PostgreSQL answers");
    let drop_first = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    connection.batch_execute(&drop_first).expect("no leftovers");
    let create = format!("CREATE DATABASE {name}");
    connection.batch_execute(&create).expect("a database");
    let (server, _) = admin.rsplit_once('/').expect("a name in the address");
    let url = DatabaseUrl::parse(&format!("{server}/{name}")).expect("an address");
    (url, Some(Dropped(admin.to_owned(), name)))
}

fn measure(folder: &Path, url: &DatabaseUrl, size: usize) -> Duration {
    let database = Database::open(url, 2).expect("the database opens");
    migrate(&database).expect("migrations run");
    let mut random = ChaCha8Rng::seed_from_u64(7);
    let file = folder.join("made.csv");
    let made = write(&file, &mut random, size);
    let begun = Instant::now();
    load(&database, &file);
    let took = begun.elapsed();
    let rate = size as f64 / took.as_secs_f64();
    println!("  loaded in {took:.1?} ({rate:.0} a second)");
    for real in real() {
        let loaded = load(&database, &real);
        let name = real.file_name().unwrap_or_default().to_string_lossy();
        println!("  {name}: {} grants of it in the ledger", loaded.new);
    }
    let middle = search(&database, &mut random, &made);
    println!("  peak memory so far: {}", peak());
    middle
}

fn write(file: &Path, random: &mut ChaCha8Rng, size: usize) -> Vec<Made> {
    let mut out = BufWriter::new(File::create(file).expect("a file"));
    writeln!(
        out,
        "Identifier,Title,Description,Currency,Amount Awarded,Award Date,Recipient Org:Name,\
         Funding Org:Name,Planned Dates:Start Date,Planned Dates:Duration (months)"
    )
    .expect("the disk writes");
    let step = (size / CASES).max(1);
    let mut kept = Vec::new();
    for number in 0..size {
        let one = grant(random, number);
        let start = one.start.iso();
        writeln!(
            out,
            "{},{},\"{}\",USD,{},{start},{},Made Fund,{start},{}",
            one.id,
            one.title,
            one.description,
            1_000 + below(random, 50_000),
            one.name[0],
            one.months
        )
        .expect("the disk writes");
        if number % step == 0 && kept.len() < CASES {
            kept.push(one);
        }
    }
    out.flush().expect("the disk writes");
    kept
}

fn real() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/prior_grants");
    let files = [
        "covid_2020-04-29_26_funders.json",
        "hr_il_ps_360giving.json",
        "baring_2016_invalid_dates.json",
    ];
    let files = files.map(|file| folder.join(file)).into_iter();
    files.filter(|file| file.exists()).collect()
}

/// What a file comes to when it is only checked, and its findings by kind.
fn told(file: &Path) {
    let (mut kinds, begun) = (BTreeMap::<String, Vec<usize>>::new(), Instant::now());
    let note = |wrong: &Wrong| {
        let kind = format!("{} {}", wrong.column, wrong.message.key);
        kinds.entry(kind).or_default().push(wrong.row);
    };
    let read = import_ledger::check(file, |_| {}, note);
    let read = read.unwrap_or_else(|problem| panic!("{}: {problem:?}", file.display()));
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    println!(
        "{name}: {} grants, {} to people, {} passed over, {} findings, in {:.1?}",
        read.grants,
        read.to_people,
        read.passed_over,
        read.findings.count(),
        begun.elapsed()
    );
    for (kind, rows) in kinds {
        println!("  {kind}: {} times, in rows {rows:?}", rows.len());
    }
}

/// Tells each tenth of a load, where that is wanted.
struct Progress {
    bytes: u64,
    tenth: u64,
    begun: Instant,
    wanted: bool,
}

impl Progress {
    fn of(file: &Path) -> Self {
        Self {
            bytes: std::fs::metadata(file).map_or(0, |file| file.len()),
            tenth: 0,
            begun: Instant::now(),
            wanted: std::env::var_os("OVERLAP_PROGRESS").is_some(),
        }
    }

    fn hear(&mut self, at: u64) {
        let tenth = 10 * at / self.bytes.max(1);
        if self.wanted && tenth > self.tenth {
            self.tenth = tenth;
            println!(
                "  {at} of {} bytes in {:.1?}, peak memory {}",
                self.bytes,
                self.begun.elapsed(),
                peak()
            );
        }
    }
}

fn load(database: &Database, file: &Path) -> import_ledger::Loaded {
    let stamp = Stamp {
        now: Clock::Machine.now(),
        actor: None,
        request: "bench".to_owned(),
    };
    let may = MayKeepLedger::program();
    let mut progress = Progress::of(file);
    let hear = |at| progress.hear(at);
    let loaded = import_ledger::load(database, (&stamp, &may), (file, "bench"), hear);
    loaded.unwrap_or_else(|problem| panic!("{}: {problem:?}", file.display()))
}

/// Searches for every case; the middle time.
fn search(database: &Database, random: &mut ChaCha8Rng, made: &[Made]) -> Duration {
    let mut took: Vec<Duration> = Vec::new();
    let (mut first, mut found) = (0, 0);
    let mut missed: Vec<Work> = Vec::new();
    for one in made {
        let work = paraphrased(random, one);
        let begun = Instant::now();
        let look =
            |reader: &mut Reader| overlap::find(reader, Reach::operator(), (&work, None), TOP);
        let alike = database.read::<_, StoreError>(look).expect("a search");
        took.push(begun.elapsed());
        let place = alike
            .iter()
            .position(|one_of| one_of.entry.grant.grant_id == one.id);
        first += usize::from(place == Some(0));
        found += usize::from(place.is_some());
        if place.is_none() {
            missed.push(work);
        }
    }
    took.sort();
    let share = |count: usize| 100.0 * count as f64 / made.len().max(1) as f64;
    let at = |part: usize| {
        took.get(took.len() * part / 100)
            .copied()
            .unwrap_or_default()
    };
    println!(
        "  {} cases: in the first {TOP} {:.1} %, first {:.1} %; p50 {:.1?}, p95 {:.1?}",
        made.len(),
        share(found),
        share(first),
        at(50),
        at(95)
    );
    for work in missed.iter().take(3) {
        println!("  missed: {:?} {:?}", work.names, work.title);
    }
    at(50)
}

/// The highest resident memory so far, as Linux tells it.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    line.unwrap_or("not told")
        .trim_start_matches("VmHWM:")
        .trim()
        .to_owned()
}
