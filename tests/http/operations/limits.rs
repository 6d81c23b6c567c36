//! Lines that bring too much, too slowly or without an end, byte by byte.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::support::TestSite;

/// Longest that a test waits for what must come.
const PATIENCE: Duration = Duration::from_secs(20);

/// A line to the site on which so much was said.
fn said(site: &TestSite, words: &str) -> TcpStream {
    let host = site.address.strip_prefix("http://").expect("an address");
    let mut line = TcpStream::connect(host).expect("the site listens");
    line.set_read_timeout(Some(PATIENCE)).expect("a limit");
    line.write_all(words.as_bytes()).expect("it is sent");
    line
}

/// Everything that comes until the site ends the line.
fn answer(line: &mut TcpStream) -> String {
    let (mut all, mut part) = (Vec::new(), [0; 4096]);
    loop {
        match line.read(&mut part) {
            Ok(0) => break,
            Ok(read) => all.extend(&part[..read]),
            // What the site did not take is thrown back at its end.
            Err(problem) if problem.kind() == ErrorKind::ConnectionReset => break,
            Err(problem) => panic!("the line stays open: {problem}"),
        }
    }
    String::from_utf8_lossy(&all).into_owned()
}

/// Says the same over and over until the site has ended the line.
fn without_end(line: &TcpStream, words: String) -> JoinHandle<()> {
    let mut line = line.try_clone().expect("a second hand on the line");
    std::thread::spawn(move || while line.write_all(words.as_bytes()).is_ok() {})
}

/// The site still serves others.
fn serves(site: &TestSite) {
    assert_eq!(site.visitor().get("/").status, 200);
}

#[test]
fn a_head_that_trickles_in_is_given_up() {
    let site = TestSite::start_with(|config| config.head_ms = 1000);
    let mut line = said(&site, "GET / HTTP/1.1\r\nhost: x\r\n");
    let told = answer(&mut line);
    assert!(told.starts_with("HTTP/1.1 408 "), "{told}");
    serves(&site);
}

#[test]
fn a_form_that_trickles_in_is_given_up() {
    let site = TestSite::start_with(|config| config.body_ms = 100);
    let head = "POST /sign-in HTTP/1.1\r\nhost: x\r\n\
        content-type: application/x-www-form-urlencoded\r\ncontent-length: 100\r\n\r\n";
    let mut line = said(&site, &format!("{head}csrf="));
    let told = answer(&mut line);
    assert!(told.starts_with("HTTP/1.1 400 "), "{told}");
    assert!(told.contains("We couldn’t read what was sent"), "{told}");
    serves(&site);
}

