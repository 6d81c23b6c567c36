//! Signing in: what it refuses, how it slows guessing, where it leads.

use super::without_token;
use crate::support::{PASSWORD, Page, Person, TestSite};

fn attempt(person: &Person, email: &str, password: &str) -> Page {
    let form = person.get("/sign-in");
    person.submit(
        &form,
        "form[action^='/sign-in']",
        &[("email", email), ("password", password)],
    )
}

#[test]
fn a_wrong_password_and_an_unknown_address_answer_the_same() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let (first, second) = (site.visitor(), site.visitor());
    let wrong = attempt(&first, &rana.email, "not the right password");
    let unknown = attempt(
        &second,
        "nobody.there@example.org",
        "not the right password",
    );
    assert_eq!((wrong.status, unknown.status), (422, 422));
    let one = without_token(&wrong).replace(&rana.email, "ADDRESS");
    let other = without_token(&unknown).replace("nobody.there@example.org", "ADDRESS");
    assert_eq!(one, other);
    assert_eq!(
        wrong.problems(),
        [
            "The address or the password is wrong, or the address isn’t confirmed yet. Check both; if you just signed up, open the link in our mail first."
        ]
    );
    assert_eq!(wrong.value("email"), rana.email);
    assert_eq!(wrong.value("password"), "");
    assert_eq!(first.get("/account").heading(), "Sign in");
}

#[test]
fn an_address_is_one_account_however_it_is_typed() {
    let site = TestSite::start();
    site.applicant("Rana Haddad");
    let other = site.visitor();
    attempt(&other, "  RANA.Haddad@Example.ORG ", PASSWORD);
    assert_eq!(
        other.get("/account").the("p.lead"),
        "rana.haddad@example.org"
    );
}

#[test]
fn guessing_is_slowed_for_one_address_and_no_other() {
    let site = TestSite::start_with(|config| config.sign_in_tries = 4);
    let rana = site.applicant("Rana Haddad");
    let dov = site.applicant("Dov Amir");
    let guesser = site.visitor();
    for _ in 0..4 {
        attempt(&guesser, &rana.email, "a wrong guess again");
    }
    let slowed = attempt(&guesser, &rana.email, PASSWORD);
    assert_eq!(slowed.status, 422);
    assert_eq!(
        slowed.problems(),
        ["Too many tries. Wait 15 minutes, or choose a new password by mail."]
    );
    assert_eq!(
        rana.get("/account").heading(),
        "Your account",
        "who is signed in stays so"
    );

    dov.at_another_browser().sign_in();

    site.pass_minutes(16);
    attempt(&guesser, &rana.email, PASSWORD);
    assert_eq!(guesser.get("/account").heading(), "Your account");
}

#[test]
fn nobody_who_guesses_elsewhere_keeps_somebody_out_of_their_own_browser() {
    let site = TestSite::start_with(|config| config.sign_in_tries = 4);
    let rana = site.applicant("Rana Haddad");
    rana.sign_out();
    let guesser = site.visitor();
    for _ in 0..6 {
        attempt(&guesser, &rana.email, "a wrong guess again");
    }
    let stranger = rana.at_another_browser();
    assert_eq!(
        stranger.try_to_sign_in().status,
        422,
        "it may be the guesser"
    );
    rana.sign_in();
    assert_eq!(rana.get("/account").heading(), "Your account");
    let slowed = attempt(&guesser, &rana.email, PASSWORD);
    assert!(
        slowed.error("email").starts_with("Too many tries"),
        "her sign-in gives the guesser no more tries"
    );
    // Her own browser is slowed by what is guessed there.
    rana.sign_out();
    for _ in 0..4 {
        attempt(&rana, &rana.email, "a wrong guess again");
    }
    assert_eq!(rana.try_to_sign_in().status, 422);
}

#[test]
fn who_signs_in_has_all_their_tries_again() {
    let site = TestSite::start_with(|config| config.sign_in_tries = 4);
    let rana = site.applicant("Rana Haddad");
    let guess = |person: &Person| {
        for _ in 0..3 {
            attempt(person, &rana.email, "a wrong guess again");
        }
    };
    // In a browser of hers, and in others that nobody knows yet.
    for _ in 0..2 {
        rana.sign_out();
        guess(&rana);
        rana.sign_in();
    }
    for _ in 0..2 {
        let elsewhere = rana.at_another_browser();
        guess(&elsewhere);
        elsewhere.sign_in();
    }
}

