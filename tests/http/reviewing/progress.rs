//! Who has opened, begun and sent what, as staff see it.

use evenhand::domain::account::Role;

use super::{HEAD, PAGE, import};
use crate::deliberation::{Deliberation, EVEN, review};
use crate::support::{Page, Person, queries};

const REVIEWERS: &str = "By reviewer";
const APPLICATIONS: &str = "By application";

fn numbers(page: &Page) -> Vec<Vec<String>> {
    let rows = page.table(REVIEWERS).into_iter();
    rows.map(|row| row[..5].to_vec()).collect()
}

fn open(round: &Deliberation, person: &Person, n: usize) {
    let place = format!("/reviews/{}", round.applications[n]);
    let asked = person.get(&place);
    person.submit(&asked, &format!("{place}/declaration"), &[("kind", "none")]);
}

#[test]
fn reviewers_are_counted_by_what_they_opened_began_and_sent() {
    let round = Deliberation::unscored();
    let (noor, maya) = (&round.noor, &round.maya);
    review(noor, round.applications[0], EVEN);
    open(&round, noor, 1);
    let place = format!("/reviews/{}", round.applications[1]);
    noor.post_with_token(&place, &[("saves", "0"), ("score.values", "3")]);
    open(&round, noor, 2);
    // What comes out of a file was opened by nobody.
    import(
        &round.ada,
        &format!("{HEAD}\nEH-AAAA-2222,{},4,3,5,4,3,2\n", maya.email),
    );
    let page = round.ada.get(PAGE);
    assert_eq!(
        page.heading(),
        "Rapid response, autumn Progress of the reviews"
    );
    let expected = [
        ["Maya Ben-Ami", "4", "0", "1", "1"],
        ["Noor Khalil", "4", "3", "2", "1"],
    ];
    assert_eq!(numbers(&page), expected);

    let page = round.ada.get(&format!("{PAGE}?by=application"));
    let steps = page.column(APPLICATIONS, 2);
    assert!(
        steps[3].starts_with("Maya Ben-Ami Sent, from a file 2 Nov"),
        "{steps:?}"
    );
    assert!(steps[3].contains("Noor Khalil Sent 2 Nov"), "{steps:?}");
    assert!(
        steps[2].contains("Maya Ben-Ami Not opened Noor Khalil Begun"),
        "{steps:?}"
    );
    assert!(steps[1].contains("Noor Khalil Opened"), "{steps:?}");
    let unopened = round
        .ada
        .get(&format!("{PAGE}?by=application&show=unopened"));
    assert_eq!(unopened.column(APPLICATIONS, 0).len(), 3);
    let only = format!("{PAGE}?by=application&only={}", round.applications[1]);
    assert_eq!(round.ada.get(&only).column(APPLICATIONS, 0).len(), 1);
    let dossier = round
        .ada
        .get(&format!("/admin/applications/{}", round.applications[1]));
    assert_eq!(dossier.link("Who has opened, begun and sent"), only);
}

#[test]
fn what_was_declined_or_recused_is_asked_of_nobody() {
    let round = Deliberation::unscored();
    let place = format!("/reviews/{}/decline", round.applications[0]);
    let asked = round.noor.get(&place);
    let reason = [("reason", "Not my field.")];
    round.noor.submit(&asked, &place, &reason);
    // A conflict ends an assignment too.
    let place = format!("/reviews/{}", round.applications[1]);
    let form = format!("{place}/declaration");
    let told = [("kind", "collaborator")];
    round.noor.submit(&round.noor.get(&place), &form, &told);
    let expected = [
        ["Maya Ben-Ami", "4", "0", "0", "0"],
        ["Noor Khalil", "2", "0", "0", "0"],
    ];
    assert_eq!(numbers(&round.ada.get(PAGE)), expected);
}

#[test]
fn late_is_what_is_owed_once_the_date_has_passed() {
    let round = Deliberation::unscored();
    for id in &round.applications {
        review(&round.noor, *id, EVEN);
    }
    let late = format!("{PAGE}?show=late");
    let early = round.ada.get(&late);
    assert_eq!(
        early.the(".empty h2"),
        "The reviews are not due yet: nothing can be late"
    );
    round.site.pass_days(10);
    round.ada.sign_in();
    let page = round.ada.get(&late);
    assert_eq!(page.column(REVIEWERS, 0), ["Maya Ben-Ami 4 late"]);
    let hub = round.ada.get("/admin/rounds/autumn");
    assert!(
        hub.text().contains("Progress of the reviews"),
        "{}",
        hub.text()
    );
}

#[test]
fn counts_leave_out_what_their_reader_may_not_see() {
    let round = Deliberation::unscored();
    let ben = &round.ben;
    review(&round.noor, round.applications[0], EVEN);
    let place = format!("/admin/applications/{}/conflict", round.applications[0]);
    ben.submit(&ben.get(&place), &place, &[("kind", "collaborator")]);
    let expected = [
        ["Maya Ben-Ami", "3", "0", "0", "0"],
        ["Noor Khalil", "3", "0", "0", "0"],
    ];
    assert_eq!(numbers(&ben.get(PAGE)), expected);
    let page = ben.get(&format!("{PAGE}?by=application"));
    assert_eq!(page.column(APPLICATIONS, 0).len(), 3);
    let hidden = format!("{PAGE}?by=application&only={}", round.applications[0]);
    assert!(ben.get(&hidden).has(".empty"));
}

#[test]
fn both_lists_ask_the_same_however_much_is_in_them() {
    queries::watch();
    let round = Deliberation::unscored();
    let counted = |place: &str| {
        let load = || assert_eq!(round.ada.get(place).status, 200);
        queries::number(round.site.url(), load)
    };
    let places = [
        PAGE.to_owned(),
        format!("{PAGE}?show=unopened"),
        format!("{PAGE}?by=application"),
    ];
    let before: Vec<usize> = places.iter().map(|place| counted(place)).collect();
    println!("{before:?} statements");
    let more: Vec<Person> = ["Sami Odeh", "Tal Peretz", "Huda Nasser"]
        .map(|name| round.ada.invites(name, Role::Reviewer))
        .into();
    let rows: Vec<String> = more
        .iter()
        .map(|one| format!("EH-BBBB-3333,{},4,3,5,4,3,2\n", one.email))
        .collect();
    import(&round.ada, &format!("{HEAD}\n{}", rows.concat()));
    let after: Vec<usize> = places.iter().map(|place| counted(place)).collect();
    assert_eq!(after, before);
}
