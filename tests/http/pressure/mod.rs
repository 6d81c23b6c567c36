//! Pressure on organisations: taken over from what they send, recorded and assessed by
//! staff, shown beside an application as far as its form and the phase let it be.

mod attack;
mod loss;
mod numbers;

use evenhand::domain::account::Role;
use evenhand::store::latest_events;

use crate::deliberation::Deliberation;
use crate::dialogue::{answer, ask, send as send_answer};
use crate::review::panel::Panel;
use crate::story::{Story, fill, send};
use crate::support::{Page, Person};

/// Where the incidents of the organisation behind a dossier are.
pub fn record_of(ada: &Person, dossier: &str) -> String {
    let desk = ada.click(&ada.get(dossier), "About the organisation");
    format!("{}/pressure", desk.path)
}

/// Records an incident as staff, with other values for some fields.
pub fn record(person: &Person, place: &str, given: &[(&str, &str)]) -> Page {
    let mut all = vec![
        ("kind", "raid"),
        ("day", "2026-10-01"),
        ("country", "PS"),
        ("source", "staff"),
        ("certainty", "claimed"),
    ];
    all.retain(|(name, _)| given.iter().all(|(other, _)| other != name));
    all.extend(given);
    person.submit(&person.get(place), place, &all)
}

/// Saves the section on pressure with these incidents: kind, date and town.
fn state(person: &Person, place: &str, incidents: &[(&str, &str, &str)]) {
    let section = format!("{place}/sections/pressure");
    let given = [("listed", "no"), ("then", "list")];
    let mut pairs = person.get(&section).form(&section, &given).filled(&given);
    pairs.retain(|(name, _)| !name.starts_with("incidents.") && !name.starts_with("funding_lost."));
    for (at, (kind, date, town)) in incidents.iter().enumerate() {
        let mut add = |code: &str, value: &str| {
            pairs.push((format!("incidents.{at}.{code}"), value.to_owned()));
        };
        add("kind", kind);
        add("date", date);
        add("place", town);
        add("place.country", "PS");
        add("description", "Secret words of a witness.");
        let source = match *kind {
            "raid" => ARTICLE,
            _ => "Secret words in a paper",
        };
        add("source", source);
    }
    let lost = [
        ("funder", "A supporter"),
        ("amount", "42000"),
        ("amount.currency", "EUR"),
    ];
    pairs.extend(lost.map(|(code, value)| (format!("funding_lost.0.{code}"), value.to_owned())));
    let saved = person.post(&section, &pairs);
    assert_eq!(saved.problems(), [""; 0], "{}", saved.text());
}

const BOTH: [(&str, &str, &str); 2] = [
    ("raid", "2026-10-12", "Hebron"),
    ("smear", "2025-06-01", "Jenin"),
];

const ARTICLE: &str = "https://press.example/raid";

/// An application that was sent with two incidents and lost funding.
fn stated(story: &Story) -> (Person, String) {
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    fill(&rana, &place);
    state(&rana, &place, &BOTH);
    send(&rana, &place);
    (rana, place)
}

