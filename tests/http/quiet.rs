//! Organisations that nothing goes on with any more: when their time is over they go with
//! their people, and not before.

use evenhand::domain::account::Role;
use evenhand::store::latest_events;

use crate::access::hundred::texts;
use crate::award::sealed::tamper;
use crate::engagement;
use crate::retention::{PLACE, declined, erase, erase_in, later, set};
use crate::story::{Story, make_organisation};
use crate::support::raw::{bytes, everything, holds};
use crate::support::{Person, TestSite};

/// Where organisations stand among the kinds.
const ROW: usize = 11;

/// What will go of organisations, as somebody sees it.
fn ahead(person: &Person) -> String {
    let page = person.get(PLACE);
    page.column("How long what is kept", 2).swap_remove(ROW)
}

/// Of what something was erased, with the kind, in the order of the alphabet.
fn noted(site: &TestSite) -> Vec<String> {
    let events = site.read(|reader| latest_events(reader, None, 20));
    let erased = events
        .into_iter()
        .filter(|one| one.action == "erase_contents");
    let told = erased.map(|one| format!("{} {}", one.object_kind, one.after_state));
    let mut told: Vec<String> = told.collect();
    told.sort();
    told
}

/// The organisations that somebody belongs to, by name.
fn organisations_of(site: &TestSite, person: &Person) -> Vec<String> {
    let words = format!(
        "SELECT o.name_latin AS found FROM organisations o \
         JOIN memberships m ON m.organisation_id = o.id \
         JOIN accounts a ON a.id = m.account_id WHERE a.email = '{}'",
        person.email
    );
    texts(site.url(), &words)
}

#[test]
fn an_organisation_that_nothing_goes_on_with_goes_with_its_people() {
    let story = Story::new();
    let site = &story.site;
    let lina = site.applicant("Lina Saleh");
    make_organisation(&lina, "Olive Press");
    let (dana, _) = story.sent("Dana Peretz", "Valley Watch");
    // Acts for one that goes and for one that stays.
    make_organisation(&dana, "Two Roofs");
    let maya = site.applicant("Maya Cohen");
    make_organisation(&maya, "Night Post");
    for person in [&lina, &dana, &maya] {
        person.sign_out();
    }
    set(&story.ada, &[("organisations", "60")]);
    site.pass_days(40);
    maya.sign_in();
    maya.sign_out();
    assert!(!erase_in(site), "nothing has had its time");
    let ada = story.ada.at_another_browser();
    ada.sign_in();
    let told = ahead(&ada);
    assert!(told.starts_with("2 entries"), "{told}");
    for name in ["Olive Press", "Two Roofs"] {
        assert!(told.contains(name), "{told}");
    }

    site.pass_days(30);
    assert!(erase_in(site));
    let rows = site.read(everything);
    for gone in ["Olive Press", "Two Roofs", "Lina Saleh", &lina.email] {
        assert!(!rows.contains(gone), "{gone} lies in a table");
        assert!(!holds(&bytes(site), gone), "{gone} lies in a file");
    }
    for stays in ["Valley Watch", "Night Post", &dana.email, &maya.email] {
        assert!(rows.contains(stays), "{stays}");
    }
    assert_eq!(organisations_of(site, &dana), ["Valley Watch"]);
    assert_eq!(
        noted(site),
        [
            "account organisations",
            "organisation organisations",
            "organisation organisations"
        ]
    );
    assert!(!lina.try_to_sign_in().problems().is_empty());
    dana.sign_in();
    assert!(!erase_in(site), "once");
}

/// Puts the organisation of an application on hold; where that is ended again.
fn put_on_hold(ada: &Person, dossier: &str) -> String {
    let desk = ada.get(dossier).link("About the organisation");
    let hold = format!("{desk}/hold");
    let why = [
        ("reason", "Accounts disputed."),
        ("review_on", "2027-12-01"),
    ];
    let held = ada.submit(&ada.get(&hold), &hold, &why);
    assert_eq!(held.notice(), "The organisation is on hold.");
    hold
}

