//! One name against a whole list. Finds, without comparing all, every listed name whose
//! score can reach the threshold: words that sound alike in a tree of all words' sounds,
//! names by the most that their shared words could be worth. Both pass over only what
//! cannot reach it, so nothing above the threshold is lost.

mod bound;
mod tree;
mod units;

use std::cmp::Reverse;
use std::sync::Arc;

use super::align::{Joined, initials, joinable};
use super::compare::{Comparison, compare_from};
use super::name::{Name, Reading, Word};
use super::words::Part;
use bound::{Sketch, Weight, bound, weight};
use units::{Place, Units};

/// The names of a list, ready to be searched.
pub struct Index {
    names: Vec<Name>,
    /// The names' places in the order of their plain forms.
    by_text: Vec<u32>,
    readings: Vec<Listed>,
    /// What the words of all readings weigh, one after another.
    weights: Vec<Weight>,
    units: Units,
}

/// A reading of a listed name.
struct Listed {
    /// The name's place in the list.
    name: u32,
    sketch: Sketch,
    /// Where its words' weights begin and end.
    weights: (u32, u32),
}

/// A listed name that a name may be a spelling of.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Its place among the names that the index was made of.
    pub name: usize,
    pub comparison: Comparison,
}

impl Index {
    /// Makes the index of these names.
    pub fn new(mut names: Vec<Name>) -> Self {
        let mut units = Units::default();
        let (mut readings, mut weights) = (Vec::new(), Vec::new());
        let place = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        for (at, name) in (0_u32..).zip(&mut names) {
            for reading in &mut name.readings {
                units.add(place(readings.len()), reading);
                let begin = place(weights.len());
                weights.extend(reading.words.iter().map(weight));
                readings.push(Listed {
                    name: at,
                    sketch: Sketch::of(reading),
                    weights: (begin, place(weights.len())),
                });
            }
        }
        units.finish();
        let mut by_text: Vec<u32> = (0..place(names.len())).collect();
        by_text.sort_by_key(|at| &names[*at as usize].folded);
        Self {
            names,
            by_text,
            readings,
            weights,
            units,
        }
    }

    /// How many names it holds.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The listed names that score at least the threshold, best first, the earlier first
    /// among equals. Only names that `wanted` admits are looked at.
    pub fn search(&self, name: &Name, threshold: f64, wanted: impl Fn(usize) -> bool) -> Vec<Hit> {
        let mut candidates: Vec<u32> = self.equal(name).to_vec();
        for reading in &name.readings {
            self.gather(reading, threshold, &mut candidates);
        }
        candidates.sort_unstable();
        candidates.dedup();
        let candidates = candidates
            .into_iter()
            .map(|at| at as usize)
            .filter(|at| wanted(*at));
        let hits = candidates.filter_map(|at| {
            let comparison = compare_from(threshold, name, self.names.get(at)?)?;
            Some(Hit {
                name: at,
                comparison,
            })
        });
        let mut hits: Vec<Hit> = hits.collect();
        hits.sort_by_key(|hit| (Reverse((hit.comparison.score * 10_000.0) as u64), hit.name));
        hits
    }

    /// The names with the same plain form, of whatever words.
    fn equal(&self, name: &Name) -> &[u32] {
        let text = |at: &u32| self.names[*at as usize].folded.as_str();
        let begin = self.by_text.partition_point(|at| text(at) < &*name.folded);
        let from = &self.by_text[begin..];
        &from[..from.partition_point(|at| text(at) == name.folded)]
    }

    /// Adds the names of which some reading could reach the threshold.
    fn gather(&self, reading: &Reading, threshold: f64, candidates: &mut Vec<u32>) {
        let mut shared = Shared::new(self.readings.len());
        for (at, word) in reading
            .words
            .iter()
            .enumerate()
            .filter(|(_, word)| is_sought(word))
        {
            for unit in self.units.like_word(word) {
                shared.add(1 << at, self.units.places(unit));
            }
            if let Some(letters) = word.abbreviation() {
                shared.add(1 << at, self.units.abbreviated(letters));
            }
        }
        for joined in joinable_either(&reading.words) {
            for unit in self.units.like_joined(&joined) {
                shared.add(bits(joined.from), self.units.places(unit));
            }
        }
        for (letters, held) in abbreviations(&reading.words) {
            shared.add(held, self.units.written(&letters));
        }
        let own: Vec<Weight> = reading.words.iter().map(weight).collect();
        let sketch = Sketch::of(reading);
        for at in shared.touched {
            let Some(listed) = self.readings.get(at as usize) else {
                continue;
            };
            let range = listed.weights.0 as usize..listed.weights.1 as usize;
            let words = self.weights.get(range).unwrap_or_default();
            let held = shared.held.get(at as usize).copied().unwrap_or_default();
            let most = bound([sketch, listed.sketch], [&own, words], held);
            if most >= threshold {
                candidates.push(listed.name);
            }
        }
    }
}

/// Which words of the name and of each listed reading may belong together, as bits.
struct Shared {
    held: Vec<[u32; 2]>,
    touched: Vec<u32>,
}

impl Shared {
    fn new(readings: usize) -> Self {
        Self {
            held: vec![[0; 2]; readings],
            touched: Vec::new(),
        }
    }

    fn add(&mut self, mine: u32, places: &[Place]) {
        for place in places {
            let Some(held) = self.held.get_mut(place.reading as usize) else {
                continue;
            };
            if held[1] == 0 {
                self.touched.push(place.reading);
            }
            held[0] |= mine;
            held[1] |= place.words;
        }
    }
}

/// The bits of some neighbours.
fn bits((from, to): (usize, usize)) -> u32 {
    (from..to.min(32)).fold(0, |bits, at| bits | 1 << at)
}

/// Whether a word is looked for: articles weigh nothing, and initials are counted with
/// the bound.
fn is_sought(word: &Arc<Word>) -> bool {
    !matches!(word.part, Part::Article | Part::Initial)
}

/// Neighbours that may be one word in the name of a person or of an organisation.
fn joinable_either(words: &[Arc<Word>]) -> Vec<Joined> {
    let mut found = joinable(words, false);
    for joined in joinable(words, true) {
        if found.iter().all(|one| one.from != joined.from) {
            found.push(joined);
        }
    }
    found
}

/// Every abbreviation of three to six letters that some neighbours can have.
fn abbreviations(words: &[Arc<Word>]) -> Vec<(String, u32)> {
    let mut found = Vec::new();
    for kept in initials(words) {
        for length in 3..=6 {
            for run in kept.windows(length) {
                let letters: String = run.iter().map(|(_, letter)| *letter).collect();
                if letters.is_ascii() {
                    found.push((letters, bits((run[0].0, run[length - 1].0 + 1))));
                }
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}
