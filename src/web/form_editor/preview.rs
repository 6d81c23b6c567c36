//! A form as applicants will see it, in every language and stage, with real
//! controls that save nothing; and all its questions as a list to print.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;

use super::load::{Asked, Chosen, back, chosen, programme};
use crate::domain::form::{Section, Stage};
use crate::domain::{Currency, Language};
use crate::i18n::Locale;
use crate::web::access::Staff;
use crate::web::application::sample::{SampleSection, sample};
use crate::web::chrome::{Chrome, Words};
use crate::web::errors::Fault;
use crate::web::round::questions::{AskedSection, asked};
use crate::web::ui::Link;
use crate::web::url;

#[derive(Template)]
#[template(path = "form_editor/preview.html")]
struct PreviewPage {
    chrome: Chrome,
    t: Locale,
    over: String,
    version: String,
    languages: Vec<Link>,
    stages: Vec<Link>,
    questions: String,
    /// Speaks the language of the preview.
    theirs: Locale,
    words: Words,
    sections: Vec<SampleSection>,
}

impl PreviewPage {
    fn lang(&self) -> &'static str {
        self.theirs.language().code()
    }

    fn dir(&self) -> &'static str {
        self.theirs.language().direction()
    }
}

/// The address of a page of the same form in another view.
fn view(slug: &str, page: &str, asked: &Asked) -> String {
    let Asked {
        version,
        language,
        stage,
    } = asked;
    let pairs = [
        ("version", version),
        ("language", language),
        ("stage", stage),
    ];
    let pairs = pairs.into_iter().filter(|(_, value)| !value.is_empty());
    let pairs: Vec<String> = pairs
        .map(|(name, value)| format!("{name}={}", url::encode(value)))
        .collect();
    let page = url::form_page(slug, page);
    if pairs.is_empty() {
        page
    } else {
        format!("{page}?{}", pairs.join("&"))
    }
}

fn languages(slug: &str, page: &str, wanted: &Asked, shown: Locale) -> Vec<Link> {
    let link = |language: Language| {
        let asked = Asked {
            language: language.code().to_owned(),
            ..wanted.clone()
        };
        Link {
            current: language == shown.language(),
            ..Link::new(view(slug, page, &asked), language.own_name())
        }
    };
    Language::ALL.into_iter().map(link).collect()
}

fn stages(t: Locale, slug: &str, wanted: &Asked, chosen: &Chosen) -> Vec<Link> {
    if !chosen.form.is_staged() {
        return Vec::new();
    }
    let link = |(stage, key): (Stage, &str)| {
        let asked = Asked {
            stage: stage.code().to_owned(),
            ..wanted.clone()
        };
        Link {
            current: stage == wanted.stage(),
            ..Link::new(view(slug, "preview", &asked), t.say(key))
        }
    };
    let all = [
        (Stage::Short, "form-stage-short"),
        (Stage::Full, "form-preview-all"),
    ];
    all.into_iter().map(link).collect()
}

/// The whole form with its controls.
pub async fn show(
    visit: Staff,
    slug: Path<String>,
    wanted: Query<Asked>,
) -> Result<HttpResponse, Fault> {
    let (t, chosen) = (visit.t, chosen(&visit, &slug, &wanted).await?);
    let theirs = wanted.locale(t);
    let form = chosen.form.clone().at(wanted.stage());
    let shown = |section: &Section| sample(theirs, section, Currency::USD);
    visit.page(&PreviewPage {
        chrome: Chrome::new(&visit, &t.say("form-preview")).back(back(t, &slug)),
        t,
        over: programme(t, &chosen.desk),
        version: chosen.name(t),
        languages: languages(&slug, "preview", &wanted, theirs),
        stages: stages(t, &slug, &wanted, &chosen),
        questions: view(&slug, "questions", &wanted),
        theirs,
        words: Words::in_language(theirs),
        sections: form.sections.iter().map(shown).collect(),
    })
}

/// A question of the quiz as a text.
struct AskedQuiz {
    label: String,
    /// Each with why not, empty where the way is open.
    options: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "form_editor/questions.html")]
struct QuestionsPage {
    chrome: Chrome,
    t: Locale,
    over: String,
    version: String,
    languages: Vec<Link>,
    theirs: Locale,
    quiz: Vec<AskedQuiz>,
    sections: Vec<AskedSection>,
}

impl QuestionsPage {
    fn lang(&self) -> &'static str {
        self.theirs.language().code()
    }

    fn dir(&self) -> &'static str {
        self.theirs.language().direction()
    }
}

/// Every question as a text.
pub async fn questions(
    visit: Staff,
    slug: Path<String>,
    wanted: Query<Asked>,
) -> Result<HttpResponse, Fault> {
    let (t, chosen) = (visit.t, chosen(&visit, &slug, &wanted).await?);
    let theirs = wanted.locale(t);
    let language = theirs.language();
    let quiz = chosen.form.quiz.iter().map(|question| AskedQuiz {
        label: question.label.get(language).to_owned(),
        options: question
            .options
            .iter()
            .map(|o| {
                (
                    o.label.get(language).to_owned(),
                    o.refusal.get(language).to_owned(),
                )
            })
            .collect(),
    });
    visit.page(&QuestionsPage {
        chrome: Chrome::new(&visit, &t.say("form-questions-title")).back(back(t, &slug)),
        t,
        over: programme(t, &chosen.desk),
        version: chosen.name(t),
        languages: languages(&slug, "questions", &wanted, theirs),
        quiz: quiz.collect(),
        sections: asked(theirs, &chosen.form, &[]),
        theirs,
    })
}
