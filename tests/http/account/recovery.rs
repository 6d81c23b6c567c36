//! Passwords: forgotten, changed, hashed again at a higher cost.

use evenhand::domain::account::Email;
use evenhand::store::account;

use super::without_token;
use crate::support::{PASSWORD, Page, Person, TestSite};

const NEW: &str = "a new password for the winter";

fn ask_for_a_link(person: &Person) -> Page {
    let form = person.get("/password-reset");
    person.submit(&form, "/password-reset", &[("email", &person.email)])
}

fn choose(person: &Person, link: &str, password: &str) -> Page {
    person.submit(&person.get(link), link, &[("password", password)])
}

fn stored_hash(site: &TestSite, email: &str) -> String {
    let email = Email::parse(email).expect("an address");
    let row = site
        .read(|reader| account::by_email(reader, &email))
        .expect("an account");
    row.password_hash.expect("a password")
}

#[test]
fn a_forgotten_password_is_replaced_by_mail() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let mut phone = rana.at_another_browser();
    assert_eq!(ask_for_a_link(&phone).heading(), "Look into your mail");
    let link = phone.link_in_letter();

    let done = choose(&phone, &link, NEW);
    assert_eq!(
        (done.path.as_str(), done.notice().as_str()),
        (
            "/sign-in",
            "Your password is changed. Other devices are signed out."
        )
    );
    assert_eq!(phone.letter().subject, "Your password was changed");
    assert_eq!(
        rana.get("/account").heading(),
        "Sign in",
        "every session has ended"
    );

    assert_eq!(
        phone.try_to_sign_in().status,
        422,
        "the old password is dead"
    );
    NEW.clone_into(&mut phone.password);
    phone.sign_in();

    let again = choose(&phone, &link, "yet another password here");
    assert_eq!(again.status, 409);
    assert!(
        again
            .text()
            .contains("This link was used already or is too old.")
    );
    phone.at_another_browser().sign_in();
}

#[test]
fn a_reset_link_works_for_one_hour_and_the_latest_only() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    ask_for_a_link(&rana);
    let first = rana.link_in_letter();
    ask_for_a_link(&rana);
    let second = rana.link_in_letter();
    assert_eq!(choose(&rana, &first, NEW).status, 409);
    site.pass_minutes(60);
    assert_eq!(choose(&rana, &second, NEW).status, 409);
    rana.at_another_browser().sign_in();

    ask_for_a_link(&rana);
    site.pass_minutes(59);
    assert_eq!(choose(&rana, &rana.link_in_letter(), NEW).path, "/sign-in");
}

#[test]
fn asking_for_a_link_answers_the_same_for_an_unknown_address() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad").at_another_browser();
    let letters = site.letters().len();
    let unknown = ask_for_a_link(&site.visitor().named("Nobody There"));
    assert_eq!(site.letters().len(), letters);
    let known = ask_for_a_link(&rana);
    assert_eq!(site.letters().len(), letters + 1);
    assert_eq!(
        (known.status, without_token(&known)),
        (unknown.status, without_token(&unknown))
    );
}

#[test]
fn a_link_of_one_purpose_opens_no_other_door() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    ask_for_a_link(&rana);
    let link = rana.link_in_letter();
    let secret = link.rsplit('/').next().expect("a secret");
    assert_eq!(rana.get(&format!("/invitations/{secret}")).status, 409);
    assert_eq!(
        rana.post_with_token(&format!("/confirmation/{secret}"), &[])
            .status,
        409
    );
    assert_eq!(choose(&rana, &link, NEW).path, "/sign-in");
}

#[test]
fn a_weak_new_password_is_refused_and_the_link_still_works() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    ask_for_a_link(&rana);
    let link = rana.link_in_letter();
    for (password, error) in [
        (
            "short",
            "Use at least 12 characters. Several words are easy to remember.",
        ),
        (
            "passwordpassword",
            "It repeats itself, which is tried early. Take three or four words that have nothing to do with each other.",
        ),
        (
            "qwertyuiop123",
            "Many people use this or something like it. Take three or four words that have nothing to do with each other.",
        ),
        (
            "rana.haddad.2026",
            "Leave out your name and address, your organisation and this site: what is left of it is too easy to guess. Take three or four other words.",
        ),
        (&"long ".repeat(60), "Use at most 256 characters."),
    ] {
        let page = choose(&rana, &link, password);
        assert_eq!((page.status, page.error("password").as_str()), (422, error));
    }
    assert_eq!(choose(&rana, &link, NEW).path, "/sign-in");
}

