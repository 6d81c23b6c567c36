//! The sounds that names are compared by, and what it costs to hear one for another: a
//! weighted edit distance in the manner of Editex (Zobel and Dart, 1996), over sounds
//! instead of letters so that every script comes to the same ones. Costs are whole
//! hundredths of a consonant, so that the same names give the same score anywhere.

use std::sync::LazyLock;

use super::kinds::Kinds;

/// A sound as the transcriptions of names can tell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[rustfmt::skip]
pub enum Sound {
    A, E, I, O, U,
    /// Waw and vav, which are a consonant or a long vowel.
    Waw,
    /// Ya and yod, likewise.
    Yod,
    W, Y, H,
    /// An h at the end of a word, mostly silent, which can stand for a t.
    FinalH,
    B, P, V, F, M, N, L, R, T, D, Th, Dh, S, Z, Sh, Zh, J, Ch, Ts, K, Q, G, Gh, Kh,
    D0, D1, D2, D3, D4, D5, D6, D7, D8, D9,
}

use Sound::*;

/// How many there are.
const SOUNDS: usize = 45;
/// What a consonant weighs, and what taking one for an unlike one costs.
const CONSONANT: u16 = 100;
/// A vowel: half a consonant, because transcriptions differ most in these.
const VOWEL: u16 = 45;
/// A vowel where one of the scripts does not write vowels: next to nothing.
const UNWRITTEN: u16 = 6;
/// A waw or yod, which are mostly long vowels.
const LONG_VOWEL: u16 = 30;
/// Half-vowels come and go (Umayr, Umar).
const HALF_VOWEL: u16 = 50;
/// An h is often left out (Hamed, Ahmad; Tahir, Taher).
const BREATH: u16 = 45;
/// At the end it is mostly written without being spoken.
const FINAL_BREATH: u16 = 10;

/// Sounds that transcriptions take for one another, with the cost. Less than 15: two
/// spellings of one sound; to 25: one letter that traditions write differently; to 40:
/// neighbours that dialects and hearers confuse.
#[rustfmt::skip]
const NEAR: &[(Sound, Sound, u16)] = &[
    (A, E, 15), (A, O, 30), (A, I, 40), (A, U, 40), (E, I, 10), (E, O, 35), (E, U, 40),
    (I, O, 40), (I, U, 35), (O, U, 8),
    (Waw, U, 0), (Waw, O, 5), (Waw, W, 0), (Waw, V, 8), (Waw, A, 40), (Waw, F, 50),
    (Yod, I, 0), (Yod, E, 8), (Yod, Y, 0), (Yod, A, 30), (Yod, J, 45),
    (W, U, 8), (W, O, 12), (W, V, 8), (W, F, 50), (Y, I, 8), (Y, E, 15), (Y, J, 40),
    (H, FinalH, 0), (M, N, 60), (L, R, 60), (Ch, FinalH, 40), (Kh, FinalH, 30), (FinalH, T, 25), (FinalH, A, 15), (FinalH, E, 20),
    (B, P, 25), (B, V, 20), (V, F, 25), (P, F, 20),
    (T, D, 40), (T, Th, 10), (D, Dh, 10), (Th, S, 20), (Dh, Z, 20), (Th, Dh, 40),
    (S, Z, 25), (S, Sh, 30), (S, Ts, 20), (Z, Zh, 25), (Z, Ts, 25), (D, Z, 40),
    (Sh, Ch, 25), (Sh, Zh, 30), (J, Zh, 15), (J, Z, 40), (J, G, 25), (J, Ch, 30),
    (T, Ts, 50), (Ch, Ts, 30), (Ch, Kh, 25), (Ch, K, 30), (Ch, H, 30),
    (K, Q, 5), (K, G, 40), (Q, G, 25), (K, Kh, 20), (Kh, H, 25), (G, Gh, 10), (Q, Gh, 15), (K, Gh, 45), (Gh, Kh, 45),
];

