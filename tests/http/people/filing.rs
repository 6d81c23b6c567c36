//! Staff file for an organisation that wrote or called: at that application they
//! stand where its people would, and nowhere else.

use evenhand::domain::account::Role;

use super::{DENIED, NOT_FOUND, is, joins};
use crate::asking;
use crate::files::{PDF, added, papers};
use crate::story::{CERTIFIED, Story, fill, make_round, open_round, send};
use crate::support::{Page, Person};

const FILING: &str = "/admin/rounds/winter/filing";

/// Describes an organisation and starts its application; where that is.
fn file(admin: &Person, name: &str) -> Page {
    let describe = format!("{FILING}/organisation");
    let fields = [
        ("name_latin", name),
        ("base", "gaza"),
        ("community", "palestinian"),
        ("legal_form", "unregistered"),
    ];
    let page = admin.submit(&admin.get(&describe), &describe, &fields);
    let how = [
        ("channel", "phone"),
        ("day", "2026-11-01"),
        ("note", "Salma spoke; call again on Mondays."),
    ];
    admin.submit(&page, "form[method='post'][action$='/filing']", &how)
}

#[test]
fn an_admin_files_certifies_as_told_and_sends() {
    let story = Story::new();
    let filed = file(&story.ada, "Sea Road");
    assert_eq!(
        filed.notice(),
        "Started. You write in the organisation’s name; it is marked as filed by you."
    );
    let place = filed.path.clone();
    let list = story.ada.get("/admin/rounds/winter/applications");
    assert_eq!(
        list.link("Sea Road"),
        place,
        "found again before it is sent"
    );
    fill(&story.ada, &place);
    let check = story.ada.get(&format!("{place}/check"));
    assert_eq!(
        check.value("certifier_name"),
        "",
        "not the admin’s own name"
    );
    let fields = [
        ("certifier_name", "Salma Nasser"),
        ("certifier_role", "Coordinator"),
        ("certify", "yes"),
    ];
    let receipt = story
        .ada
        .submit(&check, &format!("{place}/submission"), &fields);
    assert_eq!(receipt.heading(), "Your application is sent");
    let text = receipt.text().replace(['\u{2068}', '\u{2069}'], "");
    assert!(
        text.contains("Salma Nasser, Coordinator, as told to Ada Levi on"),
        "{text}"
    );
    let told = "Ada Levi filed this for the organisation, by phone on 1 November 2026.";
    assert!(text.contains(told), "{text}");
    let dossier = story.ada.get(&format!("/admin{place}"));
    let text = dossier.text().replace(['\u{2068}', '\u{2069}'], "");
    assert!(
        text.contains(told) && text.contains("Salma spoke"),
        "{text}"
    );
    let list = story.ada.get("/admin/rounds/winter/applications");
    assert!(list.text().contains("Filed by staff"));

    let invitation = format!("/admin{place}/owner");
    let form = story.ada.get(&invitation);
    let salma = story.site.visitor().named("Salma Nasser");
    story
        .ada
        .submit(&form, &invitation, &[("email", &salma.email)]);
    let salma = joins(&story.site, "Salma Nasser");
    let timeline = salma.get(&place).text();
    assert!(
        timeline.contains("Written down by programme staff"),
        "{timeline}"
    );
    let again = story
        .ada
        .post_with_token(&invitation, &[("email", "x@example.org")]);
    assert_eq!(again.status, 409, "now its own people invite");
}

#[test]
fn the_filer_reaches_that_application_and_no_other() {
    let story = Story::new();
    let (rana, other) = story.draft("Rana Haddad", "Olive Press");
    let place = file(&story.ada, "Sea Road").path;
    let omar = story.ada.invites("Omar Said", Role::Admin);
    let auditor = story.ada.invites("Uri Tal", Role::Auditor);
    for page in ["", "/check", "/answers", "/sections/need", "/sponsor"] {
        assert_eq!(
            story.ada.get(&format!("{place}{page}")).status,
            200,
            "{page}"
        );
        is(&story.ada.get(&format!("{other}{page}")), DENIED);
        is(&omar.get(&format!("{place}{page}")), DENIED);
        is(&auditor.get(&format!("{place}{page}")), DENIED);
        is(&rana.get(&format!("{place}{page}")), NOT_FOUND);
    }
    let typed = [("version", "0"), ("situation", "Not mine.")];
    is(
        &omar.post_with_token(&format!("{place}/sections/need"), &typed),
        DENIED,
    );
    is(
        &story
            .ada
            .post_with_token(&format!("{other}/sections/need"), &typed),
        DENIED,
    );
    is(
        &story
            .ada
            .post_with_token(&format!("{other}/submission"), &CERTIFIED),
        DENIED,
    );
    for page in [
        "/applications",
        "/organisations",
        "/rounds/winter/applications",
    ] {
        is(&story.ada.get(page), DENIED);
    }
    is(&story.ada.get(&format!("/admin{place}")), NOT_FOUND);
}

