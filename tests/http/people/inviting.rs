//! How many invitations to an organisation are sent, and how many are open.

use crate::story::make_organisation;
use crate::support::{Page, TestSite};

#[test]
fn thirty_are_sent_an_hour_and_fifty_are_open_at_most() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let people = format!("{}/people", make_organisation(&rana, "Olive Press").path);
    let send = |number: u32| {
        let email = format!("guest{number}@example.org");
        rana.post_with_token(&people, &[("email", &*email), ("role", "viewer")])
    };
    let refused = |page: &Page| {
        let many = "Too many were sent already. Take some back, or wait an hour.";
        let told = page.error("email");
        assert_eq!((page.status, told.as_str()), (422, many));
    };
    for number in 0..30 {
        assert_eq!(send(number).status, 303, "{number}");
    }
    refused(&send(30));
    assert!(site.letters_to("guest30@example.org").is_empty());
    site.pass_minutes(61);
    for number in 30..50 {
        assert_eq!(send(number).status, 303, "{number}");
    }
    // Twenty in this hour, and all fifty are open.
    refused(&send(50));
    let open = rana.get(&people);
    let revoke = open.forms("form[action$='/revocation']")[0].action.clone();
    rana.submit(&open, &revoke, &[]);
    assert_eq!(send(50).status, 303);
}
