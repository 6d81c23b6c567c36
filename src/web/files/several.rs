//! The files of a posted form, received and taken one by one.

use actix_web::HttpResponse;
use actix_web::http::{ConnectionType, StatusCode};
use askama::Template;

use super::posted::{FileForm, PostedFile, next_file};
use super::shown::megabytes;
use super::taking::{Arrived, Keep, Untaken, take_as};
use crate::domain::file::FileName;
use crate::domain::{Message, Problems};
use crate::web::errors::Fault;
use crate::web::visit::Visit;

/// What is told of files that were not taken; the others are.
pub struct Refused {
    status: StatusCode,
    pub problems: Problems,
}

impl Refused {
    /// Answers with the page that tells it.
    pub fn answer(&self, visit: &Visit, page: &impl Template) -> Result<HttpResponse, Fault> {
        let mut answer = visit.answer(self.status, page)?;
        if self.status == StatusCode::PAYLOAD_TOO_LARGE {
            // The rest of the body is not waited for.
            let head = answer.head_mut();
            head.set_connection_type(ConnectionType::Close);
        }
        Ok(answer)
    }
}

/// Takes the posted files one by one; those that are refused are told together,
/// the others are kept.
pub async fn take_each(
    visit: &Visit,
    form: FileForm,
    keep: impl Fn() -> Keep,
) -> Result<Result<(), Refused>, Fault> {
    let FileForm::Files(mut form) = form else {
        let most = megabytes(visit.site.file_limits.bytes);
        let told = Message::new("error-file-form").with("most", most);
        return Ok(Err(Refused {
            status: StatusCode::PAYLOAD_TOO_LARGE,
            problems: Problems::one("file", told),
        }));
    };
    let mut problems = Problems::default();
    let mut files = 0;
    while let Some(mut file) = next_file(&mut form).await? {
        files += 1;
        if let Err(message) = take_one(visit, &mut file, keep()).await? {
            problems.add("file", message);
        }
    }
    if files == 0 {
        problems.add("file", Message::new("error-file-choose"));
    }
    Ok(match problems.is_empty() {
        true => Ok(()),
        false => Err(Refused {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            problems,
        }),
    })
}

/// Receives and takes one file.
async fn take_one(
    visit: &Visit,
    file: &mut PostedFile,
    keep: Keep,
) -> Result<Result<(), Message>, Fault> {
    let arrived = match receive(visit, file).await? {
        Ok(arrived) => arrived,
        Err(message) => return Ok(Err(message)),
    };
    let taken = take_as(visit, keep, arrived).await?;
    Ok(taken.map_err(|(Untaken::Refused(message) | Untaken::Later(message))| message))
}

/// Receives one file whole. What is refused by its name is not kept for a moment, only
/// read past.
pub async fn receive(
    visit: &Visit,
    file: &mut PostedFile,
) -> Result<Result<Arrived, Message>, Fault> {
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
        whole,
        upload: None,
    }))
}

/// That a file is of another type than its name says.
pub fn lying(name: &FileName) -> Message {
    Message::new("error-file-lying").with("name", name.as_str())
}
