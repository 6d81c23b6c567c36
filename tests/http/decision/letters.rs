//! Letters: what goes out is what was shown before, in the reader's language, each once
//! also where a release broke off.

use evenhand::actions::release_decisions;
use evenhand::domain::DecisionId;
use evenhand::domain::account::{Email, Role};
use evenhand::policy::Actor;
use evenhand::store::account;

use super::{AWARD, DECLINE};
use crate::deliberation::Deliberation;
use crate::support::Person;

const RELEASE: &str = "/admin/rounds/autumn/release";
const LETTERS: &str = "/admin/programmes/human-rights-fund/letters";

/// What the program knows an admin as.
fn actor(round: &Deliberation, person: &Person) -> Actor {
    let email = Email::parse(&person.email).unwrap();
    let row = round.site.read(|reader| account::by_email(reader, &email));
    let row = row.unwrap();
    let who = (row.name, row.email);
    Actor::new(row.id, who, row.language, row.time_zone, vec![Role::Admin])
}

fn sign_three(round: &Deliberation) {
    round.propose(&round.ada, 0, &AWARD);
    round.propose(&round.ada, 1, &DECLINE);
    let reserve = [("outcome", "reserve"), ("rationale", "If money is left.")];
    round.propose(&round.ada, 2, &reserve);
    for n in 0..3 {
        round.sign(&round.ben, n);
    }
}

#[test]
fn every_letter_is_shown_before_it_goes_out_and_kept_as_it_went() {
    let round = Deliberation::new();
    sign_three(&round);
    let before = round.site.letters().len();
    let shown = round.ben.get(&format!("{RELEASE}/letters"));
    let letters = shown.texts(".letter");
    assert_eq!(letters.len(), 3);
    assert!(letters[0].contains("Legal aid in the valley"));
    assert!(
        letters[0].contains("USD 20,000.50") && letters[0].contains("1. An audit within a year")
    );
    assert!(
        letters
            .iter()
            .any(|one| one.contains("Thank you for your clear plan.")
                && one.contains("others were more urgent this time"))
    );
    // No feedback was written: its paragraph is left out.
    assert!(!letters[0].contains("The panel adds"));
    assert!(!letters.iter().any(|one| one.contains('[')));
    assert_eq!(round.site.letters().len(), before, "nothing has gone out");
    round.release_all(&round.ben);
    let place = format!("/applications/{}", round.applications[0]);
    let read = round.rana.get(&place);
    assert_eq!(read.texts(".letter"), [letters[0].clone()]);
    let mail = round.rana.letter();
    assert!(!mail.body.contains("20,000") && mail.body.contains(&place));
    // New words change nothing of what was sent.
    let edit = format!("{LETTERS}/award/en");
    let typed = [("subject", "News"), ("body", "Hello [organisation]")];
    let saved = round.ada.submit(&round.ada.get(&edit), &edit, &typed);
    assert_eq!(
        saved.notice(),
        "The letter is saved. What was sent before keeps its words."
    );
    assert_eq!(
        round.rana.get(&place).texts(".letter"),
        [letters[0].clone()]
    );
}

#[test]
fn a_release_that_breaks_off_goes_on_and_each_letter_goes_out_once() {
    let round = Deliberation::new();
    sign_three(&round);
    let before = round.site.letters().len();
    let ids: Vec<DecisionId> = round
        .ben
        .get(RELEASE)
        .attributes("input[name='decision']", "value")
        .iter()
        .map(|id| DecisionId::parse(id).unwrap())
        .collect();
    // The server stands in line for three, releases one and is killed.
    let ben = actor(&round, &round.ben);
    let (database, stamp) = (&round.site.database, round.site.stamp());
    let site = "http://grants.test";
    database
        .write(stamp.clone(), |tx| {
            release_decisions::line_up(tx, &ben, "autumn", &ids)
        })
        .unwrap();
    database
        .write(stamp, |tx| {
            release_decisions::release(tx, &ben, "autumn", ids[0], site)
        })
        .unwrap();
    assert_eq!(round.site.letters().len(), before + 1);
    let broken = round.ada.get(RELEASE);
    assert_eq!(
        broken.the(".notice-warn p"),
        "A release broke off: 2 outcomes still stand in line."
    );
    let go_on = [("go_on", "yes")];
    assert_eq!(round.ada.post_with_token(RELEASE, &go_on).status, 303);
    assert_eq!(round.site.letters().len(), before + 3);
    assert_eq!(round.ada.post_with_token(RELEASE, &go_on).status, 303);
    let all: Vec<(&str, String)> = ids.iter().map(|id| ("decision", id.to_string())).collect();
    let all: Vec<(&str, &str)> = all.iter().map(|(name, id)| (*name, id.as_str())).collect();
    assert_eq!(round.ada.post_with_token(RELEASE, &all).status, 303);
    assert_eq!(round.site.letters().len(), before + 3, "each once");
    assert!(!round.ada.get(RELEASE).has(".notice-warn"));
}

