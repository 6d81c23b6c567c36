//! What asks again who it is, and that nothing typed is lost by it.

use evenhand::domain::account::Role;
use evenhand::web::{AccessLabel, recorded_routes};

use super::second_factor::enrol;
use crate::access::{call, nowhere};
use crate::story::make_organisation;
use crate::support::{PASSWORD, Person, TestSite};

const ASKED: &str = "Show that it is you";
const ID: &str = "01990000-0000-7000-8000-000000000000";

/// A site where a proof counts for a quarter of an hour.
fn site() -> TestSite {
    TestSite::start_with(|config| config.proof_minutes = 15)
}

/// An admin whose browser says where its posts come from, as browsers do.
fn admin(site: &TestSite) -> Person {
    let mut ada = site.first_admin("Ada Levi");
    ada.headers
        .push(("sec-fetch-site", "same-origin".to_owned()));
    ada
}

/// Where the roles of the only other person are changed.
fn role_of_other(ada: &Person) -> String {
    let people = ada.get("/admin/people");
    people
        .attributes("form[action$='/role']", "action")
        .remove(0)
}

const AUDITOR: [(&str, &str); 2] = [("role", "auditor"), ("held", "yes")];

#[test]
fn a_role_is_given_after_a_proof_and_what_was_pressed_is_kept() {
    let site = site();
    let ada = admin(&site);
    let noor = ada.invites("Noor Khalil", Role::Reviewer);
    let place = role_of_other(&ada);
    site.pass_minutes(16);
    let asked = ada.post_with_token(&place, &AUDITOR);
    assert_eq!((asked.status, &*asked.heading()), (403, ASKED));
    let wrong = ada.submit(&asked, "/account/proof", &[("present", "not my password")]);
    assert_eq!(wrong.error("present"), "This isn’t your present password.");
    assert_ne!(noor.get("/admin/rounds").status, 200);
    let proved = ada.submit(&wrong, "/account/proof", &[("present", PASSWORD)]);
    assert_eq!(proved.heading(), "Thank you");
    assert_eq!(ada.submit(&proved, &place, &[]).notice(), "Saved.");
    assert_eq!(noor.get("/admin/rounds").status, 200);
    // It counts for a while, and for this browser alone.
    site.pass_minutes(14);
    let taken = [("role", "auditor"), ("held", "no")];
    assert_eq!(ada.post_with_token(&place, &taken).status, 303);
    site.pass_minutes(2);
    assert_eq!(ada.post_with_token(&place, &AUDITOR).status, 403);
    let phone = ada.at_another_browser();
    phone.sign_in();
    assert_eq!(phone.post_with_token(&place, &AUDITOR).status, 303);
    assert_eq!(ada.post_with_token(&place, &taken).status, 403);
}

/// Where is done what nobody can undo, or what opens longer than a browser does.
fn lasting() -> [String; 9] {
    [
        "/account/passkeys".to_owned(),
        "/account/passkeys/removal".to_owned(),
        "/account/second-factor".to_owned(),
        "/account/second-factor/codes".to_owned(),
        "/account/second-factor/removal".to_owned(),
        "/admin/access-tokens".to_owned(),
        "/admin/rounds/none/purge".to_owned(),
        format!("/admin/organisations/{ID}/purge/confirm"),
        "/admin/rounds/none/purge/backups".to_owned(),
    ]
}

#[test]
fn what_lasts_asks_after_five_minutes_and_after_fewer_if_that_is_set() {
    for (set, counts) in [(15, 5), (2, 2)] {
        let site = TestSite::start_with(|config| config.proof_minutes = set);
        let ada = admin(&site);
        site.pass_minutes(counts - 1);
        for place in lasting() {
            let done = ada.post_with_token(&place, &[]);
            assert_ne!(done.status, 403, "{place} within {counts} minutes");
        }
        site.pass_minutes(2);
        for place in lasting() {
            let asked = ada.post_with_token(&place, &[]);
            assert_eq!((asked.status, &*asked.heading()), (403, ASKED), "{place}");
        }
        // Whom somebody invites they can disable: for that it counts as long as is set.
        let invited = ada.post_with_token("/admin/people", &[]);
        assert_eq!(invited.heading() == ASKED, set < 6);
    }
}

/// Every route that asks for a proof: its method, an address that leads to nothing real, and
/// its door.
fn asking() -> Vec<(&'static str, String, AccessLabel)> {
    let routes = recorded_routes().into_iter();
    let asking = routes.filter(|route| route.proof.is_some());
    let told = asking.map(|route| (route.method, nowhere(route.path), route.access));
    told.collect()
}

