//! The best affordable set, and what targets cost.

use super::{SHORTLIST, target};
use crate::deliberation::{Deliberation, EVEN, Entrant, review};
use crate::support::Page;

#[test]
fn the_shortlist_is_the_best_set_and_says_what_a_target_costs() {
    let round = Deliberation::new();
    let titles = |page: &Page| page.texts("th[scope='row'] > a");
    let free = round.ada.get(SHORTLIST);
    // 75.0 + 75.0 + 71.8 for 24,500.50; the first alone would take 24,000.
    assert_eq!(free.texts(".figures dd")[..2], ["221.8", "3"]);
    assert!(free.text().contains("Proven: no other set"));
    target(&round.ada, "community:palestinian", "least", "50", "amount");
    let page = round.ada.get(SHORTLIST);
    assert_eq!(
        titles(&page),
        ["Legal aid in the valley", "Two languages, one school"]
    );
    let costs = page.table("What each target costs");
    let words = "At least 50 % of the money: Palestinian";
    // Without it 75.0 + 75.0 + 71.8. One application less meets the target again; the
    // proposed set exchanges three and comes to more.
    let goes = "Keeping the archive alive USD 12,500.50";
    let cost = [words, "221.8", "72.5", goes, "", "", "146.8"];
    assert_eq!(costs, [cost]);
    assert_eq!(page.texts(".swap li > bdi"), ["Keeping the archive alive"]);
    let part = round
        .ada
        .get(&format!("{SHORTLIST}?awards=1&most=&part=50"));
    let told = part.texts("td small.soft");
    assert!(
        told.iter().any(|one| one.ends_with("% of the request")),
        "{told:?}"
    );
    target(&round.ada, "community:israeli", "least", "60", "amount");
    let clash = round.ada.get(SHORTLIST);
    assert!(
        clash
            .text()
            .contains("No award keeps these targets together.")
    );
    assert_eq!(clash.texts("main ul li").len(), 2);
    let wrong = round
        .ada
        .get(&format!("{SHORTLIST}?awards=9&most=much&part=1"));
    assert_eq!((wrong.status, wrong.problems().len()), (422, 3));
    assert_eq!(wrong.value("most"), "much");
}

#[test]
fn nobody_is_put_forward_for_less_than_what_would_help_them() {
    let round = Deliberation::new();
    let fifth = Entrant {
        reference: "EH-EEEE-6666",
        name: "Lighthouse",
        title: "A boat",
        place: ("israeli", "israel"),
        requested_minor: 550_000,
        registration: None,
    };
    let founder = round.rana.email.clone();
    let least = [("smallest_useful", "5000")];
    let id = round.enter_saying(&fifth, &founder, &least);
    review(&round.noor, id, EVEN);
    let page = round
        .ada
        .get(&format!("{SHORTLIST}?awards=1&most=&part=50"));
    let awards = page.table("Proposed awards");
    let boat = awards.iter().find(|row| row[1].starts_with("A boat"));
    let boat = boat.expect("it is put forward");
    // The others take 24,500.50 of 30,000; nine tenths of 5,500 would be too little.
    assert_eq!(boat[3], "USD 5,500 useful from USD 5,000");
    assert_eq!(boat[4], "USD 5,000 90 % of the request");
    assert_eq!(awards.len(), 4);
    assert_eq!(page.texts(".figures dd")[0], "289.9");
}
