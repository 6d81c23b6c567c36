//! The file itself: every question that is asked, with its style and script
//! inside, so that it needs nothing from anywhere.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use crate::domain::answers::Posted;
use crate::domain::form::{Question, QuestionKind, Section};
use crate::domain::{Country, Currency, Problems};
use crate::exchange::offline_form::{BEGIN, OfflineAnswers, OfflineSection};
use crate::i18n::Locale;
use crate::web::access::Applicant;
use crate::web::application::fields::{Asked, Asking};
use crate::web::application::load::{Opened, opened};
use crate::web::assets::{ASSETS, Asset};
use crate::web::chrome::{Chrome, Words};
use crate::web::errors::Fault;

/// What the file begins with.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileQuery {
    /// `saved`: what is saved so far; anything else: empty.
    with: String,
}

#[derive(Template)]
#[template(path = "offline/file.html")]
struct OfflineFile {
    t: Locale,
    lang: &'static str,
    dir: &'static str,
    words: Words,
    heading: String,
    reference: String,
    style: &'static str,
    script: &'static str,
    begin: &'static str,
    answers: String,
    sections: Vec<OfflinePart>,
    currencies: Vec<String>,
    countries: Vec<&'static str>,
}

struct OfflinePart {
    code: String,
    title: String,
    intro: String,
    blocks: Vec<Asked>,
    /// Says that documents are added later, where the section asks for some.
    files: bool,
}

/// The file, to be kept.
pub async fn download(
    visit: Applicant,
    id: Path<String>,
    Query(query): Query<FileQuery>,
) -> Result<HttpResponse, Fault> {
    let opened = opened(&visit, &id).await?;
    if !opened.is_writable(&visit) {
        return Err(Fault::NotFound);
    }
    let file = file(&visit, &opened, query.with == "saved");
    let body = file.render().map_err(|_| Fault::Lost)?;
    let name = format!("{}.html", opened.row.reference);
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header((
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ))
        .body(body))
}

fn file(visit: &Applicant, opened: &Opened, with_saved: bool) -> OfflineFile {
    let (t, saved) = (visit.t, opened.answers());
    let posted = saved.posted();
    let problems = Problems::default();
    let empty = Posted::default();
    let asking = Asking {
        t,
        currency: opened.currency(),
        currencies: &opened.bounds.currencies,
        saved: &saved,
        posted: if with_saved { &posted } else { &empty },
        problems: &problems,
        add: "",
        overtaken: None,
    };
    let mut blocks = asking.questions(&asked(opened)).into_iter();
    let sections = opened.form.sections.iter();
    let part = |section: &Section| {
        let count = section.questions.iter().filter(|q| is_typed(q)).count();
        part(t, section, blocks.by_ref().take(count).collect())
    };
    OfflineFile {
        sections: sections.map(part).collect(),
        t,
        lang: t.language().code(),
        dir: t.language().direction(),
        words: Chrome::new(visit, "").words,
        heading: t.say("offline-title"),
        reference: opened.row.reference.clone(),
        style: text(&ASSETS.stylesheet),
        script: text(&ASSETS.offline),
        begin: BEGIN,
        answers: answers(opened, with_saved).sealed(),
        currencies: Currency::all().map(|c| c.code().to_owned()).collect(),
        countries: Country::all()
            .map(|country| country.name(t.language()))
            .collect(),
    }
}

fn text(asset: &'static Asset) -> &'static str {
    std::str::from_utf8(asset.content()).unwrap_or_default()
}

/// Every question that can be answered by typing.
fn asked(opened: &Opened) -> Vec<&Question> {
    opened.form.questions().filter(|q| is_typed(q)).collect()
}

fn is_typed(question: &Question) -> bool {
    !matches!(question.kind, QuestionKind::Files { .. })
}

fn part(t: Locale, section: &Section, blocks: Vec<Asked>) -> OfflinePart {
    OfflinePart {
        code: section.code.clone(),
        title: section.title.get(t.language()).to_owned(),
        intro: section.intro.get(t.language()).to_owned(),
        files: section.questions.iter().any(|q| !is_typed(q)),
        blocks,
    }
}

/// What the file remembers about each section before anything is typed.
fn answers(opened: &Opened, with_saved: bool) -> OfflineAnswers {
    let section = |section: &Section| {
        let saved = opened.saved(&section.code).filter(|_| with_saved);
        OfflineSection {
            code: section.code.clone(),
            version: saved.map_or(0, |saved| saved.version),
            fields: Vec::new(),
        }
    };
    OfflineAnswers {
        application: opened.row.id.to_string(),
        sections: opened.form.sections.iter().map(section).collect(),
    }
}
