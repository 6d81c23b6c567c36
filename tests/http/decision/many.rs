//! Many decisions at once, and how many people take part in one.

use super::{AWARD, DECLINE};
use crate::deliberation::Deliberation;
use crate::support::{Page, Person, queries};

const PLACE: &str = "/admin/rounds/autumn/decisions";

fn propose(round: &Deliberation, person: &Person, which: &[usize], typed: &[(&str, &str)]) -> Page {
    let ids: Vec<String> = which
        .iter()
        .map(|n| round.applications[*n].to_string())
        .collect();
    let ticks = ids.iter().map(|id| ("application", id.as_str()));
    let pairs: Vec<(&str, &str)> = ticks.chain(typed.iter().copied()).collect();
    let posted = person.post_with_token(PLACE, &pairs);
    if posted.status == 303 {
        return person.get(PLACE);
    }
    posted
}

#[test]
fn many_are_proposed_and_signed_at_once_or_none_is() {
    let round = Deliberation::new();
    let wrong = propose(&round, &round.ada, &[1, 2], &DECLINE[..1]);
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.error("reason"), "Fill this in.");
    assert_eq!(wrong.error("rationale"), "Fill this in.");
    assert!(
        wrong
            .text()
            .contains("Nothing was changed. It stopped at EH-BBBB-3333.")
    );
    let none = round.ada.post_with_token(PLACE, &DECLINE);
    assert_eq!(none.problems(), ["Tick at least one application."]);
    let done = propose(&round, &round.ada, &[1, 2], &DECLINE);
    assert_eq!(done.status, 200);
    assert!(
        !done.has("form[action$='sign-off']"),
        "own proposals wait for others"
    );
    // One that is decided already stops all.
    let again = propose(&round, &round.ben, &[1, 3], &DECLINE);
    assert_eq!(again.status, 422);
    assert!(
        again
            .text()
            .contains("EH-BBBB-3333 can’t be decided on as things stand.")
    );
    assert!(!round.decision(&round.ada, 3).has(".decision"));
    let signing = round.ben.get(PLACE);
    let ids = signing.attributes("input[name='decision']", "value");
    assert_eq!(ids.len(), 2);
    let pairs: Vec<(&str, &str)> = ids.iter().map(|id| ("decision", id.as_str())).collect();
    let own = round
        .ada
        .post_with_token(&format!("{PLACE}/sign-off"), &pairs);
    assert_eq!(own.status, 422);
    assert!(own.text().contains("this is for another admin to do"));
    let signed = round
        .ben
        .post_with_token(&format!("{PLACE}/sign-off"), &pairs);
    assert_eq!(signed.status, 303);
    for n in [1, 2] {
        let page = round.decision(&round.ada, n);
        assert_eq!(page.the(".decision h2"), "Decision Decline · signed off");
    }
}

#[test]
fn as_many_take_part_as_the_round_asks_for() {
    let round = Deliberation::new();
    let form = format!("{PLACE}/quorum");
    let wrong = round
        .ada
        .submit(&round.ada.get(PLACE), &form, &[("least", "many")]);
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.error("least"), "Write a whole number from 0 to 50.");
    assert_eq!(wrong.value("least"), "many");
    let set = round.ada.submit(&wrong, &form, &[("least", "2")]);
    assert_eq!(
        set.notice(),
        "The quorum is saved. It counts for proposals from now on."
    );
    let few = round.propose(&round.ada, 0, &AWARD);
    assert_eq!(few.status, 422);
    assert_eq!(
        few.error("present"),
        "At least 2 people of the panel have to take part. Tick who did."
    );
    let alone = propose(&round, &round.ada, &[0], &DECLINE);
    assert_eq!(
        alone.error("present"),
        "At least 2 people of the panel have to take part. Tick who did."
    );
    assert!(alone.text().contains("It stopped at EH-AAAA-2222."));
    let offered = alone.attributes("input[name='present']", "value");
    assert!(offered.len() >= 4, "whoever can take part in any of them");
    let people = round
        .decision(&round.ada, 0)
        .attributes("input[name='present']", "value");
    assert_eq!(people.len(), 4, "two admins and two reviewers");
    let place = round.place(0);
    let mut pairs = AWARD.to_vec();
    pairs.extend(people[..2].iter().map(|id| ("present", id.as_str())));
    assert_eq!(round.ada.post_with_token(&place, &pairs).status, 303);
    let page = round.decision(&round.ben, 0);
    assert!(
        page.the(".decision .facts")
            .contains("Ada Levi · Ben Mizrahi")
    );
}

#[test]
fn the_page_asks_the_same_however_many_wait() {
    queries::watch();
    let round = Deliberation::new();
    let form = format!("{PLACE}/quorum");
    let asked = || {
        let set = |least| {
            round
                .ada
                .submit(&round.ada.get(PLACE), &form, &[("least", least)])
        };
        assert_eq!(set("2").problems(), [""; 0]);
        let load = || assert_eq!(round.ada.get(PLACE).status, 200);
        let asked = queries::number(round.site.url(), load);
        assert_eq!(set("0").problems(), [""; 0]);
        asked
    };
    assert_eq!(propose(&round, &round.ada, &[1], &DECLINE).status, 200);
    let before = asked();
    assert!(before > 0, "the database is watched");
    assert_eq!(propose(&round, &round.ada, &[2], &DECLINE).status, 200);
    assert_eq!(asked(), before);
}
