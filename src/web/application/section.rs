//! One section of a draft: asking, saving, and what to do when it was saved in
//! another browser meanwhile.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::companions::currencies;
use super::fields::{Asked, Asking};
use super::load::{Opened, opened};
use crate::actions::Refusal;
use crate::actions::section::{Saved, TypedSection, save_section};
use crate::domain::answers::{Answers, Hidden, Posted, currency_problems, parse_section};
use crate::domain::form::{BUDGET, Question, QuestionKind, Section};
use crate::domain::{Country, Message, Problems};
use crate::i18n::Locale;
use crate::store::Tx;
use crate::web::access::Applicant;
use crate::web::assets::ASSETS;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Form, Pairs};
use crate::web::round::deadline::Deadline;
use crate::web::ui::{Link, Notice, Tone};
use crate::web::url;

/// Rows that get one more.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Adding {
    add: String,
}

#[derive(Template)]
#[template(path = "application/section.html")]
struct SectionPage {
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
    /// The script that sums up a budget, where the page has one.
    sums: Option<&'static str>,
    /// When it was saved; nothing before the first time.
    saved: Option<String>,
    deadline: Deadline,
    /// Where the saved answers are, when somebody else saved meanwhile.
    theirs: Option<String>,
    writable: bool,
}

/// How a page of a section differs from its plain view.
#[derive(Default)]
struct Shown<'a> {
    posted: Posted,
    problems: Problems,
    add: &'a str,
    notice: Option<Notice>,
    /// What was typed, when somebody else saved meanwhile.
    typed: Option<Answers>,
}

fn place<'a>(opened: &'a Opened, code: &str) -> Result<(usize, &'a Section), Fault> {
    let mut sections = opened.form.sections.iter().enumerate();
    let found = sections.find(|(_, section)| section.code == code);
    found.ok_or(Fault::NotFound)
}

/// A section with what is saved.
pub async fn show(
    visit: Applicant,
    path: Path<(String, String)>,
    adding: Query<Adding>,
) -> Result<HttpResponse, Fault> {
    let opened = opened(&visit, &path.0).await?;
    place(&opened, &path.1)?;
    if !opened.is_writable(&visit) {
        return Ok(visit.see(&url::application(opened.row.id)));
    }
    let (_, section) = place(&opened, &path.1)?;
    let saved = opened.saved(&path.1);
    let shown = Shown {
        posted: saved.map(|s| s.answers.posted()).unwrap_or_default(),
        problems: currency_problems(section, &opened.answers(), &opened.bounds.currencies),
        add: &adding.add,
        ..Shown::default()
    };
    visit.page(&page(&visit, &opened, &path.1, shown)?)
}

/// Saves a section and leads on, or shows what is wrong with everything typed.
pub async fn save(
    visit: Applicant,
    path: Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let before = opened(&visit, &path.0).await?;
    let (_, section) = place(&before, &path.1)?;
    let posted = without_removed(pairs);
    let typed = TypedSection {
        section: path.1.clone(),
        over: posted.first("version").parse().unwrap_or(0),
        asked: asked(section, &posted),
        posted: posted.clone(),
    };
    let (actor, id) = (visit.actor().clone(), before.row.id);
    let done = visit.act(move |tx: &mut Tx| save_section(tx, &actor, id, &typed));
    match done.await? {
        Ok(Saved::Kept(problems)) if problems.is_empty() => {
            onward(&visit, &before, &path.1, &posted)
        }
        Ok(Saved::Kept(problems)) => incomplete(&visit, &path, posted, problems).await,
        Ok(Saved::Overtaken(_)) => overtaken(&visit, &path, posted).await,
        Err(Refusal::Stale(message)) => shut(&visit, &before, &path.1, posted, &message),
        Err(other) => Err(other.into()),
    }
}

/// Codes of the questions that stood on the page; all of them when it doesn't say.
fn asked(section: &Section, posted: &Posted) -> Vec<String> {
    if posted.is_filled("asked") {
        let codes = posted.first("asked").split_whitespace();
        return codes.map(str::to_owned).collect();
    }
    let questions = section.questions.iter();
    questions.map(|question| question.code.clone()).collect()
}

/// The posted fields without the row whose button was pressed.
fn without_removed(mut pairs: Pairs) -> Posted {
    let removed = pairs.iter().find(|(name, _)| name == "remove");
    if let Some(row) = removed.map(|(_, row)| format!("{row}.")) {
        pairs.retain(|(name, _)| !name.starts_with(&row));
    }
    pairs.into_iter().collect()
}

