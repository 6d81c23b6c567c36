//! The engagement log of an organisation: what is written stays, what is quoted is
//! quoted word for word, and it reaches those alone for whom it is meant.

use evenhand::domain::account::Role;
use evenhand::store::latest_events;

use crate::deliberation::Deliberation;
use crate::review::panel::Panel;
use crate::support::{Page, Person};

const NOTES: &str = "Al-Manara Documentation Centre keeps receipts for everything.\nThe director showed the ledger.";

/// The log of the organisation behind a dossier.
pub fn log_of(ada: &Person, application: &str) -> String {
    let dossier = ada.get(&format!("/admin/applications/{application}"));
    let desk = ada.click(&dossier, "About the organisation");
    format!("{}/engagement", desk.path)
}

/// Adds an entry, with other values for some fields.
pub fn add(person: &Person, log: &str, given: &[(&str, &str)]) -> Page {
    let mut all = vec![("kind", "visit"), ("day", "2026-10-01"), ("notes", NOTES)];
    all.retain(|(name, _)| given.iter().all(|(other, _)| other != name));
    all.extend(given);
    person.submit(&person.get(log), log, &all)
}

/// Adds an entry and opens its page.
pub fn entry(person: &Person, log: &str) -> Page {
    let added = add(person, log, &[("place", "Ramallah")]);
    assert_eq!(
        added.notice(),
        "The entry is in the log.",
        "{}",
        added.text()
    );
    person.get(&added.link("Visit, 1 October 2026"))
}

pub fn quote(person: &Person, page: &Page, given: &[(&str, &str)]) -> Page {
    let action = format!("{}/quotation", page.path);
    let form = &page.forms(&format!("form[action='{action}']"))[0];
    let application = form.offered("application")[0].clone();
    let mut all = vec![("application", application.as_str())];
    all.extend(given);
    person.submit(page, &action, &all)
}

#[test]
fn entries_are_added_corrected_by_new_versions_and_never_lost() {
    let panel = Panel::new();
    let (ada, id) = (&panel.ada, panel.application.to_string());
    let log = log_of(ada, &id);
    let bad = add(
        ada,
        &log,
        &[("day", "2036-10-01"), ("notes", " "), ("place", "Nablus")],
    );
    assert_eq!(bad.status, 422);
    assert_eq!(bad.error("day"), "Enter a day that isn’t in the future.");
    assert_eq!(bad.error("notes"), "Fill this in.");
    assert_eq!(bad.attributes("[name='place']", "value"), ["Nablus"]);

    let page = entry(ada, &log);
    assert_eq!(page.texts("article .answer").len(), 1);
    let place = format!("{}/correction", page.path);
    let asked = ada.get(&place);
    let silent = ada.submit(&asked, &place, &[("notes", "No receipts.")]);
    assert_eq!(
        (silent.status, &*silent.error("reason")),
        (422, "Fill this in.")
    );
    let fixed = [
        ("notes", "Receipts for most."),
        ("reason", "Misread my own hand."),
    ];
    let done = ada.submit(&asked, &place, &fixed);
    assert_eq!(done.notice(), "The correction is kept.", "{}", done.text());
    let versions = done.texts("article .answer");
    assert_eq!(versions[0], "Receipts for most.");
    assert!(versions[1].starts_with("Al-Manara"));
    assert!(done.text().contains("Misread my own hand."));
    // A page from before the correction is old now; what was typed there is kept.
    let press = "01990000-0000-7000-8000-000000000077";
    let over = [("over", "1"), ("press", press), ("kind", "visit")];
    let rest = [
        ("day", "2026-10-01"),
        ("notes", "Mine."),
        ("reason", "Late."),
    ];
    let late = ada.post_with_token(&place, &[over, rest].concat());
    assert_eq!(late.status, 409);
    assert!(late.text().contains("Mine.") && late.text().contains("corrected this entry"));

    let events = panel.site.read(|reader| latest_events(reader, None, 10));
    let told: Vec<&str> = events.iter().map(|event| event.action.as_str()).collect();
    assert!(told.contains(&"log_engagement") && told.contains(&"correct_engagement"));
    assert!(!format!("{events:?}").contains("eceipts"));
}

