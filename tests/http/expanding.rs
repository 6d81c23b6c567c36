//! Releases without a pause: the former program serves on while the next one migrates. Here
//! this program is the former one, and the next release does to every table all that a
//! migration may do (`migrations/README.md`; `tests/architecture` lets none do more).

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;
use diesel::{PgConnection, SqliteConnection};
use evenhand::store::vault::Vault;
use evenhand::store::{Database, DatabaseUrl};

use crate::review::panel::Panel;
use crate::story::{Story, fill, make_organisation, save, send};
use crate::support::{Node, PUBLIC, Person, TestDatabase, on_postgres, option};
use crate::whole::{done, run};

/// Names the program of a former release, which really is one.
const FORMER: &str = "EVENHAND_TEST_FORMER";

#[derive(QueryableByName)]
struct Named {
    #[diesel(sql_type = Text)]
    name: String,
}

/// What the next release runs: a new table, and for every table that there is a column that
/// may be empty, one with a default, and an index.
fn words(tables: &[Named]) -> String {
    let mut words = "BEGIN; \
        CREATE TABLE of_next_release (id TEXT NOT NULL PRIMARY KEY, told TEXT NOT NULL); \
        INSERT INTO of_next_release (id, told) VALUES ('1', 'new'); \
        INSERT INTO __diesel_schema_migrations (version) VALUES ('999999'); "
        .to_owned();
    for Named { name } in tables {
        words.push_str(&format!(
            "ALTER TABLE \"{name}\" ADD COLUMN next_note TEXT; \
             ALTER TABLE \"{name}\" ADD COLUMN next_count BIGINT NOT NULL DEFAULT 7; \
             CREATE INDEX \"{name}_next\" ON \"{name}\" (next_note, next_count); "
        ));
    }
    words + "COMMIT"
}

/// Migrates as the next release would.
fn expand(url: &DatabaseUrl) {
    match url {
        DatabaseUrl::Sqlite(path) => {
            let mut connection = SqliteConnection::establish(path).expect("the file opens");
            let patience = connection.batch_execute("PRAGMA busy_timeout = 8000");
            patience.expect("it waits");
            let asked = "SELECT name FROM sqlite_schema WHERE type = 'table' \
                AND name <> '__diesel_schema_migrations' AND name NOT LIKE 'sqlite%'";
            let tables = diesel::sql_query(asked).load::<Named>(&mut connection);
            let words = words(&tables.expect("tables"));
            connection.batch_execute(&words).expect("it migrates");
        }
        DatabaseUrl::Postgres(url) => {
            let mut connection = PgConnection::establish(url).expect("PostgreSQL answers");
            let asked = "SELECT table_name::text AS name FROM information_schema.tables \
                WHERE table_schema = 'public' AND table_type = 'BASE TABLE' \
                AND table_name <> '__diesel_schema_migrations'";
            let tables = diesel::sql_query(asked).load::<Named>(&mut connection);
            let words = words(&tables.expect("tables"));
            connection.batch_execute(&words).expect("it migrates");
        }
    }
}

#[test]
fn applicants_and_staff_go_on_while_the_next_release_migrates() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    fill(&rana, &place);
    let pages = ["/admin/rounds", "/admin/rounds/winter", "/admin/people"];
    let look = |page: &str| assert_eq!(story.ada.get(page).status, 200, "{page}");
    pages.into_iter().for_each(look);
    expand(story.site.url());
    assert_eq!(story.site.visitor().get_once("/readyz").status, 200);
    let again = [("situation", "They came again.")];
    assert_eq!(save(&rana, &place, "need", &again).problems(), [""; 0]);
    assert_eq!(send(&rana, &place).heading(), "Your application is sent");
    pages.into_iter().for_each(look);
    look(&format!("/admin{place}"));
    // Somebody new comes, whose rows are all made now.
    let (dana, place) = story.draft("Dana Peretz", "Valley Watch");
    fill(&dana, &place);
    assert_eq!(send(&dana, &place).heading(), "Your application is sent");
}

#[test]
fn reviewers_go_on_while_the_next_release_migrates() {
    let panel = Panel::new();
    panel.declare(&panel.noor, "none");
    assert_eq!(panel.page(&panel.noor).status, 200);
    expand(panel.site.url());
    let points = ["4", "3", "5", "4", "3", "2"];
    let sent = panel.send(&panel.noor, points, "The evidence says so.");
    assert_eq!(sent.status, 303);
    let ranking = format!("/admin/rounds/{}/ranking", panel.round.slug);
    assert_eq!(panel.ada.get(&ranking).status, 200);
}

/// One person at the program of a former release. Where none is named, as in `tests/run`,
/// nothing is tried; a SQLite file has one serving process, so there is nobody to serve on.
#[test]
fn where_the_program_of_a_former_release_is_named_it_serves_on() {
    let former = std::env::var(FORMER).ok().filter(|path| !path.is_empty());
    let Some(former) = former.filter(|_| on_postgres()) else {
        return;
    };
    let kept = TestDatabase::empty();
    let data = tempfile::tempdir().expect("a folder");
    let settings = [("EVENHAND_PUBLIC_URL", PUBLIC)];
    let old = Node::of(&former, data.path(), &kept.url, &settings);
    let vault = Vault::of_file(&data.path().join("master.key")).expect("the key");
    let database = Database::open(&kept.url, 2).expect("it opens");
    let database = database.with_vault(vault);
    let rana = Person::new(old.address.clone(), database).named("Rana Haddad");
    rana.sign_up();
    rana.confirm();
    rana.sign_in();
    assert_eq!(make_organisation(&rana, "Before").status, 200);
    // The same folder: they share the master key.
    let new = Node::start(data.path(), &kept.url, &settings);
    assert_eq!(rana.get_once("/readyz").status, 200);
    assert_eq!(make_organisation(&rana, "Afterwards").status, 200);
    let lists = [&rana, &rana.led_to(&new.address)].map(|one| one.get("/organisations").text());
    for name in ["Before", "Afterwards"] {
        for list in &lists {
            assert!(list.contains(name), "{name}: {list}");
        }
    }
    let healthy = done(&run(data.path(), &option(&kept.url), &["doctor"]));
    assert_eq!(healthy, "Every invariant holds.\n");
}