#[test]
fn what_is_sent_is_taken_over_and_what_changes_supersedes() {
    let story = Story::new();
    let (rana, place) = stated(&story);
    let ada = &story.ada;
    let of = record_of(ada, &format!("/admin{place}"));
    let page = ada.get(&of);
    let kinds = ["Raid", "Funding lost", "Smear campaign"];
    let mut found = page.texts("article h3 a");
    found.sort_unstable();
    let mut expected = kinds.to_vec();
    expected.sort_unstable();
    assert_eq!(found, expected, "{}", page.text());
    let ages = ["In the last 3 months", "12 to 24 months ago"];
    assert_eq!(page.texts("main section h2"), ages);
    assert!(page.text().contains("Hebron") && page.text().contains("June 2025"));
    assert!(
        !page.source().contains("Secret words"),
        "words stay in the application"
    );

    let sources = page.attributes("article a[rel]", "href");
    assert_eq!(sources, [ARTICLE]);

    // A page of the dossier and one of the organisation say the same in short.
    let dossier = ada.get(&format!("/admin{place}"));
    assert!(dossier.the("#pressure").contains("Raid, 12 October 2026"));

    let question = [
        ("question", "When was it?"),
        ("due_at", "2026-11-03 09:00"),
        ("section", "pressure"),
    ];
    ask(ada, &place, &question);
    state(
        &rana,
        &place,
        &[
            ("smear", "2025-06-01", "Jenin"),
            ("raid", "2026-10-13", "Hebron"),
        ],
    );
    answer(&rana, &place, "A day later.");
    send_answer(&rana, &place);
    let page = ada.get(&of);
    assert_eq!(page.texts("article").len(), 3, "{}", page.text());
    let raid = ada.click(&page, "Raid");
    let versions = raid.texts("article");
    assert_eq!(versions.len(), 2, "{}", raid.text());
    assert!(versions[0].contains("13 October 2026") && versions[1].contains("12 October 2026"));
    let smear = ada.click(&page, "Smear campaign");
    assert_eq!(smear.texts("article").len(), 1, "stated again, not changed");
}

#[test]
fn staff_record_assess_and_mark_as_mistaken_with_a_reason() {
    let round = Deliberation::unscored();
    let ada = &round.ada;
    let of = record_of(
        ada,
        &format!("/admin/applications/{}", round.applications[0]),
    );
    let press = [
        ("source", "press"),
        ("certainty", "verified"),
        ("locality", "Nablus"),
    ];
    let bad = record(
        ada,
        &of,
        &[&press[..], &[("day", "2036-01"), ("amount", "5")]].concat(),
    );
    assert_eq!(bad.status, 422);
    assert_eq!(bad.error("day"), "Enter a day that isn’t in the future.");
    let link = "Give the link of the report, beginning with https://.";
    assert_eq!(bad.error("reference"), link);
    assert!(bad.error("amount").starts_with("Only lost funding"));
    assert_eq!(bad.attributes("[name='locality']", "value"), ["Nablus"]);

    let words = ("note", "A neighbour saw it.");
    let done = record(ada, &of, &[words]);
    assert_eq!(
        done.notice(),
        "The incident is on record.",
        "{}",
        done.text()
    );
    let one = ada.click(&done, "Raid");
    let assess = |page: &Page, given: &[(&str, &str)]| ada.submit(page, &one.path, given);
    let own = assess(
        &one,
        &[("verdict", "corroborated"), ("source", "applicant")],
    );
    assert_eq!(own.status, 422);
    assert!(
        own.error("source")
            .starts_with("What an organisation says of itself")
    );
    assert_eq!(own.error("reason"), "Fill this in.");
    let court = [
        ("verdict", "verified"),
        ("source", "court"),
        ("reference", "HCJ 1/26"),
    ];
    let seen = assess(
        &one,
        &[&court[..], &[("reason", "Read the order.")]].concat(),
    );
    assert_eq!(seen.notice(), "It is kept, with what was said before.");
    assert_eq!(seen.texts("article:first-of-type .badge"), ["Verified"]);
    assert_eq!(seen.texts("article").len(), 2);
    let mistaken = [
        ("verdict", "mistaken"),
        ("source", "staff"),
        ("reason", "Next door."),
    ];
    // From a page of before: somebody else was faster.
    let press = "01990000-0000-7000-8000-000000000077";
    let old = [("over", "1"), ("press", press)];
    let late = ada.post_with_token(&one.path, &[&mistaken[..], &old].concat());
    assert_eq!(late.status, 409, "{}", late.text());
    assert_eq!(late.texts("textarea[name='reason']"), ["Next door."]);
    let gone = assess(&seen, &mistaken);
    assert!(
        gone.texts("article:first-of-type .badge")
            .contains(&"Mistaken".to_owned())
    );
    let dossier = ada.get(&format!("/admin/applications/{}", round.applications[0]));
    assert!(!dossier.has("#pressure"), "what is mistaken counts nowhere");

    let events = round.site.read(|reader| latest_events(reader, None, 20));
    let told: Vec<&str> = events.iter().map(|event| event.action.as_str()).collect();
    assert!(told.contains(&"record_incident") && told.contains(&"assess_incident"));
    let all = format!("{events:?}");
    assert!(!all.contains("neighbour") && !all.contains("Next door") && !all.contains("raid"));
}