/// Keeps what is known about the organisation of an application longer.
fn keep(ada: &Person, dossier: &str) {
    let place = format!("{dossier}/retention");
    let why = [("reason", "An audit."), ("until", "2027-12-31")];
    let kept = ada.submit(&ada.get(&place), &place, &why);
    assert_eq!(kept.notice(), "It is kept.");
}

/// Lets somebody of the staff belong to an organisation beside its owner.
fn belongs(site: &TestSite, person: &Person, name: &str) {
    let words = format!(
        "INSERT INTO memberships (account_id, organisation_id, joined_at, role) \
         SELECT a.id, o.id, 1, 'viewer' FROM accounts a, organisations o \
         WHERE a.email = '{}' AND o.name_latin = '{name}'",
        person.email
    );
    tamper(site, &words);
}

#[test]
fn an_organisation_stays_while_something_holds_it() {
    let mut round = declined();
    let dossiers = [1, 2].map(|n| format!("/admin/applications/{}", round.applications[n]));
    // Nothing is decided about the other two.
    let hold = put_on_hold(&round.ada, &dossiers[0]);
    keep(&round.ada, &dossiers[1]);
    set(&round.ada, &[("organisations", "60")]);
    later(&mut round, 70);
    assert!(!erase(&round));
    let names = round.ada.get("/admin/organisations").text();
    assert!(names.contains("+Witness"), "{names}");

    let (page, end) = (round.ada.get(&hold), format!("{hold}/end"));
    let ended = round.ada.submit(&page, &end, &[("ending", "Settled.")]);
    assert_eq!(ended.notice(), "The hold has ended.");
    later(&mut round, 1);
    assert!(erase(&round));
    let names = round.ada.get("/admin/organisations").text();
    assert!(!names.contains("+Witness"), "{names}");
    for stays in ["Olive, ", "-Women of the Coast", "@Crossing"] {
        assert!(names.contains(stays), "{stays}: {names}");
    }
    let rows = round.site.read(everything);
    for (office, stays) in [("eh-bbbb-3333", false), ("eh-cccc-4444", true)] {
        let address = format!("{office}@offices.example");
        assert_eq!(rows.contains(&address), stays, "{office}");
    }
    assert_eq!(
        noted(&round.site),
        ["account organisations", "organisation organisations"]
    );
}

#[test]
fn what_was_applied_for_outlasts_the_organisation_and_staff_of_it_stay_away() {
    let mut round = declined();
    let vera = round.ada.invites("Vera Azoulay", Role::Auditor);
    let dossiers = [1, 2].map(|n| format!("/admin/applications/{}", round.applications[n]));
    let log = engagement::log_of(&round.ada, round.applications[1].as_str());
    let notes = [("notes", "The archive is under the well.")];
    engagement::add(&round.ada, &log, &notes);
    assert!(round.ada.get(&log).text().contains("under the well"));
    keep(&round.ada, &dossiers[1]);
    belongs(&round.site, &vera, "+Witness");
    set(&round.ada, &[("organisations", "60")]);
    later(&mut round, 70);
    assert!(erase(&round));

    let dossier = round.ada.get(&dossiers[0]);
    assert_eq!(dossier.status, 200);
    assert!(dossier.text().contains("Keeping the archive alive"));
    // What staff wrote about the organisation goes; that they did, and when, stays.
    let notes = round.ada.get(&log);
    assert_eq!(notes.status, 200);
    assert!(!notes.text().contains("under the well"), "{}", notes.text());
    assert_eq!(organisations_of(&round.site, &vera).len(), 1);
    let vera = vera.at_another_browser();
    vera.sign_in();
    assert_eq!(vera.get(&dossiers[0]).status, 404);
    assert_eq!(vera.get(&dossiers[1]).status, 200);
}
