//! Requests in other currencies than the round's, and amounts in any.

mod budget;

use crate::sayings::{stale, told};
use crate::story::{Story, fill, save, send};
use crate::support::{Page, Person};

const RATES: &str = "/admin/rounds/winter/currencies";

/// Text as it is read, without the marks that keep figures whole.
fn plain(text: &str) -> String {
    let marks = ['\u{2066}', '\u{2068}', '\u{2069}'];
    text.replace(marks, "")
}

fn add_rate(admin: &Person, currency: &str, rate: &str, day: &str) -> Page {
    let fields = [
        ("currency", currency),
        ("rate", rate),
        ("day", day),
        ("source", "Bank of Israel"),
    ];
    admin.submit(&admin.get(RATES), RATES, &fields)
}

fn section(place: &str, code: &str) -> String {
    format!("{place}/sections/{code}")
}

fn type_in(person: &Person, place: &str, code: &str, fields: &[(&str, &str)]) -> Page {
    let place = section(place, code);
    person.submit(&person.get(&place), &place, fields)
}

/// A request of 41,000 shekels that lacks nothing.
fn fill_in_shekels(person: &Person, place: &str) {
    fill(person, place);
    let fields = [
        ("amount", "41,000"),
        ("amount.currency", "ILS"),
        ("budget.0.amount", "41000"),
    ];
    let saved = save(person, place, "request", &fields);
    assert_eq!(saved.problems(), [""; 0]);
}

/// A fact of a page by its name.
fn fact(page: &Page, name: &str) -> String {
    let names = page.texts(".facts dt");
    let at = names.iter().position(|one| one == name);
    let at = at.unwrap_or_else(|| panic!("no {name} in {names:?}"));
    plain(&page.texts(".facts dd")[at])
}

#[test]
fn a_request_in_another_currency_is_measured_once_and_for_all() {
    let story = Story::new();
    let (ada, site) = (&story.ada, &story.site);
    let added = add_rate(ada, "ils", "3,9512", "1/11/2026");
    assert_eq!(added.notice(), "The rate is in force.");
    let taken = added.table("Other currencies, with the rate in force");
    assert_eq!(
        taken[0][..4].iter().map(|c| plain(c)).collect::<Vec<_>>(),
        [
            "ILS",
            "1 USD = 3.9512 ILS",
            "1 November 2026",
            "Bank of Israel"
        ]
    );
    let public = site.visitor().get("/rounds/winter");
    assert_eq!(
        fact(&public, "Or in another currency, at the rate of"),
        "1 USD = 3.9512 ILS (1 November 2026, Bank of Israel)"
    );

    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let page = rana.get(&section(&place, "request"));
    assert_eq!(
        page.forms("main form")[0].offered("amount.currency"),
        ["USD", "ILS"]
    );
    fill_in_shekels(&rana, &place);
    let page = rana.get(&section(&place, "request"));
    assert_eq!(page.value("amount"), "41000");
    assert_eq!(page.value("amount.currency"), "ILS");
    let measured = "ILS 41,000 (USD 10,376.59 at 3.9512 of 1 November 2026)";
    assert!(plain(&rana.get("/applications").text()).contains(measured));
    assert_eq!(send(&rana, &place).heading(), "Your application is sent");
    let receipt = || rana.get(&format!("{place}/receipt"));
    assert_eq!(fact(&receipt(), "You asked for"), measured);
    assert_eq!(fact(&receipt(), "Source of the rate"), "Bank of Israel");

    // What comes later changes nothing of what was sent.
    add_rate(ada, "ILS", "5", "2026-11-02");
    let end = format!("{RATES}/ILS/end");
    let ended = ada.submit(&ada.get(RATES), &end, &[]);
    assert!(
        ended
            .notice()
            .starts_with("The round takes this currency no more.")
    );
    assert_eq!(ended.the(".empty h2"), "Requests are in USD only");
    let rates = ended.column("All rates so far", 3);
    let rates: Vec<String> = rates.iter().map(|rate| plain(rate)).collect();
    assert_eq!(
        rates,
        ["No longer taken", "1 USD = 5 ILS", "1 USD = 3.9512 ILS"]
    );
    assert_eq!(fact(&receipt(), "You asked for"), measured);
    let dossier = ada.get(&format!("/admin{place}"));
    assert!(plain(&dossier.text()).contains(measured));
    let list = ada.get("/admin/rounds/winter/applications");
    assert!(plain(&list.text()).contains(measured));
    let ranking = ada.get("/admin/rounds/winter/ranking");
    let sheet = ada.post_with_token("/admin/rounds/winter/exports", &[("what", "decisions")]);
    if ranking.text().contains("Olive Press") {
        assert!(plain(&ranking.text()).contains(measured));
        assert!(
            sheet
                .source()
                .contains(",USD,10376.59,ILS,41000,3.9512,2026-11-01,")
        );
    }
    let log = ada.get("/admin/audit").text();
    assert!(log.contains("ILS at 3.9512 of 2026-11-01"), "{log}");
}

#[test]
fn the_bounds_of_a_round_hold_for_what_a_request_is_worth() {
    let story = Story::new();
    add_rate(&story.ada, "ILS", "4", "2026-11-02");
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    fill_in_shekels(&rana, &place);
    let amounts = |amount: &str| {
        let fields = [
            ("amount", amount),
            ("amount.currency", "ILS"),
            ("budget.0.amount", amount),
        ];
        save(&rana, &place, "request", &fields);
        let check = rana.get(&format!("{place}/check"));
        check
            .texts(".panel li")
            .iter()
            .map(|gap| plain(gap))
            .collect::<Vec<_>>()
    };
    assert!(amounts("100000").iter().all(|gap| !gap.contains("worth")));
    assert_eq!(
        amounts("100001"),
        [
            "How much are you asking for? ILS 100,001 is USD 25,000.25 by the rate of this round. \
          Ask for an amount worth USD 1,000 to USD 25,000."
        ]
    );
}

