//! The ranking and what the budget has left.

use super::{AWARD, CAPTION, DECLINE};
use crate::deliberation::Deliberation;
use crate::support::Page;

fn facts(page: &Page) -> Vec<String> {
    page.texts(".aside .facts dd")
}

#[test]
fn the_ranking_shows_hand_worked_numbers_and_ties_as_ties() {
    let round = Deliberation::new();
    let page = round.ranking(&round.ada);
    let rows: Vec<String> = page
        .table(CAPTION)
        .into_iter()
        .map(|mut row| {
            let (rank, between) = row[0].split_once(" could be ").expect("an interval");
            assert!(between.contains('–'), "{between}");
            row[0] = rank.to_owned();
            row.join(" | ")
        })
        .collect();
    assert_eq!(
        rows,
        [
            "1 | Legal aid in the valley =Olive, \"Press\" EH-AAAA-2222 · Palestinian · West Bank | \
             77.5 75.0–80.0, sd 3.5 | 2 | 69.2 | 90.0 | USD 24,000 | Deliberation",
            "2 = tied with one other | Keeping the archive alive +Witness EH-BBBB-3333 · Israeli · Israel | \
             75.0 all the same | 2 | 65.0 | 90.0 | USD 12,500.50 | Deliberation",
            "2 = tied with one other | Safe rooms -Women of the Coast EH-CCCC-4444 · Palestinian · Gaza Strip | \
             75.0 all the same | 2 | 78.3 | 70.0 | USD 9,000 | Deliberation",
            "4 | Two languages, one school @Crossing EH-DDDD-5555 · Joint: Palestinian and Israeli · Joint: Israel and Palestine | \
             71.8 one review | 1+ one incomplete | 55.6 | 90.0 | USD 3,000 | Deliberation",
        ]
    );
    let first = round.decision(&round.ada, 1);
    assert_eq!(
        facts(&first),
        [
            "USD 12,500.50",
            "75.0 all the same",
            "2 = tied with one other",
            "65.0",
            "90.0",
            "USD 30,000",
            "Not checked"
        ]
    );
}

#[test]
fn budget_and_balance_count_an_award_from_its_proposal_until_it_is_dropped() {
    let round = Deliberation::new();
    let figures = |page: &Page| page.texts(".figures dd");
    let balance = |page: &Page| page.table("Balance by community");
    let before = round.ranking(&round.ada);
    assert_eq!(
        figures(&before),
        [
            "USD 30,000",
            "USD 0 in 0 awards",
            "USD 30,000",
            "Part of the budget 0 %"
        ]
    );
    round.propose(&round.ada, 0, &AWARD);
    let second = [("amount", "12500.50"), ("rationale", "Needed now.")];
    let rest = [
        ("outcome", "award"),
        ("funding_type", "core"),
        ("waiver", "As above."),
        ("over_budget", "The emergency fund pays the rest."),
    ];
    round.propose(&round.ada, 1, &[&second[..], &rest[..]].concat());
    round.propose(&round.ben, 2, &DECLINE);
    // 20,000.50 + 12,500.50 = 32,501.00 of 30,000.
    let over = round.ranking(&round.ada);
    assert_eq!(
        figures(&over),
        [
            "USD 30,000",
            "USD 32,501 in 2 awards",
            "USD 2,501",
            "Part of the budget 108 %"
        ]
    );
    assert!(
        over.text()
            .contains("The awards are USD 2,501 over the budget.")
    );
    assert_eq!(
        balance(&over),
        [
            ["Israeli", "1", "1", "USD 12,500.50", "38 %"],
            ["Palestinian", "2", "1", "USD 20,000.50", "62 %"],
            ["Joint: Palestinian and Israeli", "1", "0", "USD 0", "0 %"]
        ]
    );
    round.drop_decision(&round.ben, 1);
    let left = round.ranking(&round.ada);
    assert_eq!(
        figures(&left),
        [
            "USD 30,000",
            "USD 20,000.50 in one award",
            "USD 9,999.50",
            "Part of the budget 66 %"
        ]
    );
    assert_eq!(
        left.column(CAPTION, 7),
        [
            "Award · proposed USD 20,000.50",
            "Deliberation",
            "Decline · proposed",
            "Deliberation"
        ]
    );
}