/// Two neighbours in each other's place: a slip of the pen.
const TURNED: u16 = 70;

/// "sh" that was s and h (Is-haq), read as one sound; Arabic writes "ts" as t and s.
const READ_APART: u16 = 15;

/// Whether two letters can be meant that were read as one sound.
fn apart(one: Sound, first: Sound, second: Sound) -> bool {
    (one, first, second) == (Ts, T, S)
        || second == H
            && matches!(
                (one, first),
                (Sh, S) | (Th, T) | (Dh, D) | (Kh, K) | (Gh, G) | (Zh, Z)
            )
}

/// The least that a step over this sound and the next one costs.
pub fn step_over(sound: Sound) -> u16 {
    match sound {
        T | S | D | K | G | Z => READ_APART,
        _ => TURNED,
    }
}

/// What a sound weighs, and what it costs when the other name lacks it.
pub fn weight(sound: Sound, open: bool) -> u16 {
    match sound {
        A | E | I | O | U if open => UNWRITTEN,
        A | E | I | O | U => VOWEL,
        Waw | Yod => LONG_VOWEL,
        W | Y => HALF_VOWEL,
        H => BREATH,
        FinalH => FINAL_BREATH,
        _ => CONSONANT,
    }
}

static COSTS: LazyLock<[[u16; SOUNDS]; SOUNDS]> = LazyLock::new(|| {
    let mut costs = [[CONSONANT; SOUNDS]; SOUNDS];
    for (at, row) in costs.iter_mut().enumerate() {
        row[at] = 0;
    }
    for (one, other, cost) in NEAR.iter().copied() {
        costs[one as usize][other as usize] = cost;
        costs[other as usize][one as usize] = cost;
    }
    costs
});

/// What it costs to take one sound for another.
#[cfg(test)]
pub fn cost(one: Sound, other: Sound) -> u16 {
    COSTS[one as usize][other as usize]
}

/// Every sound.
#[cfg(test)]
#[rustfmt::skip]
pub const ALL: [Sound; SOUNDS] = [
    A, E, I, O, U, Waw, Yod, W, Y, H, FinalH, B, P, V, F, M, N, L, R, T, D, Th, Dh, S, Z, Sh, Zh,
    J, Ch, Ts, K, Q, G, Gh, Kh, D0, D1, D2, D3, D4, D5, D6, D7, D8, D9,
];

/// Longest word that is compared sound by sound; what follows is not looked at.
pub const LONGEST: usize = 40;

/// What making the beginnings of one word of a beginning of the other costs.
pub type Row = [u16; LONGEST + 1];

/// A word that others are made into, sound by sound.
pub struct Target<'a> {
    sounds: &'a [Sound],
    /// What each sound costs when the other word lacks it.
    adds: [u16; LONGEST],
    open: bool,
}

impl<'a> Target<'a> {
    /// `open` when a script that does not write vowels takes part.
    pub fn new(sounds: &'a [Sound], open: bool) -> Self {
        let sounds = cut(sounds);
        let mut adds = [0; LONGEST];
        for (add, sound) in adds.iter_mut().zip(sounds) {
            *add = weight(*sound, open);
        }
        Self { sounds, adds, open }
    }

    /// What its beginnings cost when there is nothing of the other word yet.
    pub fn first(&self) -> Row {
        let mut row = [0; LONGEST + 1];
        for (at, add) in self.adds.iter().enumerate().take(self.sounds.len()) {
            row[at + 1] = row[at] + add;
        }
        row
    }

