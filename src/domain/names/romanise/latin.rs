//! Latin letters as sounds, whichever tradition transcribed the name: English (sh, oo,
//! ee), French (ch, ou, dj), German (sch, tsch), Malay (sy). Cyrillic and Greek are spelled in Latin
//! first, and so is every script that has no reader of its own.

use super::super::sounds::Sound::{self, *};
use super::semitic::digit;

/// Letters that are read together, longest first.
const TOGETHER: &[(&str, &[Sound])] = &[
    ("tsch", &[Ch]),
    ("dzh", &[J]),
    ("sch", &[Sh]),
    ("tch", &[Ch]),
    ("sh", &[Sh]),
    ("ch", &[Ch]),
    ("kh", &[Kh]),
    ("gh", &[Gh]),
    ("th", &[Th]),
    ("dh", &[Dh]),
    ("zh", &[Zh]),
    ("sya", &[Sh, A]),
    ("syi", &[Sh, I]),
    ("syu", &[Sh, U]),
    ("tj", &[Ch]),
    ("ph", &[F]),
    ("dj", &[J]),
    ("dz", &[Z]),
    ("ts", &[Ts]),
    ("tz", &[Ts]),
    ("ck", &[K]),
    ("qu", &[Q, U]),
    ("gue", &[G, E]),
    ("gui", &[G, I]),
    ("oo", &[U]),
    ("ou", &[U]),
    ("ee", &[I]),
    ("ie", &[I]),
    ("aa", &[A]),
    ("ii", &[I]),
    ("uu", &[U]),
    ("ow", &[U]),
    ("bh", &[B]),
    ("rh", &[R]),
    ("ll", &[L]),
    ("x", &[K, S]),
];

/// Reads a folded Latin word.
pub fn read(word: &str) -> Vec<Sound> {
    let mut sounds = Vec::with_capacity(word.len());
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let together = TOGETHER
            .iter()
            .find(|(letters, _)| rest.starts_with(letters));
        let (length, read) = match together {
            Some((letters, read)) => (letters.len(), *read),
            None => (first.len_utf8(), &[][..]),
        };
        let after = &rest[length..];
        match (read, first) {
            ([], letter) => sounds.extend(single(letter, after)),
            // "Zarkaoui": before a vowel it is the consonant.
            ([U], _) if rest.starts_with('o') && begins_with_vowel(after) => sounds.push(W),
            // "Maria", "Musie": two vowels, no long one.
            (read, _) => sounds.extend(read),
        }
        rest = after;
    }
    sounds
}

fn begins_with_vowel(text: &str) -> bool {
    text.starts_with(['a', 'e', 'i', 'o', 'u', 'y'])
}

fn single(letter: char, after: &str) -> Option<Sound> {
    Some(match letter {
        'a' => A,
        'e' => E,
        'i' => I,
        'o' => O,
        'u' => U,
        'y' if begins_with_vowel(after) => Y,
        'y' => I,
        'w' if begins_with_vowel(after) => W,
        'w' => U,
        'c' if after.starts_with(['e', 'i', 'y']) => S,
        'c' | 'k' => K,
        'b' => B,
        'd' => D,
        'f' => F,
        'g' => G,
        'h' => H,
        'j' => J,
        'l' => L,
        'm' => M,
        'n' => N,
        'p' => P,
        'q' => Q,
        'r' => R,
        's' => S,
        't' => T,
        'v' => V,
        'z' => Z,
        other => return digit(other),
    })
}

/// A word of another script in Latin letters.
pub fn transliterated(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        match cyrillic(c).or_else(|| greek(c)) {
            Some(text) => out.push_str(text),
            None => out.extend(
                any_ascii::any_ascii_char(c)
                    .chars()
                    .flat_map(char::to_lowercase),
            ),
        }
    }
    out
}

/// Russian, Ukrainian, Serbian and Bulgarian letters, folded: short i is an i already.
fn cyrillic(c: char) -> Option<&'static str> {
    Some(match c {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'д' => "d",
        'ђ' | 'џ' => "dzh",
        'е' | 'э' | 'є' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'ы' | 'і' | 'ї' => "i",
        'ј' => "y",
        'к' => "k",
        'л' => "l",
        'љ' => "ly",
        'м' => "m",
        'н' => "n",
        'њ' => "ny",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'ћ' | 'ч' => "ch",
        'у' | 'ў' => "u",
        'ф' => "f",
        'х' | 'һ' => "kh",
        'ц' => "ts",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' => "",
        'ю' => "yu",
        'я' => "ya",
        'ғ' => "gh",
        'қ' => "q",
        'ң' => "n",
        'ө' => "o",
        'ү' | 'ұ' => "u",
        'ә' => "a",
        _ => return None,
    })
}

fn greek(c: char) -> Option<&'static str> {
    Some(match c {
        'α' => "a",
        'β' => "v",
        'γ' => "g",
        'δ' => "d",
        'ε' => "e",
        'ζ' => "z",
        'η' | 'ι' | 'υ' => "i",
        'θ' => "th",
        'κ' => "k",
        'λ' => "l",
        'μ' => "m",
        'ν' => "n",
        'ξ' => "ks",
        'ο' | 'ω' => "o",
        'π' => "p",
        'ρ' => "r",
        'σ' | 'ς' => "s",
        'τ' => "t",
        'φ' => "f",
        'χ' => "ch",
        'ψ' => "ps",
        _ => return None,
    })
}
