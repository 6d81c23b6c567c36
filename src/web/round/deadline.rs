//! Deadlines in words: the instant in the reader's zone and in the round's, and
//! how long is left.

use crate::domain::Moment;
use crate::domain::round::{Round, Window};
use crate::i18n::Locale;
use crate::web::ui::Tone;
use crate::web::visit::Visit;

const MINUTE: i64 = 60 * 1_000_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// An instant as a page prints it.
pub struct Instant {
    /// In the reader's zone.
    pub when: String,
    /// In the round's zone, where that reads otherwise.
    pub there: Option<String>,
    /// For the `datetime` attribute.
    pub machine: String,
}

impl Instant {
    /// An instant of a round for a reader.
    pub fn of(visit: &Visit, round: &Round, at: Moment) -> Self {
        let when = visit.t.when(at, visit.zone());
        let there = visit.t.when(at, &round.time_zone);
        Self {
            there: (there != when).then_some(there),
            when,
            machine: at.rfc3339(),
        }
    }
}

/// The end of a round for those who apply.
pub struct Deadline {
    /// None where applications are taken at any time.
    pub at: Option<Instant>,
    /// How long is left, or that it is over.
    pub left: String,
    pub tone: Tone,
    /// Whether applications can be sent now.
    pub open: bool,
}

impl Deadline {
    /// A due date of its own, without a period of grace.
    pub fn at(visit: &Visit, round: &Round, due: Moment) -> Self {
        let (t, now) = (visit.t, visit.now());
        let open = now <= due;
        let (left, tone) = if open {
            time_left(t, due.micros() - now.micros())
        } else {
            (t.say("deadline-due-over"), Tone::Warn)
        };
        Self {
            at: Some(Instant::of(visit, round, due)),
            left,
            tone,
            open,
        }
    }

    /// The deadline of a round as it stands now.
    pub fn of(visit: &Visit, round: &Round) -> Self {
        let (t, now) = (visit.t, visit.now());
        let (window, close) = (round.window(now), round.closing.closes_at());
        let (left, tone) = match window {
            Window::NotYet => (opens(visit, round), Tone::Neutral),
            Window::Open => match close {
                Some(close) => time_left(t, close.micros() - now.micros()),
                None => (t.say("deadline-rolling"), Tone::Good),
            },
            Window::Late => (t.say("deadline-grace"), Tone::Warn),
            Window::Over => (t.say("deadline-over"), Tone::Neutral),
        };
        Self {
            at: close.map(|close| Instant::of(visit, round, close)),
            left,
            tone,
            open: matches!(window, Window::Open | Window::Late),
        }
    }
}

fn opens(visit: &Visit, round: &Round) -> String {
    let when = visit.t.when(round.opens_at, visit.zone());
    visit.t.with("deadline-opens", "when", when)
}

/// Whole units, rounded down, so that nobody is promised time that isn't there.
fn time_left(t: Locale, micros: i64) -> (String, Tone) {
    let units = |unit: i64| usize::try_from(micros / unit).unwrap_or(0);
    if micros >= 2 * DAY {
        let tone = if micros < 4 * DAY {
            Tone::Warn
        } else {
            Tone::Info
        };
        (t.count("deadline-days", units(DAY)), tone)
    } else if micros >= 2 * HOUR {
        (t.count("deadline-hours", units(HOUR)), Tone::Warn)
    } else {
        (t.count("deadline-minutes", units(MINUTE)), Tone::Bad)
    }
}
