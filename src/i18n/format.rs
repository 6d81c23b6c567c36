//! Numbers, money and dates by CLDR through ICU4X. Western digits in every
//! language: that is what accounts and banks of the region print, and amounts
//! are copied between languages. Times run 0–23, months are Levantine in Arabic.

use std::sync::LazyLock;

use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{YM, YMD, YMDT};
use icu_datetime::input::{Date, DateTime, Time};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::Locale;

use crate::domain::moment::{Day, time_zone};
use crate::domain::{Language, Moment, Money};

/// Left-to-right isolate and its end: keeps codes, offsets and amounts whole in
/// text of either direction.
const ISOLATE: char = '\u{2066}';
const END: char = '\u{2069}';
/// A space at which no line ends.
const NO_BREAK: char = '\u{A0}';

/// The formatters of one language.
pub struct Format {
    numbers: DecimalFormatter,
    days: DateTimeFormatter<YMD>,
    months: DateTimeFormatter<YM>,
    times: DateTimeFormatter<YMDT>,
}

static FORMATS: LazyLock<[Format; 3]> = LazyLock::new(|| Language::ALL.map(Format::new));

/// The formatters of a language.
pub fn format(language: Language) -> &'static Format {
    &FORMATS[language as usize]
}

fn tag(language: Language) -> Locale {
    let tag = match language {
        Language::English => "en-GB-u-ca-gregory-hc-h23-nu-latn",
        Language::Arabic => "ar-PS-u-ca-gregory-hc-h23-nu-latn",
        Language::Hebrew => "he-IL-u-ca-gregory-hc-h23-nu-latn",
    };
    tag.parse().unwrap_or(Locale::UNKNOWN)
}

impl Format {
    #[expect(
        clippy::expect_used,
        reason = "the data of these locales is compiled in"
    )]
    fn new(language: Language) -> Self {
        let tag = tag(language);
        let broken = "formatting data is compiled in";
        Self {
            numbers: DecimalFormatter::try_new((&tag).into(), Default::default()).expect(broken),
            days: DateTimeFormatter::try_new((&tag).into(), YMD::long()).expect(broken),
            months: DateTimeFormatter::try_new((&tag).into(), YM::long()).expect(broken),
            times: DateTimeFormatter::try_new((&tag).into(), YMD::long().with_time_hm())
                .expect(broken),
        }
    }

    /// A whole number with grouping.
    pub fn whole(&self, number: i64) -> String {
        self.numbers.format(&Decimal::from(number)).to_string()
    }

    /// `number` counts units of 10^-decimals.
    pub fn decimal(&self, number: i64, decimals: i16) -> String {
        let mut decimal = Decimal::from(number);
        decimal.multiply_pow10(-decimals);
        self.numbers.format(&decimal).to_string()
    }

    /// `USD 12,500` or `USD 12,500.50`, which no end of a line parts.
    pub fn money(&self, money: Money) -> String {
        let (whole, fraction, decimals) = money.parts();
        let amount = match fraction {
            0 => self.whole(whole),
            _ => self.decimal(money.minor, i16::try_from(decimals).unwrap_or(2)),
        };
        format!("{ISOLATE}{}{NO_BREAK}{amount}{END}", money.currency.code())
    }

    /// A day, month in words.
    pub fn day(&self, day: Day) -> String {
        let (year, month, number) = day.parts();
        match Date::try_new_iso(year, month, number) {
            Ok(date) => self.days.format(&date).to_string(),
            Err(_) => day.iso(),
        }
    }

    /// The month of a day, in words, with its year.
    pub fn month(&self, day: Day) -> String {
        let (year, month, number) = day.parts();
        match Date::try_new_iso(year, month, number) {
            Ok(date) => self.months.format(&date).to_string(),
            Err(_) => day.iso(),
        }
    }

    /// The day of an instant in a zone.
    pub fn date(&self, at: Moment, zone: &str) -> String {
        match civil(at, zone) {
            Some((moment, _)) => self.days.format(&moment.date).to_string(),
            None => at.rfc3339(),
        }
    }

    /// Day, time and offset of an instant in a zone.
    pub fn when(&self, at: Moment, zone: &str) -> String {
        match civil(at, zone) {
            Some((moment, offset)) => {
                format!("{} ({ISOLATE}{offset}{END})", self.times.format(&moment))
            }
            None => at.rfc3339(),
        }
    }
}

/// Wall clock and offset (`UTC+2`, `UTC+5:30`) of an instant in a zone.
fn civil(at: Moment, zone: &str) -> Option<(DateTime<icu_calendar::Iso>, String)> {
    let zoned = at.timestamp().to_zoned(time_zone(zone));
    let small = |n: i8| n.unsigned_abs();
    let date = Date::try_new_iso(
        zoned.year().into(),
        small(zoned.month()),
        small(zoned.day()),
    );
    let time = Time::try_new(small(zoned.hour()), small(zoned.minute()), 0, 0);
    let minutes = zoned.offset().seconds() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    let offset = match (hours, rest) {
        (0, 0) => "UTC".to_owned(),
        (_, 0) => format!("UTC{sign}{hours}"),
        _ => format!("UTC{sign}{hours}:{rest:02}"),
    };
    Some((
        DateTime {
            date: date.ok()?,
            time: time.ok()?,
        },
        offset,
    ))
}
