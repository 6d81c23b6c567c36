//! Files that must not be taken, each with its reason, and forms that no page of
//! ours sends.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::time::{Duration, Instant};

use super::{MULTIPART, PDF, add, docx, left, multipart, papers, png, rows, story, story_with};
use crate::support::{Person, TestSite};

#[test]
fn what_lies_hides_or_breaks_is_refused_with_its_reason() {
    let story = story_with(|config| config.file_most_bytes = 1 << 20);
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let zeros = vec![0; (16 << 20) + 1];
    let bomb = docx("word/media/a.png", &zeros);
    let (macros, large) = (docx("word/vbaProject.bin", b"x"), vec![b'x'; (1 << 20) + 1]);
    let picture = png();
    let long = format!("{}.pdf", "a".repeat(4096));
    let octets = "application/octet-stream";
    let page = b"<!doctype html><script>alert(1)</script>";
    let hostile: [(&str, &str, &[u8], &str); 17] = [
        ("a.pdf", octets, page, "“a.pdf” isn’t what its name says."),
        ("a.jpg", octets, page, "“a.jpg” isn’t what its name says."),
        ("a.png", octets, PDF, "“a.png” isn’t what its name says."),
        (
            "a.docx",
            octets,
            &picture,
            "“a.docx” isn’t what its name says.",
        ),
        (
            "a.xlsx",
            octets,
            &docx("x", b""),
            "“a.xlsx” isn’t what its name says.",
        ),
        (
            "a.pdf",
            "text/html",
            PDF,
            "“a.pdf” isn’t what its name says.",
        ),
        ("a.pdf", octets, b"", "“a.pdf” is empty."),
        ("a.pdf", octets, &large, "“a.pdf” is larger than 1 MB."),
        ("a.docx", octets, &bomb, "“a.docx” unfolds into far more"),
        ("a.docx", octets, &macros, "“a.docx” contains macros"),
        ("a.docx", octets, &macros[..200], "“a.docx” can’t be opened"),
        ("a.png", octets, &picture[..30], "“a.png” can’t be opened"),
        (
            "page.html",
            "text/html",
            page,
            "“page.html” can’t be added.",
        ),
        ("a.pdf.svg", octets, PDF, "“a.pdf.svg” can’t be added."),
        (
            "../../a.pdf",
            octets,
            PDF,
            "“../../a.pdf” can’t be added: the name of a file can’t hold / or \\.",
        ),
        (
            &long,
            octets,
            PDF,
            "The file’s name is longer than 200 characters.",
        ),
        ("", octets, b"", "Choose a file from your device."),
    ];
    for (name, kind, content, why) in hostile {
        let answer = add(&rana, &papers(&place), &[(name, kind, content)]);
        assert_eq!(answer.status, 422, "{why}");
        assert!(
            answer.error("file").starts_with(why),
            "{}",
            answer.error("file")
        );
        assert!(answer.problems()[0].starts_with(why));
    }
    assert_eq!((left(&story.site), rows(&story.site)), (Vec::new(), (0, 0)));
}

#[test]
fn one_bad_file_does_not_take_the_good_ones_along() {
    let story = story();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let files: [(&str, &str, &[u8]); 2] = [("bad.pdf", "", b"x"), ("good.pdf", "", PDF)];
    let answer = add(&rana, &papers(&place), &files);
    assert_eq!(answer.status, 422);
    assert_eq!(answer.texts("#there th a"), ["good.pdf"]);
    assert_eq!(answer.problems().len(), 1);
}

#[test]
fn a_form_with_files_needs_its_token_first() {
    let story = story();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let file: (&str, &str, &[u8]) = ("a.pdf", "", PDF);
    let token = rana.csrf();
    let mut late = multipart(&[], &[file]);
    late.truncate(late.len() - b"--cut--\r\n".len());
    late.extend(multipart(&[("csrf", &token)], &[]));
    let forged = multipart(&[("csrf", &story.site.visitor().csrf())], &[file]);
    for body in [multipart(&[], &[file]), late, forged] {
        let answer = rana.ask("POST", &papers(&place), &[MULTIPART], Some(&body));
        assert_eq!(answer.status, 403);
    }
    let body = multipart(&[("csrf", &token)], &[file]);
    let foreign = [MULTIPART, ("sec-fetch-site", "cross-site")];
    assert_eq!(
        rana.ask("POST", &papers(&place), &foreign, Some(&body))
            .status,
        403
    );
    assert_eq!((left(&story.site), rows(&story.site)), (Vec::new(), (0, 0)));
}

