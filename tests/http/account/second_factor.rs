//! The second step of a sign-in: who has to have it, what opens and what doesn't.

use std::process::Command;

use evenhand::domain::account::Role;
use evenhand::domain::second_factor::AppSecret;

use super::openid::last_actions;
use crate::support::{PASSWORD, Page, Person, TestSite, option};

const PLACE: &str = "/account/second-factor";

/// Somebody who has an app, and the recovery codes that they were told.
pub struct Enrolled {
    pub app: AppSecret,
    pub codes: Vec<String>,
}

fn app_of(page: &Page) -> AppSecret {
    AppSecret::parse(&page.the("code#secret")).expect("a secret")
}

fn send(person: &Person, page: &Page, code: &str) -> Page {
    person.submit(page, PLACE, &[("one_time_code", code)])
}

pub fn enrol(site: &TestSite, person: &Person) -> Enrolled {
    let page = person.get(PLACE);
    let app = app_of(&page);
    let done = send(person, &page, &app.code_at(site.clock.now()));
    assert_eq!(done.heading(), "Your recovery codes");
    let codes = done.texts("#codes code");
    assert_eq!(codes.len(), 10);
    Enrolled { app, codes }
}

/// Types the code on the page that asks for it.
pub fn answer(person: &Person, asked: &Page, code: &str) -> Page {
    assert_eq!(asked.heading(), "One more step");
    let form = "form[action^='/sign-in/code']";
    person.submit(asked, form, &[("one_time_code", code)])
}

pub fn is_signed_in(person: &Person) -> bool {
    person.get("/account").path == "/account"
}

/// A site that asks these roles.
fn asking(roles: &'static str) -> TestSite {
    TestSite::start_with(|config| roles.clone_into(&mut config.second_factor))
}

const WRONG: &str = "This code is wrong, has passed or was used. Wait for the next one.";

#[test]
fn staff_set_it_up_before_anything_else_and_are_asked_from_then_on() {
    let site = asking("admin,auditor,reviewer");
    let ada = site.first_admin("Ada Levi");
    let page = ada.get("/admin/rounds");
    assert_eq!(page.path, PLACE);
    assert!(page.text().contains("Your role needs it. Set it up now"));
    assert_eq!(ada.get("/admin/people").path, PLACE);
    let tried = ada.post_with_token("/admin/people", &[("email", "x@example.org")]);
    assert_eq!(
        (tried.status, &*tried.heading()),
        (403, "Set up your second step first")
    );

    let app = app_of(&page);
    let code = app.code_at(site.clock.now());
    let refused = send(&ada, &page, &app.code_at(site.clock.now().plus_minutes(-9)));
    assert_eq!(refused.status, 422);
    assert!(
        refused
            .error("one_time_code")
            .starts_with("This is not what the app")
    );
    assert_eq!(refused.the("code#secret"), page.the("code#secret"));
    let done = send(&ada, &refused, &code);
    assert_eq!(done.texts("#codes code").len(), 10);
    assert_eq!(
        ada.get(&done.link("I have kept them, go on")).path,
        "/admin/rounds"
    );
    assert_eq!(
        ada.letter().subject,
        "The second step of your sign-in was changed"
    );

    ada.sign_out();
    let asked = ada.try_to_sign_in();
    assert!(!is_signed_in(&ada), "the password alone opens nothing");
    let refused = answer(&ada, &asked, &code);
    assert_eq!(refused.status, 422);
    assert_eq!(refused.problems(), [WRONG], "a code that was used");
    assert_eq!(last_actions(&site, 1), ["refuse_code"]);
    site.pass_minutes(1);
    let code = app.code_at(site.clock.now());
    let spaced = format!("{} {}", &code[..3], &code[3..]);
    assert_eq!(answer(&ada, &refused, &spaced).path, "/admin/rounds");
    assert_eq!(last_actions(&site, 1), ["sign_in"]);

    // The step that was asked is spent with it.
    site.pass_minutes(1);
    let thief = ada.at_another_browser();
    thief.get("/sign-in");
    let (begun, code) = (
        refused.value_of_hidden("begun"),
        app.code_at(site.clock.now()),
    );
    let again = [("begun", &*begun), ("one_time_code", &*code)];
    let late = thief.post_with_token("/sign-in/code", &again);
    assert_eq!(late.problems(), ["That took too long. Sign in once more."]);
}

