//! What the applicant learns, and when: nothing before the release, all after.

use evenhand::domain::account::Role;

use super::{AWARD, DECLINE, REFER_BACK};
use crate::deliberation::Deliberation;

#[test]
fn the_applicant_sees_nothing_before_the_release_and_all_of_it_after() {
    let round = Deliberation::new();
    let before = round.applicant_pages();
    let letters = round.site.letters_to(&round.rana.email).len();
    let award = [&AWARD[..], &[("feedback", "Tell us how it goes.")]].concat();
    round.propose(&round.ada, 0, &award);
    assert_eq!(round.applicant_pages(), before, "after proposing");
    round.sign(&round.ben, 0);
    assert_eq!(round.applicant_pages(), before, "after signing");
    assert_eq!(round.site.letters_to(&round.rana.email).len(), letters);
    let ready = round.ada.get("/admin/rounds/autumn/release");
    assert_eq!(
        ready.texts(".release-told h2"),
        ["Your application is awarded a grant"]
    );
    let id = ready
        .attributes("input[name='decision']", "value")
        .remove(0);
    let done = round.release_all(&round.ben);
    assert_eq!(
        done.notice(),
        "Released. The applicants can read their outcomes now."
    );
    assert_eq!(done.the(".empty h2"), "Nothing is ready to be released");
    let seen = round
        .rana
        .get(&format!("/applications/{}", round.applications[0]));
    assert_eq!(
        seen.the(".panel-strong"),
        "Your application is awarded a grant We are glad to support your work. We will write to you \
         about the next steps. Amount: USD 20,000.50 Core support (flexible) Conditions \
         An audit within a year Feedback to you Tell us how it goes."
    );
    for internal in [
        "The board is new",
        "The strongest request.",
        "The register is closed",
        "77.5",
        "Ada Levi",
    ] {
        assert!(!seen.source().contains(internal), "{internal}");
    }
    // Sent once more, it does nothing twice.
    let place = "/admin/rounds/autumn/release";
    let again = round.ada.post_with_token(place, &[("decision", &id)]);
    assert_eq!(again.status, 303);
    let news = round.site.letters_to(&round.rana.email);
    assert_eq!(news.len(), letters + 1);
    let letter = &news[letters];
    assert_eq!(letter.subject, "There is news about your application");
    let link = format!("http://grants.test/applications/{}", round.applications[0]);
    assert!(letter.body.contains(&link) && !letter.body.contains("20,000"));
}

#[test]
fn nothing_unsigned_or_unticked_is_released() {
    let round = Deliberation::new();
    let place = "/admin/rounds/autumn/release";
    round.propose(&round.ada, 0, &AWARD);
    let id = round.decision(&round.ben, 0).value_of_hidden("decision");
    let early = round.ada.post_with_token(place, &[("decision", &id)]);
    assert_eq!(early.status, 409);
    assert!(
        early
            .text()
            .contains("A second admin has to sign this decision off first.")
    );
    round.sign(&round.ben, 0);
    let none = round.ada.submit(&round.ada.get(place), place, &[]);
    assert_eq!(
        (none.status, none.problems()),
        (
            422,
            vec!["Tick at least one outcome to release.".to_owned()]
        )
    );
    let vera = round.ada.invites("Vera Azoulay", Role::Auditor);
    assert_eq!(
        vera.post_with_token(place, &[("decision", &id)]).status,
        403
    );
    assert_eq!(vera.get(place).buttons(), [""; 0]);
}

#[test]
fn a_referral_back_reopens_the_application_and_tells_nobody() {
    let round = Deliberation::new();
    let (before, letters) = (round.applicant_pages(), round.site.letters().len());
    round.propose(&round.ada, 0, &REFER_BACK);
    round.sign(&round.ben, 0);
    let ready = round.ada.get("/admin/rounds/autumn/release");
    assert_eq!(
        ready.the(".release-told"),
        "This goes back to review. The applicant is told nothing."
    );
    round.release_all(&round.ada);
    assert_eq!(
        round.decision(&round.ada, 0).the(".page-head .badge"),
        "In review"
    );
    assert_eq!(round.site.letters().len(), letters);
    assert_eq!(round.applicant_pages(), before);
    let review = round
        .noor
        .get(&format!("/reviews/{}", round.applications[0]));
    assert_eq!(review.buttons(), ["Send changes"]);
}

#[test]
fn reserve_and_decline_are_told_kindly() {
    let round = Deliberation::new();
    let told = |typed: &[(&str, &str)], n: usize| {
        round.propose(&round.ada, n, typed);
        round.sign(&round.ben, n);
        let page = round.ada.get("/admin/rounds/autumn/release");
        let told = page.the(".release-told");
        round.release_all(&round.ada);
        told
    };
    let reserve = [("outcome", "reserve"), ("rationale", "If money is left.")];
    assert_eq!(
        told(&reserve, 1),
        "The applicant will read: Your application is on the reserve list We would like to fund it \
         if money becomes available in this round. We will write to you as soon as we know."
    );
    assert_eq!(
        told(&DECLINE, 0),
        "The applicant will read: We can’t fund your application this time There were more good \
         requests than money, and others were more urgent this time This is no judgement on the \
         worth of your work, and you are welcome to apply again. Feedback to you Thank you for \
         your clear plan."
    );
    for page in round.applicant_pages() {
        assert!(!page.to_lowercase().contains("reject"));
    }
    let letter = round.rana.letter();
    assert!(!format!("{}{}", letter.subject, letter.body).contains("eject"));
}
