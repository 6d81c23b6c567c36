//! Screening and the check of the legal status, as staff record them.

use evenhand::domain::account::Role;

use crate::sayings::{stale, told};
use crate::story::{Story, fill, screen, send};

const SHUT: [(&str, &str); 3] = [
    ("outcome", "not_eligible"),
    ("reason", "duplicate"),
    ("note", "Came twice, by mail and here."),
];

#[test]
fn an_eligible_application_goes_into_review() {
    let story = Story::new();
    let (rana, place) = story.sent("Rana Haddad", "Olive Press");
    let (ada, screening) = (&story.ada, format!("/admin{place}/screening"));
    let form = ada.get(&screening);
    assert_eq!(form.heading(), "Olive Press Screening");
    let nothing = ada.submit(&form, &screening, &[("note", "Looked at it.")]);
    assert_eq!(
        (nothing.status, &*nothing.heading()),
        (422, &*form.heading())
    );
    assert_eq!(nothing.problems(), ["Choose one of the options."]);
    assert_eq!(nothing.error("outcome"), "Choose one of the options.");
    assert_eq!(nothing.value("note"), "Looked at it.");

    let done = ada.submit(&nothing, &screening, &[("outcome", "eligible")]);
    assert_eq!(done.path, format!("/admin{place}"));
    assert_eq!(
        done.notice(),
        "The screening is recorded, and the organisation has mail."
    );
    assert_eq!(done.the(".page-head .badge"), "In review");
    assert_eq!(done.the(".card:first-child .answer"), "Looked at it.");
    let letter = rana.letter();
    assert_eq!(letter.subject, "Your application goes into review");
    assert_eq!(rana.link_in_letter(), place);
    assert!(!letter.body.contains("Olive Press") && !letter.body.contains("Looked at it"));
    let status = rana.get(&place);
    assert_eq!(status.the(".page-head .badge"), "In review");
    assert_eq!(
        status.texts(".moment-done .moment-title"),
        ["Started", "Sent", "Checked for eligibility"]
    );
    assert!(!status.text().contains("Looked at it"));
}

#[test]
fn shutting_out_needs_a_reason_and_a_note() {
    let story = Story::new();
    let (rana, place) = story.sent("Rana Haddad", "Olive Press");
    let ada = &story.ada;
    let refused = screen(ada, &place, &[("outcome", "not_eligible")]);
    assert_eq!(refused.status, 422);
    let reason = "Choose the reason why it is not eligible.";
    assert_eq!(refused.problems(), [reason, "Fill this in."]);
    assert_eq!(refused.error("reason"), reason);
    assert_eq!(refused.error("note"), "Fill this in.");
    assert_eq!(refused.value("outcome"), "not_eligible");
    let unlisted = [SHUT[0], ("reason", "whim"), SHUT[2]];
    let unlisted = ada.post_with_token(&format!("/admin{place}/screening"), &unlisted);
    assert_eq!((unlisted.status, &*unlisted.error("reason")), (422, reason));
    assert_eq!(unlisted.value("note"), SHUT[2].1);
    assert_eq!(rana.get(&place).the(".page-head .badge"), "Received");
    assert_eq!(rana.letter().subject, "We have received an application");

    let done = screen(ada, &place, &SHUT);
    assert_eq!(done.the(".page-head .badge"), "Not eligible");
    assert_eq!(
        done.texts(".card:first-child bdi, .card:first-child .answer"),
        ["The same request has already been received", SHUT[2].1]
    );
    let told = ada.get(&format!("/admin{place}/story")).text();
    for why in ["The same request has already been received", SHUT[2].1] {
        assert!(told.contains(why), "{why}: {told}");
    }
    let letter = rana.letter();
    assert_eq!(letter.subject, "There is an answer to your application");
    assert_eq!(rana.link_in_letter(), place);
    for secret in [
        "eligible",
        "Olive Press",
        "already been received",
        "Came twice",
    ] {
        assert!(!letter.body.contains(secret), "{secret}");
    }
    let status = rana.get(&place);
    assert_eq!(status.the(".page-head .badge"), "Not eligible");
    assert_eq!(
        status.texts(".moment-title"),
        ["Started", "Sent", "Checked: not eligible for this round"]
    );
    assert!(!status.text().contains("Came twice"));
    assert!(!status.links().contains(&(
        "Withdraw this application".to_owned(),
        format!("{place}/withdrawal")
    )));
}

