//! Money: two people, a screening, an account, a rate, a file for the bank.

use super::{ACCOUNT, Awarded, IBAN};
use crate::list_screening::{count, list_of, put, standing};
use crate::support::Page;

const REASON: [(&str, &str); 1] = [("reason", "The lists are not loaded yet.")];
const FILE: [(&str, &str); 5] = [
    ("format", "xml"),
    ("day", "2026-12-01"),
    ("payer", "The Foundation"),
    ("iban", "CH93 0076 2011 6238 5295 7"),
    ("bic", ""),
];

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
    assert_eq!(award.prepare(1, &[]).status, 200);
}

fn file(award: &Awarded, typed: &[(&str, &str)]) -> Page {
    let ada = &award.round.ada;
    ada.submit(&ada.get("/admin/payments"), "/admin/payments", typed)
}

#[test]
fn a_transfer_goes_to_the_bank_once_unless_it_is_meant() {
    let award = Awarded::running();
    let (ada, ben) = (&award.round.ada, &award.round.ben);
    award.prepare(1, &[]);
    award.step(ada, "Approve", &REASON);
    assert_eq!(
        ada.get("/admin/payments").the(".empty h2"),
        "Nothing waits for the bank"
    );
    award.step(ben, "Approve", &REASON);
    let empty = file(&award, &[("payer", ""), ("iban", "12")]);
    assert_eq!((empty.status, empty.problems().len()), (422, 2));
    let made = file(&award, &FILE);
    assert_eq!(made.header("content-type"), Some("application/xml"));
    let xml = made.source();
    assert!(
        xml.contains("<InstdAmt Ccy=\"USD\">15000</InstdAmt>"),
        "{xml}"
    );
    assert!(xml.contains("<IBAN>PS92PALS000000000400123456702</IBAN>"));
    assert!(xml.contains("<Ustrd>EH-AAAA-2222 / 1</Ustrd>"));
    let id = ada
        .get("/admin/payments")
        .attributes("[name='payment']", "value")
        .remove(0);
    let mut sheet: Vec<(&str, &str)> = FILE.to_vec();
    sheet[0].1 = "csv";
    sheet.push(("payment", &id));
    let twice = file(&award, &sheet);
    assert_eq!(twice.status, 422);
    assert!(twice.error("again").contains("stood in a file before"));
    sheet.push(("again", "yes"));
    let meant = file(&award, &sheet);
    assert!(
        meant.source().contains("'=Olive Press"),
        "{}",
        meant.source()
    );
    let exports = award.log(ada).text().matches("export_disbursement").count();
    assert_eq!(exports, 2);
    let none = ada.get("/admin/payments?on=2020-01-01");
    assert_eq!(none.the(".empty h2"), "Nothing waits for the bank");
    let paid = award.step(ada, "Note that it is paid", &[("day", "2026-11-01")]);
    assert!(paid.column("Tranches", 3)[0].starts_with("Paid"));
    let gone = ada.post_with_token("/admin/payments", &sheet);
    assert_eq!(gone.status, 409);
}

/// The first tranche, approved by both.
fn approved() -> Awarded {
    let award = Awarded::running();
    award.prepare(1, &[]);
    award.step(&award.round.ada, "Approve", &REASON);
    award.step(&award.round.ben, "Approve", &REASON);
    award
}

/// The one transfer that waits for the bank.
fn payable(award: &Awarded) -> String {
    let list = award.round.ada.get("/admin/payments");
    list.attributes("[name='payment']", "value").remove(0)
}

