//! Proposals, stages, and who may sign and release.

mod money;

use super::*;
use crate::domain::{Currency, Problem};
use proptest::prelude::*;

fn account(n: u8) -> AccountId {
    AccountId::parse(&format!("0193a1b2-0000-7000-8000-{n:012x}")).unwrap()
}

fn by(n: u8) -> Option<(AccountId, Moment)> {
    Some((account(n), Moment::from_micros(0)))
}

/// Proposed by account 1: an award of 100.00 USD.
fn ruling() -> Ruling {
    let id = "0193a1b2-0000-7000-8000-000000000007";
    Ruling {
        id: DecisionId::parse(id).unwrap(),
        application: ApplicationId::parse(id).unwrap(),
        number: 1,
        outcome: Outcome::Award,
        amount: Some(Money::new(10_000, Currency::USD)),
        funding_type: Some("core".to_owned()),
        reason: None,
        corrects: None,
        freed_minor: 0,
        former_minor: 0,
        proposed_by: account(1),
        proposed_at: Moment::from_micros(0),
        signed: None,
        released: None,
        dropped: None,
    }
}

#[test]
fn a_ruling_is_whole_in_what_was_read_of_itself_alone() {
    let whole = |ruling: Ruling| Decision {
        ruling,
        conditions: Vec::new(),
        rationale: "They came again.".to_owned(),
        feedback: String::new(),
        waiver: None,
        over_budget: None,
        deviation: None,
        present: Vec::new(),
    };
    let own = ruling();
    let next = Ruling {
        id: DecisionId::parse("0193a1b2-0000-7000-8000-000000000008").unwrap(),
        ..ruling()
    };
    let read = BTreeMap::from([(own.application, whole(own.clone()))]);
    let found = own.whole_in(&read).map(|one| one.rationale.as_str());
    assert_eq!(found, Some("They came again."));
    assert_eq!(next.whole_in(&read), None, "another took its place");
}

fn facts() -> RoundFacts {
    RoundFacts {
        currency: Currency::USD,
        requested_minor: 2_000_000,
        budget_minor: 5_000_000,
        left_minor: 5_000_000,
        funding_types: vec!["core".to_owned(), "project".to_owned()],
        legal_verified: true,
        decline_reasons: vec!["money".to_owned(), "fit".to_owned()],
        panel: vec![account(1), account(2)],
        quorum: 0,
    }
}

fn award() -> ProposalDraft {
    ProposalDraft {
        outcome: "award".to_owned(),
        amount: "12,500".to_owned(),
        funding_type: "core".to_owned(),
        rationale: "Strong and under pressure".to_owned(),
        ..ProposalDraft::default()
    }
}

fn condition(text: &str, reason: &str) -> Condition {
    Condition {
        text: text.to_owned(),
        reason: reason.to_owned(),
    }
}

/// Field and message of everything wrong with a draft changed like this.
fn wrong(
    facts: &RoundFacts,
    change: impl FnOnce(&mut ProposalDraft),
) -> Vec<(String, &'static str)> {
    let mut draft = award();
    change(&mut draft);
    let problems = check_proposal(&draft, facts).err().unwrap_or_default();
    let pair = |problem: Problem| (problem.field, problem.message.key);
    problems.0.into_iter().map(pair).collect()
}

fn one(field: &str, key: &'static str) -> Vec<(String, &'static str)> {
    vec![(field.to_owned(), key)]
}

#[test]
fn a_full_award_is_read() {
    let mut draft = award();
    draft.conditions = vec![condition("", " "), condition("Audit", "New board")];
    let proposal = check_proposal(&draft, &facts()).unwrap();
    assert_eq!(proposal.outcome, Outcome::Award);
    assert_eq!(proposal.amount, Some(Money::new(1_250_000, Currency::USD)));
    assert_eq!(proposal.funding_type.as_deref(), Some("core"));
    assert_eq!(proposal.conditions, [condition("Audit", "New board")]);
    assert_eq!((proposal.feedback.as_str(), proposal.waiver), ("", None));
}

