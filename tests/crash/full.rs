//! A disk that takes no write any more while the program runs. It is made without being
//! root: no file of the process may hold a byte more, and every write fails as where a disk
//! was mounted read-only. On PostgreSQL that concerns files alone. What a full disk is to
//! SQLite, which has words of its own for it, is told in `tests/http/away.rs`.

#![cfg(target_os = "linux")]

use std::io;
use std::os::unix::process::CommandExt;
use std::process::Command;

use crate::people::{begin_upload, papers, upload};
use crate::program::Program;
use crate::storm::Scene;
use crate::support::on_postgres;

/// SQLite names a commit that could not be written like one that could not be synced.
const UNKNOWN: &str = "We don’t know whether this was kept";
const NO_DISK: &str = "We can’t keep or read files just now";
const TYPED: &str = "The office was raided.";

/// Has writes beyond the limit fail instead of ending the program, as those to a disk do.
fn spare(command: &mut Command) {
    let spared = || {
        // SAFETY: signal only sets how this one signal is taken; it may be called between
        // fork and exec.
        let before = unsafe { libc::signal(libc::SIGXFSZ, libc::SIG_IGN) };
        match before {
            libc::SIG_ERR => Err(io::Error::last_os_error()),
            _ => Ok(()),
        }
    };
    // SAFETY: the closure makes that one call and allocates nothing.
    unsafe {
        command.pre_exec(spared);
    }
}

/// Whether files of a process may be written.
fn let_write(process: u32, may: bool) {
    let process = libc::pid_t::try_from(process).expect("a process");
    let mut limit = libc::rlimit {
        rlim_cur: 0,
        rlim_max: 0,
    };
    let kind = libc::RLIMIT_FSIZE;
    // SAFETY: the process is ours, and the pointer is to a value that outlives the call.
    let asked = unsafe { libc::prlimit(process, kind, std::ptr::null(), &raw mut limit) };
    assert_eq!(asked, 0, "{}", io::Error::last_os_error());
    limit.rlim_cur = if may { limit.rlim_max } else { 0 };
    // SAFETY: likewise.
    let set = unsafe { libc::prlimit(process, kind, &raw const limit, std::ptr::null_mut()) };
    assert_eq!(set, 0, "{}", io::Error::last_os_error());
}

#[test]
fn a_disk_that_takes_no_write_stops_no_reader_and_all_goes_on_once_it_does() {
    let scene = Scene::new();
    let mut program = Program::start_as(&scene.place(), spare);
    let (known, place) = &scene.drafts[0];
    let person = scene.at(&program, known);
    let need = format!("{place}/sections/need");
    let page = person.get(&need);
    let begun = begin_upload(&person, place);
    assert_eq!(begun.status, 200, "{}", begun.source());

    let_write(program.id(), false);
    let saved = person.submit_once(&page, &need, &[("situation", TYPED)]);
    if on_postgres() {
        assert_eq!(saved.status, 303, "{}", saved.text());
    } else {
        assert_eq!((saved.status, &*saved.heading()), (503, UNKNOWN));
        assert_eq!(saved.value("situation"), TYPED);
    }
    // A file needs room on the disk of the program, wherever the database is.
    let body = b"--cut\r\ncontent-disposition: form-data; name=\"csrf\"\r\n\r\n";
    let file =
        b"\r\n--cut\r\ncontent-disposition: form-data; name=\"file\"; filename=\"b.pdf\"\r\n\
        content-type: application/pdf\r\n\r\n%PDF-1.7\n%%EOF\n\r\n--cut--\r\n";
    let body = [&body[..], person.csrf().as_bytes(), &file[..]].concat();
    let kind = ("content-type", "multipart/form-data; boundary=cut");
    let added = person.ask("POST", &papers(place), &[kind], Some(&body));
    assert_eq!((added.status, &*added.heading()), (503, NO_DISK));
    // Who only reads notices nothing.
    for path in [&*need, "/applications", "/account", "/healthz", "/readyz"] {
        assert_eq!(person.get(path).status, 200, "{path}");
    }

    let_write(program.id(), true);
    if !on_postgres() {
        let again = person.submit(&saved, "main form", &[]);
        assert_eq!(again.status, 200, "{}", again.text());
    }
    assert_eq!(person.get(&need).value("situation"), TYPED);
    upload(&person, place);
    assert_eq!(person.get(&papers(place)).texts("#there th a"), ["a.pdf"]);
    assert!(program.is_running(), "nobody had to start it again");
    drop(program);
    assert_eq!(scene.place().complaints(), [""; 0]);
}
