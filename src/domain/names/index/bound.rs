//! The most that two names can score, told from which of their words may belong together.

use std::sync::Arc;

use super::super::compare::{ADDRESS, OF_ENOUGH};
use super::super::name::{Reading, Word};
use super::super::words::Part;
use super::bits;

/// What a word weighs for a person and for an organisation, without the word.
pub type Weight = [u8; 2];

/// What of a reading can be told without its words.
#[derive(Debug, Clone, Copy)]
pub struct Sketch {
    organisation: bool,
    /// Which words are initials, as bits.
    letters: u32,
    /// What all words weigh that cost something when the other name lacks them.
    priced: [u32; 2],
}

impl Sketch {
    /// The sketch of a reading.
    pub fn of(reading: &Reading) -> Self {
        let (mut letters, mut sum) = (0, [0; 2]);
        for (at, word) in reading.words.iter().enumerate() {
            if word.part == Part::Initial {
                letters |= bits((at, at + 1));
            }
            let weight = weight(word);
            for mode in [0, 1] {
                sum[mode] += priced(weight, mode);
            }
        }
        Self {
            organisation: reading.organisation,
            letters,
            priced: sum,
        }
    }
}

/// What a word weighs.
pub fn weight(word: &Arc<Word>) -> Weight {
    word.weights
        .map(|weight| u8::try_from(weight).unwrap_or(u8::MAX))
}

/// What a word costs when the other name lacks it.
fn priced(weight: Weight, mode: usize) -> u32 {
    let weight = u32::from(weight[mode]);
    if mode == 1 || weight >= ADDRESS {
        weight
    } else {
        0
    }
}

/// The most that two readings can score when at most these words of them, as bits, belong
/// together. An initial can belong to any word. Every word more that belongs together
/// raises what `compare` gives, and nothing there is cheaper than what is counted here.
pub fn bound(sketches: [Sketch; 2], weights: [&[Weight]; 2], held: [u32; 2]) -> f64 {
    let mode = usize::from(sketches.iter().any(|one| one.organisation));
    let (mut shared, mut only) = (0, [0; 2]);
    for side in [0, 1] {
        let mut left = sketches[side].priced[mode];
        let mut bits = held[side] | sketches[side].letters;
        while bits != 0 {
            let weight = weights[side].get(bits.trailing_zeros() as usize);
            let weight = weight.copied().unwrap_or_default();
            shared += u32::from(weight[mode]);
            left -= priced(weight, mode);
            bits &= bits - 1;
        }
        let free = left.min(sketches[1 - side].letters.count_ones() * 100);
        shared += free;
        only[side] = left - free;
    }
    let against = u64::from(only[0].min(only[1]));
    let more = u64::from(only[0].max(only[1])) - against;
    let shared = u64::from(shared) * 50;
    let whole = shared + 2 * against * OF_ENOUGH[0] + more * OF_ENOUGH[1];
    if whole == 0 {
        0.0
    } else {
        shared as f64 / whole as f64
    }
}
