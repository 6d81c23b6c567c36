//! Applications in their organisation's hands: starting, writing, sending,
//! following, ending.

use std::thread;

use crate::story::{
    ANSWERS, CERTIFIED, Story, fill, make_organisation, reference, save, send, stale, start, told,
};
use crate::support::{Page, Person};

const NOT_FOUND: (u16, &str) = (404, "Page not found");
const SENT: &str = "Your application is sent";
const OVER: &str = "This round has closed. What you wrote is kept.";

fn states(person: &Person, place: &str) -> Vec<String> {
    person.get(place).texts(".task .badge")
}

fn receipts(story: &Story, person: &Person) -> usize {
    let letters = story.site.letters_to(&person.email).into_iter();
    let receipts = letters.filter(|letter| letter.subject == "We have received an application");
    receipts.count()
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
    assert_eq!(refused.problems(), errors.map(|(_, error)| error));
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

#[test]
fn what_is_missing_is_listed_before_and_after_pressing_send() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    for (code, fields) in ANSWERS {
        if code != "need" {
            save(&rana, &place, code, fields);
        }
    }
    let changes = [("amount", "30000"), ("smallest_useful", "40000")];
    save(&rana, &place, "request", &changes);
    let gaps = [
        "What will you do, and why now? Fill this in.",
        "How much are you asking for? Enter an amount from USD 1,000 to USD 25,000.",
        "What is the smallest amount that would still help? The smallest useful amount can’t be more than the amount you ask for.",
        "How would you use the money? The budget lines add up to USD 12,000, but you ask for USD 30,000. They must be equal.",
    ];
    let check = rana.get(&format!("{place}/check"));
    assert_eq!(check.the(".panel-strong h2"), "4 things are still missing");
    assert_eq!(check.texts(".panel-strong li"), gaps);
    assert_eq!(check.buttons(), [""; 0]);
    assert_eq!(
        check.link(gaps[0]),
        format!("{place}/sections/need#f-situation")
    );
    let sent = rana.post_with_token(&format!("{place}/submission"), &[]);
    assert_eq!((sent.status, &*sent.heading()), (422, &*check.heading()));
    assert_eq!(sent.problems(), gaps);
    assert_eq!(rana.get(&format!("{place}/receipt")).status, 404);
    assert_eq!(receipts(&story, &rana), 0);
}

#[test]
fn an_application_is_checked_sent_and_followed() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    fill(&rana, &place);
    assert_eq!(states(&rana, &place), ["Complete"; 10]);
    let reference = reference(&rana, &place);
    let check = rana.get(&format!("{place}/check"));
    let buttons = ["Send application", "Certify now, send later"];
    assert_eq!(check.buttons(), buttons);
    assert_eq!(check.texts(".panel-strong li").len(), 4);
    let receipt = send(&rana, &place);
    assert_eq!(
        (&*receipt.heading(), &*receipt.path),
        (SENT, &*format!("{place}/receipt"))
    );
    assert_eq!(receipt.the(".receipt-number"), reference);
    let facts = receipt.texts(".facts dd");
    assert_eq!(
        facts[..4],
        [
            "Legal help for our field team",
            "Olive Press",
            "Winter round",
            "1"
        ]
    );
    assert_eq!((&*facts[5], facts[7].len()), ("Rana Haddad", 64));
    assert_eq!(facts[8], "USD 12,000");
    assert_eq!(facts.len(), 9, "it is not late");
    let letter = rana.letter();
    assert_eq!(letter.subject, "We have received an application");
    assert_eq!(rana.link_in_letter(), format!("{place}/receipt"));
    for secret in ["Legal help", "Olive Press", "raided", "12,000"] {
        assert!(!letter.body.contains(secret), "{secret}");
    }
    let status = rana.click(&receipt, "Follow the application");
    assert_eq!(status.the(".page-head .badge"), "Received");
    assert_eq!(
        status.texts(".moment-title"),
        [
            "Started",
            "Sent",
            "Checked for eligibility",
            "Read and scored by reviewers",
            "Decided"
        ]
    );
    assert_eq!(
        status.texts(".moment-done .moment-title"),
        ["Started", "Sent"]
    );
    let answers = rana.click(&status, "Read the answers");
    assert!(
        answers
            .texts(".summary-answer")
            .contains(&"The office was raided.".to_owned())
    );
    let late = [("version", "1"), ("situation", "Changed after sending.")];
    let changed = rana.post_with_token(&section(&place, "need"), &late);
    assert_eq!(changed.status, 409);
    assert_eq!(
        changed.notice(),
        "This application was submitted already. What you typed is still below, so that you can copy it."
    );
    assert_eq!(changed.value("situation"), "Changed after sending.");
    let answers = rana.get(&format!("{place}/answers"));
    assert!(!answers.text().contains("Changed after sending."));
}

#[test]
fn a_double_click_sends_once() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    fill(&rana, &place);
    let check = rana.get(&format!("{place}/check"));
    let press = || rana.submit(&check, &format!("{place}/submission"), &CERTIFIED);
    let pages = thread::scope(|scope| {
        let both = [scope.spawn(press), scope.spawn(press)];
        both.map(|one| one.join().expect("a page"))
    });
    let back = press();
    for page in [&pages[0], &pages[1], &back] {
        assert_eq!((page.status, &*page.heading()), (200, SENT));
        assert_eq!(page.texts("dl, .receipt"), back.texts("dl, .receipt"));
    }
    assert_eq!(receipts(&story, &rana), 1);
    let list = story.ada.get("/admin/rounds/winter/applications");
    assert_eq!(list.texts("tbody tr").len(), 1);
}

