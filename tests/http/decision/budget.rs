//! Awards beyond what is left of the budget: with a reason on record, or not at all.

use evenhand::domain::account::Role;

use super::AWARD;
use crate::deliberation::Deliberation;

/// More than 20,000.50 leave of 30,000.
const SECOND: [(&str, &str); 5] = [
    ("outcome", "award"),
    ("amount", "12500.50"),
    ("funding_type", "core"),
    ("rationale", "Needed now."),
    ("waiver", "As above."),
];
const WHY: (&str, &str) = ("over_budget", "The emergency fund pays for it.");

#[test]
fn an_award_beyond_what_is_left_needs_a_reason_on_record() {
    let round = Deliberation::new();
    round.propose(&round.ada, 0, &AWARD);
    let asks = |n: usize| round.decision(&round.ada, n).has("[name='over_budget']");
    assert!(
        asks(1) && !asks(3),
        "only where what is asked for can go beyond it"
    );
    let asked = round.propose(&round.ada, 1, &SECOND);
    assert_eq!(asked.status, 422);
    let said = "This is more than the awards so far leave of the budget: USD 9,999.50. Say why \
                it is right nevertheless, and which money pays for it.";
    assert_eq!(asked.error("over_budget"), said);
    assert_eq!(asked.problems().len(), 1);
    assert_eq!(asked.value("amount"), "12500.50");
    assert_eq!(asked.value("rationale"), "Needed now.");
    let proposed = round.ada.submit(&asked, &round.place(1), &[WHY]);
    assert_eq!(proposed.the(".decision h2"), "Decision Award · proposed");
    assert!(proposed.the(".decision .facts").contains(WHY.1));
    let log = round.ada.get("/admin/audit").table("Audit log");
    let row = log.iter().find(|row| row[3] == "exceed_budget");
    let row = row.expect("it is on record");
    assert!(row[5].contains("USD 12500.50"), "{row:?}");
    // What fits needs none.
    let exact = [&AWARD[..1], &[("amount", "3000")], &AWARD[2..]].concat();
    round.drop_decision(&round.ada, 1);
    assert_eq!(round.propose(&round.ada, 3, &exact).status, 200);
    let many = [
        ("application", round.applications[1].to_string()),
        ("outcome", "award".to_owned()),
        ("funding_type", "core".to_owned()),
        ("rationale", "Needed now.".to_owned()),
        ("waiver", "As above.".to_owned()),
    ];
    let many: Vec<(&str, &str)> = many.iter().map(|(name, to)| (*name, to.as_str())).collect();
    let alone = round
        .ada
        .post_with_token("/admin/rounds/autumn/decisions", &many);
    assert_eq!(alone.status, 422, "one for many names no other money");
    let said = alone.problems();
    assert!(
        said.iter().any(|one| one.contains("EH-BBBB-3333")),
        "{said:?}"
    );
}

#[test]
fn what_nobody_gave_a_reason_for_is_not_released_beyond_the_budget() {
    let round = Deliberation::new();
    let cleo = round.ada.invites("Cleo Haddad", Role::Admin);
    let own = format!("/admin/applications/{}/conflict", round.applications[0]);
    let aside = [("kind", "collaborator")];
    round.ben.submit(&round.ben.get(&own), &own, &aside);
    round.propose(&round.ada, 0, &AWARD);
    // Ben learns nothing of what is kept from him, not even by being asked.
    let proposed = round.propose(&round.ben, 1, &SECOND);
    assert_eq!(proposed.status, 200, "{}", proposed.text());
    round.sign(&cleo, 0);
    round.sign(&round.ada, 1);
    let refused = round.release_all(&round.ada);
    assert_eq!(refused.status, 409);
    let said = "Other awards have left less of the budget than EH-BBBB-3333 is to get: USD \
                9,999.50.";
    assert!(refused.text().contains(said), "{}", refused.text());
    let first = round.decision(&round.ada, 0);
    assert_eq!(first.the(".decision h2"), "Decision Award · signed off");
    // One after the other it is no other way.
    let place = "/admin/rounds/autumn/release";
    let ready = round
        .ada
        .get(place)
        .attributes("input[name='decision']", "value");
    let release = |id: &str| round.ada.post_with_token(place, &[("decision", id)]);
    assert_eq!(release(&ready[0]).status, 303);
    assert_eq!(release(&ready[1]).status, 409);
    round.drop_decision(&round.ada, 1);
    round.propose(&round.ada, 1, &[&SECOND[..], &[WHY]].concat());
    // Nor does the log tell Ben what was left when Ada, who sees all, went beyond it.
    let story = format!("/admin/applications/{}/story", round.applications[1]);
    let told = [
        ("/admin/audit", "exceed_budget"),
        (story.as_str(), "beyond what is left"),
    ];
    for (place, what) in told {
        let read = round.ben.get(place).text();
        assert!(read.contains(what) && !read.contains("999.50"), "{read}");
    }
    round.sign(&round.ben, 1);
    round.release_all(&round.ada);
    let second = round.decision(&round.ada, 1);
    assert_eq!(second.the(".decision h2"), "Decision Award · released");
}