#[test]
fn a_second_press_adds_nothing_and_a_long_log_has_pages() {
    let panel = Panel::new();
    let (ada, id) = (&panel.ada, panel.application.to_string());
    let log = log_of(ada, &id);
    let page = ada.get(&log);
    let given = [("kind", "call"), ("day", "2026-09-01"), ("notes", "Once.")];
    for _ in 0..2 {
        let done = ada.submit(&page, &log, &given);
        assert_eq!(done.texts("article .answer"), ["Once."]);
    }
    for n in 0..51 {
        let day = format!("2026-{:02}-{:02}", 1 + n / 28, 1 + n % 28);
        let added = add(
            ada,
            &log,
            &[("day", &day), ("notes", &format!("Note {n}."))],
        );
        assert_eq!(added.status, 200, "{}", added.text());
    }
    let first = ada.get(&log);
    let notes = first.texts("article .answer");
    assert_eq!(
        (notes.len(), &*notes[0], &*notes[1]),
        (50, "Once.", "Note 50.")
    );
    let second = ada.click(&first, "Next page");
    assert_eq!(second.texts("article .answer"), ["Note 1.", "Note 0."]);
}

#[test]
fn what_is_quoted_for_reviewers_stands_beside_the_criterion() {
    let panel = Panel::new();
    let (ada, noor, id) = (&panel.ada, &panel.noor, panel.application.to_string());
    let page = entry(ada, &log_of(ada, &id));
    panel.declare(noor, "none");
    let made_up = quote(
        ada,
        &page,
        &[("words", "no receipts"), ("audience", "staff")],
    );
    assert_eq!(made_up.status, 422);
    let wrong = "These words don’t stand in the notes in one piece.";
    assert_eq!(made_up.error("words"), wrong);
    let words = "Al-Manara Documentation Centre keeps receipts";
    quote(
        ada,
        &page,
        &[("words", "The director showed"), ("audience", "staff")],
    );
    let open = [
        ("words", words),
        ("audience", "reviewers"),
        ("criterion", "admin"),
    ];
    let done = quote(ada, &ada.get(&page.path), &open);
    assert_eq!(done.notice(), "The words are quoted.", "{}", done.text());

    let read = panel.page(noor);
    assert_eq!(read.texts("#criterion-admin blockquote"), [words]);
    assert_eq!(read.texts("blockquote"), [words]);
    assert!(read.text().contains("Visit, 1 October 2026"));
    assert!(!read.source().contains("The director showed"));
    let dossier = ada.get(&format!("/admin/applications/{id}"));
    assert_eq!(dossier.texts("#quotes blockquote").len(), 2);

    // Where the applicant isn't named, names are covered and the day stays unsaid.
    panel.rule(&[("applicant_names", "")]);
    let blind = panel.page(noor);
    assert!(!blind.source().contains("Manara") && !blind.text().contains("1 October"));
    assert_eq!(blind.texts("blockquote"), ["[applicant] keeps receipts"]);
}

#[test]
fn people_of_both_sides_are_kept_shown_and_quoted() {
    let panel = Panel::new();
    let (ada, noor, id) = (&panel.ada, &panel.noor, panel.application.to_string());
    let log = log_of(ada, &id);
    let (theirs, ours) = ("Huda Salameh, accountant", "Ada Levi, Ben Carmi");
    let people = [
        ("theirs", theirs),
        ("ours", ours),
        ("notes", "Huda Salameh keeps the ledger herself."),
    ];
    let added = add(ada, &log, &people);
    assert_eq!(added.texts("article .facts dd"), [theirs, ours]);
    let page = ada.get(&added.link("Visit, 1 October 2026"));
    assert_eq!(page.texts("article .facts dd"), [theirs, ours]);
    // A correction of who was there leaves who was said to be.
    let place = format!("{}/correction", page.path);
    let treasurer = "Huda Salameh, treasurer";
    let fixed = [("theirs", treasurer), ("reason", "Another office.")];
    let done = ada.submit(&ada.get(&place), &place, &fixed);
    let told = done.texts("article .facts dd");
    assert_eq!(told, [treasurer, ours, theirs, ours]);

    panel.declare(noor, "none");
    let words = "Huda Salameh keeps the ledger";
    let open = [
        ("words", words),
        ("audience", "reviewers"),
        ("criterion", "admin"),
    ];
    let quoted = quote(ada, &ada.get(&page.path), &open);
    assert_eq!(quoted.notice(), "The words are quoted.");
    let read = panel.page(noor);
    assert_eq!(read.texts("#criterion-admin blockquote"), [words]);
    // The list of who was there is for staff.
    assert!(!read.source().contains("treasurer") && !read.source().contains("Carmi"));
}

