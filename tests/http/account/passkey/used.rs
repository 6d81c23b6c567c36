//! What opens: signing in and proving oneself, and keeping a second step.

use evenhand::domain::account::Role;

use super::{
    LATE, ONE_MORE, PLACE, add, asks_for_new, device, is_signed_in, last_actions, made, question,
    sign_in, site, site_with,
};
use crate::account::second_factor::enrol;
use crate::support::{PASSWORD, Page, Person, TestSite};

const REMOVAL: &str = "/account/passkeys/removal";

#[test]
fn a_passkey_is_added_and_signs_in_without_a_code() {
    let site = site();
    let rana = site.applicant("Rana Haddad");
    let laptop = rana.at_another_browser();
    laptop.sign_in();
    assert!(rana.get(PLACE).text().contains("You have no passkey yet."));
    let mut phone = device(1);
    let done = add(&rana, "My phone", &phone);
    assert_eq!(done.heading(), "Your recovery codes");
    assert_eq!(done.texts("#codes code").len(), 10);
    assert_eq!(last_actions(&site, 1), ["add_passkey"]);
    let subject = "The passkeys of your account were changed";
    assert_eq!(rana.letter().subject, subject);
    assert!(!is_signed_in(&laptop) && is_signed_in(&rana));
    let listed = rana.get(PLACE).the("#passkeys");
    assert!(listed.contains("My phone") && listed.contains("Not used yet."));

    rana.sign_out();
    assert_eq!(sign_in(&rana, &mut phone).location(), "/home");
    assert!(is_signed_in(&rana));
    assert_eq!(last_actions(&site, 1), ["sign_in"]);
    let listed = rana.get(PLACE).the("#passkeys");
    assert!(listed.contains("Last used on"), "{listed}");
    // The second one comes without new codes.
    let done = add(&rana, "The key at the office", &device(2));
    assert_eq!(done.location(), PLACE);
    assert_eq!(rana.get(PLACE).texts("#passkeys li").len(), 2);
}

#[test]
fn without_a_script_recovery_codes_open() {
    let site = site();
    let rana = site.applicant("Rana Haddad");
    let codes = add(&rana, "My phone", &device(1)).texts("#codes code");
    rana.sign_out();
    let asked = rana.try_to_sign_in();
    let typed = [("one_time_code", &*codes[0])];
    rana.submit(&asked, "form[action^='/sign-in/code']", &typed);
    assert!(is_signed_in(&rana));
}

#[test]
fn a_role_that_needs_a_second_step_keeps_one() {
    let site = site_with("admin");
    let ada = site.first_admin("Ada Levi");
    let page = ada.get("/admin/rounds");
    assert_eq!(page.path, "/account/second-factor");
    let place = page.link("Use a passkey: your device in place of a code");
    assert_eq!(place, PLACE);
    add(&ada, "My phone", &device(1));
    assert_eq!(ada.get("/admin/rounds").path, "/admin/rounds");

    let removes = |person: &Person| {
        let page = person.get(&person.get(PLACE).link("Remove My phone"));
        assert!(page.text().contains("“My phone” will open nothing here"));
        person.submit(&page, REMOVAL, &[])
    };
    assert_eq!(removes(&ada).status, 403);
    // An app is a second step too, and the passkey is then one in place of the app.
    enrol(&site, &ada);
    let app = ada.get("/account/second-factor");
    assert!(app.text().contains("Turn off the second step"));
    assert_eq!(removes(&ada).notice(), "The passkey was removed.");
    assert_eq!(last_actions(&site, 1), ["remove_passkey"]);
    let app = ada.get("/account/second-factor");
    assert!(!app.text().contains("Turn off the second step"));
    ada.sign_out();
    let asked = ada.try_to_sign_in();
    assert_eq!(asked.heading(), ONE_MORE);
    assert!(!asked.has("[data-passkey]"));
}

