//! Languages: Fluent messages from `locales/`, numbers, money and dates by ICU.

mod bundles;
mod direction;
mod format;
mod plural;

use fluent_bundle::{FluentArgs, FluentValue};

use crate::domain::message::Value;
use crate::domain::moment::Day;
use crate::domain::rate::Rate;
use crate::domain::{Language, Message, Moment, Money};

/// Speaks one language. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Locale {
    language: Language,
    bundle: &'static bundles::Bundle,
    format: &'static format::Format,
}

impl Locale {
    /// The speaker of a language.
    pub fn of(language: Language) -> Self {
        Self {
            language,
            bundle: bundles::bundle(language),
            format: format::format(language),
        }
    }

    /// The language spoken.
    pub fn language(self) -> Language {
        self.language
    }

    /// A message without arguments.
    pub fn say(self, key: &str) -> String {
        self.render(key, None)
    }

    /// A message with one argument.
    pub fn with<'a>(self, key: &str, name: &'a str, value: impl Into<FluentValue<'a>>) -> String {
        let mut args = FluentArgs::new();
        args.set(name, value);
        self.render(key, Some(&args))
    }

    /// A message that counts: its argument `n` chooses the plural form.
    pub fn count(self, key: &str, n: usize) -> String {
        self.with(key, "n", n)
    }

    /// A message from the domain.
    pub fn tell(self, message: &Message) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in &message.args {
            match value {
                Value::Text(text) => args.set(*name, text.as_str()),
                Value::Number(number) => args.set(*name, *number),
                Value::Money(money) => args.set(*name, self.money(*money)),
            }
        }
        self.render(message.key, Some(&args))
    }

    /// Whether a key exists.
    pub fn knows(self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    fn render(self, key: &str, args: Option<&FluentArgs>) -> String {
        let pattern = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value());
        let Some(pattern) = pattern else {
            tracing::error!(key, language = self.language.code(), "a message is missing");
            return key.to_owned();
        };
        let args = args.map(|args| plural::chosen(self.language, args));
        let text = self
            .bundle
            .format_pattern(pattern, args.as_ref(), &mut Vec::new());
        direction::kept(self.language, text.into_owned())
    }

    /// A whole number with the language's grouping.
    pub fn number(self, number: i64) -> String {
        self.format.whole(number)
    }

    /// A number of tenths with one decimal: 734 is `73.4`.
    pub fn tenths(self, tenths: u32) -> String {
        self.format.decimal(tenths.into(), 1)
    }

    /// A measured number, rounded to so many decimals; the sign of one below zero
    /// stays with it in text of either direction.
    pub fn measured(self, number: f64, decimals: i16) -> String {
        let units = (number * 10_f64.powi(decimals.into())).round();
        let told = self.format.decimal(units as i64, decimals);
        if units < 0.0 {
            format!("\u{2066}{told}\u{2069}")
        } else {
            told
        }
    }

    /// An amount with its currency code, isolated from the text around it.
    pub fn money(self, money: Money) -> String {
        self.format.money(money)
    }

    /// A rate with all its digits.
    pub fn rate(self, rate: Rate) -> String {
        let (digits, decimals) = rate.parts();
        let decimals = i16::try_from(decimals).unwrap_or(0);
        self.format.decimal(digits, decimals)
    }

    /// A day with its month in words.
    pub fn day(self, day: Day) -> String {
        self.format.day(day)
    }

    /// The month of a day, in words, with its year.
    pub fn month(self, day: Day) -> String {
        self.format.month(day)
    }

    /// The day of an instant in a zone, month in words.
    pub fn date(self, at: Moment, zone: &str) -> String {
        self.format.date(at, zone)
    }

    /// Day and time of an instant in a zone, the zone named by its offset.
    pub fn when(self, at: Moment, zone: &str) -> String {
        self.format.when(at, zone)
    }
}