#[test]
fn a_mistaken_entry_and_an_ended_quotation_leave_reviewers() {
    let panel = Panel::new();
    let (ada, noor, id) = (&panel.ada, &panel.noor, panel.application.to_string());
    let page = entry(ada, &log_of(ada, &id));
    panel.declare(noor, "none");
    let whole = [("words", "showed the ledger"), ("audience", "reviewers")];
    quote(ada, &page, &whole);
    assert_eq!(panel.page(noor).texts("blockquote"), ["showed the ledger"]);
    let dossier = ada.get(&format!("/admin/applications/{id}"));
    let end = dossier.attributes("#quotes form", "action")[0].clone();
    ada.submit(&dossier, &end, &[]);
    assert_eq!(panel.page(noor).texts("blockquote"), [""; 0]);
    quote(ada, &ada.get(&page.path), &whole);
    assert_eq!(panel.page(noor).texts("blockquote"), ["showed the ledger"]);
    let place = format!("{}/correction", page.path);
    let mistaken = [("mistaken", "yes"), ("reason", "Another organisation.")];
    let done = ada.submit(&ada.get(&place), &place, &mistaken);
    assert!(done.text().contains("Mistaken entry"));
    assert_eq!(panel.page(noor).texts("blockquote"), [""; 0]);
    assert!(!done.has("form[action$='/quotation']"));
}

#[test]
fn a_quotation_is_put_into_the_rationale_and_nothing_typed_is_lost() {
    let round = Deliberation::new();
    let ada = &round.ada;
    let page = entry(ada, &log_of(ada, round.applications[0].as_str()));
    quote(
        ada,
        &page,
        &[("words", "receipts for everything"), ("audience", "staff")],
    );
    let form = round.decision(ada, 0);
    let pressed = form.forms(&format!("form[action='{}']", round.place(0)))[0].offered("quote");
    let typed = [
        ("rationale", "Strong."),
        ("feedback", "Thanks."),
        ("quote", &pressed[0]),
    ];
    let again = ada.submit(&form, &round.place(0), &typed);
    assert_eq!(again.status, 200, "{}", again.text());
    let rationale = again.texts("textarea[name='rationale']").concat();
    assert_eq!(
        rationale,
        "Strong. “receipts for everything” (Visit, 1 October 2026)"
    );
    assert_eq!(again.texts("textarea[name='feedback']"), ["Thanks."]);
}

#[test]
fn auditors_read_and_whoever_is_kept_away_finds_nothing() {
    let round = Deliberation::new();
    let (ada, ben) = (&round.ada, &round.ben);
    let id = round.applications[0].as_str();
    let log = log_of(ada, id);
    let page = entry(ada, &log);
    let omar = ada.invites("Omar Said", Role::Auditor);
    let read = omar.get(&log);
    assert_eq!(read.texts("article .answer").len(), 1);
    assert!(!read.has("main form") && !omar.get(&page.path).has("main form"));
    assert_eq!(ben.get(&log).status, 200);
    let own = format!("/admin/applications/{id}/conflict");
    ben.submit(&ben.get(&own), &own, &[("kind", "collaborator")]);
    for path in [&log, &page.path, &format!("{}/correction", page.path)] {
        assert_eq!(ben.get(path).status, 404, "{path}");
    }
    assert_eq!(ben.post_with_token(&log, &[("kind", "visit")]).status, 404);
    assert!(!ben.get("/admin/audit").text().contains("log_engagement"));
    for person in [&round.noor, &round.rana] {
        assert_eq!(person.get(&log).status, 403);
    }
}
