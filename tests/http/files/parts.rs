//! Files in parts, as the script sends them.

use evenhand::actions::housekeeping;
use serde_json::Value;

use super::{PDF, left, papers, png, rows, story, story_with};
use crate::support::{Page, Person, encode};

fn json(page: &Page) -> Value {
    // The marks that keep a name apart from the words around it are not seen.
    let text = String::from_utf8_lossy(&page.body).replace(['\u{2068}', '\u{2069}'], "");
    serde_json::from_str(&text).unwrap_or_else(|_| panic!("{}: {}", page.status, page.text()))
}

/// Announces a file; the answer.
fn begin(person: &Person, place: &str, name: &str, size: usize) -> Page {
    let (token, size) = (person.csrf(), size.to_string());
    let fields = [
        ("csrf", token.as_str()),
        ("name", name),
        ("size", &size),
        ("mark", "m1"),
    ];
    let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let kind = [("content-type", "application/x-www-form-urlencoded")];
    let body = encode(&fields);
    person.ask(
        "POST",
        &format!("{}/uploads", papers(place)),
        &kind,
        Some(body.as_bytes()),
    )
}

/// Announces a file that is welcome; where its parts go and how much is there.
pub fn begun(person: &Person, place: &str, name: &str, size: usize) -> (String, u64) {
    let told = json(&begin(person, place, name, size));
    let place = told["place"].as_str().unwrap_or_else(|| panic!("{told}"));
    (
        place.to_owned(),
        told["offset"].as_u64().expect("an offset"),
    )
}

/// Sends a part.
pub fn part(person: &Person, place: &str, offset: usize, bytes: &[u8]) -> (u16, Value) {
    let (token, offset) = (person.csrf(), offset.to_string());
    let headers = [("x-csrf", token.as_str()), ("upload-offset", &offset)];
    let answer = person.ask("POST", place, &headers, Some(bytes));
    (answer.status, json(&answer))
}

#[test]
fn a_file_comes_in_parts_and_goes_on_where_it_stopped() {
    let story = story();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let (to, offset) = begun(&rana, &place, "a.pdf", PDF.len());
    assert_eq!(offset, 0);
    let (status, told) = part(&rana, &to, 0, &PDF[..10]);
    assert_eq!(
        (status, &told["offset"], &told["done"]),
        (200, &10.into(), &false.into())
    );
    let page = rana.get(&papers(&place));
    assert!(
        page.text().contains("“a.pdf” (1 KB) didn’t arrive whole."),
        "{}",
        page.text()
    );
    // The answer was lost: the same part again is not added twice.
    let (status, told) = part(&rana, &to, 0, &PDF[..10]);
    assert_eq!((status, &told["offset"]), (409, &10.into()));
    // The page was closed: the same file again is known.
    assert_eq!(begun(&rana, &place, "a.pdf", PDF.len()), (to.clone(), 10));
    assert_ne!(begun(&rana, &place, "b.pdf", PDF.len()).0, to);
    assert_eq!(json(&rana.get(&to))["offset"], 10);
    let (status, told) = part(&rana, &to, 10, &PDF[10..]);
    assert_eq!((status, &told["done"]), (200, &true.into()));
    // The last answer was lost: it stays done, once.
    assert_eq!(json(&rana.get(&to))["done"], true);
    assert_eq!(part(&rana, &to, 10, &PDF[10..]).1["done"], true);
    assert_eq!(
        json(&begin(&rana, &place, "a.pdf", PDF.len()))["done"],
        true
    );
    let list = rana.get(&papers(&place));
    assert_eq!(list.texts("#there th a"), ["a.pdf"]);
    let file = list.attributes("#there th a", "href")[0].clone();
    assert_eq!(rana.get(&file).body, PDF);
    assert_eq!(left(&story.site).len(), 1);
}

#[test]
fn parts_may_come_to_several_processes_with_one_folder_of_files() {
    let folder = || tempfile::tempdir().expect("a folder");
    let (files, data) = (folder(), folder());
    let files = files.path().to_string_lossy().into_owned();
    let story = story_with(|config| config.files.clone_from(&files));
    let key = story.site.folder().join("master.key");
    let second = story.site.again_with(|config| {
        data.path().clone_into(&mut config.data);
        config.master_key_file = key.to_string_lossy().into_owned();
        config.files.clone_from(&files);
    });
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let there = rana.led_to(&second.address);
    let (to, _) = begun(&rana, &place, "a.pdf", PDF.len());
    assert_eq!(part(&rana, &to, 0, &PDF[..10]).0, 200);
    let (status, told) = part(&there, &to, 10, &PDF[10..]);
    assert_eq!((status, &told["done"]), (200, &true.into()));
    let list = rana.get(&papers(&place));
    let file = list.attributes("#there th a", "href")[0].clone();
    assert_eq!(rana.get(&file).body, PDF);
    assert_eq!(there.get(&file).body, PDF);
    assert_eq!(
        left(&story.site),
        [""; 0],
        "nothing lies where it would otherwise"
    );
}

