//! Code names: by what everybody but its own people knows a confidential organisation.
//! Two everyday words that can be said on the telephone, the same in every language;
//! drawn, so that they tell nothing of whom they stand for.

use std::collections::BTreeSet;
use std::fmt;

/// Words that belong to no people, place, party or faith; no flag has their colours.
const FIRST: [&str; 48] = [
    "Amber", "Ashen", "Azure", "Birch", "Bronze", "Calm", "Chalk", "Clear", "Coral", "Cotton",
    "Crystal", "Dapple", "Early", "Ember", "Fern", "Flint", "Gentle", "Ginger", "Granite", "Hazel",
    "Indigo", "Ivory", "Jade", "Late", "Linen", "Lunar", "Maple", "Marble", "Mellow", "Misty",
    "Nimble", "Onyx", "Opal", "Pearl", "Quartz", "Quick", "Russet", "Saffron", "Silver", "Slate",
    "Spruce", "Steady", "Teal", "Umber", "Velvet", "Willow", "Woollen", "Zephyr",
];
const SECOND: [&str; 48] = [
    "Basin", "Beacon", "Bell", "Brook", "Button", "Candle", "Canvas", "Compass", "Cove", "Crane",
    "Delta", "Drum", "Echo", "Feather", "Ferry", "Finch", "Garnet", "Harbour", "Heron", "Kettle",
    "Kite", "Ladder", "Lantern", "Lark", "Loom", "Magnet", "Meadow", "Mill", "Needle", "Otter",
    "Paddle", "Pebble", "Pencil", "Plum", "Prism", "Quill", "Raft", "Ribbon", "Robin", "Saddle",
    "Sail", "Shell", "Spindle", "Swift", "Thimble", "Tile", "Wagon", "Wren",
];

/// The name of one confidential organisation, such as “Amber Lantern”; no other of the
/// installation has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeName(String);

impl CodeName {
    /// As it was kept; nothing where none was.
    pub fn kept(text: String) -> Option<Self> {
        (!text.is_empty()).then_some(Self(text))
    }

    /// The first pair of words that is not taken, from a place on that was drawn at
    /// random; when all are taken, with a figure behind it.
    pub fn free(drawn: u32, taken: &BTreeSet<String>) -> Self {
        let pairs = FIRST.len() * SECOND.len();
        let start = usize::try_from(drawn).unwrap_or(0) % pairs;
        let mut step = 0;
        loop {
            let name = Self::of((start + step) % pairs, step / pairs + 1);
            if !taken.contains(name.as_str()) {
                return name;
            }
            step += 1;
        }
    }

    /// Of the pair at a place, the figure from the second turn on.
    fn of(pair: usize, turn: usize) -> Self {
        let first = FIRST.get(pair / SECOND.len()).copied().unwrap_or_default();
        let second = SECOND.get(pair % SECOND.len()).copied().unwrap_or_default();
        Self(match turn {
            0 | 1 => format!("{first} {second}"),
            turn => format!("{first} {second} {turn}"),
        })
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CodeName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_pair_is_given_once_before_any_has_a_figure() {
        let mut taken = BTreeSet::new();
        for _ in 0..FIRST.len() * SECOND.len() {
            let name = CodeName::free(7, &taken);
            assert!(
                name.as_str()
                    .chars()
                    .all(|c| c.is_ascii_alphabetic() || c == ' ')
            );
            assert!(taken.insert(name.to_string()), "{name} twice");
        }
        let next = CodeName::free(7, &taken);
        assert_eq!(next.as_str(), "Amber Compass 2");
        taken.insert(next.to_string());
        assert!(CodeName::free(7, &taken).as_str().ends_with(" 2"));
    }

    #[test]
    fn words_stand_once() {
        let all: BTreeSet<&str> = FIRST.iter().chain(&SECOND).copied().collect();
        assert_eq!(all.len(), FIRST.len() + SECOND.len());
    }

    #[test]
    fn nothing_kept_is_no_name() {
        assert_eq!(CodeName::kept(String::new()), None);
        let kept = CodeName::kept("Amber Bell".to_owned());
        assert_eq!(
            kept.map(|name| name.to_string()),
            Some("Amber Bell".to_owned())
        );
    }

    proptest! {
        #[test]
        fn whatever_is_drawn_gives_two_words(drawn: u32) {
            let name = CodeName::free(drawn, &BTreeSet::new());
            prop_assert_eq!(name.as_str().split(' ').count(), 2);
        }
    }
}
