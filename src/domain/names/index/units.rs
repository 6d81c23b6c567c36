//! The words of all listed names, each kept once, with the places where they stand.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::super::align::{Joined, LEAST, LEAST_JOINED, may_be_alike};
use super::super::name::{Reading, Word};
use super::super::sounds::Spoken;
use super::tree::{Limit, Tree};
use super::{abbreviations, bits, is_sought, joinable_either};

/// Words of a reading, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub reading: u32,
    pub words: u32,
}

/// A word, or several that may be written together.
enum Unit {
    Word(Arc<Word>),
    Joined(Joined),
}

/// Spellings by their first and last consonants and whether their script leaves vowels
/// out.
#[derive(Default)]
struct Table(BTreeMap<([u8; 2], bool), Tree>);

impl Table {
    fn add(&mut self, unit: u32, sounds: &Spoken, open: bool, most: u32) {
        if sounds.is_empty() {
            return;
        }
        let tree = self.0.entry((sounds.kinds.ends(), open)).or_default();
        tree.add(unit, sounds, most);
    }

    fn finish(&mut self) {
        self.0.values_mut().for_each(Tree::finish);
    }

    /// Adds the units that may be as like as `limit` asks to these sounds.
    fn near(&self, sounds: &Spoken, open: bool, limit: Limit, found: &mut Vec<u32>) {
        if sounds.is_empty() {
            return;
        }
        let trees = self.0.iter();
        for ((_, theirs), tree) in trees.filter(|((ends, _), _)| sounds.kinds.may_end(*ends)) {
            tree.near(sounds, open || *theirs, limit, found);
        }
    }
}

/// Every word of the list.
#[derive(Default)]
pub struct Units {
    units: Vec<Unit>,
    /// Words by their text, neighbours by their texts with a plus between.
    by_text: HashMap<String, u32>,
    by_known: HashMap<u16, Vec<u32>>,
    words: Table,
    joined: Table,
    places: Ranges<u32>,
    /// By the letters of what may be abbreviated so.
    letters: Ranges<u64>,
}

/// Places by key, in one sorted list.
struct Ranges<K> {
    keys: Vec<(K, Place)>,
    places: Vec<Place>,
    begins: HashMap<K, (u32, u32)>,
}

impl<K> Default for Ranges<K> {
    fn default() -> Self {
        Self {
            keys: Vec::new(),
            places: Vec::new(),
            begins: HashMap::new(),
        }
    }
}

impl<K: Copy + Ord + std::hash::Hash> Ranges<K> {
    fn finish(&mut self) {
        let mut keys = std::mem::take(&mut self.keys);
        keys.sort_unstable();
        keys.dedup();
        for (key, place) in keys {
            let at = u32::try_from(self.places.len()).unwrap_or(u32::MAX);
            self.begins.entry(key).or_insert((at, at)).1 = at + 1;
            self.places.push(place);
        }
    }

    fn of(&self, key: K) -> &[Place] {
        let range = self.begins.get(&key).copied().unwrap_or_default();
        self.places
            .get(range.0 as usize..range.1 as usize)
            .unwrap_or_default()
    }
}

impl Units {
    /// Notes the words of a reading, which shares them from then on.
    pub fn add(&mut self, number: u32, reading: &mut Reading) {
        for at in 0..reading.words.len() {
            let unit = self.word(&reading.words[at]);
            if let Some(Unit::Word(word)) = self.units.get(unit as usize) {
                reading.words[at] = Arc::clone(word);
            }
            if is_sought(&reading.words[at]) {
                let place = Place {
                    reading: number,
                    words: bits((at, at + 1)),
                };
                self.places.keys.push((unit, place));
            }
        }
        for joined in joinable_either(&reading.words) {
            let place = Place {
                reading: number,
                words: bits(joined.from),
            };
            let unit = self.joined(&reading.words, joined);
            self.places.keys.push((unit, place));
        }
        for (letters, words) in abbreviations(&reading.words) {
            let place = Place {
                reading: number,
                words,
            };
            self.letters.keys.push((packed(&letters), place));
        }
    }

