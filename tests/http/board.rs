//! Deciding on the board: the funding line, targets that move with what is proposed, the
//! shortlist and what targets cost, and lots that anybody can draw again.

use evenhand::domain::account::Role;
use evenhand::domain::lots::{Seed, draw};

use crate::deliberation::{Deliberation, EVEN, Entrant, review};
use crate::support::{Page, Person, queries};

const BOARD: &str = "/admin/rounds/autumn/board";
const BALANCE: &str = "/admin/rounds/autumn/balance";
const SHORTLIST: &str = "/admin/rounds/autumn/shortlist";
const LOTS: &str = "/admin/rounds/autumn/lots";

const AWARD: [(&str, &str); 4] = [
    ("outcome", "award"),
    ("funding_type", "core"),
    ("waiver", "The register is closed to them."),
    ("rationale", "Small and urgent."),
];
/// Why one below the funding line is awarded.
const WHY: (&str, &str) = ("deviation", "Only they teach in both languages.");

fn propose(round: &Deliberation, n: usize, amount: &str) -> Page {
    propose_saying(round, n, &[("amount", amount), WHY])
}

fn propose_saying(round: &Deliberation, n: usize, more: &[(&str, &str)]) -> Page {
    let id = round.applications[n];
    let open = round.ada.get(&format!("{BOARD}?after=0&open={id}"));
    let typed = [&AWARD[..], more].concat();
    round.ada.submit(&open, &format!("{BOARD}?after=0"), &typed)
}

fn target(person: &Person, group: &str, edge: &str, percent: &str, measure: &str) -> Page {
    let typed = [
        ("group", group),
        ("edge", edge),
        ("percent", percent),
        ("measure", measure),
    ];
    person.submit(&person.get(BALANCE), BALANCE, &typed)
}

fn decisions(page: &Page) -> Vec<String> {
    page.texts("tr[id^='row-'] .ranking-decision")
}

#[test]
fn what_is_proposed_moves_the_targets_and_deviation_shows_its_reason() {
    let round = Deliberation::new();
    let set = target(&round.ada, "community:palestinian", "least", "50", "amount");
    assert_eq!(set.notice(), "The target is set.");
    let page = round.ada.get(BOARD);
    let line =
        "Funding line: the applications above come to USD 24,000. The next doesn’t fit the budget.";
    assert_eq!(page.texts("tr.table-part"), [line]);
    assert_eq!(decisions(&page)[3], "Propose Two languages, one school");
    let proposed = propose(&round, 3, "3000");
    assert_eq!(
        proposed.notice(),
        "The decision is proposed. Another admin can sign it off now."
    );
    assert_eq!(
        decisions(&proposed)[3],
        "Award · proposed USD 3,000Deviates from the ranking Only they teach in both languages."
    );
    let balance = |page: &Page| page.table("Balance targets");
    let words = "At least 50 % of the money: Palestinian";
    let short = [words, "USD 0 of USD 3,000", "0 %", "USD 1,500 short"];
    assert_eq!(balance(&proposed), [short]);
    let proposed = propose(&round, 0, "24,000");
    assert_eq!(decisions(&proposed)[0], "Award · proposed USD 24,000");
    let met = [words, "USD 24,000 of USD 27,000", "88 %", "Met"];
    assert_eq!(balance(&proposed), [met]);
    let own = round.ada.get(BALANCE).table("Balance targets");
    assert_eq!(own[0][..3], [words, "USD 24,000 of USD 27,000", "Met"]);
    assert_eq!(proposed.texts(".figures dd")[1], "USD 27,000 in 2 awards");
}

#[test]
fn a_refused_proposal_stays_in_its_row_with_everything_typed() {
    let round = Deliberation::new();
    let page = propose(&round, 0, "24000.01");
    assert_eq!(page.status, 422);
    let most = "An award can’t be more than was asked for: USD 24,000.";
    assert_eq!(page.error("amount"), most);
    assert_eq!(page.value("amount"), "24000.01");
    assert_eq!(page.value("rationale"), "Small and urgent.");
    assert!(page.has("#open form"));
    let vera = round.ada.invites("Vera Azoulay", Role::Auditor);
    let id = round.applications[0];
    let watched = vera.get(&format!("{BOARD}?after=0&open={id}"));
    assert!(!watched.has("#open form") && watched.status == 200);
    assert!(!vera.get(BALANCE).has("form.panel"));
}

