//! A name taken apart: its readings (aliases in brackets, other scripts beside it, the
//! family name before a comma) and the words of each, ready to be compared.

use std::sync::Arc;

use super::fold::folded;
use super::readings::parts;
use super::romanise::{Script, sounds};
use super::sounds::{Sound, Spoken};
use super::words::{Part, known};

/// Most words of a name that are looked at.
pub(super) const MOST_WORDS: usize = 32;

/// What bears a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Person,
    Organisation,
    /// Ships, aircraft, and what a list does not say.
    Other,
}

/// A name, ready to be compared.
#[derive(Debug, Clone)]
pub struct Name {
    pub(super) readings: Vec<Reading>,
    pub(super) folded: String,
}

/// One way to read a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Reading {
    pub words: Vec<Arc<Word>>,
    /// Told by the kind, or by a word such as "foundation".
    pub organisation: bool,
}

/// A word of a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Word {
    pub text: String,
    pub part: Part,
    /// The known word that this is a spelling of.
    pub known: Option<u16>,
    pub open: bool,
    pub sounds: Spoken,
    /// The same with an article that may belong to it, or without; without "abd".
    pub other: Spoken,
    /// Whether it begins with "abd".
    pub servant: bool,
    /// What it counts in the name of a person and of an organisation, in hundredths.
    pub weights: [u32; 2],
}

impl Name {
    /// Takes a name apart. Without a kind, its words tell.
    pub fn new(text: &str, kind: Option<Kind>) -> Self {
        let mut readings: Vec<Reading> = Vec::new();
        for part in parts(text) {
            let parted = kind != Some(Kind::Person);
            let joined = parted.then(|| letters_joined(&part)).flatten();
            for text in std::iter::once(part).chain(joined) {
                let reading = Reading::new(&text, kind);
                if !reading.words.is_empty() && !readings.contains(&reading) {
                    readings.push(reading);
                }
            }
        }
        Self {
            readings,
            folded: folded(text),
        }
    }
}

impl Reading {
    fn new(text: &str, kind: Option<Kind>) -> Self {
        let organisation = match kind {
            Some(Kind::Person) => false,
            Some(_) => true,
            None => is_organisation(&folded(text)),
        };
        let turned = if organisation { None } else { turned(text) };
        let folded = folded(turned.as_deref().unwrap_or(text));
        let texts = joined(
            folded.split(' ').filter(|word| !word.is_empty()),
            organisation,
        );
        Self {
            words: words(&texts)
                .into_iter()
                .take(MOST_WORDS)
                .map(Arc::new)
                .collect(),
            organisation,
        }
    }
}

/// Whether the words tell an organisation: what one is or is for, or two of the words
/// that are names too.
fn is_organisation(folded: &str) -> bool {
    let parts = folded
        .split(' ')
        .filter_map(|word| lookup(word).map(|(_, part)| part));
    let count = parts.map(|part| match part {
        Part::Body | Part::Legal | Part::Cause | Part::Phrase => 2,
        Part::Field | Part::Place => 1,
        _ => 0,
    });
    count.sum::<u32>() > 1
}

/// `LAST, First` as it is spoken.
fn turned(text: &str) -> Option<String> {
    let (last, first) = text.split_once(',')?;
    let plain = !first.contains(',') && !first.trim().is_empty() && !last.trim().is_empty();
    plain.then(|| format!("{first} {last}"))
}

/// Most single letters that belong to the word after them.
const PARTED: usize = 2;

/// The plain form with the letters that it begins with joined to its only name: they may
/// have been parted from it by an apostrophe that became a space (B Tselem, B T Selem).
fn letters_joined(text: &str) -> Option<String> {
    let folded = folded(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let is_letter = |word: &&&str| {
        word.chars().count() == 1 && word.chars().all(char::is_alphabetic) && lookup(word).is_none()
    };
    let letters = words.iter().take_while(is_letter).count();
    let (name, rest) = words.get(letters..)?.split_first()?;
    let long = name.chars().count() > 2 && lookup(name).is_none();
    let only = rest.iter().all(|word| lookup(word).is_some());
    let fits = (1..=PARTED).contains(&letters) && long && only;
    fits.then(|| format!("{} {}", words[..=letters].concat(), rest.join(" ")))
}

/// Single letters in a row are one abbreviation in names of organisations (T.M.G.).
fn joined<'a>(words: impl Iterator<Item = &'a str>, organisation: bool) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    let mut run = false;
    for word in words {
        let single = word.chars().count() == 1;
        match texts.last_mut() {
            Some(last) if single && run && organisation => last.push_str(word),
            _ => texts.push(word.to_owned()),
        }
        run = single;
    }
    texts
}

/// A folded word among those that are known, with or without the Arabic or Hebrew
/// article and conjunction.
fn lookup(word: &str) -> Option<(u16, Part)> {
    const BEFORE: [&str; 10] = ["وال", "ال", "لل", "بال", "و", "ה", "ול", "ו", "al", "el"];
    let bare = BEFORE.iter().filter_map(|before| word.strip_prefix(before));
    // "Ansarul", "Harakatul": the article of the next word.
    let bare = bare.chain(word.strip_suffix("ul"));
    let long = bare.filter(|rest| rest.chars().count() > 2);
    let found = std::iter::once(word).chain(long).find_map(known)?;
    Some((found.word, found.part))
}

