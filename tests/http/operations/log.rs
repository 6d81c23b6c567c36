//! The log of the program as it runs: one line for each request, by its route, and
//! nothing of what people write, are called or look for.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::deliberation::{Deliberation, ENTRANTS};
use crate::support::{PASSWORD, Person, TestSite, option};

/// The program as a process of its own; killed at the end.
struct Running {
    child: Child,
    address: String,
    log: PathBuf,
}

impl Running {
    fn start(site: &TestSite, mail: &str) -> Self {
        let log = site.folder().join("log.jsonl");
        let mut command = Command::new(env!("CARGO_BIN_EXE_evenhand"));
        command.env_clear().arg("--data").arg(site.folder());
        command.args(["--database", &option(site.url())]);
        command.args(["--listen", "127.0.0.1:0"]);
        // The cost at which the story's passwords were hashed.
        command.env("EVENHAND_ARGON2_MEMORY_KIB", "64");
        command.env("EVENHAND_ARGON2_PASSES", "1");
        // Nobody in the story has an app.
        command.env("EVENHAND_SECOND_FACTOR", "none");
        command.env("EVENHAND_SMTP_URL", mail);
        command.env("EVENHAND_LOG_FORMAT", "json");
        command.env("RUST_LOG", "info,evenhand=trace");
        command.stdin(Stdio::null()).stdout(Stdio::piped());
        let file = File::create(&log).expect("a file of the log");
        let mut child = command.stderr(file).spawn().expect("the program runs");
        let output = child.stdout.take().expect("an output");
        let mut line = String::new();
        let read = BufReader::new(output).read_line(&mut line);
        read.expect("a first line");
        let address = line.trim().strip_prefix("Evenhand serves on ");
        let address = address.unwrap_or_else(|| panic!("{line:?} names no address"));
        Self {
            address: address.to_owned(),
            child,
            log,
        }
    }

