//! The emergency purge: two admins, and nothing of what went lies anywhere any more.

use std::process::Command;

use evenhand::domain::account::Role;
use evenhand::store::envelope::keys_in_use;
use evenhand::store::latest_events;

use crate::access::hundred::texts;
use crate::award::sealed::{done as ended, on};
use crate::code_name::{NAMES, keyed};
use crate::deliberation::Deliberation;
use crate::engagement;
use crate::files::{PDF, add as attach, left};
use crate::story::Story;
use crate::support::raw::{bytes, everything, holds};
use crate::support::{PUBLIC, Page, Person, on_postgres, option};

const ASKED: &str = "Show that it is you";

/// The page of the purge of the first application's organisation.
pub fn of_organisation(round: &Deliberation) -> String {
    let dossier = format!("/admin/applications/{}", round.applications[0]);
    let desk = round.ada.get(&dossier).link("About the organisation");
    format!("{desk}/purge")
}

pub fn propose(person: &Person, place: &str) -> Page {
    person.proves();
    person.submit(&person.get(place), place, &[("cause", "danger")])
}

pub fn confirm(person: &Person, place: &str) -> Page {
    person.proves();
    person.submit(&person.get(place), &format!("{place}/confirm"), &[])
}

/// What is known of the first organisation, in its own words and in those of staff.
const SECRETS: [&str; 5] = [
    "Legal aid in the valley",
    "=Olive, ",
    "Rana Haddad",
    "rana.haddad@example.org",
    "The archive is under the well.",
];

#[test]
fn what_two_admins_purge_lies_nowhere_any_more() {
    let round = Deliberation::new();
    let (site, ada, ben) = (&round.site, &round.ada, &round.ben);
    let log = engagement::log_of(ada, round.applications[0].as_str());
    let noted = [
        ("notes", "The archive is under the well."),
        ("then", "files"),
    ];
    let entry = engagement::add(ada, &log, &noted);
    let entry = entry.path.split('#').next().expect("an address");
    let files: [(&str, &str, &[u8]); 1] = [("well.pdf", "application/pdf", PDF)];
    assert_eq!(attach(ada, &format!("{entry}/files"), &files).status, 303);
    assert_eq!(left(site).len(), 1);
    let rows = site.read(everything);
    for secret in SECRETS {
        // What staff note lies sealed from the beginning.
        let sealed = secret == "The archive is under the well.";
        let told = sealed || secret == "=Olive, ";
        assert!(rows.contains(secret) || told, "{secret}");
        let lies = holds(&bytes(site), secret) || on_postgres();
        assert!(lies || sealed, "{secret}");
    }

    let place = of_organisation(&round);
    let proposed = propose(ada, &place);
    assert_eq!(
        proposed.notice(),
        "The purge is proposed. Another admin has to confirm it."
    );
    let purge = proposed.value_of_hidden("purge");
    let own = [("purge", purge.as_str())];
    let alone = ada.post_with_token(&format!("{place}/confirm"), &own);
    assert_eq!(alone.status, 403);
    assert!(site.read(everything).contains("Rana Haddad"));

    let done = confirm(ben, &place);
    assert_eq!(done.notice(), "Everything is gone, from the disk too.");
    assert_eq!(done.the("#purge .badge"), "Gone");
    let events = site.read(|reader| latest_events(reader, None, 5));
    let told: Vec<&str> = events.iter().map(|event| event.action.as_str()).collect();
    assert_eq!(told[..2], ["finish_purge", "confirm_purge"]);
    assert_eq!(events[1].after_state, "erased");
    let (rows, bytes) = (site.read(everything), bytes(site));
    for secret in SECRETS {
        assert!(!rows.contains(secret), "{secret} lies in a table");
        assert!(!holds(&bytes, secret), "{secret} lies in a file");
    }
    assert_eq!(left(site), [""; 0]);
    assert_eq!(round.rana.get_once("/applications").status, 303);

    // Numbers stay, and so does everybody else.
    let ranking = round.ranking(ada).text();
    assert!(ranking.contains("Keeping the archive alive"), "{ranking}");
    let dossier = format!("/admin/applications/{}", round.applications[0]);
    assert_eq!(ada.get(&dossier).status, 200);
}

