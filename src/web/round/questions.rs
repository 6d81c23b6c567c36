//! Every question of a form as a text to read, before anybody has an account.

use crate::domain::form::{
    Condition, Form, NO, Question, QuestionKind, Section, Stage, TextLimit, YES,
};
use crate::domain::{Currency, Message};
use crate::i18n::Locale;

/// A section as a list of questions.
pub struct AskedSection {
    pub title: String,
    pub intro: String,
    /// Who is asked it, and what is kept of it, where that is not everybody and
    /// nothing.
    pub remarks: Vec<String>,
    pub questions: Vec<AskedQuestion>,
}

/// A question as a text.
pub struct AskedQuestion {
    pub label: String,
    pub hint: String,
    /// How it is answered, with its limit.
    pub manner: String,
    pub required: bool,
    /// On which answer it hangs, and who sees what is answered.
    pub remarks: Vec<String>,
    /// Labels of the options to choose from.
    pub options: Vec<String>,
    /// What each row is asked for.
    pub columns: Vec<AskedQuestion>,
}

/// Every section of a form, for requests in one of these currencies; none where no
/// round is at hand.
pub fn asked(t: Locale, form: &Form, currencies: &[Currency]) -> Vec<AskedSection> {
    let language = t.language();
    let sections = form.sections.iter();
    sections
        .map(|section| AskedSection {
            title: section.title.get(language).to_owned(),
            intro: section.intro.get(language).to_owned(),
            remarks: section_remarks(t, form, section),
            questions: section
                .questions
                .iter()
                .map(|q| AskedQuestion {
                    remarks: remarks(t, form, q),
                    ..question(t, q, currencies)
                })
                .collect(),
        })
        .collect()
}

fn question(t: Locale, asked: &Question, currencies: &[Currency]) -> AskedQuestion {
    let language = t.language();
    let text = |translated: &crate::domain::Translated| translated.get(language).to_owned();
    let columns = asked.columns().iter();
    AskedQuestion {
        label: text(&asked.label),
        hint: text(&asked.hint),
        manner: manner(t, &asked.kind, currencies),
        required: asked.required,
        remarks: traits(t, asked),
        options: asked.options().iter().map(|o| text(&o.label)).collect(),
        columns: columns.map(|one| question(t, one, currencies)).collect(),
    }
}

fn section_remarks(t: Locale, form: &Form, section: &Section) -> Vec<String> {
    let stage = match section.stage {
        Stage::Short => "asked-stage-short",
        Stage::Full => "asked-stage-full",
    };
    let stage = form.is_staged().then(|| t.say(stage));
    let profile = section.profile.then(|| t.say("asked-profile"));
    stage.into_iter().chain(profile).collect()
}

fn remarks(t: Locale, form: &Form, question: &Question) -> Vec<String> {
    let condition = question.shown_if.as_ref();
    let condition = condition.map(|condition| only_if(t, form, condition));
    condition.into_iter().chain(traits(t, question)).collect()
}

/// What else whoever answers a question should know.
fn traits(t: Locale, question: &Question) -> Vec<String> {
    let traits = [
        (question.sensitive, "question-sensitive"),
        (!question.reviewers, "question-not-reviewers"),
    ];
    let traits = traits.into_iter().filter(|(holds, _)| *holds);
    traits.map(|(_, key)| t.say(key)).collect()
}

/// A question's hint with everything that whoever answers should know.
pub fn hint(t: Locale, question: &Question) -> String {
    let own = question.hint.get(t.language()).to_owned();
    let parts = [vec![own], traits(t, question)].concat();
    parts.join(" ").trim().to_owned()
}

/// A condition in words.
pub fn only_if(t: Locale, form: &Form, condition: &Condition) -> String {
    condition_text(t, condition, form.question(&condition.question))
}

/// The same where the question that decides is at hand.
pub fn condition_text(t: Locale, condition: &Condition, asked: Option<&Question>) -> String {
    let words = condition.any_of.iter();
    let words: Vec<String> = words.map(|code| answer(t, asked, code)).collect();
    let question = asked.map(|asked| asked.label.get(t.language()));
    let text = Message::new("question-only-if")
        .with("question", question.unwrap_or(&condition.question))
        .with("answer", words.join(" / "));
    t.tell(&text)
}

/// An answer that decides, in words.
pub fn answer(t: Locale, asked: Option<&Question>, code: &str) -> String {
    let option = asked.and_then(|asked| asked.option(code));
    match (option, code) {
        (Some(option), _) => option.label.get(t.language()).to_owned(),
        (None, YES) => t.say("answer-yes"),
        (None, NO) => t.say("answer-no"),
        (None, other) => other.to_owned(),
    }
}

/// How a question is answered, in words, with its limit.
fn manner(t: Locale, kind: &QuestionKind, currencies: &[Currency]) -> String {
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
        } => money(t, currencies),
        _ => limit(t, kind).unwrap_or_default(),
    }
}

/// How an amount in the currency of the request is answered.
fn money(t: Locale, currencies: &[Currency]) -> String {
    match currencies {
        [] => t.say("manner-money-request"),
        [only] => t.with("manner-money", "currency", only.code()),
        several => {
            let codes: Vec<_> = several.iter().map(|one| one.code()).collect();
            t.with("manner-money-several", "currencies", codes.join(", "))
        }
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
