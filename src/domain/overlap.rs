//! Overlaps: what may pay for the same work as an application. Three things are looked
//! at, each on its own and shown as such: whether it is the same organisation, whether
//! the time is the same, and whether the words say the same; between applications also
//! people and budget lines. Says what looks alike, never that something is paid twice
//! (`docs/overlap.md`).

mod asked;
mod keys;
mod standing;
mod words;

pub use asked::{Declared, SUPPORTERS, declared, names, party, request};
pub use keys::{Key, keys};
pub use standing::Standing;
pub use words::words;

use std::collections::{BTreeMap, BTreeSet};

use super::ledger::Period;
use super::names::{Name, THRESHOLD, compare, same_person};

/// A piece of work that somebody is or would be paid for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Work {
    /// Names of the organisation, in whatever script.
    pub names: Vec<String>,
    /// Its numbers in registers, with the register's org-id code.
    pub identifiers: Vec<String>,
    pub title: String,
    pub description: String,
    pub period: Option<Period>,
    /// Who leads the organisation; of applications alone.
    pub people: Vec<String>,
    /// Lines of the budget: what for, and how much in the currency's minor units.
    pub lines: Vec<(String, i64)>,
}

/// How it was told that the organisation is the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SameBy {
    /// A number in a register.
    Identifier,
    /// Alike names, with or without numbers of different registers.
    Name,
    /// Alike names, but another number in the same register.
    OtherNumber,
}

/// What looks alike, part by part; all likenesses run from 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Overlap {
    /// The parts together, 0 to 1: a place in a list, no probability.
    pub score: f64,
    pub organisation: f64,
    pub same_by: SameBy,
    /// Share of the shorter period; nothing where one is not known.
    pub period: Option<f64>,
    /// Months that both have, rounded, and months of the first work.
    pub months: Option<(i64, i64)>,
    pub purpose: f64,
    /// Words of the first work that the other has too, weightiest first.
    pub shared_words: Vec<String>,
    /// People who lead both.
    pub people: Vec<String>,
    /// Share of the first work's budget lines that the other has too.
    pub lines: f64,
}

/// From where on an overlap is worth a look.
pub const WORTH_A_LOOK: f64 = 0.5;
/// From where on two texts are nearly the same, whoever wrote them.
pub const NEAR_IDENTICAL: f64 = 0.85;

/// What the parts count; they sum to 1.
const ORGANISATION: f64 = 0.5;
const PURPOSE: f64 = 0.35;
const PERIOD: f64 = 0.15;
/// What a period that is not known is taken for: neither the same nor another.
const UNKNOWN_PERIOD: f64 = 0.4;
/// The most that alike names come to under two numbers of one register.
const OTHER_NUMBER: f64 = 0.4;
/// What shared people, and all budget lines, take of what is missing to 1.
const PEOPLE: f64 = 0.3;
const LINES: f64 = 0.3;
/// Shortest text that can be contained in another, in words of middling weight.
const LEAST_WORDS: f64 = 4.0;

impl Overlap {
    /// Whether staff should see it.
    pub fn is_worth_a_look(&self) -> bool {
        self.score >= WORTH_A_LOOK || self.purpose >= NEAR_IDENTICAL || !self.people.is_empty()
    }
}

/// A work taken apart once, to be compared with many.
pub struct Sought<'a> {
    work: &'a Work,
    names: Vec<Name>,
    identifiers: BTreeSet<String>,
    /// Words with what they weigh.
    words: BTreeMap<String, f64>,
    mean: f64,
}

impl<'a> Sought<'a> {
    /// Takes it apart; `weigh` says how telling a word is, above 0.
    pub fn new(work: &'a Work, weigh: impl Fn(&str) -> f64) -> Self {
        let own = words(&work.title, &work.description).into_iter();
        let own: BTreeMap<String, f64> = own.map(|word| (word.clone(), weigh(&word))).collect();
        let mean = match own.len() {
            0 => 1.0,
            count => own.values().sum::<f64>() / count as f64,
        };
        Self {
            names: named(work),
            identifiers: identified(work),
            words: own,
            work,
            mean,
        }
    }

    /// Compares it with another work.
    pub fn against(&self, other: &Work) -> Overlap {
        let (organisation, same_by) = self.organisation(other);
        let (purpose, shared_words) = self.purpose(other);
        let period = self.period(other);
        let people = self.people(other);
        let lines = self.lines(other);
        let known = period.map_or(UNKNOWN_PERIOD, |(share, _)| share);
        let base = ORGANISATION * organisation + PURPOSE * purpose + PERIOD * known;
        let by_people = if people.is_empty() { 1.0 } else { 1.0 - PEOPLE };
        Overlap {
            score: 1.0 - (1.0 - base) * by_people * (1.0 - LINES * lines),
            organisation,
            same_by,
            period: period.map(|(share, _)| share),
            months: period.map(|(_, months)| months),
            purpose,
            shared_words,
            people,
            lines,
        }
    }

