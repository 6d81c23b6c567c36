//! A fiscal sponsor is asked, consents, thinks again; its people stay away from
//! the application that they sponsor.

use evenhand::domain::ApplicationId;
use evenhand::domain::account::Role;

use super::{DENIED, NOT_FOUND, is, organisation};
use crate::list_screening::{count, list_of, put, screen, standing};
use crate::story::{Story, fill, make_organisation, save, send};
use crate::support::{Page, Person};

/// Asks a sponsor and answers with the link that it got.
pub fn ask(rana: &Person, place: &str, sponsor: &Person) -> String {
    let page = format!("{place}/sponsor");
    let fields = [("sponsor", "Olive Fund"), ("email", sponsor.email.as_str())];
    let asked = rana.submit(&rana.get(&page), &page, &fields);
    let notices = asked.texts(".notice p");
    assert_eq!(notices[0], "The question is on its way.");
    sponsor.link_in_letter()
}

/// Consents with the only organisation.
pub fn consent(sponsor: &Person, link: &str) -> Page {
    let own = organisation(sponsor).replace("/organisations/", "");
    let given = [("organisation", own.as_str()), ("answer", "consent")];
    sponsor.submit(&sponsor.get(link), &format!("{link}/answer"), &given)
}

#[test]
fn a_sponsor_sees_who_asks_for_what_and_nothing_else() {
    let story = Story::new();
    let (rana, place) = story.sent("Rana Haddad", "Olive Press");
    let dov = story.site.visitor().named("Dov Amir");
    let link = ask(&rana, &place, &dov);
    let letter = dov.letter();
    assert!(!letter.body.contains("Olive Press"));
    let door = dov.get(&link);
    assert!(
        !door.source().contains("Olive Press"),
        "not before signing in"
    );
    dov.join(&link);
    dov.sign_in();
    let asked = dov.get(&link);
    let facts = asked.texts(".facts dd");
    assert_eq!(facts[..2], ["Olive Press", "USD 12,000"]);
    assert!(
        facts[2].contains("6") && facts[2].contains("December"),
        "{}",
        facts[2]
    );
    assert!(!asked.source().contains("shepherds"));
    is(&dov.get(&place), NOT_FOUND);
    let founded = dov.click(&asked, "Add an organisation");
    let fields = [
        ("name_latin", "Olive Fund"),
        ("base", "west_bank"),
        ("community", "palestinian"),
        ("legal_form", "ps_association"),
    ];
    let back = dov.submit(&founded, "/organisations", &fields);
    assert_eq!(back.path, link, "and back to the question");
    let consented = consent(&dov, &link);
    assert_eq!(
        consented.notice(),
        "You have consented. We tell the applicant."
    );
    is(&dov.get(&place), NOT_FOUND);
    assert_eq!(dov.get(&link).status, 409, "answered once");
    let told = rana.get(&rana.link_in_letter());
    assert!(told.text().contains("consent given on"));
    let dossier = story.ada.get(&format!("/admin{place}"));
    let card = dossier.the("#legal");
    assert!(
        card.contains("Consent given") && card.contains("Dov Amir"),
        "{card}"
    );
    assert!(card.contains("Papers of the sponsor"), "{card}");
}

#[test]
fn a_sponsor_declines_and_another_is_asked() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let dov = story.site.applicant("Dov Amir");
    let link = ask(&rana, &place, &dov);
    let page = format!("{place}/sponsor");
    assert!(!rana.get(&page).has("[name='sponsor']"), "one at a time");
    let second = [("sponsor", "Other"), ("email", "o@example.org")];
    assert_eq!(rana.post_with_token(&page, &second).status, 409);
    let declined = dov.submit(
        &dov.get(&link),
        &format!("{link}/answer"),
        &[("answer", "decline")],
    );
    assert_eq!(
        declined.notice(),
        "You have declined. We tell the applicant."
    );
    assert!(
        rana.get(&place)
            .texts(".task-hint")
            .iter()
            .any(|t| t.contains("declined on"))
    );
    ask(&rana, &place, &story.site.visitor().named("Omar Said"));
}

#[test]
fn consent_is_taken_back_until_the_decision_by_either_side() {
    let story = Story::new();
    let (rana, place) = story.sent("Rana Haddad", "Olive Press");
    let dov = story.site.applicant("Dov Amir");
    make_organisation(&dov, "Olive Fund");
    let link = ask(&rana, &place, &dov);
    let list = consent(&dov, &link);
    let withdrawal = list.link("Take consent back");
    is(&rana.get(&withdrawal), NOT_FOUND);
    is(&rana.post_with_token(&withdrawal, &[]), NOT_FOUND);
    let back = dov.submit(&dov.get(&withdrawal), &withdrawal, &[]);
    assert_eq!(
        back.notice(),
        "Your consent is taken back. We tell the applicant."
    );
    assert_eq!(
        dov.post_with_token(&withdrawal, &[]).status,
        409,
        "only once"
    );
    let link = ask(&rana, &place, &dov);
    consent(&dov, &link);
    let drop = format!("{place}/sponsor/withdrawal");
    let dropped = rana.submit(&rana.get(&drop), &drop, &[]);
    assert_eq!(dropped.texts(".notice p")[0], "The question is taken back.");
}

