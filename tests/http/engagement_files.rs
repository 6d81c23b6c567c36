//! Files of the engagement log that staff add: kept with their entry, handed out so that
//! no browser shows them, and found by staff within reach alone.

use evenhand::domain::account::Role;
use evenhand::store::latest_events;

use crate::deliberation::Deliberation;
use crate::engagement::{add, log_of};
use crate::files::{MULTIPART, PDF, left, multipart, png};
use crate::review::panel::Panel;
use crate::support::{Page, Person};

/// Sends files to an entry; stays at the first answer.
pub fn send(person: &Person, entry: &str, files: &[(&str, &str, &[u8])]) -> Page {
    let body = multipart(&[("csrf", &person.csrf())], files);
    let place = format!("{entry}/files");
    person.ask("POST", &place, &[MULTIPART], Some(&body))
}

/// Adds an entry by the button that leads to its files.
pub fn entry_for_files(person: &Person, log: &str) -> Page {
    let page = add(person, log, &[("then", "files")]);
    assert_eq!(page.notice(), "The entry is in the log.", "{}", page.text());
    assert_eq!(page.the("#files .absent"), "No file yet");
    page
}

/// Asks for a file of an entry.
fn file_of(person: &Person, place: &str) -> Page {
    person.post_with_token(place, &[])
}

#[test]
fn files_are_added_to_an_entry_handed_out_and_removed() {
    let panel = Panel::new();
    let (ada, id) = (&panel.ada, panel.application.to_string());
    let log = log_of(ada, &id);
    let page = entry_for_files(ada, &log);
    let entry = page.path.split('#').next().expect("an address").to_owned();
    let before = left(&panel.site).len();
    let picture = [&png()[..], b"secret place"].concat();
    let files: [(&str, &str, &[u8]); 2] = [
        ("notes.pdf", "application/pdf", PDF),
        ("door.png", "image/png", &picture),
    ];
    let answer = send(ada, &entry, &files);
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert_eq!(left(&panel.site).len(), before + 2);
    let page = ada.get(&entry);
    assert_eq!(page.texts("#files .button-link"), ["notes.pdf", "door.png"]);
    assert_eq!(page.texts("article .answer").len(), 1);
    assert!(ada.get(&log).text().contains("2 files of its own"));

    let places = page.attributes("#files li > form", "action");
    let notes = file_of(ada, &places[0]);
    assert_eq!((notes.status, notes.body.as_slice()), (200, PDF));
    let header = |name| notes.header(name).unwrap_or_default().to_owned();
    assert!(header("content-disposition").starts_with("attachment; filename=\"notes.pdf\""));
    assert!(header("content-security-policy").contains("sandbox"));
    assert_eq!(header("x-content-type-options"), "nosniff");
    let door = file_of(ada, &places[1]);
    assert!(door.body.starts_with(b"\x89PNG") && !door.body.ends_with(b"secret place"));

    let removal = format!("{}/removal", places[0]);
    let after = ada.submit(&page, &removal, &[]);
    assert_eq!(after.notice(), "The file is removed.");
    assert_eq!(after.texts("#files .button-link"), ["door.png"]);
    assert_eq!(after.texts("#files s"), ["notes.pdf"]);
    assert_eq!(file_of(ada, &places[0]).status, 404);
    assert_eq!(file_of(ada, &removal).status, 303);
    assert_eq!(left(&panel.site).len(), before + 1);

    let events = panel.site.read(|reader| latest_events(reader, None, 10));
    let told: Vec<&str> = events.iter().map(|event| event.action.as_str()).collect();
    for verb in ["add", "download", "remove"] {
        let verb = format!("{verb}_engagement_file");
        assert!(told.contains(&&*verb), "{verb}");
    }
    assert!(!format!("{events:?}").contains("notes.pdf"));
}

#[test]
fn a_refused_file_is_told_and_takes_neither_words_nor_good_files_along() {
    let panel = Panel::new();
    let (ada, id) = (&panel.ada, panel.application.to_string());
    let page = entry_for_files(ada, &log_of(ada, &id));
    let entry = page.path.split('#').next().expect("an address").to_owned();
    let before = left(&panel.site).len();
    let page = b"<!doctype html><script>alert(1)</script>";
    let files: [(&str, &str, &[u8]); 3] = [
        ("a.pdf", "application/octet-stream", page),
        ("page.html", "text/html", page),
        ("good.pdf", "application/pdf", PDF),
    ];
    let answer = send(ada, &entry, &files);
    assert_eq!(answer.status, 422);
    assert!(
        answer
            .error("file")
            .contains("“a.pdf” isn’t what its name says.")
    );
    assert!(answer.error("file").contains("“page.html” can’t be added."));
    assert_eq!(answer.problems().len(), 2);
    assert_eq!(answer.texts("#files .button-link"), ["good.pdf"]);
    assert!(answer.the("article .answer").starts_with("Al-Manara"));
    assert_eq!(left(&panel.site).len(), before + 1);
    // The same content again is no second file.
    let again = send(ada, &entry, &[("twice.pdf", "application/pdf", PDF)]);
    assert_eq!(
        again.error("file"),
        "“twice.pdf” is with this entry already."
    );
    assert_eq!(
        send(ada, &entry, &[]).error("file"),
        "Choose a file from your device."
    );
    assert_eq!(left(&panel.site).len(), before + 1);
}

#[test]
fn files_of_the_log_are_for_staff_within_reach() {
    let round = Deliberation::new();
    let (ada, ben) = (&round.ada, &round.ben);
    let id = round.applications[0].as_str();
    let page = entry_for_files(ada, &log_of(ada, id));
    let entry = page.path.split('#').next().expect("an address").to_owned();
    send(ada, &entry, &[("notes.pdf", "application/pdf", PDF)]);
    let place = ada.get(&entry).attributes("#files li > form", "action")[0].clone();
    let omar = ada.invites("Omar Said", Role::Auditor);
    let read = omar.get(&entry);
    assert!(!read.has("#files input[type='file']") && !read.has("#files details"));
    assert_eq!(file_of(&omar, &place).status, 200);
    assert_eq!(file_of(&omar, &format!("{place}/removal")).status, 403);
    assert_eq!(file_of(&round.noor, &place).status, 403);
    // Under another entry it is not found.
    let other = entry_for_files(ada, &log_of(ada, id));
    let other = other.path.split('#').next().expect("an address").to_owned();
    let file = place.rsplit('/').next().expect("an id");
    assert_eq!(file_of(ada, &format!("{other}/files/{file}")).status, 404);

    let own = format!("/admin/applications/{id}/conflict");
    ben.submit(&ben.get(&own), &own, &[("kind", "collaborator")]);
    assert_eq!(file_of(ben, &place).status, 404);
    assert_eq!(file_of(ben, &format!("{place}/removal")).status, 404);
    let sent = send(
        ben,
        &entry,
        &[("more.pdf", "application/pdf", b"%PDF-1.7\n")],
    );
    assert_eq!(sent.status, 404);
    assert_eq!(ada.get(&entry).texts("#files .button-link"), ["notes.pdf"]);
}
