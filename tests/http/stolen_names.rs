//! Who stands under a code name is told to nobody who carries the database off.

use std::fs;

use evenhand::actions::code_name::write_over_names;
use evenhand::actions::seal::look_daily;
use evenhand::domain::ApplicationId;
use evenhand::store::organisation::concealed_since;
use evenhand::store::{DatabaseUrl, Stamp, empty_log};

use crate::award::sealed::{done, everything, holds, on, tamper};
use crate::list_screening::{count, hit, list_of, put, screen, standing};
use crate::stolen::nothing_told;
use crate::story::{Story, fill, make_organisation, send, start};
use crate::support::{Person, TestSite, plans, queries};

/// What tells who an organisation is: its names, its website and its number in a register.
const WHO: [&str; 5] = [
    "Lanternside Witness",
    "شهود الفانوس",
    "עדי הפנס",
    "https://lanternside.example",
    "580146256",
];

/// Makes an organisation that is all of this; where it stands.
fn made(site: &TestSite, person: &Person) -> String {
    let fields = [
        ("name_latin", WHO[0]),
        ("name_arabic", WHO[1]),
        ("name_hebrew", WHO[2]),
        ("website", WHO[3]),
        ("base", "west_bank"),
        ("community", "palestinian"),
        ("legal_form", "ps_association"),
        ("registrations.0.register", "IL-RA"),
        ("registrations.0.number", WHO[4]),
    ];
    let form = person.get("/organisations/new");
    let own = person.submit(&form, "/organisations", &fields).path;
    let rows = site.read(everything);
    for told in WHO {
        assert!(rows.contains(told), "{told} lies in clear before");
    }
    own
}

/// Gives it a code name.
fn conceal(person: &Person, own: &str) {
    let given = format!("{own}/confidential");
    person.submit(&person.get(&given), &given, &[]);
}

/// What is done each hour, the hour of a code name.
fn hour(site: &TestSite) {
    let since = site.stamp().now.plus_minutes(-120);
    let written = write_over_names(&site.database, since);
    assert!(written.expect("names are written over"));
}

/// Makes one that stands under a code name for an hour.
fn concealed(site: &TestSite, person: &Person) -> String {
    let own = made(site, person);
    conceal(person, &own);
    hour(site);
    own
}

/// Which of these words lie in the file of the database, whose log is empty; `None` on
/// PostgreSQL.
fn lying<'a>(site: &TestSite, words: &[&'a str]) -> Option<Vec<&'a str>> {
    let DatabaseUrl::Sqlite(file) = site.url() else {
        return None;
    };
    assert!(empty_log(&site.database).expect("the log is emptied"));
    let bytes = fs::read(file).expect("the file of the database");
    let lying = words.iter().copied().filter(|word| holds(&bytes, word));
    Some(lying.collect())
}

#[test]
fn names_are_written_over_where_they_are_sealed() {
    let story = Story::new();
    let site = &story.site;
    let rana = site.applicant("Rana Haddad");
    let own = made(site, &rana);
    // Else what is sealed would lie where the names lay.
    make_organisation(&site.applicant("Noa Levi"), "Valley Watch");
    if let Some(before) = lying(site, &WHO) {
        assert_eq!(before, WHO);
        conceal(&rana, &own);
        assert_eq!(lying(site, &WHO), Some(Vec::new()));
    }
}

#[test]
fn what_names_left_behind_before_is_written_over_within_the_hour() {
    let story = Story::new();
    let site = &story.site;
    let rana = site.applicant("Rana Haddad");
    let own = made(site, &rana);
    make_organisation(&site.applicant("Noa Levi"), "Valley Watch");
    let id = own.trim_start_matches("/organisations/");
    let former = "Lanternside House";
    let called =
        |name: &str| format!("UPDATE organisations SET name_latin = '{name}' WHERE id = '{id}'; ");
    if lying(site, &[]).is_some() {
        // As a former release, which wrote nothing over.
        let words = called(former) + &called(WHO[0]);
        tamper(site, &format!("PRAGMA secure_delete = OFF; {words}"));
        conceal(&rana, &own);
        assert_eq!(lying(site, &[former]), Some(vec![former]));
        hour(site);
        assert_eq!(lying(site, &[former]), Some(Vec::new()));
        nothing_told(site, &WHO);
        is_known(&own, (&rana, &story.ada));
    }
}

/// That its own people read who it is, and admins who open it.
fn is_known(own: &str, (rana, ada): (&Person, &Person)) {
    let identity = format!("/admin{own}/identity");
    for page in [rana.get(own), ada.post_with_token(&identity, &[])] {
        for told in WHO {
            assert!(page.text().contains(told), "{}: {told}", page.path);
        }
    }
}