#[test]
fn an_unknown_address_is_slowed_just_the_same() {
    let site = TestSite::start_with(|config| config.sign_in_tries = 2);
    let guesser = site.visitor();
    for _ in 0..2 {
        attempt(&guesser, "nobody@example.org", "a wrong guess again");
    }
    let slowed = attempt(&guesser, "nobody@example.org", "a wrong guess again");
    assert_eq!(
        slowed.problems(),
        ["Too many tries. Wait 15 minutes, or choose a new password by mail."]
    );
}

#[test]
fn a_network_is_slowed_after_ten_times_as_many_tries() {
    let site = TestSite::start_with(|config| config.sign_in_tries = 1);
    let rana = site.applicant("Rana Haddad"); // her own sign-in is the first try of this network
    let guesser = site.visitor();
    for number in 2..=10 {
        let page = attempt(
            &guesser,
            &format!("nobody{number}@example.org"),
            "a wrong guess again",
        );
        assert!(
            page.error("email")
                .starts_with("The address or the password"),
            "{number}"
        );
    }
    let page = attempt(&guesser, &rana.email, PASSWORD);
    assert_eq!(
        page.problems(),
        ["Too many tries. Wait 15 minutes, or choose a new password by mail."]
    );
}

#[test]
fn the_network_is_the_proxys_word_only_when_a_proxy_is_configured() {
    let tries = |(proxy, trusted): (&str, &str)| {
        let site = TestSite::start_with(|config| {
            config.sign_in_tries = 1;
            proxy.clone_into(&mut config.proxy_header);
            trusted.clone_into(&mut config.trusted_proxies);
        });
        let mut guesser = site.visitor();
        let mut refused = 0;
        for number in 0..12 {
            guesser.headers = vec![("x-forwarded-for", format!("10.0.0.{number}"))];
            let page = attempt(
                &guesser,
                &format!("nobody{number}@example.org"),
                "a wrong guess again",
            );
            refused += usize::from(page.error("email").starts_with("Too many tries"));
        }
        refused
    };
    let here = "127.0.0.0/8";
    assert_eq!(
        tries(("", here)),
        2,
        "a header that anybody can send names no network"
    );
    assert_eq!(tries(("x-forwarded-for", here)), 0);
    assert_eq!(
        tries(("x-forwarded-for", "10.9.0.0/16")),
        2,
        "whoever is no proxy of ours is not believed"
    );
}

#[test]
fn signing_in_leads_back_to_the_page_that_was_asked_for() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad").at_another_browser();
    let door = rana.get("/account/password?a=b");
    assert_eq!(door.path, "/sign-in?return_to=/account/password%3Fa%3Db");
    let fields = [("email", rana.email.as_str()), ("password", PASSWORD)];
    let mistaken = rana.submit(
        &door,
        "main form",
        &[("email", &rana.email), ("password", "mistyped")],
    );
    let inside = rana.submit(&mistaken, "main form", &fields);
    assert_eq!(
        (inside.path.as_str(), inside.heading().as_str()),
        ("/account/password?a=b", "Change the password")
    );
}

#[test]
fn signing_in_never_leads_to_another_site() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    for place in [
        "//evil.example",
        "https://evil.example/",
        "/\\evil.example",
        "/%09/evil.example",
        "/%0d/evil.example",
        "evil.example",
        "javascript:alert(1)",
        "%2F%2Fevil.example",
        "",
    ] {
        let browser = rana.at_another_browser();
        let pairs = [("email", rana.email.as_str()), ("password", PASSWORD)];
        let answer = browser.post_with_token(&format!("/sign-in?return_to={place}"), &pairs);
        assert_eq!(
            (answer.status, answer.location()),
            (303, "/home"),
            "{place}"
        );
    }
}

#[test]
fn a_person_who_is_signed_in_is_led_on_from_the_sign_in_page() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    assert_eq!(rana.get_once("/sign-in").location(), "/home");
}

#[test]
fn empty_fields_are_named() {
    let site = TestSite::start();
    let page = attempt(&site.visitor(), "", "");
    assert_eq!(page.status, 422);
    assert_eq!(
        (page.error("email"), page.error("password")),
        ("Fill this in.".to_owned(), "Fill this in.".to_owned())
    );
}

#[test]
fn right_passwords_never_add_up_to_a_lock() {
    let site = TestSite::start_with(|config| config.sign_in_tries = 2);
    let rana = site.applicant("Rana Haddad");
    // In the lane of her own browser, then in the one of all that are new.
    for _ in 0..4 {
        rana.sign_out();
        rana.sign_in();
    }
    for _ in 0..4 {
        rana.at_another_browser().sign_in();
    }
}
