//! What is said of a ranked round as a whole: what waits, what can be released, what is kept
//! from who looks, and what a referral back counts.

use evenhand::actions::rank_round::rank_round;
use evenhand::domain::account::Role;
use evenhand::domain::portfolio::Group;
use evenhand::policy::Reach;
use evenhand::store::conflict_record;

use super::{AWARD, CAPTION, DECLINE, REFER_BACK};
use crate::award::Awarded;
use crate::deliberation::{Deliberation, EVEN, review};

const ALL: &str = "All in the running (4)";

/// The tabs of the ranking, and the link to the release where there is one.
fn said(round: &Deliberation) -> Vec<String> {
    let page = round.ranking(&round.ada);
    let release = page.texts(".page-head-row a.button");
    [page.texts("nav.tabs a"), release].concat()
}

/// Gives an application to one more reviewer, who sends it back into review.
fn give_to(round: &Deliberation, n: usize, name: &str) {
    round.ada.invites(name, Role::Reviewer);
    let people = round.site.read(conflict_record::insiders);
    let found = people.iter().find(|one| one.name == name);
    let id = found.expect("somebody of the inside").id.to_string();
    let place = format!("/admin/applications/{}/assignments", round.applications[n]);
    let given = round.ada.post_with_token(&place, &[("reviewer", &id)]);
    assert_eq!(given.status, 303, "{}", given.text());
    let state = round.decision(&round.ada, n).the(".page-head .badge");
    assert_eq!(state, "In review");
}

#[test]
fn what_waits_and_is_signed_off_can_be_released() {
    let round = Deliberation::new();
    assert_eq!(said(&round), [ALL, "To be decided (4)"]);
    round.propose(&round.ada, 0, &AWARD);
    round.propose(&round.ada, 2, &DECLINE);
    assert_eq!(said(&round), [ALL, "To be decided (4)"]);
    round.sign(&round.ben, 0);
    let one = "Release one outcome";
    assert_eq!(said(&round), [ALL, "To be decided (4)", one]);
    round.sign(&round.ben, 2);
    let two = "Release 2 outcomes";
    assert_eq!(said(&round), [ALL, "To be decided (4)", two]);
    // What is reviewed again waits for that, though its decision is signed.
    give_to(&round, 2, "Sami Odeh");
    assert_eq!(said(&round), [ALL, "To be decided (3)", one]);
    round.release_all(&round.ada);
    assert_eq!(said(&round), [ALL, "To be decided (2)"]);
    let waiting = "/admin/rounds/autumn/ranking?show=deliberation";
    assert_eq!(round.ada.get(waiting).table(CAPTION).len(), 2);
}

#[test]
fn without_a_second_signature_what_is_proposed_can_be_released() {
    let round = Deliberation::new();
    round.without_signature();
    round.propose(&round.ada, 0, &AWARD);
    let one = "Release one outcome";
    assert_eq!(said(&round), [ALL, "To be decided (4)", one]);
    round.release_all(&round.ada);
    assert_eq!(said(&round), [ALL, "To be decided (3)"]);
}

#[test]
fn who_reviews_too_is_told_of_how_many_reviews_are_kept_back() {
    let round = Deliberation::unscored();
    let people = round.ada.get("/admin/people");
    let row = people.row_selector(&round.maya.email);
    let given = [("held", "yes"), ("role", Role::Admin.code())];
    let form = format!("{row} form[action$='/role']");
    round.ada.submit(&people, &form, &given);
    let kept = [
        "4 applications",
        "3 applications",
        "2 applications",
        "one application",
    ];
    for (of, id) in kept.iter().zip(&round.applications) {
        let page = round.ranking(&round.maya);
        let words = format!("Others’ reviews of {of} are kept from you");
        assert!(page.text().contains(&words), "{of}: {}", page.text());
        review(&round.maya, *id, EVEN);
    }
    for person in [&round.maya, &round.ada] {
        assert!(!round.ranking(person).text().contains("kept from you"));
    }
}

/// How many applications are decided, how many of them have an award, and what that takes
/// of the budget.
fn counted(round: &Deliberation) -> (usize, usize, i64) {
    round.site.read(|reader| {
        let ranking = rank_round(reader, Reach::operator(), "autumn")?;
        let ranking = ranking.expect("the round");
        let portfolio = &ranking.figures().portfolio;
        let decided = |groups: &[Group]| groups.iter().map(|one| one.decided).sum::<usize>();
        let by_community = decided(&portfolio.by_community);
        assert_eq!(decided(&portfolio.by_base), by_community);
        Ok((by_community, portfolio.awards, portfolio.committed_minor))
    })
}

#[test]
fn a_referral_back_decides_nothing() {
    let round = Deliberation::new();
    round.propose(&round.ada, 0, &REFER_BACK);
    assert_eq!(counted(&round), (0, 0, 0), "proposed");
    round.sign(&round.ben, 0);
    round.release_all(&round.ada);
    let state = round.decision(&round.ada, 0).the(".page-head .badge");
    assert_eq!(state, "In review");
    assert_eq!(counted(&round), (0, 0, 0), "released");
    round.propose(&round.ada, 2, &DECLINE);
    assert_eq!(counted(&round), (1, 0, 0), "a decline decides");
}

#[test]
fn a_referral_back_gives_nothing_back_that_was_paid() {
    let award = Awarded::running();
    let round = &award.round;
    award.pay(1);
    award.change("cancellation", &[("words", "It dissolved.")]);
    assert_eq!(counted(round), (1, 1, 1_500_000), "cancelled");
    award.decide_anew(&REFER_BACK);
    assert_eq!(counted(round), (1, 1, 1_500_000), "proposed");
    award.settle();
    let state = round.decision(&round.ada, 0).the(".page-head .badge");
    assert_eq!(state, "In review");
    assert_eq!(counted(round), (1, 1, 1_500_000), "released");
}
