//! A database for each site: a copy of one that was migrated and installed once
//! per process. SQLite copies a file, PostgreSQL a template database.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, SqliteConnection};
use evenhand::actions::install;
use evenhand::store::{Database, DatabaseUrl, Stamp, doctor, migrate, verify_audit};
use tempfile::TempDir;

use super::START;

/// Names the administration database of a PostgreSQL; absent for SQLite.
const VARIABLE: &str = "EVENHAND_TEST_DATABASE";

/// What copies are made of.
enum Template {
    Sqlite(PathBuf),
    Postgres { admin: String, name: String },
}

static TEMPLATE: LazyLock<Template> = LazyLock::new(|| match std::env::var(VARIABLE) {
    Ok(admin) if !admin.is_empty() => postgres_template(admin),
    _ => sqlite_template(),
});

/// Whether the tests run on PostgreSQL.
pub fn on_postgres() -> bool {
    matches!(*TEMPLATE, Template::Postgres { .. })
}

/// A database that lives as long as this value.
pub struct TestDatabase {
    pub url: DatabaseUrl,
    /// Data folder of the site, with the file of a SQLite database.
    pub folder: TempDir,
    /// Administration URL and name, for dropping it.
    postgres: Option<(&'static str, String)>,
}

impl TestDatabase {
    /// A fresh copy of the template.
    pub fn new() -> Self {
        Self::made(true)
    }

    /// One of the same kind in which nothing was migrated.
    pub fn empty() -> Self {
        Self::made(false)
    }

    fn made(installed: bool) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let folder = folder();
        match &*TEMPLATE {
            Template::Sqlite(template) => {
                let path = folder.path().join("evenhand.sqlite");
                if installed {
                    std::fs::copy(template, &path).expect("the template is copied");
                }
                let url = DatabaseUrl::Sqlite(path.to_string_lossy().into_owned());
                Self {
                    url,
                    folder,
                    postgres: None,
                }
            }
            Template::Postgres { admin, name } => {
                let copy = format!("{name}_{}", COUNT.fetch_add(1, Ordering::SeqCst));
                // CREATE DATABASE refuses while somebody is connected to the template: nobody is.
                let template = if installed {
                    name.as_str()
                } else {
                    "template0"
                };
                run_on(
                    admin,
                    &format!("CREATE DATABASE {copy} TEMPLATE {template}"),
                );
                let url = DatabaseUrl::Postgres(with_name(admin, &copy));
                Self {
                    url,
                    folder,
                    postgres: Some((admin, copy)),
                }
            }
        }
    }
}

/// A database as the option `--database` takes it.
pub fn option(url: &DatabaseUrl) -> String {
    match url {
        DatabaseUrl::Sqlite(path) => format!("sqlite:{path}"),
        DatabaseUrl::Postgres(url) => url.clone(),
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        if let Some((admin, name)) = &self.postgres {
            drop_database(admin, name);
        }
    }
}

/// What must be true of every database after every story: whatever
/// `evenhand doctor` proves.
pub fn check_invariants(database: &Database) {
    let audit = database
        .read(verify_audit)
        .expect("the audit log can be read");
    let events = audit.unwrap_or_else(|broken| panic!("the audit log is broken at {}", broken.seq));
    assert!(
        events > 0,
        "installing is on record, so the audit log is never empty"
    );
    let findings = database.read(doctor::examine);
    let findings = findings.expect("the database can be examined");
    assert_eq!(findings, [], "the doctor finds nothing");
}

/// A folder in memory where the machine has one: databases sync every commit.
pub fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    let made = if memory.is_dir() {
        tempfile::tempdir_in(memory)
    } else {
        tempfile::tempdir()
    };
    made.expect("a temporary folder is made")
}

/// Migrates and installs, as `evenhand serve` does.
fn prepare(url: &DatabaseUrl) {
    let database = Database::open(url, 1).expect("the template database opens");
    migrate(&database).expect("migrations run");
    let stamp = Stamp {
        now: START,
        actor: None,
        request: "tests".to_owned(),
    };
    database
        .write(stamp, install::install)
        .expect("the default programme is installed");
}

fn sqlite_template() -> Template {
    let folder = folder();
    let made = folder.path().join("made.sqlite");
    prepare(&DatabaseUrl::Sqlite(made.to_string_lossy().into_owned()));
    // One file without the side files of the write-ahead log.
    let bytes = {
        let whole = folder.path().join("whole.sqlite");
        let mut connection =
            SqliteConnection::establish(&made.to_string_lossy()).expect("the template opens");
        connection
            .batch_execute(&format!("VACUUM INTO '{}'", whole.display()))
            .expect("the template is written");
        std::fs::read(whole).expect("the template is read")
    };
    let path = folder.keep().join("template.sqlite");
    std::fs::write(&path, bytes).expect("the template is kept");
    at_exit();
    Template::Sqlite(path)
}

fn postgres_template(admin: String) -> Template {
    let name = format!("evenhand_test_{}", std::process::id());
    drop_database(&admin, &name);
    run_on(&admin, &format!("CREATE DATABASE {name}"));
    prepare(&DatabaseUrl::Postgres(with_name(&admin, &name)));
    // The pools' connections may take a moment to end, and a copy needs them gone.
    let ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname";
    run_on(&admin, &format!("{ended} = '{name}'"));
    at_exit();
    Template::Postgres { admin, name }
}

/// The same server's URL with another database.
fn with_name(admin: &str, name: &str) -> String {
    let (base, query) = admin.split_once('?').unwrap_or((admin, ""));
    let server = base.rsplit_once('/').map_or(base, |(server, _)| server);
    let query = if query.is_empty() {
        String::new()
    } else {
        format!("?{query}")
    };
    format!("{server}/{name}{query}")
}

fn run_on(admin: &str, words: &str) {
    let mut connection = PgConnection::establish(admin).expect("PostgreSQL answers");
    connection
        .batch_execute(words)
        .unwrap_or_else(|problem| panic!("{words}: {problem}"));
}

fn drop_database(admin: &str, name: &str) {
    run_on(
        admin,
        &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
    );
}

/// Statics are never dropped, so the template is taken away when the process ends.
fn at_exit() {
    extern "C" fn clean() {
        // A panic must not cross into the C library.
        let _ = std::panic::catch_unwind(|| match &*TEMPLATE {
            Template::Sqlite(path) => {
                if let Some(folder) = path.parent() {
                    let _ = std::fs::remove_dir_all(folder);
                }
            }
            Template::Postgres { admin, name } => drop_database(admin, name),
        });
    }
    // SAFETY: `clean` is a plain function that lives as long as the process.
    let registered = unsafe { libc::atexit(clean) };
    assert_eq!(registered, 0, "the clean-up is registered");
}