#[test]
fn what_deviates_is_said_before_and_needs_a_reason_of_its_own() {
    let round = Deliberation::new();
    let hint = |n: usize| {
        let id = round.applications[n];
        let page = round.ada.get(&format!("{BOARD}?after=0&open={id}"));
        page.the("#f-deviation-hint p:first-child")
    };
    assert!(hint(0).starts_with("This application is above the funding line"));
    assert!(hint(3).starts_with("This application is below the funding line"));
    // By the row of the board.
    let refused = propose_saying(&round, 3, &[("amount", "3000")]);
    assert_eq!(refused.status, 422);
    let why = "This deviates from the ranking. Say why.";
    assert_eq!(refused.error("deviation"), why);
    assert_eq!(refused.value("rationale"), "Small and urgent.");
    // On the decision page: a decline above the line.
    let decline = [
        ("outcome", "decline"),
        ("reason", "others_first"),
        ("rationale", "Others first."),
    ];
    let place = round.place(0);
    let page = round.decision(&round.ada, 0);
    let refused = round.ada.submit(&page, &place, &decline);
    assert_eq!(
        (refused.status, refused.error("deviation")),
        (422, why.to_owned())
    );
    // For many at once: the second is where it should be, the first is not.
    let many = "/admin/rounds/autumn/decisions";
    let listed = round.ada.get(many).column("Without a proposal", 3);
    assert!(listed[0].ends_with("above the funding line"), "{listed:?}");
    let ids = [1, 0].map(|n| round.applications[n].to_string());
    let ticks = ids.iter().map(|id| ("application", id.as_str()));
    let pairs: Vec<(&str, &str)> = ticks.chain(decline).collect();
    let refused = round.ada.post_with_token(many, &pairs);
    assert_eq!(refused.error("deviation"), why);
    assert!(refused.text().contains("It stopped at EH-AAAA-2222."));
    let reasoned: Vec<(&str, &str)> = pairs.into_iter().chain([WHY]).collect();
    assert_eq!(round.ada.post_with_token(many, &reasoned).status, 303);
    assert!(round.decision(&round.ben, 0).text().contains(WHY.1));
    let rows = round.export(&round.ada, "decisions", "");
    let first = rows.source().lines().nth(1).expect("a row").to_owned();
    assert!(first.ends_with(&format!(",{}", WHY.1)), "{first}");
}

#[test]
fn targets_are_set_replaced_removed_and_refused() {
    let round = Deliberation::new();
    let wrong = target(&round.ada, "", "least", "0", "amount");
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.error("group"), "Choose one of the options.");
    let percent = "Type a whole number from 1 to 100.";
    assert_eq!(wrong.error("percent"), percent);
    assert_eq!(wrong.value("percent"), "0");
    target(&round.ada, "base:gaza", "most", "30", "number");
    let page = target(&round.ada, "base:gaza", "most", "40", "number");
    let words = "At most 40 % of the awards: Gaza Strip";
    assert_eq!(page.column("Balance targets", 0), [words]);
    let removed = round.ada.submit(&page, &format!("{BALANCE}/removal"), &[]);
    assert_eq!(removed.notice(), "The target is removed.");
    let log = round.ada.get("/admin/audit").text();
    assert!(log.contains("base:gaza most 40 % by number"), "{log}");
}

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
    let swap = "Keeping the archive alive Safe rooms";
    let words = "At least 50 % of the money: Palestinian";
    assert_eq!(
        costs,
        [[words, "221.8", "72.5", swap, "Legal aid in the valley"]]
    );
    let [one, other] = ["Keeping the archive alive", "Safe rooms"];
    let lines = page.texts(".swap li > bdi");
    assert_eq!(lines, [one, other, "Legal aid in the valley"]);
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

#[test]
fn lots_are_committed_to_before_they_are_drawn_and_can_be_drawn_again() {
    let round = Deliberation::new();
    let early = round.ada.post_with_token(LOTS, &[("group", "tie:2")]);
    assert_eq!(early.status, 409);
    let page = round.ada.get(LOTS);
    let allowed = round.ada.submit(&page, &format!("{LOTS}/option"), &[]);
    assert!(allowed.text().contains("Equal scores, rank 2"));
    let committed = round.ada.submit(&allowed, LOTS, &[("group", "tie:2")]);
    let hashes = committed.texts("bdi.reference");
    assert_eq!(hashes.len(), 1);
    let log = round.ada.get("/admin/audit").text();
    assert!(log.contains(&hashes[0]), "{log}");
    let drawn = round.ben.submit(
        &round.ben.get(LOTS),
        &format!("{LOTS}/{}/draw", hashes[0]),
        &[],
    );
    assert_eq!(drawn.notice(), "The lots are drawn.");
    let shown = drawn.texts("bdi.reference");
    let seed = Seed::parse(&shown[1]).expect("the seed is shown");
    assert_eq!(seed.commitment(), hashes[0]);
    let names = ["EH-BBBB-3333", "EH-CCCC-4444"].map(str::to_owned);
    let order: Vec<String> = draw(&seed, &names)
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(drawn.texts("main ol li .reference"), order);
    // Once it is drawn, it stays drawn.
    let again = format!("{LOTS}/{}/draw", hashes[0]);
    assert_eq!(round.ben.post_with_token(&again, &[]).status, 303);
    assert_eq!(round.ben.get(LOTS).texts("bdi.reference"), shown);
    // No second draw among the same, until the order suits somebody.
    let second = round.ada.post_with_token(LOTS, &[("group", "tie:2")]);
    assert_eq!(second.status, 409);
    assert!(!round.ada.get(LOTS).text().contains("Equal scores, rank 2"));
    let gone = round.ada.post_with_token(LOTS, &[("group", "tie:9")]);
    assert_eq!(gone.status, 409);
}

