//! What an award takes from the budget by now: the board, the reserve list and the
//! dashboard say the same.

use evenhand::domain::ledger::EntryKind;
use evenhand::policy::Reach;
use evenhand::store::decision::{self, Counted};
use evenhand::store::{Reader, ledger, reserve, round};

use super::{Awarded, DECISION};
use crate::deliberation::Deliberation;

const ALL: &str = "USD 30,000";

/// What each page tells as left, and the board as committed.
fn told(round: &Deliberation) -> [String; 4] {
    let reserve = round.ada.get("/admin/rounds/autumn/reserve");
    let board = round.ada.get("/admin/rounds/autumn/board");
    let dashboard = round.ada.get("/admin/dashboard");
    [
        reserve.the("#free"),
        board.texts(".figures dd").swap_remove(1),
        dashboard.table("Demand and budget")[5][1].clone(),
        dashboard.table("Demand against money")[0][3].clone(),
    ]
}

fn assert_told(round: &Deliberation, free: &str, committed: &str, given: &str) {
    let [reserve, board, left, trend] = told(round);
    assert_eq!(reserve, format!("{free} of the budget are free."));
    assert_eq!(board, committed);
    assert_eq!(left, free, "the dashboard");
    assert_eq!(trend, given, "the trend");
}

#[test]
fn a_corrected_award_gives_its_money_back_once() {
    let award = Awarded::new();
    let round = &award.round;
    assert_told(
        round,
        "USD 9,999.50",
        "USD 20,000.50 in one award",
        "USD 20,000.50",
    );
    let smaller = [&DECISION[..1], &[("amount", "2000")], &DECISION[2..]].concat();
    award.decide_anew(&smaller);
    award.settle();
    assert_eq!(award.page(&round.ada).the(".page-head .badge"), "Cancelled");
    assert_told(round, "USD 28,000", "USD 2,000 in one award", "USD 2,000");
}

#[test]
fn a_corrected_award_frees_no_more_than_the_difference_for_the_reserve_list() {
    let award = Awarded::with_reserve();
    let round = &award.round;
    let smaller = [&DECISION[..1], &[("amount", "17000")], &DECISION[2..]].concat();
    award.decide_anew(&smaller);
    award.settle();
    let freed = round.ada.get("/admin/rounds").texts(".freed li");
    assert!(freed[0].contains("USD 13,000"), "{freed:?}");
}

#[test]
fn money_that_goes_back_is_free_on_every_page() {
    let award = Awarded::running();
    let round = &award.round;
    award.pay(1);
    award.change("freeing", &[("amount", "2000"), ("words", "Cheaper.")]);
    assert_told(
        round,
        "USD 11,999.50",
        "USD 18,000.50 in one award",
        "USD 18,000.50",
    );
    award.change("cancellation", &[("words", "It dissolved.")]);
    assert_told(round, "USD 15,000", "USD 15,000 in one award", "USD 15,000");
    // What was paid stays paid, whatever is decided next.
    let decline = [
        ("outcome", "decline"),
        ("reason", "others_first"),
        ("rationale", "It dissolved."),
    ];
    award.decide_anew(&decline);
    assert_told(round, "USD 15,000", "USD 15,000 in one award", "USD 15,000");
    award.settle();
    assert_told(round, "USD 15,000", "USD 15,000 in one award", "USD 15,000");
}

/// What the first application takes from the budget: by its decision, by the sum over the
/// round, by what is kept from who decides on the second; and what awards that it had keep.
fn taken(told: &Deliberation) -> [i64; 4] {
    let (first, second) = (told.applications[0], told.applications[1]);
    told.site.read(|reader| {
        let reach = Reach::operator();
        let id = round::by_slug(reader, "autumn")?.expect("the round").id;
        let by_decision = decision::of_round(reader, reach, id)?[&first].committed_minor();
        let summed = reserve::committed(reader, reach, &[id])?[&id];
        let others = decision::taken_by_others(reader, reach, (id, second), Counted::All)?;
        let kept = decision::kept_by_awards(reader, first)?;
        Ok([by_decision.unwrap_or(0), summed, others, kept])
    })
}

#[test]
fn what_is_read_and_what_the_databases_add_up_is_one_rule() {
    let award = Awarded::running();
    award.pay(1);
    assert_eq!(taken(&award.round), [2_000_050; 4]);
    award.change("freeing", &[("amount", "2000"), ("words", "Cheaper.")]);
    assert_eq!(taken(&award.round), [1_800_050; 4]);
    award.change("cancellation", &[("words", "It dissolved.")]);
    assert_eq!(taken(&award.round), [1_500_000; 4]);
    // A new award comes on top of what was paid, from its proposal on.
    let smaller = [&DECISION[..1], &[("amount", "2000")], &DECISION[2..]].concat();
    award.decide_anew(&smaller);
    let on_top = [1_700_000, 1_700_000, 1_700_000, 1_500_000];
    assert_eq!(taken(&award.round), on_top);
    award.settle();
    assert_eq!(taken(&award.round), on_top, "until it is agreed to");
}

#[test]
fn an_award_cancelled_before_its_agreement_is_none() {
    let award = Awarded::new();
    let round = &award.round;
    let id = round.applications[0];
    let noted = || {
        let kinds = [EntryKind::Award];
        let read = |reader: &mut Reader| ledger::of_application(reader, id, &kinds);
        round.site.read(read).len()
    };
    assert_eq!(noted(), 1);
    award.change("cancellation", &[("words", "It dissolved.")]);
    assert_eq!(noted(), 0, "nor is it support that others overlap with");
    assert_told(round, ALL, "USD 0 in 0 awards", "USD 0");
    // With these two out of the way it would be in the best set, were it one.
    let decline = [
        ("outcome", "decline"),
        ("reason", "others_first"),
        ("rationale", "Others first."),
        ("deviation", "As the panel saw it."),
    ];
    for other in [1, 2] {
        let proposed = round.propose(&round.ada, other, &decline);
        assert_eq!(proposed.status, 200, "{}", proposed.text());
    }
    let shortlist = round.ada.get("/admin/rounds/autumn/shortlist");
    let titles = shortlist.texts("th[scope='row'] > a");
    assert_eq!(
        titles,
        ["Two languages, one school"],
        "what was cancelled is no candidate"
    );
}

#[test]
fn whoever_waits_on_the_reserve_list_is_next_once_an_award_is_cancelled() {
    let award = Awarded::with_reserve();
    let round = &award.round;
    // 12,500.50 are asked for, and 9,999.50 are left.
    let row = || {
        let list = round.ada.get("/admin/rounds/autumn/reserve");
        list.texts("tbody tr").swap_remove(0)
    };
    assert!(!row().contains("Next in line"), "{}", row());
    award.change("cancellation", &[("words", "It dissolved.")]);
    assert!(row().contains("Next in line"), "{}", row());
    let up = format!("{}/anew?cause=reserve", round.place(1));
    let reason = [("reason", "An award was cancelled.")];
    let back = round.ada.submit(&round.ada.get(&up), &up, &reason);
    assert_eq!(back.status, 200, "{}", back.text());
    let whole = [&DECISION[..1], &[("amount", "12500.50")], &DECISION[2..]].concat();
    round.propose(&round.ada, 1, &whole);
    round.sign(&round.ben, 1);
    round.release_all(&round.ben);
    assert_told(
        round,
        "USD 17,499.50",
        "USD 12,500.50 in one award",
        "USD 12,500.50",
    );
}
