//! Whose attention a post draws, and that it is never that of somebody in conflict.

use super::{inside, office, reviewed, say};
use crate::deliberation::{EVEN, review};
use crate::support::{Page, Person, TestSite};

const SUBJECT: &str = "Your attention is drawn to a discussion";

fn told(site: &TestSite, person: &Person) -> usize {
    let letters = site.letters_to(&person.email);
    letters.iter().filter(|one| one.subject == SUBJECT).count()
}

fn choose(person: &Person, frequency: &str) {
    let page = person.get("/account");
    person.submit(&page, "/account", &[("notices", frequency)]);
}

/// The code under which somebody is offered.
fn voice(page: &Page, name: &str) -> String {
    let labels = super::offered(page);
    let at = labels.iter().position(|label| label.starts_with(name));
    let at = at.unwrap_or_else(|| panic!("{name} is not among {labels:?}"));
    page.attributes("[name='mentions']", "value")[at].clone()
}

#[test]
fn a_mention_is_told_with_a_link_as_often_as_its_reader_chose() {
    let (round, id) = reviewed();
    let (ada, ben, noor, maya) = (&round.ada, &round.ben, &round.noor, &round.maya);
    choose(ben, "daily");
    let page = noor.get(&inside(id));
    let (ada_voice, ben_voice) = (voice(&page, "Ada"), voice(&page, "Ben"));
    say(
        noor,
        &inside(id),
        "Look at page 3.",
        &["reviewer-1", &ada_voice, &ben_voice],
    );
    assert_eq!(
        [ada, ben, maya, noor].map(|one| told(&round.site, one)),
        [1, 0, 1, 0]
    );
    assert_eq!(maya.link_in_letter(), inside(id));
    assert_eq!(ada.link_in_letter(), office(id));
    for secret in ["page 3", "Noor", "EH-", "Legal aid"] {
        assert!(!maya.letter().body.contains(secret), "{secret}");
    }
    // Only those who are named are told.
    say(maya, &inside(id), "I did.", &["reviewer-0"]);
    assert_eq!(
        [ada, ben, maya, noor].map(|one| told(&round.site, one)),
        [1, 0, 1, 1]
    );
}

#[test]
fn only_those_who_may_read_it_can_be_named() {
    let (round, id) = reviewed();
    let (noor, ben) = (&round.noor, &round.ben);
    let page = noor.get(&inside(id));
    let ben_voice = voice(&page, "Ben");
    let place = format!("/admin/applications/{id}/conflict");
    ben.submit(&ben.get(&place), &place, &[("kind", "collaborator")]);
    assert_eq!(
        super::offered(&noor.get(&inside(id))),
        ["Reviewer B", "Ada Levi"]
    );
    let press = page.value_of_hidden("press");
    let forged = [
        ("body", "Kept words."),
        ("mentions", ben_voice.as_str()),
        ("press", &press),
    ];
    let refused = noor.post_with_token(&inside(id), &forged);
    assert_eq!(refused.status, 422);
    assert_eq!(refused.error("mentions"), "Choose one of the options.");
    assert_eq!(refused.value("body"), "Kept words.");
    assert_eq!(told(&round.site, ben), 0);
    for path in [office(id), format!("{}/{}/withdrawal", office(id), press)] {
        assert_eq!(ben.get(&path).status, 404, "{path}");
        assert_eq!(
            ben.post_with_token(&path, &[("body", "x")]).status,
            404,
            "{path}"
        );
    }
    // Of another application he still reads, and is named there.
    let other = round.applications[1];
    review(noor, other, EVEN);
    assert!(voice(&noor.get(&inside(other)), "Ben").starts_with("staff-"));
}

#[test]
fn whoever_is_recused_neither_reads_nor_is_named() {
    let (round, id) = reviewed();
    let (noor, maya) = (&round.noor, &round.maya);
    say(maya, &inside(id), "I knew them once.", &[]);
    let place = format!("/reviews/{id}/declaration");
    maya.submit(&maya.get(&place), &place, &[("kind", "family_or_personal")]);
    assert_eq!(maya.get(&inside(id)).status, 404);
    let read = noor.get(&inside(id));
    assert_eq!(read.texts(".thread-head strong"), ["Reviewer B"]);
    assert_eq!(super::offered(&read), ["Ada Levi", "Ben Mizrahi"]);
}
