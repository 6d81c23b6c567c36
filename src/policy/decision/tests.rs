//! Every verb of a decision against every stage, person and status.

use super::*;
use crate::domain::account::Role;
use crate::domain::decision::Ruling;
use crate::domain::{Currency, Moment, Money};
use crate::policy::trial::{account, person};

fn admin_number(n: u8) -> Actor {
    person(n, &[Role::Admin])
}

/// Proposed by account 1.
fn decision(outcome: Outcome, stage: Stage) -> Decision {
    let by = Some((account(2), Moment::from_micros(0)));
    let id = "0193a1b2-0000-7000-8000-000000000009";
    let ruling = Ruling {
        id: DecisionId::parse(id).unwrap(),
        application: ApplicationId::parse(id).unwrap(),
        number: 1,
        outcome,
        amount: (outcome == Outcome::Award).then(|| Money::new(100, Currency::USD)),
        funding_type: None,
        reason: None,
        corrects: None,
        freed_minor: 0,
        former_minor: 0,
        proposed_by: account(1),
        proposed_at: Moment::from_micros(0),
        signed: by.filter(|_| matches!(stage, Stage::Signed | Stage::Released)),
        released: by.filter(|_| stage == Stage::Released),
        dropped: by.filter(|_| stage == Stage::Dropped),
    };
    Decision {
        ruling,
        conditions: Vec::new(),
        rationale: "Why".to_owned(),
        feedback: String::new(),
        waiver: None,
        over_budget: None,
        deviation: None,
        present: Vec::new(),
    }
}

fn matter(current: Option<Decision>) -> Matter {
    Matter {
        application: ApplicationId::parse("0193a1b2-0000-7000-8000-000000000009").unwrap(),
        status: Status::Deliberation,
        sign_off: true,
        legal_verified: true,
        stopped: false,
        decisions: i32::from(current.is_some()),
        current,
    }
}

fn staged(stage: Stage) -> Matter {
    let status = match stage {
        Stage::Released => Status::Decided,
        Stage::Proposed | Stage::Signed | Stage::Dropped => Status::Deliberation,
    };
    Matter {
        status,
        ..matter(Some(decision(Outcome::Award, stage)))
    }
}

#[test]
fn a_released_decision_makes_room_only_where_the_matter_is_deliberated_anew() {
    let ada = admin_number(1);
    let released = staged(Stage::Released);
    assert_eq!(why(MayPropose::on(&ada, &released)), Some("stale-decided"));
    let anew = Matter {
        status: Status::Deliberation,
        ..released
    };
    let may = MayPropose::on(&ada, &anew).unwrap();
    assert_eq!(may.corrects(), anew.current.as_ref().map(|one| one.id));
    assert_eq!(why(MayDrop::on(&ada, &anew)), Some("stale-dropped"));
    let proposed = staged(Stage::Proposed);
    assert_eq!(MayPropose::on(&ada, &proposed).unwrap().corrects(), None);
}

fn why<T>(result: Result<T, Hindrance>) -> Option<&'static str> {
    match result {
        Ok(_) => None,
        Err(Hindrance::Denied(message) | Hindrance::Stale(message)) => Some(message.key),
        Err(Hindrance::Absent) => Some("absent"),
    }
}

#[test]
fn only_admins_decide() {
    for roles in [
        &[Role::Auditor][..],
        &[Role::Reviewer, Role::Applicant],
        &[],
    ] {
        let (nobody, matter) = (person(2, roles), staged(Stage::Proposed));
        let denied = Some("denied-admin");
        assert_eq!(why(MayPropose::on(&nobody, &matter)), denied);
        assert_eq!(why(MaySign::on(&nobody, &matter)), denied);
        assert_eq!(why(MayDrop::on(&nobody, &matter)), denied);
        assert_eq!(why(MayRelease::on(&nobody, &matter)), denied);
    }
}

#[test]
fn a_proposal_needs_deliberation_and_no_other_open_one() {
    let (mine, other) = (admin_number(1), admin_number(2));
    let first = MayPropose::on(&mine, &matter(None)).unwrap();
    assert_eq!((first.number(), first.by()), (1, account(1)));
    assert!(first.replaces().is_none());
    let again = MayPropose::on(&mine, &staged(Stage::Proposed)).unwrap();
    assert_eq!(again.number(), 2);
    assert!(again.replaces().is_some());
    let taken = MayPropose::on(&other, &staged(Stage::Proposed));
    assert_eq!(why(taken), Some("stale-proposed"));
    let signed = MayPropose::on(&mine, &staged(Stage::Signed));
    assert_eq!(why(signed), Some("stale-signed"));
    for status in Status::ALL {
        let matter = Matter {
            status,
            ..matter(None)
        };
        let allowed = MayPropose::on(&mine, &matter).is_ok();
        assert_eq!(allowed, status == Status::Deliberation);
    }
}

