//! Every version keeps the files that it came in.

use evenhand::actions::list_screening::Loaded;
use evenhand::domain::account::Role;
use evenhand::store::{attachment, latest_events, list_screening};

use super::hits::with_hit;
use super::{COAST, OLIVE, list_of, load_as, load_kept, put, read};
use crate::support::TestSite;

const LISTS: &str = "/admin/watch-lists";

#[test]
fn a_former_version_comes_back_byte_for_byte() {
    let (round, place) = with_hit();
    let (site, ada) = (&round.site, &round.ada);
    let omar = ada.invites("Omar Said", Role::Auditor);
    let first = list_of("2026-10-20", &[OLIVE]);
    let second = list_of("2026-10-21", &[OLIVE, COAST]);
    put(site, ada, "ofac", &second);
    // The run was made with the first version and still leads to it.
    let former = ada.get(&place).attributes("#standing li a", "href");
    let page = omar.get(&former[0]);
    assert_eq!(page.heading(), "ofac of 20 October 2026");
    assert_eq!(page.texts(".page-head .badge"), ["Former"]);
    let row = page.table("Files of this version").remove(0);
    assert_eq!(row[0], "list.csv");
    assert_eq!(row[2].len(), 64, "{row:?}");
    let file = omar.get(&page.link("list.csv"));
    assert_eq!(file.body, first.as_bytes());
    let saved = file.header("content-disposition").unwrap_or_default();
    assert!(
        saved.starts_with("attachment; filename=\"list.csv\""),
        "{saved}"
    );
    // Both stand on the page of the lists: in force, and in the history.
    let links = omar.get(LISTS).attributes("main table td a", "href");
    assert_eq!(links.len(), 3);
    assert_eq!(links[0], links[1]);
    assert_eq!(links[2], former[0]);
    let current = omar.get(&links[0]);
    assert_eq!(current.texts(".page-head .badge"), ["In force"]);
    assert_eq!(omar.get(&current.link("list.csv")).body, second.as_bytes());
    for beyond in ["0", "2", "x", "-1"] {
        let answer = omar.get(&format!("{}/files/{beyond}", former[0]));
        assert_eq!(answer.status, 404, "{beyond}");
    }
    for person in [&round.noor, &round.rana] {
        assert_eq!(person.get(&former[0]).status, 403);
        assert_eq!(person.get(&page.link("list.csv")).status, 403);
    }
}

#[test]
fn a_content_is_kept_once_and_one_that_was_altered_is_not_handed_out() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let text = list_of("2026-10-20", &[OLIVE]);
    put(&site, &ada, "ofac", &text);
    put(&site, &ada, "un", &text);
    let kept = site.read(attachment::contents);
    assert_eq!(kept.len(), 1, "{kept:?}");
    let versions = site.read(|reader| list_screening::versions(reader, None, 9));
    assert_eq!(versions.len(), 2);
    let file = format!("{LISTS}/{}/files/1", versions[1].id);
    assert_eq!(ada.get(&file).body, text.as_bytes());
    let key = &kept[0].key;
    let place = site.folder().join("files").join(&key[..2]).join(&key[2..4]);
    let stored = std::fs::read(place.join(key)).expect("kept");
    let mut altered = stored.clone();
    *altered.last_mut().expect("not empty") ^= 1;
    for other in [altered.as_slice(), b"something else"] {
        std::fs::write(place.join(key), other).expect("written");
        let refused = ada.get(&file);
        assert_eq!(refused.status, 503);
        assert!(!refused.source().contains("something else"));
    }
    std::fs::write(place.join(key), stored).expect("written");
    assert_eq!(ada.get(&file).body, text.as_bytes());
}

#[test]
fn a_version_of_an_earlier_release_gets_its_files_when_it_is_loaded_again() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let text = list_of("2026-10-20", &[OLIVE]);
    load_as(&site, &ada, "ofac", read(&text).expect("a list")).expect("loaded");
    let version = ada
        .get(LISTS)
        .attributes("main table td a", "href")
        .remove(0);
    let file = format!("{version}/files/1");
    assert!(ada.get(&version).text().contains("Its files were not kept"));
    assert_eq!(ada.get(&file).status, 404);
    for expected in [Loaded::Kept, Loaded::Same] {
        let again = load_kept(&site, &ada, "ofac", &text).expect("loaded again");
        assert_eq!(again, expected);
        assert_eq!(ada.get(&file).body, text.as_bytes());
    }
    assert_eq!(site.read(attachment::contents).len(), 1);
    let events = site.read(|reader| latest_events(reader, None, 9));
    let kept = events.iter().filter(|one| one.action == "keep_list_files");
    assert_eq!(kept.count(), 1);
}
