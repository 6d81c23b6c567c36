//! Whatever reads what others wrote, in one table: it is given what looks almost right
//! and what does not look like anything, the same in every run. It refuses with a
//! reason, at a row that is there where it promises one, and never stumbles.

mod devices;
mod files;
mod kept;
mod values;

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::Duration;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::support::TestSite;

/// What takes any bytes.
type Taking = Box<dyn Fn(&[u8])>;

/// One that reads, and what it reads well.
struct Reader {
    name: &'static str,
    well: Vec<Vec<u8>>,
    read: Taking,
}

fn bytes(name: &'static str, well: &[&[u8]], read: impl Fn(&[u8]) + 'static) -> Reader {
    Reader {
        name,
        well: well.iter().map(|one| one.to_vec()).collect(),
        read: Box::new(read),
    }
}

fn text(name: &'static str, well: &[&str], read: impl Fn(&str) + 'static) -> Reader {
    let well: Vec<&[u8]> = well.iter().map(|one| one.as_bytes()).collect();
    bytes(name, &well, move |bytes| {
        read(&String::from_utf8_lossy(bytes));
    })
}

/// What was read, or why not, does not matter here: that there is an answer does.
fn whatever<T>(_: T) {}

/// That a row or line is one of the text.
fn is_there(row: usize, text: &[u8]) {
    let ends = text.iter().filter(|byte| matches!(byte, b'\n' | b'\r'));
    let lines = ends.count() + 1;
    assert!((1..=lines + 1).contains(&row), "row {row} of {lines}");
}

/// What is put into something that is right.
const PIECES: [&[u8]; 16] = [
    b"\"",
    b"\0",
    b"\r",
    b"\xFF",
    b"\xE2\x80\xAE",
    b"99999999999999999999",
    b"-",
    b"e999",
    b"<!ENTITY a \"b\">",
    b"]]>",
    b"\n[[section]]\n",
    b",,,,",
    b"{",
    b"\\u0000",
    b"%00",
    b"=1+1",
];

/// A place, as a part of the whole, and what is done there.
type Edit = (prop::sample::Index, u8, u8);

fn edited(well: &[u8], edits: &[Edit]) -> Vec<u8> {
    let mut made = well.to_vec();
    for (place, what, byte) in edits {
        let at = place.index(made.len() + 1);
        match what % 5 {
            0 => made.insert(at, *byte),
            1 => made.truncate(at),
            2 => drop(made.drain(at..(at + usize::from(*byte)).min(made.len()))),
            3 => made.extend_from_within(at.saturating_sub(usize::from(*byte))..at),
            _ => {
                let piece = PIECES[usize::from(*byte) % PIECES.len()];
                made.splice(at..at, piece.iter().copied());
            }
        }
    }
    made
}

/// Bytes that are almost what a reader takes, and some that are nothing.
fn almost(well: &[Vec<u8>]) -> impl Strategy<Value = Vec<u8>> + use<> {
    let well = well.to_vec();
    let edit = any::<Edit>();
    prop_oneof![
        4 => (0..well.len(), vec(edit, 0..6)).prop_map(move |(n, edits)| edited(&well[n], &edits)),
        1 => vec(any::<u8>(), 0..200),
        1 => any::<String>().prop_map(String::into_bytes),
    ]
}

fn runner(cases: u32) -> TestRunner {
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

fn never_stumble(readers: Vec<Reader>, cases: u32) {
    for Reader { name, well, read } in readers {
        let done = runner(cases).run(&almost(&well), |input| {
            read(&input);
            Ok(())
        });
        if let Err(problem) = done {
            panic!("{name}: {problem}");
        }
    }
}

#[test]
fn values_of_any_kind_are_read_or_refused() {
    never_stumble(values::readers(), 400);
}

#[test]
fn files_of_any_content_are_read_or_refused() {
    never_stumble(files::readers(), 150);
}

#[test]
fn what_was_written_here_is_read_or_refused_when_it_comes_back() {
    never_stumble(kept::readers(), 150);
}

#[test]
fn what_devices_answer_is_read_or_refused() {
    never_stumble(devices::readers(), 150);
}

/// The first line of the answer to a request, whatever its bytes.
fn told(site: &TestSite, request: &[u8]) -> String {
    let host = site.address.strip_prefix("http://").expect("an address");
    let mut line = TcpStream::connect(host).expect("the site listens");
    let patience = Some(Duration::from_secs(20));
    line.set_read_timeout(patience).expect("a limit");
    line.write_all(request).expect("it is sent");
    let mut answer = String::new();
    let read = BufReader::new(line).read_line(&mut answer);
    read.expect("an answer");
    answer
}

#[test]
fn cookies_cursors_and_forms_of_any_bytes_are_answered() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let own = ada.cookie("evenhand").expect("a session");
    let paths = [
        "/admin/people?after=",
        "/admin/audit?before=",
        "/admin/rounds?after=",
        "/organisations?after=",
        "/sign-in?return_to=",
        "/rounds/",
        "/account",
        "/assets/",
        "/admin/applications/",
    ];
    let forms = [
        b"csrf=a&name=b&email=c".to_vec(),
        b"name=%D8%B3&name=&=&&a".to_vec(),
    ];
    let cookies = [format!("evenhand={own}; language=ar; notice=saved").into_bytes()];
    let inputs = (
        0..paths.len(),
        vec(any::<u8>(), 0..60),
        almost(&cookies),
        almost(&forms),
    );
    let done = runner(300).run(&inputs, |(path, query, cookie, form)| {
        let query: String = query.iter().map(|byte| format!("%{byte:02X}")).collect();
        let mut head = format!(
            "POST {}{query} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n",
            paths[path]
        );
        if form.len().is_multiple_of(4) {
            head = head.replacen("POST", "GET", 1);
        }
        let kind = "content-type: application/x-www-form-urlencoded";
        let head = format!("{head}{kind}\r\ncontent-length: {}\r\ncookie: ", form.len());
        let cookie = cookie.into_iter().filter(|byte| !b"\r\n\0".contains(byte));
        let mut request = head.into_bytes();
        request.extend(cookie);
        request.extend(b"\r\n\r\n");
        request.extend(form);
        let answer = told(&site, &request);
        prop_assert!(answer.starts_with("HTTP/1.1 "), "{answer}");
        prop_assert!(!answer.starts_with("HTTP/1.1 5"), "{answer}");
        Ok(())
    });
    if let Err(problem) = done {
        panic!("{problem}");
    }
}
