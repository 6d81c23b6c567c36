//! Starting and stopping the server.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::place::{Place, done, refusal, text};

/// A server that is killed when the test ends, if it still runs.
pub struct Serving {
    child: Child,
    address: String,
    output: BufReader<std::process::ChildStdout>,
}

impl Serving {
    pub fn start(place: &Place) -> Self {
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

    pub fn address(&self) -> &str {
        &self.address
    }

    pub fn signal(&self, signal: i32) {
        let id = i32::try_from(self.child.id()).expect("an id");
        // SAFETY: a signal to a child that this test started and has not waited for.
        assert_eq!(unsafe { libc::kill(id, signal) }, 0);
    }

    pub fn ask(&self, request: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.address).expect("the server answers");
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .expect("a time limit");
        stream
            .write_all(request.as_bytes())
            .expect("the request is sent");
        stream
    }

    /// Waits until it has ended; the code with which it did.
    pub fn wait(&mut self) -> Option<i32> {
        self.child.wait().expect("it ends").code()
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
    assert_eq!(serving.wait(), Some(0));
    assert!(
        began.elapsed() < Duration::from_secs(10),
        "{:?}",
        began.elapsed()
    );
}

#[test]
fn who_hangs_does_not_hold_a_server_that_is_told_to_stop() {
    let place = Place::new();
    let mut serving = Serving::start(&place);
    // A form and a head of which the rest never comes.
    let form = "POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\n12345";
    let hanging = [form, "GET / HTTP/1.1\r\nhost: x\r\n"].map(|half| serving.ask(half));
    assert!(
        serving.get("/healthz").contains("alive"),
        "the server has begun to read"
    );
    let began = Instant::now();
    serving.signal(libc::SIGTERM);
    assert_eq!(serving.wait(), Some(0));
    // What was begun has ten seconds; by itself the form would have sixty.
    assert!(
        began.elapsed() < Duration::from_secs(40),
        "{:?}",
        began.elapsed()
    );
    drop(hanging);
}

#[test]
fn a_server_that_is_interrupted_ends_at_once() {
    let place = Place::new();
    let mut serving = Serving::start(&place);
    assert!(serving.get("/healthz").contains("alive"));
    let began = Instant::now();
    serving.signal(libc::SIGINT);
    assert_eq!(serving.wait(), Some(0));
    assert!(
        began.elapsed() < Duration::from_secs(3),
        "{:?}",
        began.elapsed()
    );
}

#[test]
fn a_server_goes_on_when_a_newer_release_has_migrated_but_starts_no_more() {
    let place = Place::new();
    let serving = Serving::start(&place);
    place.tamper("INSERT INTO __diesel_schema_migrations (version) VALUES ('29990101000001')");
    assert!(serving.get("/readyz").starts_with("HTTP/1.1 200 OK\r\n"));
    assert!(serving.get("/sign-in").starts_with("HTTP/1.1 200 OK\r\n"));
    let line = refusal(&place.run(&["--listen", "127.0.0.1:0"]), 2);
    assert!(line.contains("made by a newer release"), "{line}");
}

#[test]
fn a_panic_tells_its_place_and_no_words() {
    let place = Place::new();
    let mut child = place
        .command(&["--listen", "127.0.0.1:0"])
        .env("EVENHAND_LOG_FORMAT", "json")
        .spawn()
        .expect("the program runs");
    // It panics as soon as it prints something that nobody reads.
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(101), "{said}");
    assert!(
        said.contains("\"message\":\"something panicked\""),
        "{said}"
    );
    assert!(said.contains("stdio.rs:"), "{said}");
    assert!(!said.contains("failed printing"), "{said}");
}

#[test]
fn the_doctor_gives_advice_about_what_stands_around_the_data() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    let enter = |mode| {
        let mode = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(place.path(), mode).expect("it is ours");
    };
    enter(0o700);
    let serving = Serving::start(&place);
    let address = serving.address.clone();
    let ask = || place.run(&["doctor", "--running", "--listen", &address]);
    let told = done(&ask());
    assert!(!told.contains("nothing answers"), "{told}");
    assert!(!told.contains("may enter"), "{told}");
    assert!(told.contains("Advice: smtp_url is not set: "), "{told}");
    assert!(
        told.ends_with(" pieces of advice.\nEvery invariant holds.\n"),
        "{told}"
    );

    drop(serving);
    enter(0o755);
    let last = "(SELECT MAX(seq) FROM audit_events)";
    place.tamper(&format!(
        "UPDATE audit_events SET at = 4102444800000000 WHERE seq = {last}"
    ));
    let told = text(&ask().stdout);
    for finding in [
        "Advice: everybody on this machine may enter ",
        "but the log goes on to 2100-01-01T",
        &format!("Advice: nothing answers at {address} "),
    ] {
        assert!(told.contains(finding), "{finding}: {told}");
    }
}

#[test]
fn the_doctor_says_so_while_the_key_lies_with_what_it_opens() {
    let (place, apart) = (Place::new(), Place::new());
    done(&place.run(&["migrate"]));
    let advice = "Advice: the master key lies in the data folder: ";
    let told = done(&place.run(&["doctor", "--running"]));
    assert!(told.contains(advice), "{told}");

    let key = apart.path().join("master.key");
    std::fs::rename(place.path().join("master.key"), &key).expect("it is moved");
    let mut command = place.command(&["doctor", "--running"]);
    command.env("EVENHAND_MASTER_KEY_FILE", &key);
    let told = done(&command.output().expect("the program runs"));
    assert!(!told.contains(advice), "{told}");
    assert!(told.ends_with("Every invariant holds.\n"), "{told}");
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