#[test]
fn a_second_press_records_nothing() {
    let round = Deliberation::unscored();
    let ada = &round.ada;
    let of = record_of(
        ada,
        &format!("/admin/applications/{}", round.applications[0]),
    );
    let page = ada.get(&of);
    let given = [
        ("kind", "threat"),
        ("day", "2026-09"),
        ("source", "staff"),
        ("certainty", "claimed"),
    ];
    for _ in 0..2 {
        let done = ada.submit(&page, &of, &given);
        assert_eq!(done.texts("article h3 a"), ["Threat"]);
    }
    assert_eq!(ada.post_with_token(&of, &[("press", "1")]).status, 409);
}

#[test]
fn reviewers_see_kinds_months_and_how_sure_beside_the_criterion() {
    let story = Story::new();
    let (_, place) = stated(&story);
    let ada = &story.ada;
    crate::story::screen(ada, &place, &[("outcome", "eligible")]);
    let noor = ada.invites("Noor Khalil", Role::Reviewer);
    let assigning = format!("/admin{place}/assignments");
    let page = ada.get(&assigning);
    let who = page.forms(&format!("form[action='{assigning}']"))[0].offered("reviewer");
    let done = ada.submit(&page, &assigning, &[("reviewer", &who[0])]);
    assert_eq!(done.status, 200, "{}", done.text());
    let of = record_of(ada, &format!("/admin{place}"));
    record(
        ada,
        &of,
        &[
            ("kind", "threat"),
            ("locality", "Nablus"),
            ("note", "A secret."),
        ],
    );
    let review = place.replace("/applications", "/reviews");
    let declaration = format!("{review}/declaration");
    let open = noor.submit(&noor.get(&review), &declaration, &[("kind", "none")]);
    let beside = open.the("#criterion-political .pressure");
    assert!(beside.contains("Raid, "), "{beside}");
    assert!(
        beside.contains("October 2026") && beside.contains("Claimed"),
        "{beside}"
    );
    assert!(beside.contains("Threat") && beside.contains("Staff of the programme"));
    // The rows are sensitive: neither day nor place beside the criterion.
    let hidden = ["12 October", "Hebron", "Nablus", "A secret"];
    assert!(hidden.iter().all(|word| !beside.contains(word)), "{beside}");
    let lost = open.the("#criterion-financial .pressure");
    assert!(
        lost.contains("Funding lost") && lost.contains("42,000"),
        "{lost}"
    );
}

#[test]
fn where_the_applicant_is_not_named_neither_place_nor_words_are_told() {
    let panel = Panel::new();
    let (ada, noor) = (&panel.ada, &panel.noor);
    panel.declare(noor, "none");
    let of = record_of(ada, &format!("/admin/applications/{}", panel.application));
    record(
        ada,
        &of,
        &[("locality", "Nablus"), ("note", "Al-Manara was told.")],
    );
    panel.rule(&[("applicant_names", "")]);
    let blind = panel.page(noor);
    let beside = blind.the("#criterion-political .pressure");
    assert!(
        beside.contains("Raid") && beside.contains("October 2026"),
        "{beside}"
    );
    let hidden = ["Nablus", "Palestine", "1 October", "Manara"];
    assert!(hidden.iter().all(|word| !beside.contains(word)), "{beside}");
}
