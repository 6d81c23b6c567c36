//! What each rule of a phase opens and shuts.

use super::*;
use crate::domain::Translated;

fn case() -> Case {
    Case {
        application: "00000000-0000-7000-8000-000000000001".parse().unwrap(),
        reviewer: "00000000-0000-7000-8000-000000000002".parse().unwrap(),
        status: Status::InReview,
        declared: Some(ConflictKind::None),
        assigned: true,
        submitted: false,
        lacking: false,
        round_open: true,
        phase: phase(),
        now: at(5),
    }
}

fn at(minute: i64) -> Moment {
    Moment::from_micros(0).plus_minutes(minute)
}

/// As a round begins with it, open from minute 0 to 10.
fn phase() -> Phase {
    Phase {
        id: "00000000-0000-7000-8000-000000000003".parse().unwrap(),
        round: "00000000-0000-7000-8000-000000000004".parse().unwrap(),
        position: 1,
        name: Translated::default(),
        scope: Scope::Assigned,
        needed: 1,
        others: Others::AfterOwn,
        reviewer_names: false,
        applicant_names: true,
        discussion: true,
        revision: true,
        opens_at: at(0),
        closes_at: Some(at(10)),
    }
}

/// The case in a phase with another rule.
fn with(change: impl FnOnce(&mut Phase)) -> Case {
    let mut case = case();
    change(&mut case.phase);
    case
}

fn sent(case: Case) -> Case {
    Case {
        submitted: true,
        ..case
    }
}

fn refusal<T: std::fmt::Debug>(result: Result<T, Message>) -> &'static str {
    result.unwrap_err().key
}

#[test]
fn a_capability_carries_the_ids_of_its_case() {
    let may = MayReview::on(&case()).unwrap();
    assert_eq!(
        (may.application(), may.reviewer()),
        (case().application, case().reviewer)
    );
    let may = MayDeclare::on(&case()).unwrap();
    assert_eq!(
        (may.application(), may.reviewer()),
        (case().application, case().reviewer)
    );
}

#[test]
fn one_hears_of_disagreement_where_others_may_be_read_and_talked_about() {
    let hears = |case: Case| case.hears_of_disagreement();
    assert!(hears(sent(case())));
    assert!(!hears(case()));
    assert!(hears(with(|phase| phase.others = Others::Always)));
    assert!(!hears(sent(with(|phase| phase.others = Others::Never))));
    assert!(!hears(sent(with(|phase| phase.discussion = false))));
}

#[test]
fn nothing_is_read_or_written_before_a_declaration_of_none() {
    let undeclared = Case {
        declared: None,
        ..case()
    };
    assert_eq!(refusal(undeclared.may_read()), "stale-declare-first");
    assert_eq!(refusal(MayReview::on(&undeclared)), "stale-declare-first");
    assert!(MayDeclare::on(&undeclared).is_ok());
    for kind in ConflictKind::ALL {
        let declared = Case {
            declared: Some(kind),
            ..case()
        };
        assert_eq!(MayReview::on(&declared).is_ok(), !kind.bars(), "{kind:?}");
        assert_eq!(declared.may_read().is_ok(), !kind.bars(), "{kind:?}");
    }
}

#[test]
fn reviews_are_written_only_while_under_review() {
    for status in Status::ALL {
        let at = Case { status, ..case() };
        let under_review = matches!(status, Status::InReview | Status::Deliberation);
        assert_eq!(MayReview::on(&at).is_ok(), under_review, "{status:?}");
        assert_eq!(MayDeclare::on(&at).is_ok(), under_review, "{status:?}");
        let shown = under_review || status == Status::Decided;
        assert_eq!(at.may_read().is_ok(), shown, "{status:?}");
    }
    let withdrawn = Case {
        status: Status::Withdrawn,
        ..case()
    };
    assert_eq!(refusal(MayReview::on(&withdrawn)), "stale-withdrawn");
}

#[test]
fn a_closed_round_is_read_only() {
    let closed = Case {
        round_open: false,
        ..case()
    };
    assert_eq!(refusal(MayReview::on(&closed)), "stale-reviews-closed");
    assert_eq!(refusal(MayDeclare::on(&closed)), "stale-reviews-closed");
    assert!(closed.may_read().is_ok());
    assert!(MayCompare::on(&sent(closed)).is_ok());
}

#[test]
fn others_are_read_after_ones_own_is_sent() {
    assert_eq!(refusal(MayCompare::on(&case())), "stale-own-review-first");
    assert!(MayCompare::on(&sent(case())).is_ok());
    let undeclared = Case {
        declared: None,
        ..case()
    };
    assert_eq!(
        refusal(MayCompare::on(&sent(undeclared))),
        "stale-declare-first"
    );
}

#[test]
fn deliberation_begins_when_the_last_review_is_in() {
    let of_needed = |needed, status, assigned, submitted| {
        let panel = Panel {
            assigned,
            submitted,
        };
        reviews_complete(case().application, status, panel, needed).map(|may| may.to())
    };
    let done = Some(Status::Deliberation);
    let moved = |status, assigned, submitted| of_needed(1, status, assigned, submitted);
    assert_eq!(moved(Status::InReview, 3, 3), done);
    assert_eq!(moved(Status::InReview, 1, 1), done);
    assert_eq!(moved(Status::InReview, 3, 2), None);
    assert_eq!(moved(Status::InReview, 0, 0), None);
    assert_eq!(moved(Status::Deliberation, 2, 2), None);
    assert_eq!(moved(Status::Withdrawn, 2, 2), None);
    // Nobody who has it may be missing, and there must be enough.
    assert_eq!(of_needed(3, Status::InReview, 2, 2), None);
    assert_eq!(of_needed(3, Status::InReview, 3, 3), done);
    assert_eq!(of_needed(3, Status::InReview, 4, 3), None);
    assert_eq!(of_needed(0, Status::InReview, 0, 0), None);
}

