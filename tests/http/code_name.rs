//! Organisations under a code name: nobody but their own people meets the real one, at no
//! address, in no letter and in no file.

use evenhand::config::Config;
use evenhand::domain::account::Role;
use evenhand::domain::overlap::{Work, keys};
use evenhand::domain::{ApplicationId, OrganisationId};
use evenhand::policy::Reach;
use evenhand::store::{application, organisation};

use crate::access::hundred::texts;
use crate::award::{Awarded, DECISION};
use crate::conflict::{addresses, taken_out, words};
use crate::deliberation::{Deliberation, EVEN, Entrant, review};
use crate::list_screening::{count, hit, list_of, put, screen, standing};
use crate::people::sponsor::{ask, consent};
use crate::story::{Story, make_organisation};
use crate::support::{Page, Person, TestSite};

/// What of the things at hand only the first applicant’s name has in it.
const REAL: &str = "Olive";
const GIVEN: &str = "The organisation stands under a code name now.";

/// Says its name in its title.
const TELLING: Entrant = Entrant {
    reference: "EH-NNNN-9999",
    name: "Silver Clinic",
    title: "Silver Clinic opens a second room",
    place: ("palestinian", "gaza"),
    requested_minor: 700_000,
    registration: None,
};

fn publishing(config: &mut Config) {
    config.funder_name = "Even Hand".to_owned();
    config.funder_identifier = "GB-CHC-1090095".to_owned();
    config.funder_prefix = "360G-evenhand".to_owned();
}

fn owner_of(site: &TestSite, id: ApplicationId) -> OrganisationId {
    let row = site.read(|reader| application::find(reader, Reach::operator(), id));
    row.expect("the application").organisation_id
}

fn code_name(site: &TestSite, id: OrganisationId) -> String {
    let found = site.read(|reader| organisation::by_ids(reader, &[id]));
    let given = found[0].code_name.as_ref();
    given.expect("a code name").to_string()
}

/// Presses the button of a page that gives a code name.
fn conceal(person: &Person, place: &str) -> Page {
    person.submit(&person.get(place), place, &[])
}

/// The addresses at which a person meets these words, in the page, the PDF or the name of
/// the file.
fn telling<'a>(person: &Person, places: &'a [String], what: &str) -> Vec<&'a str> {
    let tells = |place: &&String| {
        let page = person.get_once(place);
        let file = page.header("content-disposition").unwrap_or_default();
        words(&page).contains(what) || file.contains(what)
    };
    places.iter().filter(tells).map(String::as_str).collect()
}

/// Its people give a code name, then it is awarded, agrees and is paid.
fn awarded_in_secret() -> (Awarded, String) {
    let round = Deliberation::with(publishing);
    let owner = owner_of(&round.site, round.applications[0]);
    let own = format!("/organisations/{owner}/confidential");
    assert_eq!(conceal(&round.rana, &own).notice(), GIVEN);
    let called = code_name(&round.site, owner);
    round.propose(&round.ada, 0, &DECISION);
    round.sign(&round.ben, 0);
    round.release_all(&round.ben);
    let award = Awarded::of(round);
    award.start();
    (award, called)
}

#[test]
fn no_address_no_letter_and_no_file_tells_the_real_name() {
    let (award, called) = awarded_in_secret();
    let round = &award.round;
    let reason = [("reason", "The lists are not loaded yet.")];
    award.prepare(1, &[]);
    award.step(&round.ada, "Approve", &reason);
    award.step(&round.ben, "Approve", &reason);
    let payments = round.ada.get("/admin/payments");
    let payment = payments.attributes("[name='payment']", "value").remove(0);
    let places = addresses(&award, &payment);
    let omar = round.ada.invites("Omar Said", Role::Auditor);
    // Whom the bank pays is named as the bank has it, where it is paid.
    let paid = |place: &&String| !place.starts_with(&award.desk);
    let others: Vec<String> = places.iter().filter(paid).cloned().collect();
    for person in [&round.ada, &round.ben, &omar, &round.noor, &round.maya] {
        let told = telling(person, &others, REAL);
        assert_eq!(told, [""; 0], "{}", person.name);
    }
    // The same walk meets the code name where the name would stand.
    assert!(telling(&round.ada, &places, &called).len() > 15);
    assert!(telling(&omar, &places, &called).len() > 10);

    for letter in round.site.letters() {
        let text = format!("{} {}", letter.subject, letter.body);
        assert!(!text.contains(REAL), "{text}");
    }
    let files = taken_out(round, &round.ada);
    assert!(files.contains(&called) && !files.contains(REAL));
    let choice = format!("/admin/applications/{}/publication", round.applications[0]);
    let page = round.ada.get(&choice);
    round.ada.submit(&page, &choice, &[("publication", "full")]);
    for standard in ["360giving", "iati"] {
        let place = "/admin/rounds/autumn/publication";
        let file = round.ada.post_with_token(place, &[("standard", standard)]);
        assert!(file.source().contains(&called), "{}", file.text());
        assert!(!file.source().contains(REAL), "{standard}");
    }

    // Its own people see it as they know it.
    for place in ["/applications", award.own.as_str()] {
        let page = round.rana.get(place);
        assert!(page.text().contains(REAL), "{place}");
    }
}

