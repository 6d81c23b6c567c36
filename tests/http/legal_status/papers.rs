use evenhand::domain::account::Role;
use evenhand::store::latest_events;

use super::{record, status_of};
use crate::review::panel::Panel;
use crate::story::Story;

const PAPERS: &str = "Papers";

#[test]
fn every_look_is_kept_and_the_latest_counts() {
    let story = Story::new();
    let (rana, place) = story.sent("Rana Haddad", "Olive Press");
    let (ada, status) = (&story.ada, status_of(&story.ada, &place));
    let bare = ada.get(&status);
    assert_eq!(bare.the("#standing .badge"), "Not checked");
    assert_eq!(bare.column(PAPERS, 0)[0], "Registration certificate");
    assert_eq!(
        bare.column(PAPERS, 1)[..2],
        ["Needed for the gate", "Asked for"]
    );
    assert_eq!(bare.column(PAPERS, 2)[0], "Missing");
    let first = record(
        ada,
        &status,
        "registration",
        &[("outcome", "not_verified"), ("note", "Stamp unreadable.")],
    );
    assert_eq!(first.notice(), "The paper is on record.");
    assert_eq!(first.the("#standing .badge"), "Not verified");
    let fields = [
        ("seen", "register"),
        ("outcome", "verified"),
        ("issued_on", "1/3/2026"),
        ("expires_on", "2027-02-28"),
    ];
    let second = record(ada, &status, "registration", &fields);
    assert_eq!(second.the("#standing .badge"), "Verified");
    let row = &second.table(PAPERS)[0];
    assert_eq!(row[2..5], ["Verified", "1 March 2026", "28 February 2027"]);
    assert!(row[5].contains("Ada Levi"), "{row:?}");
    let looks = ada.get(&format!("{status}/papers/registration"));
    assert_eq!(looks.texts(".look .badge"), ["Verified", "Not verified"]);
    assert_eq!(looks.texts(".look .answer"), ["Seen.", "Stamp unreadable."]);
    // Two papers of a kind never count at once, and the log says no more than the state.
    let events = story.site.read(|reader| latest_events(reader, None, 1));
    assert_eq!(events[0].action, "record_document");
    assert!(
        !events[0].after_state.contains("Seen"),
        "{}",
        events[0].after_state
    );
    let dossier = ada.get(&format!("/admin{place}"));
    assert_eq!(dossier.the("#legal #standing .badge"), "Verified");
    assert_eq!(dossier.link("All papers"), status);
    assert!(!rana.get(&place).text().contains("Stamp unreadable"));
}

#[test]
fn what_is_wrong_stands_beside_the_field_and_nothing_typed_is_lost() {
    let story = Story::new();
    let (_, place) = story.sent("Rana Haddad", "Olive Press");
    let (ada, status) = (&story.ada, status_of(&story.ada, &place));
    let typed = [
        ("issued_on", "2027-01-01"),
        ("expires_on", "2026-13-01"),
        ("outcome", "verified"),
        ("note", " "),
    ];
    let refused = record(ada, &status, "statutes", &typed);
    assert_eq!(refused.status, 422);
    assert_eq!(refused.error("issued_on"), "This day is still to come.");
    assert_eq!(refused.error("note"), "Fill this in.");
    assert!(!refused.error("expires_on").is_empty());
    for (field, value) in &typed[..3] {
        assert_eq!(refused.value(field), *value, "{field}");
    }
    assert_eq!(refused.value("seen"), "paper");
    // A file of somebody else can't be pointed at, and there is no such kind of paper.
    let file = "01990000-0000-7000-8000-000000000000";
    let page = format!("{status}/papers/statutes");
    let forged = [("seen", file), ("outcome", "received")];
    let refused = ada.post_with_token(&page, &forged);
    assert_eq!(refused.error("seen"), "Choose one of the options.");
    assert_eq!(ada.get(&format!("{status}/papers/tea")).status, 404);
}

#[test]
fn what_a_programme_asks_for_is_its_own() {
    let story = Story::new();
    let (_, place) = story.sent("Rana Haddad", "Olive Press");
    let (ada, status) = (&story.ada, status_of(&story.ada, &place));
    record(ada, &status, "registration", &[("outcome", "verified")]);
    let list = ada
        .get("/admin/programmes")
        .link("See papers: Human Rights Fund");
    let form = format!("{list}/ps_association");
    let asked = ada.get(&form);
    assert_eq!(asked.value("registration"), "needed");
    let wrong = ada.post_with_token(&form, &[("registration", "perhaps")]);
    assert_eq!(wrong.status, 422);
    let saved = ada.submit(
        &asked,
        &form,
        &[("statutes", "needed"), ("bank", "not_asked")],
    );
    assert_eq!(saved.notice(), "What is asked for is saved.");
    let now = ada.get(&status);
    assert_eq!(now.the("#standing .badge"), "Not checked");
    assert!(
        !now.column(PAPERS, 0)
            .contains(&"Letter of the bank".to_owned())
    );
    record(ada, &status, "statutes", &[("outcome", "verified")]);
    assert_eq!(ada.get(&status).the("#standing .badge"), "Verified");
    assert_eq!(ada.get(&format!("{list}/tea")).status, 404);
}

