//! The dashboard, and the whole story of one application.

use evenhand::domain::account::Role;

use crate::deliberation::{Deliberation, EVEN, Entrant, HIGH, review};
use crate::support::{Page, queries};

const DASHBOARD: &str = "/admin/dashboard";
const AWARD: [(&str, &str); 5] = [
    ("outcome", "award"),
    ("amount", "20000"),
    ("funding_type", "core"),
    ("rationale", "The strongest request."),
    ("waiver", "The register is closed to them."),
];

#[test]
fn the_dashboard_tells_a_round_in_numbers_with_a_table_for_each_picture() {
    let round = Deliberation::new();
    round.propose(&round.ada, 0, &AWARD);
    round.sign(&round.ben, 0);
    round.release_all(&round.ada);
    let page = round.ada.get(DASHBOARD);
    assert_eq!(
        page.column("Where applications stand", 1),
        ["0", "0", "3", "1", "0", "0"]
    );
    let waiting: Vec<String> = page.column("Waiting for a decision", 1);
    let sum: i64 = waiting
        .iter()
        .map(|one| one.parse::<i64>().expect("a number"))
        .sum();
    assert_eq!(sum, 3);
    let decided = page.column("Working days from sending to the decision", 1);
    assert_eq!(decided.last().map(String::as_str), Some("1"));
    let money = page.table("Demand and budget");
    assert_eq!(money[0][1], "USD 48,500.50");
    assert_eq!(money[1][1], "USD 30,000");
    assert_eq!(money[2][1], "USD 20,000");
    assert_eq!(money[5][1], "USD 10,000");
    // Totals: 75, 80, 75, 75, 75, 75 and 71.8; the eighth review says too little.
    let scores = page.column("Scores", 1);
    assert_eq!(scores[7..9], ["6", "1"]);
    assert!(page.text().contains("Krippendorff"));
    let reviewers = page.table("Reviewers");
    assert_eq!(reviewers.len(), 2);
    assert_eq!(reviewers[0][1..4], ["4", "4", "0"]);
    let bases = page.table("Where organisations work from");
    assert!(
        bases
            .iter()
            .any(|row| row[1..4] == ["1", "1", "USD 20,000"])
    );
    assert_eq!(page.column("Rounds side by side", 2), ["4"]);
    assert_eq!(page.texts("section > svg").len(), 4);
    assert_eq!(page.texts("section table").len(), 11);
    let vera = round.ada.invites("Vera Azoulay", Role::Auditor);
    assert_eq!(vera.get(DASHBOARD).table("Scores"), page.table("Scores"));
    assert_eq!(round.noor.get(DASHBOARD).status, 403);
}

#[test]
fn a_correction_makes_no_round_slower() {
    let round = Deliberation::new();
    let ada = &round.ada;
    round.propose(ada, 0, &AWARD);
    round.sign(&round.ben, 0);
    round.release_all(ada);
    let middle = || ada.get(DASHBOARD).column("Rounds side by side", 5);
    assert_eq!(middle(), ["0"]);
    round.site.pass_days(5);
    for person in [ada, &round.ben] {
        person.sign_in();
    }
    let place = format!("{}/anew", round.place(0));
    let form = format!("form[action^='{place}']");
    let reason = [("reason", "The amount was mistyped.")];
    ada.submit(&ada.get(&place), &form, &reason);
    assert_eq!(middle(), ["0"], "while it is decided anew");
    round.propose(ada, 0, &AWARD);
    round.sign(&round.ben, 0);
    round.release_all(ada);
    assert_eq!(
        round.decision(ada, 0).the(".decision h2"),
        "Decision Award · released"
    );
    assert_eq!(middle(), ["0"]);
}

