//! Applications in their organisation's hands: starting, writing, sending,
//! following, ending.

mod sending;

use crate::story::{Story, make_organisation, save};
use crate::support::{Page, Person};

const NOT_FOUND: (u16, &str) = (404, "Page not found");

fn states(person: &Person, place: &str) -> Vec<String> {
    person.get(place).texts(".task .badge")
}

fn section(place: &str, code: &str) -> String {
    format!("{place}/sections/{code}")
}

/// Types into a section as it is now and presses "Save and continue".
fn type_in(person: &Person, place: &str, code: &str, fields: &[(&str, &str)]) -> Page {
    let place = section(place, code);
    person.submit(&person.get(&place), &place, fields)
}

#[test]
fn the_first_start_leads_by_way_of_an_organisation_the_second_to_the_same() {
    let story = Story::new();
    let rana = story.site.applicant("Rana Haddad");
    let round = rana.get("/rounds/winter");
    let asked = rana.submit(&round, "/rounds/winter/applications", &[]);
    assert_eq!(asked.heading(), "Add your organisation");
    let fields = [
        ("name_arabic", "معصرة الزيتون"),
        ("base", "gaza"),
        ("community", "palestinian"),
        ("legal_form", "ps_association"),
    ];
    let back = rana.submit(&asked, "/organisations", &fields);
    assert_eq!(back.heading(), "Winter round Start an application");
    assert_eq!(back.notice(), "Your organisation is saved.");
    let started = rana.submit(&back, "/rounds/winter/applications", &[]);
    assert_eq!(
        started.heading(),
        "معصرة الزيتون · Winter round Application without a title yet"
    );
    assert_eq!(
        started.notice(),
        "Your application is started. Begin with any section."
    );
    assert_eq!(started.texts(".task .badge"), ["Not started"; 10]);
    assert_eq!(started.the(".progress-text"), "0 of 10 sections complete");
    let again = rana.submit(&round, "/rounds/winter/applications", &[]);
    assert_eq!(again.path, started.path);
    assert_eq!(
        again.notice(),
        "Your organisation has an application in this round already. Here it is."
    );
    assert_eq!(rana.get("/applications").texts("h3").len(), 1);
}

#[test]
fn who_acts_for_two_organisations_says_for_which() {
    let story = Story::new();
    let rana = story.site.applicant("Rana Haddad");
    make_organisation(&rana, "Olive Press");
    make_organisation(&rana, "Salt House");
    let round = rana.get("/rounds/winter");
    let unsaid = rana.submit(&round, "/rounds/winter/applications", &[]);
    assert_eq!(unsaid.status, 422);
    assert_eq!(unsaid.error("organisation"), "Choose one of the options.");
    let offered = unsaid.forms("main form")[0].offered("organisation");
    assert_eq!(offered.len(), 2);
    let mut started = Vec::new();
    for id in &offered {
        let chosen = [("organisation", id.as_str())];
        started.push(rana.submit(&unsaid, "/rounds/winter/applications", &chosen));
    }
    let mut headings: Vec<String> = started.iter().map(Page::heading).collect();
    headings.sort();
    let untitled = "Winter round Application without a title yet";
    assert_eq!(
        headings,
        [
            format!("Olive Press · {untitled}"),
            format!("Salt House · {untitled}")
        ]
    );
    let (dov, _) = story.draft("Dov Amir", "Well");
    let chosen = [("organisation", offered[0].as_str())];
    let foreign = dov.post_with_token("/rounds/winter/applications", &chosen);
    assert_eq!((foreign.status, &*foreign.heading()), NOT_FOUND);
}

#[test]
fn a_section_is_saved_as_incomplete_as_it_is() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let saved = save(&rana, &place, "request", &[("title", "Legal help")]);
    assert_eq!(saved.heading(), "Olive Press · Winter round Legal help");
    assert_eq!(saved.notice(), "Saved.");
    assert_eq!(states(&rana, &place)[..2], ["Incomplete", "Not started"]);
    let next = type_in(&rana, &place, "request", &[("months", "6")]);
    assert_eq!(next.path, section(&place, "need"));
    let page = rana.get(&section(&place, "request"));
    assert_eq!(
        (page.value("title"), page.value("months")),
        ("Legal help".to_owned(), "6".to_owned())
    );
}