#[test]
fn changing_the_password_ends_the_other_sessions() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let phone = rana.at_another_browser();
    phone.sign_in();
    let form = rana.get("/account/password");
    let wrong = rana.submit(
        &form,
        "/account/password",
        &[("present", "not the present one"), ("password", NEW)],
    );
    assert_eq!(
        (wrong.status, wrong.error("present").as_str()),
        (422, "This isn’t your present password.")
    );
    assert_eq!(phone.get("/account").heading(), "Your account");

    let done = rana.submit(
        &wrong,
        "/account/password",
        &[("present", PASSWORD), ("password", NEW)],
    );
    assert_eq!(
        (done.path.as_str(), done.notice().as_str()),
        (
            "/account",
            "Your password is changed. Other devices are signed out."
        )
    );
    assert_eq!(phone.get("/account").heading(), "Sign in");
    assert_eq!(rana.letter().subject, "Your password was changed");
}

#[test]
fn guessing_the_present_password_is_slowed() {
    let site = TestSite::start_with(|config| config.sign_in_tries = 3);
    let rana = site.applicant("Rana Haddad");
    let form = rana.get("/account/password");
    let guess = |present: &str| {
        rana.submit(
            &form,
            "/account/password",
            &[("present", present), ("password", NEW)],
        )
    };
    for _ in 0..3 {
        assert_eq!(
            guess("a wrong guess again").error("present"),
            "This isn’t your present password."
        );
    }
    let slowed = guess(PASSWORD);
    assert_eq!(
        slowed.status, 422,
        "whoever finds an open browser can't guess on"
    );
    rana.at_another_browser().sign_in();
}

#[test]
fn passwords_of_any_script_and_keyboard_work() {
    let site = TestSite::start();
    let mut rana = site.visitor().named("Rana Haddad");
    rana.password = "caf\u{e9} بيت لحم שלום".to_owned();
    rana.sign_up();
    rana.confirm();
    rana.password = "cafe\u{301} بيت لحم שלום".to_owned();
    rana.sign_in();
}

#[test]
fn a_raised_cost_hashes_the_password_again_at_the_next_sign_in() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    assert!(stored_hash(&site, &rana.email).contains("m=64,t=1,p=1"));
    let raised = site.again_with(|config| {
        config.argon2_memory_kib = 128;
        config.argon2_passes = 2;
    });
    let rana = raised.visitor().named("Rana Haddad");
    rana.sign_in();
    assert!(stored_hash(&raised, &rana.email).contains("m=128,t=2,p=1"));
    rana.at_another_browser().sign_in();
}

#[test]
fn a_reset_by_mail_confirms_the_address_too() {
    let site = TestSite::start();
    let mut dov = site.visitor().named("Dov Amir");
    dov.sign_up();
    assert_eq!(dov.try_to_sign_in().status, 422, "it is not confirmed");
    ask_for_a_link(&dov);
    assert_eq!(choose(&dov, &dov.link_in_letter(), NEW).path, "/sign-in");
    NEW.clone_into(&mut dov.password);
    dov.sign_in();
    assert_eq!(dov.get("/account").heading(), "Your account");
}

#[test]
fn a_network_causes_a_hundred_letters_an_hour_whatever_the_addresses() {
    let site = TestSite::start();
    // Each of them signs up, which is a letter of this network.
    let (rana, dov) = (site.applicant("Rana Haddad"), site.applicant("Dov Amir"));
    let visitor = site.visitor();
    let csrf = visitor.csrf();
    for number in 3..100 {
        let email = format!("nobody{number}@example.org");
        let typed = [("csrf", csrf.clone()), ("email", email)];
        let typed = typed.map(|(name, value)| (name.to_owned(), value));
        let told = visitor.post("/password-reset", &typed);
        assert_eq!(told.heading(), "Look into your mail");
    }
    let letters = site.letters().len();
    ask_for_a_link(&rana);
    assert_eq!(site.letters().len(), letters + 1, "the hundredth");
    let silent = ask_for_a_link(&dov);
    assert_eq!(silent.heading(), "Look into your mail");
    assert_eq!(site.letters().len(), letters + 1);
    site.pass_minutes(61);
    ask_for_a_link(&dov);
    assert_eq!(site.letters().len(), letters + 2);
}
