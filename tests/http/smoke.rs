//! The harness itself: a site starts, people join and sign in.

use evenhand::domain::account::Role;

use crate::support::TestSite;

#[test]
fn everybody_finds_the_front_page() {
    let site = TestSite::start();
    let page = site.visitor().get("/");
    assert_eq!(
        (page.status, page.heading().as_str()),
        (200, "Open for applications")
    );
}

#[test]
fn people_join_and_see_their_account() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let ada = site.first_admin("Ada Levi");
    let noor = ada.invites("Noor Khalil", Role::Reviewer);
    for person in [&rana, &ada, &noor] {
        let account = person.get("/account");
        assert_eq!(account.heading(), "Your account");
        assert_eq!(account.value("name"), person.name);
    }
    let people = ada.get("/admin/people");
    assert_eq!(
        people.column("Everybody who can sign in", 1),
        [
            "ada.levi@example.org",
            "noor.khalil@example.org",
            "rana.haddad@example.org"
        ]
    );
}