#[test]
fn the_way_of_american_money_is_recorded_with_what_the_file_holds() {
    let story = Story::new();
    let (_, place) = story.sent("Rana Haddad", "Olive Press");
    let (ada, status) = (&story.ada, status_of(&story.ada, &place));
    let form = format!("{status}/us-pathway");
    let way = |fields: &[(&str, &str)]| ada.submit(&ada.get(&form), &form, fields);
    let mixed = way(&[
        ("pathway", "er"),
        ("held", "affidavit"),
        ("note", "Counsel."),
    ]);
    assert_eq!(mixed.status, 422);
    assert_eq!(mixed.error("held"), "Some of this belongs to another way.");
    assert_eq!(mixed.value("note"), "Counsel.");
    let given = [
        ("pathway", "ed"),
        ("held", "affidavit"),
        ("held", "determination"),
        ("note", "Counsel, 3 March."),
    ];
    let kept = way(&given);
    assert_eq!(kept.notice(), "The way is on record.");
    assert_eq!(
        kept.texts("#us-pathway .badge"),
        [
            "In the file",
            "Still to come",
            "Still to come",
            "In the file"
        ]
    );
    let changed = way(&[("pathway", "not_us_money"), ("note", "Paid in euro.")]);
    assert_eq!(changed.status, 422, "ticks are not dropped silently");
    let plain = [("pathway", "not_us_money"), ("note", "Paid in euro.")];
    let changed = ada.post_with_token(&form, &plain);
    assert_eq!(changed.status, 303);
    let now = ada.get(&status);
    assert_eq!(
        now.the("#us-pathway strong"),
        "Not money from the United States"
    );
    assert!(now.text().contains("One earlier record is kept."));
}

#[test]
fn whoever_is_kept_away_finds_nothing_and_others_have_no_door() {
    let story = Story::new();
    let ben = story.ada.invites("Ben Carmi", Role::Admin);
    let vera = story.ada.invites("Vera Azoulay", Role::Auditor);
    let noor = story.ada.invites("Noor Amsalem", Role::Reviewer);
    let (rana, place) = story.sent("Rana Haddad", "Olive Press");
    let status = status_of(&story.ada, &place);
    let soon = [("outcome", "verified"), ("expires_on", "2026-12-01")];
    record(&story.ada, &status, "registration", &soon);
    let paper = format!("{status}/papers/registration");
    assert_eq!(
        ben.get("/admin/documents").column("Papers that expire", 0),
        ["Olive Press"]
    );
    let read = vera.get(&paper);
    assert!(read.status == 200 && !read.has("main form"));
    assert_eq!(
        vera.post_with_token(&paper, &[("outcome", "verified")])
            .status,
        403
    );
    let own = format!("/admin{place}/conflict");
    ben.submit(&ben.get(&own), &own, &[("kind", "collaborator")]);
    for page in [&status, &paper, &format!("{status}/us-pathway")] {
        assert_eq!(ben.get(page).status, 404, "{page}");
        for person in [&rana, &noor] {
            assert_eq!(person.get(page).status, 403, "{page}");
        }
    }
    assert_eq!(
        ben.post_with_token(&paper, &[("outcome", "verified")])
            .status,
        404
    );
    assert!(!ben.get("/admin/documents").text().contains("Olive Press"));
}

#[test]
fn reviewers_see_which_papers_are_verified_and_no_more() {
    let panel = Panel::new();
    let place = panel.place();
    let application = place.replace("/reviews/", "/applications/");
    let status = status_of(&panel.ada, &application);
    let verified = [("outcome", "verified"), ("expires_on", "2027-02-28")];
    record(&panel.ada, &status, "registration", &verified);
    record(&panel.ada, &status, "bank", &[("outcome", "not_verified")]);
    panel.declare(&panel.noor, "none");
    let seen = panel.page(&panel.noor).the("#evidence-legal");
    assert!(
        seen.contains("Registration certificate, holds until 28 February 2027"),
        "{seen}"
    );
    assert!(!seen.contains("Letter of the bank"), "{seen}");
    panel.rule(&[("applicant_names", "")]);
    let blind = panel.page(&panel.noor).text();
    assert!(!blind.contains("Registration certificate"));
}
