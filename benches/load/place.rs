//! Databases to measure, copies of them, and the program on them as a process.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use evenhand::store::DatabaseUrl;

use crate::client::{Request, agent, ask};
use crate::seed::Raw;

#[path = "quota.rs"]
mod quota;

use quota::Quota;

/// How memory is let go, as the unit of the service says.
const ALLOCATION: [(&str, &str); 3] = [
    ("MALLOC_ARENA_MAX", "4"),
    ("MALLOC_MMAP_THRESHOLD_", "1000000"),
    ("MALLOC_TRIM_THRESHOLD_", "1000000"),
];

const PROGRAM: &str = env!("CARGO_BIN_EXE_evenhand");
/// What it says before its address.
const SERVES: &str = "Evenhand serves on ";
/// A page that asks the database.
const FIRST: &str = "/rounds/call-1";

/// The sizes of what was seeded before for this kind of database, smallest first.
pub fn kept_sizes(admin: Option<&str>) -> Vec<u64> {
    let folder = std::env::var_os(KEPT);
    let entries = folder.map(|folder| fs::read_dir(folder).expect("a folder"));
    let entries = entries.into_iter().flatten().flatten();
    let entries = entries.filter(|entry| entry.path().join(kept_as(admin)).exists());
    let sizes = entries.filter_map(|entry| entry.file_name().to_string_lossy().parse().ok());
    let mut sizes: Vec<u64> = sizes.collect();
    sizes.sort_unstable();
    sizes
}

/// What a folder of something that was seeded before holds: the database of SQLite, or the
/// name of that of PostgreSQL.
fn kept_as(admin: Option<&str>) -> &'static str {
    match admin {
        None => "evenhand.sqlite",
        Some(_) => "postgresql",
    }
}

/// The database of SQLite in a data folder.
fn file_of(folder: &Path) -> DatabaseUrl {
    let file = folder.join(kept_as(None));
    DatabaseUrl::Sqlite(file.to_string_lossy().into_owned())
}

/// The URL of another database of the server that this one is of.
fn beside(admin: &str, name: &str) -> DatabaseUrl {
    let (server, _) = admin.rsplit_once('/').expect("a URL with a name");
    DatabaseUrl::Postgres(format!("{server}/{name}"))
}

/// A data folder with its database.
pub struct Place {
    pub folder: PathBuf,
    pub url: DatabaseUrl,
    /// Administration URL and name, on PostgreSQL.
    server: Option<(String, String)>,
    /// Whether it was there before and stays.
    stays: bool,
}

/// The folder of data folders with databases that are there already, each called by how many
/// applications it has.
const KEPT: &str = "LOAD_KEPT";

impl Place {
    /// An empty one: on the PostgreSQL of this administration URL, or else of SQLite.
    pub fn new(folder: &Path, name: &str, admin: Option<&str>) -> Self {
        Self::made(folder, name, admin.map(|admin| (admin, "template0")))
    }

    /// One with so many applications, and what seeding it said.
    pub fn seeded((folder, admin): (&Path, Option<&str>), applications: u64) -> (Self, String) {
        if let Some(kept) = Self::kept(admin, applications) {
            return (kept, "before".to_owned());
        }
        let base = Self::new(folder, "base", admin);
        let size = applications.to_string();
        let told = base.run(&["seed", "--applications", &size, "--seed", "1"]);
        base.run(&["seal"]);
        if base.server.is_some() {
            // As its own housekeeping leaves it, which would otherwise be at it meanwhile.
            Raw::open(&base.url).run("VACUUM ANALYZE");
        }
        // What is measured does not wait for the disk to take what was seeded.
        let settled = Command::new("sync").status().expect("it runs");
        assert!(settled.success(), "what was seeded is on the disk");
        (base, told.lines().next().unwrap_or_default().to_owned())
    }

    /// One that was seeded and sealed before.
    fn kept(admin: Option<&str>, applications: u64) -> Option<Self> {
        let all = PathBuf::from(std::env::var_os(KEPT)?);
        let folder = all.join(applications.to_string());
        let file = folder.join(kept_as(admin));
        if !file.exists() {
            return None;
        }
        let (url, server) = match admin {
            None => (file_of(&folder), None),
            Some(admin) => {
                let name = fs::read_to_string(file).expect("the name is read");
                let name = name.trim().to_owned();
                (beside(admin, &name), Some((admin.to_owned(), name)))
            }
        };
        Some(Self {
            folder,
            url,
            server,
            stays: true,
        })
    }

