//! What an organisation is called for short: "Harf" for "Harf – Press Freedom Company",
//! "Al Waha" for "Al Waha Center for Women".

use super::fold::folded;
use super::words::{Part, known};

/// What stands between a short name and the rest.
const MARKS: [&str; 6] = [" – ", " — ", " - ", ": ", ", ", " ("];

/// Fewest letters of a first word that stands for the whole name.
const SHORTEST: usize = 4;

/// The short names of a name: what stands before a dash or the like; else its words up
/// to the first that many names share, and in Latin letters its first word.
pub fn short(name: &str) -> Vec<String> {
    let name = name.trim();
    if let Some(end) = MARKS.iter().filter_map(|mark| name.find(mark)).min() {
        return vec![name[..end].trim().to_owned()];
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let own = words.iter().take_while(|word| !is_shared(word)).count();
    if own == 0 || words.len() < 2 {
        return Vec::new();
    }
    let first = words.first().filter(|word| {
        word.starts_with(|c: char| c.is_ascii_uppercase()) && word.chars().count() >= SHORTEST
    });
    let run = (own < words.len()).then(|| words[..own].join(" "));
    let first = first.map(|word| (*word).to_owned());
    let mut found: Vec<String> = run.into_iter().chain(first).collect();
    found.dedup();
    found
}

/// Whether a word says what an organisation is rather than which.
fn is_shared(word: &str) -> bool {
    known(&folded(word)).is_some_and(|word| {
        matches!(
            word.part,
            Part::Phrase
                | Part::Link
                | Part::Legal
                | Part::Body
                | Part::Cause
                | Part::Field
                | Part::Place
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_shortened_as_people_do() {
        for (name, expected) in [
            ("Harf – Press Freedom Company", &["Harf"][..]),
            ("Two Chairs – Care for Defenders", &["Two Chairs"]),
            ("Mamarr Disability Rights", &["Mamarr Disability", "Mamarr"]),
            ("Al Waha Center for Women", &["Al Waha"]),
            ("Lubna Daliya", &["Lubna"]),
            ("Palestinian Centre for Human Rights", &[]),
            ("The Right to the Square", &[]),
            ("lubna@apply.example", &[]),
            ("", &[]),
        ] {
            assert_eq!(short(name), expected, "{name}");
        }
    }
}
