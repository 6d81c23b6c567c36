//! Files as answers: added, read, removed, refused, sent in parts. Whatever is
//! refused leaves nothing behind, on the disk or in the database.

mod bad;
mod content;
mod parts;
mod reach;
mod sealed;
mod unfinished;

use std::path::Path;

use evenhand::store::{attachment, upload};

use crate::support::{Page, Person, TestSite};

pub use crate::asking::{story, story_with};
pub use content::{docx, png};
pub use parts::{begun, part};

/// A small PDF.
pub const PDF: &[u8] = b"%PDF-1.7\n1 0 obj << >> endobj\n%%EOF\n";

/// Where the files of a question are.
pub fn papers(place: &str) -> String {
    format!("{place}/sections/need/files/papers")
}

/// A form with files as browsers write it.
pub fn multipart(fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        let head = format!("--cut\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n");
        body.extend([head.as_bytes(), value.as_bytes(), b"\r\n"].concat());
    }
    for (name, kind, content) in files {
        let name = name
            .replace('"', "%22")
            .replace('\r', "%0D")
            .replace('\n', "%0A");
        let head = format!(
            "--cut\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             content-type: {kind}\r\n\r\n"
        );
        body.extend([head.as_bytes(), content, b"\r\n"].concat());
    }
    body.extend(b"--cut--\r\n");
    body
}

pub const MULTIPART: (&str, &str) = ("content-type", "multipart/form-data; boundary=cut");

/// Adds files to a question without JavaScript; stays at the first answer.
pub fn add(person: &Person, place: &str, files: &[(&str, &str, &[u8])]) -> Page {
    let body = multipart(&[("csrf", &person.csrf())], files);
    person.ask("POST", place, &[MULTIPART], Some(&body))
}

/// Adds one file and fails the story when it is refused; the address of the file.
pub fn added(person: &Person, place: &str, name: &str, content: &[u8]) -> String {
    let answer = add(
        person,
        place,
        &[(name, "application/octet-stream", content)],
    );
    assert_eq!((answer.status, answer.location()), (303, place), "{name}");
    let list = person.get(place);
    let files = list.attributes("#there th a", "href");
    files.last().expect("the file is listed").clone()
}

/// Everything that lies in the folder of files.
pub fn left(site: &TestSite) -> Vec<String> {
    fn walk(folder: &Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, found);
            } else {
                found.push(path.to_string_lossy().into_owned());
            }
        }
    }
    let mut found = Vec::new();
    walk(&site.folder().join("files"), &mut found);
    found
}

/// How many rows of documents and of uploads there are.
pub fn rows(site: &TestSite) -> (usize, usize) {
    let documents = site.read(attachment::contents).len();
    (documents, site.read(upload::ids).len())
}

#[test]
fn files_are_added_listed_read_and_removed() {
    let story = story();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let section = format!("{place}/sections/need");
    let shown = rana.get(&section);
    let typed = [
        ("situation", "The office was raided."),
        ("then", "files.papers"),
    ];
    let empty = rana.submit(&shown, &section, &typed);
    assert_eq!(empty.path, papers(&place));
    assert_eq!(empty.heading(), "The need Your papers");
    assert_eq!(empty.the("#there"), "No file yet");
    let picture = png();
    let files: [(&str, &str, &[u8]); 2] = [
        ("تقرير \"١\".pdf", "application/pdf", PDF),
        ("photo.png", "image/png", &picture),
    ];
    let answer = add(&rana, &papers(&place), &files);
    assert_eq!(
        (answer.status, answer.location()),
        (303, papers(&place).as_str())
    );
    let list = rana.get(&papers(&place));
    assert_eq!(list.notice(), "The files are added.");
    assert_eq!(list.texts("#there th a"), ["تقرير \"١\".pdf", "photo.png"]);
    assert_eq!(list.texts("#there .badge"), ["Not scanned"; 2]);
    assert!(list.text().contains("There is no room for more files."));
    let full = add(&rana, &papers(&place), &files[..1]);
    assert_eq!(
        (full.status, full.problems()),
        (422, vec!["Keep 2 files at most.".to_owned()])
    );
    assert_eq!(left(&story.site).len(), 2);

    let file = list.attributes("#there th a", "href")[0].clone();
    let read = rana.get(&file);
    assert_eq!((read.status, read.body.as_slice()), (200, PDF));
    let removal = rana.get(&format!("{file}/removal"));
    let after = rana.submit(&removal, &format!("{file}/removal"), &[]);
    assert_eq!(after.notice(), "The file is removed.");
    assert_eq!(after.texts("#there th a"), ["photo.png"]);
    assert_eq!(rana.get(&file).status, 404);
    assert_eq!((left(&story.site).len(), rows(&story.site)), (1, (1, 0)));
    assert!(rana.get(&section).text().contains("The office was raided."));
}

#[test]
fn what_was_sent_names_its_files_and_keeps_them() {
    let story = story();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    added(&rana, &papers(&place), "statute.pdf", PDF);
    crate::story::fill(&rana, &place);
    let sent = crate::story::send(&rana, &place);
    assert_eq!(sent.heading(), "Your application is sent");
    let answers = rana.get(&format!("{place}/answers"));
    assert_eq!(answers.texts(".files a"), ["statute.pdf"]);
    let late = add(&rana, &papers(&place), &[("more.pdf", "", PDF)]);
    assert_eq!(late.status, 409);
    assert_eq!(left(&story.site).len(), 1);
}
