//! What documents call by its name is there.

use crate::words::is_word;

/// Names of tests, settings and functions between backticks: words of small letters
/// joined by underscores.
pub fn names(text: &str) -> Vec<String> {
    let quoted = text.split('`').skip(1).step_by(2);
    let is_name = |word: &&str| {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        word.contains('_') && word.chars().all(plain)
    };
    quoted.filter(is_name).map(str::to_owned).collect()
}

/// Every word of a source.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| !is_word(c)).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_between_backticks() {
        let text = "a `first_name` and second_name, `src/x_y.rs`, `Third_name`, `sign_in`";
        assert_eq!(names(text), ["first_name", "sign_in"]);
    }
}
