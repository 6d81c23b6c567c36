//! The published setting: which lists count for money from where, from which score a
//! match is one, and why.

use std::collections::{BTreeMap, BTreeSet};

use super::is_list_code;
use crate::domain::check::read_note;
use crate::domain::numerals::western;
use crate::domain::{Message, Moment, Problems, ProgrammeId};

/// Where money comes from, whose law then decides which lists count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Jurisdiction {
    Un,
    Eu,
    Us,
    Uk,
    Ch,
    Il,
    Ca,
    No,
    Au,
}

impl Jurisdiction {
    /// Every jurisdiction.
    pub const ALL: [Self; 9] = [
        Self::Un,
        Self::Eu,
        Self::Us,
        Self::Uk,
        Self::Ch,
        Self::Il,
        Self::Ca,
        Self::No,
        Self::Au,
    ];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Un => "un",
            Self::Eu => "eu",
            Self::Us => "us",
            Self::Uk => "uk",
            Self::Ch => "ch",
            Self::Il => "il",
            Self::Ca => "ca",
            Self::No => "no",
            Self::Au => "au",
        }
    }

    /// The jurisdiction of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// One line of the setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    pub programme: ProgrammeId,
    pub jurisdiction: Jurisdiction,
    pub list: String,
    /// Or the list is named as one that does not.
    pub counts: bool,
    /// From which score a match is one, in hundredths.
    pub threshold: i32,
    /// Why.
    pub note: String,
    pub set_at: Moment,
}

/// A line as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RuleText {
    pub jurisdiction: String,
    pub list: String,
    /// `yes` or `no`.
    pub counts: String,
    pub threshold: String,
    pub note: String,
}

/// The lowest threshold: below it names are not alike.
pub const THRESHOLD_LEAST: i32 = 53;

/// Reads a line of the setting.
pub fn read_rule(text: &RuleText, programme: ProgrammeId, now: Moment) -> Result<Rule, Problems> {
    let mut problems = Problems::default();
    let choice = || Message::new("error-choice");
    let jurisdiction = Jurisdiction::from_code(&text.jurisdiction).ok_or_else(choice);
    let jurisdiction = problems.take("jurisdiction", jurisdiction);
    let list = text.list.trim().to_lowercase();
    if !is_list_code(&list) {
        problems.add("list", Message::new("error-list-code"));
    }
    let counts = match text.counts.as_str() {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(choice()),
    };
    let counts = problems.take("counts", counts);
    let threshold = problems.take("threshold", read_threshold(&text.threshold));
    let note = problems.take("note", read_note(&text.note, true));
    match (jurisdiction, counts, threshold, note) {
        (Some(jurisdiction), Some(counts), Some(threshold), Some(note)) if problems.is_empty() => {
            Ok(Rule {
                programme,
                jurisdiction,
                list,
                counts,
                threshold,
                note,
                set_at: now,
            })
        }
        _ => Err(problems),
    }
}

/// Hundredths, 53 to 100.
fn read_threshold(text: &str) -> Result<i32, Message> {
    let text = western(text.trim());
    let number = text.parse().ok();
    number
        .filter(|number| (THRESHOLD_LEAST..=100).contains(number))
        .ok_or_else(|| {
            Message::new("error-list-threshold").with("least", i64::from(THRESHOLD_LEAST))
        })
}

/// The last rule about each jurisdiction and list, of rules in the order of their making.
pub fn latest_rules(rules: Vec<Rule>) -> Vec<Rule> {
    let mut latest: BTreeMap<(ProgrammeId, Jurisdiction, String), Rule> = BTreeMap::new();
    for rule in rules {
        latest.insert((rule.programme, rule.jurisdiction, rule.list.clone()), rule);
    }
    latest.into_values().collect()
}

/// The lines of all programmes, and where each says that its money comes from.
#[derive(Debug, Clone, Default)]
pub struct Setting {
    rules: Vec<Rule>,
    sources: Sources,
}

/// Where the money of programmes comes from; one that has not said is not there.
pub type Sources = BTreeMap<ProgrammeId, BTreeSet<Jurisdiction>>;

impl Setting {
    /// Of lines in the order of their making.
    pub fn new(rules: Vec<Rule>, sources: Sources) -> Self {
        Self {
            rules: latest_rules(rules),
            sources,
        }
    }

    /// The lines that hold.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// Whether a line is about money that its programme has; every line is until the
    /// programme says where its money comes from.
    pub fn applies(&self, rule: &Rule) -> bool {
        let own = self.sources.get(&rule.programme);
        own.is_none_or(|own| own.contains(&rule.jurisdiction))
    }

    /// Which lists count for these programmes, each with its lowest threshold.
    pub fn in_force(&self, programmes: &BTreeSet<ProgrammeId>) -> BTreeMap<String, i32> {
        let mut lists: BTreeMap<String, i32> = BTreeMap::new();
        for rule in self.rules.iter().filter(|rule| rule.counts) {
            if programmes.contains(&rule.programme) && self.applies(rule) {
                let known = lists.entry(rule.list.clone()).or_insert(rule.threshold);
                *known = (*known).min(rule.threshold);
            }
        }
        lists
    }
}

/// Reads where money comes from, field `money`: codes. None is everywhere.
pub fn read_sources(codes: &[String]) -> Result<BTreeSet<Jurisdiction>, Message> {
    let read = |code: &String| Jurisdiction::from_code(code);
    let read: Option<BTreeSet<Jurisdiction>> = codes.iter().map(read).collect();
    read.ok_or_else(|| Message::new("error-choice"))
}
