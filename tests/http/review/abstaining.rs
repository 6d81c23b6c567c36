//! Abstaining with a review that was sent: it counts no longer and stays sealed, until
//! the application is given again.

use evenhand::domain::ApplicationId;
use evenhand::domain::application::Status;
use evenhand::store::{doctor, latest_events};

use super::FULL;
use super::panel::Panel;
use crate::deliberation::{Deliberation, HIGH, review};
use crate::discussion::{inside, say};
use crate::support::{Page, Person};

const WHY: &str = "Not my field after all.";

fn abstain(person: &Person, id: ApplicationId) -> Page {
    let place = format!("/reviews/{id}/decline");
    let asked = person.get(&place);
    assert_eq!(asked.status, 200, "{}", asked.text());
    person.submit(&asked, &place, &[("reason", WHY)])
}

fn assignments(id: ApplicationId) -> String {
    format!("/admin/applications/{id}/assignments")
}

/// Assigns the only reviewer who is free.
fn give_back(admin: &Person, id: ApplicationId) -> Page {
    let page = admin.get(&assignments(id));
    let form = &page.forms(&format!("form[action='{}']", assignments(id)))[0];
    let offered = form.offered("reviewer");
    assert_eq!(offered.len(), 1, "{offered:?}");
    let done = admin.submit(&page, &assignments(id), &[("reviewer", &offered[0])]);
    assert_eq!(done.status, 200, "{}", done.text());
    done
}

/// The means, the number of reviews and their span in the line of the first
/// application, as it is exported.
fn line(round: &Deliberation) -> String {
    let sheet = round.export(&round.ada, "decisions", "");
    let found = sheet.source().lines();
    let mut found = found.filter(|line| line.starts_with("EH-AAAA-2222"));
    found.next().expect("the first application").to_owned()
}

#[test]
fn a_sent_review_counts_no_longer_and_stays_sealed() {
    let round = Deliberation::new();
    let (ada, maya, id) = (&round.ada, &round.maya, round.applications[0]);
    assert!(line(&round).contains(",77.50,69.17,90.00,2,75.00,80.00,1,"));
    let own = maya.get(&format!("/reviews/{id}"));
    let place = own.link("Abstain from this application");
    let asked = maya.get(&place);
    assert!(asked.text().contains("What you sent first stays sealed"));
    let silent = maya.submit(&asked, &place, &[("reason", " ")]);
    assert_eq!(silent.status, 422);
    assert_eq!(abstain(maya, id).heading(), "Your reviews");
    assert_eq!(maya.get(&format!("/reviews/{id}")).status, 404);
    assert_eq!(maya.get(&place).status, 404);

    let alone = line(&round);
    assert!(
        alone.contains(",75.00,65.00,90.00,1,75.00,75.00,"),
        "{alone}"
    );
    let scores = round.export(ada, "scores", "");
    assert!(scores.source().contains("EH-AAAA-2222,Noor Khalil,"));
    assert!(!scores.source().contains("EH-AAAA-2222,Maya Ben-Ami,"));
    let dossier = ada.get(&format!("/admin/applications/{id}"));
    assert!(dossier.text().contains("Maya Ben-Ami Abstained"));
    assert!(dossier.text().contains(WHY));
    let given = ada.get(&assignments(id));
    assert!(given.the("#declined").contains("It stays sealed and kept"));
    let story = ada.get(&format!("/admin/applications/{id}/story"));
    assert!(story.text().contains("Abstained after sending"));
    let events = round.site.read(|reader| latest_events(reader, None, 10));
    assert!(events.iter().any(|event| event.action == "abstain"));
    assert!(!format!("{events:?}").contains(WHY));
    assert_eq!(round.site.read(doctor::examine), []);
}

#[test]
fn it_counts_again_as_it_was_for_whoever_gets_the_application_again() {
    let round = Deliberation::new();
    let (ada, maya, id) = (&round.ada, &round.maya, round.applications[0]);
    let before = line(&round);
    abstain(maya, id);
    let given = give_back(ada, id);
    assert!(!given.text().contains("It stays sealed and kept"));
    // Nothing was waited for: the deliberation was not left.
    assert_eq!(line(&round), before);
    let own = maya.get(&format!("/reviews/{id}"));
    assert!(own.text().contains("Total 80.0"), "{}", own.text());
    assert_eq!(
        own.texts(".moment-text").len(),
        1,
        "still the first version"
    );
}

#[test]
fn needed_reviews_are_waited_for_without_whoever_abstained() {
    let panel = Panel::new();
    panel.rule(&[("needed", "2")]);
    panel.declare(&panel.noor, "none");
    panel.declare(&panel.maya, "none");
    panel.send(&panel.noor, FULL, "The records show it.");
    abstain(&panel.noor, panel.application);
    panel.send(&panel.maya, FULL, "I think so.");
    assert_eq!(panel.status(), Status::InReview);
    // Back with a review that is sent, there are two.
    give_back(&panel.ada, panel.application);
    assert_eq!(panel.status(), Status::Deliberation);
}

#[test]
fn everybody_keeps_their_letter() {
    let round = Deliberation::unscored();
    let (ada, noor, maya) = (&round.ada, &round.noor, &round.maya);
    let id = round.applications[0];
    review(noor, id, HIGH);
    review(maya, id, HIGH);
    say(noor, &inside(id), "Where are the accounts?", &[]);
    say(maya, &inside(id), "In the annex.", &[]);
    let heads = |page: Page| page.texts(".thread-head strong");
    let before = heads(maya.get(&inside(id)));
    assert_eq!(before, ["Reviewer A", "You (Reviewer B)"]);
    abstain(noor, id);
    assert_eq!(heads(maya.get(&inside(id))), before);
    give_back(ada, id);
    assert_eq!(heads(maya.get(&inside(id))), before);
}

#[test]
fn what_is_least_reviewed_is_counted_without_it() {
    let round = Deliberation::unscored();
    let (noor, maya, id) = (&round.noor, &round.maya, round.applications[0]);
    let first = || {
        let queue = maya.get("/reviews?order=least");
        queue.column("Reviews to write", 0).remove(0)
    };
    review(noor, id, HIGH);
    assert_ne!(first(), "EH-AAAA-2222");
    abstain(noor, id);
    assert_eq!(first(), "EH-AAAA-2222");
}
