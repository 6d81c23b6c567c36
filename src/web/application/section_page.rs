//! The page of a section: its questions with what was typed or saved.

use askama::Template;

use super::companions::currencies;
use super::fields::{Asked, Asking, Block, Overtaken};
use super::gaps;
use super::load::Opened;
use crate::domain::answers::{Answers, Hidden, Posted};
use crate::domain::form::{BUDGET, Question, QuestionKind, Section};
use crate::domain::{Country, Message, Problems};
use crate::i18n::Locale;
use crate::web::access::Applicant;
use crate::web::assets::ASSETS;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::files::shown as files;
use crate::web::round::deadline::Deadline;
use crate::web::ui::{Link, Notice};
use crate::web::url;

#[derive(Template)]
#[template(path = "application/section.html")]
pub struct SectionPage {
    chrome: Chrome,
    t: Locale,
    heading: String,
    over: String,
    intro: String,
    action: String,
    version: i32,
    /// Codes of the questions on the page.
    asked: String,
    blocks: Vec<Asked>,
    /// Names of countries, where the page asks for one.
    countries: Vec<&'static str>,
    /// Codes of currencies, where the page asks for amounts in any of them.
    currencies: Vec<String>,
    /// When it was saved; nothing before the first time.
    saved: Option<String>,
    deadline: Deadline,
    /// Where the saved answers are, when somebody else saved meanwhile.
    theirs: Option<String>,
    /// Whether anything can still be saved.
    pub writable: bool,
    /// Where the page saves itself while somebody types.
    autosave: String,
}

/// How a page of a section differs from its plain view.
#[derive(Default)]
pub struct Shown<'a> {
    pub posted: Posted,
    pub problems: Problems,
    /// Code of the rows that get one more.
    pub add: &'a str,
    pub notice: Option<Notice>,
    /// What was typed, when somebody else saved meanwhile.
    pub typed: Option<Answers>,
    /// Who saved it, and when.
    pub saver: String,
}

/// A section of an application's form, with its place in it.
pub fn place<'a>(opened: &'a Opened, code: &str) -> Result<(usize, &'a Section), Fault> {
    let mut sections = opened.form.sections.iter().enumerate();
    let found = sections.find(|(_, section)| section.code == code);
    found.ok_or(Fault::NotFound)
}

/// The page of a section.
pub fn page(
    visit: &Applicant,
    opened: &Opened,
    code: &str,
    shown: Shown,
) -> Result<SectionPage, Fault> {
    let t = visit.t;
    let (at, section) = place(opened, code)?;
    let (id, saved) = (opened.row.id, opened.saved(code));
    let none = Answers::default();
    let theirs = saved.map_or(&none, |saved| &saved.answers);
    let answers = opened.answers();
    let asking = Asking {
        t,
        currency: opened.currency(),
        currencies: &opened.bounds.currencies,
        saved: &answers,
        posted: &shown.posted,
        problems: &shown.problems,
        add: shown.add,
        overtaken: shown.typed.as_ref().map(|typed| Overtaken {
            theirs,
            typed,
            saver: &shown.saver,
        }),
    };
    let questions = Hidden::of(&opened.form, &answers).on_page(section);
    let codes: Vec<&str> = questions.iter().map(|q| q.code.as_str()).collect();
    let heading = section.title.get(t.language()).to_owned();
    let mut chrome = Chrome::new(visit, &heading)
        .back(Link::new(opened.list(), t.say("tasks-back")))
        .problems(t, &shown.problems);
    // Forty rows may lack the same: each problem names its question, row and column.
    chrome.problems = gaps::here(t, &opened.form, id, &shown.problems);
    chrome.notice = shown.notice.or(chrome.notice);
    chrome.save_itself();
    if questions.iter().any(|question| question.code == BUDGET) {
        chrome.scripts.push(&ASSETS.sums.address);
    }
    let when = |s: &crate::store::section::SavedSection| t.when(s.saved_at, visit.zone());
    Ok(SectionPage {
        chrome,
        t,
        over: over(t, opened, at),
        intro: section.intro.get(t.language()).to_owned(),
        action: url::section(id, code),
        version: saved.map_or(0, |saved| saved.version),
        blocks: with_files(visit, opened, &questions, asking.questions(&questions)),
        asked: codes.join(" "),
        countries: countries(t, &questions),
        currencies: currencies(&questions),
        saved: saved.map(|saved| t.with("section-saved", "when", when(saved))),
        deadline: opened.deadline(visit),
        theirs: shown.typed.is_some().then(|| url::section(id, code)),
        writable: true,
        autosave: url::autosave(id, code),
        heading,
    })
}

/// Questions that are answered with files show those, and the way to more.
fn with_files(
    visit: &Applicant,
    opened: &Opened,
    questions: &[&Question],
    mut asked: Vec<Asked>,
) -> Vec<Asked> {
    for (question, asked) in questions.iter().zip(&mut asked) {
        if let Some(files) = files::block(visit, opened, question) {
            asked.block = Block::Files(files);
        }
    }
    asked
}

fn countries(t: Locale, questions: &[&Question]) -> Vec<&'static str> {
    let is_place = |question: &Question| question.kind == QuestionKind::Place;
    let asks =
        |question: &&&Question| is_place(question) || question.columns().iter().any(is_place);
    if questions.iter().any(|question| asks(&question)) {
        Country::all()
            .map(|country| country.name(t.language()))
            .collect()
    } else {
        Vec::new()
    }
}

/// Which of the sections this is.
fn over(t: Locale, opened: &Opened, at: usize) -> String {
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let nth = Message::new("section-nth")
        .with("nth", number(at + 1))
        .with("total", number(opened.form.sections.len()));
    t.tell(&nth)
}
