//! A section as applicants see it, with nothing answered: for those who write
//! forms. Nothing of it can be saved.

use super::fields::{Asked, Asking, Block};
use crate::domain::answers::{Answers, Posted};
use crate::domain::form::{Question, QuestionKind, Section};
use crate::domain::rate::Currencies;
use crate::domain::{Currency, Problems};
use crate::i18n::Locale;
use crate::web::files::shown::FilesBlock;
use crate::web::round::questions::limit;

/// A section with its controls.
pub struct SampleSection {
    pub title: String,
    pub intro: String,
    pub blocks: Vec<Asked>,
}

/// A section in a language, amounts in a currency.
pub fn sample(t: Locale, section: &Section, currency: Currency) -> SampleSection {
    let (posted, problems) = (Posted::default(), Problems::default());
    let (currencies, saved) = (Currencies::only(currency), Answers::default());
    let asking = Asking {
        t,
        currency,
        currencies: &currencies,
        saved: &saved,
        posted: &posted,
        problems: &problems,
        add: "",
        overtaken: None,
    };
    let questions: Vec<&Question> = section.questions.iter().collect();
    let mut blocks = asking.questions(&questions);
    for (question, asked) in questions.iter().zip(&mut blocks) {
        if let Some(files) = no_files(t, question) {
            asked.block = Block::Files(files);
        }
    }
    SampleSection {
        title: section.title.get(t.language()).to_owned(),
        intro: section.intro.get(t.language()).to_owned(),
        blocks,
    }
}

/// A question that is answered with files, before there are any.
fn no_files(t: Locale, question: &Question) -> Option<FilesBlock> {
    let QuestionKind::Files { .. } = question.kind else {
        return None;
    };
    Some(FilesBlock {
        id: format!("f-{}", question.code),
        label: question.label.get(t.language()).to_owned(),
        hint: question.hint.get(t.language()).to_owned(),
        limit: limit(t, &question.kind).unwrap_or_default(),
        optional: !question.required,
        files: Vec::new(),
        add: question.code.clone(),
    })
}
