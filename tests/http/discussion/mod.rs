//! Discussions: who reads and writes them as the phase says, under which name, whose
//! attention is drawn, and that applicants and people in conflict find nothing.

mod flag;
mod mentions;

use evenhand::domain::ApplicationId;
use evenhand::domain::account::Role;
use evenhand::store::{doctor, latest_events};

use crate::deliberation::{Deliberation, EVEN, HIGH, review};
use crate::review::panel::Panel;
use crate::support::{Page, Person, TestSite};

/// Where a reviewer discusses an application.
pub fn inside(id: ApplicationId) -> String {
    format!("/reviews/{id}/discussion")
}

/// Where staff do.
pub fn office(id: ApplicationId) -> String {
    format!("/admin/applications/{id}/discussion")
}

/// Posts from the page as it is, drawing the attention of these voices.
pub fn say(person: &Person, place: &str, body: &str, to: &[&str]) -> Page {
    let mut given = vec![("body", body)];
    given.extend(to.iter().map(|voice| ("mentions", *voice)));
    person.submit(&person.get(place), place, &given)
}

/// Where the reader's own last post is withdrawn.
pub fn withdrawal(page: &Page) -> String {
    let mut places = page.attributes("main a[href$='/withdrawal']", "href");
    places.pop().expect("a post of one's own")
}

/// The labels of those whose attention can be drawn.
fn offered(page: &Page) -> Vec<String> {
    page.texts("[name='mentions'] + label")
}

fn sound(site: &TestSite) {
    let found = site.read(doctor::examine);
    assert_eq!(found, []);
}

/// A round whose first application both reviewers have reviewed: Noor is Reviewer A,
/// Maya Reviewer B.
fn reviewed() -> (Deliberation, ApplicationId) {
    let round = Deliberation::unscored();
    let id = round.applications[0];
    review(&round.noor, id, EVEN);
    review(&round.maya, id, HIGH);
    (round, id)
}

#[test]
fn reviewers_are_letters_to_each_other_and_staff_have_names() {
    let (round, id) = reviewed();
    let (ada, noor, maya) = (&round.ada, &round.noor, &round.maya);
    let first = say(noor, &inside(id), "Where are the accounts?", &[]);
    assert_eq!(first.notice(), "Your post is in the discussion.");
    assert_eq!(first.texts(".thread-head strong"), ["You (Reviewer A)"]);
    say(ada, &office(id), "I have asked for them.", &["reviewer-0"]);
    round.site.pass_minutes(1);
    let read = maya.get(&inside(id));
    assert_eq!(
        read.texts(".thread-head strong"),
        ["Reviewer A", "Ada Levi"]
    );
    assert_eq!(read.texts(".thread-head .badge"), ["Staff"]);
    let bodies = ["Where are the accounts?", "I have asked for them."];
    assert_eq!(read.texts(".thread .answer"), bodies);
    assert!(read.text().contains("Draws the attention of Reviewer A"));
    assert!(!read.source().contains("Noor"), "{}", read.text());
    assert_eq!(offered(&read), ["Reviewer A", "Ada Levi", "Ben Mizrahi"]);
    let staff = ada.get(&office(id));
    let names = ["Noor Khalil (Reviewer A)", "Ada Levi"];
    assert_eq!(staff.texts(".thread-head strong"), names);
    let people = [
        "Noor Khalil (Reviewer A)",
        "Maya Ben-Ami (Reviewer B)",
        "Ben Mizrahi",
    ];
    assert_eq!(offered(&staff), people);
    // The comparison calls her by the same letter.
    let compared = maya.get(&format!("/reviews/{id}"));
    assert_eq!(
        compared.texts(".other-review summary strong"),
        ["Reviewer A"]
    );
    assert_eq!(compared.link("Discussion"), inside(id));
    let mine = noor.get(&inside(id));
    assert_eq!(
        mine.texts(".thread-head .badge"),
        ["Staff", "New since your last post"]
    );
    sound(&round.site);
}

#[test]
fn names_are_shown_where_the_phase_shows_them() {
    let panel = Panel::new();
    panel.rule(&[("reviewer_names", "yes")]);
    let (noor, maya) = (&panel.noor, &panel.maya);
    for person in [noor, maya] {
        panel.declare(person, "none");
        panel.send(person, EVEN, "The records show it.");
    }
    say(noor, &inside(panel.application), "I know this work.", &[]);
    let read = maya.get(&inside(panel.application));
    assert_eq!(read.texts(".thread-head strong"), ["Noor Khalil"]);
    assert_eq!(offered(&read), ["Noor Khalil", "Ada Levi"]);
}

