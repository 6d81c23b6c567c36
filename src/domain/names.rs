//! Names made comparable: of people and organisations, in whatever script. Two
//! questions are answered here: whether two names are the same but for case, accents
//! and forms of letters ([`same_person`], [`same_organisation`]), and how far two names
//! could be spellings of one ([`compare`], `docs/names.md`). Says "possible", never who
//! somebody is.

mod align;
mod compare;
mod fold;
mod index;
mod keys;
mod kinds;
mod name;
mod readings;
mod romanise;
mod short;
mod sounds;
mod words;

pub use compare::{Comparison, Pair, THRESHOLD, compare};
pub use fold::folded;
pub use index::{Hit, Index};
pub use name::{Kind, Name};
pub use short::short;

/// Whether two names of people are the same whatever the order of their words. A
/// single word is too little to tell people apart and matches nobody.
pub fn same_person(one: &str, other: &str) -> bool {
    let words = |name: &str| {
        let folded = folded(name);
        let mut words: Vec<String> = folded.split(' ').map(str::to_owned).collect();
        words.sort();
        words
    };
    let (one, other) = (words(one), words(other));
    one.len() > 1 && one == other
}

/// Whether two names of organisations are the same; empty ones never are.
pub fn same_organisation(one: &str, other: &str) -> bool {
    let one = folded(one);
    !one.is_empty() && one == folded(other)
}

#[cfg(test)]
mod tests;
