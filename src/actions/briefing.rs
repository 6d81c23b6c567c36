//! Making a briefing on pressure for people outside: counted over what every admin and
//! auditor may read, cut to what may be published, and noted in the audit log.

use std::collections::BTreeMap;

use super::Refusal;
use super::pressure::kinds;
use crate::domain::form::Opt;
use crate::domain::moment::Day;
use crate::domain::numerals::parse_whole;
use crate::domain::pressure::{FUNDING_LOSS, Period, first_of_month, months};
use crate::domain::suppression::{Counted, LEAST_FLOOR, Tables, publish};
use crate::domain::{Message, Problems};
use crate::policy::Actor;
use crate::policy::pressure::MayBrief;
use crate::store::incident::{Axis, Count, Scope, briefed};
use crate::store::{Tx, audit};

/// The most organisations of which a briefing can be asked.
const LEAST_MOST: u64 = 100;
/// The kind into which goes what no list has any more.
const OTHER: &str = "other";

/// What can be chosen: whole periods alone, so that there are few briefings that differ
/// a little.
pub const PERIODS: [Period; 2] = [Period::Year, Period::TwoYears];

/// A briefing as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TypedBriefing {
    /// Code of a [`Period`].
    pub period: String,
    pub least: String,
}

/// What may be published.
pub struct Briefing {
    pub period: Period,
    pub until: Day,
    pub least: u64,
    /// What the lines stand for: codes of kinds, of countries (empty: elsewhere or not
    /// told), months (empty: not told).
    pub kinds: Vec<String>,
    pub places: Vec<String>,
    pub months: Vec<String>,
    pub labels: Vec<Opt>,
    pub shown: Tables<Option<u64>>,
}

/// Makes a briefing up to a day.
pub fn brief(
    tx: &mut Tx,
    actor: &Actor,
    (typed, today): (&TypedBriefing, Day),
) -> Result<Briefing, Refusal> {
    let may = MayBrief::on(actor)?;
    let (period, least) = read(typed)?;
    let since = period.since(today).map(first_of_month);
    let scope = Scope {
        since,
        ..Scope::default()
    };
    let labels = kinds(tx)?;
    let axes = [
        Axis::Total,
        Axis::Kind,
        Axis::Place,
        Axis::Month,
        Axis::KindAndPlace,
        Axis::KindAndMonth,
    ];
    let counts = briefed(tx, &may, &scope, &axes)?;
    let lines = Lines::of(&labels, &counts, (since.unwrap_or(today), today), least);
    let tables = lines.tables(&counts);
    let after = format!("{} months, least {least}", period.code());
    audit(tx, "export_briefing", ("briefing", "pressure"), "", &after)?;
    Ok(Briefing {
        period,
        until: today,
        least,
        shown: publish(&tables, least),
        kinds: lines.kinds,
        places: lines.places,
        months: lines.months,
        labels,
    })
}

fn read(typed: &TypedBriefing) -> Result<(Period, u64), Problems> {
    let mut problems = Problems::default();
    let period = Period::from_code(&typed.period).filter(|one| PERIODS.contains(one));
    let period = period.ok_or_else(|| Message::new("error-choice"));
    let period = problems.take("period", period);
    let least = parse_whole(&typed.least).and_then(|least| u64::try_from(least).ok());
    let range = || {
        let bound = |bound: u64| i64::try_from(bound).unwrap_or(i64::MAX);
        Message::new("error-number-range")
            .with("least", bound(LEAST_FLOOR))
            .with("most", bound(LEAST_MOST))
    };
    let least = least.filter(|least| (LEAST_FLOOR..=LEAST_MOST).contains(least));
    let least = problems.take("least", least.ok_or_else(range));
    match (period, least) {
        (Some(period), Some(least)) => Ok((period, least)),
        _ => Err(problems),
    }
}

/// What the lines of the tables stand for. Kinds and months are listed whole, so that
/// no line tells by being there; a country has a line of its own from enough
/// organisations on.
struct Lines {
    kinds: Vec<String>,
    places: Vec<String>,
    months: Vec<String>,
}

impl Lines {
    fn of(labels: &[Opt], counts: &[Vec<Count>], (from, to): (Day, Day), least: u64) -> Self {
        let mut kinds: Vec<String> = labels.iter().map(|one| one.code.clone()).collect();
        kinds.retain(|code| code != OTHER);
        kinds.extend([FUNDING_LOSS, OTHER].map(str::to_owned));
        let own = |one: &&Count| !one.place.is_empty() && counted(one).organisations >= least;
        let places = counts[2].iter().filter(own).map(|one| one.place.clone());
        let mut places: Vec<String> = places.collect();
        places.sort_unstable();
        places.push(String::new());
        let mut months = months(from, to);
        months.push(String::new());
        Self {
            kinds,
            places,
            months,
        }
    }

    fn tables(&self, counts: &[Vec<Count>]) -> Tables<Counted> {
        let (kinds, places, months) = (
            places_of(&self.kinds),
            places_of(&self.places),
            places_of(&self.months),
        );
        let at = |of: &BTreeMap<&str, usize>, code: &str, last: usize| {
            of.get(code).copied().unwrap_or(last - 1)
        };
        let kind = |one: &Count| at(&kinds, &one.kind, self.kinds.len());
        let place = |one: &Count| at(&places, &one.place, self.places.len());
        let month = |one: &Count| at(&months, &one.month, self.months.len());
        let list = |counts: &[Count], length: usize, line: &dyn Fn(&Count) -> usize| {
            let mut list = vec![Counted::default(); length];
            for one in counts {
                join(&mut list[line(one)], &counted(one));
            }
            list
        };
        let cells = |counts: &[Count], length: usize, line: &dyn Fn(&Count) -> usize| {
            let mut rows = vec![vec![Counted::default(); length]; self.kinds.len()];
            for one in counts {
                join(&mut rows[kind(one)][line(one)], &counted(one));
            }
            rows
        };
        Tables {
            total: list(&counts[0], 1, &|_| 0)[0],
            kinds: list(&counts[1], self.kinds.len(), &kind),
            places: list(&counts[2], self.places.len(), &place),
            months: list(&counts[3], self.months.len(), &month),
            by_place: cells(&counts[4], self.places.len(), &place),
            by_month: cells(&counts[5], self.months.len(), &month),
        }
    }
}

fn places_of(codes: &[String]) -> BTreeMap<&str, usize> {
    let numbered = codes.iter().enumerate();
    numbered.map(|(at, code)| (code.as_str(), at)).collect()
}

fn counted(count: &Count) -> Counted {
    let whole = |n: i64| u64::try_from(n).unwrap_or(0);
    Counted {
        incidents: whole(count.incidents),
        organisations: whole(count.organisations),
    }
}

/// Adds a count to a line that stands for several. The organisations may be the same
/// ones, so that only the most of one are sure.
fn join(line: &mut Counted, count: &Counted) {
    line.incidents += count.incidents;
    line.organisations = line.organisations.max(count.organisations);
}
