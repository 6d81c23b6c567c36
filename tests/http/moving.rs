//! Moving an installation to another database: all of it, compared, gone on with where
//! it broke off, and into nothing that is not empty.

use std::collections::BTreeMap;
use std::path::Path;

use diesel::connection::SimpleConnection;
use diesel::{Connection, SqliteConnection};
use tempfile::TempDir;

use crate::support::{TestDatabase, TestSite, option};
use crate::whole::{done, refused, run, same, story, tables};

/// A place for a SQLite database, and its URL.
fn elsewhere() -> (TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite:{}", folder.path().join("moved.sqlite").display());
    (folder, url)
}

fn moved(data: &Path, from: &str, to: &str) -> String {
    done(&run(data, to, &["move", "--from", from, "--to", to]))
}

fn not_moved(data: &Path, from: &str, to: &str) -> String {
    refused(&run(data, to, &["move", "--from", from, "--to", to]))
}

/// Every table of a database as `export-all` writes it.
fn everything(data: &Path, url: &str) -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("copy");
    let out = out.to_string_lossy();
    done(&run(data, url, &["export-all", "--out", &*out]));
    tables(Path::new(&*out))
}

/// Changes a database behind the program's back.
fn tamper(url: &str, words: &str) {
    let path = url.strip_prefix("sqlite:").expect("a file");
    let mut connection = SqliteConnection::establish(path).expect("the file opens");
    connection.batch_execute(words).expect("the words run");
}

/// What a move leaves that was killed while it copied the outbox.
const BROKEN_OFF: &str = "CREATE TABLE moving (origin TEXT NOT NULL PRIMARY KEY); \
    INSERT INTO moving SELECT hash FROM audit_events WHERE seq = 1; \
    DELETE FROM outbox WHERE id > (SELECT id FROM outbox ORDER BY id LIMIT 1 OFFSET 1); \
    DELETE FROM scores;";

#[test]
fn an_installation_is_moved_to_another_database_and_back() {
    let (round, url) = story();
    let data = round.site.folder();
    let before = everything(data, &url);
    let (folder, file) = elsewhere();
    let said = moved(data, &url, &file);
    assert!(said.contains("each compared with the old one"), "{said}");
    assert!(said.contains("The audit log is whole"), "{said}");
    same(&before, &everything(folder.path(), &file));
    let said = not_moved(data, &url, &file);
    assert!(said.contains("is not empty"), "{said}");

    let home = TestDatabase::empty();
    let back = option(&home.url);
    moved(data, &file, &back);
    same(&before, &everything(data, &back));
    let healthy = done(&run(data, &back, &["doctor", "--deep"]));
    assert_eq!(healthy, "Every invariant holds.\n");
}

#[test]
fn a_move_that_broke_off_goes_on_and_nothing_is_served_meanwhile() {
    let (round, url) = story();
    let data = round.site.folder();
    let before = everything(data, &url);
    let (folder, file) = elsewhere();
    moved(data, &url, &file);
    tamper(&file, BROKEN_OFF);
    for words in [["user", "list"].as_slice(), &["migrate"], &["serve"]] {
        let said = refused(&run(folder.path(), &file, words));
        assert!(said.contains("run evenhand move again"), "{said}");
    }
    tamper(&file, "UPDATE moving SET origin = 'elsewhere'");
    let said = not_moved(data, &url, &file);
    assert!(said.contains("a part of another installation"), "{said}");
    tamper(
        &file,
        "UPDATE moving SET origin = (SELECT hash FROM audit_events WHERE seq = 1)",
    );
    moved(data, &url, &file);
    same(&before, &everything(folder.path(), &file));
}

#[test]
fn a_row_that_is_not_what_it_was_is_found() {
    let (round, url) = story();
    let data = round.site.folder();
    let (_folder, file) = elsewhere();
    moved(data, &url, &file);
    tamper(&file, BROKEN_OFF);
    tamper(
        &file,
        "UPDATE outbox SET subject = 'Another' \
         WHERE id = (SELECT id FROM outbox ORDER BY id LIMIT 1 OFFSET 1)",
    );
    let said = not_moved(data, &url, &file);
    assert!(said.contains("outbox is not in the new database"), "{said}");
    assert!(said.contains("the first 1 rows are equal"), "{said}");
}

#[test]
fn nothing_is_moved_out_of_nowhere_or_into_another_release() {
    let data = tempfile::tempdir().expect("a folder");
    let ((_one, nowhere), (_other, file)) = (elsewhere(), elsewhere());
    let said = not_moved(data.path(), &nowhere, &file);
    assert!(said.contains("there is no database"), "{said}");
    let site = TestSite::start();
    let newer = "CREATE TABLE __diesel_schema_migrations \
        (version VARCHAR(50) PRIMARY KEY NOT NULL, run_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP); \
        INSERT INTO __diesel_schema_migrations (version) VALUES ('29990101000001')";
    tamper(&file, newer);
    let said = not_moved(data.path(), &option(site.url()), &file);
    assert!(said.contains("made by another release"), "{said}");
}
