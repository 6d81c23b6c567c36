//! Commands that are killed on their way: migrating a database of a former schema, copying
//! everything, writing a backup, sealing with a new master key, and moving to another
//! database.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use diesel::backend::Backend;
use diesel::{Connection, PgConnection, SqliteConnection};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};
use evenhand::store::DatabaseUrl;

use crate::deliberation::Deliberation;
use crate::program::Place;
use crate::storm::Draw;
use crate::support::{TestDatabase, option};

const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations");
/// How many migrations the former schema lacks: those behind the ones that sealed words,
/// which would be lost with their columns.
const LACKS: usize = 5;

fn revert<DB: Backend>(connection: &mut impl MigrationHarness<DB>) {
    for _ in 0..LACKS {
        let done = connection.revert_last_migration(MIGRATIONS);
        done.expect("it is reverted");
    }
}

/// Brings a database back to the former schema, with all that it holds.
fn make_former(url: &DatabaseUrl) {
    match url {
        DatabaseUrl::Sqlite(path) => {
            revert(&mut SqliteConnection::establish(path).expect("the file opens"));
        }
        DatabaseUrl::Postgres(url) => {
            revert(&mut PgConnection::establish(url).expect("PostgreSQL answers"));
        }
    }
}

/// Every table of a copy.
fn tables(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder.join("tables")).expect("tables");
    let read = |entry: fs::DirEntry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        (name, fs::read_to_string(entry.path()).expect("a table"))
    };
    let entries = entries.map(|entry| entry.expect("an entry"));
    entries.map(read).collect()
}

fn copy(place: &Place, folder: &Path) -> Result<BTreeMap<String, String>, String> {
    let out = folder.to_string_lossy();
    place.run(&["export-all", "--out", &out])?;
    Ok(tables(folder))
}

/// A part of a time: `of_thousand` thousandths.
fn part(time: Duration, of_thousand: u64) -> Duration {
    let micros = u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
    Duration::from_micros(micros / 1000 * of_thousand)
}

/// Kills `kills` migrations of one filled database, each at a drawn moment, lets the last
/// one end, and compares with a database whose migration nobody killed.
pub fn migrating(seed: u64, kills: u64) -> Vec<String> {
    let round = Deliberation::new();
    let (site, folder) = (&round.site, tempfile::tempdir().expect("a folder"));
    let place = Place::new(site.folder(), site.url());
    make_former(site.url());
    let began = Instant::now();
    let migrated = place.run(&["migrate"]);
    let whole = began.elapsed();
    let expected = copy(&place, &folder.path().join("expected"));
    let mut draw = Draw::new(seed);
    for _ in 0..kills {
        make_former(site.url());
        place.run_and_kill(&["migrate"], part(whole, draw.below(1000)));
        // Once more into the rest that is left.
        place.run_and_kill(&["migrate"], part(whole, draw.below(1000)));
        if let Err(problem) = place.run(&["migrate"]) {
            return vec![problem];
        }
    }
    let found = copy(&place, &folder.path().join("found"));
    let mut problems = place.complaints();
    problems.extend(migrated.err());
    match (expected, found) {
        (Ok(expected), Ok(found)) => problems.extend(differing(&expected, &found)),
        (expected, found) => problems.extend([expected.err(), found.err()].into_iter().flatten()),
    }
    problems
}

/// When it was last looked whether everything is sealed: later, where that was gone on with.
const LOOKED: &str = "sealed_marks.jsonl";

fn differing(one: &BTreeMap<String, String>, other: &BTreeMap<String, String>) -> Vec<String> {
    let names = one.keys().chain(other.keys());
    let names = names.filter(|name| *name != LOOKED);
    let differ = names.filter(|name| one.get(*name) != other.get(*name));
    differ
        .map(|name| format!("{name} holds other rows"))
        .collect()
}

