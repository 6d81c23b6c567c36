//! The readings that a written name holds: its aliases in brackets or behind a slash, and
//! the same name in another script.

use super::romanise::Script;

/// The readings of a text: both sides of a slash or semicolon, what stands in brackets
/// if it can be a name by itself, and each script alone.
pub fn parts(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for piece in text.split([';', '|']).flat_map(|piece| piece.split(" / ")) {
        let (outside, inside) = brackets(piece);
        let alone = |text: &&String| {
            let several = text.split_whitespace().count() > 1;
            several || is_abbreviation(text) || scripts(text) != scripts(&outside)
        };
        let inside: Vec<String> = inside.into_iter().filter(|text| alone(&text)).collect();
        for text in std::iter::once(outside.clone()).chain(inside) {
            let several = by_script(&text);
            if several.len() > 1 {
                found.extend(several);
            } else {
                found.push(text);
            }
        }
    }
    found.retain(|text| text.chars().any(char::is_alphanumeric));
    found
}

/// The text without what stands in brackets, and what stands in them.
fn brackets(text: &str) -> (String, Vec<String>) {
    let (mut outside, mut inside, mut depth) = (String::new(), Vec::new(), 0_usize);
    for c in text.chars() {
        match c {
            '(' | '[' | '（' => {
                depth += 1;
                outside.push(' ');
                inside.push(String::new());
            }
            ')' | ']' | '）' => depth = depth.saturating_sub(1),
            c if depth == 0 => outside.push(c),
            c => inside.iter_mut().for_each(|text| text.push(c)),
        }
    }
    if outside.chars().any(char::is_alphanumeric) {
        (outside, inside)
    } else {
        (text.to_owned(), Vec::new())
    }
}

fn scripts(text: &str) -> Vec<Script> {
    let mut scripts: Vec<Script> = text.chars().filter_map(Script::of).collect();
    scripts.sort_unstable();
    scripts.dedup();
    scripts
}

/// The words of each script apart, where a name is written in several.
fn by_script(text: &str) -> Vec<String> {
    let scripts = scripts(text);
    let of = |script: &Script| -> String {
        let words = text.split_whitespace();
        let own = words.filter(|word| Script::of_word(word) == *script);
        own.collect::<Vec<_>>().join(" ")
    };
    let several: Vec<String> = scripts.iter().map(of).collect();
    several
        .into_iter()
        .filter(|text| text.chars().count() > 2)
        .collect()
}

/// Whether a text is one word of three to eight capitals, with or without dots.
fn is_abbreviation(text: &str) -> bool {
    let letters = || text.trim().chars().filter(|c| *c != '.');
    letters().all(|c| c.is_ascii_uppercase()) && (3..=8).contains(&letters().count())
}
