//! Rankings are kept in memory: nothing older than what is written by now is shown. They
//! hold no text that somebody wrote; what is shown beside them is opened when it is shown.

use std::fs;

use crate::award::sealed::{at, tamper};
use crate::deliberation::Deliberation;

const CAPTION: &str = "Applications by their mean score";
const LETTERS: &str = "/admin/rounds/autumn/release/letters";
const FEEDBACK: &str = "Thank you for your clear plan.";
const DECLINE: [(&str, &str); 4] = [
    ("outcome", "decline"),
    ("reason", "others_first"),
    ("rationale", "Others were stronger."),
    ("feedback", FEEDBACK),
];

#[test]
fn what_another_process_writes_stands_in_the_next_ranking() {
    let round = Deliberation::new();
    let other = round.site.again_with(|_| ());
    let (ada, ben) = (at(&other, &round.ada), at(&other, &round.ben));
    let states = || round.ranking(&round.ada).column(CAPTION, 7);
    let open = ["Deliberation"; 4];
    assert_eq!(states(), open);
    assert_eq!(states(), open, "it is kept by now");
    round.propose(&ben, 1, &DECLINE);
    assert_eq!(states()[1], "Decline · proposed");
    round.sign(&ada, 1);
    assert_eq!(states()[1], "Decline · signed off");
    round.drop_decision(&ben, 1);
    assert_eq!(states(), open);
    // Whom a conflict keeps away finds nothing of it from then on.
    let aside = format!("/admin/applications/{}/conflict", round.applications[1]);
    let done = ada.submit(&ada.get(&aside), &aside, &[("kind", "collaborator")]);
    let thanks = "Thank you. The application is with the others now.";
    assert_eq!(done.notice(), thanks);
    let left = round.ranking(&round.ada);
    assert_eq!(left.column(CAPTION, 7).len(), 3);
    assert!(!left.text().contains("+Witness"));
    assert!(round.ranking(&round.ben).text().contains("+Witness"));
    let left = round.ranking(&round.ada);
    assert!(!left.text().contains("+Witness"), "others share theirs");
}

#[test]
fn a_key_that_is_put_back_opens_what_a_page_was_read_without() {
    let round = Deliberation::new();
    round.propose(&round.ada, 1, &DECLINE);
    round.sign(&round.ben, 1);
    let elsewhere = round.site.folder().join("elsewhere.key");
    let named = elsewhere.to_string_lossy().into_owned();
    let bare = round
        .site
        .again_with(|config| config.master_key_file.clone_from(&named));
    let ada = at(&bare, &round.ada);
    for _ in 0..2 {
        let letter = ada.get(LETTERS).the(".letter");
        assert!(
            letter.contains('…') && !letter.contains(FEEDBACK),
            "{letter}"
        );
    }
    fs::copy(round.site.folder().join("master.key"), &elsewhere).expect("it is put back");
    for _ in 0..2 {
        let letter = ada.get(LETTERS).the(".letter");
        assert!(letter.contains(FEEDBACK), "{letter}");
    }
}

#[test]
fn no_ranking_opens_what_was_written_of_a_decision() {
    let round = Deliberation::new();
    round.propose(&round.ada, 1, &DECLINE);
    round.sign(&round.ben, 1);
    // A text is bound to its column: it opens in no other.
    tamper(
        &round.site,
        "UPDATE decisions SET feedback = rationale, deviation = rationale",
    );
    let letters = round.ada.get(LETTERS);
    assert_eq!(letters.status, 409, "{}", letters.text());
    // Whoever proposes ranks the round in the transaction that writes.
    let proposed = round.propose(&round.ada, 0, &DECLINE);
    assert_eq!(proposed.the(".decision h2"), "Decision Decline · proposed");
    let states = round.ranking(&round.ada).column(CAPTION, 7);
    assert_eq!(states[..2], ["Decline · proposed", "Decline · signed off"]);
    for part in ["decisions", "reserve", "shortlist", "balance"] {
        let page = round.ada.get(&format!("/admin/rounds/autumn/{part}"));
        assert_eq!(page.status, 200, "{part}: {}", page.text());
    }
}