/// Kills `kills` copies of everything, each at a drawn moment: the installation stays as it
/// was, and half a copy is never taken for a whole one.
pub fn copying(seed: u64, kills: u64) -> Vec<String> {
    let round = Deliberation::new();
    let (site, folder) = (&round.site, tempfile::tempdir().expect("a folder"));
    let place = Place::new(site.folder(), site.url());
    let began = Instant::now();
    let whole = match copy(&place, &folder.path().join("whole")) {
        Ok(whole) => whole,
        Err(problem) => return vec![problem],
    };
    let time = began.elapsed();
    let (mut draw, mut problems) = (Draw::new(seed), Vec::new());
    for n in 0..kills {
        let half = folder.path().join(n.to_string());
        let out = half.to_string_lossy().into_owned();
        place.run_and_kill(&["export-all", "--out", &out], part(time, draw.below(1000)));
        let empty = TestDatabase::empty();
        let other = Place::new(empty.folder.path(), &empty.url);
        let key = |data: &Path| data.join("master.key");
        fs::copy(key(site.folder()), key(empty.folder.path())).expect("the key comes too");
        if other.run(&["import-all", &out]).is_ok() {
            problems.extend(differing(&whole, &tables(&half)));
            problems.extend(other.complaints());
        }
    }
    match copy(&place, &folder.path().join("again")) {
        Ok(again) => problems.extend(differing(&whole, &again)),
        Err(problem) => problems.push(problem),
    }
    problems.extend(place.complaints());
    problems
}

/// Kills `kills` backups and as many changes of the master key, each at a drawn moment: a
/// backup that bears its name is whole, and the change is gone on with.
pub fn backing_up_and_sealing(seed: u64, kills: u64) -> Vec<String> {
    let round = Deliberation::new();
    let (site, folder) = (&round.site, tempfile::tempdir().expect("a folder"));
    let place = Place::new(site.folder(), site.url());
    let named = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let (mut draw, mut problems) = (Draw::new(seed), Vec::new());
    let began = Instant::now();
    problems.extend(place.run(&["backup", &named("whole")]).err());
    let time = began.elapsed();
    for n in 0..kills {
        let file = named(&n.to_string());
        place.run_and_kill(&["backup", &file], part(time, draw.below(1000)));
        if Path::new(&file).exists() {
            problems.extend(place.run(&["verify", &file]).err());
        }
        place.run_and_kill(&["seal", "--new-key"], part(time, draw.below(1000)));
        problems.extend(place.run(&["seal"]).err());
        problems.extend(place.complaints());
    }
    let last = named("last");
    problems.extend(place.run(&["backup", &last]).err());
    problems.extend(place.run(&["verify", &last]).err());
    problems
}

/// Kills `kills` moves into one new database, each at a drawn moment, and lets the next one
/// end: all is there, and what it came from stays as it was.
pub fn moving(seed: u64, kills: u64) -> Vec<String> {
    let round = Deliberation::new();
    let (site, folder) = (&round.site, tempfile::tempdir().expect("a folder"));
    let place = Place::new(site.folder(), site.url());
    let whole = match copy(&place, &folder.path().join("whole")) {
        Ok(whole) => whole,
        Err(problem) => return vec![problem],
    };
    let file = |name: &str| {
        let path = folder.path().join(name);
        DatabaseUrl::Sqlite(path.to_string_lossy().into_owned())
    };
    let from = option(site.url());
    let (first, other) = (option(&file("first.sqlite")), file("other.sqlite"));
    let began = Instant::now();
    let mut problems = Vec::new();
    let moved = place.run(&["move", "--from", &from, "--to", &first]);
    problems.extend(moved.err());
    let time = began.elapsed();
    let (mut draw, to) = (Draw::new(seed), option(&other));
    let words = ["move", "--from", &*from, "--to", &*to];
    let ended = (0..kills).any(|_| place.run_and_kill(&words, part(time, draw.below(1000))));
    // One that came to its end in the moment before it was killed is not begun again.
    let last = if ended { None } else { place.run(&words).err() };
    problems.extend(last.filter(|problem| !problem.contains("is not empty")));
    let there = Place::new(site.folder(), &other);
    for (one, name) in [(&there, "moved"), (&place, "again")] {
        match copy(one, &folder.path().join(name)) {
            Ok(found) => problems.extend(differing(&whole, &found)),
            Err(problem) => problems.push(problem),
        }
    }
    problems.extend(there.complaints());
    problems
}
