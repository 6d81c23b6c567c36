//! What was sent, to keep and to compare: the receipt, its PDF, the versions and
//! the difference of two.

use std::collections::BTreeMap;

use evenhand::domain::account::Role;
use evenhand::domain::answers::{Answer, Answers};
use evenhand::domain::application::Status;
use evenhand::domain::member::MemberRole;
use evenhand::domain::round::Window;
use evenhand::domain::{ApplicationId, Money};
use evenhand::policy::Reach;
use evenhand::policy::application::may_submit;
use evenhand::policy::member::Standing;
use evenhand::store::vault::Vault;
use evenhand::store::{Database, StoreError, submission};

use crate::story::{Story, fill, save, send};
use crate::support::{Page, Person, TestSite};

const ARABIC: &str = "داهموا المكتب في 12 آذار مع USAID.";

/// Sends another version with other answers, as a clarification would.
pub fn send_again(
    site: &TestSite,
    id: ApplicationId,
    change: impl Fn(&mut BTreeMap<String, Answer>),
) {
    let reach = Reach::operator();
    let last = site
        .read(|reader| submission::latest(reader, reach, id))
        .expect("something was sent");
    let mut answers = last.answers.0.clone();
    change(&mut answers);
    let vault = Vault::of_file(&site.folder().join("master.key"));
    let vault = vault.expect("the key is read");
    let database = Database::open(site.url(), 1).expect("the database opens");
    let database = database.with_vault(vault);
    let again = (last.version, last.submitted_by, true);
    let written: Result<(), StoreError> = database.write(site.stamp(), |tx| {
        let owner = Standing::Member(MemberRole::Owner);
        let may = may_submit(owner, (id, Status::Draft), Window::Open, true);
        let may = may.expect("a draft is submitted");
        submission::insert(tx, &may, again, &Answers(answers.clone())).map(drop)
    });
    written.expect("the version is kept");
}

/// The application of a place.
fn id_at(place: &str) -> ApplicationId {
    ApplicationId::parse(place.rsplit('/').next().unwrap()).unwrap()
}

fn text(text: &str) -> Answer {
    Answer::Text(text.to_owned())
}

/// The second version: a text reworded, an answer gone, one come, a row changed
/// and a row added.
fn rewrite(answers: &mut BTreeMap<String, Answer>) {
    answers.insert(
        "situation".to_owned(),
        text("The office was sealed & <raided>."),
    );
    answers.insert("same_costs".to_owned(), Answer::YesNo(true));
    answers.remove("universality");
    answers.insert("summary".to_owned(), text(ARABIC));
    if let Some(Answer::Rows(rows)) = answers.get_mut("budget") {
        let Some(Answer::Money(amount)) = rows[0].get("amount").cloned() else {
            panic!("an amount");
        };
        let other = Money::new(amount.minor / 2, amount.currency);
        rows[0].insert("amount".to_owned(), Answer::Money(other));
        let mut more = rows[0].clone();
        more.insert("category".to_owned(), Answer::Choice("security".to_owned()));
        rows.push(more);
    }
}

fn pdf(person: &Person, path: &str) -> (Page, String) {
    let page = person.get(path);
    assert_eq!(
        (page.status, page.header("content-type")),
        (200, Some("application/pdf"))
    );
    let pdf = lopdf::Document::load_mem(&page.body).expect("a PDF");
    let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
    let text = pdf.extract_text(&pages).expect("text");
    (page, text.split_whitespace().collect())
}

#[test]
fn the_receipt_holds_every_question_and_answer() {
    let story = Story::new();
    let (rana, place) = story.sent("Rana Haddad", "Olive Press");
    let receipt = rana.get(&format!("{place}/receipt"));
    let heads = receipt.texts(".facts dt");
    assert_eq!(
        heads,
        [
            "Request",
            "Organisation",
            "Round",
            "Version",
            "Sent",
            "Sent by",
            "Certified by",
            "Fingerprint (SHA-256)",
            "You asked for"
        ]
    );
    for said in [
        "The office was raided.",
        "We accompany shepherds.",
        "Not answered",
    ] {
        assert!(receipt.text().contains(said), "{said}");
    }
    let budget = receipt.texts(".shown-rows td");
    assert_eq!(budget[0], "Legal costs");
    assert_eq!(receipt.title(), "Your application is sent - Evenhand");
    assert_eq!(
        receipt.link("Download as PDF"),
        format!("{place}/receipt.pdf?version=1")
    );
}

#[test]
fn the_pdf_says_what_was_sent_and_stays_the_same() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    fill(&rana, &place);
    let hostile = format!(
        "{ARABIC}\n\n<b>&amp; \u{200F}({} 漢字 \u{1F600}",
        "x".repeat(400)
    );
    save(&rana, &place, "need", &[("situation", &hostile)]);
    send(&rana, &place);
    let receipt = rana.get(&format!("{place}/receipt"));
    let facts = receipt.texts(".facts dd");
    let (reference, digest) = (&receipt.the(".receipt-number"), &facts[7]);
    let (page, said) = pdf(&rana, &format!("{place}/receipt.pdf"));
    assert_eq!(
        page.header("content-disposition"),
        Some(&*format!("attachment; filename=\"{reference}.pdf\""))
    );
    assert_eq!(page.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(page.header("cache-control"), Some("no-store"));
    for text in [
        reference.as_str(),
        digest,
        "OlivePress",
        "RanaHaddad",
        "Weaccompanyshepherds.",
        "<b>&amp;",
        "USAID",
        "USD12,000",
        "Page1of",
        "Notanswered",
    ] {
        assert!(said.contains(text), "{text} in {said}");
    }
    let again = rana.get(&format!("{place}/receipt.pdf?version=1"));
    assert!(
        again.body == page.body,
        "the same version gives the same file"
    );
    rana.set_cookie("language", "ar");
    let (arabic, said) = pdf(&rana, &format!("{place}/receipt.pdf"));
    assert!(arabic.body != page.body && said.contains(digest.as_str()));
    assert!(
        !said.contains("Notanswered"),
        "labels are in the reader's language"
    );
}

