//! One section of a draft: asking, saving, and what to do when it was saved in
//! another browser meanwhile.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Path, Query};
use serde::{Deserialize, Serialize};

use super::gaps;
use super::load::{Opened, opened};
use super::section_page::{Shown, page, place};
use crate::actions::Refusal;
use crate::actions::section::{Saved, TypedSection, save_section};
use crate::domain::answers::{Posted, currency_problems, parse_section};
use crate::domain::form::Section;
use crate::domain::{Message, Problems};
use crate::store::Tx;
use crate::store::account;
use crate::store::section::SavedSection;
use crate::web::access::Applicant;
use crate::web::errors::Fault;
use crate::web::files::shown::ADD;
use crate::web::forms::{Form, Pairs};
use crate::web::ui::{Notice, Tone};
use crate::web::url;

/// What a page that saves itself is told.
#[derive(Serialize)]
struct Autosaved {
    /// What the next save is over.
    version: i32,
    told: String,
    /// Whether something that was typed is not among what is saved.
    partly: bool,
}

/// Rows that get one more.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Adding {
    add: String,
}

/// A section with what is saved.
pub async fn show(
    visit: Applicant,
    path: Path<(String, String)>,
    adding: Query<Adding>,
) -> Result<HttpResponse, Fault> {
    let opened = opened(&visit, &path.0).await?;
    let (_, section) = place(&opened, &path.1)?;
    if !opened.is_open(&visit, &path.1) {
        return Ok(visit.see(&url::application(opened.row.id)));
    }
    let saved = opened.saved(&path.1);
    let shown = Shown {
        posted: saved.map(|s| s.answers.posted()).unwrap_or_default(),
        problems: currency_problems(section, &opened.answers(), &opened.bounds.currencies),
        add: &adding.add,
        notice: waits(&visit, saved),
        ..Shown::default()
    };
    visit.page(&page(&visit, &opened, &path.1, shown)?)
}

/// Saves a section while somebody types. Answers with what the page needs to
/// tell: an answer that can't be read is not saved, and is named.
pub async fn autosave(
    visit: Applicant,
    path: Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let before = opened(&visit, &path.0).await?;
    let posted = pairs.into_iter().collect();
    let mut partly = false;
    let (status, version, told) = match put(&visit, &before, &path.1, &posted).await? {
        Ok(Saved::Kept(kept, _)) => {
            let unread = unread(&visit, &before, &path.1, &posted)?;
            partly = !unread.is_empty();
            (
                StatusCode::OK,
                kept.version,
                kept_words(&visit, &kept, &unread),
            )
        }
        Ok(Saved::Overtaken(theirs)) => {
            let told = visit.t.say("autosave-overtaken");
            (StatusCode::CONFLICT, theirs.version, told)
        }
        Err(Refusal::Stale(_)) => {
            let version = before.saved(&path.1).map_or(0, |saved| saved.version);
            (StatusCode::CONFLICT, version, visit.t.say("autosave-shut"))
        }
        Err(other) => return Err(other.into()),
    };
    Ok(HttpResponse::build(status).json(Autosaved {
        version,
        told,
        partly,
    }))
}

/// What of a posted section can't be read, each with how to put it right.
fn unread(
    visit: &Applicant,
    opened: &Opened,
    code: &str,
    posted: &Posted,
) -> Result<Vec<String>, Fault> {
    let (_, section) = place(opened, code)?;
    let unread = parse_section(section, opened.currency(), posted).unread;
    let named = gaps::here(visit.t, &opened.form, opened.row.id, &unread);
    Ok(named.into_iter().map(|problem| problem.text).collect())
}

/// When a section was saved, and without what.
fn kept_words(visit: &Applicant, kept: &SavedSection, unread: &[String]) -> String {
    let when = visit.t.when(kept.saved_at, visit.zone());
    let saved = visit.t.with("section-saved", "when", when);
    if unread.is_empty() {
        return saved;
    }
    let partly = Message::new("autosave-partly")
        .with("saved", saved)
        .with("unread", unread.join(" "));
    visit.t.tell(&partly)
}

/// Saves what was posted of a section.
async fn put(
    visit: &Applicant,
    opened: &Opened,
    code: &str,
    posted: &Posted,
) -> Result<Result<Saved, Refusal>, Fault> {
    let (_, section) = place(opened, code)?;
    let typed = typed_section(section, posted);
    let (actor, id) = (visit.actor().clone(), opened.row.id);
    let save = move |tx: &mut Tx| save_section(tx, &actor, id, &typed);
    visit.act(save).await
}

/// Saves a section and leads on, or shows what is wrong with everything typed.
pub async fn save(
    visit: Applicant,
    path: Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let before = opened(&visit, &path.0).await?;
    let posted = without_removed(pairs);
    match put(&visit, &before, &path.1, &posted).await? {
        Ok(Saved::Kept(_, problems)) if problems.is_empty() => {
            onward(&visit, &before, &path.1, &posted)
        }
        Ok(Saved::Kept(_, problems)) => incomplete(&visit, &path, posted, problems).await,
        Ok(Saved::Overtaken(theirs)) => overtaken(&visit, &path, posted, &theirs).await,
        Err(Refusal::Stale(message)) => shut(&visit, &before, &path.1, posted, &message),
        Err(other) => Err(other.into()),
    }
}

/// That these answers came along from elsewhere, until somebody saves them.
fn waits(visit: &Applicant, saved: Option<&SavedSection>) -> Option<Notice> {
    let waiting = saved.filter(|saved| !saved.confirmed);
    waiting.map(|_| Notice {
        tone: Tone::Info,
        text: visit.t.say("section-carried"),
    })
}

/// What a page of this section posted.
pub(super) fn typed_section(section: &Section, posted: &Posted) -> TypedSection {
    TypedSection {
        section: section.code.clone(),
        over: posted.first("version").parse().unwrap_or(0),
        asked: asked(section, posted),
        taken: posted.all("take").to_vec(),
        posted: posted.clone(),
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
    if let Some(code) = posted.first("then").strip_prefix(ADD) {
        return Ok(visit.see(&url::question_files(id, &section.code, &url::encode(code))));
    }
    let mut later = opened.form.sections.iter().skip(at + 1);
    let next = later.find(|section| opened.is_open(visit, &section.code));
    let place = match next {
        _ if posted.first("then") == "list" => opened.list(),
        Some(next) => url::section(id, &next.code),
        None => opened.check(),
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
    theirs: &SavedSection,
) -> Result<HttpResponse, Fault> {
    let opened = opened(visit, &path.0).await?;
    let (_, section) = place(&opened, &path.1)?;
    let parsed = parse_section(section, opened.currency(), &posted);
    let shown = Shown {
        posted,
        problems: parsed.problems,
        typed: Some(parsed.answers),
        saver: saver(visit, theirs).await?,
        notice: Some(Notice {
            tone: Tone::Warn,
            text: visit.t.say("section-overtaken"),
        }),
        ..Shown::default()
    };
    visit.answer(StatusCode::CONFLICT, &page(visit, &opened, &path.1, shown)?)
}

/// Who saved a section, and when.
async fn saver(visit: &Applicant, saved: &SavedSection) -> Result<String, Fault> {
    let by = saved.saved_by;
    let names = visit.read(move |reader| account::names(reader, &[by]));
    let name = names.await?.remove(&by).unwrap_or_default();
    let told = Message::new("section-theirs")
        .with("name", name)
        .with("when", visit.t.when(saved.saved_at, visit.zone()));
    Ok(visit.t.tell(&told))
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
