//! What organisations let be published of their grants, when they apply.

use evenhand::domain::answers::Answer;
use evenhand::domain::publication::PUBLISH;

use super::decided_with;
use super::publication::{choose_for, file, named, package};
use crate::award::DECISION;
use crate::deliberation::{Deliberation, EVEN, Entrant, review};
use crate::record::send_again;

#[test]
fn nothing_goes_out_that_the_organisation_did_not_allow() {
    let mut round = Deliberation::with(named);
    for (reference, said) in [("EH-EEEE-6666", "anonymous"), ("EH-FFFF-7777", "no")] {
        let shy = Entrant {
            reference,
            name: reference,
            title: "A boat",
            place: ("israeli", "israel"),
            requested_minor: 100_000,
            registration: None,
        };
        let founder = round.rana.email.clone();
        let id = round.enter_saying(&shy, &founder, &[("publish", said)]);
        round.applications.push(id);
        review(&round.noor, id, EVEN);
        review(&round.maya, id, EVEN);
    }
    let award = [&DECISION[..1], &[("amount", "1000")], &DECISION[2..]].concat();
    for n in [4, 5] {
        round.propose(&round.ada, n, &award);
        round.sign(&round.ben, n);
    }
    round.release_all(&round.ben);
    let own = format!("/admin/applications/{}/publication", round.applications[4]);
    let asked = round.ada.get(&own);
    let said = "The organisation lets the amount be published without its name.";
    assert!(asked.text().contains(said), "{}", asked.text());
    let refused = choose_for(&round, 4, "full");
    let but = "The organisation lets the amount be published, but not its name.";
    assert_eq!(
        (refused.status, refused.problems()),
        (422, vec![but.to_owned()])
    );
    assert_eq!(choose_for(&round, 4, "anonymised").notice(), "Kept.");
    for code in ["anonymised", "full"] {
        assert_eq!(choose_for(&round, 5, code).status, 422, "{code}");
    }
    let told = package(&file(&round, "360giving"));
    assert_eq!(told["grants"].as_array().map(Vec::len), Some(1));
}

#[test]
fn what_was_chosen_gives_way_where_permission_is_taken_back() {
    let round = decided_with(named);
    assert_eq!(choose_for(&round, 0, "full").notice(), "Kept.");
    let recipient = || {
        let grants = package(&file(&round, "360giving"))["grants"].clone();
        let name = grants[0]["recipientOrganization"][0]["name"].as_str();
        name.map(str::to_owned)
    };
    assert_eq!(recipient().as_deref(), Some("=Olive, \"Press\""));
    let say = |code: &str| {
        let said = || Answer::Choice(code.to_owned());
        send_again(&round.site, round.applications[0], |answers| {
            answers.insert(PUBLISH.to_owned(), said());
        });
    };
    say("anonymous");
    let withheld = "Recipient withheld for its safety";
    assert_eq!(recipient().as_deref(), Some(withheld));
    say("no");
    let none = file(&round, "360giving");
    assert_eq!(none.status, 409, "{}", none.text());
}