#[test]
fn wrong_values_stay_as_they_were_typed() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    save(&rana, &place, "request", &[("months", "4")]);
    let long = "a".repeat(141);
    let fields = [
        ("title", &*long),
        ("summary", "We accompany shepherds."),
        ("amount", "a lot"),
        ("start", "31/2/2026"),
        ("months", "13 or so"),
        ("budget.0.category", "legal"),
        ("budget.0.amount", "-1"),
    ];
    let refused = type_in(&rana, &place, "request", &fields);
    assert_eq!(
        (refused.status, &*refused.heading()),
        (422, "Section 1 of 10 · 60 minutes left Your request")
    );
    let amount = "Enter an amount such as 12500 or 12,500.50.";
    let errors = [
        ("title", "Shorten this to 140 characters at most."),
        ("amount", amount),
        ("start", "Enter a date such as 2026-03-09 or 9/3/2026."),
        ("months", "Enter a whole number, such as 12."),
        ("budget.0.amount", amount),
    ];
    let asked = [
        "Title of your request:",
        "How much are you asking for?",
        "When would you like to start?",
        "For how many months?",
        "How would you use the money? Row 1, Asked from us:",
    ];
    let named = asked.iter().zip(errors);
    let named = named.map(|(asked, (_, error))| format!("{asked} {error}"));
    assert_eq!(refused.problems(), named.collect::<Vec<_>>());
    for (field, error) in errors {
        assert_eq!(refused.error(field), error, "{field}");
    }
    for (field, value) in fields {
        assert_eq!(refused.value(field), value, "{field}");
    }
    assert_eq!(
        refused.notice(),
        "What we could read is saved. Put right the fields below and save again."
    );
    let kept = rana.get(&section(&place, "request"));
    assert_eq!(kept.value("summary"), "We accompany shepherds.");
    assert_eq!(
        kept.value("months"),
        "4",
        "what can’t be read replaces nothing"
    );
    assert_eq!(kept.value("title"), long, "too long is kept for shortening");
    let put_right = [
        ("title", "Legal help"),
        ("amount", "12000"),
        ("start", "2026-12-01"),
        ("months", "6"),
        ("budget.0.amount", "12000"),
    ];
    let saved = rana.submit(&refused, &section(&place, "request"), &put_right);
    assert_eq!(
        (&*saved.path, &*saved.notice()),
        (&*section(&place, "need"), "Saved.")
    );
}

#[test]
fn hostile_text_is_refused_stripped_or_printed() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let need = section(&place, "need");
    let nul = [("version", "0"), ("situation", "before\0after")];
    let refused = rana.post_with_token(&need, &nul);
    assert_eq!(
        (refused.status, &*refused.heading()),
        (400, "We couldn’t read what was sent")
    );
    assert_eq!(rana.get(&need).value("situation"), "");

    let fields = [
        ("title", "Le\u{202E}gal \u{2066}help\u{0007}"),
        ("summary", "<b>bold</b> & \"so\""),
    ];
    save(&rana, &place, "request", &fields);
    let request = rana.get(&section(&place, "request"));
    assert_eq!(request.value("title"), "Legal help");
    assert_eq!(request.value("summary"), "<b>bold</b> & \"so\"");
    let check = rana.get(&format!("{place}/check"));
    assert!(
        check
            .texts(".summary-answer")
            .contains(&"<b>bold</b> & \"so\"".to_owned())
    );
    assert!(!check.has("main b"));
}

#[test]
fn the_longest_arabic_answer_is_taken_and_a_longer_one_kept_and_flagged() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let longest = vec!["والمستضعفينوالمهجرين"; 400].join(" ");
    let saved = save(&rana, &place, "need", &[("situation", &longest)]);
    assert_eq!((saved.status, &*saved.notice()), (200, "Saved."));
    assert_eq!(states(&rana, &place)[1], "Complete");
    let need = section(&place, "need");
    assert_eq!(rana.get(&need).value("situation"), longest);
    let longer = format!("{longest} كلمة");
    let flagged = type_in(&rana, &place, "need", &[("situation", &longer)]);
    let error = "Shorten this to 400 words; it has 401.";
    assert_eq!((flagged.status, &*flagged.error("situation")), (422, error));
    assert_eq!(rana.get(&need).value("situation"), longer);
    assert_eq!(states(&rana, &place)[1], "Incomplete");
}

#[test]
fn rows_are_added_and_removed_one_by_one() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let request = section(&place, "request");
    let legends = |page: &Page| page.texts(".row-fields > legend");
    let first = [
        ("budget.0.category", "legal"),
        ("budget.0.description", "Court"),
        ("budget.0.amount", "100"),
        ("add", "budget"),
    ];
    let two = type_in(&rana, &place, "request", &first);
    assert_eq!(legends(&two), ["Row 1", "Row 2"]);
    assert_eq!(two.value("budget.0.description"), "Court");
    let second = [
        ("budget.1.category", "office"),
        ("budget.1.description", "Rent"),
        ("budget.1.amount", "50.50"),
        ("add", "budget"),
    ];
    let three = rana.submit(&two, &request, &second);
    assert_eq!(legends(&three), ["Row 1", "Row 2", "Row 3"]);
    let one = rana.submit(&three, &request, &[("remove", "budget.0")]);
    assert_eq!(legends(&one), ["Row 1"]);
    assert_eq!(one.value("budget.0.description"), "Rent");
    let check = rana.get(&format!("{place}/check"));
    let shown = check.table("How would you use the money?");
    assert_eq!(shown.len(), 1);
    assert_eq!(shown[0][..2], ["Office and running costs", "Rent"]);
}