#[test]
fn a_purge_asks_who_it_is_unless_that_was_shown_just_now() {
    let round = Deliberation::unscored();
    let (site, place) = (&round.site, of_organisation(&round));
    let browser = |person: &Person| {
        let mut person = person.at_another_browser();
        let own = ("sec-fetch-site", "same-origin".to_owned());
        person.headers.push(own);
        person.sign_in();
        person
    };
    let (ada, ben) = (browser(&round.ada), browser(&round.ben));
    site.pass_minutes(6);
    let asked = ada.submit(&ada.get(&place), &place, &[("cause", "order")]);
    assert_eq!((asked.status, &*asked.heading()), (403, ASKED));
    // What was shown before the page asked is not enough.
    let none = ada.submit(&asked, "/account/proof", &[]);
    assert_eq!(none.status, 422);
    let typed = [("present", ada.password.as_str())];
    let proved = ada.submit(&none, "/account/proof", &typed);
    assert_eq!(proved.heading(), "Thank you");
    // The cause that was chosen came along.
    let proposed = ada.submit(&proved, &place, &[]);
    assert!(
        proposed
            .the("#purge")
            .contains("A law or a court demands it")
    );

    let confirming = format!("{place}/confirm");
    let asked = ben.submit(&ben.get(&place), &confirming, &[]);
    assert_eq!((asked.status, &*asked.heading()), (403, ASKED));
    assert!(site.read(everything).contains("Rana Haddad"));
    let typed = [("present", ben.password.as_str())];
    let proved = ben.submit(&asked, "/account/proof", &typed);
    site.pass_minutes(6);
    let late = ben.submit(&proved, &confirming, &[]);
    assert_eq!((late.status, &*late.heading()), (403, ASKED));
    let proved = ben.submit(&late, "/account/proof", &typed);
    let done = ben.submit(&proved, &confirming, &[]);
    assert_eq!(done.the("#purge .badge"), "Gone");
}

#[test]
fn who_can_confirm_it_has_a_letter_and_whoever_is_kept_away_has_none() {
    let round = Deliberation::unscored();
    let (site, ada, ben) = (&round.site, &round.ada, &round.ben);
    let cleo = ada.invites("Cleo Nassar", Role::Admin);
    let vera = ada.invites("Vera Azoulay", Role::Auditor);
    let conflict = format!("/admin/applications/{}/conflict", round.applications[0]);
    ben.submit(&ben.get(&conflict), &conflict, &[("kind", "collaborator")]);
    let told = |person: &Person| {
        let letters = site.letters_to(&person.email).into_iter();
        let purges = letters.filter(|one| one.subject == "A purge waits for you");
        purges.map(|one| one.body).collect::<Vec<String>>()
    };
    let place = of_organisation(&round);
    propose(ada, &place);
    let letters = told(&cleo);
    assert_eq!(letters.len(), 1);
    assert!(letters[0].contains(&format!("{PUBLIC}{place}")));
    assert!(!letters[0].contains("Olive"), "{}", letters[0]);
    for person in [ada, ben, &vera] {
        assert_eq!(told(person), [""; 0], "{}", person.name);
    }
    let of_round = "/admin/rounds/autumn/purge";
    propose(&cleo, of_round);
    for person in [ada, ben] {
        let letters = told(person);
        assert_eq!(letters.len(), 1, "{}", person.name);
        assert!(letters[0].contains(&format!("{PUBLIC}{of_round}")));
    }
    assert_eq!(told(&cleo).len(), 1);
}

#[test]
fn what_was_said_of_it_beside_others_goes_too() {
    let story = Story::new();
    let (_, gone) = story.sent("Rana Haddad", "Olive Press");
    let (_, stays) = story.sent("Noa Levi", "Open Ledger");
    let (ada, overlaps) = (&story.ada, format!("/admin{stays}/overlaps"));
    let list = ada.get(&overlaps);
    let one = list.attributes(".card h2 a", "href").remove(0);
    let words = "Olive Press lends them its bus.";
    let said = [("standing", "dismissed"), ("reason", words)];
    ada.submit(&ada.get(&one), &one, &said);
    assert!(ada.get(&overlaps).text().contains(words));
    let ben = ada.invites("Ben Amir", Role::Admin);
    let dossier = ada.get(&format!("/admin{gone}"));
    let place = format!("{}/purge", dossier.link("About the organisation"));
    propose(ada, &place);
    let done = confirm(&ben, &place);
    assert_eq!(done.notice(), "Everything is gone, from the disk too.");
    let page = ada.get(&overlaps);
    assert_eq!(page.status, 200);
    assert!(!page.text().contains(words), "{}", page.text());
}

#[test]
fn no_hash_of_its_words_stays_in_the_ledger() {
    let story = Story::new();
    let (site, ada) = (&story.site, &story.ada);
    let (_, gone) = story.sent("Rana Haddad", NAMES[0]);
    story.sent("Noa Levi", NAMES[1]);
    let before = NAMES.map(|name| keyed(site, name));
    assert!(before.iter().flatten().all(|rows| *rows > 0), "{before:?}");
    let ben = ada.invites("Ben Amir", Role::Admin);
    let dossier = ada.get(&format!("/admin{gone}"));
    let place = format!("{}/purge", dossier.link("About the organisation"));
    propose(ada, &place);
    confirm(&ben, &place);
    let after = NAMES.map(|name| keyed(site, name));
    assert_eq!(after, [[0, 0], before[1]]);
    let digests = "SELECT digest AS found FROM ledger_entries WHERE recipient = ''";
    let digests = texts(site.url(), digests);
    assert!(!digests.is_empty() && digests.iter().all(String::is_empty));
    // What both had is counted of the one that stays.
    let counted = "SELECT CAST(c.key AS TEXT) AS found FROM ledger_key_counts c \
        WHERE c.others <> (SELECT COUNT(*) FROM ledger_keys k WHERE k.key = c.key)";
    assert_eq!(texts(site.url(), counted), [""; 0]);
}

