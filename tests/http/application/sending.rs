//! An application that is checked, sent, followed, withdrawn, and what others see.

use std::thread;

use super::{NOT_FOUND, section, states};
use crate::sayings::{reference, stale, told};
use crate::story::{ANSWERS, CERTIFIED, Story, fill, make_organisation, save, send, start};
use crate::support::Person;

const SENT: &str = "Your application is sent";
const OVER: &str = "This round has closed. What you wrote is kept.";

fn receipts(story: &Story, person: &Person) -> usize {
    let letters = story.site.letters_to(&person.email).into_iter();
    let receipts = letters.filter(|letter| letter.subject == "We have received an application");
    receipts.count()
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
        let all: Vec<_> = (0..20).map(|_| scope.spawn(press)).collect();
        let pages = all.into_iter().map(|one| one.join().expect("a page"));
        pages.collect::<Vec<_>>()
    });
    let back = press();
    for page in pages.iter().chain([&back]) {
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
    assert_eq!(withdrawn.texts(".moment time").len(), 3);
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
