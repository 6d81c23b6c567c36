//! Signing up, confirming an address, joining by invitation.

use evenhand::domain::account::Role;

use super::without_token;
use crate::support::TestSite;

#[test]
fn a_person_signs_up_confirms_and_signs_in() {
    let site = TestSite::start();
    let rana = site.visitor().named("Rana Haddad");

    let sent = rana.sign_up();
    assert_eq!(sent.heading(), "Look into your mail");
    assert_eq!(rana.letter().subject, "Confirm your address");

    let early = rana.try_to_sign_in();
    assert_eq!(early.status, 422);
    assert!(
        early
            .error("email")
            .contains("the address isn’t confirmed yet"),
        "{:?}",
        early.problems()
    );

    let confirmed = rana.confirm();
    assert_eq!(confirmed.path, "/sign-in");
    assert_eq!(
        confirmed.notice(),
        "Your address is confirmed. You can sign in now."
    );

    rana.sign_in();
    let account = rana.get("/account");
    assert_eq!(account.heading(), "Your account");
    assert_eq!(account.the("p.lead"), "rana.haddad@example.org");
    assert_eq!(account.value("name"), "Rana Haddad");
    assert_eq!(account.value("time_zone"), "Asia/Jerusalem");
    assert_eq!(account.title(), "Your account - Evenhand");
}

#[test]
fn following_the_link_alone_confirms_nothing() {
    let site = TestSite::start();
    let rana = site.visitor().named("Rana Haddad");
    rana.sign_up();
    let page = rana.get(&rana.link_in_letter());
    assert_eq!(page.buttons(), ["Confirm my address"]);
    assert_eq!(rana.try_to_sign_in().status, 422);
}

#[test]
fn a_confirmation_link_works_once_and_for_three_days() {
    let site = TestSite::start();
    let rana = site.visitor().named("Rana Haddad");
    rana.sign_up();
    rana.confirm();
    let again = rana.confirm();
    assert_eq!(
        (again.status, again.heading().as_str()),
        (409, "This has changed in the meantime")
    );
    assert!(
        again
            .text()
            .contains("This link was used already or is too old.")
    );

    let dov = site.visitor().named("Dov Amir");
    dov.sign_up();
    site.pass_days(3);
    assert_eq!(dov.confirm().status, 409);
    assert_eq!(dov.try_to_sign_in().status, 422);

    dov.sign_up();
    dov.confirm();
    dov.sign_in();
}

#[test]
fn signing_up_answers_the_same_for_a_known_address() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let letters = site.letters().len();

    let unknown = site.visitor().named("Somebody Else").sign_up();
    let known = rana.at_another_browser().sign_up();
    assert_eq!(known.status, unknown.status);
    assert_eq!(without_token(&known), without_token(&unknown));

    assert_eq!(site.letters().len(), letters + 2);
    let letter = rana.letter();
    assert_eq!(letter.subject, "You have an account already");
    assert_eq!(rana.link_in_letter(), "/sign-in");
}

#[test]
fn somebody_elses_sign_up_never_sets_the_password_of_the_owner() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let mut mallory = site.visitor().named("Noor Khalil");
    mallory.password = "chosen by somebody else".to_owned();
    mallory.sign_up();

    // The owner of the address joins by an invitation; mallory's password must not open it.
    ada.invites("Noor Khalil", Role::Reviewer);
    assert_eq!(mallory.try_to_sign_in().status, 422);
}

#[test]
fn what_is_wrong_with_a_sign_up_is_said_beside_each_field() {
    let site = TestSite::start();
    let visitor = site.visitor();
    let form = visitor.get("/sign-up");
    let page = visitor.submit(
        &form,
        "/sign-up",
        &[("name", " "), ("email", "rana"), ("password", "short")],
    );
    assert_eq!(page.status, 422);
    assert_eq!(page.title(), "Error: Make an account - Evenhand");
    assert_eq!(
        page.problems(),
        [
            "Fill this in.",
            "Enter an e-mail address like name@example.org.",
            "Use at least 12 characters. Several words are easy to remember."
        ]
    );
    assert_eq!(page.error("name"), "Fill this in.");
    assert_eq!(
        page.error("email"),
        "Enter an e-mail address like name@example.org."
    );
    assert_eq!(page.value("email"), "rana");
    assert_eq!(page.value("password"), "", "no password is sent back");
    assert_eq!(
        page.attributes("#problems a", "href"),
        ["#f-name", "#f-email", "#f-password"]
    );
    assert!(site.letters().is_empty());
}

