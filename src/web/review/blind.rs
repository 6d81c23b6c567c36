//! Reviewing without knowing who applies: what a reviewer is shown instead.

use crate::domain::answers::Answers;
use crate::domain::blind::Mask;
use crate::i18n::Locale;

/// Covers names by a word in the reader's language.
pub fn mask(t: Locale, names: Vec<String>) -> Mask {
    Mask::new(names, t.say("phase-applicant"))
}

/// Answers with names covered and files numbered.
pub fn covered(t: Locale, mask: &Mask, answers: &Answers) -> Answers {
    mask.answers(answers, &|number| t.with("phase-file", "number", number))
}

/// "Reviewer A", "Reviewer B"; after Z come numbers.
pub fn reviewer(t: Locale, place: usize) -> String {
    let letter = u8::try_from(place).ok().filter(|place| *place < 26);
    let name = match letter {
        Some(place) => char::from(b'A' + place).to_string(),
        None => (place + 1).to_string(),
    };
    t.with("review-other", "letter", name)
}
