//! Overlaps of an application with the ledger.

use evenhand::domain::account::Role;

use super::{bring, row};
use crate::story::Story;

const TITLE: &str = "Legal help for our field team";

#[test]
fn staff_see_what_is_alike_and_say_what_it_is() {
    let story = Story::new();
    bring(&story.ada, &row("360G-a-1", TITLE, "Olive Presss"), false);
    bring(&story.ada, &row("360G-a-2", "A bus", "Sea Farmers"), false);
    let (_, place) = story.sent("Rana Haddad", "Olive Press");
    let overlaps = format!("/admin{place}/overlaps");
    let page = story.ada.get(&overlaps);
    assert_eq!(page.texts(".card h2"), [TITLE]);
    assert_eq!(page.texts(".card .badge"), ["Open"]);
    let parts = page.texts(".card li");
    assert!(
        parts.contains(&"6 of 6 months are the same".to_owned()),
        "{parts:?}"
    );

    let one = page.attributes(".card h2 a", "href")[0].clone();
    let asked = story.ada.get(&one);
    assert!(
        asked.the(".page-head").contains(" of 100"),
        "{}",
        asked.text()
    );
    let told = asked.text();
    assert!(told.contains("Words of both, shortened: "), "{told}");
    let refused = story.ada.submit(&asked, &one, &[("standing", "dismissed")]);
    assert_eq!(refused.status, 422);
    assert_eq!(refused.error("reason"), "Fill this in.");
    let fields = [
        ("standing", "dismissed"),
        ("reason", "Another body of that name."),
    ];
    let said = story.ada.submit(&asked, &one, &fields);
    assert_eq!(said.notice(), "Saved.");
    assert_eq!(said.texts(".card .badge"), ["Dismissed"]);
    assert!(said.text().contains("Another body of that name."));

    // Looking again leaves what was said.
    bring(&story.ada, &row("360G-a-3", TITLE, "Olive Press"), false);
    let again = story.ada.submit(&story.ada.get(&overlaps), &overlaps, &[]);
    let mut states = again.texts(".card .badge");
    states.sort();
    assert_eq!(states, ["Dismissed", "Open"]);
}

#[test]
fn two_applications_for_the_same_work_find_one_another() {
    let story = Story::new();
    let (rana, first) = story.sent("Rana Haddad", "Olive Press");
    let (_, second) = story.sent("Noa Levi", "Open Ledger");
    let [first_overlaps, overlaps] = [&first, &second].map(|one| format!("/admin{one}/overlaps"));
    let page = story.ada.get(&overlaps);
    assert_eq!(page.texts(".card-foot"), ["Asked for here"]);
    // The board of both names the same person.
    assert!(page.text().contains("Led by the same people: Rana Haddad"));
    // The one that was there before is told without anybody looking again.
    let earlier = story.ada.get(&first_overlaps);
    assert_eq!(earlier.texts(".card-foot"), ["Asked for here"]);
    assert!(earlier.text().contains("Open Ledger"));

    // What is withdrawn is asked for no longer.
    let withdrawal = format!("{first}/withdrawal");
    rana.submit(&rana.get(&withdrawal), &withdrawal, &[]);
    assert!(!story.ada.get(&overlaps).has(".card"));
}

#[test]
fn an_application_behind_a_conflict_is_in_no_overlap() {
    let story = Story::new();
    let (_, hidden) = story.sent("Rana Haddad", "Olive Press");
    let (_, second) = story.sent("Noa Levi", "Open Ledger");
    let ben = story.ada.invites("Ben Carmi", Role::Admin);
    let own = format!("/admin{hidden}/conflict");
    ben.submit(&ben.get(&own), &own, &[("kind", "collaborator")]);
    let overlaps = format!("/admin{second}/overlaps");
    let seen = story.ada.get(&overlaps);
    let one = seen.attributes(".card h2 a", "href")[0].clone();
    assert!(!ben.get(&overlaps).has(".card"));
    assert_eq!(ben.get(&one).status, 404);
    assert_eq!(
        ben.post_with_token(&one, &[("standing", "confirmed")])
            .status,
        404
    );
    assert_eq!(story.ada.get(&one).status, 200);
}

#[test]
fn reviewers_see_support_that_is_open_and_no_other_application() {
    let story = Story::new();
    let noor = story.ada.invites("Noor Khalil", Role::Reviewer);
    bring(&story.ada, &row("360G-a-1", TITLE, "Olive Press"), false);
    story.sent("Noa Levi", "Open Ledger");
    let (_, place) = story.in_review("Rana Haddad", "Olive Press");
    let assign = format!("/admin{place}/assignments");
    let page = story.ada.get(&assign);
    let ids = page.attributes("[name='reviewer']", "value");
    story.ada.submit(&page, &assign, &[("reviewer", &ids[0])]);
    let review = place.replace("/applications/", "/reviews/");
    let declare = format!("{review}/declaration");
    let desk = noor.submit(&noor.get(&review), &declare, &[("kind", "none")]);
    assert!(
        desk.text().contains("One overlap with other support"),
        "{}",
        desk.text()
    );
    assert!(desk.text().contains("Far Fund") && !desk.text().contains("Open Ledger"));

    let overlaps = format!("/admin{place}/overlaps");
    let listed = story.ada.get(&overlaps);
    let one = listed.attributes(".card h2 a", "href")[0].clone();
    let why = [("standing", "dismissed"), ("reason", "It ended.")];
    story.ada.submit(&story.ada.get(&one), &one, &why);
    assert!(!noor.get(&review).text().contains("Far Fund"));
}

#[test]
fn what_newer_files_say_otherwise_takes_no_place_in_a_search() {
    let story = Story::new();
    // Closer to what is asked for than the one that counts, and more than are compared.
    let former = |n: usize| row(&format!("360G-a-{n}"), TITLE, "Olive Press");
    let newer = |n: usize| row(&format!("360G-a-{n}"), "A bus", "Sea Farmers");
    let all = |one: &dyn Fn(usize) -> String| (1..=500).map(one).collect::<String>();
    let kept = row("360G-b-1", "Tents", "Olive Press");
    bring(&story.ada, &(kept + &all(&former)), false);
    bring(&story.ada, &all(&newer), false);
    let (_, place) = story.sent("Rana Haddad", "Olive Press");
    let page = story.ada.get(&format!("/admin{place}/overlaps"));
    assert_eq!(page.texts(".card h2"), ["Tents"]);
}
