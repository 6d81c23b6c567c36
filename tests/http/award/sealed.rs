//! Account details at rest: sealed in every table and file, opened with the key alone.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, SqliteConnection};
use evenhand::store::DatabaseUrl;
use evenhand::store::vault::Vault;

use super::{ACCOUNT, Awarded, DECISION, IBAN};
use crate::deliberation::Deliberation;
use crate::list_screening::{count, list_of, put, screen, standing};
pub use crate::support::raw::{bytes as files, everything, holds};
use crate::support::{Person, TestDatabase, TestSite, on_postgres, option};

pub const HOLDER: &str = "Harbour Exchange House";
pub const GIVEN: [(&str, &str); 4] = [
    ("holder", HOLDER),
    ("bank", "Bank of the Quay"),
    ("iban", IBAN),
    ("bic", "PALSPS22"),
];
pub const REASON: [(&str, &str); 1] = [("reason", "The lists are not loaded yet.")];
pub const UNOPENED: &str = "The account details can’t be opened now.";

pub fn number() -> String {
    IBAN.replace(' ', "")
}

/// What must not lie in clear.
fn secrets() -> [String; 4] {
    let [holder, bank, bic] = [HOLDER, "Bank of the Quay", "PALSPS22"].map(str::to_owned);
    [number(), holder, bank, bic]
}

/// Runs SQL as somebody who holds the database and nothing else.
pub fn tamper(site: &TestSite, words: &str) {
    let done = match site.url() {
        DatabaseUrl::Sqlite(path) => {
            let mut connection = SqliteConnection::establish(path).expect("it opens");
            connection.batch_execute(words)
        }
        DatabaseUrl::Postgres(url) => {
            let mut connection = PgConnection::establish(url).expect("it opens");
            connection.batch_execute(words)
        }
    };
    done.expect("the words run");
}

/// Lays the one account in clear, as releases did that did not seal.
fn lay_in_clear(site: &TestSite) {
    tamper(
        site,
        &format!(
            "UPDATE bank_accounts SET sealed = NULL, holder = '{HOLDER}', \
             bank = 'Bank of the Quay', iban = '{}', bic = 'PALSPS22'",
            number()
        ),
    );
}

fn command(data: &Path, url: &DatabaseUrl, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_evenhand"));
    command.env_clear().arg("--data").arg(data);
    command.args(["--database", &option(url)]).args(words);
    command
}

fn run(data: &Path, url: &DatabaseUrl, words: &[&str]) -> Output {
    command(data, url, words)
        .output()
        .expect("the program runs")
}