#[test]
fn an_address_gets_few_letters_however_often_somebody_asks() {
    let site = TestSite::start();
    let rana = site.visitor().named("Rana Haddad");
    for _ in 0..8 {
        assert_eq!(rana.sign_up().heading(), "Look into your mail");
    }
    assert_eq!(site.letters().len(), 5);
    site.pass_minutes(61);
    rana.sign_up();
    assert_eq!(site.letters().len(), 6);
}

#[test]
fn an_invitation_is_for_one_address_and_one_time() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let people = ada.get("/admin/people");
    let fields = [("email", "noor.khalil@example.org"), ("role", "reviewer")];
    let sent = ada.submit(&people, "/admin/people", &fields);
    assert_eq!(sent.notice(), "The invitation is on its way.");

    let noor = site.visitor().named("Noor Khalil");
    let link = noor.link_in_letter();
    assert_eq!(noor.get(&link).value("email"), "noor.khalil@example.org");

    let mallory = site.visitor().named("Mallory");
    let refused = mallory.join(&link);
    assert_eq!(refused.status, 422);
    assert_eq!(
        refused.error("email"),
        "Use the address that the invitation was sent to."
    );

    let joined = noor.join(&link);
    assert_eq!(
        (joined.path.as_str(), joined.notice().as_str()),
        ("/sign-in", "You have joined. Sign in now.")
    );
    noor.sign_in();
    let used = mallory.get(&link);
    assert_eq!(used.status, 409);
    assert!(
        used.text()
            .contains("This link was used already or is too old.")
    );
    assert_eq!(
        noor.post_with_token(
            &link,
            &[
                ("name", "N"),
                ("email", &noor.email),
                ("password", &noor.password)
            ]
        )
        .status,
        409
    );
}

#[test]
fn an_invitation_ends_after_seven_days_and_by_a_newer_one() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let noor = site.visitor().named("Noor Khalil");
    let invite = || {
        let people = ada.get("/admin/people");
        ada.submit(
            &people,
            "/admin/people",
            &[("email", &noor.email), ("role", "auditor")],
        );
        noor.link_in_letter()
    };
    let first = invite();
    let second = invite();
    assert_eq!(noor.get(&first).status, 409);
    assert_eq!(noor.get(&second).status, 200);
    site.pass_days(7);
    assert_eq!(noor.get(&second).status, 409);
}

#[test]
fn an_account_that_is_invited_keeps_its_password_and_gets_the_role() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let rana = site.applicant("Rana Haddad");
    let people = ada.get("/admin/people");
    ada.submit(
        &people,
        "/admin/people",
        &[("email", &rana.email), ("role", "reviewer")],
    );

    let mut joining = rana.at_another_browser();
    joining.password = "another long password".to_owned();
    joining.join(&rana.link_in_letter());
    assert_eq!(
        joining.try_to_sign_in().status,
        422,
        "the password typed while joining is not taken"
    );
    let words: Vec<String> = rana
        .get("/account")
        .navigation()
        .into_iter()
        .map(|(words, _)| words)
        .collect();
    assert_eq!(words, ["Applications", "Organisations", "Reviews"]);
}

#[test]
fn the_first_admins_link_is_void_once_there_is_an_admin() {
    let site = TestSite::start();
    site.first_admin("Ada Levi");
    let again = site
        .database
        .write(site.stamp(), evenhand::actions::people::first_admin_link);
    assert_eq!(again.expect("the store answers"), None);
}

#[test]
fn the_first_admins_link_cannot_take_over_an_account() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let link = site
        .database
        .write(site.stamp(), evenhand::actions::people::first_admin_link);
    let secret = link.expect("the store answers").expect("no admin yet");
    let page = rana
        .at_another_browser()
        .join(&format!("/invitations/{secret}"));
    assert_eq!(page.status, 422);
    assert_eq!(
        page.error("email"),
        "There is an account with this address already. Sign in instead."
    );
}
