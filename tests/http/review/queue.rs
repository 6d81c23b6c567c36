//! Which list of a reviewer's queue holds what, and what is read for it: nothing of what
//! lies in closed rounds but the page of what was sent.

use evenhand::domain::ApplicationId;
use evenhand::domain::account::Role;
use evenhand::domain::round::{Round, RoundState};
use evenhand::store::{DatabaseUrl, mint, round};

use super::FULL;
use super::panel::Panel;
use crate::reviewed::{Bench, Sent, enter, organisation_of};
use crate::support::{Person, plans, queries};

/// How many applications each list of somebody's queue holds: to do, open to all, sent.
fn lists(person: &Person) -> [usize; 3] {
    let lists = ["/reviews", "/reviews?show=open", "/reviews?show=sent"];
    lists.map(|list| person.get(list).texts("main th .reference").len())
}

#[test]
fn what_was_sent_stays_listed_when_its_round_is_closed_and_nothing_else_does() {
    let panel = Panel::new();
    assert_eq!(lists(&panel.noor), [1, 0, 0]);
    panel.declare(&panel.noor, "none");
    panel.send(&panel.noor, FULL, "The records show it.");
    assert_eq!(lists(&panel.noor), [0, 0, 1]);
    assert_eq!(panel.noor.get("/reviews").the(".empty h2"), "All done");
    assert_eq!(lists(&panel.maya), [1, 0, 0]);
    panel.close_round();
    assert_eq!(lists(&panel.noor), [0, 0, 1]);
    let none = "Nothing to review yet";
    assert_eq!(panel.noor.get("/reviews").the(".empty h2"), none);
    assert_eq!(lists(&panel.maya), [0, 0, 0]);
    assert_eq!(panel.maya.get("/reviews").the(".empty h2"), none);
}

#[test]
fn a_conflict_takes_what_was_sent_out_of_the_queue() {
    let panel = Panel::new();
    panel.declare(&panel.noor, "none");
    panel.send(&panel.noor, FULL, "The records show it.");
    assert_eq!(lists(&panel.noor), [0, 0, 1]);
    let declaration = format!("{}/declaration", panel.place());
    let asked = panel.noor.get(&declaration);
    panel
        .noor
        .submit(&asked, &declaration, &[("kind", "funder")]);
    assert_eq!(lists(&panel.noor), [0, 0, 0]);
    assert_eq!(lists(&panel.maya), [1, 0, 0]);
}

#[test]
fn what_is_open_to_all_is_listed_until_its_round_is_closed() {
    let panel = Panel::new();
    let sami = panel.ada.invites("Sami Odeh", Role::Reviewer);
    assert_eq!(lists(&sami), [0, 0, 0]);
    panel.rule(&[("scope", "all"), ("needed", "3")]);
    assert_eq!(lists(&sami), [0, 1, 0]);
    assert_eq!(lists(&panel.noor), [1, 0, 0]);
    panel.close_round();
    assert_eq!(lists(&sami), [0, 0, 0]);
    assert_eq!(lists(&panel.noor), [0, 0, 0]);
}

/// Adds an application under review by both reviewers.
fn under_review(bench: &Bench, round: &Round, founder: &str, n: usize) -> ApplicationId {
    let reference = format!("EH-FFFF-{n:04}");
    let sent = Sent {
        reference: &reference,
        requested_minor: 500_000,
        founder,
        answers: &[("title", "Six wells")],
    };
    let owner = organisation_of(&format!("Office {n}"), ("palestinian", "west_bank"));
    let hands = (&bench.ada, [&bench.noor, &bench.maya]);
    enter(&bench.site, round, hands, (&owner, &sent))
}

/// An application that was under review until its round was closed.
fn former(bench: &Bench, founder: &str, n: usize) -> ApplicationId {
    let open = Round {
        id: mint(),
        slug: format!("former-{n}"),
        ..bench.round.clone()
    };
    let (database, stamp) = (&bench.site.database, bench.site.stamp());
    let made = database.write(stamp.clone(), |tx| round::insert(tx, &open));
    made.expect("the round is made");
    let id = under_review(bench, &open, founder, n);
    let closed = Round {
        state: RoundState::Closed,
        ..open
    };
    let done = database.write(stamp, |tx| round::update(tx, &closed));
    done.expect("the round is closed");
    id
}

/// A statement without the marks around names.
fn plain(statement: &str) -> String {
    statement.replace(['`', '"'], "")
}

#[test]
fn a_queue_reads_nothing_of_what_closed_rounds_hold() {
    queries::watch();
    let bench = Bench::with(3_000_000, |_| ());
    let (site, noor) = (&bench.site, &bench.noor);
    let rana = site.applicant("Rana Haddad");
    let former: Vec<ApplicationId> = (1..6).map(|n| former(&bench, &rana.email, n)).collect();
    let present = under_review(&bench, &bench.round, &rana.email, 6);
    let ask = |list: &str| {
        let asked = queries::of(site.url(), || {
            let page = noor.get(list);
            assert_eq!(page.texts("main th .reference"), ["EH-FFFF-0006"], "{list}");
        });
        assert_eq!(plans::scans(site.url(), &asked), [""; 0], "{list}");
        asked
    };
    for list in [
        "/reviews",
        "/reviews?order=least",
        "/reviews?order=shuffled",
    ] {
        let asked = ask(list);
        let from = |one: &&String| plain(one).contains("assignments.application_id >= ");
        let from: Vec<&String> = asked.iter().filter(from).collect();
        assert_eq!(from.len(), 1, "{list} asks once: {asked:#?}");
        assert!(from[0].contains(present.as_str()), "{}", from[0]);
        for id in &former {
            assert!(*id < present);
            assert!(!asked.iter().any(|one| one.contains(id.as_str())), "{list}");
        }
        let DatabaseUrl::Sqlite(file) = site.url() else {
            continue;
        };
        let steps: Vec<String> = asked
            .iter()
            .flat_map(|one| plans::steps(file, one))
            .collect();
        let of = |words: &str| {
            let assignments = steps.iter().filter(|step| step.contains("assignments"));
            assignments.filter(|step| step.contains(words)).count()
        };
        assert_eq!(of("(reviewer_id=? AND application_id>?)"), 1, "{steps:#?}");
        assert_eq!(of("(reviewer_id=?)"), 0, "{list}: {steps:#?}");
    }
}

#[test]
fn a_page_of_what_was_sent_is_walked_in_the_order_of_an_index() {
    queries::watch();
    let panel = Panel::new();
    panel.declare(&panel.noor, "none");
    panel.send(&panel.noor, FULL, "The records show it.");
    let (site, noor) = (&panel.site, &panel.noor);
    let DatabaseUrl::Sqlite(file) = site.url() else {
        return;
    };
    let later = format!(
        "/reviews?show=sent&after={}.{}",
        i64::MAX,
        panel.application
    );
    for list in ["/reviews?show=sent", later.as_str()] {
        let asked = queries::of(site.url(), || {
            let shown = noor.get(list).texts("main th .reference");
            assert_eq!(shown.len(), 1, "{list}");
        });
        let page = |one: &&String| plain(one).contains("ORDER BY reviews.submitted_at DESC");
        let page: Vec<&String> = asked.iter().filter(page).collect();
        assert_eq!(page.len(), 1, "{asked:#?}");
        let steps = plans::steps(file, page[0]);
        let has = |words: &str| steps.iter().any(|step| step.contains(words));
        assert!(
            has("reviews_sent (reviewer_id=? AND submitted_at>?"),
            "{steps:?}"
        );
        assert!(!has("TEMP B-TREE"), "{steps:?}");
    }
}