pub fn done(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

pub fn on(site: &TestSite, words: &[&str]) -> Output {
    run(site.folder(), site.url(), words)
}

/// The same person at another server.
pub fn at(site: &TestSite, person: &Person) -> Person {
    let there = site.visitor().named(&person.name);
    there.sign_in();
    there
}

/// Puts a list in force on which the holder stands.
pub fn list(site: &TestSite, ada: &Person) {
    count(site, ada, "ofac");
    let entries = list_of("2026-10-20", &[("H-1", HOLDER)]);
    put(site, ada, "ofac", &entries);
}

/// Agreed, with the account of a holder whose name stands nowhere else.
pub fn given() -> Awarded {
    let award = Awarded::offered();
    award.accept();
    assert_eq!(award.give(&GIVEN).notice(), "The account is kept.");
    award
}

#[test]
fn neither_number_nor_holder_lies_in_the_database() {
    let award = given();
    let (site, ada) = (&award.round.site, &award.round.ada);
    let (rows, bytes) = (site.read(everything), files(site));
    assert!(rows.contains("give_bank_details"), "rows are read");
    for secret in secrets() {
        assert!(!rows.contains(&secret), "{secret} lies in a table");
        assert!(!holds(&bytes, &secret), "{secret} lies in a file");
    }
    assert!(award.page(ada).the("#bank").contains(HOLDER));
    let form = format!("{}/bank", award.desk);
    let read = ada.submit(&award.page(ada), &form, &[]);
    assert!(read.text().contains(&number()) && read.text().contains("PALSPS22"));
}

#[test]
fn what_a_former_release_left_in_clear_is_sealed_and_a_new_key_seals_anew() {
    let award = given();
    let (site, ada) = (&award.round.site, &award.round.ada);
    lay_in_clear(site);
    assert!(holds(&files(site), HOLDER) || on_postgres());
    // What the program did not seal, it does not trust.
    assert!(award.page(ada).the("#bank").contains(UNOPENED));
    let said = done(&on(site, &["seal"]));
    assert_eq!(said, "Sealed from clear: 1; anew: 0; keys anew: 0.\n");
    let (rows, bytes) = (site.read(everything), files(site));
    for secret in secrets() {
        assert!(!rows.contains(&secret), "{secret} lies in a table");
        assert!(!holds(&bytes, &secret), "{secret} lies in a file");
    }
    assert!(award.page(ada).the("#bank").contains(HOLDER));
    let again = done(&on(site, &["seal"]));
    assert_eq!(again, "Sealed from clear: 0; anew: 0; keys anew: 0.\n");
    // The server that runs has not read the new key yet.
    let said = done(&on(site, &["seal", "--new-key"]));
    assert!(said.contains("Sealed from clear: 0; anew: 0; keys anew: "));
    assert!(!said.contains("keys anew: 0."), "{said}");
    assert!(award.page(ada).the("#bank").contains(HOLDER));
    assert_eq!(award.give(&ACCOUNT).notice(), "The account is kept.");
    // A start seals too, in the command that migrates.
    lay_in_clear(site);
    assert_eq!(done(&on(site, &["migrate"])), "The database is current.\n");
    assert!(award.page(ada).the("#bank").contains(HOLDER));
    assert_eq!(done(&on(site, &["doctor"])), "Every invariant holds.\n");
}

#[test]
fn a_missing_key_is_told_and_nothing_is_paid_without_it() {
    let award = given();
    let (ada, ben, rana) = (&award.round.ada, &award.round.ben, &award.round.rana);
    award.prepare(1, &[]);
    award.step(ada, "Approve", &REASON);
    award.step(ben, "Approve", &REASON);
    let waiting = ada.get("/admin/payments");
    let payment = waiting.attributes("[name='payment']", "value").remove(0);
    let nowhere = award.round.site.folder().join("elsewhere/master.key");
    let named = nowhere.to_string_lossy().into_owned();
    let bare = award
        .round
        .site
        .again_with(|config| config.master_key_file.clone_from(&named));
    let (ada, rana) = (at(&bare, ada), at(&bare, rana));
    let page = ada.get(&award.desk);
    assert_eq!(page.status, 200);
    assert!(page.the("#bank").contains(UNOPENED), "{}", page.text());
    assert!(!page.source().contains(HOLDER));
    let told = &page.column("Tranches", 3)[0];
    assert!(
        told.contains("an account that can’t be opened now"),
        "{told}"
    );
    let read = ada.submit(&page, &format!("{}/bank", award.desk), &[]);
    assert_eq!(
        (read.status, &*read.heading()),
        (409, "What is kept sealed can’t be opened now")
    );
    let file = [
        ("format", "csv"),
        ("day", "2026-12-01"),
        ("payer", "The Foundation"),
        ("iban", "CH9300762011623852957"),
        ("payment", &*payment),
    ];
    assert_eq!(ada.post_with_token("/admin/payments", &file).status, 409);
    // The organisation can’t give one either, and keeps what it typed.
    let place = format!("{}/bank", award.own);
    let refused = rana.submit(&rana.get(&place), &place, &GIVEN);
    assert_eq!((refused.status, &*refused.value("holder")), (422, HOLDER));
    assert!(refused.error("iban").contains("can’t be kept safely"));
    assert!(rana.get(&award.own).the("#bank").contains(UNOPENED));
    // A holder who can’t be read is not passed over.
    list(&bare, &ada);
    let lists = standing(&bare, award.round.applications[0]);
    let page = ada.get(&lists);
    assert!(page.text().contains("so nothing is screened"));
    assert_eq!(ada.submit(&page, &lists, &[]).status, 409);
    // Who runs it is told which file to put back, and no key is made in its place.
    for words in [["seal"], ["doctor"]] {
        let mut command = command(bare.folder(), bare.url(), &words);
        let command = command.env("EVENHAND_MASTER_KEY_FILE", &nowhere);
        let output = command.output().expect("the program runs");
        assert_eq!(output.status.code(), Some(1), "{words:?}");
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said).into_owned();
        assert!(
            said.contains("which is not there: put the file that holds it back"),
            "{said}"
        );
    }
    let mut again = command(bare.folder(), bare.url(), &["seal", "--new-key"]);
    let again = again.env("EVENHAND_MASTER_KEY_FILE", &nowhere).output();
    assert_eq!(again.expect("the program runs").status.code(), Some(2));
    assert!(!nowhere.exists());
    // Put back, it opens without a new start.
    fs::create_dir(nowhere.parent().expect("a folder")).expect("it is made");
    fs::copy(bare.folder().join("master.key"), &nowhere).expect("it is put back");
    assert!(ada.get(&award.desk).the("#bank").contains(HOLDER));
    let found = screen(&ada, &lists);
    assert_eq!(found.texts("#standing .badge")[0], "One open hit");
}

