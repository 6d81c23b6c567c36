//! Words of any script as [`Sound`]s. Takes folded words. Arabic, Hebrew, Cyrillic, Greek
//! and Latin are read by rules of their own; other scripts through their usual
//! transliteration into Latin.

mod latin;
mod semitic;

use super::sounds::Sound;

/// What a word is written in, as far as reading it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Script {
    Latin,
    Arabic,
    Hebrew,
    /// Any other, after transliteration.
    Other,
}

impl Script {
    /// Whether it mostly leaves vowels out.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Arabic | Self::Hebrew)
    }

    /// The script of a letter; nothing for digits and signs.
    pub fn of(c: char) -> Option<Self> {
        match c {
            'a'..='z' | 'A'..='Z' | '\u{00C0}'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}' => {
                Some(Self::Latin)
            }
            '\u{0590}'..='\u{05FF}' | '\u{FB1D}'..='\u{FB4F}' => Some(Self::Hebrew),
            '\u{0600}'..='\u{06FF}'
            | '\u{0750}'..='\u{077F}'
            | '\u{FB50}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFE}' => c.is_alphabetic().then_some(Self::Arabic),
            other => other.is_alphabetic().then_some(Self::Other),
        }
    }

    /// The script of most letters of a word; Latin when it has none.
    pub fn of_word(word: &str) -> Self {
        word.chars().find_map(Self::of).unwrap_or(Self::Latin)
    }
}

/// How a folded word sounds.
pub fn sounds(word: &str) -> Vec<Sound> {
    let mut sounds = match Script::of_word(word) {
        Script::Arabic => semitic::arabic(word),
        Script::Hebrew => semitic::hebrew(word),
        Script::Latin => latin::read(word),
        Script::Other => latin::read(&latin::transliterated(word)),
    };
    sounds.dedup();
    if let [.., before, last @ Sound::H] = sounds.as_mut_slice()
        && *before as u8 <= Sound::Yod as u8
    {
        *last = Sound::FinalH;
    }
    sounds
}
