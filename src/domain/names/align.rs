//! Which words of two names belong together: one to one, in any order, or two and three
//! written apart to one written together (Abu Bakr, Aboubakr).

use std::sync::Arc;

use super::name::Word;
use super::sounds::{Sound, Spoken};
use super::words::Part;

/// Words that sound less alike than this do not belong together, in thousandths.
pub const LEAST: u32 = 750;
/// Of words with at most two consonants: there one sound is half the word.
const LEAST_SHORT: u32 = 780;
/// Of an unlisted word and the most common name.
const LEAST_COMMON: u32 = 930;
/// Two consonants and a few vowels.
const SHORT: u32 = 235;
/// Of words written together on one side only.
pub const LEAST_JOINED: u32 = 800;
/// What a letter is worth as the beginning of a word.
const INITIAL: u32 = 800;

/// An abbreviation of four letters or more, and of three, with what it can stand for.
const ABBREVIATED: u32 = 900;
const ABBREVIATED_SHORT: u32 = 800;

/// Words `from..from_end` of one name that belong to `to..to_end` of the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bond {
    pub from: (usize, usize),
    pub to: (usize, usize),
    pub likeness: u32,
}

/// The bonds between two names, best first, no word in two of them.
pub fn bonds(one: &[Arc<Word>], other: &[Arc<Word>], organisation: bool) -> Vec<Bond> {
    let mut found = Vec::new();
    for (i, mine) in one.iter().enumerate() {
        for (j, theirs) in other.iter().enumerate() {
            let likeness = alike(mine, theirs, organisation);
            if likeness > 0 {
                found.push(Bond {
                    from: (i, i + 1),
                    to: (j, j + 1),
                    likeness,
                });
            }
        }
    }
    found.extend(wholes(one, other, organisation));
    found.extend(wholes(other, one, organisation).into_iter().map(turned));
    if organisation || one.len() == 1 || other.len() == 1 {
        found.extend(abbreviated(one, other));
        found.extend(abbreviated(other, one).into_iter().map(turned));
    }
    choose(found)
}

/// Words of one name that are one word in the other.
fn wholes(apart: &[Arc<Word>], whole: &[Arc<Word>], organisation: bool) -> Vec<Bond> {
    let mut found = Vec::new();
    for joined in joinable(apart, organisation) {
        for (at, word) in whole.iter().enumerate() {
            let likeness = joined.alike(word, organisation);
            if likeness > 0 {
                found.push(Bond {
                    from: joined.from,
                    to: (at, at + 1),
                    likeness,
                });
            }
        }
    }
    found
}

/// The bond seen from the other name.
fn turned(bond: Bond) -> Bond {
    Bond {
        from: bond.to,
        to: bond.from,
        ..bond
    }
}

/// Words of three to six letters that the words of the other name begin with.
fn abbreviated(short: &[Arc<Word>], long: &[Arc<Word>]) -> Vec<Bond> {
    let mut found = Vec::new();
    for (at, word) in short.iter().enumerate() {
        let Some(letters) = word.abbreviation() else {
            continue;
        };
        for (from, to) in runs(long, letters) {
            let likeness = if letters.len() > 3 {
                ABBREVIATED
            } else {
                ABBREVIATED_SHORT
            };
            found.push(Bond {
                from: (at, at + 1),
                to: (from, to),
                likeness,
            });
        }
    }
    found
}

/// Neighbours whose first letters are these.
fn runs(words: &[Arc<Word>], letters: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for kept in initials(words) {
        for run in kept.windows(letters.len()) {
            if run.iter().map(|(_, letter)| *letter).eq(letters.chars()) {
                found.push((run[0].0, run[run.len() - 1].0 + 1));
            }
        }
    }
    found
}

/// First letters with the places of their words. Small words count, or only articles of
/// them, or none.
pub fn initials(words: &[Arc<Word>]) -> [Vec<(usize, char)>; 3] {
    let counts: [fn(&Word) -> bool; 3] = [
        |word| !word.is_small(),
        |word| !word.is_small() || word.part == Part::Article,
        |_| true,
    ];
    counts.map(|counts| {
        let kept = words.iter().enumerate().filter(|(_, word)| counts(word));
        kept.filter_map(|(at, word)| Some((at, word.text.chars().next()?)))
            .collect()
    })
}

/// Takes the best bond, then the best of those left.
fn choose(mut found: Vec<Bond>) -> Vec<Bond> {
    let length = |bond: &Bond| bond.from.1 - bond.from.0 + bond.to.1 - bond.to.0;
    let apart = |bond: &Bond| bond.from.0.abs_diff(bond.to.0);
    found.sort_by_key(|bond| {
        (
            std::cmp::Reverse((length(bond), bond.likeness)),
            apart(bond),
            bond.from,
            bond.to,
        )
    });
    let free = |one: (usize, usize), other: (usize, usize)| one.1 <= other.0 || other.1 <= one.0;
    let mut chosen: Vec<Bond> = Vec::new();
    for bond in found {
        if chosen
            .iter()
            .all(|one| free(one.from, bond.from) && free(one.to, bond.to))
        {
            chosen.push(bond);
        }
    }
    chosen
}