    /// What they cost with one sound more of the other word, two neighbours in each
    /// other's place counted once; gives the least of it. `last` is the sound before with
    /// the costs before that.
    pub fn next(
        &self,
        mine: Sound,
        above: &Row,
        last: Option<(Sound, &Row)>,
        row: &mut Row,
    ) -> u16 {
        let drop = weight(mine, self.open);
        let swaps = &COSTS[mine as usize];
        let mut left = above[0] + drop;
        let mut least = left;
        row[0] = left;
        for (at, theirs) in self.sounds.iter().enumerate() {
            let swap = above[at] + swaps[*theirs as usize];
            let mut best = swap.min(above[at + 1] + drop).min(left + self.adds[at]);
            let before = at
                .checked_sub(1)
                .map(|before| (before, self.sounds[before]));
            if let Some((before, sound)) = before
                && apart(mine, sound, *theirs)
            {
                best = best.min(above[before] + READ_APART);
            }
            if let Some((sound, earlier)) = last {
                if let Some((before, first)) = before
                    && (sound, mine) == (*theirs, first)
                {
                    best = best.min(earlier[before] + TURNED);
                }
                if apart(*theirs, sound, mine) {
                    best = best.min(earlier[at] + READ_APART);
                }
            }
            row[at + 1] = best;
            left = best;
            least = least.min(best);
        }
        least
    }

    /// What all of it costs.
    pub fn whole(&self, row: &Row) -> u16 {
        row[self.sounds.len()]
    }
}

/// The cost of making one word of the other; nothing when it is more than `most`.
pub fn distance(one: &[Sound], other: &[Sound], open: bool, most: u32) -> Option<u32> {
    let target = Target::new(other, open);
    let mut rows = [[0; LONGEST + 1], target.first(), [0; LONGEST + 1]];
    let [mut before, mut above, mut row] = rows.each_mut();
    let (mut last, mut least) = (None, 0);
    for mine in cut(one) {
        let earlier = least;
        least = target.next(*mine, above, last.map(|last| (last, &*before)), row);
        if u32::from(least.min(earlier + step_over(*mine))) > most {
            return None;
        }
        last = Some(*mine);
        (before, above, row) = (above, row, before);
    }
    let cost = u32::from(target.whole(above));
    (cost <= most).then_some(cost)
}

/// As much of a word as is looked at.
pub fn cut(sounds: &[Sound]) -> &[Sound] {
    &sounds[..sounds.len().min(LONGEST)]
}

/// What a word weighs.
pub fn total(sounds: &[Sound], open: bool) -> u32 {
    cut(sounds)
        .iter()
        .map(|sound| u32::from(weight(*sound, open)))
        .sum()
}

/// Sounds with what they weigh.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Spoken {
    pub sounds: Vec<Sound>,
    /// Where vowels are written, and where they are not.
    totals: [u32; 2],
    pub kinds: Kinds,
}

impl From<Vec<Sound>> for Spoken {
    fn from(sounds: Vec<Sound>) -> Self {
        let totals = [total(&sounds, false), total(&sounds, true)];
        let kinds = Kinds::of(&sounds);
        Self {
            sounds,
            totals,
            kinds,
        }
    }
}

impl Spoken {
    /// What it weighs.
    pub fn total(&self, open: bool) -> u32 {
        self.totals[usize::from(open)]
    }

    /// Whether there is nothing to be heard.
    pub fn is_empty(&self) -> bool {
        self.sounds.is_empty()
    }

    /// How alike two words sound, in thousandths: what is left of the heavier one after
    /// the cost of making one of the other. Nothing when it is less than `least`.
    pub fn likeness(&self, other: &Self, open: bool, least: u32) -> Option<u32> {
        if self.is_empty() || other.is_empty() {
            return None;
        }
        if self.totals == other.totals && self.sounds == other.sounds {
            return Some(1000);
        }
        let heavier = self.total(open).max(other.total(open)).max(1);
        let most = heavier * (1000 - least) / 1000;
        let ends = self.kinds.same_ends(&other.kinds);
        if !ends || self.kinds.least_cost(&other.kinds, open) > most {
            return None;
        }
        let cost = distance(&self.sounds, &other.sounds, open, most)?;
        Some(1000 - cost * 1000 / heavier)
    }
}