#[test]
fn a_phase_takes_what_is_written_while_it_is_open() {
    let when = |minute| Case {
        now: at(minute),
        ..sent(case())
    };
    let early = when(-1);
    assert_eq!(refusal(early.may_read()), "stale-phase-not-yet");
    assert_eq!(refusal(MayReview::on(&early)), "stale-phase-not-yet");
    assert!(MayReview::on(&when(0)).is_ok());
    assert!(MayReview::on(&when(10)).is_ok());
    let late = when(11);
    assert_eq!(refusal(MayReview::on(&late)), "stale-phase-over");
    assert_eq!(refusal(MayDiscuss::on(&late)), "stale-phase-over");
    assert!(late.may_read().is_ok() && MayCompare::on(&late).is_ok());
    // A conflict can be told at any time.
    assert!(MayDeclare::on(&early).is_ok() && MayDeclare::on(&late).is_ok());
}

#[test]
fn others_are_seen_as_the_phase_says() {
    let compares = |others, submitted| {
        let case = Case {
            submitted,
            ..with(|phase| phase.others = others)
        };
        MayCompare::on(&case).map(|_| ()).map_err(|m| m.key)
    };
    let first = Err("stale-own-review-first");
    let never = Err("stale-others-never");
    assert_eq!(compares(Others::Never, false), never);
    assert_eq!(compares(Others::Never, true), never);
    assert_eq!(compares(Others::AfterOwn, false), first);
    assert_eq!(compares(Others::AfterOwn, true), Ok(()));
    assert_eq!(compares(Others::Always, false), Ok(()));
}

#[test]
fn what_was_sent_is_changed_where_the_phase_lets_it() {
    let fixed = with(|phase| phase.revision = false);
    assert!(MayReview::on(&fixed).is_ok());
    assert_eq!(refusal(MayReview::on(&sent(fixed))), "stale-no-revision");
    assert!(MayReview::on(&sent(case())).is_ok());
}

#[test]
fn people_discuss_after_their_own_review_unless_all_is_open() {
    assert_eq!(refusal(MayDiscuss::on(&case())), "stale-own-review-first");
    assert!(MayDiscuss::on(&sent(case())).is_ok());
    let open = with(|phase| phase.others = Others::Always);
    let may = MayDiscuss::on(&open).unwrap();
    assert_eq!(
        (may.application(), may.reviewer()),
        (open.application, open.reviewer)
    );
    let silent = with(|phase| phase.discussion = false);
    assert_eq!(
        refusal(MayDiscuss::on(&sent(silent))),
        "stale-no-discussion"
    );
}

#[test]
fn what_is_open_to_all_is_taken_while_it_waits_for_reviews() {
    let open = Case {
        assigned: false,
        ..with(|phase| phase.scope = Scope::All)
    };
    let may = MayTake::on(&open).unwrap();
    assert_eq!(
        (may.application(), may.reviewer()),
        (open.application, open.reviewer)
    );
    assert!(MayReview::on(&open).is_ok());
    let enough = Case {
        status: Status::Deliberation,
        ..open.clone()
    };
    assert_eq!(refusal(MayReview::on(&enough)), "stale-enough-reviews");
    let mine = Case {
        assigned: true,
        ..enough
    };
    assert!(MayReview::on(&mine).is_ok());
    let undeclared = Case {
        declared: None,
        ..open
    };
    assert_eq!(refusal(MayTake::on(&undeclared)), "stale-declare-first");
    let shut = Case {
        assigned: false,
        ..case()
    };
    assert_eq!(refusal(MayReview::on(&shut)), "stale-not-open-to-all");
}

#[test]
fn one_abstains_at_any_time_and_with_a_sent_review_while_reviews_are_taken() {
    let may = MayAbstain::on(&case()).unwrap();
    assert_eq!(
        (may.application(), may.reviewer()),
        (case().application, case().reviewer)
    );
    assert!(MayAbstain::on(&sent(case())).is_ok());
    let later = |case: Case| Case {
        now: at(11),
        ..case
    };
    assert!(MayAbstain::on(&later(case())).is_ok());
    let late = later(sent(case()));
    assert_eq!(refusal(MayAbstain::on(&late)), "stale-phase-over");
    let closed = Case {
        round_open: false,
        ..sent(case())
    };
    assert_eq!(refusal(MayAbstain::on(&closed)), "stale-reviews-closed");
    let gone = Case {
        assigned: false,
        ..sent(case())
    };
    assert_eq!(refusal(MayAbstain::on(&gone)), "stale-abstain-unassigned");
}

#[test]
fn names_are_shown_as_the_phase_says() {
    assert!(case().shows_applicant() && !case().shows_reviewers());
    let blind = with(|phase| phase.applicant_names = false);
    assert!(!blind.shows_applicant());
    assert!(with(|phase| phase.reviewer_names = true).shows_reviewers());
}