    fn organisation(&self, other: &Work) -> (f64, SameBy) {
        let theirs = identified(other);
        if self.identifiers.intersection(&theirs).next().is_some() {
            return (1.0, SameBy::Identifier);
        }
        let best = named(other).iter().fold(0.0, |best: f64, name| {
            let own = self.names.iter().map(|own| compare(own, name).score);
            own.fold(best, f64::max)
        });
        // Below the threshold of the screens a name says next to nothing.
        let score = if best >= THRESHOLD { best } else { best / 2.0 };
        let rivals = self.work.identifiers.iter().any(|own| {
            let same_register = |one: &String| register(one) == register(own);
            register(own).is_some() && other.identifiers.iter().any(same_register)
        });
        match rivals {
            true => (score.min(OTHER_NUMBER), SameBy::OtherNumber),
            false => (score, SameBy::Name),
        }
    }

    /// Half by how much of the shorter text the other holds, half by what they share of
    /// both. Words that only the other has count the mean of the own ones.
    fn purpose(&self, other: &Work) -> (f64, Vec<String>) {
        let theirs = words(&other.title, &other.description);
        if self.words.is_empty() || theirs.is_empty() {
            return (0.0, Vec::new());
        }
        let shared = self.words.iter().filter(|(word, _)| theirs.contains(*word));
        let mut shared: Vec<(&String, f64)> =
            shared.map(|(word, weight)| (word, *weight)).collect();
        shared.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(other.0)));
        let both: f64 = shared.iter().map(|(_, weight)| weight).sum();
        let own: f64 = self.words.values().sum();
        let their = both + self.mean * (theirs.len() - shared.len()) as f64;
        let shorter = own.min(their).max(LEAST_WORDS * self.mean);
        let likeness = (both / shorter + both / (own + their - both)) / 2.0;
        let shared = shared.into_iter().map(|(word, _)| word.clone()).collect();
        (likeness.clamp(0.0, 1.0), shared)
    }

    fn period(&self, other: &Work) -> Option<(f64, (i64, i64))> {
        let (own, their) = (self.work.period?, other.period?);
        let shared = own.shared_days(their);
        let shorter = own.days().min(their.days()).max(1);
        let months = |days: i64| (days as f64 / 30.44).round() as i64;
        let share = shared as f64 / shorter as f64;
        Some((share, (months(shared), months(own.days()).max(1))))
    }

    fn people(&self, other: &Work) -> Vec<String> {
        let led = |name: &&String| other.people.iter().any(|one| same_person(name, one));
        self.work.people.iter().filter(led).cloned().collect()
    }

    fn lines(&self, other: &Work) -> f64 {
        let own = &self.work.lines;
        let same = |line: &&(String, i64)| {
            let text = words(&line.0, "");
            let like = |one: &(String, i64)| one.1 == line.1 && words(&one.0, "") == text;
            other.lines.iter().any(like)
        };
        match own.len() {
            0 => 0.0,
            count => own.iter().filter(same).count() as f64 / count as f64,
        }
    }
}

fn named(work: &Work) -> Vec<Name> {
    let kind = Some(super::names::Kind::Organisation);
    work.names
        .iter()
        .map(|name| Name::new(name, kind))
        .collect()
}

/// Numbers of registers without what people write between the signs.
fn identified(work: &Work) -> BTreeSet<String> {
    let plain = work.identifiers.iter().map(|one| plain(one));
    plain.filter(|one| one.len() > 3).collect()
}

fn plain(identifier: &str) -> String {
    let signs = identifier.chars().filter(|c| c.is_alphanumeric());
    signs.flat_map(char::to_uppercase).collect()
}

/// The code of the register that a number begins with: `IL-RA` of `IL-RA-580197770`.
/// Prefixes of publishers (`360G-…`) name no register.
fn register(identifier: &str) -> Option<String> {
    let mut parts = identifier.split('-');
    let (country, code) = (parts.next()?, parts.next()?);
    parts.next()?;
    let register = country.len() == 2 && code.chars().all(char::is_alphanumeric);
    register.then(|| format!("{country}-{code}").to_uppercase())
}

#[cfg(test)]
mod tests;
