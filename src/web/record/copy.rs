//! A version to read and to print, for staff; the applicant's stands with the
//! receipt.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;

use super::{Asked, Asker, Record, facts, record};
use crate::actions::reading::Protected;
use crate::i18n::Locale;
use crate::web::access::Staff;
use crate::web::application::answers::ShownSection;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::reading;
use crate::web::round::Fact;
use crate::web::ui::Link;

/// A version with all its answers.
#[derive(Template)]
#[template(path = "record/copy.html")]
pub struct CopyPage {
    chrome: Chrome,
    t: Locale,
    title: String,
    facts: Vec<Fact>,
    sections: Vec<ShownSection>,
    pdf: String,
    versions: String,
}

impl CopyPage {
    /// The page of a version.
    pub fn new(asker: Asker<'_>, record: &Record) -> Self {
        let (t, id) = (asker.visit.t, record.subject.row.id);
        let title = t.with("record-copy", "n", record.sent.version);
        let chrome = Chrome::new(asker.visit, &title);
        Self {
            chrome: chrome.back(asker.side.home(asker.visit, id)),
            t,
            title,
            facts: facts(asker.visit, record),
            sections: record.sections(asker),
            pdf: pdf_link(asker, record).href,
            versions: asker.side.page(id, "versions"),
        }
    }
}

/// Where the PDF of a version is.
pub fn pdf_link(asker: Asker<'_>, record: &Record) -> Link {
    let page = asker.side.page(record.subject.row.id, "receipt.pdf");
    let href = format!("{page}?version={}", record.sent.version);
    Link::new(href, asker.visit.t.say("record-pdf"))
}

/// A version for staff.
pub async fn of_staff(
    visit: Staff,
    id: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Fault> {
    let asker = Asker::staff(&visit);
    let record = record(asker, &id, &asked).await?;
    let read = Protected::Answers(record.subject.row.id);
    reading::note(&visit, asker.actor, read).await?;
    visit.page(&CopyPage::new(asker, &record))
}
