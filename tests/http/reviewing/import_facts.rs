//! What keeps a review of a file from being kept: each with its own words, and never
//! by halves.

use evenhand::domain::account::Role;

use super::{HEAD, bring, wrong};
use crate::deliberation::{Deliberation, EVEN, review};
use crate::support::Person;

fn row(reference: &str, email: &str) -> String {
    format!("{reference},{email},5,3,5,4,3,2\n")
}

fn file(rows: &[String]) -> String {
    format!("{HEAD}\n{}", rows.concat())
}

/// Makes somebody a reviewer.
fn becomes_reviewer(admin: &Person, name: &str) {
    let people = admin.get("/admin/people");
    let form = format!("{} form[action$='/role']", people.row_selector(name));
    admin.submit(&people, &form, &[("role", "reviewer"), ("held", "yes")]);
}

#[test]
fn each_hindrance_is_named_with_row_and_column_and_one_refuses_all() {
    let round = Deliberation::unscored();
    let (ada, noor, maya) = (&round.ada, &round.noor, &round.maya);
    becomes_reviewer(ada, "Rana Haddad");
    let declare = |person: &Person, n: usize, kind: &str| {
        let place = format!("/reviews/{}", round.applications[n]);
        let asked = person.get(&place);
        person.submit(&asked, &format!("{place}/declaration"), &[("kind", kind)])
    };
    declare(noor, 1, "funder");
    // Maya has begun the third and sent the fourth.
    let place = format!("/reviews/{}", round.applications[2]);
    declare(maya, 2, "none");
    maya.post_with_token(&place, &[("saves", "0"), ("score.values", "3")]);
    review(maya, round.applications[3], EVEN);
    let text = file(&[
        row("EH-AAAA-2222", &noor.email),
        row("EH-AAAA-2222", &round.rana.email),
        row("EH-BBBB-3333", &noor.email),
        row("EH-CCCC-4444", &maya.email),
        row("EH-DDDD-5555", &maya.email),
        row("EH-XXXX-9999", &noor.email),
        row("EH-CCCC-4444", "nobody@example.org"),
        row("EH-CCCC-4444", "nobody"),
        row("EH-CCCC-4444", &noor.email).replace(",5,", ",7,"),
    ]);
    let told = wrong(&bring(ada, &text));
    let told: Vec<(&str, &str, &str)> = told
        .iter()
        .map(|(row, column, why)| (row.as_str(), column.as_str(), why.as_str()))
        .collect();
    let expected = [
        ("3", "reviewer", "Belongs to the organisation"),
        ("4", "reviewer", "Has a conflict of interest"),
        (
            "5",
            "reviewer",
            "This reviewer has begun a review of it here, which would be lost.",
        ),
        (
            "6",
            "",
            "This reviewer has sent another review of it already.",
        ),
        (
            "7",
            "application",
            "There is no such application in this round.",
        ),
        ("8", "reviewer", "No reviewer has this address."),
        (
            "9",
            "reviewer",
            "Enter an e-mail address like name@example.org.",
        ),
    ];
    assert_eq!(told[..7], expected);
    let scale = told.iter().filter(|one| one.0 == "10").count();
    assert_eq!((told.len(), scale), (9, 2), "both cells with a seven");
    // The first row was sound, and is not kept either.
    assert!(noor.get("/reviews?show=sent").has(".empty"));
    let scores = round.export(ada, "scores", "");
    assert_eq!(scores.source().lines().count(), 2, "Maya’s alone");
}

#[test]
fn an_application_that_is_not_under_review_is_said_to_be_so() {
    let round = Deliberation::unscored();
    let own = format!("/applications/{}/withdrawal", round.applications[0]);
    round.rana.submit(&round.rana.get(&own), &own, &[]);
    let text = file(&[row("EH-AAAA-2222", &round.noor.email)]);
    let words = "This application is not under review.";
    let expected = ("2".to_owned(), "application".to_owned(), words.to_owned());
    assert_eq!(wrong(&bring(&round.ada, &text)), [expected]);
}

#[test]
fn what_an_admin_may_not_see_is_told_like_what_is_not_there() {
    let round = Deliberation::unscored();
    let (ben, noor) = (&round.ben, &round.noor);
    let place = format!("/admin/applications/{}/conflict", round.applications[0]);
    ben.submit(&ben.get(&place), &place, &[("kind", "collaborator")]);
    // Noor has sent one, which must not show either.
    review(noor, round.applications[0], EVEN);
    let told = |reference: &str| {
        let text = file(&[
            row(reference, &noor.email),
            row(reference, "nobody@example.org"),
            row(reference, &round.rana.email),
        ]);
        wrong(&bring(ben, &text))
    };
    assert_eq!(told("EH-AAAA-2222"), told("EH-XXXX-9999"));
    let seen = wrong(&bring(
        &round.ada,
        &file(&[row("EH-AAAA-2222", &noor.email)]),
    ));
    assert!(seen[0].2.contains("sent another review"), "{seen:?}");
}

#[test]
fn only_a_hundred_problems_are_listed_and_the_rest_is_counted() {
    let round = Deliberation::unscored();
    let rows: Vec<String> = (0..1234)
        .map(|n| row(&format!("EH-XXXX-{n}"), &round.noor.email))
        .collect();
    let page = bring(&round.ada, &file(&rows));
    let told = wrong(&page);
    assert_eq!(told.len(), 100);
    assert_eq!(told[99].0, "101");
    assert!(page.text().contains("And 1,134 more."), "{}", page.text());
}

#[test]
fn nothing_is_imported_while_nothing_may_be_written() {
    let round = Deliberation::unscored();
    let place = "/admin/rounds/autumn/closing";
    round.ada.submit(&round.ada.get(place), place, &[]);
    let text = file(&[row("EH-AAAA-2222", &round.noor.email)]);
    let refused = bring(&round.ada, &text);
    assert_eq!(refused.status, 409, "{}", refused.text());
    let sami = round.ada.invites("Sami Odeh", Role::Auditor);
    assert_eq!(sami.get(super::FILE).status, 403);
}
