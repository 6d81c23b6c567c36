//! What deviates from the ranking, and the reason that it needs.

use super::{BOARD, WHY, propose_saying};
use crate::deliberation::Deliberation;

#[test]
fn what_deviates_is_said_before_and_needs_a_reason_of_its_own() {
    let round = Deliberation::new();
    let hint = |n: usize| {
        let id = round.applications[n];
        let page = round.ada.get(&format!("{BOARD}?after=0&open={id}"));
        page.the("#f-deviation-hint p:first-child")
    };
    assert!(hint(0).starts_with("This application is above the funding line"));
    assert!(hint(3).starts_with("This application is below the funding line"));
    // By the row of the board.
    let refused = propose_saying(&round, 3, &[("amount", "3000")]);
    assert_eq!(refused.status, 422);
    let why = "This deviates from the ranking. Say why.";
    assert_eq!(refused.error("deviation"), why);
    assert_eq!(refused.value("rationale"), "Small and urgent.");
    // On the decision page: a decline above the line.
    let decline = [
        ("outcome", "decline"),
        ("reason", "others_first"),
        ("rationale", "Others first."),
    ];
    let place = round.place(0);
    let page = round.decision(&round.ada, 0);
    let refused = round.ada.submit(&page, &place, &decline);
    assert_eq!(
        (refused.status, refused.error("deviation")),
        (422, why.to_owned())
    );
    // For many at once: the second is where it should be, the first is not.
    let many = "/admin/rounds/autumn/decisions";
    let listed = round.ada.get(many).column("Without a proposal", 3);
    assert!(listed[0].ends_with("above the funding line"), "{listed:?}");
    let ids = [1, 0].map(|n| round.applications[n].to_string());
    let ticks = ids.iter().map(|id| ("application", id.as_str()));
    let pairs: Vec<(&str, &str)> = ticks.chain(decline).collect();
    let refused = round.ada.post_with_token(many, &pairs);
    assert_eq!(refused.error("deviation"), why);
    assert!(refused.text().contains("It stopped at EH-AAAA-2222."));
    let reasoned: Vec<(&str, &str)> = pairs.into_iter().chain([WHY]).collect();
    assert_eq!(round.ada.post_with_token(many, &reasoned).status, 303);
    assert!(round.decision(&round.ben, 0).text().contains(WHY.1));
    let second = round.decision(&round.ben, 1);
    assert!(!second.text().contains(WHY.1), "it does not deviate");
    let story = format!("/admin/applications/{}/story", round.applications[0]);
    let told = round.ben.get(&story).table("Whole story");
    let proposed = told.iter().find(|row| row[1] == "Decision proposed");
    let said = &proposed.expect("it is told")[3];
    assert!(
        said.contains("Why it deviates from the ranking") && said.contains(WHY.1),
        "{said}"
    );
    let rows = round.export(&round.ada, "decisions", "");
    let first = rows.source().lines().nth(1).expect("a row").to_owned();
    assert!(first.ends_with(&format!(",{}", WHY.1)), "{first}");
}

#[test]
fn who_was_small_when_it_was_proposed_moves_nobody_past_the_line() {
    let round = Deliberation::new();
    // With 1,000 for the first the others fit the budget, and none of them deviates.
    assert_eq!(propose_saying(&round, 0, &[("amount", "1000")]).status, 200);
    assert_eq!(
        propose_saying(&round, 1, &[("amount", "12500.50")]).status,
        200
    );
    round.sign(&round.ben, 1);
    let more = ("over_budget", "The emergency fund pays for it.");
    let raised = propose_saying(&round, 0, &[("amount", "24000"), more]);
    assert_eq!(raised.status, 200, "{}", raised.text());
    let refused = round.release_all(&round.ben);
    assert_eq!(refused.status, 409);
    let said = "By now the award to EH-BBBB-3333 deviates from the ranking, and nobody said why.";
    assert!(refused.text().contains(said), "{}", refused.text());
    round.drop_decision(&round.ada, 1);
    let why = propose_saying(&round, 1, &[("amount", "12500.50"), more, WHY]);
    assert_eq!(why.status, 200, "{}", why.text());
    round.sign(&round.ben, 1);
    assert_eq!(round.release_all(&round.ben).status, 200);
}
