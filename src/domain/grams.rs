//! Grams: the runs of three letters in a text. A name that has another text in it has all
//! grams of that text, so an index of grams leads to it.

use std::collections::BTreeSet;

/// Letters of a gram.
const LONG: usize = 3;

/// Stands between names. No gram reaches over it.
const BETWEEN: char = '/';

/// What an organisation is searched by that stands under no code name: its names in the
/// order of their columns. The database says the same where it looks for what has no grams.
pub fn searched(names: [&str; 3]) -> String {
    names.join(&BETWEEN.to_string())
}

/// Each gram of a text once.
pub fn grams(text: &str) -> BTreeSet<String> {
    in_order(text).into_iter().collect()
}

/// At most three grams, from all over a text that is looked for; none where it is short.
pub fn spread(text: &str) -> Vec<String> {
    let all = in_order(text);
    let last = all.len().saturating_sub(1);
    let mut places = vec![0, last / 2, last];
    places.dedup();
    let some = places.into_iter().filter_map(|place| all.get(place));
    some.cloned().collect()
}

fn in_order(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    for name in text.split(BETWEEN) {
        let letters: Vec<char> = name.chars().filter_map(small).collect();
        all.extend(
            letters
                .windows(LONG)
                .map(|run| run.iter().collect::<String>()),
        );
    }
    all
}

/// A letter so that whatever makes letters small makes the same of it: databases do it
/// letter by letter, or leave all but English ones; Rust looks at where a sigma stands, and
/// makes two of "İ", of which others make one.
fn small(letter: char) -> Option<char> {
    match letter.to_lowercase().next()? {
        'ς' => Some('σ'),
        '\u{307}' => None,
        small => Some(small),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_the_grams_of_every_text_that_is_in_it() {
        let name = searched(["Olive Press", "معصرة الزيتون", "בית הבד"]);
        let all = grams(&name);
        for text in ["OLIVE", "ive pr", "صرة ال", "הבד", "press"] {
            let some = spread(text);
            assert!(!some.is_empty() && some.iter().all(|gram| all.contains(gram)));
        }
        for text in ["olives", "house", "زيتونة"] {
            assert!(
                spread(text).iter().any(|gram| !all.contains(gram)),
                "{text}"
            );
        }
        assert!(!all.iter().any(|gram| gram.contains('/')));
    }

    #[test]
    fn those_of_a_text_are_few_and_none_of_a_short_one() {
        assert_eq!(spread("abcdefg"), ["abc", "cde", "efg"]);
        assert_eq!(spread("abcd"), ["abc", "bcd"]);
        assert_eq!(spread("abc"), ["abc"]);
        for short in ["", "ab", "ab/cd"] {
            assert_eq!(spread(short), [""; 0], "{short}");
        }
        assert_eq!(grams("aaaa").len(), 1);
    }

    /// PostgreSQL makes "istanbul" and "οδοσ" of these, SQLite leaves them, Rust makes
    /// "i̇stanbul" and "οδος".
    #[test]
    fn however_letters_are_made_small_the_grams_are_the_same() {
        for (name, others) in [
            ("İSTANBUL", ["istanbul", "i\u{307}stanbul"]),
            ("ΟΔΟΣ", ["οδοσ", "οδος"]),
            ("ÉCOLE", ["école", "École"]),
        ] {
            for other in others {
                assert_eq!(grams(other), grams(name), "{name}");
            }
        }
    }
}