#[test]
fn the_dashboard_and_the_board_count_in_working_days_as_the_turnaround_page_does() {
    let round = Deliberation::new();
    let (board, own) = (
        "/admin/rounds/autumn/board",
        "/admin/rounds/autumn/turnaround",
    );
    round.site.pass_days(12);
    round.ada.sign_in();
    let late = |page: &Page| page.column("Waiting for a decision", 1)[0].clone();
    // Twelve days hold eight or nine working days of ten.
    assert_eq!(late(&round.ada.get(DASHBOARD)), "0");
    assert!(!round.ada.get(board).text().contains("Decision was due on"));
    round.site.pass_days(6);
    round.ada.sign_in();
    let page = round.ada.get(DASHBOARD);
    assert_eq!(late(&page), "4");
    let marks = round.ada.get(board).texts(".ranking-marks");
    assert!(
        marks.iter().all(|row| row.contains("Decision was due on")),
        "{marks:?}"
    );
    let (told, caption) = (round.ada.get(own), "Time to each step");
    for column in [1, 2] {
        assert_eq!(page.column(caption, column), told.column(caption, column));
    }
    assert_eq!(page.column(caption, 4), told.column(caption, 6), "late now");
}

#[test]
fn the_dashboard_asks_as_much_of_more_applications() {
    queries::watch();
    let round = Deliberation::unscored();
    let asked = || {
        let load = || assert_eq!(round.ada.get(DASHBOARD).status, 200);
        queries::number(round.site.url(), load)
    };
    let before = asked();
    assert!(before > 0, "the database is watched");
    for id in &round.applications {
        review(&round.noor, *id, EVEN);
        review(&round.maya, *id, HIGH);
    }
    let more = Entrant {
        reference: "EH-EEEE-6666",
        name: "Fifth Well",
        title: "One more",
        place: ("israeli", "israel"),
        requested_minor: 500_000,
        registration: None,
    };
    round.enter(&more, &round.rana.email);
    assert_eq!(asked(), before);
}

#[test]
fn a_story_tells_who_did_what_when_and_why_from_sending_to_release() {
    let round = Deliberation::new();
    round.propose(&round.ada, 0, &AWARD);
    round.sign(&round.ben, 0);
    round.release_all(&round.ada);
    let place = format!("/admin/applications/{}", round.applications[0]);
    let dossier = round.ben.get(&place);
    let story = round.ben.click(&dossier, "Whole story");
    assert_eq!(story.path, format!("{place}/story"));
    let told = story.table("Whole story");
    let at = |what: &str, who: &str| {
        let found = told
            .iter()
            .position(|row| row[1] == what && row[2].contains(who));
        found.unwrap_or_else(|| panic!("{what} by {who}: {told:?}"))
    };
    let way = [
        at("Declaration made", "Noor"),
        at("Review sent", "Noor"),
        at("Reviews complete, on to deliberation", ""),
        at("Decision proposed", "Ada"),
        at("Decision signed off", "Ben"),
        at("Decision released", "Ada"),
    ];
    assert!(way.is_sorted(), "{way:?}");
    assert!(told[way[1]][3].contains("Total 75"));
    assert!(told[way[3]][3].contains("The strongest request."));
    assert_eq!(story.the(".panel .answer"), "The strongest request.");
    assert!(story.the(".panel").contains("1 of 4"));
    // An export of the round is told of too.
    let before = told.len();
    round.export(&round.ada, "decisions", "");
    let after = round.ada.get(&story.path).table("Whole story");
    assert_eq!(after.len(), before + 1);
    assert_eq!(after[before][1], "Round exported");
    // Whoever steps aside finds it no more.
    let own = format!("{place}/conflict");
    round
        .ben
        .submit(&round.ben.get(&own), &own, &[("kind", "collaborator")]);
    assert_eq!(round.ben.get(&story.path).status, 404);
}

