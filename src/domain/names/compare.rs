//! How far two names could be spellings of one, from 0 to 1, with the words that speak for
//! and against it. Symmetric, the same everywhere, 1 for equal names. The formula and
//! where its numbers come from stand in `docs/names.md`.

use std::sync::Arc;

use super::align::{Bond, bonds};
use super::name::{Name, Reading, Word};
use super::words::Part;

/// From here on two names are a possible match for the screens.
pub const THRESHOLD: f64 = 0.53;

/// What words of one name that the other lacks cost: where the other has unlike ones
/// instead, and where it only has fewer.
pub(super) const OF_ENOUGH: [u64; 2] = [80, 15];
/// Likewise, when too little is shared to tell anybody by: of people, of organisations.
const OF_LITTLE: [[u64; 2]; 2] = [[120, 80], [120, 200]];
/// How much must be shared for that, in hundredths of a name, by
/// people and organisations.
const ENOUGH: [u64; 2] = [140, 66];
/// For an organisation of a single word, when the other has more than common nouns more:
/// never enough.
const ENOUGH_FOR_SINGLE: u64 = 110;
/// What is left of the score when the given names differ.
const OTHER_GIVEN: u64 = 70;
/// What is left when only one name begins with a given name the other lacks; the second
/// when what follows is long enough to be a parent's whole name.
const MORE_GIVEN: [u64; 2] = [65, 50];
/// So long is a parent's whole name.
const LINEAGE: u64 = 250;
/// Words of people's names that weigh less are forms of address and particles.
pub(super) const ADDRESS: u32 = 15;
/// From which weight a word tells something, of people and of organisations.
const TELLING: [u32; 2] = [50, 15];
/// What is left when given names stand crosswise and some word has no counterpart.
const CROSSED: u64 = 80;
/// How much is lost with every part of likeness, in hundredths.
const LOSS: u64 = 150;

/// How alike two names are and why.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Comparison {
    /// 0 to 1.
    pub score: f64,
    pub pairs: Vec<Pair>,
    /// Words of one name without a counterpart, as they were compared.
    pub only_first: Vec<String>,
    pub only_second: Vec<String>,
}

/// Words that belong together and how alike they sound, 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    pub first: String,
    pub second: String,
    pub likeness: f64,
}

/// Compares two names in all their readings.
pub fn compare(one: &Name, other: &Name) -> Comparison {
    compare_from(0.0, one, other).unwrap_or_default()
}

/// The comparison of two names, if they score at least so much.
pub(super) fn compare_from(least: f64, one: &Name, other: &Name) -> Option<Comparison> {
    let mut best: Option<Found> = None;
    for mine in &one.readings {
        for theirs in &other.readings {
            let found = Found::of(mine, theirs);
            if best.as_ref().is_none_or(|best| found.score > best.score) {
                best = Some(found);
            }
        }
    }
    let equal = one.folded == other.folded && !one.folded.is_empty();
    let score = match &best {
        _ if equal => 1.0,
        Some(best) => best.score as f64 / 10_000.0,
        None => 0.0,
    };
    (score >= least).then(|| Comparison {
        score,
        ..best.map(Found::told).unwrap_or_default()
    })
}

/// Two readings and what of them belongs together.
struct Found<'a> {
    /// In ten-thousandths.
    score: u64,
    sides: [&'a Reading; 2],
    /// Whether the sides are in each other's place.
    turned: bool,
    bonds: Vec<Bond>,
}

impl<'a> Found<'a> {
    /// Always in the same order of the two, so that both ways give the same.
    fn of(one: &'a Reading, other: &'a Reading) -> Self {
        let turned = one > other;
        let sides = if turned { [other, one] } else { [one, other] };
        let organisation = one.organisation || other.organisation;
        let bonds = bonds(&sides[0].words, &sides[1].words, organisation);
        Self {
            score: Sums::of(sides, &bonds, organisation).score(),
            sides,
            turned,
            bonds,
        }
    }

    /// The same in words, but for the score.
    fn told(self) -> Comparison {
        let [one, other] = self.sides.map(|reading| &reading.words);
        let said = |words: &[Arc<Word>]| {
            words
                .iter()
                .map(|word| &*word.text)
                .collect::<Vec<_>>()
                .join(" ")
        };
        let mut bonds: Vec<&Bond> = self.bonds.iter().collect();
        bonds.sort_by_key(|bond| bond.from);
        let pair = |bond: &&Bond| {
            let (mine, theirs) = (&one[bond.from.0..bond.from.1], &other[bond.to.0..bond.to.1]);
            let (first, second) = if self.turned {
                (theirs, mine)
            } else {
                (mine, theirs)
            };
            Pair {
                first: said(first),
                second: said(second),
                likeness: f64::from(bond.likeness) / 1000.0,
            }
        };
        let pairs = bonds.iter().map(pair).collect();
        let mut only = [
            left(one, self.bonds.iter().map(|bond| bond.from)),
            left(other, self.bonds.iter().map(|bond| bond.to)),
        ];
        if self.turned {
            only.reverse();
        }
        let [only_first, only_second] = only;
        Comparison {
            score: 0.0,
            pairs,
            only_first,
            only_second,
        }
    }
}

/// The words that no bond holds.
fn left(words: &[Arc<Word>], held: impl Iterator<Item = (usize, usize)> + Clone) -> Vec<String> {
    let free = |at: usize| !held.clone().any(|(begin, end)| (begin..end).contains(&at));
    let words = words
        .iter()
        .enumerate()
        .filter(|(at, word)| free(*at) && word.part != Part::Article);
    words.map(|(_, word)| word.text.clone()).collect()
}