#[test]
fn versions_are_listed_and_each_is_kept_as_it_was() {
    let story = Story::new();
    let (rana, place) = story.sent("Rana Haddad", "Olive Press");
    let versions = format!("{place}/versions");
    let alone = rana.get(&versions);
    assert_eq!(
        alone.heading(),
        format!(
            "{} · Olive Press Versions that were sent",
            reference(&alone)
        )
    );
    assert_eq!(alone.texts("tbody th"), ["Version 1"]);
    assert!(!alone.has("form.filter"), "there is nothing to compare yet");
    send_again(&story.site, id_at(&place), rewrite);
    for (person, base) in [
        (&rana, place.clone()),
        (&story.ada, format!("/admin{place}")),
    ] {
        let list = person.get(&format!("{base}/versions"));
        assert_eq!(list.texts("tbody th"), ["Version 2", "Version 1"]);
        assert_eq!(
            list.texts("tbody .badge"),
            ["Late, within the grace period"]
        );
        assert_eq!(
            list.texts("tbody td:nth-child(3)"),
            ["Rana Haddad", "Rana Haddad"]
        );
        assert_eq!(
            list.link("What changed Version 2"),
            format!("{base}/comparison?from=1&to=2")
        );
        let first = person.click(&list, "Read Version 1");
        assert!(first.text().contains("The office was raided."));
        let second = person.click(&list, "Read Version 2");
        assert!(second.text().contains(ARABIC) && !second.text().contains("was raided."));
        let (_, first) = pdf(person, &format!("{base}/receipt.pdf?version=1"));
        assert!(first.contains("Theofficewasraided."));
        assert_eq!(
            person
                .get(&format!("{base}/versions?before=2"))
                .texts("tbody th"),
            ["Version 1"]
        );
    }
}

fn reference(page: &Page) -> String {
    page.the(".over .reference")
}

#[test]
fn a_difference_shows_what_changed_and_says_it_in_words() {
    let story = Story::new();
    let (rana, place) = story.sent("Rana Haddad", "Olive Press");
    send_again(&story.site, id_at(&place), rewrite);
    for (person, base) in [
        (&rana, place.clone()),
        (&story.ada, format!("/admin{place}")),
    ] {
        let page = person.get(&format!("{base}/comparison"));
        assert!(page.heading().ends_with("What changed from version 1 to 2"));
        let reworded = page.texts(".change del, .change ins");
        for piece in [
            "[added: sealed & < end of added]",
            "[added: > end of added]",
            "[removed: No end of removed]",
            "[added: Yes end of added]",
            "[removed: We help everybody. end of removed]",
        ] {
            assert!(
                reworded.iter().any(|found| found == piece),
                "{piece} in {reworded:?}"
            );
        }
        assert!(
            page.text().contains("Row 1 Row changed") && page.text().contains("Row 2 Row added")
        );
        let same = page.the("details summary");
        assert!(same.ends_with("answers are the same in both"), "{same}");
        assert!(
            !page
                .texts(".change h3")
                .iter()
                .any(|change| same.contains(change))
        );
        // Whichever way round, the earlier version is the first.
        let turned = person.get(&format!("{base}/comparison?from=2&to=1"));
        assert_eq!(turned.texts(".change"), page.texts(".change"));
        let none = person.get(&format!("{base}/comparison?from=2&to=2"));
        assert_eq!(none.the(".empty h2"), "No answer changed");
    }
}

#[test]
fn before_anything_is_sent_there_is_nothing_to_compare() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let versions = rana.get(&format!("{place}/versions"));
    assert_eq!(versions.the(".empty h2"), "Nothing is sent yet");
    for page in ["receipt", "receipt.pdf", "comparison", "answers?version=1"] {
        assert_eq!(rana.get(&format!("{place}/{page}")).status, 404, "{page}");
    }
}

#[test]
fn what_is_out_of_reach_is_not_found() {
    let story = Story::new();
    let (rana, place) = story.sent("Rana Haddad", "Olive Press");
    let (yael, _) = story.sent("Yael Cohen", "Field Office");
    let noor = story.ada.invites("Noor Khalil", Role::Reviewer);
    for page in [
        "receipt",
        "receipt.pdf",
        "receipt.pdf?version=1",
        "versions",
        "comparison",
        "answers?version=1",
    ] {
        let own = format!("{place}/{page}");
        let answer = yael.get(&own);
        assert_eq!(
            (answer.status, &*answer.heading()),
            (404, "Page not found"),
            "{page}"
        );
        assert_eq!(yael.ask("HEAD", &own, &[], None).status, 404, "{page}");
        assert_eq!(noor.get(&own).status, 403, "{page}");
    }
    for page in ["answers", "receipt.pdf", "versions", "comparison"] {
        let staff = format!("/admin{place}/{page}");
        assert_eq!(rana.get(&staff).status, 403, "{page}");
        assert_eq!(story.ada.get(&staff).status, 200, "{page}");
    }
    for odd in ["2", "0", "-1", "x", "99999999999", ""] {
        for page in ["receipt", "receipt.pdf", "answers"] {
            let path = format!("{place}/{page}?version={odd}");
            assert_eq!(rana.get(&path).status, 404, "{path}");
        }
    }
    assert_eq!(
        rana.get(&format!("{place}/comparison?from=1&to=9")).status,
        404
    );
}