#[test]
fn an_admin_who_is_no_admin_any_more_files_nothing_any_more() {
    let story = Story::new();
    let omar = story.ada.invites("Omar Said", Role::Admin);
    let place = file(&omar, "Sea Road").path;
    assert_eq!(omar.get(&place).status, 200);
    let people = story.ada.get("/admin/people");
    let action = people.forms("form[action$='/role']")[0].action.clone();
    story
        .ada
        .post_with_token(&action, &[("role", "admin"), ("held", "no")]);
    is(&omar.get(&place), DENIED);
    story
        .ada
        .post_with_token(&action, &[("role", "applicant"), ("held", "yes")]);
    is(&omar.get(&place), NOT_FOUND);
}

#[test]
fn filing_needs_a_free_place_an_open_round_and_the_truth_about_the_day() {
    let story = Story::new();
    let (rana, _) = story.draft("Rana Haddad", "Olive Press");
    let found = story.ada.get(&format!("{FILING}?name=olive"));
    let how = [
        ("channel", "letter"),
        ("day", "2026-11-03"),
        ("note", "A letter."),
    ];
    let form = "form[method='post'][action$='/filing']";
    let refused = story.ada.submit(&found, form, &how);
    assert_eq!(
        refused.error("day"),
        "Enter a day that isn’t in the future."
    );
    let how = [("day", "2026-11-02")];
    let taken = story.ada.submit(&refused, form, &how);
    let why = "This organisation has an application in this round already.";
    assert_eq!(taken.error("organisation"), why);
    let none = story.ada.get(&format!("{FILING}?name=%25"));
    assert_eq!(none.texts(".empty h2"), ["No organisation of this name"]);
    story.site.pass_minutes(90);
    assert_eq!(story.ada.get(FILING).status, 409);
    let list = story.ada.get("/admin/rounds/winter/applications");
    assert!(!list.source().contains(FILING));
    drop(rana);
}

#[test]
fn who_belongs_to_an_organisation_applies_for_it_and_does_not_file() {
    let story = Story::new();
    let place = file(&story.ada, "Sea Road").path;
    fill(&story.ada, &place);
    assert_eq!(
        send(&story.ada, &place).heading(),
        "Your application is sent"
    );
    let invitation = format!("/admin{place}/owner");
    let form = story.ada.get(&invitation);
    story
        .ada
        .submit(&form, &invitation, &[("email", &story.ada.email)]);
    let link = story.ada.link_in_letter();
    story
        .ada
        .submit(&story.ada.get(&link), &format!("{link}/acceptance"), &[]);
    is(&story.ada.get(&format!("/admin{place}")), NOT_FOUND);
    assert_eq!(story.ada.get(&place).status, 200, "as one of its people");
}

#[test]
fn whoever_files_adds_the_papers_that_came_with_the_letter() {
    let story = asking::story();
    let place = file(&story.ada, "Sea Road").path;
    let paper = added(&story.ada, &papers(&place), "letter.pdf", PDF);
    let read = story.ada.get(&paper);
    assert_eq!((read.status, read.body.as_slice()), (200, PDF));
    let removal = format!("{paper}/removal");
    let after = story.ada.submit(&story.ada.get(&removal), &removal, &[]);
    assert_eq!(after.notice(), "The file is removed.");
}

#[test]
fn what_the_organisation_said_about_itself_comes_along() {
    let story = Story::new();
    story.sent("Rana Haddad", "Olive Press");
    make_round(
        &story.ada,
        &[("slug", "summer"), ("title_en", "Summer round")],
    );
    open_round(&story.ada, "summer");
    let found = story.ada.get("/admin/rounds/summer/filing?name=olive");
    let how = [
        ("channel", "phone"),
        ("day", "2026-11-01"),
        ("note", "Their line is down."),
    ];
    let filed = story
        .ada
        .submit(&found, "form[method='post'][action$='/filing']", &how);
    let states = filed.texts(".task .badge");
    assert!(states.contains(&"To check".to_owned()), "{states:?}");
    assert!(states.contains(&"Not started".to_owned()), "{states:?}");
}