    /// Somebody of the story, who signs in here.
    fn signed_in(&self, round: &Deliberation, person: &Person) -> Person {
        let mut here = Person::new(self.address.clone(), round.site.database.clone());
        here.email.clone_from(&person.email);
        here.sign_in();
        here
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The log once some words are in it, which may take a moment.
fn log_with(log: &Path, words: &str) -> String {
    let began = Instant::now();
    loop {
        let text = fs::read_to_string(log).expect("the log is read");
        if text.contains(words) || began.elapsed() > Duration::from_secs(30) {
            return text;
        }
        std::thread::yield_now();
    }
}

/// A mail server that knows nobody, and says whom it does not know.
fn mail_server() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("it is known");
    std::thread::spawn(move || {
        for line in listener.incoming().flatten() {
            std::thread::spawn(move || refuse_everybody(line));
        }
    });
    format!("smtp://{address}")
}

/// One line to it; `None` where it has ended.
fn refuse_everybody(mut line: TcpStream) -> Option<()> {
    let words = BufReader::new(line.try_clone().ok()?);
    line.write_all(b"220 here\r\n").ok()?;
    for said in words.lines() {
        let said = said.ok()?;
        let answer = match said.split_once(':') {
            Some((verb, whom)) if verb.eq_ignore_ascii_case("rcpt to") => {
                format!("550 5.1.1 {} is not known here\r\n", whom.trim())
            }
            _ => "250 done\r\n".to_owned(),
        };
        line.write_all(answer.as_bytes()).ok()?;
    }
    Some(())
}

/// What people do here all day, as each of them; answers with an id of a request.
fn work(running: &Running, round: &Deliberation) -> String {
    let (ada, noor, rana) = (
        running.signed_in(round, &round.ada),
        running.signed_in(round, &round.noor),
        running.signed_in(round, &round.rana),
    );
    let id = round.applications[0];
    for path in [
        format!("/applications/{id}"),
        "/organisations".to_owned(),
        "/account".to_owned(),
        format!("/admin/applications/{id}"),
        "/nothing/rana.haddad@example.org?title=Legal+aid+in+the+valley".to_owned(),
    ] {
        rana.get(&path);
    }
    rana.post_with_token(
        &format!("/applications/{id}/sections/request"),
        &[("title", ENTRANTS[0].title), ("amount", "many")],
    );
    noor.get("/reviews");
    noor.get(&format!("/reviews/{id}"));
    noor.post_with_token(
        &format!("/reviews/{id}/discussion"),
        &[("text", "Safe rooms?")],
    );
    for path in [
        format!("/admin/applications/{id}"),
        format!("/admin/applications/{id}/story"),
        "/admin/rounds/autumn/ranking".to_owned(),
        "/admin/people".to_owned(),
        "/admin/audit?person=rana.haddad@example.org".to_owned(),
        "/organisations?find=Witness".to_owned(),
    ] {
        ada.get(&path);
    }
    let mut guesser = Person::new(running.address.clone(), round.site.database.clone());
    guesser.email.clone_from(&round.rana.email);
    "Haddad’s dog".clone_into(&mut guesser.password);
    guesser.try_to_sign_in();
    let odd = ada.ask("HADDAD", "/", &[], None);
    assert_eq!(odd.status, 405);
    let last = ada.get_once("/account");
    last.header("x-request-id").expect("an id").to_owned()
}

#[test]
fn the_log_has_a_line_for_each_request_and_names_nobody() {
    let round = Deliberation::new();
    let running = Running::start(&round.site, &mail_server());
    let last = work(&running, &round);
    let log = log_with(&running.log, "a letter could not be sent");
    assert!(log.contains("a letter could not be sent"), "{log}");
    let file = running.log.clone();
    drop(running);
    let log = fs::read_to_string(file).expect("the log is read");

    let mut answered = 0;
    for line in log.lines() {
        let line: Value = serde_json::from_str(line).unwrap_or_else(|e| panic!("{line}: {e}"));
        let fields = &line["fields"];
        if fields["message"] != "answered" {
            continue;
        }
        answered += 1;
        let id = fields["request"].as_str().expect("an id");
        assert_eq!(id.len(), 32, "{line}");
        let method = fields["method"].as_str().expect("a method");
        assert!(["GET", "POST", "other"].contains(&method), "{line}");
        let route = fields["route"].as_str().expect("a route");
        assert!(route.is_empty() || route.starts_with('/'), "{line}");
        assert!(fields["status"].is_u64() && fields["ms"].is_u64(), "{line}");
    }
    assert!(answered > 25, "{answered} lines of {log}");
    assert!(log.contains("\"/admin/applications/{id}\""), "{log}");
    assert!(log.contains(&last), "{log}");
    for word in secrets(&round) {
        assert!(!log.contains(&word), "{word} is in the log: {log}");
    }
}

/// What must not be in a log: names, addresses, titles, references, ids, secrets.
fn secrets(round: &Deliberation) -> Vec<String> {
    let mut words: Vec<String> = [
        "haddad",
        "Haddad",
        "HADDAD",
        "Legal aid",
        "Legal+aid",
        "Witness",
    ]
    .map(str::to_owned)
    .to_vec();
    words.push(PASSWORD.to_owned());
    for person in [
        &round.ada,
        &round.ben,
        &round.noor,
        &round.maya,
        &round.rana,
    ] {
        words.extend([person.name.clone(), person.email.clone()]);
    }
    for entrant in &ENTRANTS {
        words.extend([entrant.name, entrant.title, entrant.reference].map(str::to_owned));
    }
    words.extend(round.applications.iter().map(ToString::to_string));
    words.push("@example".to_owned());
    words
}

#[test]
fn the_id_of_a_request_is_on_its_answer_and_its_error_page() {
    let site = TestSite::start();
    let page = site.visitor().get("/nothing/here");
    let id = page.header("x-request-id").expect("an id");
    assert_eq!(page.the("p.hint bdi"), id);
    let mut forger = site.visitor();
    forger.headers = vec![("x-request-id", "made-up-by-somebody".to_owned())];
    let page = forger.get("/");
    assert_ne!(page.header("x-request-id"), Some("made-up-by-somebody"));
}

#[test]
fn a_proxy_that_is_trusted_names_the_request() {
    let site = TestSite::start_with(|config| {
        "x-request-id".clone_into(&mut config.request_id_header);
    });
    let mut behind = site.visitor();
    for (given, taken) in [
        ("f3b0c442-98fc-1c14", true),
        ("short", false),
        ("<script>alert(1)</script>", false),
        ("rana.haddad@example.org", false),
        (&*"a".repeat(65), false),
    ] {
        behind.headers = vec![("x-request-id", given.to_owned())];
        let page = behind.get("/nothing/here");
        let id = page.header("x-request-id").expect("an id");
        assert_eq!(id == given, taken, "{given}: {id}");
        assert_eq!(page.the("p.hint bdi"), id);
    }
    let other = TestSite::start_with(|config| {
        "x-request-id".clone_into(&mut config.request_id_header);
        "10.1.0.0/16".clone_into(&mut config.trusted_proxies);
    });
    let mut forger = other.visitor();
    forger.headers = vec![("x-request-id", "f3b0c442-98fc-1c14".to_owned())];
    let page = forger.get("/");
    assert_ne!(page.header("x-request-id"), Some("f3b0c442-98fc-1c14"));
}

#[test]
fn a_proxy_that_is_not_trusted_is_told_once_and_without_an_address() {
    let site = TestSite::start();
    site.first_admin("Ada Levi");
    let settings = "proxy_header = \"x-forwarded-for\"\ntrusted_proxies = \"10.1.0.0/16\"\n";
    fs::write(site.folder().join("evenhand.toml"), settings).expect("settings");
    let running = Running::start(&site, &mail_server());
    let mut behind = Person::new(running.address.clone(), site.database.clone());
    behind.headers = vec![("x-forwarded-for", "203.0.113.9".to_owned())];
    behind.get_once("/privacy");
    let last = behind.get_once("/sign-in");
    let log = log_with(&running.log, last.header("x-request-id").expect("an id"));
    let told = log.matches("that is not in trusted_proxies").count();
    assert_eq!(told, 1, "{log}");
    assert!(!log.contains("203.0.113.9"), "{log}");
}
