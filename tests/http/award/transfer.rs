//! Transfers: a file for the bank, once, to the account that was approved, under a
//! decision that stands.

use super::Awarded;
use crate::support::Page;

const REASON: [(&str, &str); 1] = [("reason", "The lists are not loaded yet.")];
const FILE: [(&str, &str); 5] = [
    ("format", "xml"),
    ("day", "2026-12-01"),
    ("payer", "The Foundation"),
    ("iban", "CH93 0076 2011 6238 5295 7"),
    ("bic", ""),
];

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
