//! The program as an operator meets it: commands, exit codes, one line for each
//! mistake, starting and stopping.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::{Connection, SqliteConnection};
use tempfile::TempDir;

const PASSWORD: &[u8] = b"olive trees by the old road\n";

/// An installation in a folder of its own.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder"))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_evenhand"));
        // Only what the test says: no settings of whoever runs it.
        command
            .env_clear()
            .arg("--data")
            .arg(self.path())
            .args(arguments);
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the program runs")
    }

    fn run_typing(&self, arguments: &[&str], typed: &[u8]) -> Output {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .spawn()
            .expect("it runs");
        let mut input = child.stdin.take().expect("an input");
        // A command that refuses at once does not read.
        let _ = input.write_all(typed);
        drop(input);
        child.wait_with_output().expect("it ends")
    }

    /// Runs SQL on the database, as somebody with the file in hand could.
    fn tamper(&self, words: &str) {
        let file = self.path().join("evenhand.sqlite");
        let mut connection =
            SqliteConnection::establish(&file.to_string_lossy()).expect("the file opens");
        connection.batch_execute(words).expect("the words run");
    }

    fn migrated() -> Self {
        let place = Self::new();
        done(&place.run(&["migrate"]));
        place
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

fn done(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    text(&output.stdout)
}

/// The one line of a command that ended with this code.
fn refusal(output: &Output, code: i32) -> String {
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{said}");
    assert_eq!(text(&output.stdout), "");
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 1, "one line says what to do: {said}");
    lines[0].to_owned()
}

/// A server that is killed when the test ends, if it still runs.
struct Serving {
    child: Child,
    address: String,
    output: BufReader<std::process::ChildStdout>,
}

impl Serving {
    fn start(place: &Place) -> Self {
        let mut child = place
            .command(&["--listen", "127.0.0.1:0"])
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        let mut output = BufReader::new(child.stdout.take().expect("an output"));
        let mut line = String::new();
        output.read_line(&mut line).expect("a first line");
        let address = line.trim().strip_prefix("Evenhand serves on http://");
        let address = address
            .unwrap_or_else(|| panic!("{line:?} names no address"))
            .to_owned();
        Self {
            child,
            address,
            output,
        }
    }

    fn signal(&self, signal: i32) {
        let id = i32::try_from(self.child.id()).expect("an id");
        // SAFETY: a signal to a child that this test started and has not waited for.
        assert_eq!(unsafe { libc::kill(id, signal) }, 0);
    }