#[test]
fn a_command_without_the_key_or_with_another_says_so_and_writes_over_nothing() {
    let award = given();
    let site = &award.round.site;
    let folder = tempfile::tempdir().expect("a folder");
    let place = |name: &str| folder.path().join(name);
    let (wrong, nowhere) = (place("wrong.key"), place("none.key"));
    let other = Vault::of_file(&wrong).expect("none is there yet");
    other.make_key().expect("another key");
    // With another key it would be sealed with that one, for good.
    lay_in_clear(site);
    let (rows, kept) = (site.read(everything), fs::read(&wrong).expect("a key"));
    for key in [&wrong, &nowhere] {
        let commands: [(&[&str], i32); 3] = [
            (&["migrate"], 2),
            (&["seal"], 1),
            (&["seal", "--new-key"], 2),
        ];
        for (words, code) in commands {
            let mut command = command(site.folder(), site.url(), words);
            let output = command.env("EVENHAND_MASTER_KEY_FILE", key).output();
            let output = output.expect("the program runs");
            assert_eq!(output.status.code(), Some(code), "{words:?}");
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(said.contains("which is not there: put the"), "{said}");
            assert!(site.read(everything) == rows, "nothing is written over");
        }
    }
    assert_eq!(fs::read(&wrong).expect("a key"), kept);
    assert!(!nowhere.exists(), "no key is made in its place");
    // Keys of a variable are put back there.
    let mut seal = command(site.folder(), site.url(), &["seal"]);
    let output = seal.env("EVENHAND_MASTER_KEY", "0f".repeat(32)).output();
    let said = output.expect("the program runs").stderr;
    let said = String::from_utf8_lossy(&said).into_owned();
    assert!(said.contains("put it into EVENHAND_MASTER_KEY"), "{said}");
    assert!(site.read(everything) == rows, "nothing is written over");
    done(&on(site, &["seal"]));
}

#[test]
fn nobody_signs_words_that_cannot_be_read() {
    let round = Deliberation::new();
    round.propose(&round.ada, 0, &DECISION);
    let (rana, sign) = (&round.rana, format!("{}/sign-off", round.place(0)));
    let decision = round.decision(&round.ben, 0).value_of_hidden("decision");
    let nowhere = round.site.folder().join("none.key");
    let named = nowhere.to_string_lossy().into_owned();
    let bare = round
        .site
        .again_with(|config| config.master_key_file.clone_from(&named));
    let refused = at(&bare, &round.ben).post_with_token(&sign, &[("decision", &decision)]);
    let heading = "What is kept sealed can’t be opened now";
    assert_eq!((refused.status, &*refused.heading()), (409, heading));
    // What needs none of it is there all the same.
    assert_eq!(at(&bare, rana).get("/applications").status, 200);
    let signed = round.sign(&round.ben, 0);
    assert!(signed.the(".decision").contains("The strongest request."));
}

#[test]
fn a_copy_holds_what_is_sealed_and_opens_with_the_key_file() {
    let award = given();
    let site = &award.round.site;
    let folder = tempfile::tempdir().expect("a folder");
    let text = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let (first, second) = (text("first"), text("second"));
    let said = done(&on(site, &["export-all", "--out", &first]));
    assert!(said.contains("the key is not in it"), "{said}");
    let table = |copy: &str| {
        let table = Path::new(copy).join("tables/bank_accounts.jsonl");
        fs::read_to_string(table).expect("the table")
    };
    for secret in secrets() {
        assert!(!table(&first).contains(&secret), "{secret}");
    }
    let home = TestDatabase::empty();
    let there = |words: &[&str]| run(home.folder.path(), &home.url, words);
    let said = done(&there(&["import-all", &first]));
    assert!(said.contains("Not done yet: something is sealed"), "{said}");
    done(&there(&["export-all", "--out", &second]));
    assert_eq!(table(&first), table(&second));
    assert_eq!(there(&["doctor"]).status.code(), Some(1));
    let key = home.folder.path().join("master.key");
    assert!(!key.exists(), "another key would open nothing");
    fs::copy(site.folder().join("master.key"), key).expect("the key comes too");
    assert_eq!(done(&there(&["doctor"])), "Every invariant holds.\n");
}

#[test]
fn an_account_that_is_moved_to_another_row_does_not_open() {
    let award = given();
    let (site, ada) = (&award.round.site, &award.round.ada);
    let mut other = GIVEN;
    other[0].1 = "Quarry House";
    award.give(&other);
    assert!(award.page(ada).the("#bank").contains("Quarry House"));
    // Both rows of one award: only the row differs.
    tamper(
        site,
        "UPDATE bank_accounts SET sealed = (SELECT sealed FROM bank_accounts \
         ORDER BY id LIMIT 1)",
    );
    assert!(award.page(ada).the("#bank").contains(UNOPENED));
    let doctor = on(site, &["doctor"]);
    assert_eq!(doctor.status.code(), Some(1));
    let said = String::from_utf8_lossy(&doctor.stdout);
    assert!(
        said.contains("it was altered, or stands in another row"),
        "{said}"
    );
}
