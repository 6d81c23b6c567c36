//! Looking again: appeals, corrections and the reserve list. The former decision stays.

use super::{AWARD, DECLINE};
use crate::deliberation::Deliberation;
use crate::read_again::readings;
use crate::support::{Page, Person};
use evenhand::domain::account::Role;

const RESERVE: [(&str, &str); 2] = [("outcome", "reserve"), ("rationale", "If money is left.")];

fn tell(round: &Deliberation, n: usize, typed: &[(&str, &str)]) {
    round.propose(&round.ada, n, typed);
    round.sign(&round.ben, n);
    round.release_all(&round.ada);
}

fn appeal(round: &Deliberation, words: &str) -> Page {
    let place = format!("/applications/{}/appeal", round.applications[0]);
    round
        .rana
        .submit(&round.rana.get(&place), &place, &[("words", words)])
}

#[test]
fn an_appeal_is_answered_by_who_did_not_decide_and_corrected_by_a_new_decision() {
    let round = Deliberation::new();
    let cleo = round.ada.invites("Cleo Haddad", Role::Admin);
    let own = format!("/applications/{}", round.applications[0]);
    assert_eq!(
        round.rana.get(&format!("{own}/appeal")).status,
        409,
        "nothing is decided"
    );
    tell(&round, 0, &DECLINE);
    let empty = appeal(&round, " ");
    assert_eq!(
        (empty.status, empty.error("words")),
        (422, "Fill this in.".to_owned())
    );
    let sent = appeal(&round, "You read last year’s accounts.");
    assert_eq!(sent.notice(), "We have your request and will write to you.");
    let twice = round
        .rana
        .post_with_token(&format!("{own}/appeal"), &[("words", "Again")]);
    assert_eq!(twice.status, 409);
    // It stands where staff begin and on the dossier, whoever may answer.
    let list = round.ada.get("/admin/rounds");
    assert!(
        list.text()
            .contains("One applicant asks to look at a decision again")
    );
    assert_eq!(list.link("EH-AAAA-2222"), round.place(0));
    let dossier = format!("/admin/applications/{}", round.applications[0]);
    assert!(round.ada.get(&dossier).has("#appeal a"));
    let answers = |person: &Person| {
        let links = round.decision(person, 0).links();
        links
            .iter()
            .any(|(words, _)| words == "Request to look again")
    };
    assert!(!answers(&round.ada) && answers(&cleo));
    let told = cleo.letter();
    assert!(told.subject.contains("look at a decision again") && !told.body.contains("accounts"));
    let place = format!("{}/appeal", round.place(0));
    for (who, person) in [("the proposer", &round.ada), ("the signer", &round.ben)] {
        assert_eq!(person.get(&place).status, 403, "{who}");
        let forced = [("upheld", "yes"), ("answer", "Right.")];
        assert_eq!(person.post_with_token(&place, &forced).status, 403, "{who}");
    }
    // Whoever answers without having opened it has read the decision all the same.
    let dana = round.ada.invites("Dana Aziz", Role::Admin);
    assert_eq!(dana.post_with_token(&place, &[]).status, 422);
    let read = format!("read_decision {}", round.applications[0]);
    assert_eq!(readings(&round.site, &dana), [read]);
    let blank = cleo.submit(&cleo.get(&place), &place, &[("answer", "Right.")]);
    assert_eq!(blank.status, 422);
    assert_eq!(blank.value("answer"), "Right.");
    let answer = [("upheld", "yes"), ("answer", "You are right.")];
    let answered = cleo.submit(&blank, &place, &answer);
    assert_eq!(answered.notice(), "Answered. The applicant was written to.");
    assert!(!cleo.get("/admin/rounds").has("#appeals"));
    assert!(!cleo.get(&dossier).has("#appeal"));
    // What the applicant reads stays until the new decision is released.
    let read = round.rana.get(&own);
    assert!(
        read.the(".panel-strong")
            .contains("We can’t fund your application this time")
    );
    assert!(read.the("#again").contains("We decide anew You are right."));
    assert!(read.the(".page-head").contains("Decided"));
    let proposed = round.propose(&cleo, 0, &AWARD);
    assert!(
        proposed
            .the(".decision .facts")
            .contains("1. Decline · released")
    );
    round.sign(&round.ben, 0);
    round.release_all(&round.ada);
    let read = round.rana.get(&own);
    assert!(
        read.the(".panel-strong")
            .contains("Your application is awarded a grant")
    );
    assert_eq!(read.texts(".letter").len(), 2, "both letters stay");
    let staff = round.decision(&round.ada, 0);
    assert!(staff.text().contains("1. Decline · released"));
    assert!(staff.text().contains("Others were stronger."));
}

