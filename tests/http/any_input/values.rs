//! Single values, as they stand in fields, addresses and settings.

use evenhand::domain::account::Email;
use evenhand::domain::award::{read_bic, read_iban};
use evenhand::domain::file::FileName;
use evenhand::domain::form::{Home, Spot};
use evenhand::domain::lots::Seed;
use evenhand::domain::moment::{Day, is_time_zone};
use evenhand::domain::names::{Name, compare};
use evenhand::domain::numerals::{many_lines, one_line, parse_decimal, parse_whole};
use evenhand::domain::rate::Rate;
use evenhand::domain::turnaround::parse_holidays;
use evenhand::domain::wording::read_slug;
use evenhand::domain::{ApplicationId, Country, Currency, Moment, Money};
use evenhand::files::Scanner;
use evenhand::store::DatabaseUrl;
use evenhand::store::vault::MasterKeys;

use super::{Reader, is_there, text, whatever};

/// Whatever reads one.
pub fn readers() -> Vec<Reader> {
    let id = "0198c2b4-6f3a-7c1e-8a55-0123456789ab";
    vec![
        text("ids", &[id], |t| whatever(ApplicationId::parse(t))),
        text("e-mail addresses", &["rana@example.org"], |t| {
            whatever(Email::parse(t))
        }),
        text("amounts", &["12,000.50", "١٢٬٠٠٠٫٥"], |t| {
            for code in ["ILS", "JOD", "JPY"] {
                let currency = Currency::parse(code).expect("a currency");
                whatever(Money::parse(t, currency));
            }
        }),
        text("currencies", &["ILS"], |t| whatever(Currency::parse(t))),
        text("rates", &["3.6512"], |t| whatever(Rate::parse(t))),
        text("countries", &["PS"], |t| whatever(Country::parse(t))),
        text("whole numbers", &["1,200", "-7"], |t| {
            whatever(parse_whole(t))
        }),
        text("decimals", &["3.25", "٣٫٢٥"], |t| {
            whatever(parse_decimal(t))
        }),
        text("days", &["2026-02-28", "28.2.2026"], |t| {
            whatever(Day::parse(t))
        }),
        text(
            "times of a zone",
            &["2026-03-27 02:30", "2026-10-25 01:30"],
            |t| {
                for zone in ["Asia/Hebron", "Africa/Cairo", "UTC"] {
                    whatever(Moment::parse_local(t, zone));
                }
            },
        ),
        text("time zones", &["Asia/Hebron"], |t| {
            whatever(is_time_zone(t))
        }),
        text("slugs", &["winter-2026"], |t| {
            whatever(read_slug(t, ""));
            whatever(read_slug("", t));
        }),
        text("names of files", &["report.pdf"], |t| {
            whatever(FileName::parse(t))
        }),
        text("places of a form", &["request/budget/amount"], |t| {
            whatever(Spot::parse(t));
            whatever(Home::parse(t));
        }),
        text("seeds of lots", &["00ff"], |t| whatever(Seed::parse(t))),
        text(
            "accounts",
            &["PS92PALS000000000400123456702", "PALSPS22"],
            |t| {
                whatever(read_iban(t));
                whatever(read_bic(t));
            },
        ),
        text("holidays", &["2026-12-25 Christmas\n"], |t| {
            if let Err((line, _)) = parse_holidays(t) {
                is_there(line, t.as_bytes());
            }
        }),
        text("texts", &["one\r\ntwo\u{202e}"], |t| {
            whatever(one_line(t));
            whatever(many_lines(t));
        }),
        text(
            "names of people",
            &["محمد عبد الرحمن", "O’Brien Ltd."],
            |t| {
                let (one, other) = (Name::new(t, None), Name::new("Rana Haddad", None));
                whatever(compare(&one, &other));
            },
        ),
        text("database URLs", &["postgres://u:p@h/d"], |t| {
            whatever(DatabaseUrl::parse(t))
        }),
        text("virus scanners", &["127.0.0.1:3310"], |t| {
            whatever(Scanner::parse(t))
        }),
        text("master keys", &[&"0f".repeat(32)], |t| {
            whatever(MasterKeys::parse(t))
        }),
    ]
}