    /// A copy; nobody may be using this one.
    pub fn copy(&self, folder: &Path, name: &str) -> Self {
        let own = self.server.as_ref();
        let own = own.map(|(admin, own)| (admin.as_str(), own.as_str()));
        let copy = Self::made(folder, name, own);
        if let (DatabaseUrl::Sqlite(from), DatabaseUrl::Sqlite(to)) = (&self.url, &copy.url) {
            Raw::open(&self.url).run("PRAGMA wal_checkpoint(TRUNCATE)");
            fs::copy(from, to).expect("the database is copied");
        }
        // What is sealed opens there too.
        let key = |place: &Self| place.folder.join("master.key");
        fs::copy(key(self), key(&copy)).expect("the key is copied");
        copy
    }

    fn made(folder: &Path, name: &str, server: Option<(&str, &str)>) -> Self {
        let folder = folder.join(name);
        fs::create_dir_all(&folder).expect("a folder");
        let Some((admin, template)) = server else {
            return Self {
                url: file_of(&folder),
                folder,
                server: None,
                stays: false,
            };
        };
        let own = format!("evenhand_load_{}_{name}", std::process::id());
        let mut raw = Raw::open(&DatabaseUrl::Postgres(admin.to_owned()));
        raw.run(&format!("DROP DATABASE IF EXISTS {own} WITH (FORCE)"));
        // The connections of pools that were closed may take a moment to end.
        raw.run(&format!(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{template}'"
        ));
        raw.run(&format!("CREATE DATABASE {own} TEMPLATE {template}"));
        Self {
            url: beside(admin, &own),
            folder,
            server: Some((admin.to_owned(), own)),
            stays: false,
        }
    }

    /// The program on this place, with passwords that cost next to nothing: signing in
    /// is not what is measured.
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        let database = match &self.url {
            DatabaseUrl::Sqlite(path) => format!("sqlite:{path}"),
            DatabaseUrl::Postgres(url) => url.clone(),
        };
        command
            .env_clear()
            .env("EVENHAND_ARGON2_MEMORY_KIB", "64")
            .env("EVENHAND_ARGON2_PASSES", "1")
            .env("EVENHAND_SIGN_IN_TRIES", "100000")
            .env("EVENHAND_SECOND_FACTOR", "none")
            .env("EVENHAND_PROOF_MINUTES", "10000000")
            .env("RUST_LOG", "warn")
            .envs(ALLOCATION)
            .args(arguments)
            .arg("--data")
            .arg(&self.folder)
            .args(["--database", &database, "--listen", "127.0.0.1:0"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped());
        command
    }

    /// Runs a command to its end; what it printed.
    pub fn run(&self, arguments: &[&str]) -> String {
        let output = self.command(arguments).output().expect("the program runs");
        assert!(output.status.success(), "{arguments:?}: {output:?}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// Serves it with a part of one core, in hundredths; nothing where it can't be bound.
    #[allow(dead_code, reason = "another benchmark looks at it")]
    pub fn serve_within(&self, number: usize, percent: u32) -> Option<Running> {
        let quota = Quota::new(number, percent)?;
        let mut running = self.serve();
        quota.hold(running.child.id())?;
        running.quota = Some(quota);
        Some(running)
    }

    /// Serves it, until what is answered is dropped.
    pub fn serve(&self) -> Running {
        Running::start(self.command(&["serve"]), SERVES, FIRST)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if self.stays {
            return;
        }
        if let Some((admin, name)) = &self.server {
            let words = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            Raw::open(&DatabaseUrl::Postgres(admin.clone())).run(&words);
        }
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A server in a process of its own.
pub struct Running {
    child: Child,
    pub address: String,
    /// From its start to its first answer.
    pub began: Duration,
    quota: Option<Quota>,
}

impl Running {
    /// Starts it and waits until it answers with a page; its first line ends with its
    /// address.
    pub fn start(mut command: Command, before: &str, page: &str) -> Self {
        let started = Instant::now();
        let mut child = command.stdout(Stdio::piped()).spawn().expect("it starts");
        let output = child.stdout.take().expect("an output");
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line).expect("a line");
        let address = line.trim().strip_prefix(before);
        let address = address.unwrap_or_else(|| panic!("{line:?} names no address"));
        let first = ask(&agent(), address, &Request::page(page));
        assert_eq!(first.status, 200, "{page}");
        Self {
            address: address.to_owned(),
            began: started.elapsed(),
            child,
            quota: None,
        }
    }

    /// The number of its process.
    #[allow(dead_code, reason = "another benchmark looks at it")]
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Resident memory now and at its highest, in MiB, where the kernel tells.
    pub fn memory(&self) -> (u64, u64) {
        let file = format!("/proc/{}/status", self.child.id());
        let status = fs::read_to_string(file).unwrap_or_default();
        let of = |name: &str| {
            let line = status.lines().find(|line| line.starts_with(name));
            let kib = line.and_then(|line| line.split_whitespace().nth(1));
            kib.and_then(|kib| kib.parse::<u64>().ok()).unwrap_or(0) / 1024
        };
        (of("VmRSS:"), of("VmHWM:"))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
