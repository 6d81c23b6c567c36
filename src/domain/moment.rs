//! Instants and days. An instant is UTC, cut to microseconds, because that is
//! the finest time that both databases keep.

use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};

use super::Message;
use super::numerals::western;

/// An instant: microseconds since 1970-01-01 00:00 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

impl Moment {
    /// From microseconds since the epoch.
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// Microseconds since the epoch.
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// The same by reference, for drivers that bind by reference.
    pub const fn as_micros(&self) -> &i64 {
        &self.0
    }

    /// This instant moved by whole seconds; stops at the ends of the range.
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }

    /// This instant moved by whole minutes.
    #[must_use]
    pub const fn plus_minutes(self, minutes: i64) -> Self {
        self.plus_seconds(minutes.saturating_mul(60))
    }

    /// This instant moved by days of 24 hours.
    #[must_use]
    pub const fn plus_days(self, days: i64) -> Self {
        self.plus_minutes(days.saturating_mul(24 * 60))
    }

    /// As a timestamp of the time library; out of its range becomes the epoch.
    pub fn timestamp(self) -> Timestamp {
        Timestamp::from_microsecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// RFC 3339 in UTC, as in the `datetime` attribute and in exports.
    pub fn rfc3339(self) -> String {
        self.timestamp().to_string()
    }

    /// The day of this instant in a zone.
    pub fn day(self, zone: &str) -> Day {
        Day(self.timestamp().to_zoned(time_zone(zone)).date())
    }

    /// The wall clock of this instant in a zone, `2026-12-01 17:00`; what
    /// [`Moment::parse_local`] reads.
    pub fn local_text(self, zone: &str) -> String {
        let zoned = self.timestamp().to_zoned(time_zone(zone));
        zoned.strftime("%Y-%m-%d %H:%M").to_string()
    }

    /// Reads `2026-12-01 17:00` as wall clock of a zone. A time that daylight
    /// saving skips is taken as the same distance after the gap; one that it
    /// repeats is taken as the first.
    pub fn parse_local(text: &str, zone: &str) -> Result<Self, Message> {
        let text = western(text.trim()).replace('T', " ");
        let wrong = || Message::new("error-date-time");
        let parsed = civil::DateTime::strptime("%Y-%m-%d %H:%M", &text).map_err(|_| wrong())?;
        let zoned = parsed.to_zoned(time_zone(zone)).map_err(|_| wrong())?;
        Ok(Self(zoned.timestamp().as_microsecond()))
    }
}

/// The zone of an IANA name, or UTC when the name is unknown.
pub fn time_zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

/// Whether the name is a time zone of the IANA database.
pub fn is_time_zone(name: &str) -> bool {
    TimeZone::get(name).is_ok()
}

/// A day of the calendar without a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(civil::Date);

impl Day {
    /// Reads `2026-03-09`, `9/3/2026` or `9.3.2026` (day first), in any digits.
    pub fn parse(text: &str) -> Result<Self, Message> {
        let text = western(text.trim());
        let parts: Vec<i16> = text
            .split(['-', '/', '.'])
            .map(|part| part.trim().parse().unwrap_or(-1))
            .collect();
        let date = match parts.as_slice() {
            [year, month, day] if *year > 31 => (*year, *month, *day),
            [day, month, year] if *year > 31 => (*year, *month, *day),
            _ => return Err(Message::new("error-date")),
        };
        let small = |n: i16| i8::try_from(n).map_err(|_| Message::new("error-date"));
        civil::Date::new(date.0, small(date.1)?, small(date.2)?)
            .ok()
            .filter(|date| (1900..=2200).contains(&date.year()))
            .map(Self)
            .ok_or_else(|| Message::new("error-date"))
    }

    /// `2026-03-09`.
    pub fn iso(self) -> String {
        self.0.to_string()
    }

    /// So many months later, at the latest the last day of that month; nothing beyond
    /// the calendar.
    pub fn plus_months(self, months: i32) -> Option<Self> {
        let span = jiff::Span::new().try_months(months).ok()?;
        self.0.checked_add(span).ok().map(Self)
    }

    /// So many days later; nothing beyond the calendar.
    pub fn plus_days(self, days: i64) -> Option<Self> {
        let span = jiff::Span::new().try_days(days).ok()?;
        self.0.checked_add(span).ok().map(Self)
    }

    /// How many days lie between an earlier day and this one; negative for a later one.
    pub fn days_since(self, earlier: Self) -> i64 {
        let span = self.0.since((jiff::Unit::Day, earlier.0));
        span.map_or(0, |span| span.get_days().into())
    }

    /// Day of the week, from 1 for Monday to 7 for Sunday.
    pub fn weekday(self) -> u8 {
        self.0.weekday().to_monday_one_offset().unsigned_abs()
    }

    /// Year, month and day of the Gregorian calendar.
    pub fn parts(self) -> (i32, u8, u8) {
        (
            self.0.year().into(),
            self.0.month().unsigned_abs(),
            self.0.day().unsigned_abs(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        for text in ["2026-03-09", "9/3/2026", "09.03.2026", "٢٠٢٦-٠٣-٠٩"] {
            assert_eq!(Day::parse(text).unwrap().iso(), "2026-03-09", "{text}");
        }
        for text in [
            "",
            "2026-02-30",
            "3/2026",
            "tomorrow",
            "9/3/26",
            "99999-1-1",
        ] {
            assert!(Day::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_wall_clock_is_read_in_its_zone() {
        let winter = Moment::parse_local("2026-12-01 17:00", "Asia/Hebron").unwrap();
        assert_eq!(winter.rfc3339(), "2026-12-01T15:00:00Z");
        let summer = Moment::parse_local("2026-07-01T17:00", "Asia/Jerusalem").unwrap();
        assert_eq!(summer.rfc3339(), "2026-07-01T14:00:00Z");
        assert_eq!(summer.local_text("Asia/Jerusalem"), "2026-07-01 17:00");
    }

    #[test]
    fn a_deadline_is_told_as_it_was_typed_on_every_day_of_every_zone() {
        let zones = [
            "UTC",
            "Asia/Beirut",
            "Asia/Jerusalem",
            "Africa/Cairo",
            "Asia/Gaza",
        ];
        let (first, end) = ("2026-01-01", Day::parse("2029-01-01").unwrap());
        for zone in zones {
            // Days on which the clocks change, and 29 February 2028, are among them.
            let (mut day, mut before) = (Day::parse(first).unwrap(), None);
            while day < end {
                for time in ["17:00", "23:59"] {
                    let typed = format!("{} {time}", day.iso());
                    let at = Moment::parse_local(&typed, zone).unwrap();
                    assert_eq!(at.local_text(zone), typed, "{zone}");
                    assert!(before < Some(at), "{zone}: {typed}");
                    before = Some(at);
                }
                day = day.plus_days(1).unwrap();
            }
        }
        for wrong in ["2026-12-01 23:59:60", "2026-02-29 17:00", "2026-12-01"] {
            assert!(Moment::parse_local(wrong, "Asia/Gaza").is_err(), "{wrong}");
        }
    }
}