#[test]
fn adding_and_removing_ask_who_it_is_also_of_whoever_has_to_add_one() {
    let site = site_with("admin");
    let mut ada = site.first_admin("Ada Levi");
    ada.headers
        .push(("sec-fetch-site", "same-origin".to_owned()));
    let asks = |page: &Page| {
        let told = (page.status, page.heading());
        assert_eq!(told, (403, "Show that it is you".to_owned()));
    };
    let own = [("present", PASSWORD)];
    site.pass_minutes(6);
    let asked = asks_for_new(&ada, "My phone");
    asks(&asked);
    let proved = ada.submit(&asked, "/account/proof", &own);
    let options = ada.submit(&proved, PLACE, &[]);
    let done = made(&ada, &options, "My phone", &device(1));
    assert_eq!(done.heading(), "Your recovery codes");
    enrol(&site, &ada);

    let page = ada.get(&ada.get(PLACE).link("Remove My phone"));
    site.pass_minutes(6);
    let asked = ada.submit(&page, REMOVAL, &[]);
    asks(&asked);
    assert_eq!(ada.get(PLACE).texts("#passkeys li").len(), 1);
    let proved = ada.submit(&asked, "/account/proof", &own);
    let gone = ada.submit(&proved, REMOVAL, &[]);
    assert_eq!(gone.notice(), "The passkey was removed.");
}

#[test]
fn who_need_not_have_one_takes_the_last_away_with_its_recovery_codes() {
    let site = site();
    let rana = site.applicant("Rana Haddad");
    let dov = site.applicant("Dov Amir");
    add(&rana, "My phone", &device(1));
    add(&dov, "My key", &device(2));
    let place = rana.get(PLACE).link("Remove My phone");
    // Nobody else's is there.
    assert_eq!(dov.get(&place).status, 404);
    let page = rana.get(&place);
    let id = page.value_of_hidden("id");
    let theirs = dov.post_with_token(REMOVAL, &[("id", &*id)]);
    assert_eq!(theirs.status, 404);
    rana.submit(&page, REMOVAL, &[]);
    rana.sign_out();
    rana.sign_in();
    assert!(is_signed_in(&rana), "the password alone opens again");
    let page = rana.get("/account/second-factor");
    assert!(!page.text().contains("recovery code"));
    dov.sign_out();
    dov.try_to_sign_in();
    assert!(!is_signed_in(&dov));
}

#[test]
fn a_passkey_proves_before_what_would_do_most_harm() {
    let site = site();
    let ada = site.first_admin("Ada Levi");
    let noor = ada.invites("Noor Khalil", Role::Reviewer);
    let mut phone = device(1);
    add(&ada, "My phone", &phone);
    site.pass_minutes(16);
    let asked = ada.get("/account/proof?return_to=/admin/people");
    assert!(asked.has("[data-passkey='/account/proof/passkey'] button"));
    let question = question(&ada, "/account/proof/passkey", "");
    let answer = phone.proves(&question.options);
    let sent = [
        ("place", "/admin/people"),
        ("passkey_asked", &*question.secret),
        ("passkey", &*answer),
    ];
    // Not by somebody else, whose session it is not.
    let other = noor.post_with_token("/account/proof", &sent);
    assert_eq!(other.problems(), [LATE]);
    let led = ada.post_with_token("/account/proof", &sent);
    assert_eq!((led.status, led.location()), (303, "/admin/people"));
    assert_eq!(last_actions(&site, 1), ["prove_identity"]);
    assert_ne!(ada.post_with_token("/admin/people", &[]).status, 403);
    let again = ada.post_with_token("/account/proof", &sent);
    assert_eq!(again.problems(), [LATE]);
}

#[test]
fn nothing_is_offered_where_browsers_know_no_passkeys() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let page = rana.get("/account/second-factor");
    assert!(!page.text().contains("passkey"));
    let page = rana.get(PLACE);
    assert!(page.text().contains("New passkeys can’t be made here"));
    let typed = [("passkey_name", "My phone")];
    assert_eq!(rana.post_with_token(PLACE, &typed).status, 404);
    let proof = rana.post_with_token("/account/proof/passkey", &[]);
    assert_eq!(proof.status, 404);
}
