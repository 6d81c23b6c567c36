//! One version of a watch list, ready to be asked about names.

use std::collections::BTreeSet;

use super::{Bearer, Record};
use crate::domain::names::{Comparison, Index, Kind, Name};

/// The entries of a version with the index of their names.
pub struct Desk {
    records: Vec<Record>,
    /// For each name of the index, the entry and the name's place in it.
    places: Vec<(u32, u32)>,
    index: Index,
}

/// An entry that a bearer could be, by the name that is most alike.
#[derive(Debug, Clone, PartialEq)]
pub struct Match<'a> {
    pub record: &'a Record,
    /// Which of its names.
    pub name: usize,
    pub comparison: Comparison,
}

impl Desk {
    /// Takes all names apart, which is what costs time.
    pub fn new(records: Vec<Record>) -> Self {
        let (mut places, mut names) = (Vec::new(), Vec::new());
        for (at, record) in (0_u32..).zip(&records) {
            for (nth, name) in (0_u32..).zip(&record.names) {
                places.push((at, nth));
                names.push(Name::new(&name.text, Some(record.kind)));
            }
        }
        Self {
            index: Index::new(names),
            records,
            places,
        }
    }

    /// How many entries it holds.
    pub fn entries(&self) -> usize {
        self.records.len()
    }

    /// How many names it holds.
    pub fn names(&self) -> usize {
        self.places.len()
    }

    /// The entries that reach the threshold, best first, each once. People are looked
    /// for among people and organisations among organisations; what a list does not
    /// say is looked at for both.
    pub fn search(&self, bearer: &Bearer, threshold: f64) -> Vec<Match<'_>> {
        let name = Name::new(&bearer.name(), bearer.kind);
        let wanted = |at: usize| {
            let record = self.places.get(at).and_then(|(at, _)| self.record(*at));
            record.is_some_and(|record| fits(bearer.kind, record.kind))
        };
        let mut seen = BTreeSet::new();
        let hits = self.index.search(&name, threshold, wanted).into_iter();
        hits.filter_map(|hit| {
            let (at, nth) = *self.places.get(hit.name)?;
            seen.insert(at).then_some(())?;
            Some(Match {
                record: self.record(at)?,
                name: nth as usize,
                comparison: hit.comparison,
            })
        })
        .collect()
    }

    fn record(&self, at: u32) -> Option<&Record> {
        self.records.get(at as usize)
    }
}

fn fits(ours: Option<Kind>, listed: Kind) -> bool {
    matches!(
        (ours, listed),
        (None | Some(Kind::Other), _)
            | (_, Kind::Other)
            | (Some(Kind::Person), Kind::Person)
            | (Some(Kind::Organisation), Kind::Organisation)
    )
}
