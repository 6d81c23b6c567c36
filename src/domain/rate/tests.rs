//! Rates typed well and badly, and conversions held against plain arithmetic.

use super::*;
use proptest::prelude::*;

fn currency(code: &str) -> Currency {
    Currency::parse(code).unwrap()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn currencies(reference: &str, other: &str, rate: &str) -> Currencies {
    Currencies {
        reference: currency(reference),
        rates: vec![DatedRate {
            currency: currency(other),
            rate: Rate::parse(rate).unwrap(),
            day: day("2026-11-20"),
            source: "ECB".to_owned(),
        }],
    }
}

fn worth(currencies: &Currencies, minor: i64, code: &str) -> i64 {
    let measured = currencies.measure(Money::new(minor, currency(code)));
    measured.unwrap().reference.minor
}

#[test]
fn rates_are_read_in_any_habit_and_kept_plain() {
    for (typed, kept) in [
        ("3.9512", "3.9512"),
        (" 3,95 ", "3.95"),
        ("3,9512", "3.9512"),
        ("٣٫٩٥", "3.95"),
        ("16,250.50", "16250.5"),
        ("0.000012", "0.000012"),
        ("4.00", "4"),
    ] {
        assert_eq!(Rate::parse(typed).unwrap().decimal(), kept, "{typed}");
    }
    for wrong in [
        "",
        "0",
        "0.00",
        "-1",
        "3,951",
        "abc",
        "1e3",
        "0.0000000001",
        "9999999999999999",
    ] {
        assert!(Rate::parse(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn a_request_is_measured_in_the_reference_currency() {
    let euro = currencies("EUR", "ILS", "3.9512");
    assert_eq!(worth(&euro, 1_200_000, "ILS"), 303_705);
    assert_eq!(worth(&euro, 5, "EUR"), 5);
    // 1 JPY is two digits of a euro away, 1 JOD three the other way.
    assert_eq!(worth(&currencies("EUR", "JPY", "160"), 160, "JPY"), 100);
    assert_eq!(worth(&currencies("JPY", "JOD", "0.005"), 1_000, "JOD"), 200);
    assert_eq!(worth(&currencies("JOD", "USD", "1.41"), 141, "USD"), 1_000);
}

#[test]
fn halves_go_to_the_even_minor_unit() {
    let half = currencies("EUR", "ILS", "2");
    let all: Vec<i64> = (1..8).map(|minor| worth(&half, minor, "ILS")).collect();
    assert_eq!(all, [0, 1, 2, 2, 2, 3, 4]);
}

#[test]
fn what_is_not_taken_or_too_much_is_told() {
    let euro = currencies("EUR", "ILS", "0.000000001");
    let told = |money| euro.measure(money).unwrap_err().key;
    assert_eq!(
        told(Money::new(1, currency("CHF"))),
        "error-currency-not-taken"
    );
    assert_eq!(told(Money::new(i64::MAX, currency("ILS"))), "error-amount");
    assert!(euro.takes(currency("EUR")) && euro.takes(currency("ILS")));
    assert!(!euro.takes(currency("CHF")));
}

#[test]
fn what_was_converted_stays_at_its_rate() {
    let before = currencies("EUR", "ILS", "4");
    let asked = Money::new(400, currency("ILS"));
    let conversion = before.measure(asked).unwrap().conversion.unwrap();
    let later = currencies("EUR", "ILS", "5").pinned(&conversion);
    assert_eq!(worth(&later, 400, "ILS"), 100);
    assert_eq!(later, before);
    let gone = Currencies::only(currency("EUR")).pinned(&conversion);
    assert_eq!(worth(&gone, 400, "ILS"), 100);
}

#[test]
fn every_wrong_field_of_a_rate_is_named() {
    let text = |currency: &str, rate: &str, day: &str, source: &str| RateText {
        currency: currency.to_owned(),
        rate: rate.to_owned(),
        day: day.to_owned(),
        source: source.to_owned(),
    };
    let read = |text: RateText| text.read(currency("EUR"), day("2026-11-20"));
    let told = |text| {
        let problems = read(text).unwrap_err().0.into_iter();
        let all = problems.map(|p| format!("{} {}", p.field, p.message.key));
        all.collect::<Vec<_>>()
    };
    let good = read(text("ils", "3.95", "20/11/2026", " ECB ")).unwrap();
    assert_eq!((good.currency, &*good.source), (currency("ILS"), "ECB"));
    assert_eq!(
        told(text("", "", "", "")),
        [
            "currency error-currency",
            "rate error-rate",
            "day error-date",
            "source error-required"
        ]
    );
    let long = "x".repeat(201);
    assert_eq!(
        told(text("EUR", "1", "2026-11-21", &long)),
        [
            "currency error-rate-reference",
            "day error-rate-day",
            "source error-too-long"
        ]
    );
}

prop_compose! {
    fn any_rate()(digits in 1..=DIGITS_MOST, decimals in 0..=DECIMALS_MOST) -> Rate {
        let text = Rate { digits, decimals }.decimal();
        Rate::parse(&text).unwrap()
    }
}

fn any_currency() -> impl Strategy<Value = Currency> {
    prop::sample::select(Currency::all().collect::<Vec<_>>())
}

proptest! {
    #[test]
    fn what_is_kept_is_read_back(rate in any_rate()) {
        prop_assert_eq!(Rate::parse(&rate.decimal()), Ok(rate));
    }

    #[test]
    fn more_is_never_worth_less(
        rate in any_rate(), from in any_currency(), to in any_currency(),
        a in 0..1_000_000_000_000_i64, b in 0..1_000_000_000_000_i64,
    ) {
        let worth = |minor| rate.convert(Money::new(minor, from), to).map(|money| money.minor);
        let (less, more) = (a.min(b), a.max(b));
        // What is too much for money stays too much.
        match (worth(less), worth(more)) {
            (Some(less), Some(more)) => prop_assert!(less <= more),
            (less, more) => prop_assert!(more.is_none(), "{:?} {:?}", less, more),
        }
        prop_assert_eq!(worth(0), Some(0));
    }

    #[test]
    fn a_conversion_is_off_by_half_a_minor_unit_at_most(
        rate in any_rate(), from in any_currency(), to in any_currency(),
        minor in 0..1_000_000_000_000_i64,
    ) {
        if let Some(worth) = rate.convert(Money::new(minor, from), to) {
            // |worth × rate - asked| × 2 <= rate, all in the smallest units of both.
            let (digits, decimals) = rate.parts();
            let one = |n: u32| num(10).pow(n);
            let back = num(worth.minor) * num(digits) * one(from.decimals());
            let asked = num(minor) * one(decimals + to.decimals());
            prop_assert!((back - asked).abs() * 2 <= num(digits) * one(from.decimals()));
        }
    }

    #[test]
    fn the_reference_currency_is_worth_itself(minor in 0..i64::MAX, code in any_currency()) {
        let measured = Currencies::only(code).measure(Money::new(minor, code)).unwrap();
        prop_assert_eq!(measured.reference, Money::new(minor, code));
        prop_assert_eq!(measured.conversion, None);
    }
}

/// Wide enough for every product above.
fn num(number: i64) -> i128 {
    number.into()
}