#[test]
fn a_head_that_is_too_large_is_refused_with_a_page() {
    let site = TestSite::start_with(|config| config.head_most_bytes = 4096);
    let ask = |filling: usize| {
        let long = "a".repeat(filling);
        let head =
            format!("GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\nx-long: {long}\r\n\r\n");
        answer(&mut said(&site, &head))
    };
    assert!(ask(3000).starts_with("HTTP/1.1 200 "));
    let told = ask(5000);
    assert!(told.starts_with("HTTP/1.1 431 "), "{told}");
    assert!(told.contains("x-content-type-options: nosniff"), "{told}");
    assert!(told.contains("We couldn’t read what was sent"), "{told}");
    let address = "a".repeat(5000);
    let head = format!("GET /{address} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
    let told = answer(&mut said(&site, &head));
    assert!(told.starts_with("HTTP/1.1 431 "), "{told}");
}

#[test]
fn a_head_without_an_end_ends_the_line() {
    let site = TestSite::start();
    let mut line = said(&site, "GET / HTTP/1.1\r\nhost: x\r\nx-long: ");
    let endless = without_end(&line, "a".repeat(4096));
    let told = answer(&mut line);
    // Whether the answer is read before the rest is thrown back is up to the system.
    let refused = told.is_empty() || told.starts_with("HTTP/1.1 431 ");
    assert!(refused, "{told}");
    endless.join().expect("the line has ended");
    let many = "x: y\r\n".repeat(100);
    let head = format!("GET / HTTP/1.1\r\nhost: x\r\n{many}\r\n");
    let told = answer(&mut said(&site, &head));
    assert!(told.starts_with("HTTP/1.1 431 "), "{told}");
    serves(&site);
}

#[test]
fn a_body_without_a_length_is_neither_read_nor_waited_for() {
    let site = TestSite::start();
    for (method, path) in [
        ("POST", "/sign-in"),
        ("GET", "/"),
        ("POST", "/nothing/here"),
    ] {
        let head =
            format!("{method} {path} HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n");
        let mut line = said(&site, &head);
        let endless = without_end(&line, "1\r\na\r\n".repeat(500));
        let told = answer(&mut line);
        assert!(told.starts_with("HTTP/1.1 411 "), "{method} {path}: {told}");
        assert!(told.contains("We couldn’t read what was sent"), "{told}");
        endless.join().expect("the line has ended");
    }
    serves(&site);
}

#[test]
fn a_body_that_nobody_asked_for_is_not_waited_for() {
    let site = TestSite::start();
    let head = format!(
        "GET / HTTP/1.1\r\nhost: x\r\ncontent-length: {}\r\n\r\n",
        10_u64 << 30
    );
    let mut line = said(&site, &head);
    let endless = without_end(&line, "a".repeat(4096));
    let told = answer(&mut line);
    assert!(told.starts_with("HTTP/1.1 200 "), "{told}");
    endless.join().expect("the line has ended");
    serves(&site);
}

#[test]
fn two_lengths_of_one_body_are_refused() {
    let site = TestSite::start();
    for lengths in [
        "content-length: 5\r\ncontent-length: 6",
        "content-length: 5\r\ntransfer-encoding: chunked",
        "transfer-encoding: chunked\r\ntransfer-encoding: identity",
        "content-length: +5",
        "transfer-encoding: cow",
    ] {
        let head =
            format!("POST /sign-in HTTP/1.1\r\nhost: x\r\nconnection: close\r\n{lengths}\r\n\r\n");
        let told = answer(&mut said(&site, &format!("{head}0\r\n\r\n")));
        let refused = told.starts_with("HTTP/1.1 400 ") || told.starts_with("HTTP/1.1 411 ");
        assert!(refused, "{lengths}: {told}");
    }
}

#[test]
fn a_line_that_is_not_kept_has_one_request() {
    let site = TestSite::start_with(|config| config.keep_alive_ms = 0);
    let mut line = said(&site, "GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n");
    let began = Instant::now();
    let told = answer(&mut line);
    assert!(told.starts_with("HTTP/1.1 200 "), "{told}");
    assert!(
        began.elapsed() < Duration::from_secs(4),
        "the line was kept"
    );
}

#[test]
fn many_slow_lines_hinder_nobody() {
    let site = TestSite::start();
    let head = "POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\ncsrf=";
    let slow: Vec<TcpStream> = (0..150).map(|_| said(&site, head)).collect();
    let began = Instant::now();
    serves(&site);
    assert!(began.elapsed() < PATIENCE / 4, "{:?}", began.elapsed());
    drop(slow);
}

#[test]
fn more_lines_than_there_may_be_wait_until_one_ends() {
    let site = TestSite::start_with(|config| config.connections_most = 2);
    let first = said(&site, "GET / HTTP/1.1\r\nhost: x\r\n");
    let second = said(&site, "GET / HTTP/1.1\r\nhost: x\r\n");
    let mut third = said(
        &site,
        "GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
    );
    let moment = Some(Duration::from_millis(300));
    third.set_read_timeout(moment).expect("a limit");
    let waits = third.read(&mut [0; 1]).expect_err("it waits");
    let waits = waits.kind();
    assert!(
        matches!(waits, ErrorKind::WouldBlock | ErrorKind::TimedOut),
        "{waits}"
    );
    third.set_read_timeout(Some(PATIENCE)).expect("a limit");
    drop(first);
    let told = answer(&mut third);
    assert!(told.starts_with("HTTP/1.1 200 "), "{told}");
    drop(second);
}

/// Other systems have no clock for it.
#[cfg(target_os = "linux")]
#[test]
fn who_takes_nothing_of_an_answer_is_given_up() {
    let site = TestSite::start_with(|config| {
        config.connections_most = 2;
        config.answer_ms = 500;
    });
    let page = site.visitor().get("/");
    let style = page.attributes("link[rel='stylesheet']", "href").remove(0);
    // More than the system keeps for somebody who reads none of it.
    let ask = format!("GET {style} HTTP/1.1\r\nhost: x\r\n\r\n").repeat(400);
    let slow = [(), ()].map(|()| said(&site, &ask));
    let head = "GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
    let told = answer(&mut said(&site, head));
    assert!(told.starts_with("HTTP/1.1 200 "), "{told}");
    drop(slow);
}

#[test]
fn slow_lines_on_every_place_are_ended_and_others_come_in() {
    let site = TestSite::start_with(|config| {
        config.connections_most = 2;
        config.head_ms = 1000;
        config.body_ms = 1000;
    });
    let head = said(&site, "GET / HTTP/1.1\r\nhost: x\r\nx-slow: ");
    let body = "POST /sign-in HTTP/1.1\r\nhost: x\r\n\
        content-type: application/x-www-form-urlencoded\r\ncontent-length: 100\r\n\r\ncsrf=";
    let form = said(&site, body);
    // Neither lets go of its own accord, and nobody starts the site again.
    let began = Instant::now();
    serves(&site);
    serves(&site);
    assert!(began.elapsed() < PATIENCE, "{:?}", began.elapsed());
    drop((head, form));
}
