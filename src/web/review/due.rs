//! How much time is left, in words.

use crate::domain::Moment;
use crate::i18n::Locale;
use crate::web::ui::{Badge, Tone};

const HOUR: i64 = 60;
const DAY: i64 = 24 * HOUR;

/// Days from which time is short.
const SHORT: i64 = 3 * DAY;

/// The time between now and a due date, rounded down; past it, how long ago.
pub fn left(t: Locale, now: Moment, due: Moment) -> Badge {
    let minutes = (due.micros() - now.micros()).div_euclid(60_000_000);
    let count = |key: &str, n: i64| t.count(key, usize::try_from(n).unwrap_or(0));
    let text = match minutes {
        ..0 if minutes <= -DAY => count("review-overdue-days", -minutes / DAY),
        ..0 => t.say("review-overdue"),
        0..HOUR => t.say("review-left-within-hour"),
        HOUR..DAY => count("review-left-hours", minutes / HOUR),
        DAY.. => count("review-left-days", minutes / DAY),
    };
    let tone = match minutes {
        ..0 => Tone::Bad,
        0..SHORT => Tone::Warn,
        SHORT.. => Tone::Neutral,
    };
    Badge { text, tone }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Language;

    #[test]
    fn time_left_is_rounded_down() {
        let t = Locale::of(Language::English);
        let now = Moment::from_micros(0);
        let said = |minutes: i64| {
            let badge = left(t, now, now.plus_minutes(minutes));
            let plain = badge.text.replace(['\u{2068}', '\u{2069}'], "");
            (plain, badge.tone)
        };
        assert_eq!(said(9 * DAY + 5).0, "9 days left");
        assert_eq!(said(SHORT).1, Tone::Neutral);
        assert_eq!(said(2 * DAY - 1), ("1 day left".to_owned(), Tone::Warn));
        assert_eq!(said(61).0, "1 hour left");
        assert_eq!(said(59).0, "Less than an hour left");
        assert_eq!(said(-1), ("Overdue".to_owned(), Tone::Bad));
        assert_eq!(said(-2 * DAY).0, "2 days overdue");
    }
}