#[test]
fn nobody_draws_again_until_it_pleases() {
    let round = Deliberation::new();
    let option = format!("{LOTS}/option");
    round.ada.submit(&round.ada.get(LOTS), &option, &[]);
    let tie = [("group", "tie:2")];
    let committed = round.ada.submit(&round.ada.get(LOTS), LOTS, &tie);
    let hash = committed.texts("bdi.reference").remove(0);
    assert!(!committed.text().contains("Equal scores, rank 2"));
    assert_eq!(round.ben.post_with_token(LOTS, &tie).status, 409);
    let draw = format!("{LOTS}/{hash}/draw");
    round.ada.submit(&round.ada.get(LOTS), &draw, &[]);
    let again = round.ada.post_with_token(LOTS, &tie);
    assert_eq!(again.status, 409);
    assert!(again.text().contains("A second draw would be a choice."));
}

#[test]
fn whoever_is_kept_away_from_a_draw_finds_nothing_of_it_in_the_log() {
    let round = Deliberation::new();
    let option = format!("{LOTS}/option");
    round.ada.submit(&round.ada.get(LOTS), &option, &[]);
    let page = round.ada.get(LOTS);
    let committed = round.ada.submit(&page, LOTS, &[("group", "tie:2")]);
    let hash = committed.texts("bdi.reference").remove(0);
    let draw = format!("{LOTS}/{hash}/draw");
    round.ada.submit(&round.ada.get(LOTS), &draw, &[]);
    let told = ["commit_lots", "draw_lots", hash.as_str()];
    let log = |person: &Person| person.get("/admin/audit").text();
    assert!(told.iter().all(|word| log(&round.ben).contains(word)));
    let own = format!("/admin/applications/{}/conflict", round.applications[1]);
    let aside = [("kind", "collaborator")];
    round.ben.submit(&round.ben.get(&own), &own, &aside);
    assert!(!round.ben.get(LOTS).text().contains(&hash));
    assert!(!told.iter().any(|word| log(&round.ben).contains(word)));
    assert!(told.iter().all(|word| log(&round.ada).contains(word)));
}

#[test]
fn a_page_beside_the_board_asks_only_for_what_it_shows() {
    queries::watch();
    let round = Deliberation::new();
    let asks = |place: &str, table: &str| {
        let asked = queries::of(round.site.url(), || {
            assert_eq!(round.ada.get(place).status, 200);
        });
        let column = format!("{table}.");
        let plain = |one: &String| one.replace(['`', '"'], "");
        asked.iter().any(|one| plain(one).contains(&column))
    };
    assert!(asks(BOARD, "reviews") && asks(BOARD, "balance_targets"));
    assert!(asks(BALANCE, "balance_targets") && !asks(BALANCE, "reviews"));
    assert!(asks(SHORTLIST, "reviews") && asks(SHORTLIST, "balance_targets"));
    assert!(!asks(LOTS, "reviews") && !asks(LOTS, "balance_targets"));
    let allow = format!("{LOTS}/option");
    round
        .ada
        .submit(&round.ada.get(LOTS), &allow, &[("allowed", "yes")]);
    assert!(asks(LOTS, "reviews") && !asks(LOTS, "balance_targets"));
}

#[test]
fn the_board_asks_the_same_of_few_and_of_more() {
    queries::watch();
    let mut round = Deliberation::new();
    let load = |round: &Deliberation| {
        let places = [BOARD, SHORTLIST, LOTS];
        let open = || places.map(|place| assert_eq!(round.ada.get(place).status, 200));
        queries::of(round.site.url(), || {
            open();
        })
        .len()
    };
    load(&round);
    let few = load(&round);
    let more = Entrant {
        reference: "EH-EEEE-6666",
        name: "Lighthouse",
        title: "A boat",
        place: ("israeli", "israel"),
        requested_minor: 500_000,
        registration: None,
    };
    let founder = round.rana.email.clone();
    let id = round.enter(&more, &founder);
    round.applications.push(id);
    assert_eq!(load(&round), few);
}
