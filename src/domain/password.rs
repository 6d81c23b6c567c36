//! Whether a new password is hard enough to guess. It needs no signs or capitals: how many
//! guesses it takes is estimated by zxcvbn, which knows common passwords, words, names,
//! dates, keyboards and repeats.

use zxcvbn::feedback::Warning;
use zxcvbn::{Score, zxcvbn};

use super::Message;

/// Fewest characters of a password.
pub const PASSWORD_LEAST: usize = 12;
/// Most characters of a password: long passphrases fit, megabytes don't.
pub const PASSWORD_MOST: usize = 256;
/// Letters from which on a word that is told of somebody counts as one.
const WORD_LEAST: usize = 4;
/// The program's own name, which everybody sees.
const SERVICE: &str = "evenhand";

/// Checks a new password: long enough, and a hundred million guesses or more even for
/// somebody who knows what is told anyway: the person's name and address, their
/// organisations, the programmes. The words of these texts count for nothing.
pub fn check_password<'a>(
    password: &str,
    told: impl IntoIterator<Item = &'a str>,
) -> Result<(), Message> {
    let length = password.chars().count();
    if length < PASSWORD_LEAST {
        return Err(Message::new("error-password-short").with("least", PASSWORD_LEAST as i64));
    }
    if length > PASSWORD_MOST {
        return Err(Message::new("error-password-long").with("most", PASSWORD_MOST as i64));
    }
    let whole = password.to_lowercase();
    let rest = without(&whole, &words(told));
    let estimate = zxcvbn(&rest, &[]);
    if estimate.score() >= Score::Three {
        return Ok(());
    }
    if rest != whole {
        return Err(Message::new("error-password-told"));
    }
    let warning = estimate.feedback().and_then(|feedback| feedback.warning());
    Err(Message::new(warning.map_or("error-password-known", advice)))
}

/// The words of texts, longest first, so that none hides part of a longer one.
fn words<'a>(told: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let texts = told.into_iter().chain([SERVICE]).map(str::to_lowercase);
    let mut words: Vec<String> = Vec::new();
    for text in texts {
        let parts = text.split(|c: char| !c.is_alphanumeric());
        let long = parts.filter(|part| part.chars().count() >= WORD_LEAST);
        words.extend(long.map(str::to_owned));
    }
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words
}

/// What is left of a password without these words; as it was when it has none of them.
fn without(password: &str, words: &[String]) -> String {
    if !words.iter().any(|word| password.contains(word.as_str())) {
        return password.to_owned();
    }
    let rest = words.iter().fold(password.to_owned(), |rest, word| {
        rest.replace(word.as_str(), " ")
    });
    rest.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The message that says what makes it easy, and what to do.
fn advice(warning: Warning) -> &'static str {
    match warning {
        Warning::StraightRowsOfKeysAreEasyToGuess
        | Warning::ShortKeyboardPatternsAreEasyToGuess => "error-password-keys",
        Warning::RepeatsLikeAaaAreEasyToGuess
        | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => "error-password-repeats",
        Warning::SequencesLikeAbcAreEasyToGuess => "error-password-sequence",
        Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess => {
            "error-password-date"
        }
        Warning::AWordByItselfIsEasyToGuess => "error-password-word",
        Warning::NamesAndSurnamesByThemselvesAreEasyToGuess
        | Warning::CommonNamesAndSurnamesAreEasyToGuess => "error-password-name",
        Warning::ThisIsATop10Password
        | Warning::ThisIsATop100Password
        | Warning::ThisIsACommonPassword
        | Warning::ThisIsSimilarToACommonlyUsedPassword => "error-password-common",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOLD: [&str; 4] = [
        "rana.haddad@example.org",
        "Rana Haddad",
        "Olive Press Collective",
        "Fast grants for human rights",
    ];

    fn refusal(password: &str) -> Option<&'static str> {
        check_password(password, TOLD)
            .err()
            .map(|message| message.key)
    }

    #[test]
    fn words_are_enough_in_any_script() {
        for password in [
            "correct horse battery",
            "كلمة سر طويلة جدا",
            "חלון ירוק מתחת לגשר",
            "a new password for the winter",
            "olive trees by the old road",
            "kY7#mQ2!vL9x",
        ] {
            assert_eq!(refusal(password), None, "{password}");
        }
    }

    #[test]
    fn what_makes_it_easy_is_said() {
        for (password, key) in [
            ("short", "error-password-short"),
            ("passwordpassword", "error-password-repeats"),
            ("aaaaaaaaaaaaaa", "error-password-repeats"),
            ("Password1234", "error-password-common"),
            ("qwertyuiop123", "error-password-common"),
            ("abcdefghijkl", "error-password-sequence"),
        ] {
            assert_eq!(refusal(password), Some(key), "{password}");
        }
        assert_eq!(refusal(&"long ".repeat(60)), Some("error-password-long"));
    }

    #[test]
    fn what_is_told_anyway_counts_for_nothing() {
        for password in [
            "Rana@example.org",
            "RanaHaddad2026",
            "olive press 2026!",
            "human rights grants",
            "evenhand1234",
        ] {
            assert_eq!(refusal(password), Some("error-password-told"), "{password}");
        }
        let none: [&str; 0] = [];
        assert!(check_password("rana haddad of the olives", none).is_ok());
    }
}
