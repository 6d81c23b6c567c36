//! A copy of everything: what comes back is equal, what is damaged comes back not at all.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use evenhand::domain::account::Role;

use crate::deliberation::Deliberation;
use crate::support::{TestDatabase, option};

/// Runs a command on a database.
pub fn run(data: &Path, database: &str, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_evenhand"));
    command.env_clear().arg("--data").arg(data);
    command.args(["--database", database]).args(words);
    command.output().expect("the program runs")
}

/// What a command printed that ended well.
pub fn done(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

pub fn refused(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(2));
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Every file of a copy but the manifest, which holds the time of writing.
pub fn tables(folder: &Path) -> BTreeMap<String, String> {
    #[cfg(unix)]
    {
        // Also in a folder of the operator's that others may look into.
        let made = fs::metadata(folder.join("tables")).expect("tables");
        let mode = std::os::unix::fs::PermissionsExt::mode(&made.permissions());
        assert_eq!(mode & 0o077, 0, "nobody else reads them");
    }
    let entries = fs::read_dir(folder.join("tables")).expect("tables");
    let read = |entry: fs::DirEntry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        (name, fs::read_to_string(entry.path()).expect("a table"))
    };
    entries
        .map(|entry| read(entry.expect("an entry")))
        .collect()
}

/// Proves that two copies are equal, table by table.
pub fn same(one: &BTreeMap<String, String>, other: &BTreeMap<String, String>) {
    assert_eq!(
        one.keys().collect::<Vec<_>>(),
        other.keys().collect::<Vec<_>>()
    );
    for (table, rows) in one {
        assert_eq!(Some(rows), other.get(table), "{table}");
    }
}

/// A round with everything that its story leaves: reviews, decisions, a conflict, names
/// that begin like formulas, an event for each.
pub fn story() -> (Deliberation, String) {
    let round = Deliberation::new();
    let award = [
        ("outcome", "award"),
        ("amount", "20000.50"),
        ("funding_type", "core"),
        (
            "rationale",
            "Line one.\nLine two, \u{202E}backwards\u{202C} — שלום مرحبا",
        ),
        ("waiver", "@register closed"),
    ];
    round.propose(&round.ada, 0, &award);
    round.ada.invites("Vera Azoulay", Role::Auditor);
    let url = option(round.site.url());
    (round, url)
}

#[test]
fn what_was_written_comes_back_equal() {
    let (round, url) = story();
    let folder = tempfile::tempdir().expect("a folder");
    let place = |name: &str| folder.path().join(name);
    let (first, second, data) = (place("first"), place("second"), place("data"));
    fs::create_dir(&data).expect("a folder");
    let text = |path: &Path| path.to_string_lossy().into_owned();
    let kept = round.site.folder().join("files/ab/cd");
    let name = "abcd0123456789abcdef0123456789ab";
    fs::create_dir_all(&kept).expect("a folder");
    fs::write(kept.join(name), "paper").expect("a file");

    done(&run(
        round.site.folder(),
        &url,
        &["export-all", "--out", &text(&first)],
    ));
    let again = run(
        round.site.folder(),
        &url,
        &["export-all", "--out", &text(&first)],
    );
    assert!(
        refused(&again).contains("first"),
        "a folder is written to once"
    );

    let other = format!("sqlite:{}", text(&data.join("other.sqlite")));
    let said = done(&run(&data, &other, &["import-all", &text(&first)]));
    assert!(said.contains("The audit log is whole"), "{said}");
    done(&run(
        &data,
        &other,
        &["export-all", "--out", &text(&second)],
    ));
    let one = tables(&first);
    same(&one, &tables(&second));
    let rows = |table: &str| one[table].lines().count();
    assert!(rows("scores.jsonl") > 30 && rows("audit_events.jsonl") > 20);
    // What is written stays sealed on the way, and what turns a line round is left out.
    assert!(!one["decisions.jsonl"].contains("Line one."));
    let decision = round.decision(&round.ada, 0);
    assert!(decision.text().contains("Line two, backwards — שלום مرحبا"));
    assert!(!one.contains_key("sessions.jsonl"));
    let file = fs::read_to_string(data.join("files/ab/cd").join(name));
    assert_eq!(file.expect("the file came too"), "paper");

    let full = run(&data, &other, &["import-all", &text(&first)]);
    assert!(refused(&full).contains("not empty"));

    // And back to a database of the kind that it came from.
    let (third, home) = (place("third"), TestDatabase::empty());
    let (data, url) = (home.folder.path(), option(&home.url));
    let said = done(&run(data, &url, &["import-all", &text(&second)]));
    assert!(said.contains("The audit log is whole"), "{said}");
    done(&run(data, &url, &["export-all", "--out", &text(&third)]));
    same(&one, &tables(&third));
    let key = round.site.folder().join("master.key");
    fs::copy(key, data.join("master.key")).expect("the key comes too");
    let healthy = done(&run(data, &url, &["doctor", "--deep"]));
    assert_eq!(healthy, "Every invariant holds.\n");
}

