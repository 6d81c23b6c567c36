//! What is on its way in parts, at rest: sealed with a key of its own, and gone with it.

use std::fs;
use std::path::PathBuf;

use super::sealed::in_clear;
use super::{begun, left, papers, part, rows, story};
use crate::award::sealed::{done, on, tamper};
use crate::story::Story;
use crate::support::Person;

/// Three parts of as many bytes, each with some of the words.
const CONTENT: &[u8] = b"%PDF-1.7\nUmm Dalia lives at the third house.\n%%EOF\n";
const PART: usize = CONTENT.len() / 3;
const WORDS: [&str; 3] = ["Umm Dal", "lives at", "ird house"];

/// A draft of Rana's, with an upload to it.
fn unfinished(story: &Story) -> (Person, String, String) {
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let (to, _) = begun(&rana, &place, "a.pdf", CONTENT.len());
    (rana, place, to)
}

/// Sends the part of this number: the status, and how much is there then.
fn send(person: &Person, to: &str, number: usize) -> (u16, u64) {
    let at = number * PART;
    let (status, told) = part(person, to, at, &CONTENT[at..at + PART]);
    (status, told["offset"].as_u64().expect("an offset"))
}

/// The same with the first two parts sent.
fn two_thirds(story: &Story) -> (Person, String, String) {
    let (rana, place, to) = unfinished(story);
    send(&rana, &to, 0);
    send(&rana, &to, 1);
    (rana, place, to)
}

fn bytes(parts: usize) -> u64 {
    (parts * PART) as u64
}

/// That the document is there, whole, and the only file.
fn is_done(story: &Story, rana: &Person, place: &str) {
    let list = rana.get(&papers(place));
    let file = list.attributes("#there th a", "href")[0].clone();
    assert_eq!(rana.get(&file).body, CONTENT);
    assert_eq!((left(&story.site).len(), rows(&story.site)), (1, (1, 1)));
}

/// The file that grows.
fn growing(story: &Story) -> PathBuf {
    let left = left(&story.site);
    assert_eq!(left.len(), 1, "{left:?}");
    PathBuf::from(&left[0])
}

/// Where some of its words lie in clear.
fn found(story: &Story) -> Vec<String> {
    in_clear(&story.site, &WORDS)
}

#[test]
fn parts_lie_sealed_and_another_process_goes_on_with_them() {
    let story = story();
    let (rana, place, to) = unfinished(&story);
    assert_eq!(send(&rana, &to, 0), (200, bytes(1)));
    assert_eq!(send(&rana, &to, 1), (200, bytes(2)));
    let lying = fs::read(growing(&story)).expect("it lies there");
    assert!(lying.len() > 2 * PART);
    assert_eq!(found(&story), [""; 0]);
    // As after a new start: nothing of it is in memory.
    let again = story.site.again_with(|_| {});
    let there = rana.led_to(&again.address);
    assert_eq!(
        begun(&there, &place, "a.pdf", CONTENT.len()),
        (to.clone(), bytes(2))
    );
    assert_eq!(send(&there, &to, 2), (200, bytes(3)));
    is_done(&story, &rana, &place);
    assert_eq!(found(&story), [""; 0]);
}

#[test]
fn parts_that_changed_places_are_refused_and_come_again() {
    let story = story();
    let (rana, place, to) = two_thirds(&story);
    let path = growing(&story);
    let lying = fs::read(&path).expect("it lies there");
    let (one, two) = lying.split_at(lying.len() / 2);
    fs::write(&path, [two, one].concat()).expect("they change places");
    assert_eq!(send(&rana, &to, 2), (409, 0));
    assert_eq!((left(&story.site), rows(&story.site)), (vec![], (0, 1)));
    for number in 0..3 {
        assert_eq!(send(&rana, &to, number).0, 200);
    }
    is_done(&story, &rana, &place);
}