    fn word(&mut self, word: &Arc<Word>) -> u32 {
        // A form of address weighs by where it stands.
        let text = format!("{} {}", word.text, word.weights[0]);
        if let Some(unit) = self.by_text.get(&text) {
            return *unit;
        }
        let unit = self.push(text, Unit::Word(Arc::clone(word)));
        if let Some(known) = word.known {
            self.by_known.entry(known).or_default().push(unit);
        }
        if is_sought(word) {
            for sounds in [&word.sounds, &word.other] {
                self.words.add(unit, sounds, word.open, u32::MAX);
            }
        }
        unit
    }

    fn joined(&mut self, words: &[Arc<Word>], joined: Joined) -> u32 {
        let words = words.get(joined.from.0..joined.from.1).unwrap_or_default();
        let texts: Vec<&str> = words.iter().map(|word| &*word.text).collect();
        let text = texts.join("+");
        if let Some(unit) = self.by_text.get(&text) {
            return *unit;
        }
        let (sounds, open, most) = (joined.sounds.clone(), joined.open, joined.most());
        let unit = self.push(text, Unit::Joined(joined));
        self.joined.add(unit, &sounds, open, most);
        unit
    }

    fn push(&mut self, text: String, unit: Unit) -> u32 {
        let number = u32::try_from(self.units.len()).unwrap_or(u32::MAX);
        self.units.push(unit);
        self.by_text.insert(text, number);
        number
    }

    /// Puts what was noted in order.
    pub fn finish(&mut self) {
        self.words.finish();
        self.joined.finish();
        self.places.finish();
        self.letters.finish();
    }

    /// Where a unit stands.
    pub fn places(&self, unit: u32) -> &[Place] {
        self.places.of(unit)
    }

    /// Neighbours that may be abbreviated so.
    pub fn abbreviated(&self, letters: &str) -> &[Place] {
        self.letters.of(packed(letters))
    }

    /// Where these letters stand as a word.
    pub fn written(&self, letters: &str) -> &[Place] {
        let unit = self.by_text.get(&format!("{letters} 100"));
        unit.map_or(&[], |unit| self.places.of(*unit))
    }

    /// Units of which a word may be another spelling.
    pub fn like_word(&self, word: &Word) -> Vec<u32> {
        let mut found: Vec<u32> = Vec::new();
        let limit = |least| Limit {
            least,
            most: u32::MAX,
        };
        for sounds in [&word.sounds, &word.other] {
            self.words.near(sounds, word.open, limit(LEAST), &mut found);
        }
        let (sounds, limit) = (&word.sounds, limit(LEAST_JOINED));
        self.joined.near(sounds, word.open, limit, &mut found);
        let same = word.known.and_then(|known| self.by_known.get(&known));
        found.extend(same.into_iter().flatten());
        found.sort_unstable();
        found.dedup();
        found.retain(|unit| self.is_like(word, *unit));
        found
    }

    fn is_like(&self, word: &Word, unit: u32) -> bool {
        match self.units.get(unit as usize) {
            Some(Unit::Word(other)) => may_be_alike(word, other),
            Some(Unit::Joined(joined)) => joined.may_be(word) > 0,
            None => false,
        }
    }

    /// Words of which some neighbours may be another spelling.
    pub fn like_joined(&self, joined: &Joined) -> Vec<u32> {
        let like = |unit: &u32| match self.units.get(*unit as usize) {
            Some(Unit::Word(word)) => joined.may_be(word) > 0,
            _ => false,
        };
        let limit = Limit {
            least: LEAST_JOINED,
            most: joined.most(),
        };
        let (sounds, mut found) = (&joined.sounds, Vec::new());
        self.words.near(sounds, joined.open, limit, &mut found);
        found.retain(like);
        found
    }
}

/// Up to eight letters as one number.
fn packed(letters: &str) -> u64 {
    letters
        .bytes()
        .take(8)
        .fold(0, |number, byte| number << 8 | u64::from(byte))
}
