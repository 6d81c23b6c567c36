//! People who take a large file a little at a time: each holds a line and a file that is
//! open, and none of the threads on which everybody's pages ask the database.

#![cfg(target_os = "linux")]

use std::fs;
use std::io::Read;
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::crowded::begun;
use crate::people::papers;
use crate::program::{Program, until};
use crate::storm::Scene;
use crate::support::Person;

/// More than idle threads that may be there to begin with.
const TAKERS: usize = 32;
/// More than the system keeps for somebody who reads none of it.
const LARGE: usize = 8 << 20;

/// Adds a large file to a draft; where it is handed out.
fn add_large(person: &Person, place: &str) -> String {
    let mut body = format!(
        "--cut\r\ncontent-disposition: form-data; name=\"csrf\"\r\n\r\n{}\r\n\
         --cut\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\
         content-type: application/pdf\r\n\r\n%PDF-1.7\n",
        person.csrf()
    )
    .into_bytes();
    body.resize(body.len() + LARGE, b' ');
    body.extend(b"\r\n--cut--\r\n");
    let kind = ("content-type", "multipart/form-data; boundary=cut");
    let added = person.ask("POST", &papers(place), &[kind], Some(&body));
    assert_eq!(added.status, 303, "{}", added.text());
    let files = person.get(&papers(place)).attributes("#there th a", "href");
    files.first().expect("the file is listed").clone()
}

/// How many threads a process has.
fn threads(process: u32) -> usize {
    let tasks = fs::read_dir(format!("/proc/{process}/task"));
    tasks.expect("it runs").count()
}

#[test]
fn who_takes_a_file_a_little_at_a_time_keeps_no_thread() {
    let scene = Scene::new();
    // Their lines do not end by themselves before the test does.
    let program = Program::start_as(&scene.place(), |command| {
        command.env("EVENHAND_ANSWER_MS", "600000");
    });
    let (known, place) = &scene.drafts[0];
    let person = scene.at(&program, known);
    let file = add_large(&person, place);
    let cookie = person.cookie("evenhand").expect("they are signed in");
    let ask = format!(
        "GET {file} HTTP/1.1\r\nhost: x\r\ncookie: evenhand={cookie}\r\nconnection: close\r\n\r\n"
    );
    let address = program.address.strip_prefix("http://").expect("an address");
    let before = threads(program.id());
    let mut takers: Vec<TcpStream> = (0..TAKERS).map(|_| begun(address, &ask)).collect();
    for taker in &mut takers {
        let mut some = [0; 12];
        taker.read_exact(&mut some).expect("it is answered");
        assert_eq!(&some, b"HTTP/1.1 200");
    }
    // A thread that has nothing to do ends after ten seconds.
    let few = || threads(program.id()) < before + TAKERS / 2;
    assert!(until(few), "{before}, now {}", threads(program.id()));
    let began = Instant::now();
    assert_eq!(person.get(place).status, 200);
    let took = began.elapsed();
    assert!(took < Duration::from_secs(5), "{took:?}");
    // Whoever goes on taking gets all of it.
    let mut rest = Vec::new();
    takers[0].read_to_end(&mut rest).expect("it goes on");
    assert!(rest.len() > LARGE, "{}", rest.len());
    drop(takers);
}
