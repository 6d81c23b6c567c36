//! What people do while the program is killed. Whatever is answered with "done" is noted.

use evenhand::domain::ApplicationId;
use serde_json::Value;

use crate::diary::Diary;
use crate::reviewed::post_review;
use crate::story::{ANSWERS, CERTIFIED};
use crate::support::{Page, Person};

/// A small PDF, and where it is cut in two.
pub const PDF: &[u8] = b"%PDF-1.7\n1 0 obj << >> endobj\n%%EOF\n";
const CUT: usize = 10;

/// The lowest points: what others are given does not hang on them.
const LOW: [&str; 6] = ["1"; 6];

const AWARD: [(&str, &str); 5] = [
    ("outcome", "award"),
    ("amount", "20,000.50"),
    ("funding_type", "core"),
    ("rationale", "The strongest request."),
    ("waiver", "The register is closed to them."),
];
const DECLINE: [(&str, &str); 4] = [
    ("outcome", "decline"),
    ("reason", "others_first"),
    ("rationale", "Others were stronger."),
    ("feedback", "Thank you for your clear plan."),
];
const RELEASE: &str = "/admin/rounds/autumn/release";

/// Whether an answer says that it is done: it leads on.
fn done(answer: &Page) {
    assert_eq!(answer.status, 303, "{}: {}", answer.path, answer.text());
}

/// Where the papers of an application are.
pub fn papers(place: &str) -> String {
    format!("{place}/sections/need/files/papers")
}

/// Begins an upload; the answer.
pub fn begin_upload(person: &Person, place: &str) -> Page {
    let size = PDF.len().to_string();
    let announced = [("name", "a.pdf"), ("size", &*size), ("mark", "m1")];
    person.post_with_token(&format!("{}/uploads", papers(place)), &announced)
}

/// Sends one part of it; the answer.
fn send_part(person: &Person, to: &str, offset: usize, bytes: &[u8]) -> Page {
    let (token, offset) = (person.csrf(), offset.to_string());
    let headers = [("x-csrf", &*token), ("upload-offset", &*offset)];
    person.ask("POST", to, &headers, Some(bytes))
}

/// Adds a file in two parts; the answer that says that it is there.
pub fn upload(person: &Person, place: &str) -> Page {
    let begun = begin_upload(person, place);
    assert_eq!(begun.status, 200, "{}", begun.source());
    let told: Value = serde_json::from_slice(&begun.body).expect("a place for the parts");
    let to = told["place"].as_str().expect("a place for the parts");
    let [_, last] = [(0, &PDF[..CUT]), (CUT, &PDF[CUT..])].map(|(offset, bytes)| {
        let answer = send_part(person, to, offset, bytes);
        assert_eq!(answer.status, 200, "{}", answer.source());
        answer
    });
    last
}

/// Answers every section, adds a file in two parts, sends.
pub fn applies(person: &Person, place: &str, diary: &Diary) {
    let _work = diary.at_work();
    for (section, fields) in ANSWERS {
        let at = format!("{place}/sections/{section}");
        let given = [fields, &[("then", "list")][..]].concat();
        done(&person.submit_once(&person.get(&at), &at, &given));
        diary.note("save_section", &format!("{place} {section}"));
    }
    upload(person, place);
    diary.note("add_file", place);
    let check = person.get(&format!("{place}/check"));
    done(&person.submit_once(&check, &format!("{place}/submission"), &CERTIFIED));
    diary.note("submit", place);
}

/// Declares no conflict with these applications and reviews them.
pub fn reviews(person: &Person, applications: &[ApplicationId], diary: &Diary) {
    let _work = diary.at_work();
    for id in applications {
        let place = format!("/reviews/{id}");
        let declaration = format!("{place}/declaration");
        let none = [("kind", "none")];
        done(&person.submit_once(&person.get(&place), &declaration, &none));
        let sheet = person.get(&place);
        let to = format!("{place}/submission");
        let sent = post_review(person, &to, &sheet, (LOW, "The records show it."));
        done(&sent);
        diary.note("submit_review", &format!("{} {id}", person.email));
    }
}

/// Proposes to award the first of these and to decline the others; releases all of them
/// once they are signed. `places` is where each is decided on.
pub fn proposes(person: &Person, places: &[String], diary: &Diary) {
    let _work = diary.at_work();
    for (n, place) in places.iter().enumerate() {
        let typed = if n == 0 { &AWARD[..] } else { &DECLINE[..] };
        done(&person.submit_once(&person.get(place), place, typed));
        diary.note("propose_decision", place);
    }
    if diary.wait_for("sign_decision", places.len()) {
        let ready = person.get(&format!("{RELEASE}?all=yes"));
        done(&person.submit_once(&ready, RELEASE, &[]));
        diary.note("release_decision", RELEASE);
    }
}

/// Signs what was proposed, each as soon as it is.
pub fn signs(person: &Person, places: &[String], diary: &Diary) {
    let _work = diary.at_work();
    for (n, place) in places.iter().enumerate() {
        if !diary.wait_for("propose_decision", n + 1) {
            return;
        }
        let read = person.get(place);
        done(&person.submit_once(&read, &format!("{place}/sign-off"), &[]));
        diary.note("sign_decision", place);
    }
}