#[test]
fn a_decision_is_corrected_by_a_new_one_only() {
    let round = Deliberation::new();
    tell(&round, 0, &AWARD);
    assert_eq!(
        round.ada.get(&format!("{}/drop", round.place(0))).status,
        409
    );
    let place = format!("{}/anew", round.place(0));
    let form = format!("form[action^='{place}']");
    let empty = round.ada.submit(&round.ada.get(&place), &form, &[]);
    assert_eq!(empty.status, 422);
    let reason = [("reason", "The amount was mistyped.")];
    let back = round.ada.submit(&empty, &form, &reason);
    assert_eq!(
        back.notice(),
        "Back in deliberation. A new decision can be proposed."
    );
    assert!(
        back.text()
            .contains("Decision 1 was opened again to correct it")
    );
    assert_eq!(round.ada.get(&place).status, 409, "it is open already");
    // Whom it was told to cannot make it vanish meanwhile, with what was paid.
    let gone = format!("/applications/{}/withdrawal", round.applications[0]);
    assert_eq!(round.rana.get(&gone).status, 409);
    let forced = round.rana.post_with_token(&gone, &[]);
    assert_eq!(forced.status, 409);
    assert!(forced.text().contains("This application is decided"));
    let smaller = [&AWARD[..1], &[("amount", "2000")], &AWARD[2..]].concat();
    round.propose(&round.ada, 0, &smaller);
    round.sign(&round.ben, 0);
    round.release_all(&round.ben);
    let own = format!("/applications/{}", round.applications[0]);
    assert_eq!(
        round.rana.get(&own).the(".decision-amount"),
        "Amount: USD 2,000 Core support (flexible)"
    );
}

#[test]
fn what_a_correction_gave_back_is_free_once_only() {
    let round = Deliberation::new();
    tell(&round, 2, &RESERVE);
    let award = |amount: &'static str| [&AWARD[..1], &[("amount", amount)], &AWARD[2..]].concat();
    tell(&round, 0, &award("24000"));
    let place = format!("{}/anew", round.place(0));
    let form = format!("form[action^='{place}']");
    let reason = [("reason", "The amount was mistyped.")];
    round.ada.submit(&round.ada.get(&place), &form, &reason);
    tell(&round, 0, &award("20000"));
    // 30,000 less 20,000: the former award of 24,000 waited for its agreement.
    let list = round.ada.get("/admin/rounds/autumn/reserve");
    assert_eq!(list.the("#free"), "USD 10,000 of the budget are free.");
    let told = round.ada.get("/admin/rounds").texts(".freed li");
    let said = "Rapid response, autumn USD 10,000 of the budget are free: the request of one \
        application on the reserve list fits.";
    assert_eq!(told, [said]);
}

#[test]
fn the_next_on_the_reserve_list_moves_up_when_money_is_free() {
    let round = Deliberation::new();
    for n in [1, 2, 3] {
        tell(&round, n, &RESERVE);
    }
    // 30,000 in the round: the rest is 6,000 after an award of 24,000.
    let award = [&AWARD[..1], &[("amount", "24000")], &AWARD[2..]].concat();
    round.propose(&round.ada, 0, &award);
    let place = "/admin/rounds/autumn/reserve";
    let list = round.ada.get(place);
    assert_eq!(list.the("#free"), "USD 6,000 of the budget are free.");
    let told = |person: &Person| person.get("/admin/rounds").texts(".freed li");
    let fits = "Rapid response, autumn USD 6,000 of the budget are free: the request of one \
        application on the reserve list fits.";
    assert_eq!(told(&round.ada), [fits]);
    let order = |page: &Page| page.texts("tbody .reference");
    assert_eq!(
        order(&list),
        ["EH-BBBB-3333", "EH-CCCC-4444", "EH-DDDD-5555"]
    );
    assert!(
        list.texts("tbody tr")[2].contains("Next in line"),
        "the first that fits"
    );
    let field = |n: usize| format!("place.{}", round.applications[n]);
    let (first, last) = (field(1), field(3));
    let wrong = round.ada.submit(&list, place, &[(first.as_str(), "x")]);
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.value(&first), "x");
    let sorted = round
        .ada
        .submit(&list, place, &[(first.as_str(), "9"), (last.as_str(), "1")]);
    assert_eq!(
        order(&sorted),
        ["EH-DDDD-5555", "EH-CCCC-4444", "EH-BBBB-3333"]
    );
    round.drop_decision(&round.ada, 0);
    let freed = round.ada.get(place);
    assert_eq!(freed.the("#free"), "USD 30,000 of the budget are free.");
    assert!(freed.texts("tbody tr")[0].contains("Next in line"));
    assert!(
        told(&round.ada)[0].contains("USD 30,000")
            && told(&round.ada)[0].contains("3 applications")
    );
    let home = round.ada.get("/admin/rounds");
    assert_eq!(home.attributes(".freed a", "href"), [place]);
    let vera = round.ada.invites("Vera Azoulay", Role::Auditor);
    assert!(told(&vera).is_empty(), "nobody moves anything there");
    let up = format!(
        "/admin/applications/{}/decision/anew?cause=reserve",
        round.applications[3]
    );
    let reason = [("reason", "An award was dropped.")];
    let back = round.ada.submit(&round.ada.get(&up), &up, &reason);
    assert_eq!(back.status, 200, "{}", back.text());
    assert_eq!(
        order(&round.ada.get(place)),
        ["EH-CCCC-4444", "EH-BBBB-3333"]
    );
    let other = format!(
        "/admin/applications/{}/decision/anew?cause=reserve",
        round.applications[0]
    );
    assert_eq!(round.ada.get(&other).status, 409);
}