#[test]
fn within_the_grace_it_counts_as_late() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    fill(&rana, &place);
    story.site.pass_minutes(75);
    let check = rana.get(&format!("{place}/check"));
    assert_eq!(
        check.notice(),
        "The deadline has passed. If you send now, your application still counts and is marked as late."
    );
    let receipt = send(&rana, &place);
    assert_eq!(
        (&*receipt.heading(), &*receipt.texts(".facts dd")[5]),
        (SENT, "Late, within the grace period")
    );
    let dossier = story.ada.get(&format!("/admin{place}"));
    assert_eq!(dossier.texts(".page-head .badge"), ["Submitted", "Late"]);
}

#[test]
fn after_the_grace_nothing_is_taken_and_nothing_is_lost() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    fill(&rana, &place);
    let need = section(&place, "need");
    let (form, check) = (rana.get(&need), rana.get(&format!("{place}/check")));
    story.site.pass_minutes(76);
    let typed = rana.submit(&form, &need, &[("situation", "Typed too late.")]);
    assert_eq!(typed.status, 409);
    assert_eq!(
        typed.notice(),
        format!("{OVER} What you typed is still below, so that you can copy it.")
    );
    assert_eq!(typed.value("situation"), "Typed too late.");
    let sent = rana.submit(&check, &format!("{place}/submission"), &[]);
    assert_eq!((sent.status, &*sent.notice()), (409, OVER));
    assert!(
        sent.texts(".summary-answer")
            .contains(&"The office was raided.".to_owned())
    );
    assert_eq!(sent.buttons(), [""; 0]);
    assert_eq!(receipts(&story, &rana), 0);
    let tasks = rana.get(&place);
    assert_eq!(
        tasks.the(".notice"),
        "This round has ended, and this application wasn’t sent. What you wrote is kept for you to read and copy. Read the answers"
    );
    let dov = story.site.applicant("Dov Amir");
    make_organisation(&dov, "Salt House");
    let start = dov.post_with_token("/rounds/winter/applications", &[]);
    assert_eq!(
        stale(&start),
        told("This round doesn’t take new applications any more.")
    );
}

#[test]
fn withdrawing_and_discarding_are_asked_first_and_make_room() {
    let story = Story::new();
    let (rana, place) = story.sent("Rana Haddad", "Olive Press");
    let discard = format!("{place}/discard");
    let submitted = told("This application was submitted already.");
    assert_eq!(stale(&rana.get(&discard)), submitted);
    assert_eq!(stale(&rana.post_with_token(&discard, &[])), submitted);
    let withdrawal = format!("{place}/withdrawal");
    let asking = rana.get(&withdrawal);
    assert_eq!(asking.heading(), "Withdraw this application");
    assert_eq!(rana.get(&place).the(".page-head .badge"), "Received");
    let withdrawn = rana.submit(&asking, &withdrawal, &[]);
    assert_eq!(withdrawn.notice(), "The application is withdrawn.");
    assert_eq!(withdrawn.the(".page-head .badge"), "Withdrawn");
    assert_eq!(
        withdrawn.texts(".moment-title"),
        ["Started", "Sent", "Withdrawn"]
    );
    let again = rana.submit(&asking, &withdrawal, &[]);
    assert_eq!(
        (again.status, &*again.heading()),
        (200, &*withdrawn.heading())
    );
    let sent = rana.post_with_token(&format!("{place}/submission"), &[]);
    assert_eq!(stale(&sent), told("This application was withdrawn."));

    let second = start(&rana);
    assert_ne!(second, place);
    let withdrawal = rana.get(&format!("{second}/withdrawal"));
    assert_eq!(
        stale(&withdrawal),
        told("This application is still a draft.")
    );
    let discard = format!("{second}/discard");
    let asking = rana.get(&discard);
    assert_eq!(asking.heading(), "Discard this draft");
    let gone = rana.submit(&asking, &discard, &[]);
    assert_eq!(
        (&*gone.path, &*gone.notice()),
        ("/applications", "The draft is discarded.")
    );
    let third = start(&rana);
    assert!(third != second && third != place);
}

#[test]
fn others_find_no_page_of_it() {
    let story = Story::new();
    let (rana, sent) = story.sent("Rana Haddad", "Olive Press");
    let (maya, draft) = story.draft("Maya Ben-Ami", "Salt House");
    let (dov, _) = story.draft("Dov Amir", "Well");
    let parts = [
        "",
        "/sections/need",
        "/check",
        "/receipt",
        "/answers",
        "/withdrawal",
        "/discard",
    ];
    let posts = ["/sections/need", "/submission", "/withdrawal", "/discard"];
    for place in [&sent, &draft] {
        for part in parts {
            let page = dov.get(&format!("{place}{part}"));
            assert_eq!((page.status, &*page.heading()), NOT_FOUND, "{part}");
        }
        for part in posts {
            let pairs = [("version", "0"), ("situation", "Taken over.")];
            let page = dov.post_with_token(&format!("{place}{part}"), &pairs);
            assert_eq!((page.status, &*page.heading()), NOT_FOUND, "{part}");
        }
    }
    // The same pages are there for those whose they are, and nothing changed.
    assert_eq!(rana.get(&format!("{sent}/receipt")).heading(), SENT);
    assert_eq!(rana.get(&sent).the(".page-head .badge"), "Received");
    assert_eq!(states(&maya, &draft), ["Not started"; 10]);
    assert_eq!(maya.get(&section(&draft, "need")).value("situation"), "");
    assert_eq!(
        maya.get(&format!("{draft}/discard")).heading(),
        "Discard this draft"
    );
}
