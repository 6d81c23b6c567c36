//! The files of one question: those that are there, and the form for more.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::posted::FileForm;
use super::several::take_each;
use super::shown::{FileLine, line, megabytes, size};
use super::taking::as_document;
use crate::actions::attachment::{Target, most_files};
use crate::domain::form::{Question, Section};
use crate::domain::{Message, Problems};
use crate::i18n::Locale;
use crate::store::attachment::AttachmentRow;
use crate::store::upload::{self, UploadRow};
use crate::web::access::Applicant;
use crate::web::application::load::{Opened, opened};
use crate::web::assets::ASSETS;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::ui::Link;
use crate::web::url;

#[derive(Template)]
#[template(path = "files/question.html")]
struct FilesPage {
    chrome: Chrome,
    t: Locale,
    script: &'static str,
    over: String,
    heading: String,
    hint: String,
    files: Vec<FileLine>,
    /// Files that the question still takes.
    room: usize,
    limits: Vec<String>,
    unfinished: Vec<String>,
    error: Option<String>,
    action: String,
    begin: String,
    most_bytes: u64,
    back: String,
}

/// A question of a section that is answered with files.
pub struct Place<'a> {
    pub section: &'a Section,
    pub question: &'a Question,
    pub most: u32,
}

/// The question of an address; anything else is not found.
pub fn place<'a>(opened: &'a Opened, section: &str, code: &str) -> Result<Place<'a>, Fault> {
    let section = opened.form.section(section).ok_or(Fault::NotFound)?;
    let question = section.question(code).ok_or(Fault::NotFound)?;
    let most = most_files(&opened.form, code).ok_or(Fault::NotFound)?;
    Ok(Place {
        section,
        question,
        most,
    })
}

type Address = (String, String, String);

/// The files of a question.
pub async fn show(visit: Applicant, path: Path<Address>) -> Result<HttpResponse, Fault> {
    let opened = opened(&visit, &path.0).await?;
    place(&opened, &path.1, &path.2)?;
    if !opened.is_open(&visit, &path.1) {
        return Ok(visit.see(&url::application(opened.row.id)));
    }
    visit.page(&page(&visit, &opened, &path, &Problems::default()).await?)
}

/// Takes the posted files one by one; those that are refused are told together,
/// the others are kept.
pub async fn add(
    visit: Applicant,
    path: Path<Address>,
    form: FileForm,
) -> Result<HttpResponse, Fault> {
    let before = opened(&visit, &path.0).await?;
    place(&before, &path.1, &path.2)?;
    let to = Target {
        application: before.row.id,
        question: path.2.clone(),
    };
    let keep = || as_document(&visit, to.clone(), None);
    let Err(refused) = take_each(&visit, form, keep).await? else {
        let here = url::question_files(before.row.id, &path.1, &path.2);
        return Ok(visit.see_with(&here, "notice-files-added"));
    };
    let after = opened(&visit, &path.0).await?;
    let page = page(&visit, &after, &path, &refused.problems).await?;
    refused.answer(&visit, &page)
}

async fn page(
    visit: &Applicant,
    opened: &Opened,
    path: &Address,
    problems: &Problems,
) -> Result<FilesPage, Fault> {
    let (t, id) = (visit.t, opened.row.id);
    let place = place(opened, &path.1, &path.2)?;
    let me = visit.actor().id;
    let begun = visit.read(move |reader| upload::of_application(reader, me, id));
    let begun = begun.await?;
    let heading = place.question.label.get(t.language()).to_owned();
    let here = url::question_files(id, &path.1, &path.2);
    let back = url::section(id, &path.1);
    let files: Vec<FileLine> = of_question(opened, &path.2)
        .map(|row| line(visit, row))
        .collect();
    let told = problems.0.iter().map(|problem| t.tell(&problem.message));
    let told: Vec<String> = told.collect();
    Ok(FilesPage {
        chrome: Chrome::new(visit, &t.say("files-title"))
            .back(Link::new(back.clone(), t.say("files-back")))
            .problems(t, problems),
        t,
        script: &ASSETS.files.address,
        over: place.section.title.get(t.language()).to_owned(),
        heading,
        hint: place.question.hint.get(t.language()).to_owned(),
        room: room(visit, opened, &place, files.len()),
        files,
        limits: limits(visit, place.most),
        unfinished: unfinished(visit, &path.2, &begun),
        error: (!told.is_empty()).then(|| told.join(" ")),
        begin: format!("{here}/uploads"),
        action: here,
        most_bytes: visit.site.file_limits.bytes,
        back,
    })
}

/// The documents of a draft that answer a question.
pub fn of_question<'a>(
    opened: &'a Opened,
    question: &'a str,
) -> impl Iterator<Item = &'a AttachmentRow> {
    let files = opened.files.iter();
    files.filter(move |row| row.question == question)
}

fn room(visit: &Applicant, opened: &Opened, place: &Place, here: usize) -> usize {
    let here = (place.most as usize).saturating_sub(here);
    let all = visit.site.file_limits.files as usize;
    here.min(all.saturating_sub(opened.files.len()))
}

fn limits(visit: &Applicant, most: u32) -> Vec<String> {
    let (t, limits) = (visit.t, visit.site.file_limits);
    let kinds = Message::new("files-kinds").with("most", megabytes(limits.bytes));
    let many = Message::new("files-most")
        .with("most", i64::from(most.min(limits.files)))
        .with("all", i64::from(limits.files));
    vec![t.tell(&kinds), t.tell(&many)]
}

/// What was begun and not finished, to be gone on with.
fn unfinished(visit: &Applicant, question: &str, begun: &[UploadRow]) -> Vec<String> {
    let open = begun
        .iter()
        .filter(|row| row.file_id.is_none() && row.question == question);
    let told = open.map(|row| {
        let message = Message::new("files-unfinished")
            .with("name", row.name.as_str())
            .with("size", size(visit.t, row.size));
        visit.t.tell(&message)
    });
    told.collect()
}
