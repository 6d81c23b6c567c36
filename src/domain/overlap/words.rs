//! The words that a text is about, in the short form that inflected ones share.

use std::collections::{BTreeSet, HashSet};
use std::sync::LazyLock;

use crate::domain::names::folded;

/// Words that are in every text.
const EVERYWHERE: &str = "the of and for to in on at by with from this that will our their its is \
    are be as an or was were has have it they we these those into through who which \
    towards support project programme program grant funding fund costs \
    في من على الى إلى عن مع هذا هذه التي الذي ان أن و او ل ب دعم مشروع تمويل \
    של את על עם אל זה זו לא או גם כי אשר ב ל ה ו מ תמיכה פרויקט מימון";

static FOLDED: LazyLock<HashSet<String>> =
    LazyLock::new(|| EVERYWHERE.split_whitespace().map(folded).collect());

/// Most letters of a word that are looked at: endings and most inflections lie beyond.
const STEM: usize = 6;
/// Most words of a text that are looked at.
const MOST: usize = 60;
/// Most letters of a text that are looked at.
const MOST_LETTERS: usize = 1_500;

/// The words of a title and a description, shortened, each once, at most
/// 60: those of the title first.
pub fn words(title: &str, description: &str) -> BTreeSet<String> {
    let all = in_order(title).into_iter().chain(in_order(description));
    let mut found = BTreeSet::new();
    for word in all {
        if found.len() == MOST {
            break;
        }
        found.insert(word);
    }
    found
}

/// The words of a text in their order, shortened, each once.
pub fn in_order(text: &str) -> Vec<String> {
    let begin: String = text.chars().take(MOST_LETTERS).collect();
    let (folded, mut seen) = (folded(&begin), HashSet::new());
    let telling = folded
        .split(' ')
        .filter(|word| word.chars().count() > 2 && !FOLDED.contains(*word));
    let each = telling.map(stem).filter(|word| seen.insert(word.clone()));
    each.collect()
}

/// A word without article and conjunction (Arabic, Hebrew) and without what follows its
/// sixth letter; a plural's `s` goes as well.
fn stem(word: &str) -> String {
    const BEFORE: [&str; 8] = ["وال", "بال", "لل", "ال", "של", "וה", "ה", "ו"];
    let bare = BEFORE.iter().find_map(|before| {
        let rest = word.strip_prefix(before)?;
        (rest.chars().count() > 2).then_some(rest)
    });
    let word = bare.unwrap_or(word);
    let short: String = word.chars().take(STEM).collect();
    let single = short.strip_suffix('s').filter(|rest| rest.len() > 3);
    single.map_or_else(|| short.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflected_words_are_one() {
        let one = words("Legal aid for detainees", "");
        assert_eq!(one, words("legal AID, detainee", ""));
        assert_eq!(words("المحاكم", ""), words("محاكم", ""));
        assert_eq!(words("הצפייה במעצרים", "").len(), 2);
    }

    #[test]
    fn words_of_every_text_are_left_out() {
        assert!(words("Support for the project", "של דعم").len() <= 1);
        assert!(words("", "").is_empty());
    }
}
