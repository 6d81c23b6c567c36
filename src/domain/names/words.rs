//! Words that many names share, in several languages: articles, forms of address, legal
//! forms, "foundation", places. Spellings of one word count as the same, and such words
//! tell names apart less than others. Common nouns only; no name of anybody.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::fold::folded;

/// Kind and spellings, one word a line.
const WORDS: &str = include_str!("words.tsv");

/// What part a word plays in names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// al, el, ul …; belongs to the word that follows.
    Article,
    /// bin, ben, ould …
    Particle,
    /// abu, umm: the first half of a by-name.
    Kunya,
    /// abd: "servant of", never a name alone.
    Servant,
    /// Forms of address and ranks.
    Title,
    /// The one given name that tells least.
    Common,
    /// of, the, for: words of titles, which no person's name has.
    Phrase,
    /// et, und, wa …
    Link,
    /// Ltd, GmbH, amuta's abbreviation …
    Legal,
    /// What an organisation is: foundation, company, committee …
    Body,
    /// What it is for: relief, research, international …
    Cause,
    /// The same in words that are people's names too: peace (Salam), supporters (Ansar) …
    Field,
    /// Where it is.
    Place,
    /// A name.
    Own,
    /// A single letter.
    Initial,
}

impl Part {
    /// What a word of this part counts, in hundredths of a name, for a person and for an
    /// organisation.
    pub fn weights(self) -> [u32; 2] {
        match self {
            Self::Article => [0, 0],
            Self::Phrase | Self::Link => [10, 2],
            Self::Particle => [3, 10],
            Self::Title => [5, 30],
            Self::Kunya => [20, 20],
            Self::Initial => [25, 25],
            Self::Common => [50, 60],
            Self::Legal => [60, 5],
            Self::Body => [100, 15],
            Self::Cause => [100, 25],
            Self::Field => [100, 50],
            Self::Place => [100, 40],
            Self::Servant | Self::Own => [100, 100],
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "article" => Self::Article,
            "particle" => Self::Particle,
            "kunya" => Self::Kunya,
            "servant" => Self::Servant,
            "title" => Self::Title,
            "common" => Self::Common,
            "phrase" => Self::Phrase,
            "link" => Self::Link,
            "legal" => Self::Legal,
            "body" => Self::Body,
            "cause" => Self::Cause,
            "field" => Self::Field,
            "place" => Self::Place,
            _ => return None,
        })
    }
}

/// The word that a spelling belongs to, and the part it plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Known {
    pub word: u16,
    pub part: Part,
}

static KNOWN: LazyLock<HashMap<String, Known>> = LazyLock::new(|| {
    let mut known = HashMap::new();
    let lines = WORDS.lines().filter(|line| !line.starts_with('#'));
    for (word, line) in (0_u16..).zip(lines) {
        let Some((code, spellings)) = line.split_once('\t') else {
            continue;
        };
        let Some(part) = Part::from_code(code) else {
            continue;
        };
        for spelling in spellings.split_whitespace() {
            // The first line that has a spelling keeps it.
            let spelling = single(&folded(spelling).replace(' ', ""));
            known.entry(spelling).or_insert(Known { word, part });
        }
    }
    known
});

/// Looks a folded word up.
pub fn known(word: &str) -> Option<Known> {
    KNOWN.get(&single(word)).copied()
}

/// Doubled letters once: spellings differ in these most.
fn single(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}
