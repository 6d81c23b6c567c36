//! What changed between two texts, word by word. Nothing is lost: the pieces hold
//! all of both texts, to the last space.

use similar::{Algorithm, ChangeTag, TextDiff};

/// A piece of two texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// In both.
    Same(String),
    /// Only in the first.
    Removed(String),
    /// Only in the second.
    Added(String),
}

/// More words than this, and texts are compared line by line first: the work
/// grows with the product of the differences.
const WORDS: usize = 6_000;

/// The pieces of two texts, in order; where one replaces another, what was
/// removed comes first.
pub fn words(first: &str, second: &str) -> Vec<Piece> {
    let longest = first.len().max(second.len());
    let mut config = TextDiff::configure();
    let config = config.algorithm(Algorithm::Myers);
    // A word is rarely shorter than three bytes with its space.
    let pieces = if longest / 3 <= WORDS {
        pieces(&config.diff_unicode_words(first, second))
    } else {
        pieces(&config.diff_lines(first, second))
    };
    readable(pieces)
}

fn pieces(diff: &TextDiff<'_, '_, str>) -> Vec<Piece> {
    let changes = diff.iter_all_changes();
    changes
        .map(|change| {
            let text = change.value().to_owned();
            match change.tag() {
                ChangeTag::Equal => Piece::Same(text),
                ChangeTag::Delete => Piece::Removed(text),
                ChangeTag::Insert => Piece::Added(text),
            }
        })
        .collect()
}

/// Joins what belongs together: a space that stayed between two replacements is
/// part of them, so that a rewritten phrase reads as one.
fn readable(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut joined = Joined::default();
    for piece in pieces {
        match piece {
            Piece::Removed(text) => {
                joined.bridge();
                joined.removed.push_str(&text);
            }
            Piece::Added(text) => {
                joined.bridge();
                joined.added.push_str(&text);
            }
            Piece::Same(text) => {
                joined.gap.push_str(&text);
                if !text.chars().all(|c| c == ' ') {
                    joined.flush();
                }
            }
        }
    }
    joined.flush();
    joined.done
}

/// The change that is being read, and what stayed after it.
#[derive(Default)]
struct Joined {
    done: Vec<Piece>,
    removed: String,
    added: String,
    gap: String,
}

impl Joined {
    /// Another change follows: the gap belongs to both when both replace.
    fn bridge(&mut self) {
        if self.gap.is_empty() {
            return;
        }
        if self.removed.is_empty() || self.added.is_empty() {
            self.flush();
        } else {
            self.removed.push_str(&self.gap);
            self.added.push_str(&self.gap);
            self.gap.clear();
        }
    }

    fn flush(&mut self) {
        let [removed, added, gap] =
            [&mut self.removed, &mut self.added, &mut self.gap].map(std::mem::take);
        if !removed.is_empty() {
            self.done.push(Piece::Removed(removed));
        }
        if !added.is_empty() {
            self.done.push(Piece::Added(added));
        }
        match self.done.last_mut() {
            Some(Piece::Same(last)) => last.push_str(&gap),
            _ if gap.is_empty() => (),
            _ => self.done.push(Piece::Same(gap)),
        }
    }
}

/// The first text of some pieces, and the second.
pub fn texts(pieces: &[Piece]) -> (String, String) {
    let (mut first, mut second) = (String::new(), String::new());
    for piece in pieces {
        match piece {
            Piece::Same(text) => {
                first.push_str(text);
                second.push_str(text);
            }
            Piece::Removed(text) => first.push_str(text),
            Piece::Added(text) => second.push_str(text),
        }
    }
    (first, second)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn same(text: &str) -> Piece {
        Piece::Same(text.to_owned())
    }

    fn removed(text: &str) -> Piece {
        Piece::Removed(text.to_owned())
    }

    fn added(text: &str) -> Piece {
        Piece::Added(text.to_owned())
    }

    #[test]
    fn words_are_compared_in_every_script() {
        assert_eq!(
            words("The office is open.", "The office was sealed."),
            [
                same("The office "),
                removed("is open"),
                added("was sealed"),
                same(".")
            ]
        );
        assert_eq!(
            words("أُغلق المكتب أمس", "أُغلق المكتب اليوم"),
            [same("أُغلق المكتب "), removed("أمس"), added("اليوم")]
        );
        assert_eq!(
            words("המשרד פתוח", "המשרד פתוח תמיד"),
            [same("המשרד פתוח"), added(" תמיד")]
        );
        assert_eq!(words("", "new"), [added("new")]);
        assert_eq!(words("same", "same"), [same("same")]);
        assert_eq!(words("", ""), []);
    }

    #[test]
    fn a_phrase_that_was_written_anew_reads_as_one() {
        assert_eq!(
            words("we train ten judges now", "we pay two lawyers now"),
            [
                same("we "),
                removed("train ten judges"),
                added("pay two lawyers"),
                same(" now")
            ]
        );
    }

    #[test]
    fn texts_too_long_for_words_are_compared_by_line() {
        let first: String = (0..3_000).map(|n| format!("line {n} of it\n")).collect();
        let second = first.replace("line 7 of", "line seven of");
        let found = words(&first, &second);
        assert_eq!(texts(&found), (first, second));
        assert_eq!(found.len(), 4);
    }

    fn text() -> impl Strategy<Value = String> {
        let word = prop_oneof![
            6 => "(a|b|one|two|أمس|اليوم|קצר|é|1,250|\u{200F})",
            2 => "[ \n.,]{1,3}",
            1 => "\\PC{0,4}",
        ];
        proptest::collection::vec(word, 0..30).prop_map(|words| words.join(" "))
    }

    proptest! {
        #[test]
        fn nothing_is_lost(first in text(), second in text()) {
            let found = words(&first, &second);
            prop_assert_eq!(texts(&found), (first.clone(), second.clone()));
            let changed = found.iter().any(|piece| !matches!(piece, Piece::Same(_)));
            prop_assert_eq!(changed, first != second);
        }
    }
}
