//! A section as applicants see it, with nothing answered: for those who write
//! forms. Nothing of it can be saved.

use super::fields::{Asked, Asking};
use crate::domain::answers::Posted;
use crate::domain::form::{Question, Section};
use crate::domain::{Currency, Problems};
use crate::i18n::Locale;

/// A section with its controls.
pub struct SampleSection {
    pub title: String,
    pub intro: String,
    pub blocks: Vec<Asked>,
}

/// A section in a language, amounts in a currency.
pub fn sample(t: Locale, section: &Section, currency: Currency) -> SampleSection {
    let (posted, problems) = (Posted::default(), Problems::default());
    let asking = Asking {
        t,
        currency,
        posted: &posted,
        problems: &problems,
        add: "",
        overtaken: None,
    };
    let questions: Vec<&Question> = section.questions.iter().collect();
    SampleSection {
        title: section.title.get(t.language()).to_owned(),
        intro: section.intro.get(t.language()).to_owned(),
        blocks: asking.questions(&questions),
    }
}
