//! Handing out a file: always to be saved, never to be shown as a page of ours.

use std::fs::File;
use std::io::Read;

use actix_web::HttpResponse;
use actix_web::body::SizedStream;
use actix_web::http::header;
use actix_web::web::{Path, block};

use super::posted::disk;
use crate::actions::attachment::{for_reviewer, for_staff};
use crate::domain::file::{Content, FileKind};
use crate::domain::{ApplicationId, FileId};
use crate::policy::Reach;
use crate::store::attachment::{self, AttachmentRow};
use crate::web::access::{Applicant, Fresh, Reviewer, Staff};
use crate::web::errors::Fault;
use crate::web::export::stream;
use crate::web::forms::Form;
use crate::web::ops::NoFields;
use crate::web::visit::Visit;

type Address = Path<(String, String)>;

fn ids(path: &Address) -> Result<(ApplicationId, FileId), Fault> {
    let application = ApplicationId::parse(&path.0).map_err(|_| Fault::NotFound)?;
    let file = FileId::parse(&path.1).map_err(|_| Fault::NotFound)?;
    Ok((application, file))
}

/// A file of one's own organisation.
pub async fn own(visit: Applicant, path: Address) -> Result<HttpResponse, Fault> {
    let (application, file) = ids(&path)?;
    let reach = Reach::applicant(visit.actor());
    let found = visit.read(move |reader| attachment::find(reader, reach, application, file));
    let row = found.await?.ok_or(Fault::NotFound)?;
    hand_out(&visit, row).await
}

/// A file of an application that staff may read; noted in the audit log.
pub async fn by_staff(
    visit: Fresh<Staff>,
    path: Address,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let (application, file) = ids(&path)?;
    let actor = visit.actor().clone();
    let asked = visit.act_or_fault(move |tx| for_staff(tx, &actor, application, file));
    hand_out(&visit, asked.await?).await
}

/// A file of an application that a reviewer may read; noted in the audit log.
pub async fn by_reviewer(
    visit: Reviewer,
    path: Address,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let (application, file) = ids(&path)?;
    let actor = visit.actor().clone();
    let asked = visit.act_or_fault(move |tx| for_reviewer(tx, &actor, application, file));
    hand_out(&visit, asked.await?).await
}

/// Hands out the content of a document that the caller may read.
pub async fn hand_out(visit: &Visit, row: AttachmentRow) -> Result<HttpResponse, Fault> {
    let lying = (row.storage_key, row.content, row.size);
    hand_out_as(visit, lying, (row.kind, &row.name)).await
}

/// Hands out what is kept under a key, so many bytes, to whoever may read it.
pub async fn hand_out_as(
    visit: &Visit,
    (key, content, size): (String, Content, i64),
    (kind, name): (FileKind, &str),
) -> Result<HttpResponse, Fault> {
    if content == Content::Shut {
        return Err(Fault::Sealed);
    }
    let storage = visit.site.storage.clone();
    let opened = block(move || storage.read(&key, &content)).await;
    let read = opened.map_err(|_| Fault::Lost)?.map_err(disk)?;
    let size = u64::try_from(size).map_err(|_| Fault::Lost)?;
    Ok(hand_out_read(read, size, (kind.media_type(), name)))
}

/// Hands out a file from its beginning, whatever it holds, to whoever may read it.
pub fn hand_out_opened(file: File, names: (&'static str, &str)) -> Result<HttpResponse, Fault> {
    let size = file.metadata().map_err(disk)?.len();
    Ok(hand_out_read(file, size, names))
}

fn hand_out_read(
    file: impl Read + Send + 'static,
    size: u64,
    (media_type, name): (&'static str, &str),
) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, media_type))
        .insert_header((header::CONTENT_DISPOSITION, disposition(name)))
        .insert_header((
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; sandbox",
        ))
        // Sent as it is: its size is known.
        .insert_header(header::ContentEncoding::Identity)
        .body(SizedStream::new(size, Box::pin(stream::of(file))))
}

/// RFC 6266: a name of plain letters for old programs, the real one beside it.
fn disposition(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| match c {
            '"' | '\\' | '%' | '/' => '_',
            c if c == ' ' || c.is_ascii_graphic() => c,
            _ => '_',
        })
        .collect();
    let real = name.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
        out
    });
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{real}")
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn a_name_can_end_no_header() {
        assert_eq!(
            disposition("تقرير \"1\"\r\n.pdf"),
            "attachment; filename=\"_____ _1___.pdf\"; \
             filename*=UTF-8''%D8%AA%D9%82%D8%B1%D9%8A%D8%B1%20%221%22%0D%0A.pdf"
        );
    }
}
