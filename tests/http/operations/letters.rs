//! A mail server that is away for an hour: letters wait, are tried again ever later, and
//! leave once each when it is back. The clock stands still until the story moves it.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use evenhand::config::Config;
use evenhand::mail;
use evenhand::store::outbox;
use evenhand::web::Site;
use tokio::net::TcpSocket;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::oneshot;

use crate::nodes::until;
use crate::support::{PUBLIC, TestSite};

fn runtime() -> Runtime {
    let mut builder = Builder::new_current_thread();
    builder.enable_all().build().expect("a runtime")
}

/// A port that is ours and on which nobody listens: whoever comes is refused.
struct Closed {
    socket: TcpSocket,
    address: SocketAddr,
}

impl Closed {
    fn new() -> Self {
        let socket = TcpSocket::new_v4().expect("a socket");
        let any = SocketAddr::from(([127, 0, 0, 1], 0));
        socket.bind(any).expect("a port is free");
        let address = socket.local_addr().expect("it is known");
        Self { socket, address }
    }

    /// From now on a mail server listens there that takes every letter; the lines that
    /// name them, as they come.
    fn open(self) -> Arc<Mutex<Vec<String>>> {
        let listening = runtime().block_on(async { self.socket.listen(16)?.into_std() });
        let listener: TcpListener = listening.expect("it listens");
        listener.set_nonblocking(false).expect("it waits");
        let taken = Arc::new(Mutex::new(Vec::new()));
        let letters = taken.clone();
        std::thread::spawn(move || {
            for line in listener.incoming().flatten() {
                take(line, &letters);
            }
        });
        taken
    }
}

/// One line to the mail server; `None` where it has ended.
fn take(mut line: TcpStream, letters: &Mutex<Vec<String>>) -> Option<()> {
    let words = BufReader::new(line.try_clone().ok()?);
    line.write_all(b"220 here\r\n").ok()?;
    let mut in_letter = false;
    for said in words.lines() {
        let said = said.ok()?;
        if in_letter && said != "." {
            if said.starts_with("Message-ID: ") {
                letters.lock().expect("nobody panicked").push(said);
            }
            continue;
        }
        in_letter = said.eq_ignore_ascii_case("data");
        let answer: &[u8] = match in_letter {
            true => b"354 go on\r\n",
            false => b"250 done\r\n",
        };
        line.write_all(answer).ok()?;
    }
    Some(())
}

/// The worker that sends mail, as the program runs it beside the server.
struct Worker {
    site: Site,
    end: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    fn start(of: &TestSite, server: SocketAddr) -> Self {
        let config = Config {
            data: of.folder().to_owned(),
            smtp_url: format!("smtp://{server}"),
            ..Config::default()
        };
        let (database, clock) = (of.database.clone(), of.clock.clone());
        let site = Site::new(config, database, clock, PUBLIC.to_owned());
        let (end, ended) = oneshot::channel();
        let own = site.clone();
        let thread = std::thread::spawn(move || {
            runtime().block_on(async move {
                let sending = Box::pin(mail::run(own));
                futures_util::future::select(sending, ended).await;
            });
        });
        Self {
            site,
            end: Some(end),
            thread: Some(thread),
        }
    }

    /// Has it look at the outbox now.
    fn wake(&self) {
        self.site.mail.notify_one();
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        let told = self.end.take().map(|end| end.send(()));
        let ended = self.thread.take().map(JoinHandle::join);
        if !std::thread::panicking() {
            assert!(matches!((told, ended), (Some(Ok(())), Some(Ok(())))));
        }
    }
}

/// Whether every letter was tried so often, and none has left.
fn all_tried(site: &TestSite, times: i32) -> bool {
    let letters = site.letters();
    letters
        .iter()
        .all(|one| one.sent_at.is_none() && one.attempts == times)
}

/// How many letters are due so many minutes from now.
fn due(site: &TestSite, minutes: i64) -> usize {
    let then = site.clock.now().plus_minutes(minutes);
    site.read(|reader| outbox::due(reader, then, 100)).len()
}

#[test]
fn a_mail_server_that_is_away_for_an_hour_gets_every_letter_once_when_it_is_back() {
    let site = TestSite::start();
    for name in ["Rana Haddad", "Dov Amir"] {
        site.visitor().named(name).sign_up();
    }
    let closed = Closed::new();
    let worker = Worker::start(&site, closed.address);
    until("each is tried", || all_tried(&site, 1));
    let mut gone = 0;
    for (times, wait) in (2..).zip([1, 2, 4, 8, 16]) {
        assert_eq!((due(&site, wait - 1), due(&site, wait)), (0, 2));
        site.pass_minutes(wait);
        gone += wait;
        worker.wake();
        until("each is tried again", || all_tried(&site, times));
    }
    // What is posted meanwhile is tried at once, and the others not before their time.
    site.pass_minutes(60 - gone);
    site.visitor().named("Maya Stern").sign_up();
    worker.wake();
    let tries = || -> Vec<i32> { site.letters().iter().map(|one| one.attempts).collect() };
    until("the new one is tried", || tries() == [6, 6, 1]);
    assert!(site.letters().iter().all(|one| one.sent_at.is_none()));

    let taken = closed.open();
    assert_eq!((due(&site, 0), due(&site, 1), due(&site, 3)), (0, 1, 3));
    site.pass_minutes(3);
    worker.wake();
    let left = || site.letters().iter().all(|one| one.sent_at.is_some());
    until("all have left", left);
    // Nothing is ever due again, and what comes later is all that still leaves.
    assert_eq!(due(&site, 365 * 24 * 60), 0);
    site.visitor().named("Noor Khalil").sign_up();
    worker.wake();
    until("the last one has left", left);
    let name = |id: &str| format!("Message-ID: <{id}@evenhand>");
    let posted: BTreeSet<String> = site.letters().iter().map(|one| name(&one.id)).collect();
    let taken = taken.lock().expect("nobody panicked").clone();
    assert_eq!((posted.len(), taken.len()), (4, 4), "{taken:?}");
    assert_eq!(taken.into_iter().collect::<BTreeSet<_>>(), posted);
}
