//! A draw settles what the ranking leaves open.

use std::sync::Arc;

use evenhand::actions::deviation::Order;
use evenhand::actions::rank_round::rank_round;
use evenhand::policy::Reach;
use evenhand::store::lots::{self, LotRow};

use super::{BOARD, LOTS, WHY, propose, propose_saying};
use crate::deliberation::{Deliberation, EVEN};
use crate::reviewed::post_review;
use crate::support::Page;

/// What the table of the ranking is called.
const RANKING: &str = "Applications by their mean score";

#[test]
fn what_goes_against_a_draw_deviates_from_the_ranking() {
    let round = Deliberation::new();
    // 20,000 are left: one of the two equals fits, which ask for 12,500.50 and 9,000.
    assert_eq!(propose(&round, 0, "10000").status, 200);
    let hint = |n: usize| hint(&round, n);
    let (open, second) = (hint(1), hint(2));
    assert_eq!(open, second, "the ranking says nothing about who of them");
    let committed = committed(&round);
    assert_eq!(hint(1), open, "nothing is drawn yet");
    let [first, last] = drawn(&round, &committed);
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

/// What the board says of deviating, beside the proposal for one.
fn hint(round: &Deliberation, n: usize) -> String {
    let id = round.applications[n];
    let page = round.ada.get(&format!("{BOARD}?after=0&open={id}"));
    page.the("#f-deviation-hint p:first-child")
}

/// Commits to a draw among the two of the second rank.
fn committed(round: &Deliberation) -> Page {
    let option = format!("{LOTS}/option");
    round.ada.submit(&round.ada.get(LOTS), &option, &[]);
    let tie = [("group", "tie:2")];
    round.ada.submit(&round.ada.get(LOTS), LOTS, &tie)
}

/// Draws; which of the two came first, and which last.
fn drawn(round: &Deliberation, committed: &Page) -> [usize; 2] {
    let hash = committed.texts("bdi.reference").remove(0);
    let draw = format!("{LOTS}/{hash}/draw");
    let drawn = round.ada.submit(&round.ada.get(LOTS), &draw, &[]);
    let order = drawn.texts("main ol li .reference");
    let at = |reference: &String| if reference == "EH-BBBB-3333" { 1 } else { 2 };
    [at(&order[0]), at(&order[1])]
}

#[test]
fn a_draw_that_not_all_of_a_tie_took_part_in_settles_nothing() {
    let round = Deliberation::new();
    assert_eq!(propose(&round, 0, "10000").status, 200);
    let hint = |n: usize| hint(&round, n);
    let places = || {
        let rows = round.ada.get(BOARD).texts(".ranking-rank");
        rows.iter().filter(|row| row.contains("lot ")).count()
    };
    let [first, last] = drawn(&round, &committed(&round));
    assert!(hint(first).starts_with("This application is above the funding line"));
    assert!(hint(last).starts_with("This application is below the funding line"));
    assert_eq!(places(), 2);
    // From now on the fourth is their equal.
    let own = format!("/reviews/{}", round.applications[3]);
    let page = round.noor.get(&own);
    let to = format!("{own}/submission");
    let sent = post_review(&round.noor, &to, &page, (EVEN, "The records show it."));
    assert_eq!(sent.status, 303, "{}", sent.text());
    let ranks = round.ranking(&round.ada).column(RANKING, 0);
    let tied = ranks.iter().filter(|rank| rank.starts_with("2 = "));
    assert_eq!(tied.count(), 3, "{ranks:?}");
    assert_eq!(places(), 0);
    for n in 1..=3 {
        assert!(hint(n).starts_with("Nothing deviates from the ranking here"));
    }
}

#[test]
fn the_order_that_is_kept_with_a_ranking_is_the_one_without_draws() {
    let round = Deliberation::new();
    let ids = drawn(&round, &committed(&round)).map(|n| round.applications[n]);
    let (ranking, lots) = round.site.read(|reader| {
        let reach = Reach::operator();
        let ranking = rank_round(reader, reach, "autumn")?.expect("the round");
        let lots = lots::of_round(reader, reach, ranking.round.id)?;
        Ok((ranking, lots))
    });
    let places = |order: &Order| ids.map(|id| order.drawn(id));
    let kept = Order::shown(&ranking, &[]);
    assert_eq!(places(&kept), [None, None]);
    let shown = Order::shown(&ranking, &lots);
    assert_eq!(places(&shown), [Some(1), Some(2)]);
    // Lots that are still to be drawn order nothing.
    let to_come = LotRow {
        drawn: None,
        ..lots[0].clone()
    };
    let none: &[LotRow] = &[];
    for lots in [none, std::slice::from_ref(&to_come)] {
        assert!(Arc::ptr_eq(&kept, &Order::shown(&ranking, lots)));
    }
}
