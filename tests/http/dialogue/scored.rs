//! Reviewers are told which version they scored.

use evenhand::domain::account::Role;

use super::{ASK, answer, ask, send};
use crate::story::{Story, save};
use crate::support::{Page, Person};

const CODES: [&str; 6] = [
    "values",
    "nondup",
    "political",
    "financial",
    "admin",
    "legal",
];

/// Sends the review that stands on the page, or one of all threes.
fn review(noor: &Person, page: &Page, points: &str) -> Page {
    let fields: Vec<(String, String)> = CODES
        .iter()
        .flat_map(|code| {
            [
                (format!("score.{code}"), points.to_owned()),
                (
                    format!("justification.{code}"),
                    "The records show it.".to_owned(),
                ),
            ]
        })
        .collect();
    let mut given: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (&**n, &**v)).collect();
    given.extend([
        ("recommendation", "fund"),
        ("confidence", "medium"),
        ("reason", "The new papers."),
    ]);
    let (saves, scored) = (
        page.value_of_hidden("saves"),
        page.value_of_hidden("scored"),
    );
    given.extend([("saves", &*saves), ("scored", &*scored)]);
    let path = format!("{}/submission", page.path);
    let done = noor.post_with_token(&path, &given);
    assert_eq!(done.status, 303, "{}", done.text());
    noor.get(done.location())
}

#[test]
fn a_reviewer_learns_of_a_new_version_and_staff_see_the_mark() {
    let story = Story::new();
    let (rana, place) = story.in_review("Rana Haddad", "Olive Press");
    let noor = story.ada.invites("Noor Khalil", Role::Reviewer);
    let assignments = format!("/admin{place}/assignments");
    let page = story.ada.get(&assignments);
    let ids = page.attributes("input[name='reviewer']", "value");
    story
        .ada
        .submit(&page, &assignments, &[("reviewer", &ids[0])]);
    let desk = place.replace("/applications/", "/reviews/");
    let declaration = format!("{desk}/declaration");
    noor.submit(&noor.get(&desk), &declaration, &[("kind", "none")]);
    let open = noor.get(&desk);
    let sent = review(&noor, &open, "3");
    assert!(!sent.has("#newer"));
    let ranking = "/admin/rounds/winter/ranking";
    let mark = "Scored an older version";
    assert!(!story.ada.get(ranking).text().contains(mark));

    let sections = [ASK[0], ASK[1], ("section", "need")];
    ask(&story.ada, &place, &sections);
    save(&rana, &place, "need", &[("situation", "Raided twice.")]);
    answer(&rana, &place, "See there.");
    let old = noor.get(&desk);
    send(&rana, &place);
    let told = noor.get(&desk);
    assert!(
        told.the("#newer p:first-child")
            .starts_with("You scored version 1. Version 2 came on")
    );
    assert_eq!(told.texts("#newer li"), ["The need"]);
    assert!(told.text().contains("Raided twice."));
    assert!(story.ada.get(ranking).text().contains(mark));
    assert!(
        story
            .ada
            .get(&format!("/admin{place}/decision"))
            .text()
            .contains(mark)
    );

    // A page that was open all the while is still about version 1.
    assert!(review(&noor, &old, "4").has("#newer"));
    let fresh = noor.get(&desk);
    assert!(
        !review(&noor, &fresh, "4").has("#newer"),
        "the same scores hold"
    );
    assert!(!story.ada.get(ranking).text().contains(mark));
}
