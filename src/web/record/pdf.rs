//! A version as PDF. Few are written at a time, off the event loop; what waits,
//! waits without holding a thread.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Path, Query, block};
use tokio::sync::Semaphore;

use super::{Asked, Asker, Record, Side, facts, record};
use crate::domain::Message;
use crate::exchange::pdf::{Block, Document, Entry, Fact, Head, Table, write};
use crate::i18n::Locale;
use crate::web::access::{Applicant, Fresh, Staff};
use crate::web::application::answers::{ShownFiles, ShownPart, ShownSection, ShownTable, sections};
use crate::web::errors::Fault;
use crate::web::files::shown::ShownFile;
use crate::web::reading;
use crate::web::ui::SummaryRow;
use crate::web::visit::Visit;

/// How many are written at once.
static WRITERS: Semaphore = Semaphore::const_new(2);

/// A version for its applicant.
pub async fn of_applicant(
    visit: Applicant,
    id: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Fault> {
    answer(Asker::applicant(&visit), &id, &asked).await
}

/// A version for staff.
pub async fn of_staff(
    visit: Fresh<Staff>,
    id: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Fault> {
    answer(Asker::staff(&visit), &id, &asked).await
}

async fn answer(asker: Asker<'_>, id: &str, asked: &Query<Asked>) -> Result<HttpResponse, Fault> {
    let record = record(asker, id, asked).await?;
    if asker.side == Side::Staff {
        let ids = vec![record.subject.row.id];
        reading::take_copies(asker.visit, ids, "answers").await?;
    }
    let (t, document) = (asker.visit.t, document(asker.visit, &record));
    // The reference and nothing else: names of files stay behind on borrowed machines.
    hand_out(t, document, &record.subject.row.reference).await
}

/// Writes a document, its pages numbered in a language, and hands it out to be saved
/// under a name, which the ending is added to.
pub async fn hand_out(t: Locale, document: Document, name: &str) -> Result<HttpResponse, Fault> {
    let permit = WRITERS.acquire().await.map_err(|_| Fault::Lost)?;
    let written = block(move || {
        let _permit = permit;
        write(&document, &|number, of| page_of(t, number, of))
    });
    let bytes = written.await.map_err(|_| Fault::Lost)?.map_err(|problem| {
        tracing::error!(%problem, "a PDF was not written");
        Fault::Lost
    })?;
    let name = format!("attachment; filename=\"{name}.pdf\"");
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "application/pdf"))
        .insert_header((header::CONTENT_DISPOSITION, name))
        .body(bytes))
}

fn page_of(t: Locale, number: usize, of: usize) -> String {
    let message = Message::new("record-page-of")
        .with("n", i64::try_from(number).unwrap_or(i64::MAX))
        .with("of", i64::try_from(of).unwrap_or(i64::MAX));
    t.tell(&message)
}

fn document(visit: &Visit, record: &Record) -> Document {
    let (t, subject, sent) = (visit.t, &record.subject, &record.sent);
    let reference = subject.row.reference.clone();
    let title = t.with("record-copy", "n", sent.version);
    let facts = facts(visit, record).into_iter();
    let facts = facts.map(|fact| Fact {
        label: fact.label,
        value: fact.value,
    });
    let mut blocks = vec![Block::Title(title.clone()), Block::Facts(facts.collect())];
    let form = subject.form_of(&sent.answers);
    for section in sections(t, &form, &sent.answers) {
        blocks.extend(section_blocks(t, section));
    }
    let at = t.when(sent.submitted_at, visit.zone());
    Document {
        language: t.language().code(),
        rtl: t.language().direction() == "rtl",
        title: format!("{reference} – {title}"),
        header: (reference, t.with("record-sent-at", "when", at)),
        footer: format!("SHA-256 {}", sent.digest),
        blocks,
    }
}

fn section_blocks(t: Locale, section: ShownSection) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(section.title)];
    for part in section.parts {
        match part {
            ShownPart::Rows(rows) => blocks.extend(rows.into_iter().map(|row| entry(t, row))),
            ShownPart::Table(shown) => blocks.push(table(shown)),
            ShownPart::Files(shown) => blocks.push(files(shown)),
        }
    }
    blocks
}

fn entry(t: Locale, row: SummaryRow) -> Block {
    let soft = row.paragraphs.is_empty();
    Block::Entry(Entry {
        label: row.key,
        paragraphs: match soft {
            true => vec![t.say("frame-not-answered")],
            false => row.paragraphs,
        },
        soft,
    })
}

/// Each file with its size and the fingerprint that proves its content.
fn files(shown: ShownFiles) -> Block {
    let file = |file: &ShownFile| {
        let (name, size) = (&file.name, &file.size);
        let line = format!("\u{2068}{name}\u{2069} (\u{2068}{size}\u{2069})");
        format!("{line}\nSHA-256 {}", file.sha256)
    };
    Block::Entry(Entry {
        label: shown.key,
        paragraphs: shown.files.iter().map(file).collect(),
        soft: false,
    })
}

fn table(shown: ShownTable) -> Block {
    let heads = shown.heads.into_iter().map(|head| Head {
        text: head.text,
        num: head.num,
    });
    Block::Table(Table {
        caption: shown.caption,
        heads: heads.collect(),
        rows: shown.rows.into_iter().chain(shown.foot).collect(),
    })
}