#[test]
fn a_story_shows_what_fared_otherwise_beside_it_and_why() {
    let round = Deliberation::new();
    let decline = [
        ("outcome", "decline"),
        ("reason", "others_first"),
        ("rationale", "Another funder pays for it."),
    ];
    round.propose(&round.ada, 0, &decline);
    let award = [
        ("outcome", "award"),
        ("amount", "2500"),
        ("funding_type", "core"),
        ("rationale", "The only school of its kind."),
        ("waiver", "The register is closed to them."),
    ];
    round.propose(&round.ada, 3, &award);
    let story = |n: usize| format!("/admin/applications/{}/story", round.applications[n]);
    let caption = "Beside it in the ranking";
    let page = round.ben.get(&story(0));
    let rows = page.table(caption);
    assert_eq!(rows.len(), 4);
    let places: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(places, ["1", "2", "2", "4"]);
    // Both deviate from the ranking; why that is right stands with the reason.
    let deviates = "As the panel saw it.";
    assert_eq!(
        rows[0][5],
        format!("Another funder pays for it. {deviates}")
    );
    assert_eq!(rows[1][3], "Not decided");
    assert!(rows[3][1].starts_with("Two languages, one school"));
    assert_eq!(rows[3][2], "71.8");
    assert!(rows[3][3].starts_with("Award"), "{}", rows[3][3]);
    assert_eq!(rows[3][4], "USD 2,500");
    assert_eq!(
        rows[3][5],
        format!("The only school of its kind. {deviates}")
    );
    let other = round.ben.click(&page, "Two languages, one school");
    assert_eq!(other.path, story(3));
    assert!(other.the(".panel .facts").contains("USD 2,500"));
    // Whoever steps aside from one finds nothing of it in the stories of others.
    let own = format!("/admin/applications/{}/conflict", round.applications[3]);
    round
        .ben
        .submit(&round.ben.get(&own), &own, &[("kind", "collaborator")]);
    let less = round.ben.get(&story(0));
    assert_eq!(less.table(caption).len(), 3);
    assert!(!less.source().contains("one school"), "{}", less.text());
}

#[test]
fn a_story_is_told_by_time_also_where_a_clock_went_back() {
    let round = Deliberation::new();
    round.site.pass_minutes(60);
    round.propose(&round.ada, 0, &AWARD);
    round.site.pass_minutes(-30);
    round.export(&round.ada, "decisions", "");
    let story = format!("/admin/applications/{}/story", round.applications[0]);
    let told = round.ada.get(&story).table("Whole story");
    let at = |what: &str| told.iter().position(|row| row[1] == what);
    assert!(at("Round exported").is_some(), "{told:?}");
    assert!(at("Round exported") < at("Decision proposed"), "{told:?}");
}

#[test]
fn a_story_tells_every_reason_where_it_was_given() {
    let round = Deliberation::new();
    let cleo = round.ada.invites("Cleo Haddad", Role::Admin);
    let decline = [
        ("outcome", "decline"),
        ("reason", "others_first"),
        ("rationale", "Others were stronger."),
    ];
    round.propose(&round.ada, 0, &decline);
    round.sign(&round.ben, 0);
    round.release_all(&round.ada);
    let place = format!("/applications/{}/appeal", round.applications[0]);
    let asked = [("words", "You read the wrong accounts.")];
    round.rana.submit(&round.rana.get(&place), &place, &asked);
    let place = format!("{}/appeal", round.place(0));
    let answer = [("upheld", "yes"), ("answer", "You are right about them.")];
    cleo.submit(&cleo.get(&place), &place, &answer);
    let award = [
        &AWARD[..],
        &[
            ("condition.0.text", "An audit within a year"),
            ("condition.0.reason", "The board is new"),
        ],
    ];
    round.propose(&round.ada, 0, &award.concat());
    let story = format!("/admin/applications/{}/story", round.applications[0]);
    let told = round.ben.get(&story).table("Whole story");
    let said = |what: &str| -> Vec<String> {
        let own = told.iter().filter(|row| row[1] == what);
        own.map(|row| row[3].clone()).collect()
    };
    let both = said("Decision proposed");
    let (declined, awarded) = (&both[0], &both[1]);
    let reason = "There were more good requests than money";
    assert!(declined.contains(reason), "{declined}");
    for part in [
        "The strongest request.",
        "An audit within a year (The board is new)",
        "The register is closed to them.",
    ] {
        assert!(awarded.contains(part) && !declined.contains(part), "{part}");
    }
    let asked = said("Asked to look at the decision again");
    assert!(asked[0].contains("You read the wrong accounts."));
    for what in [
        "Request to look again answered",
        "Opened to be decided anew",
    ] {
        let told = said(what);
        assert!(told[0].contains("You are right about them."), "{what}");
    }
}