#[test]
fn a_search_finds_the_code_name_and_admins_alone_open_who_it_is() {
    let round = Deliberation::unscored();
    let owner = owner_of(&round.site, round.applications[0]);
    let desk = format!("/admin/organisations/{owner}");
    let (place, identity) = (format!("{desk}/confidential"), format!("{desk}/identity"));
    let finds = |name: &str| {
        let page = round.ada.get(&format!("/admin/organisations?name={name}"));
        page.links().iter().any(|(_, to)| *to == desk)
    };
    assert!(finds("olive"));
    assert_eq!(round.ada.post_with_token(&identity, &[]).status, 404);
    assert_eq!(conceal(&round.ada, &place).notice(), GIVEN);
    let called = code_name(&round.site, owner);
    let (first, _) = called.split_once(' ').expect("two words");
    assert!(finds(first) && !finds("olive"));
    assert_eq!(round.ada.post_with_token(&place, &[]).status, 303);
    assert_eq!(code_name(&round.site, owner), called, "once is enough");

    let first_page = round.ada.get(&desk);
    assert!(first_page.text().contains("It stands under a code name."));
    assert!(!first_page.source().contains("580000008"));
    let opened = round.ada.submit(&round.ada.get(&place), &identity, &[]);
    for told in [REAL, "580000008", called.as_str()] {
        assert!(opened.text().contains(told), "{told}");
    }
    let log = format!("/admin/audit?kind=organisation&id={owner}");
    let log = round.ada.get(&log);
    for verb in ["make_confidential", "open_identity"] {
        assert!(log.text().contains(verb), "{verb}");
    }
    assert!(!log.source().contains(REAL));

    let omar = round.ada.invites("Omar Said", Role::Auditor);
    let way = format!("form[action='{identity}']");
    assert!(round.ada.get(&place).has(&way) && !omar.get(&place).has(&way));
    for person in [&omar, &round.noor, &round.rana] {
        let refused = person.post_with_token(&identity, &[]);
        assert_eq!(refused.status, 403, "{}", person.name);
    }
    let own = format!("/admin/applications/{}/conflict", round.applications[0]);
    let ben = &round.ben;
    ben.submit(&ben.get(&own), &own, &[("kind", "collaborator")]);
    assert_eq!(ben.get(&place).status, 404);
    assert_eq!(ben.post_with_token(&identity, &[]).status, 404);
}

#[test]
fn what_speaks_for_a_conflict_is_told_beside_the_identity_alone() {
    let round = Deliberation::unscored();
    let list = "/account/affiliations";
    let typed = [("organisation", "witness"), ("role", "Adviser")];
    let kept = round.noor.submit(&round.noor.get(list), list, &typed);
    assert_eq!(kept.notice(), "Saved.");
    let (told, id) = ("Belongs or belonged to witness", round.applications[1]);
    let conflicts = format!("/admin/applications/{id}/conflicts");
    let asked = format!("/reviews/{id}");
    assert!(round.ada.get(&conflicts).text().contains(told));
    assert!(round.noor.get(&asked).text().contains("+Witness"));

    let desk = format!("/admin/organisations/{}", owner_of(&round.site, id));
    conceal(&round.ada, &format!("{desk}/confidential"));
    for page in [round.ada.get(&conflicts), round.noor.get(&asked)] {
        for name in ["+Witness", told] {
            assert!(!page.text().contains(name), "{}", page.path);
        }
    }
    let identity = format!("{desk}/identity");
    let opened = round.ada.post_with_token(&identity, &[]);
    assert!(opened.text().contains("Noor Khalil"));
    assert!(opened.text().contains(told));
}

