//! Money: two people, a screening, an account, a rate.

use super::{ACCOUNT, Awarded, IBAN};
use crate::list_screening::{count, list_of, put, screen, standing};

const REASON: [(&str, &str); 1] = [("reason", "The lists are not loaded yet.")];

#[test]
fn an_account_is_proven_masked_and_read_only_on_record() {
    let award = Awarded::offered();
    award.accept();
    let mut wrong = ACCOUNT;
    wrong[2].1 = "PS93 PALS 0000 0000 0400 1234 5670 2";
    let wrong = award.give(&wrong);
    assert_eq!(
        wrong.error("iban"),
        "This is no account number: the check digits don’t fit."
    );
    let kept = award.give(&ACCOUNT);
    assert_eq!(kept.notice(), "The account is kept.");
    let (plain, spaced) = (IBAN.replace(' ', ""), IBAN);
    let ada = &award.round.ada;
    for page in [&kept, &award.page(ada), &award.log(ada)] {
        assert!(!page.source().contains(&plain) && !page.source().contains(spaced));
    }
    assert!(kept.text().contains("PS •••• 6702"));
    let form = format!("{}/bank", award.desk);
    let read = ada.submit(&award.page(ada), &form, &[]);
    assert!(read.text().contains(&plain));
    let log = award.log(ada);
    assert!(log.text().contains("read_bank_details"));
    assert!(!log.source().contains(&plain) && !log.source().contains("=Olive Press"));
}

#[test]
fn two_people_approve_and_say_why_without_a_screening() {
    let award = Awarded::running();
    let (ada, ben) = (&award.round.ada, &award.round.ben);
    assert_eq!(
        award.prepare(1, &[]).notice(),
        "Prepared. It waits for the programme’s approval."
    );
    let again = ada.post_with_token(
        &format!("{}/tranches/1", award.desk),
        &[("currency", "USD")],
    );
    assert_eq!(again.status, 409, "one transfer for a tranche");
    let silent = award.step(ada, "Approve", &[]);
    assert_eq!(
        (silent.status, &*silent.error("reason")),
        (422, "Fill this in.")
    );
    assert!(
        silent
            .text()
            .contains("were not screened in the last 30 days")
    );
    let place = award.page(ada).link("Approve");
    let half = award.step(ada, "Approve", &REASON);
    assert!(half.column("Tranches", 3)[0].starts_with("Waits for finance"));
    let both = ada.post_with_token(&place, &REASON);
    assert_eq!(both.status, 403);
    assert!(
        both.text()
            .contains("Another admin has to approve for finance.")
    );
    assert!(!award.page(ada).links().iter().any(|(_, to)| *to == place));
    let done = award.step(ben, "Approve", &REASON);
    let told = &done.column("Tranches", 3)[0];
    assert!(told.starts_with("Approved by both"), "{told}");
    assert!(told.contains("Programme: Ada Levi") && told.contains("Finance: Ben Mizrahi"));
    let third = ben.post_with_token(&place, &REASON);
    assert_eq!(third.status, 409);
}

#[test]
fn names_are_screened_once_more_before_each_approval() {
    let award = Awarded::running();
    let (ada, ben, site) = (&award.round.ada, &award.round.ben, &award.round.site);
    count(site, ada, "ofac");
    let list = list_of("2026-10-20", &[("X-1", "Quarry Syndicate")]);
    put(site, ada, "ofac", &list);
    award.prepare(1, &[]);
    let place = standing(site, award.round.applications[0]);
    assert!(!ada.get(&place).text().contains("Before a payment"));
    let half = award.step(ada, "Approve", &[]);
    assert!(half.column("Tranches", 3)[0].starts_with("Waits for finance"));
    let told = ada.get(&place).the("#standing");
    assert!(told.contains("Before a payment") && told.contains("by Ada Levi"));
    award.step(ben, "Approve", &[]);
    assert!(ada.get(&place).the("#standing").contains("by Ben Mizrahi"));
    // What it finds asks for a reason: in whose name the account is, is a name too.
    let again = Awarded::running();
    let (ada, site) = (&again.round.ada, &again.round.site);
    count(site, ada, "ofac");
    let house = "Harbour Exchange House";
    put(site, ada, "ofac", &list_of("2026-10-20", &[("H-1", house)]));
    let mut account = ACCOUNT;
    account[0].1 = house;
    again.give(&account);
    again.prepare(1, &[]);
    let refused = again.step(ada, "Approve", &[]);
    assert_eq!(
        (refused.status, &*refused.error("reason")),
        (422, "Fill this in.")
    );
    assert!(
        refused
            .text()
            .contains("One hit on a list is open or confirmed.")
    );
}

#[test]
fn an_account_that_was_given_meanwhile_is_read_before_it_is_approved() {
    let award = Awarded::running();
    let (ada, ben) = (&award.round.ada, &award.round.ben);
    award.prepare(1, &[]);
    award.step(ada, "Approve", &REASON);
    let place = award.page(ben).link("Approve");
    let opened = ben.get(&place);
    award.give(&ACCOUNT);
    let late = ben.submit(&opened, &place, &REASON);
    assert_eq!(late.status, 409);
    assert!(late.text().contains("This account was changed"));
    let unread = ben.post_with_token(&place, &REASON);
    assert_eq!(unread.status, 409);
    let done = ben.submit(&ben.get(&place), &place, &REASON);
    assert!(done.column("Tranches", 3)[0].starts_with("Approved by both"));
}

#[test]
fn a_tranche_waits_for_its_report_and_keeps_its_rate() {
    let award = Awarded::running();
    let early = award.prepare(2, &[]);
    assert_eq!(early.status, 409);
    assert!(
        early
            .text()
            .contains("The report that has to come before is not accepted.")
    );
    let wrong = award.prepare(1, &[("currency", "ILS"), ("rate", "3.65")]);
    assert_eq!((wrong.status, wrong.problems().len()), (422, 2));
    let typed = [
        ("currency", "ILS"),
        ("rate", "3.65"),
        ("day", "2026-10-30"),
        ("source", "Bank of Israel"),
    ];
    award.prepare(1, &typed);
    let told = award.page(&award.round.ada).column("Tranches", 3).remove(0);
    let rate = "ILS 54,750 at 1 USD = 3.65 ILS (30 October 2026, Bank of Israel)";
    assert!(told.contains(rate), "{told}");
    let back = award.step(
        &award.round.ada,
        "Take it back",
        &[("reason", "Wrong day.")],
    );
    assert!(
        back.text()
            .contains("Taken back: tranche 1, USD 15,000. Wrong day.")
    );
    let id = award.round.applications[0];
    let story = format!("/admin/applications/{id}/story");
    let story = award.round.ada.get(&story);
    assert!(story.text().contains("Wrong day."), "{}", story.text());
    assert_eq!(award.prepare(1, &[]).status, 200);
}

#[test]
fn the_bank_of_the_account_is_screened_by_its_name() {
    let award = Awarded::running();
    let (site, ada) = (&award.round.site, &award.round.ada);
    count(site, ada, "ofac");
    let list = list_of("2026-10-20", &[("B-1", "Bank of Palestine")]);
    put(site, ada, "ofac", &list);
    let place = standing(site, award.round.applications[0]);
    let page = screen(ada, &place);
    assert_eq!(page.texts("#standing .badge")[0], "One open hit");
    assert!(page.the("main table").contains("The bank of the account"));
}