#[test]
fn a_purge_leaves_nothing_behind_a_code_name_that_would_be_sealed() {
    let round = Deliberation::unscored();
    let (site, place) = (&round.site, of_organisation(&round));
    let given = place.replace("/purge", "/confidential");
    round.ada.submit(&round.ada.get(&given), &given, &[]);
    propose(&round.ada, &place);
    let done = confirm(&round.ben, &place);
    assert_eq!(done.notice(), "Everything is gone, from the disk too.");
    let keys = "SELECT id AS found FROM organisation_keys WHERE wrapped IS NOT NULL";
    let before = texts(site.url(), keys);
    let said = ended(&on(site, &["seal"]));
    assert_eq!(said, "Sealed from clear: 0; anew: 0; keys anew: 0.\n");
    assert_eq!(texts(site.url(), keys), before, "no key is made for a mark");
}

#[test]
fn a_purge_that_is_not_confirmed_in_time_or_taken_back_erases_nothing() {
    let round = Deliberation::unscored();
    let (site, ada, ben) = (&round.site, &round.ada, &round.ben);
    let place = of_organisation(&round);
    propose(ada, &place);
    ben.proves();
    let again = ben.post_with_token(&place, &[("cause", "danger")]);
    assert_eq!(again.status, 409);
    let waiting = ben.get(&place);
    let taken = ben.submit(&waiting, &format!("{place}/withdrawal"), &[]);
    assert_eq!(
        taken.notice(),
        "The purge is taken back. Nothing was erased."
    );
    assert_eq!(taken.the("#purge .badge"), "Taken back");

    propose(ada, &place);
    let waiting = ben.get(&place);
    let purge = waiting.value_of_hidden("purge");
    site.pass_minutes(24 * 60 + 1);
    let (ada, ben) = (ada.at_another_browser(), ben.at_another_browser());
    ada.sign_in();
    ben.sign_in();
    let waited = [("purge", purge.as_str())];
    let late = ben.post_with_token(&format!("{place}/confirm"), &waited);
    assert_eq!(late.status, 409);
    assert_eq!(
        ben.get(&place).the("#purge .badge"),
        "Not confirmed in time"
    );
    assert!(site.read(everything).contains("Rana Haddad"));
    assert_eq!(
        propose(&ada, &place).the("#purge .badge"),
        "Waits for another admin"
    );
}

#[test]
fn a_round_is_purged_at_the_command_line_with_who_applied_there_alone() {
    let round = Deliberation::new();
    let (site, ada, ben) = (&round.site, &round.ada, &round.ben);
    let run = |words: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_evenhand"));
        command.env_clear().arg("--data").arg(site.folder());
        command
            .args(["--database", &option(site.url())])
            .arg("purge");
        let output = command.args(words).output().expect("the program runs");
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said).into_owned();
        (output.status.code(), said)
    };
    let proposing = ["propose", "--round", "autumn", "--cause", "order", "--by"];
    let (code, purge) = run(&[&proposing[..], &[ada.email.as_str()]].concat());
    assert_eq!(code, Some(0), "{purge}");
    let confirming = |by: &str| run(&["confirm", purge.trim(), "--by", by]);
    let (code, said) = confirming(&ada.email);
    assert_eq!(code, Some(1), "{said}");
    assert!(!site.read(keys_in_use).is_empty());
    assert!(round.ranking(ada).text().contains("Safe rooms"));
    let (code, said) = confirming(&ben.email);
    assert_eq!(code, Some(0), "{said}");
    assert!(!round.ranking(ada).text().contains("Safe rooms"));
    assert_eq!(
        said,
        "Erased: applications 4, organisations 4, people 4, files 0.\n\
         Nothing is left on the disk.\n"
    );
    let rows = site.read(everything);
    for secret in SECRETS.iter().chain(&["Women of the Coast", "Safe rooms"]) {
        assert!(!rows.contains(secret), "{secret} lies in a table");
    }
    assert!(site.read(keys_in_use).is_empty(), "no key is left");
    let page = ada.get("/admin/rounds/autumn/purge");
    assert_eq!(page.the("#purge .badge"), "Gone");
}
