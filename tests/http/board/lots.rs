//! A draw settles what the ranking leaves open.

use super::{BOARD, LOTS, WHY, propose, propose_saying};
use crate::deliberation::Deliberation;

#[test]
fn what_goes_against_a_draw_deviates_from_the_ranking() {
    let round = Deliberation::new();
    // 20,000 are left: one of the two equals fits, which ask for 12,500.50 and 9,000.
    assert_eq!(propose(&round, 0, "10000").status, 200);
    let hint = |n: usize| {
        let id = round.applications[n];
        let page = round.ada.get(&format!("{BOARD}?after=0&open={id}"));
        page.the("#f-deviation-hint p:first-child")
    };
    let (open, second) = (hint(1), hint(2));
    assert_eq!(open, second, "the ranking says nothing about who of them");
    let option = format!("{LOTS}/option");
    round.ada.submit(&round.ada.get(LOTS), &option, &[]);
    let tie = [("group", "tie:2")];
    let committed = round.ada.submit(&round.ada.get(LOTS), LOTS, &tie);
    assert_eq!(hint(1), open, "nothing is drawn yet");
    let hash = committed.texts("bdi.reference").remove(0);
    let draw = format!("{LOTS}/{hash}/draw");
    let drawn = round.ada.submit(&round.ada.get(LOTS), &draw, &[]);
    let order = drawn.texts("main ol li .reference");
    let at = |reference: &String| if reference == "EH-BBBB-3333" { 1 } else { 2 };
    let (first, last) = (at(&order[0]), at(&order[1]));
    assert!(hint(first).starts_with("This application is above the funding line"));
    assert!(hint(last).starts_with("This application is below the funding line"));
    let row = format!("#row-{}", round.applications[last]);
    assert!(round.ada.get(BOARD).the(&row).contains("lot 2"));
    let amount = [("amount", "1000")];
    let refused = propose_saying(&round, last, &amount);
    assert_eq!(refused.status, 422);
    let why = "This deviates from the ranking. Say why.";
    assert_eq!(refused.error("deviation"), why);
    assert_eq!(propose_saying(&round, first, &amount).status, 200);
    let reasoned = propose_saying(&round, last, &[amount[0], WHY]);
    assert_eq!(reasoned.status, 200);
}
