//! What another second step or password ends, and that its owner is told by mail.

use super::second_factor::{answer, enrol, is_signed_in};
use crate::support::{PASSWORD, Page, Person, TestSite};

const NEW: &str = "a new password for the winter";
const LATE: &str = "That took too long. Sign in once more.";

/// What the letters to somebody after the first so many are about.
fn subjects(site: &TestSite, person: &Person, first: usize) -> Vec<String> {
    let letters = site.letters_to(&person.email).into_iter();
    letters.skip(first).map(|letter| letter.subject).collect()
}

#[test]
fn turning_the_app_off_signs_other_browsers_out_and_is_told() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let mine = enrol(&site, &rana);
    let phone = rana.at_another_browser();
    answer(&phone, &phone.try_to_sign_in(), &mine.codes[0]);
    assert!(is_signed_in(&phone));
    let before = site.letters_to(&rana.email).len();
    let place = "/account/second-factor/removal";
    let off = rana.submit(&rana.get(place), place, &[]);
    assert_eq!(off.notice(), "The second step is off.");
    assert!(!is_signed_in(&phone) && is_signed_in(&rana));
    let told = "The second step of your sign-in was changed";
    assert_eq!(subjects(&site, &rana, before), [told]);
}

#[test]
fn new_recovery_codes_are_told() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    enrol(&site, &rana);
    let before = site.letters_to(&rana.email).len();
    let place = "/account/second-factor/codes";
    let page = rana.get(place);
    assert_eq!(subjects(&site, &rana, before), [""; 0], "asked, not done");
    let done = rana.submit(&page, place, &[]);
    assert_eq!(done.heading(), "Your recovery codes");
    let told = "The second step of your sign-in was changed";
    assert_eq!(subjects(&site, &rana, before), [told]);
}

#[test]
fn a_new_password_spends_the_first_steps_that_the_former_began() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let mine = enrol(&site, &rana);
    let mut thief = rana.at_another_browser();
    let comes_late = |thief: &Person, begun: &Page| {
        let late = answer(thief, begun, &mine.codes[0]);
        assert_eq!(late.problems(), [LATE]);
        assert!(!is_signed_in(thief));
    };
    let begun = thief.try_to_sign_in();
    let form = rana.get("/account/password");
    let typed = [("present", PASSWORD), ("password", NEW)];
    let changed = rana.submit(&form, "/account/password", &typed);
    assert_eq!(changed.path, "/account");
    comes_late(&thief, &begun);

    // The same by mail.
    NEW.clone_into(&mut thief.password);
    let begun = thief.try_to_sign_in();
    let form = rana.get("/password-reset");
    rana.submit(&form, "/password-reset", &[("email", &rana.email)]);
    let link = rana.link_in_letter();
    let newest = [("password", PASSWORD)];
    let chosen = rana.submit(&rana.get(&link), &link, &newest);
    assert_eq!(chosen.path, "/sign-in");
    comes_late(&thief, &begun);

    // The code was right all the while.
    answer(&rana, &rana.try_to_sign_in(), &mine.codes[0]);
    assert!(is_signed_in(&rana));
}