#[test]
fn nobody_sponsors_themselves() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let link = ask(&rana, &place, &rana);
    let own = organisation(&rana).replace("/organisations/", "");
    let given = [("organisation", own.as_str()), ("answer", "consent")];
    is(
        &rana.post_with_token(&format!("{link}/answer"), &given),
        DENIED,
    );
    let dov = story.site.applicant("Dov Amir");
    is(
        &dov.post_with_token(&format!("{link}/answer"), &given),
        NOT_FOUND,
    );
}

#[test]
fn a_sponsors_people_neither_review_nor_decide_what_they_sponsor() {
    let story = Story::new();
    let (rana, place) = story.in_review("Rana Haddad", "Olive Press");
    let noor = story.ada.invites("Noor Khalil", Role::Reviewer);
    let people = story.ada.get("/admin/people");
    let role = people
        .forms("form[action$='/role']")
        .into_iter()
        .map(|form| form.action)
        .collect::<Vec<_>>();
    for action in role {
        story
            .ada
            .post_with_token(&action, &[("role", "applicant"), ("held", "yes")]);
    }
    make_organisation(&noor, "Olive Fund");
    let assignments = format!("/admin{place}/assignments");
    let offered = || {
        let page = story.ada.get(&assignments);
        page.attributes("main [name='reviewer']", "value")
    };
    let before = offered();
    assert_eq!(before.len(), 1);
    let link = ask(&rana, &place, &noor);
    consent(&noor, &link);
    assert_eq!(offered(), [""; 0]);
    let forced = [("reviewer", before[0].as_str())];
    let page = story.ada.post_with_token(&assignments, &forced);
    assert_eq!(page.status, 422, "{}", page.text());
    let mine = place.replace("/applications/", "/reviews/");
    is(&noor.get(&mine), NOT_FOUND);
}

#[test]
fn the_people_of_a_sponsor_are_screened_with_whom_it_sponsors() {
    let story = Story::new();
    let (rana, place) = story.sent("Rana Haddad", "Olive Press");
    let (dov, own) = story.draft("Dov Amir", "Olive Fund");
    fill(&dov, &own);
    let board = [("board.0.name", "Nadia Stone"), ("foreign_transfer", "yes")];
    save(&dov, &own, "capacity", &board);
    send(&dov, &own);
    let id = place
        .rsplit('/')
        .next()
        .and_then(|id| ApplicationId::parse(id).ok());
    let lists = standing(&story.site, id.expect("an id"));
    assert!(!story.ada.get(&lists).text().contains("Nadia Stone"));
    consent(&dov, &ask(&rana, &place, &dov));
    let compared = story.ada.get(&lists).text();
    assert!(compared.contains("Nadia Stone"), "{compared}");
    assert!(compared.contains("Leads the fiscal sponsor or signs for it"));

    let ben = story.ada.invites("Ben Mizrahi", Role::Admin);
    let aside = format!("/admin{own}/conflict");
    ben.submit(&ben.get(&aside), &aside, &[("kind", "collaborator")]);
    for reader in [&ben, &story.ada] {
        assert!(!reader.get(&lists).text().contains("Nadia Stone"));
    }
}

#[test]
fn a_listed_name_that_leads_a_sponsor_is_a_hit_of_whom_it_sponsors() {
    let story = Story::new();
    let (site, ada) = (&story.site, &story.ada);
    count(site, ada, "un");
    let listed = list_of("2026-10-20", &[("S-1", "Nadia Stone")]);
    let person = listed.replace("S-1,Organization", "S-1,Person");
    put(site, ada, "un", &person);
    let (rana, place) = story.sent("Rana Haddad", "Olive Press");
    let (dov, own) = story.draft("Dov Amir", "Olive Fund");
    fill(&dov, &own);
    let board = [("board.0.name", "Nadia Stone"), ("foreign_transfer", "yes")];
    save(&dov, &own, "capacity", &board);
    send(&dov, &own);
    let id = place.rsplit('/').next().expect("an id");
    let lists = standing(site, ApplicationId::parse(id).expect("an id"));
    let before = screen(ada, &lists);
    assert_eq!(before.texts("#standing .badge"), ["No hits"]);
    consent(&dov, &ask(&rana, &place, &dov));
    assert_eq!(
        ada.get(&lists).texts("#standing .badge")[0],
        "To be screened again"
    );
    let found = screen(ada, &lists);
    let rows = found.table("Hits of the last run");
    assert_eq!(rows.len(), 1, "{rows:?}");
    let ours = &rows[0][0];
    assert!(ours.starts_with("Nadia Stone"), "{ours}");
    assert!(
        ours.ends_with("Leads the fiscal sponsor or signs for it"),
        "{ours}"
    );
    assert_eq!(rows[0][1..3], ["Nadia Stone", "un"]);
}
