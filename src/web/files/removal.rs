//! Removing a file from a draft, on a page of its own that names it.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::posted::let_go;
use super::shown::{FileLine, line};
use crate::actions::attachment;
use crate::domain::{ApplicationId, FileId};
use crate::i18n::Locale;
use crate::web::access::Applicant;
use crate::web::application::load::{Opened, opened};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::Form;
use crate::web::ops::NoFields;
use crate::web::ui::Link;
use crate::web::url;

#[derive(Template)]
#[template(path = "files/removal.html")]
struct RemovalPage {
    chrome: Chrome,
    t: Locale,
    file: FileLine,
    back: String,
}

/// The page of the question that a file answers, or of the application.
fn page_of(opened: &Opened, file: FileId) -> String {
    let row = opened.files.iter().find(|row| row.id == file);
    let place = row.and_then(|row| {
        let asks =
            |section: &&crate::domain::form::Section| section.question(&row.question).is_some();
        let section = opened.form.sections.iter().find(asks)?;
        Some(url::question_files(
            opened.row.id,
            &section.code,
            &row.question,
        ))
    });
    place.unwrap_or_else(|| url::application(opened.row.id))
}

/// Asks whether to remove a file.
pub async fn show(visit: Applicant, path: Path<(String, String)>) -> Result<HttpResponse, Fault> {
    let opened = opened(&visit, &path.0).await?;
    let id = FileId::parse(&path.1).map_err(|_| Fault::NotFound)?;
    let row = opened.files.iter().find(|row| row.id == id);
    let row = row.ok_or(Fault::NotFound)?;
    let mut sections = opened.form.sections.iter();
    let section = sections.find(|section| section.question(&row.question).is_some());
    if !section.is_some_and(|section| opened.is_open(&visit, &section.code)) {
        return Ok(visit.see(&url::application(opened.row.id)));
    }
    let (t, back) = (visit.t, page_of(&opened, id));
    visit.page(&RemovalPage {
        chrome: Chrome::new(&visit, &t.say("file-removal-title"))
            .back(Link::new(back.clone(), t.say("files-title"))),
        t,
        file: line(&visit, row),
        back,
    })
}

/// Removes a file; its content goes too when it was never sent.
pub async fn remove(
    visit: Applicant,
    path: Path<(String, String)>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let opened = opened(&visit, &path.0).await?;
    let id: ApplicationId = opened.row.id;
    let file = FileId::parse(&path.1).map_err(|_| Fault::NotFound)?;
    let actor = visit.actor().clone();
    let removed = visit.act_or_fault(move |tx| attachment::remove(tx, &actor, id, file));
    if let Some(key) = removed.await? {
        let_go(&visit, key).await?;
    }
    Ok(visit.see_with(&page_of(&opened, file), "notice-file-removed"))
}
