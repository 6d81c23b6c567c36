//! Reminders for reviewers: on which mornings a review that is not sent is reminded
//! of, by the reviewer's own calendar. Knows no person and no letter.

use jiff::{Span, civil};

use super::moment::time_zone;
use super::numerals::western;
use super::{Message, Moment, Problems};

/// Most days before the due date.
pub const DAYS_MOST: u8 = 60;
/// Most different days before the due date.
pub const TIMES_MOST: usize = 6;
/// Days between two reminders of what is overdue.
const OVERDUE_EVERY: i32 = 7;
/// The morning by the reader's wall clock: from its first hour until before its end.
const MORNING: std::ops::Range<i8> = 8..12;

/// When reviewers of a round are reminded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    pub active: bool,
    /// Days before the due date, the earliest reminder first. On the day itself and
    /// weekly behind it there is one in any case.
    days: Vec<u8>,
}

impl Default for Schedule {
    fn default() -> Self {
        Self {
            active: true,
            days: vec![7, 2],
        }
    }
}

impl Schedule {
    /// Reads numbers as people separate them, field `days`.
    pub fn read(active: bool, days: &str) -> Result<Self, Problems> {
        let wrong = || {
            let message = Message::new("error-reminder-days")
                .with("most", i64::from(DAYS_MOST))
                .with("times", TIMES_MOST as i64);
            Problems::one("days", message)
        };
        let text = western(days);
        let parts = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '،'));
        let mut days = Vec::new();
        for part in parts.filter(|part| !part.is_empty()) {
            let day: u8 = part.parse().map_err(|_| wrong())?;
            if !(1..=DAYS_MOST).contains(&day) {
                return Err(wrong());
            }
            days.push(day);
        }
        days.sort_unstable_by(|one, other| other.cmp(one));
        days.dedup();
        if days.len() > TIMES_MOST {
            return Err(wrong());
        }
        Ok(Self { active, days })
    }

    /// The days before the due date, the earliest reminder first.
    pub fn days(&self) -> &[u8] {
        &self.days
    }

    /// The days as [`Schedule::read`] reads them.
    pub fn text(&self) -> String {
        let days: Vec<String> = self.days.iter().map(u8::to_string).collect();
        days.join(" ")
    }

    /// The latest day up to `today` on which what is due on `due` is reminded of.
    fn last_day(&self, due: civil::Date, today: civil::Date) -> Option<civil::Date> {
        let behind = days_between(due, today);
        if behind >= 0 {
            return later(due, behind - behind % OVERDUE_EVERY);
        }
        let left = -behind;
        let passed = self.days.iter().rev().find(|day| i32::from(**day) >= left);
        later(due, -i32::from(*passed?))
    }
}

fn days_between(from: civil::Date, to: civil::Date) -> i32 {
    let hours = from.duration_until(to).as_hours();
    i32::try_from(hours / 24).unwrap_or(i32::MAX)
}

fn later(date: civil::Date, days: i32) -> Option<civil::Date> {
    date.checked_add(Span::new().try_days(days).ok()?).ok()
}

/// A review that is not sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenReview {
    pub due_at: Moment,
    pub assigned_at: Moment,
    /// When the reviewer was last reminded of it.
    pub reminded_at: Option<Moment>,
}

/// Whether it is a morning in a zone.
pub fn is_morning(now: Moment, zone: &str) -> bool {
    let hour = now.timestamp().to_zoned(time_zone(zone)).hour();
    MORNING.contains(&hour)
}

/// Whether a review is to be reminded of this morning: the last morning of the
/// schedule has come, was not told of yet, and is not older than the assignment,
/// which had a letter of its own. A morning that the program slept through is made
/// up for on the next.
pub fn is_due(schedule: &Schedule, review: &OpenReview, now: Moment, zone: &str) -> bool {
    if !schedule.active || !is_morning(now, zone) {
        return false;
    }
    let zone = time_zone(zone);
    let date = |at: Moment| at.timestamp().to_zoned(zone.clone()).date();
    let Some(day) = schedule.last_day(date(review.due_at), date(now)) else {
        return false;
    };
    let morning = day.at(MORNING.start, 0, 0, 0).to_zoned(zone.clone());
    let Ok(morning) = morning else {
        return false;
    };
    let morning = Moment::from_micros(morning.timestamp().as_microsecond());
    let told = review.reminded_at.is_some_and(|told| told >= morning);
    !told && review.assigned_at < morning
}

/// The numbers of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Numbers {
    pub open: usize,
    pub overdue: usize,
    /// Days of the reader's calendar until the next one is due that is not overdue.
    pub next_in: Option<i32>,
}

/// Counts what is open.
pub fn numbers<'a>(
    reviews: impl Iterator<Item = &'a OpenReview>,
    now: Moment,
    zone: &str,
) -> Numbers {
    let zone = time_zone(zone);
    let date = |at: Moment| at.timestamp().to_zoned(zone.clone()).date();
    let mut numbers = Numbers::default();
    for review in reviews {
        numbers.open += 1;
        if review.due_at < now {
            numbers.overdue += 1;
        } else {
            let left = days_between(date(now), date(review.due_at));
            let next = numbers.next_in.map_or(left, |next| next.min(left));
            numbers.next_in = Some(next);
        }
    }
    numbers
}

#[cfg(test)]
mod tests;
