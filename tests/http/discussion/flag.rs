//! Flagged disagreement: what it says, whom it calls, and that nothing of what a
//! person may not see is in it.

use evenhand::actions::disagreement;
use evenhand::domain::ApplicationId;
use evenhand::domain::account::Role;
use evenhand::store::StoreError;

use super::{inside, office, say, sound};
use crate::deliberation::{Deliberation, EVEN, Entrant, review};
use crate::reviewed::{assign, id_of};
use crate::support::{PUBLIC, Person, queries};

const ONES: [&str; 6] = ["1"; 6];
const TWOS: [&str; 6] = ["2"; 6];
const THREES: [&str; 6] = ["3"; 6];
const FOURS: [&str; 6] = ["4"; 6];
const FIVES: [&str; 6] = ["5"; 6];
const LIST: &str = "/admin/rounds/autumn/discussions";
const SUBJECT: &str = "Reviews differ widely: please discuss";

fn called(round: &Deliberation, person: &Person) -> usize {
    let letters = round.site.letters_to(&person.email);
    letters.iter().filter(|one| one.subject == SUBJECT).count()
}

fn calls(round: &Deliberation) -> [usize; 4] {
    let Deliberation {
        ada,
        ben,
        noor,
        maya,
        ..
    } = round;
    [ada, ben, noor, maya].map(|one| called(round, one))
}

#[test]
fn scores_far_apart_call_the_panel_and_are_told_with_their_numbers() {
    let round = Deliberation::unscored();
    let (ada, noor, maya) = (&round.ada, &round.noor, &round.maya);
    let id = round.applications[0];
    review(noor, id, FIVES);
    assert_eq!(calls(&round), [0; 4]);
    review(maya, id, TWOS);
    assert_eq!(calls(&round), [1; 4]);
    assert_eq!(noor.link_in_letter(), inside(id));
    assert_eq!(ada.link_in_letter(), office(id));

    let page = noor.get(&inside(id));
    assert_eq!(page.the(".flag strong"), "Reviews differ widely");
    let lines = page.texts(".flag li");
    assert_eq!(lines[0], "Scores 40.0 to 100.0, standard deviation 42.4");
    assert_eq!(lines[1], "The scores lie 60 points or more apart.");
    assert_eq!(lines[2], "Values alignment: 2 to 5 of 5 points");
    assert_eq!(lines.len(), 8);
    assert!(page.has(".empty"));
    assert_eq!(ada.get(&office(id)).texts(".flag li"), lines);
    let review_page = noor.get(&format!("/reviews/{id}"));
    assert_eq!(
        review_page.link("Open the discussion: no posts yet"),
        inside(id)
    );
    let queue = noor.get("/reviews?show=sent");
    assert_eq!(queue.link("Reviews differ widely"), inside(id));
    let ranking = round.ranking(ada);
    assert_eq!(ranking.link("Reviews differ widely"), office(id));
    assert!(ranking.text().contains(&lines[0]));
    let dossier = ada.get(&format!("/admin/applications/{id}"));
    assert_eq!(
        dossier.texts("#discussion .badge"),
        ["Reviews differ widely"]
    );
    let list = ada.get(LIST);
    assert_eq!(list.column("Discussions", 1), [lines[0].clone()]);
    assert_eq!(list.column("Discussions", 3), ["Nobody has written"]);

    // Nobody is called twice, and talking settles it.
    say(noor, &inside(id), "I rate the risk higher.", &[]);
    let list = ada.get(LIST);
    assert_eq!(list.column("Discussions", 3), ["Discussed"]);
    late(&round);
    assert_eq!(calls(&round), [1; 4]);
    let applicant = round.applicant_pages();
    assert!(applicant.iter().all(|page| !page.contains("differ widely")));
    sound(&round.site);
}