/// What a form of address behind the name counts.
const LATE_TITLE: u32 = 30;

/// The words of a name, "abd" and what it belongs to as one.
fn words(texts: &[String]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut servant = false;
    for text in texts {
        let found = lookup(text);
        match found {
            Some((_, Part::Article)) if servant => {}
            Some((_, Part::Servant)) => servant = true,
            _ if servant => {
                words.push(Word::servant_of(text));
                servant = false;
            }
            _ => words.push(Word::new(text, found)),
        }
    }
    if servant {
        words.push(Word::new("abd", None));
    }
    // Behind a name a form of address has become one (Abdul Manan Agha).
    for word in words.iter_mut().skip_while(|word| word.is_address()) {
        if word.part == Part::Title {
            word.weights[0] = LATE_TITLE;
        }
    }
    words
}

impl Word {
    fn new(text: &str, found: Option<(u16, Part)>) -> Self {
        if let (None, Some(rest)) = (found, after_abd(text)) {
            return Self::servant_of(rest);
        }
        // Kh. and Sh. are initials too.
        let single = matches!(text, "kh" | "sh" | "gh" | "th" | "ch") || text.chars().count() == 1;
        let single = single && !text.starts_with(|c: char| c.is_numeric());
        let part = match found {
            Some((_, part)) => part,
            None if single => Part::Initial,
            None => Part::Own,
        };
        let script = Script::of_word(text);
        let (full, bare) = (sounds(text), without_article(text, script).map(sounds));
        let (sounds, other) = match bare {
            // In Arabic and Hebrew the article is mostly one; in Latin mostly not.
            Some(bare) if script.is_open() => (bare, full),
            bare => (full, bare.unwrap_or_default()),
        };
        Self {
            text: text.to_owned(),
            part,
            known: found.map(|(word, _)| word),
            open: script.is_open(),
            sounds: sounds.into(),
            other: other.into(),
            servant: false,
            weights: part.weights(),
        }
    }

    /// Abd and whose servant: Abd al-Rahman, Abdurrahman, عبدالرحمن.
    fn servant_of(whose: &str) -> Self {
        let script = Script::of_word(whose);
        let whose = if script.is_open() {
            without_article(whose, script).unwrap_or(whose)
        } else {
            whose
        };
        let mut all = vec![Sound::A, Sound::B, Sound::D];
        let whose_sounds = sounds(strip_l(whose));
        all.extend(&whose_sounds);
        Self {
            text: format!("abd {whose}"),
            part: Part::Own,
            known: None,
            open: script.is_open(),
            sounds: all.into(),
            other: whose_sounds.into(),
            servant: true,
            weights: Part::Own.weights(),
        }
    }

    /// Whether it only joins others.
    pub fn is_small(&self) -> bool {
        matches!(
            self.part,
            Part::Article | Part::Particle | Part::Link | Part::Phrase
        )
    }

    /// Whether it only addresses or joins.
    pub fn is_address(&self) -> bool {
        self.part == Part::Title || self.is_small()
    }

    /// Its letters, when it can be an abbreviation.
    pub fn abbreviation(&self) -> Option<&str> {
        let fits =
            self.part == Part::Own && (3..=6).contains(&self.text.len()) && self.text.is_ascii();
        fits.then_some(self.text.as_str())
    }
}

/// "allah" after "abd" is "llah" with the article in it.
fn strip_l(whose: &str) -> &str {
    match whose
        .strip_prefix("al")
        .or_else(|| whose.strip_prefix("ul"))
    {
        Some(rest) if rest.starts_with('l') => rest,
        _ => whose,
    }
}

/// The rest of a word that begins with abd and an article.
fn after_abd(word: &str) -> Option<&str> {
    if let Some(rest) = word.strip_prefix("عبد") {
        return (rest.chars().count() > 2).then_some(rest);
    }
    let rest = word.strip_prefix("abd")?;
    let rest = rest.trim_start_matches(['a', 'e', 'i', 'o', 'u']);
    let mut letters = rest.chars();
    let (first, second) = (letters.next()?, letters.next()?);
    let bare = match first {
        'l' => &rest[1..],
        _ if first == second => &rest[first.len_utf8()..],
        _ => rest,
    };
    (bare.chars().count() > 1).then_some(bare)
}

/// The word without an article that is written on to it.
fn without_article(word: &str, script: Script) -> Option<&str> {
    let (articles, least): (&[&str], usize) = match script {
        Script::Arabic => (&["وال", "بال", "ال", "لل"], 2),
        Script::Hebrew => (&["ה"], 3),
        Script::Latin => (&["al", "el", "ul"], 4),
        Script::Other => (&[], 0),
    };
    let rest = articles
        .iter()
        .find_map(|article| word.strip_prefix(article))?;
    (rest.chars().count() >= least).then_some(rest)
}