#[test]
fn the_words_of_a_letter_are_checked_and_mail_can_hold_them() {
    let round = Deliberation::new();
    let edit = format!("{LETTERS}/award/en");
    let typed = [("subject", ""), ("body", "You get [sum]")];
    let wrong = round.ada.submit(&round.ada.get(&edit), &edit, &typed);
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.error("subject"), "Fill this in.");
    assert_eq!(
        wrong.error("body"),
        "Nothing can be filled in for [sum]. Use one of the names in the list."
    );
    assert_eq!(wrong.value("body"), "You get [sum]");
    let typed = [
        ("subject", "News of [reference]"),
        ("body", "[title]: [amount]"),
    ];
    round.ada.submit(&wrong, &edit, &typed);
    let whole = [("way", "whole")];
    round.ada.submit(&round.ada.get(LETTERS), LETTERS, &whole);
    let vera = round.ada.invites("Vera Azoulay", Role::Auditor);
    assert!(
        vera.get(LETTERS)
            .text()
            .contains("Mail holds the whole letter.")
    );
    round.propose(&round.ada, 0, &AWARD);
    round.sign(&round.ben, 0);
    round.release_all(&round.ben);
    let mail = round.rana.letter();
    assert_eq!(mail.subject, "News of EH-AAAA-2222");
    assert!(
        mail.body
            .starts_with("Legal aid in the valley: USD\u{a0}20,000.50")
    );
    assert!(mail.body.contains(&round.applications[0].to_string()));
}

/// Arabic letters of a text.
fn arabic(text: &str) -> usize {
    let letters = text.chars();
    letters
        .filter(|c| ('\u{0621}'..='\u{064a}').contains(c))
        .count()
}

#[test]
fn a_letter_is_written_in_the_language_of_who_reads_it() {
    let round = Deliberation::new();
    let back = [("language", "ar"), ("return_to", "/applications")];
    assert_eq!(round.rana.post_with_token("/language", &back).status, 303);
    round.propose(&round.ada, 0, &AWARD);
    round.sign(&round.ben, 0);
    let shown = round.ben.get(&format!("{RELEASE}/letters"));
    let letter = shown.the(".letter");
    assert_eq!(shown.attributes(".letter", "lang"), ["ar"]);
    assert_eq!(shown.attributes(".letter", "dir"), ["rtl"]);
    assert!(
        letter.contains("طلبكم EH-AAAA-2222: تقرّر تقديم منحة"),
        "{letter}"
    );
    assert!(letter.contains("Legal aid in the valley"), "{letter}");
    assert!(letter.contains("An audit within a year") && letter.contains("20,000.50"));
    assert!(arabic(&letter) > 100, "{letter}");
    round.release_all(&round.ben);
    let read = round
        .rana
        .get(&format!("/applications/{}", round.applications[0]));
    assert_eq!(read.language(), ("ar".to_owned(), "rtl".to_owned()));
    assert_eq!(read.the(".letter"), letter, "what was shown went out");
    let mail = round.rana.letter();
    assert!(arabic(&mail.subject) > 5, "{}", mail.subject);
    assert!(arabic(&mail.body) > 20 && !mail.body.contains("20,000"));
    assert!(mail.body.contains(&round.applications[0].to_string()));
}

#[test]
fn mail_that_holds_the_whole_letter_says_what_was_shown_from_right_to_left() {
    let subjects = [
        ("ar", "طلبكم EH-AAAA-2222: تقرّر تقديم منحة"),
        ("he", "הבקשה שלכם EH-AAAA-2222: הוחלט להעניק מענק"),
    ];
    for (language, subject) in subjects {
        let round = Deliberation::new();
        let whole = [("way", "whole")];
        round.ada.submit(&round.ada.get(LETTERS), LETTERS, &whole);
        let own = [("language", language), ("return_to", "/applications")];
        assert_eq!(round.rana.post_with_token("/language", &own).status, 303);
        round.propose(&round.ada, 0, &AWARD);
        round.sign(&round.ben, 0);
        let shown = round.ben.get(&format!("{RELEASE}/letters"));
        assert_eq!(shown.language(), ("en".to_owned(), "ltr".to_owned()));
        assert_eq!(shown.attributes(".letter", "lang"), [language]);
        assert_eq!(shown.attributes(".letter", "dir"), ["rtl"]);
        let letter = shown.the(".letter .pre");
        assert_eq!(shown.the(".letter strong"), subject);
        for told in [
            "=Olive, \"Press\"",
            "Legal aid in the valley",
            "USD 20,000.50",
            "1. An audit within a year",
        ] {
            assert!(letter.contains(told), "{told}: {letter}");
        }
        round.release_all(&round.ben);
        let place = format!("/applications/{}", round.applications[0]);
        let read = round.rana.get(&place);
        assert_eq!(read.language(), (language.to_owned(), "rtl".to_owned()));
        assert_eq!(read.the(".letter .pre"), letter, "what was shown went out");
        let mail = round.rana.letter();
        assert_eq!(mail.subject, subject);
        let words: Vec<&str> = mail.body.split_whitespace().collect();
        let body = words.join(" ");
        assert!(body.starts_with(&letter), "{body}");
        assert!(mail.body.contains("USD\u{a0}20,000.50"), "no line parts it");
    }
}