#[test]
fn whoever_may_not_compare_is_not_told_that_reviews_differ() {
    let panel = crate::review::panel::Panel::new();
    panel.rule(&[("others", "never")]);
    for (person, points) in [(&panel.noor, FIVES), (&panel.maya, ONES)] {
        panel.declare(person, "none");
        panel.send(person, points, "The records show it.");
    }
    // With one's own at the top of the scale it would tell where the other one lies.
    let pages = [
        inside(panel.application),
        panel.place(),
        "/reviews?show=sent".to_owned(),
    ];
    for place in pages {
        let page = panel.noor.get(&place);
        assert_eq!(page.status, 200, "{place}");
        assert!(!page.text().contains("differ widely"), "{place}");
    }
    let staff = panel.ada.get(&office(panel.application));
    assert_eq!(
        staff.texts(".flag li")[0],
        "Scores 20.0 to 100.0, standard deviation 56.6"
    );
    let told = |person: &Person| {
        let letters = panel.site.letters_to(&person.email);
        letters.iter().filter(|one| one.subject == SUBJECT).count()
    };
    assert_eq!([&panel.ada, &panel.noor, &panel.maya].map(told), [1, 0, 0]);
}

#[test]
fn without_a_discussion_only_admins_are_called() {
    let panel = crate::review::panel::Panel::new();
    panel.rule(&[("discussion", "")]);
    for (person, points) in [(&panel.noor, FIVES), (&panel.maya, ONES)] {
        panel.declare(person, "none");
        panel.send(person, points, "The records show it.");
    }
    let told = |person: &Person| {
        let letters = panel.site.letters_to(&person.email);
        letters.iter().filter(|one| one.subject == SUBJECT).count()
    };
    assert_eq!([&panel.ada, &panel.noor, &panel.maya].map(told), [1, 0, 0]);
}

/// Two more applications of the round and one more, in this order.
const MORE: [(&str, &str); 4] = [
    ("EH-EEEE-6666", "Reed"),
    ("EH-FFFF-2323", "Sail"),
    ("EH-GGGG-4545", "Lantern"),
    ("EH-HHHH-7777", "Garden"),
];

fn enter(round: &Deliberation, (reference, name): (&'static str, &'static str)) -> ApplicationId {
    let entrant = Entrant {
        reference,
        name,
        title: name,
        place: ("joint", "joint"),
        requested_minor: 200_000,
        registration: None,
    };
    let email = format!("{}@gardens.example", name.to_lowercase());
    round.site.add_account(&email, name);
    round.enter(&entrant, &email)
}

/// Seven applications: five agree, Garden is torn, and Lantern lies 20 points apart,
/// which is wide beside the five and not beside Garden too. Ben has a conflict with
/// Garden.
fn torn() -> (Deliberation, ApplicationId, ApplicationId) {
    let mut round = Deliberation::unscored();
    let [reed, _sail, lantern, garden] = MORE.map(|one| enter(&round, one));
    round.applications.push(reed);
    let place = format!("/admin/applications/{garden}/conflict");
    round
        .ben
        .submit(&round.ben.get(&place), &place, &[("kind", "funder")]);
    for id in &round.applications {
        review(&round.noor, *id, EVEN);
        review(&round.maya, *id, EVEN);
    }
    review(&round.noor, garden, ONES);
    review(&round.maya, garden, FOURS);
    review(&round.noor, lantern, THREES);
    review(&round.maya, lantern, FOURS);
    (round, lantern, garden)
}

