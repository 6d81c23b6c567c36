//! Deciding on the board: the funding line, targets that move with what is proposed, the
//! shortlist and what targets cost, and lots that anybody can draw again.

mod deviation;
mod lots;
mod places;
mod shortlist;

use evenhand::domain::account::Role;
use evenhand::domain::lots::{Seed, draw};

use crate::deliberation::{Deliberation, Entrant};
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
fn what_is_proposed_is_changed_and_taken_back_in_its_row() {
    let round = Deliberation::new();
    let more = [
        ("amount", "20000"),
        ("condition.0.text", "An audit"),
        ("condition.0.reason", "The board is new"),
        ("feedback", "Well written."),
    ];
    let typed = [&AWARD[..], &more].concat();
    round.propose(&round.ada, 0, &typed);
    let id = round.applications[0];
    let here = format!("{BOARD}?after=0");
    let row = format!("{here}&open={id}");
    assert!(round.ada.get(BOARD).text().contains("Change or take back"));
    // What the board does not ask for is not lost.
    let open = round.ada.get(&row);
    assert_eq!(open.value("amount"), "20000");
    assert_eq!(open.value("condition.0.reason"), "The board is new");
    let changed = round.ada.submit(&open, &here, &[("amount", "18000")]);
    assert_eq!(decisions(&changed)[0], "Award · proposed USD 18,000");
    let seen = round.decision(&round.ben, 0);
    assert!(seen.text().contains("Well written.") && seen.text().contains("An audit"));
    // Another admin signs or takes it back, but changes nothing.
    let others = round.ben.get(&row);
    let removal = format!("{BOARD}/removal?after=0");
    assert!(!others.has("#f-amount") && others.has(&format!("form[action='{removal}']")));
    let dropped = round.ben.submit(&others, &removal, &[]);
    assert_eq!(
        dropped.notice(),
        "Dropped. Another decision can be proposed."
    );
    assert!(decisions(&dropped)[0].starts_with("Propose"));
    let vera = round.ada.invites("Vera Azoulay", Role::Auditor);
    assert!(!vera.get(&row).has("#open"));
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
    // The ranking of the board is kept, for the draw of lots as well.
    assert!(asks(SHORTLIST, "balance_targets") && !asks(SHORTLIST, "reviews"));
    assert!(!asks(LOTS, "reviews") && !asks(LOTS, "balance_targets"));
    let allow = format!("{LOTS}/option");
    round
        .ada
        .submit(&round.ada.get(LOTS), &allow, &[("allowed", "yes")]);
    assert!(!asks(LOTS, "reviews") && !asks(LOTS, "balance_targets"));
}

#[test]
fn the_board_asks_the_same_of_few_and_of_more() {
    queries::watch();
    let mut round = Deliberation::new();
    let load = |round: &Deliberation| {
        let places = [BOARD, SHORTLIST, LOTS];
        let open = || places.map(|place| assert_eq!(round.ada.get(place).status, 200));
        queries::number(round.site.url(), || {
            open();
        })
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
