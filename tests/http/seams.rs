//! Lists of several pages: where one page ends and the next begins, nothing is left out and
//! nothing stands twice.

use evenhand::domain::account::Role;
use evenhand::domain::application::Status;
use evenhand::domain::form::Stage;
use evenhand::domain::publication::PUBLISH;
use evenhand::domain::review::Order;
use evenhand::domain::round::{Closing, Round};
use evenhand::domain::{AccountId, ApplicationId, Language};
use evenhand::policy::{Actor, Reach};
use evenhand::store::application::{ApplicationRow, Converted};
use evenhand::store::queue::Queue;
use evenhand::store::{StoreError, Tx, application, mint, organisation, round};

use crate::deliberation::{Deliberation, EVEN, review};
use crate::reviewed::{self, Bench, Sent, id_of, organisation_of};
use crate::support::Page;

/// How the rows of a list are told apart.
type Rows<'a> = &'a dyn Fn(&Page) -> Vec<String>;

#[test]
fn lists_of_a_round_go_on_behind_the_rows_that_are_passed_over() {
    let round = Deliberation::new();
    let ranks = |page: &Page| page.column("Applications by their mean score", 1);
    let doubts = |page: &Page| page.column("Applications by their expected rank", 1);
    let lines = |page: &Page| page.attributes("tr[id^='row-']", "id");
    let owners = |page: &Page| page.column("List screening", 0);
    let lists: [(&str, Rows<'_>); 4] = [
        ("ranking", &ranks),
        ("ranking/certainty", &doubts),
        ("board", &lines),
        ("lists", &owners),
    ];
    for (list, rows) in lists {
        let place = format!("/admin/rounds/autumn/{list}");
        let all = rows(&round.ada.get(&place));
        assert_eq!(all.len(), 4, "{list}");
        for after in 1..4 {
            let page = round.ada.get(&format!("{place}?after={after}"));
            assert_eq!(rows(&page), all[after..], "{list} after {after}");
            let back = page.attributes("a[rel='prev']", "href");
            assert_eq!(back, [format!("{place}?after=0")], "{list} after {after}");
            assert!(!page.has("a[rel='next']"), "{list} after {after}");
        }
    }
}

/// Adds a draft of an organisation of its own.
fn draft(tx: &mut Tx, round: &Round, founder: &str, n: usize) -> Result<(), StoreError> {
    let founder = id_of(tx, founder)?;
    let owner = organisation_of(&format!("Office {n:02}"), ("palestinian", "west_bank"));
    organisation::insert(tx, &owner, founder)?;
    let row = ApplicationRow {
        id: mint(),
        reference: format!("EH-AAAA-{n:04}"),
        round_id: round.id,
        organisation_id: owner.id,
        status: Status::Draft,
        title: String::new(),
        requested_minor: None,
        created_at: tx.now(),
        created_by: founder,
        submitted_at: None,
        late: false,
        form_id: round.form_id,
        stage: Stage::Full,
        converted: Converted::default(),
    };
    application::insert(tx, &row)
}

#[test]
fn an_applicant_finds_each_application_on_one_of_two_pages() {
    let bench = Bench::with(3_000_000, |_| ());
    let rana = bench.site.applicant("Rana Haddad");
    let add = |numbers: std::ops::Range<usize>| {
        let stamp = bench.site.stamp();
        let added = bench.site.database.write(stamp, |tx| {
            let mut numbers = numbers.clone();
            numbers.try_for_each(|n| draft(tx, &bench.round, &rana.email, n))
        });
        added.expect("the drafts are made");
    };
    let onward = |page: &Page| page.attributes("a[rel='next']", "href");
    add(0..50);
    let whole = rana.get("/applications");
    assert_eq!(whole.texts("main .reference").len(), 50);
    assert_eq!(onward(&whole), [""; 0], "one page holds them");
    add(50..51);
    let first = rana.get("/applications");
    let second = rana.get(&onward(&first)[0]);
    let [mut found, rest] = [&first, &second].map(|page| page.texts("main .reference"));
    assert_eq!((found.len(), rest.len()), (50, 1));
    found.extend(rest);
    found.sort();
    found.dedup();
    assert_eq!(found.len(), 51);
    assert_eq!(onward(&second), [""; 0]);
    assert_eq!(
        second.attributes("a[rel='prev']", "href"),
        ["/applications"]
    );
}

/// A round like another whose reviews are due so many days after stories begin, with one
/// application under review by both reviewers.
fn enter_due(made: &Deliberation, (slug, days): (&str, i64), reference: &str) -> ApplicationId {
    let now = made.site.clock.now();
    let other = Round {
        id: mint(),
        slug: slug.to_owned(),
        closing: Closing::On {
            closes_at: now.plus_days(1),
            reviews_due_at: now.plus_days(days),
        },
        ..made.round.clone()
    };
    let added = made
        .site
        .database
        .write(made.site.stamp(), |tx| round::insert(tx, &other));
    added.expect("the round is made");
    let sent = Sent {
        reference,
        requested_minor: 500_000,
        founder: &made.rana.email,
        answers: &[("title", "Six wells"), (PUBLISH, "full")],
    };
    let owner = organisation_of(slug, ("palestinian", "west_bank"));
    let hands = (&made.ada, [&made.noor, &made.maya]);
    reviewed::enter(&made.site, &other, hands, (&owner, &sent))
}

/// More than there are rows.
const MANY: usize = 9;

/// A list row by row, each asked for after the place of the one before.
fn walk<P: Copy>(
    mut next: impl FnMut(Option<P>) -> Option<(P, ApplicationId)>,
) -> Vec<ApplicationId> {
    let (mut after, mut walked) = (None, Vec::new());
    while let Some((place, id)) = next(after).filter(|_| walked.len() < MANY) {
        after = Some(place);
        walked.push(id);
    }
    walked
}

fn reviewer(id: AccountId) -> Actor {
    let name = ("Noor Khalil".to_owned(), "noor@example.org".to_owned());
    let roles = vec![Role::Reviewer];
    Actor::new(id, name, Language::English, "UTC".to_owned(), roles)
}

/// A round of four applications, one that is due later and one that came last and is due
/// first, which another reviewer has judged already.
fn three_rounds() -> (Deliberation, [ApplicationId; 2]) {
    let made = Deliberation::unscored();
    let later = enter_due(&made, ("later", 12), "EH-EEEE-6666");
    let first = enter_due(&made, ("sooner", 5), "EH-FFFF-7777");
    for id in [made.applications[0], first] {
        review(&made.maya, id, EVEN);
    }
    (made, [first, later])
}

#[test]
fn a_queue_in_every_order_goes_on_after_each_place() {
    let (made, [first, later]) = three_rounds();
    let site = &made.site;
    let id = site
        .database
        .write(site.stamp(), |tx| id_of(tx, &made.noor.email));
    let id = id.expect("an account");
    let reach = Reach::reviewer(&reviewer(id), site.clock.now());
    site.read(|reader| {
        let queue = Queue::of(reader, reach, id)?;
        let soonest = queue.soonest(MANY);
        assert_eq!((soonest.len(), soonest[0], soonest[5]), (6, first, later));
        assert_eq!(queue.soonest(1), [first]);
        for order in Order::ALL {
            let all = queue.to_do(reader, order, None, MANY)?;
            let all: Vec<ApplicationId> = all.iter().map(|(_, row)| row.application).collect();
            assert_eq!(all.len(), 6, "{order:?}");
            assert!(order != Order::Due || all == soonest);
            let walked = walk(|after| {
                let found = queue.to_do(reader, order, after, 1).expect("a page");
                let (key, row) = found.first()?;
                Some(((*key, row.application), row.application))
            });
            assert_eq!(walked, all, "{order:?}");
        }
        Ok(())
    });
}

#[test]
fn what_was_sent_goes_on_behind_each_place() {
    let (made, [first, later]) = three_rounds();
    let site = &made.site;
    // Two at one instant, two at another, and so on.
    let all = made.applications.iter().chain([&later, &first]);
    for (n, id) in all.enumerate() {
        review(&made.noor, *id, EVEN);
        if n % 2 == 1 {
            site.pass_minutes(1);
        }
    }
    let id = site
        .database
        .write(site.stamp(), |tx| id_of(tx, &made.noor.email));
    let id = id.expect("an account");
    let reach = Reach::reviewer(&reviewer(id), site.clock.now());
    let [whole, walked] = site.read(|reader| {
        let queue = Queue::of(reader, reach, id)?;
        let whole = queue.sent(reader, None, 9)?;
        let places: Vec<_> = whole
            .iter()
            .map(|row| (row.submitted_at, row.application))
            .collect();
        assert!(places.is_sorted_by(|a, b| a > b), "{places:?}");
        let walked = walk(|before| {
            let found = queue.sent(reader, before, 1).expect("a page");
            let row = found.first()?;
            Some(((row.submitted_at?, row.application), row.application))
        });
        let whole = whole.iter().map(|row| row.application).collect();
        Ok([whole, walked])
    });
    assert_eq!(whole.len(), 6);
    assert_eq!(walked, whole);
}

#[test]
fn the_page_of_a_queue_begins_behind_the_place_that_is_asked_for() {
    let (made, _) = three_rounds();
    let site = &made.site;
    let id = site
        .database
        .write(site.stamp(), |tx| id_of(tx, &made.noor.email));
    let id = id.expect("an account");
    let reach = Reach::reviewer(&reviewer(id), site.clock.now());
    for order in Order::ALL {
        let rows = site.read(|reader| {
            let queue = Queue::of(reader, reach, id)?;
            queue.to_do(reader, order, None, MANY)
        });
        let all: Vec<String> = rows.iter().map(|(_, row)| row.reference.clone()).collect();
        let place = format!("/reviews?order={}", order.code());
        let shown = |page: &Page| page.texts("main th .reference");
        assert_eq!(shown(&made.noor.get(&place)), all, "{order:?}");
        for (at, (key, row)) in rows.iter().enumerate() {
            let page = made
                .noor
                .get(&format!("{place}&after={key}.{}", row.application));
            assert_eq!(shown(&page), all[at + 1..], "{order:?} after {at}");
        }
    }
}