/// How alike two words are, in thousandths; 0 if they do not belong together.
pub fn alike(one: &Word, other: &Word, organisation: bool) -> u32 {
    if one.text == other.text {
        return 1000;
    }
    // In a person's name "Islam" or "Salam" is a name.
    let shared = |word: &Word| organisation || word.weights[0] < 100;
    match (one.known, other.known) {
        (Some(mine), Some(theirs)) if shared(one) && shared(other) => {
            return if mine == theirs { 1000 } else { 0 };
        }
        _ => {}
    }
    if one.part == Part::Initial || other.part == Part::Initial {
        let (mine, theirs) = (one.sounds.sounds.first(), other.sounds.sounds.first());
        return if mine == theirs && mine.is_some() {
            INITIAL
        } else {
            0
        };
    }
    let small = |word: &Word| word.weights[usize::from(organisation)] < 20;
    if small(one) != small(other) {
        return 0;
    }
    let alike = by_sound(one, other);
    // Mahmud and Hamid are no Muhammad.
    let common = one.part == Part::Common || other.part == Part::Common;
    if common && alike < LEAST_COMMON {
        0
    } else {
        alike
    }
}

/// Whether two words are alike in the name of any person or organisation.
pub fn may_be_alike(one: &Word, other: &Word) -> bool {
    by_sound(one, other) > 0 || (one.known.is_some() && one.known == other.known)
}

fn by_sound(one: &Word, other: &Word) -> u32 {
    let open = one.open || other.open;
    let like = |one: &Spoken, other: &Spoken| {
        let short = one.total(true).min(other.total(true)) < SHORT;
        let least = if short { LEAST_SHORT } else { LEAST };
        one.likeness(other, open, least).unwrap_or(0)
    };
    if one.servant && other.servant {
        // "Abd" itself says nothing.
        return like(&one.other, &other.other);
    }
    let best = like(&one.sounds, &other.sounds);
    if best == 1000 {
        return best;
    }
    best.max(like(&one.sounds, &other.other))
        .max(like(&one.other, &other.sounds))
}

/// Words written apart that may be one on the other side.
pub struct Joined {
    pub from: (usize, usize),
    pub sounds: Spoken,
    pub open: bool,
    /// What the lightest of the words weighs.
    lightest: u32,
}

/// Two words, or three about an article or particle, as one.
pub fn joinable(words: &[Arc<Word>], organisation: bool) -> Vec<Joined> {
    let mut found = Vec::new();
    for begin in 0..words.len() {
        for length in 2..=3 {
            let Some(some) = words.get(begin..begin + length) else {
                break;
            };
            let Some(sounds) = together(some, organisation) else {
                continue;
            };
            found.push(Joined {
                from: (begin, begin + length),
                sounds: sounds.into(),
                open: some.iter().any(|word| word.open),
                lightest: lightest(some),
            });
        }
    }
    found
}

impl Joined {
    /// How alike a word is that may be all of them, in thousandths; 0 if it is not. Every
    /// part has to be heard in the whole.
    pub fn alike(&self, whole: &Word, organisation: bool) -> u32 {
        let light = whole.weights[usize::from(organisation)] < 50;
        if light { 0 } else { self.may_be(whole) }
    }

    /// The same, were it the name of a person or of an organisation.
    pub fn may_be(&self, whole: &Word) -> u32 {
        if whole.part == Part::Initial || !self.sounds.kinds.same_ends(&whole.sounds.kinds) {
            return 0;
        }
        let open = whole.open || self.open;
        let heavier = self.sounds.total(open).max(whole.sounds.total(open)).max(1);
        // Half of the lightest part has to be heard, whatever the others are.
        let lost = (self.lightest * 500 / heavier).min(1000 - LEAST_JOINED);
        self.sounds
            .likeness(&whole.sounds, open, 1000 - lost)
            .unwrap_or(0)
    }

    /// What another spelling may cost at most, in hundredths of a consonant: half of the
    /// lightest part has to be heard.
    pub fn most(&self) -> u32 {
        self.lightest / 2
    }
}

/// What the lightest of these words weighs, but for articles and particles.
fn lightest(words: &[Arc<Word>]) -> u32 {
    let ends = [words.first(), words.last()].into_iter().flatten();
    let open = words.iter().any(|word| word.open);
    ends.map(|word| word.sounds.total(open)).min().unwrap_or(0)
}

/// The sounds of words as if they were written together, without articles.
fn together(words: &[Arc<Word>], organisation: bool) -> Option<Vec<Sound>> {
    let middle = words.get(1..words.len() - 1)?;
    let fits = middle.iter().all(|word| word.is_small())
        && !words.last().is_some_and(|word| word.is_small());
    let shared = |word: &Word| {
        let weight = word.weights[usize::from(organisation)];
        word.part == Part::Initial
            || (organisation && weight < 50 && !word.is_small() && word.part != Part::Kunya)
    };
    if !fits || words.iter().any(|word| shared(word)) {
        return None;
    }
    let mut sounds: Vec<Sound> = Vec::new();
    for word in words.iter().filter(|word| word.part != Part::Article) {
        sounds.extend(&word.sounds.sounds);
    }
    // Between two consonants there may be an unwritten vowel.
    if !words.iter().any(|word| word.open) {
        sounds.dedup();
    }
    Some(sounds)
}
