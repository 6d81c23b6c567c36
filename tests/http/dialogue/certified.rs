//! What an answer changes is certified like what was sent first.

use super::{ASK, answer, ask, send};
use crate::people::colleague;
use crate::story::{CERTIFIED, Story, save};
use crate::support::Page;

const SITUATION: &str = "The office was raided twice.";

/// Who certified the version of a record, if anybody.
fn certified(record: &Page) -> Option<String> {
    let labels = record.texts(".facts dt");
    let at = labels.iter().position(|label| label == "Certified by")?;
    let isolates = ['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];
    Some(record.texts(".facts dd")[at].replace(isolates, ""))
}

#[test]
fn a_changed_text_is_certified_before_the_answer_is_sent() {
    let story = Story::new();
    let (rana, place) = story.in_review("Rana Haddad", "Olive Press");
    let first = rana.get(&format!("{place}/answers?version=1"));
    ask(&story.ada, &place, &ASK);
    save(&rana, &place, "need", &[("situation", SITUATION)]);
    let check = answer(&rana, &place, "The owner waived it.");
    let told = check.the(".notice");
    assert!(told.ends_with("so it must be certified again."), "{told}");
    assert_eq!(check.value("certifier_role"), "Director", "as last time");
    let submission = format!("{place}/clarification/submission");
    let unsaid = rana.submit(&check, &submission, &[("certifier_name", "Salma Nasser")]);
    assert_eq!(unsaid.status, 422);
    let tick = "Tick the statement to certify the answers.";
    assert_eq!(unsaid.problems(), [tick]);
    assert_eq!(unsaid.value("certifier_name"), "Salma Nasser");
    assert_eq!(rana.get(&format!("{place}/answers?version=2")).status, 404);
    let given = [
        ("certifier_name", "Salma Nasser"),
        CERTIFIED[1],
        CERTIFIED[2],
    ];
    let sent = rana.submit(&unsaid, &submission, &given);
    assert_eq!(sent.notice(), "Your answer is sent. Thank you.");

    let second = rana.get(&format!("{place}/answers?version=2"));
    let by = certified(&second).unwrap();
    assert!(
        by.starts_with("Salma Nasser, Director, on 2 November 2026"),
        "{by}"
    );
    let again = rana.get(&format!("{place}/answers?version=1"));
    assert_eq!(
        certified(&again),
        certified(&first),
        "the first keeps its own"
    );
    assert!(certified(&first).unwrap().starts_with("Rana Haddad"));
}

#[test]
fn words_alone_need_no_second_certification() {
    let story = Story::new();
    let (rana, place) = story.in_review("Rana Haddad", "Olive Press");
    ask(&story.ada, &place, &ASK);
    let check = answer(&rana, &place, "The owner waived it.");
    assert!(!check.has("[name='certifier_name']"));
    assert!(!check.text().contains("certified again"));
    assert_eq!(
        send(&rana, &place).notice(),
        "Your answer is sent. Thank you."
    );
}

#[test]
fn an_editor_who_answers_asks_the_owners_to_certify_and_send() {
    let story = Story::new();
    let (rana, place) = story.in_review("Rana Haddad", "Olive Press");
    let omar = colleague(&story.site, &rana, "Omar Said", "editor");
    ask(&story.ada, &place, &ASK);
    save(&omar, &place, "need", &[("situation", SITUATION)]);
    let check = answer(&omar, &place, "The owner waived it.");
    assert!(check.text().contains("Rana Haddad"));
    assert_eq!(check.buttons(), ["Ask the owners by mail"]);
    let asked = omar.submit(&check, &format!("{place}/certification-request"), &[]);
    assert_eq!(asked.path, check.path);
    assert_eq!(rana.letter().subject, "An application waits for you");
    assert_eq!(rana.link_in_letter(), check.path);
    assert_eq!(
        send(&rana, &place).notice(),
        "Your answer is sent. Thank you."
    );
}