#[test]
fn who_stands_under_a_code_name_is_told_to_no_thief() {
    let story = Story::new();
    let (site, ada) = (&story.site, &story.ada);
    let rana = site.applicant("Rana Haddad");
    let own = concealed(site, &rana);
    let place = start(&rana);
    fill(&rana, &place);
    send(&rana, &place);
    let rows = nothing_told(site, &WHO);
    assert!(rows.contains("make_confidential"));
    is_known(&own, (&rana, ada));

    // Watch lists are looked through for the name, not for what stands in its place.
    count(site, ada, "un");
    let listed = list_of("2026-10-20", &[("S-1", "LANTERNSIDE WITNESS")]);
    put(site, ada, "un", &listed);
    let id = place.trim_start_matches("/applications/");
    let lists = standing(site, ApplicationId::parse(id).expect("an id"));
    hit(&screen(ada, &lists));
    // What is changed later is sealed at once, and a new master key opens all of it.
    let edit = rana.get(&format!("{own}/edit"));
    let longer = [("name_latin", "Lanternside Witness House")];
    rana.submit(&edit, &own, &longer);
    assert!(rana.get(&own).text().contains(longer[0].1));
    done(&on(site, &["seal", "--new-key"]));
    is_known(&own, (&rana, ada));
    nothing_told(site, &WHO);
}

#[test]
fn names_that_a_former_release_left_beside_a_code_name_are_sealed() {
    let story = Story::new();
    let (site, ada) = (&story.site, &story.ada);
    let rana = site.applicant("Rana Haddad");
    let own = concealed(site, &rana);
    make_organisation(&site.applicant("Noa Levi"), "Valley Watch");
    let id = own.trim_start_matches("/organisations/");
    let [latin, arabic, hebrew, website, number] = WHO;
    tamper(
        site,
        &format!(
            "UPDATE organisations SET name_latin = '{latin}', name_arabic = '{arabic}', \
             name_hebrew = '{hebrew}', website = '{website}' WHERE id = '{id}'; \
             UPDATE registrations SET number = '{number}' WHERE organisation_id = '{id}'"
        ),
    );
    is_known(&own, (&rana, ada));
    assert_eq!(on(site, &["doctor"]).status.code(), Some(1));
    let said = done(&on(site, &["seal"]));
    assert_eq!(said, "Sealed from clear: 2; anew: 0; keys anew: 0.\n");
    let rows = nothing_told(site, &WHO);
    assert!(rows.contains("Valley Watch"), "others are found by names");
    is_known(&own, (&rana, ada));
}

#[test]
fn what_a_former_release_writes_beside_this_one_is_sealed_within_a_day() {
    let story = Story::new();
    let site = &story.site;
    let rana = site.applicant("Rana Haddad");
    let own = concealed(site, &rana);
    let look = |minutes: i64| {
        let stamp = site.stamp();
        let now = stamp.now.plus_minutes(minutes);
        look_daily(&site.database, &Stamp { now, ..stamp }).expect("it is looked at")
    };
    assert_eq!(look(0), 0);
    let id = own.trim_start_matches("/organisations/");
    let clear = format!(
        "UPDATE organisations SET name_latin = '{}' WHERE id = '{id}'",
        WHO[0]
    );
    tamper(site, &clear);
    assert_eq!(look(60), 0, "all texts are read once a day");
    assert!(site.read(everything).contains(WHO[0]));
    assert_eq!(look(25 * 60), 1);
    nothing_told(site, &WHO);
    is_known(&own, (&rana, &story.ada));
}

#[test]
fn what_stands_under_another_code_name_opens_no_name() {
    let story = Story::new();
    let (site, ada) = (&story.site, &story.ada);
    let rana = site.applicant("Rana Haddad");
    let own = concealed(site, &rana);
    let noa = site.applicant("Noa Levi");
    make_organisation(&noa, "Valley Watch");
    let other = noa.get("/organisations");
    let other = other.attributes(".card-link", "href").remove(0);
    let given = format!("{other}/confidential");
    noa.submit(&noa.get(&given), &given, &[]);
    let [id, of] = [&own, &other].map(|one| one.trim_start_matches("/organisations/"));
    tamper(
        site,
        &format!(
            "UPDATE organisations SET name_latin = (SELECT o.name_latin FROM organisations o \
             WHERE o.id = '{id}') WHERE id = '{of}'"
        ),
    );
    assert_eq!(noa.get(&other).status, 409);
    let identity = format!("/admin{other}/identity");
    let opened = ada.post_with_token(&identity, &[]);
    assert_eq!(opened.status, 409);
    assert!(!opened.source().contains(WHO[0]));
    // Nobody else is in the way of it.
    is_known(&own, (&rana, ada));
    assert_eq!(ada.get("/admin/organisations").status, 200);
}

/// The log of an installation has millions of events, few of which are asked for.
#[test]
fn whether_names_are_to_be_written_over_is_found_without_reading_the_log() {
    queries::watch();
    let story = Story::new();
    let site = &story.site;
    let DatabaseUrl::Sqlite(file) = site.url() else {
        return;
    };
    let rana = site.applicant("Rana Haddad");
    let own = made(site, &rana);
    let since = site.stamp().now.plus_minutes(-120);
    let one_was = || site.read(|reader| concealed_since(reader, since));
    assert!(!one_was());
    conceal(&rana, &own);
    let asked = queries::of(site.url(), || assert!(one_was()));
    let steps: Vec<String> = asked
        .iter()
        .flat_map(|one| plans::steps(file, one))
        .collect();
    for found in [
        "audit_events_by_object (object_kind=? AND object_id=?)",
        "organisations_by_code_name",
    ] {
        assert!(steps.iter().any(|step| step.ends_with(found)), "{steps:?}");
    }
    site.pass_minutes(121);
    let later = site.stamp().now.plus_minutes(-120);
    assert!(!site.read(|reader| concealed_since(reader, later)));
}