#[test]
fn one_discusses_after_sending_ones_own_and_while_the_phase_says_so() {
    let panel = Panel::new();
    let (noor, ada, id) = (&panel.noor, &panel.ada, panel.application);
    let place = inside(id);
    panel.declare(noor, "none");
    let early = noor.get(&place);
    assert_eq!(early.status, 409);
    assert!(early.text().contains("Send your own review first."));
    assert_eq!(noor.post_with_token(&place, &[("body", "x")]).status, 409);
    assert!(!panel.page(noor).has("nav.tabs"));
    panel.send(noor, EVEN, "The records show it.");
    let tabs = panel.page(noor).texts("nav.tabs a");
    let expected = [
        "Application and your review",
        "Others’ reviews",
        "Discussion",
    ];
    assert_eq!(tabs, expected);
    say(noor, &place, "A first thought.", &[]);
    let empty = say(noor, &place, "  ", &[]);
    assert_eq!(
        (empty.status, &*empty.error("body")),
        (422, "Fill this in.")
    );

    panel.rule(&[("discussion", "")]);
    let hidden = noor.get(&place);
    assert_eq!(hidden.status, 409);
    assert!(
        hidden
            .text()
            .contains("This review phase has no discussion.")
    );
    assert!(!panel.page(noor).source().contains("discussion\""));
    let staff = ada.get(&office(id));
    assert_eq!(staff.texts(".thread .answer"), ["A first thought."]);
    assert!(
        staff
            .text()
            .contains("Read by staff alone in this review phase")
    );
    assert_eq!(offered(&staff), [""; 0]);
    panel.rule(&[("discussion", "yes")]);
    panel.close_round();
    assert_eq!(noor.get(&place).status, 409);
    assert_eq!(ada.get(&office(id)).status, 200);
}

#[test]
fn names_of_applicants_are_covered_where_the_phase_hides_them() {
    let panel = Panel::new();
    panel.rule(&[("applicant_names", "")]);
    panel.declare(&panel.noor, "none");
    panel.send(&panel.noor, EVEN, "The records show it.");
    let place = office(panel.application);
    say(
        &panel.ada,
        &place,
        "Al-Manara Documentation Centre has new accounts.",
        &[],
    );
    let read = panel.noor.get(&inside(panel.application));
    assert_eq!(
        read.texts(".thread .answer"),
        ["[applicant] has new accounts."]
    );
    assert!(!read.source().contains("Manara"));
}

#[test]
fn what_is_withdrawn_is_gone_from_pages_and_its_withdrawal_is_told() {
    let (round, id) = reviewed();
    let (ada, noor, maya) = (&round.ada, &round.noor, &round.maya);
    let posted = say(noor, &inside(id), "Too harsh a word.", &["reviewer-1"]);
    let place = withdrawal(&posted);
    assert_eq!(maya.get(&place).status, 404);
    assert_eq!(maya.post_with_token(&place, &[]).status, 403);
    let asked = noor.get(&place);
    assert_eq!(asked.texts(".answer"), ["Too harsh a word."]);
    round.site.pass_minutes(1);
    let gone = noor.submit(&asked, &place, &[]);
    assert_eq!(gone.notice(), "The post is withdrawn.");
    for (person, path) in [(noor, inside(id)), (maya, inside(id)), (ada, office(id))] {
        let page = person.get(&path);
        assert!(page.the(".thread .absent").starts_with("Withdrawn"));
        assert!(!page.source().contains("harsh") && !page.text().contains("attention of R"));
    }
    assert_eq!(noor.get(&place).status, 409);
    assert_eq!(noor.post_with_token(&place, &[]).status, 409);
    let events = round.site.read(|reader| latest_events(reader, None, 10));
    let told: Vec<&str> = events.iter().map(|event| event.action.as_str()).collect();
    assert!(told.contains(&"withdraw_post") && told.contains(&"post_in_discussion"));
    let words = format!("{events:?}");
    assert!(!words.contains("harsh"));
}

#[test]
fn a_second_press_posts_nothing_and_an_old_page_neither() {
    let (round, id) = reviewed();
    let place = inside(id);
    let page = round.noor.get(&place);
    for _ in 0..2 {
        let done = round.noor.submit(&page, &place, &[("body", "Once.")]);
        assert_eq!(done.texts(".thread .answer"), ["Once."]);
    }
    let old = round
        .noor
        .post_with_token(&place, &[("body", "x"), ("press", "1")]);
    assert_eq!(old.status, 409);
}

#[test]
fn auditors_read_and_applicants_find_nothing() {
    let (round, id) = reviewed();
    let before = round.applicant_pages();
    let letters = round.site.letters_to(&round.rana.email).len();
    let staff = round.ada.get(&office(id));
    let all = staff.forms(&format!("form[action='{}']", office(id)))[0].offered("mentions");
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    say(&round.ada, &office(id), "Secret of the panel.", &all);
    assert_eq!(round.applicant_pages(), before);
    assert_eq!(round.site.letters_to(&round.rana.email).len(), letters);
    for path in [
        inside(id),
        office(id),
        "/admin/rounds/autumn/discussions".to_owned(),
    ] {
        assert_eq!(round.rana.get(&path).status, 403, "{path}");
    }
    for what in ["scores", "decisions"] {
        let export = round.export(&round.ada, what, "");
        assert!(!export.source().contains("Secret"), "{what}");
    }
    let omar = round.ada.invites("Omar Said", Role::Auditor);
    let read = omar.get(&office(id));
    assert_eq!(read.texts(".thread .answer"), ["Secret of the panel."]);
    assert!(!read.has("main form"));
    let list = omar.get("/admin/rounds/autumn/discussions");
    assert_eq!(list.column("Discussions", 3), ["Waits for an answer"]);
}
