//! Documents at rest: content and name are sealed, and whoever may read them still does.

use std::fs;

use evenhand::store::attachment;

use super::{add, added, left, papers, story};
use crate::award::sealed::{done, everything, files, holds, on, tamper};
use crate::support::TestSite;

const NAME: &str = "identity card of Dalia.pdf";
const CONTENT: &[u8] = b"%PDF-1.7\nUmm Dalia lives at the third house.\n%%EOF\n";
const WORDS: &str = "Umm Dalia lives";

/// Where words of the document or its name lie in clear.
fn found(site: &TestSite) -> Vec<String> {
    assert!(site.read(everything).contains("add_file"), "rows are read");
    in_clear(site, &[NAME, WORDS])
}

/// Where words lie in clear: in a row, in a file of the database, or in a document.
pub fn in_clear(site: &TestSite, words: &[&str]) -> Vec<String> {
    let (rows, bytes) = (site.read(everything), files(site));
    let mut found = Vec::new();
    for planted in words {
        if rows.contains(planted) || holds(&bytes, planted) {
            found.push(format!("{planted}: the database"));
        }
        for path in left(site) {
            if holds(&fs::read(&path).expect("a file"), planted) {
                found.push(format!("{planted}: {path}"));
            }
        }
    }
    found
}

#[test]
fn neither_name_nor_content_lies_in_clear() {
    let story = story();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let file = added(&rana, &papers(&place), NAME, CONTENT);
    assert_eq!(left(&story.site).len(), 1);
    assert_eq!(found(&story.site), [""; 0]);
    let list = rana.get(&papers(&place));
    assert_eq!(list.texts("#there th a"), [NAME]);
    assert_eq!(rana.get(&file).body, CONTENT);
    // Many pieces, the last of them short.
    let long = [CONTENT, vec![b'x'; 200_000].as_slice()].concat();
    let other = added(&rana, &papers(&place), "long.pdf", &long);
    let read = rana.get(&other);
    assert!(read.body == long);
    done(&on(&story.site, &["doctor", "--deep"]));
}

#[test]
fn what_a_former_release_kept_in_clear_is_sealed_and_reads_the_same() {
    let story = story();
    let site = &story.site;
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let file = added(&rana, &papers(&place), NAME, CONTENT);
    let path = left(site).remove(0);
    fs::write(&path, CONTENT).expect("it lies in clear");
    tamper(
        site,
        &format!("UPDATE attachments SET sealed = NULL, name = '{NAME}'"),
    );
    assert_eq!(found(site).len(), 2);
    assert_eq!(rana.get(&file).body, CONTENT);
    let said = done(&on(site, &["seal"]));
    assert_eq!(said, "Sealed from clear: 1; anew: 0; keys anew: 0.\n");
    assert_eq!(found(site), [""; 0]);
    assert_eq!(left(site).len(), 1);
    assert_ne!(left(site)[0], path);
    assert_eq!(rana.get(&file).body, CONTENT);
    done(&on(site, &["doctor", "--deep"]));
}

#[test]
fn a_document_is_gone_with_the_key_of_its_organisation() {
    let story = story();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let file = added(&rana, &papers(&place), NAME, CONTENT);
    tamper(&story.site, "UPDATE organisation_keys SET wrapped = NULL");
    let refused = rana.get(&file);
    assert_eq!(refused.status, 409);
    assert_eq!(refused.heading(), "What is kept sealed can’t be opened now");
    let lying = story.site.read(attachment::contents);
    assert_eq!(lying.len(), 1);
    done(&on(&story.site, &["doctor", "--deep"]));
}

#[test]
fn nothing_is_kept_of_a_file_that_can_not_be_sealed() {
    let story = story();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let list = papers(&place);
    added(&rana, &list, NAME, CONTENT);
    let nowhere = story.site.folder().join("nowhere.key");
    let named = nowhere.to_string_lossy().into_owned();
    let bare = story
        .site
        .again_with(|config| config.master_key_file.clone_from(&named));
    let there = bare.visitor().named(&rana.name);
    there.sign_in();
    let pdf: [(&str, &str, &[u8]); 1] = [("more.pdf", "application/pdf", CONTENT)];
    assert_eq!(add(&there, &list, &pdf).status, 409);
    assert_eq!(left(&story.site).len(), 1);
}
