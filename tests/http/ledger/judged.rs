//! What staff say of an overlap, and how reviewers then see it.

use evenhand::domain::account::Role;

use super::{bring, row};
use crate::story::Story;
use crate::support::{Page, Person};

const TITLE: &str = "Legal help for our field team";
const OTHER: &str = "Lawyers for the team in the field";

/// Assigns an application to the only reviewer, who declares no conflict; where it is
/// reviewed.
fn reviewed(ada: &Person, noor: &Person, place: &str) -> String {
    let assign = format!("/admin{place}/assignments");
    let page = ada.get(&assign);
    let ids = page.attributes("[name='reviewer']", "value");
    ada.submit(&page, &assign, &[("reviewer", &ids[0])]);
    let review = place.replace("/applications/", "/reviews/");
    let declare = format!("{review}/declaration");
    noor.submit(&noor.get(&review), &declare, &[("kind", "none")]);
    review
}

/// The overlaps beside the criterion that other support speaks to.
fn beside(page: &Page) -> Vec<String> {
    page.texts("#criterion-nondup details.evidence > ul > li")
}

#[test]
fn confirmed_and_asked_overlaps_stand_beside_the_criterion_as_such() {
    let story = Story::new();
    let ada = &story.ada;
    let noor = ada.invites("Noor Khalil", Role::Reviewer);
    let rows = row("360G-a-1", TITLE, "Olive Press") + &row("360G-a-2", OTHER, "Olive Press");
    bring(ada, &rows, false);
    let (rana, place) = story.in_review("Rana Haddad", "Olive Press");
    let review = reviewed(ada, &noor, &place);
    let before = beside(&noor.get(&review));
    assert_eq!(before.len(), 2, "{before:?}");
    assert!(
        before.iter().all(|one| one.starts_with("Open ")),
        "{before:?}"
    );

    let list = format!("/admin{place}/overlaps");
    let one = ada.get(&list).link(TITLE);
    let confirmed = [("standing", "confirmed"), ("reason", "")];
    let said = ada.submit(&ada.get(&one), &one, &confirmed);
    assert_eq!(said.notice(), "Saved.", "{}", said.text());
    let told = ada.get(&one);
    assert_eq!(told.texts(".page-head .badge"), ["Confirmed"]);
    assert!(
        told.the(".page-head").contains("Ada Levi"),
        "{}",
        told.text()
    );
    let other = ada.get(&list).link(OTHER);
    let asked = ada.submit(&ada.get(&other), &other, &[("standing", "asked")]);
    assert_eq!(asked.path, format!("/admin{place}/clarifications"));
    let mut states = ada.get(&list).texts(".card .badge");
    states.sort();
    assert_eq!(states, ["Applicant asked", "Confirmed"]);

    // Nobody looks only where the program found: both stay, as what they are now.
    let after = beside(&noor.get(&review));
    assert_eq!(after.len(), 2, "{after:?}");
    let of = |title: &str| {
        let found = after.iter().find(|one| one.contains(title));
        found.unwrap_or_else(|| panic!("{title}: {after:?}"))
    };
    assert!(of(TITLE).starts_with("Confirmed Far Fund "), "{after:?}");
    assert!(
        of(OTHER).starts_with("Applicant asked Far Fund "),
        "{after:?}"
    );
    assert!(!rana.get(&place).text().contains("Far Fund"));
}

#[test]
fn a_reviewer_reads_why_two_works_are_alike() {
    let story = Story::new();
    let ada = &story.ada;
    let noor = ada.invites("Noor Khalil", Role::Reviewer);
    bring(ada, &row("360G-a-1", TITLE, "Olive Press"), false);
    let (_, place) = story.in_review("Rana Haddad", "Olive Press");
    let review = reviewed(ada, &noor, &place);
    let parts = [
        "Name 100 % alike",
        "6 of 6 months are the same",
        "Words 100 % alike",
        "Words of both, shortened: ",
        " of 100",
    ];
    let seen: [String; 1] = beside(&noor.get(&review)).try_into().expect("one overlap");
    let [seen] = seen;
    for part in parts {
        assert!(seen.contains(part), "{part}: {seen}");
    }
    // The words themselves, of title and summary.
    let words = seen.split("shortened: ").nth(1).expect("words");
    for word in ["legal", "field", "team"] {
        assert!(words.contains(word), "{word}: {words}");
    }
    let staff = ada.get(&ada.get(&format!("/admin{place}/overlaps")).link(TITLE));
    assert!(
        staff.text().contains(words.trim_end_matches('.')),
        "{}",
        staff.text()
    );
}
