//! A start on sealed data without its master key, or with another one: everybody is told so,
//! nothing is written, and once the key is back all goes on without a new start.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use evenhand::clock::Clock;
use evenhand::store::outbox::{self, Letter};
use evenhand::store::vault::Vault;
use evenhand::store::{Stamp, envelope};

use crate::story::{Story, make_round, open_round, save};
use crate::support::raw::{bytes, everything};
use crate::support::{Node, Person, TestSite};

const SAID: &str = "The office was raided.";
const TYPED: &str = "They came again at night.";
const LOCKED: &str = "This site can’t open its data just now";
const HEADINGS: [(&str, &str); 3] = [
    ("en", LOCKED),
    ("ar", "لا يستطيع هذا الموقع فتح بياناته الآن"),
    ("he", "האתר אינו יכול לפתוח עכשיו את הנתונים שלו"),
];
const READER: &str = "reader@example.org";

/// A draft with a sealed answer in a round that takes applications by any clock, and a letter
/// that has not left.
fn drafted() -> (Story, Person, String) {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let always = [
        ("opens_at", "2020-01-01 09:00"),
        ("closes_at", "2098-11-02 10:00"),
        ("reviews_due_at", "2098-11-20 17:00"),
    ];
    make_round(&ada, &always);
    open_round(&ada, "winter");
    let story = Story { site, ada };
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    save(&rana, &place, "need", &[("situation", SAID)]);
    assert!(!story.site.read(envelope::keys_in_use).is_empty());
    let stamp = Stamp {
        now: Clock::Machine.now(),
        ..story.site.stamp()
    };
    let letter = Letter {
        recipient: READER.to_owned(),
        subject: "News".to_owned(),
        body: "There is news.".to_owned(),
    };
    let posted = story
        .site
        .database
        .write(stamp, |tx| outbox::post(tx, &letter));
    posted.expect("the letter is posted");
    (story, rana, place)
}

/// A process that looks for its key here.
fn start(site: &TestSite, key: &Path) -> Node {
    let key = key.to_string_lossy().into_owned();
    let settings = [("EVENHAND_MASTER_KEY_FILE", key.as_str())];
    Node::start(site.folder(), site.url(), &settings)
}

/// Looks again and again until something is so.
fn until(what: &str, so: impl Fn() -> bool) {
    let began = Instant::now();
    while !so() {
        assert!(began.elapsed() < Duration::from_secs(60), "{what}");
        std::thread::yield_now();
    }
}

/// Whatever is asked for, the answer is the same page, in the reader's language.
fn everybody_is_told(site: &TestSite, node: &Node, place: &str) {
    for (language, heading) in HEADINGS {
        let mut visitor = site.visitor().led_to(&node.address);
        visitor.headers = vec![("accept-language", language.to_owned())];
        let pages = [
            "/",
            "/sign-in",
            "/rounds/winter",
            "/nothing",
            "/admin/rounds",
        ];
        for path in pages.into_iter().chain([place]) {
            let told = visitor.get_once(path);
            assert_eq!((told.status, &*told.heading()), (503, heading), "{path}");
            assert_eq!(told.language().0, language);
            assert_eq!(told.header("retry-after"), Some("60"));
            assert!(told.text().contains("evenhand doctor"), "{}", told.text());
            assert!(!told.source().contains("master.key"), "no place is told");
        }
        let told = visitor.post_with_token("/sign-up", &[("name", "Dana Peretz")]);
        assert_eq!((told.status, &*told.heading()), (503, heading));
    }
    let program = site.visitor().led_to(&node.address);
    let told = program.get_once("/api/v1/rounds");
    assert_eq!((told.status, told.header("retry-after")), (503, Some("60")));
    assert_eq!(program.get_once("/healthz").status, 200);
    let ready = program.get_once("/readyz");
    assert_eq!(
        (ready.status, ready.source()),
        (503, "not ready: master-key\n")
    );
    assert_eq!(ready.header("retry-after"), Some("60"));
}

/// Starts where `lay` laid something in the place of the key, and puts the key back.
fn locked_until_it_is_back(lay: impl FnOnce(&Path)) {
    let (story, rana, place) = drafted();
    let (site, need) = (&story.site, format!("{place}/sections/need"));
    let page = rana.get(&need);
    let folder = tempfile::tempdir().expect("a folder");
    let key = folder.path().join("master.key");
    lay(&key);
    let state = || (site.read(everything), bytes(site), fs::read(&key).ok());
    let before = state();
    let node = start(site, &key);
    everybody_is_told(site, &node, &place);

    // Who was signed in is told the same, and what was typed stays in the page.
    let mut there = rana.led_to(&node.address);
    there
        .headers
        .push(("sec-fetch-site", "same-origin".to_owned()));
    let told = there.get(&need);
    assert_eq!((told.status, &*told.heading()), (503, LOCKED));
    let style = told.attributes("link[rel='stylesheet']", "href").remove(0);
    assert_eq!(there.get_once(&style).status, 200);
    let arabic = there.submit(&told, "/language", &[("language", "ar")]);
    assert_eq!((arabic.status, &*arabic.heading()), (503, HEADINGS[1].1));
    there.submit(&arabic, "/language", &[("language", "en")]);
    let typed = [("situation", TYPED), ("then", "list")];
    let told = there.submit(&page, &need, &typed);
    assert_eq!((told.status, &*told.heading()), (503, LOCKED));
    assert_eq!(told.header("retry-after"), Some("60"));
    assert_eq!(told.value("situation"), TYPED);
    assert!(before == state(), "nothing is written, no key is made");

    fs::copy(site.folder().join("master.key"), &key).expect("it is put back");
    until("everybody is let in", || {
        there.get_once("/readyz").status == 200
    });
    let here = node.signed_in(&rana, &site.database);
    assert_eq!(here.get(&need).value("situation"), SAID);
    assert_eq!(
        save(&here, &place, "need", &[("situation", TYPED)]).problems(),
        [""; 0]
    );
    // What it sealed opens with the one right key. Whether the session of a former month was
    // tidied up by now is not known.
    let again = rana.at_another_browser();
    again.sign_in();
    assert_eq!(again.get(&need).value("situation"), TYPED);
    until("the letter leaves", || {
        let letters = site.letters_to(READER);
        letters.iter().all(|letter| letter.sent_at.is_some())
    });
}

#[test]
fn a_start_without_the_key_tells_everybody_and_goes_on_once_it_is_back() {
    locked_until_it_is_back(|_| ());
}

#[test]
fn a_start_with_another_key_tells_everybody_and_goes_on_once_the_right_one_is_back() {
    locked_until_it_is_back(|key| {
        let strange = Vault::of_file(key).expect("none is there yet");
        strange.make_key().expect("another key");
    });
}