#[test]
fn a_role_that_needs_it_asks_wherever_somebody_is_signed_in() {
    let site = asking("admin");
    let ada = site.first_admin("Ada Levi");
    enrol(&site, &ada);
    let noor = ada.invites("Noor Khalil", Role::Reviewer);
    assert_eq!(noor.get("/home").path, "/reviews");
    let people = ada.get("/admin/people");
    let place = people
        .attributes("form[action$='/role']", "action")
        .remove(0);
    for (role, asked) in [("auditor", "/reviews"), ("admin", PLACE)] {
        let given = [("role", role), ("held", "yes")];
        assert_eq!(ada.post_with_token(&place, &given).status, 303);
        assert_eq!(noor.get("/reviews").path, asked, "{role}");
    }
    assert_eq!(noor.get("/admin/rounds").path, PLACE);
    enrol(&site, &noor);
    assert_eq!(noor.get("/admin/rounds").path, "/admin/rounds");
}

#[test]
fn who_need_not_have_it_chooses() {
    let site = asking("admin");
    let ada = site.first_admin("Ada Levi");
    let mine = enrol(&site, &ada);
    let noor = ada.invites("Noor Khalil", Role::Reviewer);
    assert_eq!(noor.get("/home").path, "/reviews");
    assert!(noor.get("/account").text().contains("It is off."));
    enrol(&site, &noor);
    assert!(noor.get("/account").text().contains("It is on since"));
    let page = noor.get(&noor.get(PLACE).link("Turn off the second step"));
    let place = "/account/second-factor/removal";
    let off = noor.submit(&page, place, &[]);
    assert_eq!(off.notice(), "The second step is off.");
    noor.sign_out();
    noor.sign_in();
    assert!(is_signed_in(&noor));

    assert!(!ada.get(PLACE).text().contains("Turn off"));
    let page = ada.get(place);
    let kept = ada.submit(&page, place, &[]);
    assert_eq!(kept.status, 403);
    ada.sign_out();
    site.pass_minutes(1);
    let code = mine.app.code_at(site.clock.now());
    answer(&ada, &ada.try_to_sign_in(), &code);
    assert!(is_signed_in(&ada));
}

#[test]
fn each_recovery_code_opens_once_and_new_ones_end_the_former() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let mine = enrol(&site, &rana);
    let enters = |code: &str| {
        let phone = rana.at_another_browser();
        answer(&phone, &phone.try_to_sign_in(), code);
        is_signed_in(&phone)
    };
    assert!(enters(&mine.codes[0].to_uppercase().replace('-', " ")));
    assert_eq!(last_actions(&site, 2), ["sign_in", "use_recovery_code"]);
    assert!(!enters(&mine.codes[0]), "it was used");
    let page = rana.get(PLACE);
    assert!(page.text().contains("9 recovery codes are left."));
    let page = rana.get(&page.link("Make new recovery codes"));
    let done = rana.submit(&page, "/account/second-factor/codes", &[]);
    let codes = done.texts("#codes code");
    assert!(!enters(&mine.codes[1]), "new ones were made");
    assert!(enters(&codes[0]));
    // Another person's code opens nothing.
    let dov = site.applicant("Dov Amir");
    enrol(&site, &dov);
    let phone = dov.at_another_browser();
    let refused = answer(&phone, &phone.try_to_sign_in(), &codes[1]);
    assert_eq!(refused.problems(), [WRONG]);
}

#[test]
fn guessing_codes_is_slowed_whatever_the_browser() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let mine = enrol(&site, &rana);
    site.pass_minutes(1);
    let right = |site: &TestSite| mine.app.code_at(site.clock.now());
    let wrong = mine.app.code_at(site.clock.now().plus_minutes(-60));
    for _ in 0..5 {
        let guesser = rana.at_another_browser();
        answer(&guesser, &guesser.try_to_sign_in(), &wrong);
    }
    let guesser = rana.at_another_browser();
    let slowed = answer(&guesser, &guesser.try_to_sign_in(), &right(&site));
    assert_eq!(slowed.problems(), ["Too many tries. Wait 15 minutes."]);
    assert!(is_signed_in(&rana), "who is signed in stays so");
    rana.sign_out();
    answer(&rana, &rana.try_to_sign_in(), &right(&site));
    assert!(is_signed_in(&rana), "and signs in at her own browser");
    site.pass_minutes(16);
    let late = answer(&guesser, &slowed, &right(&site));
    assert_eq!(late.problems(), ["That took too long. Sign in once more."]);
    answer(&guesser, &guesser.try_to_sign_in(), &right(&site));
    assert!(is_signed_in(&guesser));
}

#[test]
fn a_new_password_by_mail_is_not_enough() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    enrol(&site, &rana);
    let thief = rana.at_another_browser();
    let form = thief.get("/password-reset");
    thief.submit(&form, "/password-reset", &[("email", &rana.email)]);
    let link = thief.link_in_letter();
    thief.submit(&thief.get(&link), &link, &[("password", PASSWORD)]);
    assert_eq!(thief.try_to_sign_in().heading(), "One more step");
    assert!(!is_signed_in(&thief));
}