#[test]
fn reviewers_read_the_answers_with_the_names_covered() {
    let round = Deliberation::unscored();
    let hala = round.site.applicant("Hala Nasser");
    let id = round.enter(&TELLING, &hala.email);
    let owner = owner_of(&round.site, id);
    let own = format!("/organisations/{owner}/confidential");
    assert_eq!(conceal(&hala, &own).notice(), GIVEN);
    let called = code_name(&round.site, owner);
    let kept = hala.get(&own);
    assert!(kept.text().contains(&called) && kept.text().contains(TELLING.name));
    assert!(!kept.has(&format!("form[action='{own}']")), "it stays");

    let (noor, place) = (&round.noor, format!("/reviews/{id}"));
    assert!(!noor.get(&place).source().contains(TELLING.name));
    review(noor, id, EVEN);
    review(noor, round.applications[1], EVEN);
    for page in [noor.get("/reviews?show=sent"), noor.get(&place)] {
        assert!(!page.source().contains(TELLING.name), "{}", page.path);
        for told in [called.as_str(), "[applicant] opens a second room"] {
            assert!(page.text().contains(told), "{}: {told}", page.path);
        }
    }
    // Others are named as before.
    let other = noor.get(&format!("/reviews/{}", round.applications[1]));
    assert!(other.text().contains("+Witness"));
}

#[test]
fn a_sponsor_has_its_code_name_on_the_pages_of_whom_it_sponsors() {
    let story = Story::new();
    let (site, ada) = (&story.site, &story.ada);
    count(site, ada, "un");
    let listed = list_of("2026-10-20", &[("S-1", "OLIVE FUND")]);
    put(site, ada, "un", &listed);
    let (rana, place) = story.sent("Rana Haddad", "Sea Farmers");
    let dov = site.applicant("Dov Amir");
    make_organisation(&dov, "Olive Fund");
    let own = dov.get("/organisations");
    let own = own.attributes(".card-link", "href").remove(0);
    let given = conceal(&dov, &format!("{own}/confidential"));
    assert_eq!(given.notice(), GIVEN);
    let id = own.trim_start_matches("/organisations/");
    let called = code_name(site, OrganisationId::parse(id).expect("an id"));
    let told = |place: &str| {
        let page = ada.get(place);
        assert!(page.text().contains(&called), "{}", page.text());
        assert!(!page.source().contains("Olive Fund"), "{}", page.text());
    };

    let dossier = format!("/admin{place}");
    let link = ask(&rana, &place, &dov);
    told(&dossier);
    consent(&dov, &link);
    told(&dossier);
    let id = place.trim_start_matches("/applications/");
    let lists = standing(site, ApplicationId::parse(id).expect("an id"));
    let one = hit(&screen(ada, &lists));
    for page in [&*lists, &*one, "/admin/list-hits"] {
        told(page);
    }
    // Whoever asked reads what they wrote.
    let asked = rana.get(&format!("{place}/sponsor"));
    assert!(asked.text().contains("Olive Fund"), "{}", asked.text());
}

/// The keys of a name in the ledger.
fn keys_of(name: &str) -> Vec<String> {
    let names = vec![name.to_owned()];
    let all = keys(&Work {
        names,
        ..Work::default()
    });
    all.iter().map(|key| key.0.to_string()).collect()
}

/// Rows of the index of the ledger and of its counts that hold a key of a name.
pub fn keyed(site: &TestSite, name: &str) -> [usize; 2] {
    let all = keys_of(name).join(",");
    ["ledger_keys", "ledger_key_counts"].map(|table| {
        let words = format!("SELECT CAST(key AS TEXT) AS found FROM {table} WHERE key IN");
        texts(site.url(), &format!("{words} ({all})")).len()
    })
}

/// So long that no code name shares a key with them.
pub const NAMES: [&str; 2] = ["Kaleidoscopic Wonderland", "Hippopotamus Parliamentarian"];

#[test]
fn no_key_of_the_name_stays_in_the_ledger() {
    let story = Story::new();
    let (rana, _) = story.sent("Rana Haddad", NAMES[0]);
    story.sent("Noa Levi", NAMES[1]);
    let find = |words: String| texts(story.site.url(), &words);
    let before = NAMES.map(|name| keyed(&story.site, name));
    assert!(before.iter().flatten().all(|rows| *rows > 0), "{before:?}");

    let own = rana.get("/organisations");
    let own = own.attributes(".card-link", "href").remove(0);
    conceal(&rana, &format!("{own}/confidential"));
    let after = NAMES.map(|name| keyed(&story.site, name));
    assert_eq!(after, [[0, 0], before[1]]);
    let id = own.trim_start_matches("/organisations/");
    let called = code_name(&story.site, OrganisationId::parse(id).expect("an id"));
    let digests = "SELECT digest AS found FROM ledger_entries WHERE recipient =";
    let digests = find(format!("{digests} '{called}'"));
    assert!(!digests.is_empty() && digests.iter().all(String::is_empty));
    // Each entry is found by the code name instead.
    for key in keys_of(&called) {
        let words = "SELECT CAST(number AS TEXT) AS found FROM ledger_keys WHERE key =";
        assert!(find(format!("{words} {key}")).len() >= digests.len());
    }
}
