//! Admins and the people of the installation: roles, disabling, what happens at once.

use evenhand::domain::account::Role;

use crate::support::{Page, Person, TestSite};

const CAPTION: &str = "Everybody who can sign in";

fn press(
    admin: &Person,
    person: &Person,
    form: &str,
    button: (&str, &str),
    hidden: &[(&str, &str)],
) -> Page {
    let people = admin.get("/admin/people");
    let row = people.row_selector(&person.email);
    let mut given = vec![button];
    given.extend(hidden);
    admin.submit(&people, &format!("{row} form[action$='/{form}']"), &given)
}

#[test]
fn the_list_names_everybody_with_roles_and_state() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    site.applicant("Rana Haddad");
    site.visitor().named("Dov Amir").sign_up();
    let auditor = ada.invites("Omar Said", Role::Auditor);
    let table = auditor.get("/admin/people").table(CAPTION);
    let expected = [
        ("Ada Levi", "ada.levi@example.org", "Admin", "Active"),
        (
            "Dov Amir",
            "dov.amir@example.org",
            "Applicant",
            "Not confirmed",
        ),
        ("Omar Said", "omar.said@example.org", "Auditor", "Active"),
        (
            "Rana Haddad",
            "rana.haddad@example.org",
            "Applicant",
            "Active",
        ),
    ];
    // Each with the way to what they did.
    let expected = expected.map(|(name, email, role, state)| {
        let role = format!("{role} Audit log {name}");
        [name.to_owned(), email.to_owned(), role, state.to_owned()]
    });
    assert_eq!(table, expected);
    assert!(
        !auditor.get("/admin/people").has("main form"),
        "an auditor changes nothing"
    );
}

#[test]
fn a_disabled_person_is_out_at_once() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let rana = site.applicant("Rana Haddad");
    let done = press(&ada, &rana, "state", ("disabled", "yes"), &[]);
    assert_eq!(done.notice(), "Saved.");
    assert_eq!(rana.get("/account").heading(), "Sign in");
    let refused = rana.try_to_sign_in();
    assert!(
        refused
            .error("email")
            .starts_with("The address or the password is wrong")
    );

    let letters = site.letters().len();
    let form = rana.get("/password-reset");
    rana.submit(&form, "/password-reset", &[("email", &rana.email)]);
    assert_eq!(site.letters().len(), letters, "no way back in by mail");

    press(&ada, &rana, "state", ("disabled", "no"), &[]);
    rana.sign_in();
}

#[test]
fn a_role_that_is_taken_is_gone_at_the_next_request() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let omar = ada.invites("Omar Said", Role::Auditor);
    assert_eq!(omar.get("/admin/people").heading(), "People");
    press(&ada, &omar, "role", ("held", "no"), &[("role", "auditor")]);
    let refused = omar.get("/admin/people");
    assert_eq!(
        (refused.status, refused.heading().as_str()),
        (403, "You can’t do this")
    );
    assert!(refused.text().contains("This page is for programme staff."));

    press(&ada, &omar, "role", ("held", "yes"), &[("role", "admin")]);
    assert_eq!(omar.get("/admin/people").heading(), "People");
}

#[test]
fn nobody_changes_their_own_roles_or_state() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let omar = ada.invites("Omar Said", Role::Admin);
    let people = omar.get("/admin/people");
    let css = format!("{} form", people.row_selector(&omar.email));
    assert!(!people.has(&css), "no button on oneself");

    let own = ada.get("/admin/people").attributes(
        &format!("{} form", people.row_selector(&omar.email)),
        "action",
    );
    assert!(!own.is_empty(), "another admin has the buttons");
    for path in &own {
        let pairs = [("role", "reviewer"), ("held", "yes"), ("disabled", "yes")];
        let answer = omar.post_with_token(path, &pairs);
        assert_eq!(
            (answer.status, answer.heading().as_str()),
            (403, "You can’t do this"),
            "{path}"
        );
    }
    assert_eq!(
        ada.get("/admin/people").column(CAPTION, 3),
        ["Active", "Active Disable"]
    );
}

#[test]
fn a_person_who_is_not_there_is_not_found() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    for id in ["01990000-0000-7000-8000-000000000000", "1", "..%2f", "%27"] {
        let answer =
            ada.post_with_token(&format!("/admin/people/{id}/state"), &[("disabled", "yes")]);
        assert_eq!(
            (answer.status, answer.heading().as_str()),
            (404, "Page not found"),
            "{id}"
        );
    }
}

#[test]
fn an_invitation_needs_an_address_and_a_role() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let answer = ada.post_with_token("/admin/people", &[("email", "noor"), ("role", "owner")]);
    assert_eq!(answer.status, 422);
    assert_eq!(
        answer.problems(),
        [
            "Enter an e-mail address like name@example.org.",
            "Choose one of the options."
        ]
    );
    assert_eq!(answer.value("email"), "noor");
}

#[test]
fn a_long_list_goes_on_over_pages() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    for number in 0..60 {
        site.add_account(
            &format!("p{number:02}@example.org"),
            &format!("Person {number}"),
        );
    }
    let first = ada.get("/admin/people");
    assert_eq!(first.column(CAPTION, 1).len(), 50);
    assert!(!first.has("a[rel='prev']"));
    let second = ada.click(&first, "Next page");
    assert_eq!(
        second.column(CAPTION, 1).first().map(String::as_str),
        Some("p49@example.org")
    );
    assert_eq!(second.column(CAPTION, 1).len(), 11);
    assert!(!second.has("a[rel='next']"));
}
