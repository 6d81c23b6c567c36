//! A lost second step takes two admins; a lost device takes one.

use evenhand::domain::account::Role;
use evenhand::store::latest_events;

use super::second_factor::{answer, enrol, is_signed_in};
use crate::support::raw::everything;
use crate::support::{Page, Person, TestSite};

/// Where an admin reads how somebody else signs in.
fn sign_in_of(ada: &Person, person: &Person) -> String {
    let people = ada.get("/admin/people");
    let row = people.row_selector(&person.email);
    let place = people.attributes(&format!("{row} a[href$='/sign-in']"), "href");
    assert_eq!(place.len(), 1);
    place[0].clone()
}

fn press(admin: &Person, place: &str, form: &str, given: &[(&str, &str)]) -> Page {
    admin.submit(&admin.get(place), &format!("{place}/{form}"), given)
}

const REASON: [(&str, &str); 1] = [("reason", "I called her back and know her voice.")];

#[test]
fn two_admins_turn_off_what_somebody_lost() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let ben = ada.invites("Ben Azar", Role::Admin);
    let noor = ada.invites("Noor Khalil", Role::Reviewer);
    let place = sign_in_of(&ada, &noor);
    assert!(!ada.get(&place).has("[name='reason']"), "nothing to lose");
    enrol(&site, &noor);
    let refused = press(&ada, &place, "loss", &[("reason", " ")]);
    assert_eq!(refused.error("reason"), "Fill this in.");
    let said = press(&ada, &place, "loss", &REASON);
    assert_eq!(said.notice(), "Said. Another admin has to turn it off.");
    assert!(said.the("#loss").contains("Ada Levi said on"));
    assert!(!said.has("form[action$='/loss/end']"));
    let alone = ada.post_with_token(&format!("{place}/loss/end"), &[]);
    assert_eq!(alone.status, 403);
    assert_eq!(noor.get("/account").status, 200, "nothing has ended yet");

    assert_eq!(
        ben.letter().subject,
        "Somebody lost the second step of their sign-in"
    );
    assert_eq!(ben.link_in_letter(), place);
    assert!(ben.get(&place).text().contains("know her voice"));
    assert!(!site.read(everything).contains("know her voice"));
    let ended = press(&ben, &place, "loss/end", &[]);
    assert_eq!(
        ended.notice(),
        "Their second step is off, and they are told by mail."
    );
    assert_eq!(noor.get("/account").heading(), "Sign in");
    let changed = "The second step of your sign-in was changed";
    let letters = site.letters_to(&noor.email).into_iter();
    let letters = letters.filter(|one| one.subject == changed);
    assert_eq!(letters.count(), 2, "when it was set up, and now");
    noor.sign_in();
    assert_eq!(noor.get("/account").heading(), "Your account");
    let again = ben.post_with_token(&format!("{place}/loss/end"), &[]);
    assert_eq!(again.status, 409);
}

#[test]
fn what_was_said_ends_when_it_is_taken_back_or_set_up_anew() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let ben = ada.invites("Ben Azar", Role::Admin);
    let noor = ada.invites("Noor Khalil", Role::Reviewer);
    let place = sign_in_of(&ada, &noor);
    enrol(&site, &noor);
    press(&ada, &place, "loss", &REASON);
    let back = press(&ada, &place, "loss/taking-back", &[]);
    assert_eq!(back.notice(), "Taken back. Their second step stays.");
    let late = ben.post_with_token(&format!("{place}/loss/end"), &[]);
    assert_eq!(late.status, 409);
    press(&ada, &place, "loss", &REASON);
    site.pass_minutes(1);
    enrol(&site, &noor);
    assert!(!ben.get(&place).has("#loss"), "she has a new app");

    // Nobody is asked for their own, not even by another admin’s page.
    enrol(&site, &ben);
    let own = sign_in_of(&ada, &ben);
    assert_eq!(
        ben.post_with_token(&format!("{own}/loss"), &REASON).status,
        403
    );
    press(&ada, &own, "loss", &REASON);
    let alone = ben.post_with_token(&format!("{own}/loss/end"), &[]);
    assert_eq!(alone.status, 403);
}

#[test]
fn an_admin_signs_somebody_out_everywhere() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let rana = site.applicant("Rana Haddad");
    let phone = rana.at_another_browser();
    phone.sign_in();
    let place = sign_in_of(&ada, &rana);
    let done = press(&ada, &place, "sessions", &[]);
    assert_eq!(done.notice(), "They are signed out everywhere.");
    for browser in [&rana, &phone] {
        assert_eq!(browser.get("/account").heading(), "Sign in");
    }
    assert_eq!(ada.get("/account").heading(), "Your account");
    rana.sign_in();
}

#[test]
fn an_admin_signs_everybody_out_at_once() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let rana = site.applicant("Rana Haddad");
    let omar = ada.invites("Omar Said", Role::Auditor);
    let page = ada.click(&ada.get("/admin/people"), "Sign everybody out");
    assert_eq!(page.heading(), "Sign everybody out");
    let done = ada.submit(&page, "/admin/people/sessions", &[]);
    assert_eq!(
        (&*done.path, &*done.notice()),
        ("/sign-in", "Everybody is signed out.")
    );
    let last = site.read(|reader| latest_events(reader, None, 1)).remove(0);
    assert_eq!(last.action, "end_all_sessions");
    for person in [&ada, &rana, &omar] {
        assert_eq!(person.get("/account").heading(), "Sign in");
        person.sign_in();
    }
}

#[test]
fn who_waits_for_the_second_step_is_signed_out_as_well() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let rana = site.applicant("Rana Haddad");
    let mine = enrol(&site, &rana);
    let thief = rana.at_another_browser();
    let waits = || {
        site.pass_minutes(1);
        thief.try_to_sign_in()
    };
    let comes_late = |asked: &Page| {
        let code = mine.app.code_at(site.clock.now());
        let late = answer(&thief, asked, &code).problems();
        assert_eq!(late, ["That took too long. Sign in once more."]);
        assert!(!is_signed_in(&thief));
    };
    let asked = waits();
    press(&ada, &sign_in_of(&ada, &rana), "sessions", &[]);
    comes_late(&asked);
    let asked = waits();
    let page = ada.click(&ada.get("/admin/people"), "Sign everybody out");
    ada.submit(&page, "/admin/people/sessions", &[]);
    comes_late(&asked);
}
