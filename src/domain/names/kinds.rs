//! How many consonants of each kind a word has: two words whose counts differ cannot
//! sound alike, whatever their vowels and order. The kinds are such that taking a sound
//! of one for a sound of another costs a whole consonant.

use super::sounds::Sound::{self, *};

/// What a consonant and a vowel weigh; see sounds.rs.
const CONSONANT: u32 = 100;
const VOWEL: u32 = 45;

/// Lips, teeth, palate, nose, tongue, digits.
const KINDS: usize = 6;

/// What can be counted of a word's sounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Kinds {
    counts: [u8; KINDS],
    /// Consonants that may be taken for several kinds.
    loose: u8,
    vowels: u8,
    /// Breaths and half-vowels, which may be taken for vowels.
    soft: u8,
    /// Kinds of the first and the last consonant, from 1; 0 when that is a loose one.
    ends: [u8; 2],
}

/// The kind of a sound; nothing for vowels and breaths, `Err` for what is near several.
pub(super) fn kind(sound: Sound) -> Result<Option<usize>, ()> {
    Ok(Some(match sound {
        B | P | V | F => 0,
        T | D | Th | Dh | S | Z | Sh | Zh => 1,
        K | Q | G | Gh => 2,
        M | N => 3,
        L | R => 4,
        D0 | D1 | D2 | D3 | D4 | D5 | D6 | D7 | D8 | D9 => 5,
        Ts | W | Waw | FinalH | J | Ch | Kh => return Err(()),
        A | E | I | O | U | Yod | Y | H => return Ok(None),
    }))
}

impl Kinds {
    /// Counts the sounds of a word.
    pub fn of(sounds: &[Sound]) -> Self {
        let mut kinds = Self::default();
        let mut first = true;
        for sound in sounds {
            let end = match kind(*sound) {
                Ok(Some(kind)) => {
                    kinds.counts[kind] = kinds.counts[kind].saturating_add(1);
                    u8::try_from(kind + 1).unwrap_or_default()
                }
                Ok(None) => {
                    let vowel = matches!(sound, A | E | I | O | U);
                    let count = if vowel {
                        &mut kinds.vowels
                    } else {
                        &mut kinds.soft
                    };
                    *count = count.saturating_add(1);
                    continue;
                }
                Err(()) => {
                    // It may stand for a t and an s.
                    let many = if *sound == Ts { 2 } else { 1 };
                    kinds.loose = kinds.loose.saturating_add(many);
                    0
                }
            };
            if first {
                kinds.ends[0] = end;
                first = false;
            }
            kinds.ends[1] = end;
        }
        kinds
    }

    /// The least that making one word of the other can cost, in hundredths of a consonant.
    /// `open` as for the cost itself.
    pub fn least_cost(&self, other: &Self, open: bool) -> u32 {
        let less = |one: &Self, other: &Self| -> u32 {
            let pairs = one.counts.iter().zip(&other.counts);
            let more: u32 = pairs
                .map(|(one, other)| u32::from(one.saturating_sub(*other)))
                .sum();
            let consonants = more.saturating_sub(u32::from(other.loose));
            // A vowel too many may stand for a consonant that is missing.
            let soft = u32::from(other.vowels) + u32::from(other.soft) + u32::from(other.loose);
            let others: u8 = other.counts.iter().sum();
            let vowels = if open {
                0
            } else {
                u32::from(one.vowels).saturating_sub(soft)
            };
            let mine: u8 = one.counts.iter().sum();
            let spare = u32::from(others.saturating_sub(mine)) + consonants;
            consonants * CONSONANT + vowels.saturating_sub(spare) * VOWEL
        };
        less(self, other).max(less(other, self))
    }

    /// Its first and last consonants.
    pub fn ends(&self) -> [u8; 2] {
        self.ends
    }

    /// Whether it may begin and end like a word with such first and last consonants.
    pub fn may_end(&self, ends: [u8; 2]) -> bool {
        let pairs = self.ends.iter().zip(&ends);
        pairs
            .into_iter()
            .all(|(one, other)| one == other || *one == 0 || *other == 0)
    }

    /// Whether the words may begin and end with the same consonants.
    pub fn same_ends(&self, other: &Self) -> bool {
        self.may_end(other.ends)
    }
}

#[cfg(test)]
mod tests {
    use super::super::sounds::{ALL, cost, weight};
    use super::*;

    #[test]
    fn no_sound_of_one_kind_is_cheaply_one_of_another() {
        for one in ALL {
            let Ok(Some(own)) = kind(one) else { continue };
            assert_eq!(
                (weight(one, true), weight(one, false)),
                (100, 100),
                "{one:?}"
            );
            for other in ALL {
                let elsewhere = match kind(other) {
                    Ok(other) => other != Some(own),
                    Err(()) => false,
                };
                assert!(!elsewhere || cost(one, other) >= 100, "{one:?} {other:?}");
            }
        }
    }
}
