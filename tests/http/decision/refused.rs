//! What is never decided: amounts that are none, and what was withdrawn meanwhile.

use super::{AWARD, DECLINE};
use crate::deliberation::Deliberation;

#[test]
fn an_amount_is_a_number_in_the_currency_of_the_round() {
    let round = Deliberation::new();
    for amount in [
        "EUR 500",
        "500 EUR",
        "€500",
        "-500",
        "\u{2212}500",
        "(500)",
        "0",
        "500.005",
        "5e2",
    ] {
        let typed = [&AWARD[..1], &[("amount", amount)], &AWARD[2..]].concat();
        let page = round.propose(&round.ada, 0, &typed);
        assert_eq!(page.status, 422, "{amount}");
        let said = "Enter an amount such as 12500 or 12,500.50.";
        assert_eq!(page.error("amount"), said, "{amount}");
        assert_eq!(page.value("amount"), amount);
        assert_eq!(page.value("rationale"), AWARD[5].1, "{amount}");
    }
    assert!(!round.decision(&round.ben, 0).has(".decision"));
}

#[test]
fn nothing_is_decided_about_what_was_withdrawn() {
    let round = Deliberation::new();
    round.propose(&round.ada, 0, &AWARD);
    let read = round.decision(&round.ben, 0);
    let id = read.value_of_hidden("decision");
    let own = format!("/applications/{}/withdrawal", round.applications[0]);
    let gone = round.rana.submit(&round.rana.get(&own), &own, &[]);
    assert_eq!(gone.notice(), "The application is withdrawn.");
    let said = "This application was withdrawn.";
    let sign = format!("{}/sign-off", round.place(0));
    let signed = round.ben.submit(&read, &sign, &[]);
    assert_eq!(signed.status, 409);
    assert!(signed.text().contains(said), "{}", signed.text());
    let proposed = round.ben.post_with_token(&round.place(0), &DECLINE);
    assert_eq!(proposed.status, 409);
    assert!(proposed.text().contains(said), "{}", proposed.text());
    let release = "/admin/rounds/autumn/release";
    let released = round.ada.post_with_token(release, &[("decision", &id)]);
    assert_eq!(released.status, 409);
    let board = "/admin/rounds/autumn/board?after=0";
    let application = round.applications[0].to_string();
    let typed = [&DECLINE[..], &[("application", application.as_str())]].concat();
    assert_eq!(round.ada.post_with_token(board, &typed).status, 409);
    let many = "/admin/rounds/autumn/decisions";
    let many = round.ada.post_with_token(many, &typed);
    assert_eq!(many.status, 422);
    assert!(many.text().contains("EH-AAAA-2222"), "{}", many.text());
    let story = format!("/admin/applications/{}/story", round.applications[0]);
    let told = round.ada.get(&story);
    let standing = told.the(".panel");
    assert!(standing.contains("Withdrawn"), "{standing}");
    assert!(
        !standing.contains("proposed"),
        "it came to nothing: {standing}"
    );
    assert!(
        told.text().contains("The strongest request."),
        "but was said"
    );
    // What was proposed takes no money any more.
    let left = round.ada.get("/admin/rounds/autumn/reserve");
    assert_eq!(left.the("#free"), "USD 30,000 of the budget are free.");
    assert_eq!(
        round
            .export(&round.ada, "awards", "")
            .source()
            .lines()
            .count(),
        1
    );
}