#[test]
fn announcements_are_judged_before_anything_comes() {
    let story = story_with(|config| config.file_most_bytes = 1 << 20);
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    for (name, size, why) in [
        ("a.pdf", 10 << 30, "larger than 1 MB"),
        ("a.pdf", 0, "is empty"),
        ("a.exe", 10, "can’t be added"),
        (
            &format!("{}.pdf", "a".repeat(4096)),
            10,
            "longer than 200 characters",
        ),
    ] {
        let answer = begin(&rana, &place, name, size);
        assert_eq!(answer.status, 422, "{why}");
        let told = json(&answer);
        assert!(
            told["error"]
                .as_str()
                .is_some_and(|told| told.contains(why)),
            "{told}"
        );
    }
    assert_eq!((left(&story.site), rows(&story.site)), (Vec::new(), (0, 0)));
}

#[test]
fn what_came_in_parts_is_looked_into_all_the_same() {
    let story = story();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let page = b"<script>alert(1)</script>";
    let (to, _) = begun(&rana, &place, "a.pdf", page.len());
    let (status, told) = part(&rana, &to, 0, page);
    assert_eq!(status, 422);
    assert!(
        told["error"]
            .as_str()
            .is_some_and(|told| told.contains("isn’t what")),
        "{told}"
    );
    assert_eq!(rana.get(&to).status, 404);
    // More than was announced is not for us to guess at.
    let (to, _) = begun(&rana, &place, "b.pdf", 5);
    let token = rana.csrf();
    let headers = [("x-csrf", token.as_str()), ("upload-offset", "0")];
    assert_eq!(rana.ask("POST", &to, &headers, Some(PDF)).status, 400);
    let picture = png();
    let (to, _) = begun(&rana, &place, "c.png", picture.len());
    assert_eq!(part(&rana, &to, 0, &picture).1["done"], true);
    // Of the picture what was written anew, and of the other nothing that counts.
    let kept: Vec<_> = left(&story.site);
    assert_eq!(
        kept.iter()
            .filter(|path| !path.contains("/partial/"))
            .count(),
        1
    );
    assert_eq!(rows(&story.site), (1, 2));
}

#[test]
fn parts_need_the_token_and_the_person() {
    let story = story();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let (omar, _) = story.draft("Omar Saleh", "Salt House");
    let (to, _) = begun(&rana, &place, "a.pdf", PDF.len());
    assert_eq!(
        rana.ask("POST", &to, &[("upload-offset", "0")], Some(PDF))
            .status,
        403
    );
    let token = omar.csrf();
    let headers = [("x-csrf", token.as_str()), ("upload-offset", "0")];
    assert_eq!(omar.ask("POST", &to, &headers, Some(PDF)).status, 404);
    assert_eq!(omar.get(&to).status, 404);
    assert_eq!(begin(&omar, &place, "a.pdf", PDF.len()).status, 404);
    assert_eq!(left(&story.site), [""; 0]);
}

#[test]
fn what_nobody_finishes_is_forgotten_after_a_day() {
    let story = story();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let (to, _) = begun(&rana, &place, "a.pdf", PDF.len());
    part(&rana, &to, 0, &PDF[..10]);
    story.site.pass_minutes(24 * 60 + 1);
    let tidied = story
        .site
        .database
        .write(story.site.stamp(), |tx| housekeeping::tidy(tx, 168));
    tidied.expect("the house is kept");
    rana.sign_in();
    assert_eq!((rana.get(&to).status, rows(&story.site)), (404, (0, 0)));
}

#[test]
fn unfinished_uploads_have_a_bound() {
    let story = story_with(|config| config.files_most = 2);
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let names = ["a.pdf", "b.pdf", "c.pdf"];
    let begun = names.map(|name| {
        let (to, _) = begun(&rana, &place, name, PDF.len());
        part(&rana, &to, 0, &PDF[..10]);
        to
    });
    assert_eq!(rana.get(&begun[0]).status, 404);
    assert_eq!((left(&story.site).len(), rows(&story.site)), (2, (0, 2)));
}