#[test]
fn a_transfer_goes_to_the_account_that_was_approved_for_it() {
    let award = approved();
    let ada = &award.round.ada;
    let other = [
        ("holder", "Olive Press"),
        ("bank", "Another bank"),
        ("iban", "IL62 0108 0000 0009 9999 999"),
        ("bic", ""),
    ];
    assert_eq!(award.give(&other).notice(), "The account is kept.");
    let page = award.page(ada);
    let told = &page.column("Tranches", 3)[0];
    assert!(told.contains("To PS •••• 6702."), "{told}");
    let step = ada.get(&page.link("Note that it is paid"));
    let lead = step.text();
    assert!(lead.contains("=Olive Press, PS •••• 6702."), "{lead}");
    assert!(
        lead.contains("The organisation gave another account since: IL •••• 9999."),
        "{lead}"
    );
    let id = payable(&award);
    for format in ["xml", "csv"] {
        let mut typed = FILE.to_vec();
        typed[0].1 = format;
        typed.extend([("payment", &*id), ("again", "yes")]);
        let made = ada.post_with_token("/admin/payments", &typed);
        let made = made.source();
        assert!(made.contains("PS92PALS000000000400123456702"), "{made}");
        assert!(!made.contains("IL620108000000099999999"), "{made}");
    }
}

#[test]
fn what_is_at_the_bank_is_taken_back_by_another_one_than_who_sent_it() {
    let award = approved();
    let (ada, ben) = (&award.round.ada, &award.round.ben);
    assert_eq!(file(&award, &FILE).status, 200);
    let place = award.page(ben).link("Take it back");
    assert!(!award.page(ada).links().iter().any(|(_, to)| *to == place));
    let reason = [("reason", "The bank stopped it.")];
    let own = ada.post_with_token(&place, &reason);
    assert_eq!(own.status, 403);
    assert!(
        own.text().contains("Another admin has to take it back."),
        "{}",
        own.text()
    );
    assert!(ben.get(&place).text().contains("ask there first"));
    let silent = award.step(ben, "Take it back", &[]);
    assert_eq!(silent.error("reason"), "Fill this in.");
    let back = award.step(ben, "Take it back", &reason);
    assert!(
        back.text()
            .contains("Taken back: tranche 1, USD 15,000. The bank stopped it.")
    );
}

fn decide_anew(award: &Awarded) {
    let (ada, place) = (&award.round.ada, format!("{}/anew", award.round.place(0)));
    let form = format!("form[action^='{place}']");
    let reason = [("reason", "The amount was mistyped.")];
    assert_eq!(ada.submit(&ada.get(&place), &form, &reason).status, 200);
}

#[test]
fn nothing_is_approved_while_the_decision_is_taken_anew() {
    let award = Awarded::running();
    let (ada, ben) = (&award.round.ada, &award.round.ben);
    award.prepare(1, &[]);
    award.step(ada, "Approve", &REASON);
    let place = award.page(ben).link("Approve");
    decide_anew(&award);
    let page = award.page(ben);
    let why = "The decision on this award is being taken anew.";
    assert!(page.text().contains(why), "{}", page.text());
    assert!(!page.links().iter().any(|(_, to)| *to == place));
    let second = format!("{}/tranches/2", award.desk);
    for (place, typed) in [(place, REASON), (second, [("currency", "USD")])] {
        let held = ben.post_with_token(&place, &typed);
        assert_eq!(held.status, 409, "{place}");
        assert!(held.text().contains(why), "{place}");
    }
    let back = award.step(ben, "Take it back", &REASON);
    assert_eq!(back.status, 200, "what is under way can be stopped");
}

#[test]
fn nothing_goes_into_a_file_while_the_decision_is_taken_anew() {
    let award = approved();
    let ada = &award.round.ada;
    let id = payable(&award);
    decide_anew(&award);
    let list = ada.get("/admin/payments");
    assert!(!list.has("[name='payment']"));
    assert!(
        list.text()
            .contains("Waits: the decision is being taken anew")
    );
    let mut typed = FILE.to_vec();
    typed.push(("payment", &id));
    let held = ada.post_with_token("/admin/payments", &typed);
    assert_eq!(held.status, 422);
    assert!(
        held.text()
            .contains("The decision behind EH-AAAA-2222 is being taken anew."),
        "{}",
        held.text()
    );
}