#[test]
fn everything_that_takes_out_or_opens_asks() {
    let site = site();
    let (ada, mut rana) = (admin(&site), site.applicant("Rana Haddad"));
    rana.headers
        .push(("sec-fetch-site", "same-origin".to_owned()));
    let who = |door: AccessLabel| match door {
        AccessLabel::Applicant => &rana,
        _ => &ada,
    };
    let asking = asking();
    for (method, place, door) in &asking {
        let answer = call(who(*door), method, place);
        let asks = answer.status == 403 && answer.heading() == ASKED;
        let is_done = *method == "POST" || answer.status == 404;
        assert!(!asks && is_done, "{method} {place}: {}", answer.status);
        // One of them signs everybody out.
        for one in [&ada, &rana] {
            if one.get_once("/account").status != 200 {
                one.sign_in();
            }
        }
    }
    site.pass_minutes(16);
    for (method, place, door) in &asking {
        let asked = call(who(*door), method, place);
        if *method == "GET" {
            let proof = format!("/account/proof?return_to={place}");
            assert_eq!((asked.status, asked.location()), (303, &*proof));
        } else {
            assert_eq!((asked.status, &*asked.heading()), (403, ASKED), "{place}");
        }
    }
    // Whoever may not is told that, not asked.
    let denied = rana.post_with_token("/admin/people", &[]);
    assert_eq!(denied.heading(), "You can’t do this");
}

#[test]
fn an_owner_is_asked_before_somebody_comes_in() {
    let site = site();
    let mut rana = site.applicant("Rana Haddad");
    rana.headers
        .push(("sec-fetch-site", "same-origin".to_owned()));
    let people = format!("{}/people", make_organisation(&rana, "Olive Press").path);
    let page = rana.get(&people);
    let typed = [("email", "dov@example.org"), ("role", "owner")];
    site.pass_minutes(16);
    let asked = rana.submit(&page, &people, &typed);
    assert_eq!((asked.status, &*asked.heading()), (403, ASKED));
    assert!(site.letters_to("dov@example.org").is_empty());
    let proved = rana.submit(&asked, "/account/proof", &[("present", PASSWORD)]);
    rana.submit(&proved, &people, &[]);
    assert_eq!(site.letters_to("dov@example.org").len(), 1);
}

#[test]
fn who_applies_is_asked_before_a_copy_and_before_erasure() {
    let site = site();
    let mut rana = site.applicant("Rana Haddad");
    rana.headers
        .push(("sec-fetch-site", "same-origin".to_owned()));
    let own = [("present", PASSWORD)];
    let after_a_proof = |place: &str| {
        site.pass_minutes(16);
        let asked = rana.submit(&rana.get(place), place, &[]);
        assert_eq!((asked.status, &*asked.heading()), (403, ASKED), "{place}");
        let proved = rana.submit(&asked, "/account/proof", &own);
        rana.submit(&proved, place, &[])
    };
    let copy = after_a_proof("/account/data");
    assert_eq!(copy.header("content-type"), Some("application/zip"));
    let asked = after_a_proof("/account/erasure");
    assert!(asked.notice().starts_with("The request is sent."));
}

#[test]
fn a_proof_leads_back_to_the_page() {
    let site = site();
    let ada = admin(&site);
    site.pass_minutes(16);
    let place = format!("/admin/applications/{ID}/packet.pdf");
    let asked = ada.get(&place);
    assert_eq!(asked.heading(), ASKED);
    let back = ada.submit(&asked, "/account/proof", &[("present", PASSWORD)]);
    assert_eq!((&*back.path, back.status), (&*place, 404));
    // No other site is led to.
    site.pass_minutes(16);
    let asked = ada.get("/account/proof?return_to=//example.org");
    let led = ada.submit_once(&asked, "/account/proof", &[("present", PASSWORD)]);
    assert_eq!(led.location(), "/home");
}

#[test]
fn a_code_proves_as_well_and_once() {
    let site = site();
    let ada = admin(&site);
    let app = enrol(&site, &ada).app;
    site.pass_minutes(16);
    let asked = ada.get("/account/proof?return_to=/admin/people");
    let code = app.code_at(site.clock.now());
    let right = [("one_time_code", &*code)];
    assert_eq!(
        ada.submit(&asked, "/account/proof", &right).path,
        "/admin/people"
    );
    let again = ada.submit(&asked, "/account/proof", &right);
    assert_eq!(again.status, 422);
    assert!(
        again
            .error("one_time_code")
            .starts_with("This code is wrong")
    );
}

#[test]
fn guessing_at_an_open_browser_is_slowed() {
    let site = TestSite::start_with(|config| {
        config.proof_minutes = 15;
        config.sign_in_tries = 3;
    });
    let ada = admin(&site);
    site.pass_minutes(16);
    let asked = ada.get("/account/proof?return_to=/admin/people");
    for _ in 0..3 {
        ada.submit(
            &asked,
            "/account/proof",
            &[("present", "a wrong guess again")],
        );
    }
    let slowed = ada.submit(&asked, "/account/proof", &[("present", PASSWORD)]);
    assert!(slowed.error("present").starts_with("Too many tries."));
}