#[test]
fn an_award_needs_its_terms() {
    let facts = facts();
    for (amount, key) in [
        (
            wrong(&facts, |draft| draft.amount = String::new()),
            "error-required",
        ),
        (
            wrong(&facts, |draft| draft.amount = "0".to_owned()),
            "error-amount",
        ),
        (
            wrong(&facts, |draft| draft.amount = "ten".to_owned()),
            "error-amount",
        ),
        (
            wrong(&facts, |draft| draft.amount = "20000.01".to_owned()),
            "error-award-over-request",
        ),
    ] {
        assert_eq!(amount, one("amount", key));
    }
    assert_eq!(wrong(&facts, |draft| draft.amount = "20000".to_owned()), []);
    let small = RoundFacts {
        budget_minor: 1_999_999,
        ..facts.clone()
    };
    assert_eq!(
        wrong(&small, |draft| draft.amount = "20000".to_owned()),
        one("amount", "error-award-over-budget")
    );
    let missing = wrong(&facts, |draft| draft.funding_type = String::new());
    assert_eq!(missing, one("funding_type", "error-required"));
    let unknown = wrong(&facts, |draft| draft.funding_type = "gift".to_owned());
    assert_eq!(unknown, one("funding_type", "error-choice"));
}

#[test]
fn every_condition_needs_text_and_reason() {
    let found = wrong(&facts(), |draft| {
        draft.conditions = vec![condition("Audit", ""), condition("", "Because")];
    });
    let expected = [
        ("condition.0.reason".to_owned(), "error-condition-reason"),
        ("condition.1.text".to_owned(), "error-required"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn an_award_without_verified_legal_status_needs_a_waiver() {
    let unverified = RoundFacts {
        legal_verified: false,
        ..facts()
    };
    assert_eq!(
        wrong(&unverified, |_| ()),
        one("waiver", "error-waiver-needed")
    );
    assert_eq!(
        wrong(&unverified, |draft| draft.waiver =
            "Sponsor signs in May".to_owned()),
        []
    );
    let declined = wrong(&unverified, |draft| {
        *draft = ProposalDraft {
            outcome: "decline".to_owned(),
            reason: "money".to_owned(),
            rationale: "Weak".to_owned(),
            ..ProposalDraft::default()
        };
    });
    assert_eq!(declined, []);
}

#[test]
fn other_outcomes_carry_no_terms_of_an_award() {
    let found = wrong(&facts(), |draft| {
        draft.outcome = "reserve".to_owned();
        draft.conditions = vec![condition("Audit", "")];
        draft.waiver = "Sponsor".to_owned();
    });
    let expected = ["amount", "funding_type", "condition.0.text", "waiver"];
    assert_eq!(
        found,
        expected.map(|field| (field.to_owned(), "error-award-only"))
    );
}

#[test]
fn a_decline_alone_has_a_reason_of_the_list() {
    let decline = |reason: &str| {
        let reason = reason.to_owned();
        wrong(&facts(), move |draft| {
            *draft = ProposalDraft {
                outcome: "decline".to_owned(),
                reason: reason.clone(),
                rationale: "Weak".to_owned(),
                ..ProposalDraft::default()
            };
        })
    };
    assert_eq!(decline("fit"), []);
    assert_eq!(decline(""), one("reason", "error-required"));
    assert_eq!(decline("mood"), one("reason", "error-choice"));
    let award = wrong(&facts(), |draft| draft.reason = "fit".to_owned());
    assert_eq!(award, one("reason", "error-decline-only"));
}

#[test]
fn as_many_of_the_panel_take_part_as_the_round_asks() {
    let two = RoundFacts {
        quorum: 2,
        ..facts()
    };
    let with = |people: &[AccountId]| {
        let present: Vec<String> = people.iter().map(ToString::to_string).collect();
        wrong(&two, move |draft| draft.present.clone_from(&present))
    };
    assert_eq!(with(&[account(1), account(2)]), []);
    assert_eq!(
        with(&[account(1), account(1)]),
        one("present", "error-quorum")
    );
    assert_eq!(with(&[account(3)]), one("present", "error-choice"));
}

#[test]
fn every_outcome_needs_a_rationale_and_a_known_code() {
    let blank = wrong(&facts(), |draft| draft.rationale = " \n".to_owned());
    assert_eq!(blank, one("rationale", "error-required"));
    let unknown = wrong(&facts(), |draft| draft.outcome = "reject".to_owned());
    assert_eq!(unknown, one("outcome", "error-choice"));
    let long = wrong(&facts(), |draft| draft.feedback = "ا".repeat(TEXT_MOST + 1));
    assert_eq!(long, one("feedback", "error-too-long"));
}

#[test]
fn the_proposer_never_signs() {
    let proposed = ruling();
    assert_eq!(
        may_sign(&proposed, account(1), true),
        Err(SignRefusal::Proposer)
    );
    assert_eq!(may_sign(&proposed, account(2), true), Ok(()));
    assert_eq!(
        may_sign(&proposed, account(2), false),
        Err(SignRefusal::NotNeeded)
    );
    let signed = Ruling {
        signed: by(2),
        ..proposed
    };
    let refusal = SignRefusal::NotProposed(Stage::Signed);
    assert_eq!(may_sign(&signed, account(3), true), Err(refusal));
}

#[test]
fn only_what_is_signed_is_released_where_sign_off_is_asked() {
    let proposed = ruling();
    assert_eq!(may_release(&proposed, true), Err(ReleaseRefusal::NotSigned));
    assert_eq!(may_release(&proposed, false), Ok(()));
    let signed = Ruling {
        signed: by(2),
        ..proposed
    };
    assert_eq!(may_release(&signed, true), Ok(()));
    let dropped = Ruling {
        dropped: by(1),
        ..signed
    };
    let refusal = ReleaseRefusal::Final(Stage::Dropped);
    assert_eq!(may_release(&dropped, true), Err(refusal));
}

#[test]
fn codes_are_read_back() {
    for outcome in Outcome::ALL {
        assert_eq!(Outcome::from_code(outcome.code()), Some(outcome));
    }
    for stage in Stage::ALL {
        assert_eq!(Stage::from_code(stage.code()), Some(stage));
    }
}

proptest! {
    #[test]
    fn nothing_is_both_signable_and_released(
        signed: bool, released: bool, dropped: bool, signer in 1..4_u8, sign_off: bool
    ) {
        let decision = Ruling {
            signed: signed.then(|| by(2)).flatten(),
            released: released.then(|| by(2)).flatten(),
            dropped: dropped.then(|| by(2)).flatten(),
            ..ruling()
        };
        let signable = may_sign(&decision, account(signer), sign_off).is_ok();
        let expected = sign_off && signer != 1 && !signed && !released && !dropped;
        prop_assert_eq!(signable, expected);
        let releasable = may_release(&decision, sign_off).is_ok();
        prop_assert_eq!(releasable, !released && !dropped && (signed || !sign_off));
    }
}

#[test]
fn what_deviates_needs_a_reason_and_any_reason_is_kept() {
    let key = |read: Result<_, Message>| read.unwrap_err().key;
    assert_eq!(key(read_deviation(true, " \n")), "error-deviation");
    assert_eq!(read_deviation(false, " "), Ok(None));
    let said = Ok(Some("Under siege.".to_owned()));
    assert_eq!(read_deviation(true, " Under siege. "), said);
    assert_eq!(read_deviation(false, "Under siege."), said);
    let long = "x".repeat(TEXT_MOST + 1);
    assert_eq!(key(read_deviation(true, &long)), "error-too-long");
}