/// The head of a post that announces so many bytes, over a line of its own.
fn announce(person: &Person, address: &str, place: &str, bytes: u64) -> TcpStream {
    let host = address.strip_prefix("http://").expect("an address");
    let mut line = TcpStream::connect(host).expect("the site listens");
    let session = person.cookie("evenhand").expect("signed in");
    let head = format!(
        "POST {place} HTTP/1.1\r\nhost: {host}\r\ncookie: evenhand={session}\r\n\
         content-type: {}\r\ncontent-length: {bytes}\r\n\r\n",
        MULTIPART.1
    );
    line.write_all(head.as_bytes()).expect("the head is sent");
    line
}

#[test]
fn ten_gigabytes_are_refused_before_they_come() {
    let story = story();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let mut line = announce(&rana, &story.site.address, &papers(&place), 10 << 30);
    let mut answer = String::new();
    line.read_to_string(&mut answer)
        .expect("an answer without waiting for more");
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
    assert!(answer.contains("nothing was read"), "{answer}");
    assert_eq!((left(&story.site), rows(&story.site)), (Vec::new(), (0, 0)));
}

/// What lies in the folder of files once nothing moves there any more, ten seconds
/// at most.
fn left_at_last(site: &TestSite) -> Vec<String> {
    let began = Instant::now();
    loop {
        let found = left(site);
        if found.is_empty() || began.elapsed() > Duration::from_secs(10) {
            return found;
        }
        std::thread::yield_now();
    }
}

#[test]
fn a_line_cut_in_the_middle_leaves_nothing() {
    let story = story();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let long = [PDF, &vec![b' '; 1 << 20]].concat();
    let body = multipart(&[("csrf", &rana.csrf())], &[("a.pdf", "", &long)]);
    // Up to the last byte before the form says that the file ends: after that, the
    // file is whole, and may be kept whatever becomes of the line.
    let open = body.len() - b"--cut--\r\n".len();
    for part in [10, 200, body.len() / 2, open] {
        let size = body.len() as u64;
        let mut line = announce(&rana, &story.site.address, &papers(&place), size);
        line.write_all(&body[..part]).expect("half of it is sent");
        line.shutdown(Shutdown::Write).expect("the line is cut");
        // The site has given up when it closes its side; a write that was on its
        // way to the disk then ends, and takes its file away, a moment later.
        let _ = line.read_to_end(&mut Vec::new());
        assert_eq!(left_at_last(&story.site), Vec::<String>::new());
        assert_eq!(rows(&story.site), (0, 0));
    }
}

/// A clamd that finds whatever says EICAR, for so many files.
fn clamd(times: usize) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("it is known").to_string();
    std::thread::spawn(move || {
        for line in listener.incoming().take(times) {
            let mut line = line.expect("a line");
            let mut command = [0; 10];
            line.read_exact(&mut command).expect("the command");
            let mut content = Vec::new();
            loop {
                let mut length = [0; 4];
                line.read_exact(&mut length).expect("a length");
                let length = u32::from_be_bytes(length) as usize;
                if length == 0 {
                    break;
                }
                let mut chunk = vec![0; length];
                line.read_exact(&mut chunk).expect("a chunk");
                content.extend(chunk);
            }
            let infected = content.windows(5).any(|part| part == b"EICAR");
            let said: &[u8] = if infected {
                b"stream: Eicar FOUND\0"
            } else {
                b"stream: OK\0"
            };
            line.write_all(said).expect("the answer");
        }
    });
    address
}

#[test]
fn a_virus_scanner_that_is_set_up_has_the_last_word() {
    let scanner = clamd(2);
    let story = story_with(|config| config.clamd = scanner);
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let clean = add(&rana, &papers(&place), &[("clean.pdf", "", PDF)]);
    assert_eq!(clean.status, 303);
    assert_eq!(
        rana.get(&papers(&place)).texts("#there .badge"),
        ["Nothing found"]
    );
    let eicar = [PDF, b"EICAR"].concat();
    let bad = add(&rana, &papers(&place), &[("bad.pdf", "", &eicar)]);
    assert!(
        bad.error("file")
            .starts_with("The virus scanner found something harmful")
    );
    let away = add(&rana, &papers(&place), &[("a.pdf", "", PDF)]);
    assert!(away.error("file").contains("Try again in a few minutes."));
    assert_eq!((left(&story.site).len(), rows(&story.site)), (1, (1, 0)));
}
