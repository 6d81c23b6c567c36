//! The files of one question: those that are there, and the form for more.

use actix_multipart::Multipart;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::posted::{FileForm, PostedFile, next_file};
use super::shown::{FileLine, line, megabytes, size};
use super::taking::{Arrived, Untaken, take};
use crate::actions::attachment::{Target, most_files};
use crate::domain::file::FileName;
use crate::domain::form::{Question, Section};
use crate::domain::{Message, Problems};
use crate::files::Incoming;
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
use crate::web::visit::Visit;

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
    let (problems, status) = match form {
        FileForm::Files(form) => (
            take_all(&visit, &before, &path.2, form).await?,
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        FileForm::TooLarge => {
            let megabytes = megabytes(visit.site.file_limits.bytes);
            let told = Message::new("error-file-form").with("most", megabytes);
            (Problems::one("file", told), StatusCode::PAYLOAD_TOO_LARGE)
        }
    };
    let here = url::question_files(before.row.id, &path.1, &path.2);
    if problems.is_empty() {
        return Ok(visit.see_with(&here, "notice-files-added"));
    }
    let after = opened(&visit, &path.0).await?;
    let mut answer = visit.answer(status, &page(&visit, &after, &path, &problems).await?)?;
    if status == StatusCode::PAYLOAD_TOO_LARGE {
        // The rest of the body is not waited for.
        answer
            .head_mut()
            .set_connection_type(actix_web::http::ConnectionType::Close);
    }
    Ok(answer)
}

async fn take_all(
    visit: &Applicant,
    before: &Opened,
    question: &str,
    mut form: Multipart,
) -> Result<Problems, Fault> {
    let mut problems = Problems::default();
    let to = Target {
        application: before.row.id,
        question: question.to_owned(),
    };
    let mut files = 0;
    while let Some(mut file) = next_file(&mut form).await? {
        files += 1;
        if let Err(message) = take_one(visit, &to, &mut file).await? {
            problems.add("file", message);
        }
    }
    if files == 0 {
        problems.add("file", Message::new("error-file-choose"));
    }
    Ok(problems)
}

/// Receives and takes one file.
async fn take_one(
    visit: &Applicant,
    to: &Target,
    file: &mut PostedFile,
) -> Result<Result<(), Message>, Fault> {
    let arrived = match receive(visit, file).await? {
        Ok(arrived) => arrived,
        Err(message) => return Ok(Err(message)),
    };
    let taken = take(visit, to.clone(), arrived).await?;
    Ok(taken.map_err(|(Untaken::Refused(message) | Untaken::Later(message))| message))
}

/// Receives one file whole. What is refused by its name is not kept for a moment, only
/// read past.
pub async fn receive(
    visit: &Visit,
    file: &mut PostedFile,
) -> Result<Result<Arrived<Incoming>, Message>, Fault> {
    let name = match FileName::parse(&file.name) {
        Ok(name) if name.kind().agrees_with(&file.declared) => name,
        Ok(name) => {
            file.skip().await?;
            return Ok(Err(lying(&name)));
        }
        Err(message) => {
            file.skip().await?;
            return Ok(Err(message));
        }
    };
    let limits = visit.site.file_limits;
    let Some(whole) = file.receive(&visit.site.storage, limits.bytes).await? else {
        return Ok(Err(limits.too_large(&name)));
    };
    Ok(Ok(Arrived {
        name,
        path: whole.path().to_owned(),
        upload: None,
        held: whole,
    }))
}

/// That a file is of another type than its name says.
pub fn lying(name: &FileName) -> Message {
    Message::new("error-file-lying").with("name", name.as_str())
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