#[test]
fn a_copy_that_was_changed_is_refused_whole() {
    let (round, url) = story();
    let folder = tempfile::tempdir().expect("a folder");
    let copy = folder.path().join("copy");
    let text = |path: &Path| path.to_string_lossy().into_owned();
    done(&run(
        round.site.folder(),
        &url,
        &["export-all", "--out", &text(&copy)],
    ));
    let reviews = copy.join("tables/reviews.jsonl");
    let sound = fs::read_to_string(&reviews).expect("a table");
    let shorter = sound.lines().skip(1).collect::<Vec<_>>().join("\n") + "\n";
    let longer = sound.replacen("\"comment\"", "\"unknown\":1,\"comment\"", 1);
    for damaged in [shorter, longer, sound.replacen("USD", "EUR", 1) + "{}\n"] {
        fs::write(&reviews, damaged).expect("the table is changed");
        let data = tempfile::tempdir().expect("a folder");
        let other = format!("sqlite:{}", text(&data.path().join("other.sqlite")));
        let said = refused(&run(data.path(), &other, &["import-all", &text(&copy)]));
        assert!(said.contains("reviews"), "{said}");
        // Nothing was kept: the same database takes the sound copy.
        fs::write(&reviews, &sound).expect("the table is mended");
        done(&run(data.path(), &other, &["import-all", &text(&copy)]));
    }
    let manifest = copy.join("manifest.json");
    let told = fs::read_to_string(&manifest).expect("a manifest");
    fs::write(&manifest, told.replace("\"layout\": 1", "\"layout\": 9")).expect("changed");
    let data = tempfile::tempdir().expect("a folder");
    let other = format!("sqlite:{}", text(&data.path().join("other.sqlite")));
    refused(&run(data.path(), &other, &["import-all", &text(&copy)]));
}

/// Of each table the meaning of each column, as the page beside the copy tells them.
fn described(page: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let parts = page.split("\n## ").skip(1);
    let part = |part: &str| {
        let (name, rest) = part.split_once('\n').expect("a heading");
        let said = rest.trim_start().lines().next().unwrap_or_default();
        assert!(
            !said.starts_with(|c: char| c.is_ascii_digit()),
            "{name} says nothing"
        );
        let rows = rest.lines().filter_map(|line| line.strip_prefix("| `"));
        let row = |line: &str| {
            let (column, rest) = line.split_once('`').expect("a column");
            let cells: Vec<&str> = rest.split(" | ").collect();
            let said = cells
                .last()
                .map_or("", |last| last.trim_end_matches('|').trim());
            (column.to_owned(), said.to_owned())
        };
        (name.to_owned(), rows.map(row).collect())
    };
    parts.map(part).collect()
}

#[test]
fn a_copy_says_in_words_what_every_table_and_column_means() {
    let (round, url) = story();
    let folder = tempfile::tempdir().expect("a folder");
    let copy = folder.path().join("copy");
    let out = copy.to_string_lossy().into_owned();
    let words = ["export-all", "--out", out.as_str()];
    done(&run(round.site.folder(), &url, &words));
    let page = fs::read_to_string(copy.join("README.md")).expect("a page");
    let told = described(&page);
    let manifest = fs::read_to_string(copy.join("manifest.json")).expect("a manifest");
    let manifest: serde_json::Value = serde_json::from_str(&manifest).expect("JSON");
    let tables = manifest["tables"].as_array().expect("tables");
    assert_eq!(told.len(), tables.len());
    for table in tables {
        let name = table["name"].as_str().expect("a name");
        let columns = table["columns"].as_array().expect("columns");
        assert_eq!(told[name].len(), columns.len(), "{name}");
        for column in columns {
            let column = column["name"].as_str().expect("a name");
            assert!(
                told[name][column].len() > 4,
                "{name}.{column} means nothing"
            );
        }
    }
    // Nothing is said of what is not there.
    let mut table = "";
    for line in include_str!("../../src/exchange/meanings.txt").lines() {
        let (name, said) = line.split_once(": ").unwrap_or((line, ""));
        match name.strip_prefix("= ") {
            Some(heading) => table = heading,
            None if line.starts_with('#') => (),
            None if table == "*" => {
                let mut all = told.values().filter_map(|columns| columns.get(name));
                assert!(
                    all.any(|other| other == said),
                    "no table has a {name} like this"
                );
            }
            None => assert_eq!(told[table][name], said, "{table}.{name}"),
        }
    }
}