#[test]
fn what_one_may_not_see_moves_nothing_that_one_sees() {
    let (round, lantern, garden) = torn();
    let (ada, ben) = (&round.ada, &round.ben);
    // Garden called Ada and both reviewers; Lantern called Ben, and nobody else.
    assert_eq!(calls(&round), [1, 1, 1, 1]);
    assert_eq!(ben.link_in_letter(), office(lantern));
    assert_eq!(ada.link_in_letter(), office(garden));
    assert!(!ada.get(&office(lantern)).has(".flag"));
    let seen = ben.get(&office(lantern));
    let numbers = "Scores 60.0 to 80.0, standard deviation 14.1; typical spread in this round 5.8";
    let above = "The standard deviation is more than one and a half times the typical spread.";
    assert_eq!(seen.texts(".flag li"), [numbers, above]);
    assert_eq!(ben.get(LIST).column("Discussions", 1), [numbers]);
    assert_eq!(
        round.ranking(ben).link("Reviews differ widely"),
        office(lantern)
    );
    let ranking = round.ranking(ada);
    assert_eq!(ranking.link("Reviews differ widely"), office(garden));
    assert_eq!(ada.get(LIST).column("Discussions", 0).len(), 1);
    // A reviewer compares with what they reviewed, Garden among it.
    assert!(!round.noor.get(&inside(lantern)).has(".flag"));
    let torn = round.noor.get(&inside(garden)).texts(".flag li");
    assert!(torn[0].ends_with("typical spread among the applications you reviewed 16.9"));
    sound(&round.site);
}

fn late(round: &Deliberation) {
    let site = &round.site;
    let done = site.database.write(site.stamp(), |tx| {
        let late = disagreement::late(tx)?;
        disagreement::call_late(tx, &late, PUBLIC)
    });
    done.expect("people are called");
}

#[test]
fn reviews_that_become_complete_in_another_way_call_too() {
    let round = Deliberation::unscored();
    let id = round.applications[0];
    let sami = round.ada.invites("Sami Odeh", Role::Reviewer);
    let given = round.site.database.write(round.site.stamp(), |tx| {
        let (admin, reviewer) = (id_of(tx, &round.ada.email)?, id_of(tx, &sami.email)?);
        assign(tx, admin, id, reviewer)?;
        Ok::<_, StoreError>(())
    });
    given.expect("Sami is assigned");
    review(&round.noor, id, FIVES);
    review(&round.maya, id, ONES);
    late(&round);
    assert_eq!(calls(&round), [0; 4], "one review is missing");
    let place = format!("/reviews/{id}/declaration");
    sami.submit(
        &sami.get(&format!("/reviews/{id}")),
        &place,
        &[("kind", "funder")],
    );
    late(&round);
    late(&round);
    assert_eq!(calls(&round), [1; 4]);
    assert_eq!(called(&round, &sami), 0);
}

#[test]
fn pages_ask_the_same_of_one_and_of_many() {
    queries::watch();
    let round = Deliberation::unscored();
    let (ada, noor, maya) = (&round.ada, &round.noor, &round.maya);
    let [first, second, third, _] = round.applications[..] else {
        panic!("four applications");
    };
    let pages = [
        (noor, inside(first)),
        (ada, office(first)),
        (ada, LIST.to_owned()),
        (noor, "/reviews?show=sent".to_owned()),
        (noor, format!("/reviews/{first}")),
        (ada, format!("/admin/applications/{first}")),
        (ada, "/admin/rounds/autumn/ranking".to_owned()),
    ];
    let asked = || {
        pages.each_ref().map(|(person, path)| {
            let load = || assert_eq!(person.get(path).status, 200, "{path}");
            queries::number(round.site.url(), load)
        })
    };
    review(noor, first, FIVES);
    review(maya, first, ONES);
    say(noor, &inside(first), "One.", &["reviewer-1"]);
    // What staff open for the first time on a day is noted beside.
    asked();
    // What is kept in memory is read anew after something was written.
    say(noor, &inside(first), "And two.", &["reviewer-1"]);
    let one = asked();
    assert!(
        one.iter().all(|count| *count > 0),
        "the database is watched"
    );
    for id in [second, third] {
        review(noor, id, FIVES);
        review(maya, id, ONES);
        say(maya, &inside(id), "Many.", &["reviewer-0"]);
    }
    for _ in 0..5 {
        say(maya, &inside(first), "More.", &["reviewer-0"]);
    }
    assert_eq!(asked(), one);
}
