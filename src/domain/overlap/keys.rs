//! What works that overlap are likely to share, as numbers to be looked up in an index:
//! register numbers, words of the name in any script, words of the purpose, people.

use super::words::in_order;
use super::{Work, identified};
use crate::domain::names::{Kind, Name};

/// A number that stands for a word; the same on every machine and for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub i64);

impl Key {
    /// The key of a word of the purpose.
    pub fn of_word(word: &str) -> Self {
        Self::new('t', word)
    }

    /// What a grant is called in addresses and in the log: its id may hold any sign, and
    /// its number in the ledger would tell how many others there are.
    pub fn handle(grant_id: &str) -> String {
        format!("{:016x}", Self::new('g', grant_id).0)
    }

    /// FNV-1a (Fowler, Noll, Vo), 64 bits, of which 62 are kept: every database reads
    /// them as a whole number without a sign.
    fn new(kind: char, text: &str) -> Self {
        const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
        const PRIME: u64 = 0x0000_0100_0000_01b3;
        let bytes = [kind as u8].into_iter().chain(text.bytes());
        let hash = bytes.fold(BASIS, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(PRIME)
        });
        Self(i64::try_from(hash >> 2).unwrap_or_default())
    }
}

/// Words of a name, of a title and of a description that are paired at most.
const OF_NAME: usize = 6;
const OF_TITLE: usize = 6;
const OF_DESCRIPTION: usize = 12;

/// The keys of a work, each once, in order. Beside the words stand pairs of them, which
/// few works share even where every word is common.
pub fn keys(work: &Work) -> Vec<Key> {
    let mut keys: Vec<Key> = Vec::new();
    keys.extend(identified(work).iter().map(|one| Key::new('i', one)));
    for name in &work.names {
        let words = Name::new(name, Some(Kind::Organisation)).keys();
        keys.extend(words.iter().map(|key| Key::new('n', key)));
        let words = words.get(..OF_NAME).unwrap_or(&words);
        keys.extend(pairs('N', words, OF_NAME));
    }
    let (mut title, mut rest) = (in_order(&work.title), in_order(&work.description));
    title.truncate(OF_TITLE);
    rest.truncate(OF_DESCRIPTION);
    keys.extend(title.iter().chain(&rest).map(|word| Key::of_word(word)));
    keys.extend(pairs('T', &title, OF_TITLE));
    keys.extend(pairs('T', &rest, NEAR));
    for person in &work.people {
        let mut whole = Name::new(person, Some(Kind::Person)).keys();
        whole.truncate(4);
        keys.push(Key::new('p', &whole.join(" ")));
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// How far apart two words of a description are paired: a word between them may be
/// missing in the other text.
const NEAR: usize = 2;

/// Pairs of words at most so far apart, whichever comes first.
fn pairs(kind: char, words: &[String], apart: usize) -> Vec<Key> {
    let pair = |one: &String, other: &String| {
        let (first, second) = (one.min(other), one.max(other));
        Key::new(kind, &format!("{first} {second}"))
    };
    let each = words.iter().enumerate().flat_map(|(at, one)| {
        let next = words.iter().skip(at + 1).take(apart);
        next.map(move |other| pair(one, other))
    });
    each.collect()
}