#[test]
fn a_currency_that_is_ended_meanwhile_loses_nothing() {
    let story = Story::new();
    add_rate(&story.ada, "ILS", "4", "2026-11-02");
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    fill_in_shekels(&rana, &place);
    let end = format!("{RATES}/ILS/end");
    story.ada.submit(&story.ada.get(RATES), &end, &[]);
    let why = "This round takes no requests in ILS any more. What you typed is kept: choose \
               another currency and check your amounts.";
    let check = rana.get(&format!("{place}/check"));
    let named = format!("How much are you asking for? {why}");
    assert_eq!(check.texts(".panel li"), std::slice::from_ref(&named));
    let sent = rana.post_with_token(&format!("{place}/submission"), &[]);
    assert_eq!((sent.status, sent.problems()), (422, vec![named]));
    let request = section(&place, "request");
    let page = rana.get(&request);
    assert_eq!((page.status, &*page.error("amount.currency")), (200, why));
    assert_eq!(page.value("amount"), "41000");
    let offered = page.texts("#f-amount-currency option");
    assert_eq!(offered, ["USD", "ILS (no longer taken)"]);
    let again = rana.submit(&page, &request, &[("months", "7")]);
    assert_eq!((again.status, &*again.error("amount.currency")), (422, why));
    assert_eq!(rana.get(&request).value("months"), "7", "the rest is saved");
    let fields = [
        ("amount", "10250"),
        ("amount.currency", "USD"),
        ("budget.0.amount", "10250"),
    ];
    save(&rana, &place, "request", &fields);
    assert_eq!(send(&rana, &place).heading(), "Your application is sent");
    let receipt = rana.get(&format!("{place}/receipt"));
    assert_eq!(fact(&receipt, "You asked for"), "USD 10,250");
}

#[test]
fn a_round_with_one_currency_asks_for_none_and_takes_no_other() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    fill(&rana, &place);
    let request = section(&place, "request");
    assert!(!rana.get(&request).has("[name='amount.currency']"));
    let forced = [
        ("then", "list"),
        ("amount", "12000"),
        ("amount.currency", "CHF"),
    ];
    let page = type_in(&rana, &place, "request", &[("months", "5")]);
    assert_eq!(page.status, 200);
    let version = rana.get(&request).value_of_hidden("version");
    let mut all = forced.to_vec();
    all.push(("version", &version));
    let refused = rana.post_with_token(&request, &all);
    assert_eq!(refused.status, 422);
    assert!(
        refused
            .error("amount.currency")
            .contains("no requests in CHF")
    );
}

#[test]
fn every_wrong_field_of_a_rate_is_named_and_a_closed_round_takes_none() {
    let story = Story::new();
    let ada = &story.ada;
    for (currency, rate, day, field, why) in [
        ("ZZZ", "4", "2026-11-02", "currency", "Choose a currency."),
        (
            "USD",
            "4",
            "2026-11-02",
            "currency",
            "USD is the currency of the round itself; it needs no rate.",
        ),
        (
            "ILS",
            "3,951",
            "2026-11-02",
            "rate",
            "Enter a rate above 0 with a point, such as 3.9512; at most 9 digits behind the point.",
        ),
        (
            "ILS",
            "4",
            "2026-11-03",
            "day",
            "A rate can’t be of a day to come.",
        ),
    ] {
        let refused = add_rate(ada, currency, rate, day);
        assert_eq!((refused.status, &*refused.error(field)), (422, why));
        assert_eq!(refused.value("source"), "Bank of Israel");
    }
    assert_eq!(ada.get(RATES).texts("table caption"), [""; 0]);
    let closing = "/admin/rounds/winter/closing";
    ada.submit(&ada.get(closing), closing, &[]);
    assert!(!ada.get(RATES).has("main form"));
    let late = ada.post_with_token(RATES, &[("currency", "ILS")]);
    assert_eq!(stale(&late), told("This round is closed for good."));
}

#[test]
fn any_currency_of_the_world_can_be_named_beside_an_amount() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let support = section(&place, "support");
    let rows = |currency| {
        [
            ("supporters.0.funder", "A friend"),
            ("supporters.0.amount", "1,000"),
            ("supporters.0.amount.currency", currency),
        ]
    };
    let page = rana.get(&support);
    let codes = page.attributes("#currencies option", "value");
    assert_eq!(codes[..3], ["USD", "EUR", "ILS"]);
    assert!(codes.len() > 150 && codes.contains(&"KWD".to_owned()));
    type_in(&rana, &place, "support", &rows("kwd"));
    let kept = rana.get(&support);
    assert_eq!(kept.value("supporters.0.amount.currency"), "KWD");
    let wrong = type_in(&rana, &place, "support", &rows("XYZ"));
    assert_eq!(
        wrong.error("supporters.0.amount.currency"),
        "Choose a currency."
    );
    assert_eq!(wrong.value("supporters.0.amount"), "1,000");
}

#[test]
fn the_questions_to_read_name_every_currency_that_is_taken() {
    let story = Story::new();
    let told = || {
        let page = story.site.visitor().get("/rounds/winter");
        let manners = page.texts(".asked-manner");
        plain(manners.iter().find(|one| one.contains("USD")).unwrap())
    };
    assert!(told().starts_with("An amount in USD · "), "{}", told());
    add_rate(&story.ada, "EUR", "0.9", "2026-11-01");
    add_rate(&story.ada, "ILS", "3.9512", "2026-11-01");
    let several = "An amount in the currency of your request, one of USD, EUR, ILS · ";
    assert!(told().starts_with(several), "{}", told());
}
