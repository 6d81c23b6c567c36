//! The most that two names can score, told from which of their words may belong together.

use std::sync::Arc;

use super::super::compare::{ADDRESS, OF_ENOUGH};
use super::super::name::Word;
use super::super::words::Part;

/// What a word weighs, without the word.
#[derive(Debug, Clone, Copy)]
pub struct Weight {
    weights: [u8; 2],
    letter: bool,
}

impl From<&Arc<Word>> for Weight {
    fn from(word: &Arc<Word>) -> Self {
        let weights = word
            .weights
            .map(|weight| u8::try_from(weight).unwrap_or(u8::MAX));
        Self {
            weights,
            letter: word.part == Part::Initial,
        }
    }
}

/// The words of a reading, and whether it is an organisation's.
#[derive(Debug, Clone, Copy)]
pub struct Sketch<'a> {
    pub words: &'a [Weight],
    pub organisation: bool,
}

/// The most that two readings can score when at most these words of them, as bits, belong
/// together. An initial can belong to any word. Every word more that belongs together
/// raises what `compare` gives, and nothing there is cheaper than what is counted here.
pub fn bound(one: Sketch<'_>, other: Sketch<'_>, held: [u32; 2]) -> f64 {
    let mode = usize::from(one.organisation || other.organisation);
    let sides = [one.words, other.words];
    let letters = sides.map(|words| words.iter().filter(|word| word.letter).count() as u64);
    let (mut shared, mut only) = (0, [0, 0]);
    for side in [0, 1] {
        let mut left = 0;
        for (at, word) in sides[side].iter().enumerate() {
            let weight = u64::from(word.weights[mode]);
            if held[side] & (1 << at) != 0 || word.letter {
                shared += weight;
            } else if mode == 1 || u32::from(word.weights[0]) >= ADDRESS {
                left += weight;
            }
        }
        let free = left.min(letters[1 - side] * 100);
        shared += free;
        only[side] = left - free;
    }
    let against = only[0].min(only[1]);
    let more = only[0].max(only[1]) - against;
    let whole = shared * 50 + 2 * against * OF_ENOUGH[0] + more * OF_ENOUGH[1];
    if whole == 0 {
        0.0
    } else {
        (shared * 50) as f64 / whole as f64
    }
}