#[test]
fn setting_it_up_asks_who_it_is_and_signs_other_browsers_out() {
    let site = TestSite::start();
    let mut rana = site.applicant("Rana Haddad");
    rana.headers
        .push(("sec-fetch-site", "same-origin".to_owned()));
    let phone = rana.at_another_browser();
    phone.sign_in();
    let page = rana.get(PLACE);
    site.pass_minutes(6);
    let code = app_of(&page).code_at(site.clock.now());
    let asked = send(&rana, &page, &code);
    assert_eq!(
        (asked.status, &*asked.heading()),
        (403, "Show that it is you")
    );
    assert!(is_signed_in(&phone));
    let own = [("present", PASSWORD)];
    let proved = rana.submit(&asked, "/account/proof", &own);
    // What the app took stays; codes are kept in no page.
    let again = rana.submit(&proved, PLACE, &[]);
    assert_eq!(again.the("code#secret"), page.the("code#secret"));
    let done = send(&rana, &again, &code);
    assert_eq!(done.heading(), "Your recovery codes");
    assert!(!is_signed_in(&phone) && is_signed_in(&rana));

    site.pass_minutes(6);
    for place in [
        "/account/second-factor/codes",
        "/account/second-factor/removal",
    ] {
        let asked = rana.submit(&rana.get(place), place, &[]);
        assert_eq!(asked.heading(), "Show that it is you", "{place}");
    }
}

#[test]
fn what_was_typed_outlives_both_steps() {
    let site = TestSite::start();
    let mut rana = site.applicant("Rana Haddad");
    rana.headers
        .push(("sec-fetch-site", "same-origin".to_owned()));
    let mine = enrol(&site, &rana);
    let page = rana.get("/account");
    rana.sign_out();
    let asked = rana.submit(&page, "/account", &[("name", "Rana of the Olives")]);
    let own = [("email", &*rana.email), ("password", PASSWORD)];
    let step = rana.submit(&asked, "/sign-in/resume", &own);
    assert_eq!(step.heading(), "One more step");
    let wrong = rana.submit(&step, "/sign-in/resume", &[("one_time_code", "no")]);
    assert_eq!(wrong.problems(), [WRONG]);
    site.pass_minutes(1);
    let code = mine.app.code_at(site.clock.now());
    let again = rana.submit(&wrong, "/sign-in/resume", &[("one_time_code", &code)]);
    assert_eq!(again.heading(), "Your text is still here");
    rana.submit(&again, "/account", &[]);
    assert_eq!(rana.get("/account").value("name"), "Rana of the Olives");
}

#[test]
fn what_is_sent_before_it_is_set_up_is_kept_in_the_page() {
    let site = asking("applicant");
    let mut rana = site.applicant("Rana Haddad");
    rana.headers
        .push(("sec-fetch-site", "same-origin".to_owned()));
    let typed = [
        ("name", "Rana of the Olives"),
        ("language", "en"),
        ("time_zone", "UTC"),
        ("notices", "daily"),
    ];
    let kept = rana.post_with_token("/account", &typed);
    assert_eq!(
        (kept.status, &*kept.heading()),
        (403, "Set up your second step first")
    );
    assert_eq!(kept.texts("details .answer"), ["Rana of the Olives"]);
    assert_eq!(kept.link("Set it up in another tab"), PLACE);
    enrol(&site, &rana);
    assert_eq!(rana.submit(&kept, "/account", &[]).notice(), "Saved.");
    assert_eq!(rana.get("/account").value("name"), "Rana of the Olives");
}

#[test]
fn a_secret_is_sealed_and_sealed_anew_with_a_new_key() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let mine = enrol(&site, &rana);
    let mut command = Command::new(env!("CARGO_BIN_EXE_evenhand"));
    command.env_clear().arg("--data").arg(site.folder());
    command.args(["--database", &option(site.url()), "seal", "--new-key"]);
    let output = command.output().expect("the program runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        said.contains("Second steps of sign-ins sealed anew: 1."),
        "{said}"
    );
    site.pass_minutes(1);
    let phone = rana.at_another_browser();
    let code = mine.app.code_at(site.clock.now());
    answer(&phone, &phone.try_to_sign_in(), &code);
    assert!(is_signed_in(&phone), "the server reads the new key");

    // Without any key recovery codes still open.
    let nowhere = site.folder().join("elsewhere/master.key");
    let nowhere = nowhere.to_string_lossy().into_owned();
    let keyless = site.again_with(|config| config.master_key_file = nowhere);
    let laptop = keyless.visitor().named("Rana Haddad");
    site.pass_minutes(1);
    let code = mine.app.code_at(site.clock.now());
    let refused = answer(&laptop, &laptop.try_to_sign_in(), &code);
    assert!(refused.problems()[0].starts_with("Codes of an app can’t be checked"));
    answer(&laptop, &refused, &mine.codes[0]);
    assert!(is_signed_in(&laptop));
}
