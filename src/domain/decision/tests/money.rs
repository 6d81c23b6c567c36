//! What awards take from the budget, and what goes beyond it.

use super::*;

#[test]
fn an_award_beyond_what_is_left_needs_a_reason_that_is_kept() {
    let exact = RoundFacts {
        left_minor: 1_250_000,
        ..facts()
    };
    assert_eq!(wrong(&exact, |_| ()), []);
    for left_minor in [1_249_999, 0, -1] {
        let short = RoundFacts {
            left_minor,
            ..facts()
        };
        let needed = one("over_budget", "error-over-budget-reason");
        assert_eq!(wrong(&short, |_| ()), needed, "{left_minor}");
        let blank = wrong(&short, |draft| draft.over_budget = " \n".to_owned());
        assert_eq!(blank, needed);
        let mut draft = award();
        draft.over_budget = " The other fund pays. ".to_owned();
        let read = check_proposal(&draft, &short).unwrap();
        assert_eq!(read.over_budget.as_deref(), Some("The other fund pays."));
    }
    let declined = wrong(&exact, |draft| {
        *draft = ProposalDraft {
            outcome: "decline".to_owned(),
            reason: "money".to_owned(),
            rationale: "Weak".to_owned(),
            over_budget: "The other fund pays.".to_owned(),
            ..ProposalDraft::default()
        }
    });
    assert_eq!(declined, one("over_budget", "error-award-only"));
}

#[test]
fn money_is_committed_from_the_proposal_until_it_is_dropped() {
    let proposed = ruling();
    assert_eq!(proposed.committed_minor(), Some(10_000));
    let dropped = Ruling {
        dropped: by(2),
        ..ruling()
    };
    assert_eq!(dropped.committed_minor(), None);
    let reserve = Ruling {
        outcome: Outcome::Reserve,
        ..ruling()
    };
    assert_eq!(reserve.committed_minor(), None);
}

#[test]
fn money_given_back_is_free_again_and_what_was_paid_is_not() {
    let part = Ruling {
        freed_minor: 2_500,
        ..ruling()
    };
    assert_eq!(part.committed_minor(), Some(7_500));
    let whole = Ruling {
        freed_minor: 10_000,
        ..ruling()
    };
    assert_eq!(whole.committed_minor(), None, "no award is left");
    // Another award before it was paid in part and cancelled.
    let again = Ruling {
        former_minor: 4_000,
        ..ruling()
    };
    assert_eq!(again.committed_minor(), Some(14_000));
    let declined = Ruling {
        outcome: Outcome::Decline,
        amount: None,
        former_minor: 4_000,
        ..ruling()
    };
    assert_eq!(declined.committed_minor(), Some(4_000));
}
