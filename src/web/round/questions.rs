//! Every question of a form as a text to read, before anybody has an account.

use crate::domain::form::{Condition, Form, NO, Question, QuestionKind, Stage, TextLimit};
use crate::domain::{Currency, Message};
use crate::i18n::Locale;

/// A section as a list of questions.
pub struct AskedSection {
    pub title: String,
    pub intro: String,
    /// Asked only of those who are asked for the full form.
    pub later: bool,
    pub questions: Vec<AskedQuestion>,
}

/// A question as a text.
pub struct AskedQuestion {
    /// On which earlier answer it hangs; empty when it is asked of everybody.
    pub only_if: String,
    pub label: String,
    pub hint: String,
    /// How it is answered, with its limit.
    pub manner: String,
    pub required: bool,
    /// Labels of the options to choose from.
    pub options: Vec<String>,
    /// What each row is asked for.
    pub columns: Vec<String>,
}

/// Every section of a form.
pub fn asked(t: Locale, form: &Form, currency: Currency) -> Vec<AskedSection> {
    let language = t.language();
    let sections = form.sections.iter();
    sections
        .map(|section| AskedSection {
            title: section.title.get(language).to_owned(),
            intro: section.intro.get(language).to_owned(),
            later: section.stage == Stage::Full,
            questions: section
                .questions
                .iter()
                .map(|q| question(t, form, q, currency))
                .collect(),
        })
        .collect()
}

fn question(t: Locale, form: &Form, question: &Question, currency: Currency) -> AskedQuestion {
    let language = t.language();
    let condition = question.shown_if.as_ref();
    let only_if = condition.and_then(|condition| {
        let asked = form.question(&condition.question)?;
        Some(condition_text(t, condition, asked))
    });
    let text = |translated: &crate::domain::Translated| translated.get(language).to_owned();
    AskedQuestion {
        only_if: only_if.unwrap_or_default(),
        label: text(&question.label),
        hint: hint(t, question),
        manner: manner(t, &question.kind, currency),
        required: question.required,
        options: question.options().iter().map(|o| text(&o.label)).collect(),
        columns: question.columns().iter().map(|c| text(&c.label)).collect(),
    }
}

/// On which answer a question hangs, in words.
pub fn condition_text(t: Locale, condition: &Condition, asked: &Question) -> String {
    let language = t.language();
    let word = |code: &String| match (asked.option(code), code.as_str()) {
        (Some(option), _) => option.label.get(language).to_owned(),
        (None, NO) => t.say("answer-no"),
        (None, _) => t.say("answer-yes"),
    };
    let words: Vec<String> = condition.any_of.iter().map(word).collect();
    let text = Message::new("question-only-if")
        .with("question", asked.label.get(language))
        .with("answer", words.join(" / "));
    t.tell(&text)
}

/// A question's hint, and what else whoever answers should know.
pub fn hint(t: Locale, question: &Question) -> String {
    let mut hint = question.hint.get(t.language()).to_owned();
    for (holds, key) in [
        (question.sensitive, "question-sensitive"),
        (!question.reviewers, "question-not-reviewers"),
    ] {
        if holds {
            hint = [hint, t.say(key)].join(" ");
        }
    }
    hint.trim().to_owned()
}

/// How a question is answered, in words, with its limit.
fn manner(t: Locale, kind: &QuestionKind, currency: Currency) -> String {
    match kind {
        QuestionKind::Date => t.say("manner-date"),
        QuestionKind::Place => t.say("manner-place"),
        QuestionKind::YesNo => t.say("manner-yes-no"),
        QuestionKind::Choice(_) => t.say("manner-choice"),
        QuestionKind::Choices(_) => t.say("manner-choices"),
        QuestionKind::Declaration => t.say("manner-declaration"),
        QuestionKind::Money { own_currency: true } => t.say("manner-money-own"),
        QuestionKind::Money {
            own_currency: false,
        } => t.with("manner-money", "currency", currency.code()),
        _ => limit(t, kind).unwrap_or_default(),
    }
}

/// The limit of an answer, said before anybody types; none where there is none.
pub fn limit(t: Locale, kind: &QuestionKind) -> Option<String> {
    let most = |key: &str, most: u32| Some(t.count(key, most as usize));
    match kind {
        QuestionKind::ShortText { max_chars } => most("limit-characters", *max_chars),
        QuestionKind::LongText { limit } => match limit {
            TextLimit::Words(words) => most("limit-words", *words),
            TextLimit::Characters(characters) => most("limit-characters", *characters),
        },
        QuestionKind::Files { max_files } => most("limit-files", *max_files),
        QuestionKind::Rows { max_rows, .. } => most("limit-rows", *max_rows),
        QuestionKind::Number { min, max } => {
            let range = Message::new("limit-number")
                .with("least", *min)
                .with("most", *max);
            Some(t.tell(&range))
        }
        QuestionKind::Date => Some(t.say("limit-date")),
        QuestionKind::Money { .. }
        | QuestionKind::Place
        | QuestionKind::YesNo
        | QuestionKind::Choice(_)
        | QuestionKind::Choices(_)
        | QuestionKind::Declaration => None,
    }
}
