//! What papers come to on a day, with and without a legal form.

use super::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn held(kind: DocumentKind, outcome: CheckOutcome, expires_on: Option<&str>) -> Held {
    Held {
        kind,
        outcome,
        expires_on: expires_on.map(day),
    }
}

#[test]
fn a_paper_holds_through_its_last_day() {
    let paper = held(
        DocumentKind::Registration,
        CheckOutcome::Verified,
        Some("2026-11-30"),
    );
    let on = |text| state(Some(&paper), day(text));
    assert_eq!(on("2026-11-29"), PaperState::Verified);
    assert_eq!(on("2026-11-30"), PaperState::Verified);
    assert_eq!(on("2026-12-01"), PaperState::Expired);
    assert_eq!(state(None, day("2026-11-30")), PaperState::Missing);
}

#[test]
fn everything_that_the_gate_needs_must_hold_at_once() {
    let needs = Needs::parse("registration:needed proper_management:needed statutes:asked");
    let today = day("2026-11-30");
    let (one, other) = (DocumentKind::Registration, DocumentKind::ProperManagement);
    let verified = |kind, until| held(kind, CheckOutcome::Verified, until);
    let of = |papers: &[Held]| standing(&needs, papers, today);
    assert_eq!(of(&[]), Standing::Open);
    assert_eq!(of(&[verified(one, None)]), Standing::Open);
    // What is only asked for opens no gate, and closes none.
    let statutes = held(DocumentKind::Statutes, CheckOutcome::NotVerified, None);
    let both = [verified(one, None), verified(other, Some("2026-12-31"))];
    assert_eq!(of(&[both[0], both[1], statutes]), Standing::Verified);
    assert_eq!(
        of(&[verified(one, None), verified(other, Some("2026-01-31"))]),
        Standing::NotVerified
    );
    assert_eq!(
        of(&[held(one, CheckOutcome::NotVerified, None)]),
        Standing::NotVerified
    );
    assert_eq!(
        of(&[both[1], held(one, CheckOutcome::Received, None)]),
        Standing::Open
    );
}

#[test]
fn without_a_legal_form_only_a_sponsor_counts() {
    let needs = Needs::standard("unregistered");
    let paper = held(DocumentKind::Registration, CheckOutcome::Verified, None);
    let own = standing(&needs, &[paper], day("2026-11-30"));
    assert_eq!(own, Standing::NoForm);
    let backed = |sponsor| Backing { own, sponsor };
    assert!(!backed(None).is_verified());
    assert!(!backed(Some(Standing::Open)).is_verified());
    assert!(backed(Some(Standing::Verified)).is_verified());
    assert_eq!(
        backed(Some(Standing::NotVerified)).best(),
        Standing::NotVerified
    );
    assert_eq!(backed(None).best(), Standing::NoForm);
}

#[test]
fn every_kind_is_found_by_its_code() {
    for kind in DocumentKind::ALL {
        assert_eq!(DocumentKind::from_code(kind.code()), Some(kind));
    }
}
