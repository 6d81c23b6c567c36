//! An award beside open or confirmed hits asks for a reason, and is never rejected.

use super::hits::with_hit;
use super::{OLIVE, answer, count, hit, list_of, put};
use crate::deliberation::{Deliberation, EVEN, HIGH, review};
use crate::support::{Page, Person};

const AWARD: [(&str, &str); 5] = [
    ("outcome", "award"),
    ("amount", "20000"),
    ("funding_type", "core"),
    ("rationale", "The best."),
    ("waiver", "Well known."),
];

fn proposed() -> (Deliberation, String) {
    let (round, place) = with_hit();
    review(&round.noor, round.applications[0], EVEN);
    review(&round.maya, round.applications[0], HIGH);
    let done = round.propose(&round.ada, 0, &AWARD);
    assert_eq!(done.status, 200, "{}", done.text());
    (round, place)
}

fn sign(round: &Deliberation, person: &Person, reason: &str) -> Page {
    let form = format!("{}/sign-off", round.place(0));
    let page = round.decision(person, 0);
    person.submit(&page, &form, &[("list_reason", reason)])
}

#[test]
fn an_open_hit_asks_whoever_signs_for_a_reason() {
    let (round, place) = proposed();
    let ben = &round.ben;
    let page = round.decision(ben, 0);
    assert!(
        page.text()
            .contains("One hit on a watch list is open or confirmed.")
    );
    let refused = sign(&round, ben, " ");
    assert_eq!(refused.status, 422);
    assert_eq!(refused.error("list_reason"), "Fill this in.");
    // It was screened once more, by who was about to sign.
    let standing = ben.get(&place);
    assert!(standing.the("#standing").contains("Before a signature"));
    assert!(standing.the("#standing").contains("by Ben Mizrahi"));
    let done = sign(&round, ben, "Another Olive Press, in another country.");
    assert!(
        done.text()
            .contains("Ben Mizrahi said why the award goes ahead")
    );
    assert!(done.text().contains("in another country."));
    let story = format!("/admin/applications/{}/story", round.applications[0]);
    assert!(ben.get(&story).text().contains("in another country."));
    assert_eq!(round.release_all(ben).status, 200);
    let told = round.applicant_pages().join(" ");
    assert!(!told.contains("another country") && !told.contains("watch list"));
}

#[test]
fn a_cleared_hit_asks_nothing_and_a_new_version_asks_again() {
    let (round, place) = proposed();
    let (site, ada, ben) = (&round.site, &round.ada, &round.ben);
    answer(ada, &hit(&ada.get(&place)), "cleared", "Another country.");
    let story = format!("/admin/applications/{}/story", round.applications[0]);
    let told = ben.get(&story).text();
    assert!(told.contains("Another country."), "{told}");
    let page = round.decision(ben, 0);
    assert!(!page.has("[name='list_reason']"));
    // A list that counts and is not loaded leaves a gap that is asked about.
    count(site, ada, "un");
    assert!(round.decision(ben, 0).has("[name='list_reason']"));
    put(
        site,
        ada,
        "un",
        &list_of("2026-10-25", &[("U-1", "Nobody Known")]),
    );
    // A younger list, not screened yet: the signature screens first, and finds more.
    let more = list_of("2026-10-25", &[OLIVE, ("O-4", "Press of Olives Olive")]);
    put(site, ada, "ofac", &more);
    assert!(
        round
            .decision(ben, 0)
            .text()
            .contains("not screened against every list that counts")
    );
    let refused = ben.post_with_token(
        &format!("{}/sign-off", round.place(0)),
        &[(
            "decision",
            &round.decision(ben, 0).value_of_hidden("decision"),
        )],
    );
    let open = ben.get(&place).text().contains("open hit");
    assert_eq!(refused.status, if open { 422 } else { 303 });
    assert!(ben.get(&place).the("#standing").contains("25 October 2026"));
}

#[test]
fn where_nobody_signs_the_release_waits_for_the_reason() {
    let (round, standing) = proposed();
    let (site, ada) = (&round.site, &round.ada);
    round_without_signature(&round);
    let refused = round.release_all(ada);
    assert_eq!(refused.status, 409);
    assert!(
        refused.text().contains("say why the award goes ahead")
            || refused.text().contains("EH-AAAA-2222")
    );
    let place = format!("{}/acknowledgement", round.place(0));
    let empty = ada.submit(&round.decision(ada, 0), &place, &[("list_reason", "")]);
    assert_eq!(
        (empty.status, &*empty.error("list_reason")),
        (422, "Fill this in.")
    );
    let kept = ada.submit(&empty, &place, &[("list_reason", "Another Olive Press.")]);
    assert_eq!(kept.notice(), "The reason is kept with the decision.");
    // The reason was about one hit. Another one asks again.
    let more = list_of("2026-10-25", &[OLIVE, ("O-4", "Olive Press")]);
    put(site, ada, "ofac", &more);
    ada.submit(&ada.get(&standing), &standing, &[]);
    assert_eq!(round.release_all(ada).status, 409);
    let asked = round.decision(ada, 0);
    let again = [("list_reason", "Neither is ours.")];
    let kept = ada.submit(&asked, &place, &again);
    assert_eq!(kept.notice(), "The reason is kept with the decision.");
    assert_eq!(round.release_all(ada).status, 200);
    // It was screened once more, as before a signature.
    let last = ada.get(&standing).the("#standing");
    assert!(last.contains("Before a signature"), "{last}");
    let events = site.read(|reader| evenhand::store::latest_events(reader, None, 30));
    assert!(
        events
            .iter()
            .any(|one| one.action == "acknowledge_list_hits")
    );
}

/// From now on the round asks for no second admin.
fn round_without_signature(round: &Deliberation) {
    use diesel::connection::SimpleConnection;
    use diesel::{Connection, PgConnection, SqliteConnection};
    use evenhand::store::DatabaseUrl;
    let words = "UPDATE rounds SET sign_off = FALSE";
    match round.site.url() {
        DatabaseUrl::Sqlite(path) => SqliteConnection::establish(path)
            .expect("it opens")
            .batch_execute(words),
        DatabaseUrl::Postgres(url) => PgConnection::establish(url)
            .expect("it opens")
            .batch_execute(words),
    }
    .expect("the round is changed");
}
