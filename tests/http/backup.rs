//! The drill: a backup that was written while people went on brings back one state of
//! everything, row by row and byte by byte.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use diesel::sqlite::SqliteConnection;
use evenhand::store::audit_end;

use crate::engagement::log_of;
use crate::engagement_files::{entry_for_files, send};
use crate::files::{PDF, png};
use crate::support::{Person, TestDatabase, on_postgres, option};
use crate::whole::{done, run, story, tables};

/// Adds an entry with two files to the log of an organisation.
fn adds_files(person: &Person, log: &str) {
    let page = entry_for_files(person, log);
    let entry = page.path.split('#').next().expect("an address").to_owned();
    let picture = png();
    let files: [(&str, &str, &[u8]); 2] = [
        ("notes.pdf", "application/pdf", PDF),
        ("door.png", "image/png", &picture),
    ];
    assert_eq!(send(person, &entry, &files).status, 303);
}

/// Every kept file by its path, with its content.
fn files(data: &Path) -> BTreeMap<String, Vec<u8>> {
    fn walk(folder: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, found);
            } else {
                let name = entry.file_name().to_string_lossy().into_owned();
                found.insert(name, fs::read(&path).expect("a file"));
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(&data.join("files"), &mut found);
    found
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn begun(data: &Path, database: &str, words: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_evenhand"));
    command.env_clear().arg("--data").arg(data);
    command.args(["--database", database]).args(words);
    let quiet = command.stdout(Stdio::null()).stderr(Stdio::piped());
    quiet.spawn().expect("the program runs")
}

#[derive(QueryableByName)]
struct Name {
    #[diesel(sql_type = Text)]
    name: String,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// Compares every table of two SQLite databases, row by row; answers how many there are.
fn same_rows(one: &Path, other: &Path) -> usize {
    let mut connection = SqliteConnection::establish(&text(one)).expect("it opens");
    let attach = format!("ATTACH '{}' AS other", text(other));
    connection.batch_execute(&attach).expect("both open");
    let names = "SELECT name FROM main.sqlite_schema WHERE type = 'table' \
                 AND name NOT LIKE 'sqlite_%' ORDER BY name";
    let names: Vec<Name> = diesel::sql_query(names)
        .load(&mut connection)
        .expect("tables");
    let mut count = |words: String| -> i64 {
        let counted: Count = diesel::sql_query(words)
            .get_result(&mut connection)
            .expect("a number");
        counted.count
    };
    for Name { name } in &names {
        let rows = |of: &str| format!("SELECT count(*) AS count FROM {of}.{name}");
        assert_eq!(count(rows("main")), count(rows("other")), "{name}");
        for (left, right) in [("main", "other"), ("other", "main")] {
            let apart = count(format!(
                "SELECT count(*) AS count FROM \
                 (SELECT * FROM {left}.{name} EXCEPT SELECT * FROM {right}.{name})"
            ));
            assert_eq!(apart, 0, "{name}: rows of {left} alone");
        }
    }
    names.len()
}

#[test]
fn everything_comes_back_though_people_went_on() {
    // There the database is backed up by its own program.
    if on_postgres() {
        return;
    }
    let (round, url) = story();
    let site = &round.site;
    let log = log_of(&round.ada, &round.applications[0].to_string());
    adds_files(&round.ada, &log);
    let before = site.database.read(audit_end).expect("it is read");
    let (before, _) = before.expect("events");
    let folder = tempfile::tempdir().expect("a folder");
    let place = |name: &str| folder.path().join(name);

    let busy = text(&place("busy.backup"));
    let mut under_way = begun(site.folder(), &url, &["backup", &busy]);
    loop {
        adds_files(&round.ada, &log);
        if under_way.try_wait().expect("it runs or ends").is_some() {
            break;
        }
    }
    let ended = under_way.wait_with_output().expect("it ended");
    let said = String::from_utf8_lossy(&ended.stderr).into_owned();
    assert!(ended.status.success(), "{said}");

    let back = place("back");
    let there = format!("sqlite:{}", text(&back.join("evenhand.sqlite")));
    done(&run(&back, &there, &["restore", &busy]));
    let key = "master.key";
    fs::copy(site.folder().join(key), back.join(key)).expect("the key comes too");
    let sound = done(&run(&back, &there, &["doctor", "--deep"]));
    assert_eq!(sound, "Every invariant holds.\n");
    let (then, now) = (place("then"), place("now"));
    done(&run(&back, &there, &["export-all", "--out", &text(&then)]));
    done(&run(
        site.folder(),
        &url,
        &["export-all", "--out", &text(&now)],
    ));
    let events = |folder: &Path| tables(folder)["audit_events.jsonl"].clone();
    let (then, now) = (events(&then), events(&now));
    assert!(now.starts_with(&then), "one state, as it was on the way");
    let kept = i64::try_from(then.lines().count()).expect("a number");
    assert!(kept >= before, "{before} events were acknowledged before");

    // When nobody goes on, what comes back is what there is.
    let quiet = text(&place("quiet.backup"));
    done(&run(site.folder(), &url, &["backup", &quiet]));
    let back = place("again");
    let there = format!("sqlite:{}", text(&back.join("evenhand.sqlite")));
    done(&run(&back, &there, &["restore", &quiet]));
    let name = "evenhand.sqlite";
    assert!(same_rows(&site.folder().join(name), &back.join(name)) > 60);
    let kept = files(site.folder());
    assert!(kept.len() >= 2);
    assert_eq!(kept, files(&back));
}

#[test]
fn a_file_that_is_missing_already_is_told_and_the_rest_comes_back() {
    if on_postgres() {
        return;
    }
    let (round, url) = story();
    let site = &round.site;
    let log = log_of(&round.ada, &round.applications[0].to_string());
    adds_files(&round.ada, &log);
    let lost = crate::files::left(site);
    let content = fs::read(&lost[0]).expect("a file");
    fs::remove_file(&lost[0]).expect("it goes");
    let folder = tempfile::tempdir().expect("a folder");
    let file = text(&folder.path().join("backup"));
    let output = run(site.folder(), &url, &["backup", &file]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("1 files were missing or altered"), "{said}");
    let back = folder.path().join("back");
    let there = format!("sqlite:{}", text(&back.join("evenhand.sqlite")));
    done(&run(&back, &there, &["restore", &file]));
    assert_eq!(files(&back), files(site.folder()));
    // The story ends with a look at the files.
    fs::write(&lost[0], content).expect("it is back");
}

#[test]
fn beside_postgresql_the_files_come_back() {
    if !on_postgres() {
        return;
    }
    let (round, url) = story();
    let site = &round.site;
    let log = log_of(&round.ada, &round.applications[0].to_string());
    adds_files(&round.ada, &log);
    let folder = tempfile::tempdir().expect("a folder");
    let file = text(&folder.path().join("backup"));
    let said = done(&run(site.folder(), &url, &["backup", &file]));
    assert!(said.contains("take it with pg_dump"), "{said}");
    let other = TestDatabase::empty();
    let there = option(&other.url);
    let data = other.folder.path();
    let said = done(&run(data, &there, &["verify", &file]));
    assert!(
        said.contains("The audit log itself is in PostgreSQL."),
        "{said}"
    );
    done(&run(data, &there, &["restore", &file]));
    assert_eq!(files(data), files(site.folder()));
    // Where a SQLite database belongs, it is refused.
    let lite = folder.path().join("lite");
    let here = format!("sqlite:{}", text(&lite.join("evenhand.sqlite")));
    let refused = run(&lite, &here, &["restore", &file]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(!lite.join("files").exists());
}
