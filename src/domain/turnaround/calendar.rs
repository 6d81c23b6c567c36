//! Working days: weekends by place, and holidays as a programme keeps them.

use std::collections::BTreeSet;

use crate::domain::moment::Day;
use crate::domain::numerals::one_line;

/// Holidays that programmes start with. Days by the moon may turn out a day off.
const STANDARD: &str = include_str!("holidays.txt");
/// Most characters of a holiday's name.
const NAME_MOST: usize = 100;
/// Most holidays that are kept.
const HOLIDAYS_MOST: usize = 500;
/// Days after which no working day is looked for any more.
const HORIZON: i64 = 3660;

/// Where people work and rest alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    Israel,
    Palestine,
    Elsewhere,
}

impl Place {
    /// Every place.
    pub const ALL: [Self; 3] = [Self::Israel, Self::Palestine, Self::Elsewhere];

    /// Stored code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Israel => "il",
            Self::Palestine => "ps",
            Self::Elsewhere => "other",
        }
    }

    /// The place of a code, in small or capital letters.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|place| place.code().eq_ignore_ascii_case(code))
    }

    /// Where an organisation of a base works; nowhere in particular for bases that
    /// the lists of a programme add.
    pub fn of_base(base: &str) -> &'static [Self] {
        match base {
            "israel" => &[Self::Israel],
            "west_bank" | "gaza" | "east_jerusalem" => &[Self::Palestine],
            "joint" => &[Self::Israel, Self::Palestine],
            "diaspora" => &[Self::Elsewhere],
            _ => &[],
        }
    }

    /// Friday and Saturday in Israel and Palestine, Saturday and Sunday elsewhere.
    fn rests_on(self, day: Day) -> bool {
        match self {
            Self::Israel | Self::Palestine => matches!(day.weekday(), 5 | 6),
            Self::Elsewhere => matches!(day.weekday(), 6 | 7),
        }
    }
}

/// A day on which a place rests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    pub place: Place,
    pub day: Day,
    pub name: String,
}

/// Holidays by place and day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar(BTreeSet<(Place, Day)>);

impl Calendar {
    /// The calendar of these holidays.
    pub fn of(holidays: &[Holiday]) -> Self {
        Self(holidays.iter().map(|one| (one.place, one.day)).collect())
    }

    /// Whether people work on a day in every one of these places; without any, from
    /// Monday to Friday.
    pub fn is_working(&self, places: &[Place], day: Day) -> bool {
        let rests = |place: &Place| place.rests_on(day) || self.0.contains(&(*place, day));
        if places.is_empty() {
            !Place::Elsewhere.rests_on(day)
        } else {
            !places.iter().any(rests)
        }
    }

    /// The day on which so many working days after a day are full; that day itself
    /// for none.
    pub fn due(&self, places: &[Place], from: Day, days: u32) -> Day {
        let (mut last, mut left) = (from, days);
        for ahead in 1..=HORIZON {
            if left == 0 {
                break;
            }
            let Some(day) = from.plus_days(ahead) else {
                break;
            };
            if self.is_working(places, day) {
                left -= 1;
            }
            last = day;
        }
        last
    }

    /// The working days after `from` up to and with `to`; none where that is earlier.
    pub fn working_days(&self, places: &[Place], from: Day, to: Day) -> u32 {
        let ahead = to.days_since(from).clamp(0, HORIZON);
        let days = (1..=ahead).filter_map(|n| from.plus_days(n));
        let worked = days.filter(|day| self.is_working(places, *day));
        u32::try_from(worked.count()).unwrap_or(u32::MAX)
    }
}

impl Holiday {
    /// The holidays that a programme starts with.
    pub fn standard() -> Vec<Self> {
        parse_holidays(STANDARD).unwrap_or_default()
    }

    /// As a line that [`parse_holidays`] reads.
    pub fn line(&self) -> String {
        format!("{} {} {}", self.day.iso(), self.place.code(), self.name)
    }
}

/// What is wrong with a line of holidays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HolidayProblem {
    /// Not a day, a place and a name.
    Unreadable,
    /// The place has that day already.
    Twice,
    TooMany,
}

/// Reads lines such as `2026-12-25 ps Christmas`; empty lines are skipped. The error
/// names the line, from 1.
pub fn parse_holidays(text: &str) -> Result<Vec<Holiday>, (usize, HolidayProblem)> {
    let (mut holidays, mut seen) = (Vec::new(), BTreeSet::new());
    for (at, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let found = holiday(line).ok_or((at + 1, HolidayProblem::Unreadable))?;
        if !seen.insert((found.place, found.day)) {
            return Err((at + 1, HolidayProblem::Twice));
        }
        if holidays.len() == HOLIDAYS_MOST {
            return Err((at + 1, HolidayProblem::TooMany));
        }
        holidays.push(found);
    }
    holidays.sort_by_key(|one| (one.day, one.place));
    Ok(holidays)
}

fn holiday(line: &str) -> Option<Holiday> {
    let (day, rest) = line.trim().split_once(char::is_whitespace)?;
    let (place, name) = rest.trim().split_once(char::is_whitespace)?;
    let name: String = one_line(name);
    let fits = !name.is_empty() && name.chars().count() <= NAME_MOST;
    Some(Holiday {
        place: Place::from_code(place)?,
        day: Day::parse(day).ok()?,
        name: fits.then_some(name)?,
    })
}