    fn ask(&self, request: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.address).expect("the server answers");
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .expect("a time limit");
        stream
            .write_all(request.as_bytes())
            .expect("the request is sent");
        stream
    }

    fn get(&self, path: &str) -> String {
        let mut stream = self.ask(&format!(
            "GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"
        ));
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_mistake_in_a_command_gets_a_reason_and_code_2() {
    let place = Place::new();
    for arguments in [
        ["--colour", "migrate"].as_slice(),
        &["brew"],
        &["user", "add", "rana@example.org", "--role", "owner"],
        &["user", "add"],
    ] {
        let output = place.run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(text(&output.stderr).starts_with("error: "), "{arguments:?}");
        assert_eq!(text(&output.stdout), "", "{arguments:?}");
    }
    assert_eq!(
        std::fs::read_dir(place.path()).expect("a folder").count(),
        0,
        "nothing was made"
    );
}

#[test]
fn help_and_version_are_answered() {
    let place = Place::new();
    assert!(done(&place.run(&["--help"])).contains("Usage: evenhand"));
    assert_eq!(
        done(&place.run(&["--version"])),
        format!("evenhand {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn a_database_url_that_cannot_be_used_is_refused() {
    let place = Place::new();
    let line = refusal(
        &place.run(&["--database", "mysql://localhost/x", "migrate"]),
        2,
    );
    assert_eq!(
        line,
        "evenhand: the database URL must start with sqlite: or postgres://"
    );
    let output = place
        .command(&["migrate"])
        .env("DATABASE_URL", "nonsense")
        .output();
    assert_eq!(refusal(&output.expect("it runs"), 2), line);

    let nowhere = place.run(&["--database", "postgres://evenhand@127.0.0.1:1/x", "migrate"]);
    assert!(refusal(&nowhere, 2).ends_with("; check --database or DATABASE_URL"));

    let folder = format!("sqlite:{}", place.path().display());
    assert!(
        refusal(&place.run(&["--database", &folder, "migrate"]), 2).contains("check --database")
    );
}

#[test]
fn a_file_that_is_no_database_is_refused_and_left_alone() {
    let place = Place::new();
    let file = place.path().join("evenhand.sqlite");
    let garbage = b"this is no database ".repeat(500);
    std::fs::write(&file, &garbage).expect("the file is written");
    for command in ["migrate", "serve"] {
        let line = refusal(&place.run(&["--listen", "127.0.0.1:0", command]), 2);
        assert!(line.contains("check --database"), "{line}");
        assert_eq!(
            std::fs::read(&file).expect("the file is read"),
            garbage,
            "{command}"
        );
    }
}

#[test]
fn a_configuration_that_cannot_be_read_is_refused() {
    let place = Place::new();
    let config = place.path().join("evenhand.toml");
    for (text, said) in [
        ("listen = 8080", "listen"),
        (
            "time_zone = \"Mars/Olympus\"",
            "\"Mars/Olympus\" is not a time zone",
        ),
        ("argon2_passes = \"many\"", "argon2_passes"),
        ("listen = [", "TOML"),
    ] {
        std::fs::write(&config, text).expect("the file is written");
        let line = refusal(&place.run(&["migrate"]), 2);
        assert!(line.starts_with("evenhand: configuration: "), "{line}");
        assert!(line.contains(said), "{line}");
    }
    std::fs::write(&config, "mail_from = \"nobody\"").expect("the file is written");
    let line = refusal(&place.run(&["--listen", "127.0.0.1:0"]), 2);
    assert!(line.contains("mail_from must be an address"), "{line}");
}

#[test]
fn a_misspelt_setting_is_refused() {
    let place = Place::new();
    std::fs::write(place.path().join("evenhand.toml"), "sesion_hours = 8").expect("written");
    let line = refusal(&place.run(&["migrate"]), 2);
    assert!(line.contains("sesion_hours"), "{line}");
}

#[test]
fn a_port_that_is_in_use_is_refused() {
    let place = Place::new();
    let taken = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = taken.local_addr().expect("an address").to_string();
    let output = place
        .command(&["--listen", &address])
        .env("RUST_LOG", "off")
        .output();
    let line = refusal(&output.expect("it runs"), 2);
    assert!(
        line.starts_with(&format!("evenhand: can't listen on {address}: ")),
        "{line}"
    );
    assert!(line.ends_with("; choose another with --listen"), "{line}");
}

#[test]
fn a_database_is_migrated_once() {
    let place = Place::new();
    let first = done(&place.run(&["migrate"]));
    assert!(first.starts_with("Migrations run: "), "{first}");
    assert_eq!(done(&place.run(&["migrate"])), "The database is current.\n");
}

#[test]
fn a_database_that_is_not_migrated_is_not_read() {
    let place = Place::new();
    let line = refusal(&place.run(&["user", "list"]), 2);
    assert_eq!(
        line,
        "evenhand: the database is older than this release: run evenhand migrate"
    );
}

#[test]
fn a_database_of_a_newer_release_is_left_alone() {
    let place = Place::migrated();
    place.tamper("INSERT INTO __diesel_schema_migrations (version) VALUES ('29990101000001')");
    let file = place.path().join("evenhand.sqlite");
    let before = std::fs::read(&file).expect("the file is read");
    for arguments in [
        ["migrate"].as_slice(),
        &["serve"],
        &["user", "list"],
        &["audit", "verify"],
    ] {
        let line = refusal(&place.run(arguments), 2);
        assert_eq!(
            line,
            "evenhand: the database was made by a newer release (29990101000001): run that release instead"
        );
        assert_eq!(
            std::fs::read(&file).expect("the file is read"),
            before,
            "{arguments:?}"
        );
    }
}

#[test]
fn people_are_added_listed_and_disabled() {
    let place = Place::migrated();
    let add = |email: &str, role: &str| {
        done(&place.run_typing(
            &["user", "add", email, "--name", "A Person", "--role", role],
            PASSWORD,
        ))
    };
    assert_eq!(
        add("Rana@Example.org", "admin"),
        "rana@example.org is admin.\n"
    );
    assert_eq!(
        add("dov@example.org", "reviewer"),
        "dov@example.org is reviewer.\n"
    );
    assert_eq!(
        add("rana@example.org", "auditor"),
        "rana@example.org is auditor.\n"
    );
    assert_eq!(
        done(&place.run(&["user", "disable", "dov@example.org"])),
        "dov@example.org is disabled.\n"
    );
    assert_eq!(
        done(&place.run(&["user", "list"])),
        "dov@example.org\treviewer\tdisabled\nrana@example.org\tadmin,auditor\tactive\n"
    );
    assert_eq!(
        refusal(&place.run(&["user", "disable", "nobody@example.org"]), 1),
        "evenhand: no such account"
    );
}

#[test]
fn a_person_needs_an_address_and_a_good_password() {
    let place = Place::migrated();
    let add = |email: &str, typed: &[u8]| {
        place.run_typing(&["user", "add", email, "--role", "admin"], typed)
    };
    let last = |output: &Output| {
        text(&output.stderr)
            .lines()
            .last()
            .unwrap_or_default()
            .to_owned()
    };
    assert_eq!(
        last(&add("rana", PASSWORD)),
        "evenhand: Enter an e-mail address like name@example.org."
    );
    let short = add("rana@example.org", b"short\n");
    assert_eq!(short.status.code(), Some(2));
    assert!(
        last(&short).contains("Several words are easy to remember."),
        "{}",
        last(&short)
    );
    assert_eq!(
        add("rana@example.org", b"").status.code(),
        Some(2),
        "no password at all"
    );
    assert_eq!(done(&place.run(&["user", "list"])), "");
}

#[test]
fn the_audit_log_is_proved_whole_or_broken() {
    let place = Place::migrated();
    for email in ["a@example.org", "b@example.org", "c@example.org"] {
        done(&place.run_typing(&["user", "add", email, "--role", "reviewer"], PASSWORD));
    }
    let whole = done(&place.run(&["audit", "verify"]));
    assert_eq!(whole, "The audit log is whole: 3 events.\n");
    for (words, seq) in [
        (
            "UPDATE audit_events SET after_state = 'admin' WHERE seq = 2",
            2,
        ),
        ("UPDATE audit_events SET at = at + 1 WHERE seq = 2", 2),
        ("DELETE FROM audit_events WHERE seq = 1", 2),
    ] {
        let copy = Place::new();
        std::fs::copy(
            place.path().join("evenhand.sqlite"),
            copy.path().join("evenhand.sqlite"),
        )
        .expect("copied");
        copy.tamper(words);
        let line = refusal(&copy.run(&["audit", "verify"]), 1);
        assert_eq!(
            line,
            format!("evenhand: the audit log is broken at event {seq}"),
            "{words}"
        );
    }
}

#[test]
fn the_doctor_finds_what_is_broken() {
    let place = Place::migrated();
    let add = ["user", "add", "a@example.org", "--role", "admin"];
    done(&place.run_typing(&add, PASSWORD));
    assert_eq!(done(&place.run(&["doctor"])), "Every invariant holds.\n");
    place.tamper("UPDATE audit_events SET action = 'x' WHERE seq = 1");
    let output = place.run(&["doctor"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout).lines().count(), 1, "the finding");
    assert!(text(&output.stderr).starts_with("evenhand: 1 invariants are broken"));
}

#[test]
fn a_server_says_where_it_is_and_how_the_first_admin_joins() {
    let place = Place::new();
    let mut serving = Serving::start(&place);
    let mut lines = serving
        .output
        .by_ref()
        .lines()
        .map(|line| line.expect("a line"));
    assert_eq!(
        lines.next().as_deref(),
        Some("Create the first admin here (once, within 7 days):")
    );
    let link = lines.next().expect("a link");
    let prefix = format!("  http://{}/invitations/", serving.address);
    assert_eq!(link.strip_prefix(&prefix).map(str::len), Some(64), "{link}");
    assert!(serving.get("/readyz").starts_with("HTTP/1.1 200 OK\r\n"));
    let page = serving.get(&link.trim()[format!("http://{}", serving.address).len()..]);
    assert!(page.starts_with("HTTP/1.1 200 OK\r\n"), "{page}");
}

#[test]
fn a_server_that_is_told_to_stop_finishes_what_it_began() {
    let place = Place::new();
    let mut serving = Serving::start(&place);
    // A request whose body is on its way when the signal comes.
    let head = "POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\n";
    let mut half = serving.ask(&format!("{head}12345"));
    assert!(
        serving.get("/healthz").contains("alive"),
        "the server has begun to read"
    );
    let began = Instant::now();
    serving.signal(libc::SIGTERM);
    wait_until_closed(&serving.address);
    half.write_all(b"67890").expect("the rest is taken");
    let mut answer = [0; 12];
    half.read_exact(&mut answer).expect("an answer");
    assert_eq!(&answer, b"HTTP/1.1 403", "finished, not cut off");
    drop(half);
    assert_eq!(serving.child.wait().expect("it ends").code(), Some(0));
    assert!(
        began.elapsed() < Duration::from_secs(10),
        "{:?}",
        began.elapsed()
    );
}

#[test]
fn a_server_that_is_interrupted_ends_at_once() {
    let place = Place::new();
    let mut serving = Serving::start(&place);
    assert!(serving.get("/healthz").contains("alive"));
    let began = Instant::now();
    serving.signal(libc::SIGINT);
    assert_eq!(serving.child.wait().expect("it ends").code(), Some(0));
    assert!(
        began.elapsed() < Duration::from_secs(3),
        "{:?}",
        began.elapsed()
    );
}

/// Waits until the server takes no new connections.
fn wait_until_closed(address: &str) {
    let began = Instant::now();
    while TcpStream::connect(address).is_ok() {
        assert!(
            began.elapsed() < Duration::from_secs(5),
            "the server still takes connections"
        );
        std::thread::yield_now();
    }
}