#[test]
fn of_parts_that_were_cut_what_is_whole_counts() {
    let story = story();
    let (rana, place, to) = two_thirds(&story);
    let path = growing(&story);
    let lying = fs::read(&path).expect("it lies there");
    fs::write(&path, &lying[..lying.len() - 1]).expect("it is cut");
    assert_eq!(send(&rana, &to, 2), (409, bytes(1)));
    assert_eq!(send(&rana, &to, 1), (200, bytes(2)));
    assert_eq!(send(&rana, &to, 2), (200, bytes(3)));
    is_done(&story, &rana, &place);
}

#[test]
fn a_new_master_key_ends_no_upload() {
    let story = story();
    let (rana, place, to) = unfinished(&story);
    send(&rana, &to, 0);
    done(&on(&story.site, &["seal", "--new-key"]));
    assert_eq!(send(&rana, &to, 1), (200, bytes(2)));
    let again = story.site.again_with(|_| {});
    let there = rana.led_to(&again.address);
    assert_eq!(send(&there, &to, 2), (200, bytes(3)));
    is_done(&story, &rana, &place);
}

#[test]
fn what_a_former_release_began_comes_again() {
    let story = story();
    let (rana, place, to) = unfinished(&story);
    tamper(&story.site, "UPDATE uploads SET sealed = NULL");
    // That release let the file grow in clear under the name of the upload.
    let folder = story.site.folder().join("files/partial");
    fs::create_dir_all(&folder).expect("a folder");
    let id = to.rsplit('/').next().expect("an id");
    fs::write(folder.join(id), &CONTENT[..2 * PART]).expect("it lies in clear");
    assert_ne!(found(&story), [""; 0]);
    assert_eq!(send(&rana, &to, 2), (409, 0));
    assert_eq!(send(&rana, &to, 0), (200, bytes(1)));
    assert_eq!(found(&story), [""; 0], "what lay in clear is gone");
    // And that release counts nothing of this one: its file is not there.
    assert!(!folder.join(id).exists());
    assert_eq!(send(&rana, &to, 1), (200, bytes(2)));
    assert_eq!(send(&rana, &to, 2), (200, bytes(3)));
    is_done(&story, &rana, &place);
}

#[test]
fn parts_are_gone_with_the_key_of_their_organisation() {
    let story = story();
    let (rana, _, to) = two_thirds(&story);
    tamper(&story.site, "UPDATE organisation_keys SET wrapped = NULL");
    let (token, at) = (rana.csrf(), (2 * PART).to_string());
    let headers = [("x-csrf", token.as_str()), ("upload-offset", at.as_str())];
    let last = rana.ask("POST", &to, &headers, Some(&CONTENT[2 * PART..]));
    assert_eq!(last.status, 409);
    assert_eq!(last.heading(), "What is kept sealed can’t be opened now");
    assert_eq!(rows(&story.site), (0, 1));
}

#[test]
fn nothing_begins_without_the_key_that_would_seal_it() {
    let story = story();
    let (rana, place, to) = unfinished(&story);
    let nowhere = story.site.folder().join("nowhere.key");
    let named = nowhere.to_string_lossy().into_owned();
    let bare = story
        .site
        .again_with(|config| config.master_key_file.clone_from(&named));
    let there = bare.visitor().named(&rana.name);
    there.sign_in();
    let (token, size) = (there.csrf(), CONTENT.len().to_string());
    let body = format!("csrf={token}&name=b.pdf&size={size}&mark=m1");
    let kind = [("content-type", "application/x-www-form-urlencoded")];
    let uploads = format!("{}/uploads", papers(&place));
    let begun = there.ask("POST", &uploads, &kind, Some(body.as_bytes()));
    assert_eq!(begun.status, 409);
    let headers = [("x-csrf", token.as_str()), ("upload-offset", "0")];
    let first = there.ask("POST", &to, &headers, Some(&CONTENT[..PART]));
    assert_eq!(first.status, 409);
    assert_eq!((left(&story.site), rows(&story.site)), (vec![], (0, 1)));
}