/// What speaks for and against, in hundredths of a name.
#[derive(Debug, Clone, Copy)]
pub struct Sums {
    /// Weight of the words that belong together, and the same times their likeness in thousandths.
    pub shared: u64,
    pub alike: u64,
    /// Of the shared, what tells one name from another.
    pub telling: u64,
    /// Weight of the words that only one name has.
    pub only: [u64; 2],
    /// Of what only the one with more has, what is no common noun.
    pub more_own: u64,
    /// Whether one of the names has a single word.
    pub single: bool,
    /// Whether a name's given name has no counterpart.
    pub given: [bool; 2],
    /// Whether the words that belong together stand in the same order.
    pub in_order: bool,
    /// Whether both have one, but it is not the other's given name.
    pub crossed: bool,
    pub organisation: bool,
}

impl Sums {
    fn of([one, other]: [&Reading; 2], bonds: &[Bond], organisation: bool) -> Self {
        let mode = usize::from(organisation);
        let (mut shared, mut alike, mut telling, mut spoken) = (0, 0, 0, false);
        let words = [&one.words, &other.words];
        let mut only = words.map(|words| sum(words, mode, |word| is_priced(word, mode)));
        let mut own = words.map(|words| sum(words, mode, |word| word.part == Part::Own));
        for bond in bonds {
            let held = [
                &words[0][bond.from.0..bond.from.1],
                &words[1][bond.to.0..bond.to.1],
            ];
            let both: u64 = held.iter().map(|words| sum(words, mode, |_| true)).sum();
            shared += both;
            alike += both * credit(bond.likeness);
            let letter = |words: &&[Arc<Word>]| words.iter().all(|word| word.part == Part::Initial);
            // A letter can be the beginning of anything, and an article is in any name.
            if both > 0 && !held.iter().any(letter) {
                spoken = true;
                let tells = |word: &Word| word.weights[mode] >= TELLING[mode];
                telling += sum(held[0], mode, tells).max(sum(held[1], mode, tells));
            }
            for side in [0, 1] {
                only[side] -= sum(held[side], mode, |word| is_priced(word, mode));
                own[side] -= sum(held[side], mode, |word| word.part == Part::Own);
            }
        }
        let mine = given(&one.words, bonds, |bond| bond.from);
        let theirs = given(&other.words, bonds, |bond| bond.to);
        let alone = |given: Option<Option<usize>>| !organisation && given == Some(None);
        let single =
            |words: &Vec<Arc<Word>>| words.iter().filter(|word| !word.is_small()).count() == 1;
        Self {
            shared: if spoken { shared / 2 } else { 0 },
            alike: alike / 2,
            telling,
            only,
            more_own: own[usize::from(only[1] > only[0])],
            single: words.into_iter().any(single),
            given: [alone(mine), alone(theirs)],
            in_order: in_order(bonds),
            crossed: !organisation && mine.flatten() != theirs.flatten(),
            organisation,
        }
    }

    /// The score in ten-thousandths.
    pub fn score(&self) -> u64 {
        if self.shared == 0 {
            return 0;
        }
        let against = self.only[0].min(self.only[1]);
        let more = self.only[0].max(self.only[1]) - against;
        let mode = usize::from(self.organisation);
        let alone = self.organisation && self.single && self.more_own > 0;
        let least = if alone {
            ENOUGH_FOR_SINGLE
        } else {
            ENOUGH[mode]
        };
        let prices = if self.telling >= least {
            OF_ENOUGH
        } else {
            OF_LITTLE[mode]
        };
        let whole = self.shared * 100 + 2 * against * prices[0] + more * prices[1];
        let score = self.alike * 1000 / whole;
        match self.given {
            [true, true] => score * OTHER_GIVEN / 100,
            [true, false] | [false, true] if self.in_order => {
                score * MORE_GIVEN[usize::from(self.telling >= LINEAGE)] / 100
            }
            [true, false] | [false, true] => score * CROSSED / 100,
            _ if self.crossed && self.only[0] + self.only[1] >= 50 => score * CROSSED / 100,
            _ => score,
        }
    }
}

/// What the words that count weigh together.
fn sum(words: &[Arc<Word>], mode: usize, counts: impl Fn(&Word) -> bool) -> u64 {
    let words = words.iter().filter(|word| counts(word));
    words.map(|word| u64::from(word.weights[mode])).sum()
}

/// Whether a word without a counterpart costs something: nobody is another for a form of
/// address or a particle.
fn is_priced(word: &Word, mode: usize) -> bool {
    mode == 1 || word.weights[0] >= ADDRESS
}

/// The bond of a person's given name, if it has one, if there is a given name. The most
/// common one may be left out before another.
fn given(
    words: &[Arc<Word>],
    bonds: &[Bond],
    side: fn(&Bond) -> (usize, usize),
) -> Option<Option<usize>> {
    let bond = |at: usize| {
        bonds
            .iter()
            .position(|bond| (side(bond).0..side(bond).1).contains(&at))
    };
    let mut names = words
        .iter()
        .enumerate()
        .filter(|(_, word)| word.weights[0] >= 50);
    let found = names.find(|(at, word)| word.part != Part::Common || bond(*at).is_some());
    found.map(|(at, _)| bond(at))
}

/// Whether the words stand in the same order in both names: then one more before them is
/// a child's (Uday, son of Saddam Hussein).
fn in_order(bonds: &[Bond]) -> bool {
    let mut places: Vec<(usize, usize)> =
        bonds.iter().map(|bond| (bond.from.0, bond.to.0)).collect();
    places.sort_unstable();
    places.is_sorted_by_key(|(_, to)| *to)
}

/// What a likeness counts: half as much again is lost as sounds differ.
fn credit(likeness: u32) -> u64 {
    let lost = u64::from(1000 - likeness) * LOSS / 100;
    1000_u64.saturating_sub(lost)
}