/// Where the pressed button leads.
fn onward(
    visit: &Applicant,
    opened: &Opened,
    code: &str,
    posted: &Posted,
) -> Result<HttpResponse, Fault> {
    let (at, section) = place(opened, code)?;
    let (id, here) = (opened.row.id, url::section(opened.row.id, code));
    if posted.is_filled("add") {
        return Ok(visit.see(&new_row(opened, section, posted, &here)));
    }
    if posted.is_filled("remove") {
        let rows = posted.first("remove").split('.').next().unwrap_or("");
        return Ok(visit.see(&format!("{here}#f-{}", url::encode(rows))));
    }
    let next = opened.form.sections.get(at + 1);
    let place = match next {
        _ if posted.first("then") == "list" => url::application(id),
        Some(next) => url::section(id, &next.code),
        None => url::application_page(id, "check"),
    };
    Ok(visit.see_with(&place, "notice-saved"))
}

/// The first field of the row that the page gets.
fn new_row(opened: &Opened, section: &Section, posted: &Posted, here: &str) -> String {
    let code = posted.first("add");
    let parsed = parse_section(section, opened.currency(), posted);
    let number = parsed.answers.rows(code).len();
    let question = section.question(code);
    let column = question.and_then(|question| question.columns().first());
    let column = column.map_or("", |column| column.code.as_str());
    let code = url::encode(code);
    format!("{here}?add={code}#f-{code}-{number}-{column}")
}

/// What could be read is saved; the rest is shown as it was typed.
async fn incomplete(
    visit: &Applicant,
    path: &(String, String),
    posted: Posted,
    problems: Problems,
) -> Result<HttpResponse, Fault> {
    let opened = opened(visit, &path.0).await?;
    let add = posted.first("add").to_owned();
    let shown = Shown {
        posted,
        problems,
        add: &add,
        notice: Some(Notice {
            tone: Tone::Info,
            text: visit.t.say("section-partly-saved"),
        }),
        ..Shown::default()
    };
    visit.refused(&page(visit, &opened, &path.1, shown)?)
}

/// Somebody saved other answers meanwhile: both are shown, and saving again
/// keeps what stands in the fields.
async fn overtaken(
    visit: &Applicant,
    path: &(String, String),
    posted: Posted,
) -> Result<HttpResponse, Fault> {
    let opened = opened(visit, &path.0).await?;
    let (_, section) = place(&opened, &path.1)?;
    let parsed = parse_section(section, opened.currency(), &posted);
    let shown = Shown {
        posted,
        problems: parsed.problems,
        typed: Some(parsed.answers),
        notice: Some(Notice {
            tone: Tone::Warn,
            text: visit.t.say("section-overtaken"),
        }),
        ..Shown::default()
    };
    visit.answer(StatusCode::CONFLICT, &page(visit, &opened, &path.1, shown)?)
}

/// Nothing can be saved any more: what was typed stays on the page to be copied.
fn shut(
    visit: &Applicant,
    opened: &Opened,
    code: &str,
    posted: Posted,
    message: &Message,
) -> Result<HttpResponse, Fault> {
    let shown = Shown {
        posted,
        notice: Some(Notice {
            tone: Tone::Bad,
            text: [visit.t.tell(message), visit.t.say("section-shut")].join(" "),
        }),
        ..Shown::default()
    };
    let mut page = page(visit, opened, code, shown)?;
    page.writable = false;
    visit.answer(StatusCode::CONFLICT, &page)
}

fn page(
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
        overtaken: shown.typed.as_ref().map(|typed| (theirs, typed)),
    };
    let questions = Hidden::of(&opened.form, &answers).on_page(section);
    let codes: Vec<&str> = questions.iter().map(|q| q.code.as_str()).collect();
    let heading = section.title.get(t.language()).to_owned();
    let mut chrome = Chrome::new(visit, &heading)
        .back(Link::new(url::application(id), t.say("tasks-back")))
        .problems(t, &shown.problems);
    chrome.notice = shown.notice.or(chrome.notice);
    let when = |s: &crate::store::section::SavedSection| t.when(s.saved_at, visit.zone());
    Ok(SectionPage {
        chrome,
        t,
        over: over(t, opened, at),
        intro: section.intro.get(t.language()).to_owned(),
        action: url::section(id, code),
        version: saved.map_or(0, |saved| saved.version),
        blocks: asking.questions(&questions),
        asked: codes.join(" "),
        countries: countries(t, &questions),
        currencies: currencies(&questions),
        sums: questions
            .iter()
            .any(|question| question.code == BUDGET)
            .then_some(ASSETS.sums.address.as_str()),
        saved: saved.map(|saved| t.with("section-saved", "when", when(saved))),
        deadline: Deadline::of(visit, &opened.round),
        theirs: shown.typed.is_some().then(|| url::section(id, code)),
        writable: true,
        heading,
    })
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