#[test]
fn a_released_referral_makes_room_for_the_next_decision() {
    let referred = matter(Some(decision(Outcome::ReferBack, Stage::Released)));
    let next = MayPropose::on(&admin_number(1), &referred).unwrap();
    assert_eq!(next.number(), 2);
    let release = MayRelease::on(&admin_number(1), &referred);
    assert_eq!(why(release), Some("stale-dropped"));
}

#[test]
fn somebody_else_signs_once() {
    let proposed = staged(Stage::Proposed);
    let own = MaySign::on(&admin_number(1), &proposed);
    assert_eq!(why(own), Some("denied-own-proposal"));
    assert_eq!(
        MaySign::on(&admin_number(2), &proposed).unwrap().by(),
        account(2)
    );
    let again = MaySign::on(&admin_number(3), &staged(Stage::Signed));
    assert_eq!(why(again), Some("stale-signed"));
    let alone = Matter {
        sign_off: false,
        ..staged(Stage::Proposed)
    };
    let needless = MaySign::on(&admin_number(2), &alone);
    assert_eq!(why(needless), Some("stale-no-sign-off"));
}

#[test]
fn a_release_needs_a_signature_where_the_round_does() {
    let me = admin_number(1);
    let unsigned = MayRelease::on(&me, &staged(Stage::Proposed));
    assert_eq!(why(unsigned), Some("stale-not-signed"));
    let signed = MayRelease::on(&me, &staged(Stage::Signed)).unwrap();
    assert_eq!(signed.advance().to(), Status::Decided);
    let alone = Matter {
        sign_off: false,
        ..staged(Stage::Proposed)
    };
    assert!(MayRelease::on(&me, &alone).is_ok());
    let referral = matter(Some(decision(Outcome::ReferBack, Stage::Signed)));
    let back = MayRelease::on(&me, &referral).unwrap();
    assert_eq!(back.advance().to(), Status::InReview);
}

#[test]
fn an_award_whose_legal_check_was_undone_goes_nowhere_without_waiver() {
    let undone = |stage, waiver: Option<&str>| {
        let mut decision = decision(Outcome::Award, stage);
        decision.waiver = waiver.map(str::to_owned);
        Matter {
            legal_verified: false,
            ..matter(Some(decision))
        }
    };
    let me = admin_number(2);
    let refused = Some("stale-legal-undone");
    assert_eq!(
        why(MaySign::on(&me, &undone(Stage::Proposed, None))),
        refused
    );
    assert_eq!(
        why(MayRelease::on(&me, &undone(Stage::Signed, None))),
        refused
    );
    assert_eq!(
        why(MaySign::on(&me, &undone(Stage::Proposed, Some("Sponsor")))),
        None
    );
    assert_eq!(
        why(MayRelease::on(&me, &undone(Stage::Signed, Some("Sponsor")))),
        None
    );
}

#[test]
fn what_the_applicant_has_seen_is_not_taken_back() {
    let me = admin_number(3);
    assert_eq!(why(MayDrop::on(&me, &staged(Stage::Proposed))), None);
    assert_eq!(why(MayDrop::on(&me, &staged(Stage::Signed))), None);
    let seen = MayDrop::on(&me, &staged(Stage::Released));
    assert_eq!(why(seen), Some("stale-decided"));
    assert_eq!(why(MayDrop::on(&me, &matter(None))), Some("stale-dropped"));
}

#[test]
fn an_award_to_an_organisation_on_hold_is_not_signed_or_released() {
    let held = |stage| Matter {
        stopped: true,
        ..staged(stage)
    };
    let signed = MaySign::on(&admin_number(2), &held(Stage::Proposed));
    assert_eq!(why(signed), Some("stale-on-hold"));
    let released = MayRelease::on(&admin_number(2), &held(Stage::Signed));
    assert_eq!(why(released), Some("stale-on-hold"));
}