#[test]
fn what_was_screened_is_not_screened_again() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let (ada, screening) = (&story.ada, format!("/admin{place}/screening"));
    let unread = ada.get(&screening);
    assert_eq!(
        (unread.status, unread.heading().as_str()),
        (404, "Page not found")
    );
    let unread = ada.post_with_token(&screening, &SHUT);
    assert_eq!(
        (unread.status, unread.heading().as_str()),
        (404, "Page not found")
    );
    fill(&rana, &place);
    send(&rana, &place);
    let (one, other) = (ada.get(&screening), ada.get(&screening));
    ada.submit(&one, &screening, &[("outcome", "eligible")]);
    let why = told("This application is in review now.");
    assert_eq!(stale(&ada.submit(&other, &screening, &SHUT)), why);
    assert_eq!(stale(&ada.submit(&other, &screening, &[])), why);
    assert_eq!(stale(&ada.get(&screening)), why);
    assert_eq!(
        rana.get(&place).the(".page-head .badge"),
        "In review",
        "the first finding stands"
    );
    let letters = story.site.letters_to(&rana.email);
    let last = letters.last().expect("a letter");
    assert_eq!(last.subject, "Your application goes into review");
}

#[test]
fn a_withdrawn_application_is_not_screened() {
    let story = Story::new();
    let (rana, place) = story.sent("Rana Haddad", "Olive Press");
    let screening = format!("/admin{place}/screening");
    let form = story.ada.get(&screening);
    let withdrawal = format!("{place}/withdrawal");
    rana.submit(&rana.get(&withdrawal), &withdrawal, &[]);
    let late = story
        .ada
        .submit(&form, &screening, &[("outcome", "eligible")]);
    assert_eq!(stale(&late), told("This application was withdrawn."));
    assert_eq!(rana.get(&place).the(".page-head .badge"), "Withdrawn");
}

#[test]
fn the_latest_check_of_the_legal_status_counts_and_all_are_kept() {
    let story = Story::new();
    let (rana, place) = story.sent("Rana Haddad", "Olive Press");
    let (ada, dossier) = (&story.ada, format!("/admin{place}"));
    let action = format!("{dossier}/legal-check");
    let check = |fields: &[(&str, &str)]| ada.submit(&ada.get(&dossier), &action, fields);
    assert_eq!(ada.get(&dossier).texts("#legal .badge"), ["Not checked"]);
    let refused = check(&[("outcome", ""), ("note", " ")]);
    assert_eq!(refused.status, 422);
    assert_eq!(
        refused.problems(),
        ["Choose one of the options.", "Fill this in."]
    );
    let noteless = check(&[("outcome", "verified")]);
    assert_eq!(noteless.error("note"), "Fill this in.");
    assert_eq!(noteless.value("outcome"), "verified");
    assert!(noteless.has("#legal details[open]"));

    let first = check(&[("outcome", "not_verified"), ("note", "Register silent.")]);
    assert_eq!(first.notice(), "The check is recorded.");
    assert_eq!(first.the("#standing .badge"), "Not verified");
    assert_eq!(first.texts("#legal .check .badge"), ["Not verified"]);
    check(&[("outcome", "verified"), ("note", "Paper seen.")]);
    let both = ada.get(&dossier);
    assert_eq!(both.the("#standing .badge"), "Verified");
    assert_eq!(
        both.texts("#legal .check .badge"),
        ["Verified", "Not verified"]
    );
    assert_eq!(
        both.texts("#legal .answer"),
        ["Paper seen.", "Register silent."]
    );
    assert!(!rana.get(&place).text().contains("Paper seen."));
}

#[test]
fn an_auditor_reads_and_an_applicant_finds_nothing() {
    let story = Story::new();
    let (rana, place) = story.sent("Rana Haddad", "Olive Press");
    let omar = story.ada.invites("Omar Said", Role::Auditor);
    let dossier = omar.get(&format!("/admin{place}"));
    assert!(dossier.heading().ends_with("Olive Press"));
    assert!(!dossier.has("main form"));
    for part in ["screening", "legal-check"] {
        let path = format!("/admin{place}/{part}");
        let fields = [("outcome", "eligible"), ("note", "n")];
        for (person, why) in [
            (&omar, "Only admins can do this."),
            (&rana, "Only admins can do this."),
        ] {
            let page = person.post_with_token(&path, &fields);
            assert_eq!((page.status, &*page.the(".lead")), (403, why), "{path}");
        }
    }
    let page = rana.get(&format!("/admin{place}"));
    assert_eq!(
        (page.status, &*page.the(".lead")),
        (403, "This page is for programme staff.")
    );
    assert_eq!(rana.get(&place).the(".page-head .badge"), "Received");
}
