//! Files in parts, for the script: announced, then sent piece by piece. A broken
//! line asks how much arrived and goes on from there.

use actix_web::dev::Payload;
use actix_web::error::BlockingError;
use actix_web::http::StatusCode;
use actix_web::web::{Path, block};
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use futures_util::future::{Ready, ready};
use serde::{Deserialize, Serialize};

use super::page::place;
use super::posted::{disk, next};
use super::several::lying;
use super::taking::{Arrived, Untaken, take};
use crate::actions::Refusal;
use crate::actions::attachment::Target;
use crate::actions::upload::{Announced, Begun, begin as begin_upload, give_up, take_over};
use crate::domain::file::{FileName, FileSecret, Limits};
use crate::domain::{ApplicationId, Message, Problems, UploadId};
use crate::files::{Part, PartError};
use crate::policy::Reach;
use crate::store::application;
use crate::store::upload::{self, UploadRow};
use crate::web::access::Applicant;
use crate::web::application::load::opened;
use crate::web::errors::Fault;
use crate::web::forms::{Form, is_token, same_origin};
use crate::web::url;

/// Longest word by which a browser knows a file again.
const MOST_MARK: usize = 100;

/// What is announced.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AnnouncedForm {
    name: String,
    size: u64,
    media: String,
    mark: String,
}

/// What the script is told.
#[derive(Serialize, Default)]
struct Told {
    /// Where the parts go.
    #[serde(skip_serializing_if = "String::is_empty")]
    place: String,
    /// How many bytes have arrived.
    offset: u64,
    /// It is a document of the application now.
    done: bool,
    /// Why it can't be, in the reader's language.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
    /// The same file may be tried again later.
    again: bool,
}

fn tell(status: StatusCode, told: &Told) -> HttpResponse {
    HttpResponse::build(status).json(told)
}

fn refuse(visit: &Applicant, message: &Message, again: bool) -> HttpResponse {
    let told = Told {
        error: Some(visit.t.tell(message)),
        again,
        ..Told::default()
    };
    tell(StatusCode::UNPROCESSABLE_ENTITY, &told)
}

impl AnnouncedForm {
    fn read(&self, limits: Limits) -> Result<Announced, Message> {
        let name = FileName::parse(&self.name)?;
        if !name.kind().agrees_with(&self.media) {
            return Err(lying(&name));
        }
        limits.check_size(&name, self.size)?;
        Ok(Announced {
            name,
            size: i64::try_from(self.size).unwrap_or(i64::MAX),
            mark: self.mark.chars().take(MOST_MARK).collect(),
        })
    }
}

/// Begins an upload, or finds the one that was broken off.
pub async fn begin(
    visit: Applicant,
    path: Path<(String, String, String)>,
    Form(form): Form<AnnouncedForm>,
) -> Result<HttpResponse, Fault> {
    let opened = opened(&visit, &path.0).await?;
    place(&opened, &path.1, &path.2)?;
    let limits = visit.site.file_limits;
    let announced = match form.read(limits) {
        Ok(announced) => announced,
        Err(message) => return Ok(refuse(&visit, &message, false)),
    };
    let to = Target {
        application: opened.row.id,
        question: path.2.clone(),
    };
    let actor = visit.actor().clone();
    let begun = visit.act(move |tx| begin_upload(tx, &actor, &to, &announced, limits));
    match begun.await? {
        Ok(begun) => told_of(&visit, begun).await,
        Err(Refusal::Invalid(problems)) => Ok(refuse(&visit, &first(problems)?, false)),
        Err(other) => Err(other.into()),
    }
}

fn first(problems: Problems) -> Result<Message, Fault> {
    let first = problems.0.into_iter().next().ok_or(Fault::Lost)?;
    Ok(first.message)
}

async fn told_of(visit: &Applicant, begun: Begun) -> Result<HttpResponse, Fault> {
    for id in begun.dropped {
        let_go(visit.site.storage.part(id)).await?;
    }
    let told = state_of(visit, &begun.row).await?;
    Ok(tell(StatusCode::OK, &told))
}

async fn state_of(visit: &Applicant, row: &UploadRow) -> Result<Told, Fault> {
    let part = visit.site.storage.part(row.id);
    let length = block(move || part.length()).await;
    Ok(Told {
        place: url::upload(row.application_id, row.id),
        offset: length.map_err(|_| Fault::Lost)?.map_err(disk)?,
        done: row.file_id.is_some(),
        ..Told::default()
    })
}

/// An upload of one's own to an application within reach.
async fn found(visit: &Applicant, path: &(String, String)) -> Result<UploadRow, Fault> {
    let application = ApplicationId::parse(&path.0).map_err(|_| Fault::NotFound)?;
    let id = UploadId::parse(&path.1).map_err(|_| Fault::NotFound)?;
    let (reach, me) = (Reach::applicant(visit.actor()), visit.actor().id);
    let found = visit.read(move |reader| {
        if application::find(reader, reach, application)?.is_none() {
            return Ok(None);
        }
        upload::find(reader, me, application, id)
    });
    found.await?.ok_or(Fault::NotFound)
}

/// How much has arrived.
pub async fn state(visit: Applicant, path: Path<(String, String)>) -> Result<HttpResponse, Fault> {
    let row = found(&visit, &path).await?;
    Ok(tell(StatusCode::OK, &state_of(&visit, &row).await?))
}

/// A piece of a file as it comes, from our own pages only.
pub struct Piece {
    offset: u64,
    payload: Payload,
}

impl FromRequest for Piece {
    type Error = Fault;
    type Future = Ready<Result<Self, Fault>>;
    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let header = |name: &str| {
            let value = request.headers().get(name);
            value
                .and_then(|value| value.to_str().ok())
                .unwrap_or_default()
        };
        let offset = header("upload-offset").parse();
        let offset = offset.map_err(|_| Fault::Unreadable);
        let piece = offset.and_then(|offset| {
            same_origin(request)?;
            is_token(request, header("x-csrf"))?;
            let payload = payload.take();
            Ok(Self { offset, payload })
        });
        ready(piece)
    }
}

/// Adds a piece; with the last one the file is looked into and taken.
pub async fn add(
    visit: Applicant,
    path: Path<(String, String)>,
    piece: Piece,
) -> Result<HttpResponse, Fault> {
    let row = found(&visit, &path).await?;
    if row.file_id.is_some() {
        return Ok(tell(StatusCode::OK, &state_of(&visit, &row).await?));
    }
    let whole = u64::try_from(row.size).map_err(|_| Fault::Lost)?;
    let part = visit.site.storage.part(row.id);
    let key = key_of(&visit, &row).await?;
    match append(&part, (piece, key.clone()), whole).await {
        Ok(arrived) if arrived == whole => finish(&visit, &row, (part, key)).await,
        Ok(_) => Ok(tell(StatusCode::OK, &state_of(&visit, &row).await?)),
        Err(Stopped::Fault(fault)) => Err(fault),
        Err(Stopped::Part(PartError::Elsewhere(_) | PartError::Busy | PartError::Broken)) => {
            Ok(tell(StatusCode::CONFLICT, &state_of(&visit, &row).await?))
        }
        Err(Stopped::Part(PartError::TooLong)) => Err(Fault::Unreadable),
        Err(Stopped::Part(PartError::Io(problem))) => Err(disk(problem)),
    }
}

enum Stopped {
    Fault(Fault),
    Part(PartError),
}

fn ran<T>(ran: Result<Result<T, PartError>, BlockingError>) -> Result<T, Stopped> {
    let done = ran.map_err(|_| Stopped::Fault(Fault::Lost))?;
    done.map_err(Stopped::Part)
}

/// The key with which its parts are sealed.
async fn key_of(visit: &Applicant, row: &UploadRow) -> Result<FileSecret, Fault> {
    let (of, former) = (row.clone(), row.clone());
    let known = visit.read(move |reader| upload::secret(reader, &of));
    match known.await? {
        Some(secret) => Ok(secret),
        None => visit.act_or_fault(move |tx| take_over(tx, &former)).await,
    }
}

/// Writes a piece as it comes. What arrived before the line broke stays.
async fn append(
    part: &Part,
    (mut piece, key): (Piece, FileSecret),
    whole: u64,
) -> Result<u64, Stopped> {
    let (to, offset) = (part.clone(), piece.offset);
    let mut arriving = ran(block(move || to.begin(offset, key)).await)?;
    loop {
        match next(&mut piece.payload).await {
            Ok(Some(bytes)) => {
                let added = block(move || arriving.add(&bytes, whole).map(|()| arriving));
                arriving = ran(added.await)?;
            }
            Ok(None) => return ran(block(move || arriving.finish()).await),
            Err(fault) => {
                ran(block(move || arriving.finish()).await)?;
                return Err(Stopped::Fault(fault));
            }
        }
    }
}

/// Takes a file that has arrived whole.
async fn finish(
    visit: &Applicant,
    row: &UploadRow,
    (part, key): (Part, FileSecret),
) -> Result<HttpResponse, Fault> {
    let (of, size) = (part.clone(), u64::try_from(row.size).unwrap_or_default());
    let whole = match ran(block(move || of.whole(size, &key)).await) {
        Ok(whole) => whole,
        Err(Stopped::Fault(fault)) => return Err(fault),
        Err(Stopped::Part(PartError::Io(problem))) => return Err(disk(problem)),
        Err(Stopped::Part(PartError::Broken)) => {
            tracing::warn!(upload = %row.id, "parts that were altered are dropped");
            let_go(part).await?;
            return Ok(tell(StatusCode::CONFLICT, &state_of(visit, row).await?));
        }
        Err(_) => return Ok(tell(StatusCode::CONFLICT, &state_of(visit, row).await?)),
    };
    let to = Target {
        application: row.application_id,
        question: row.question.clone(),
    };
    let arrived = Arrived {
        name: FileName::parse(&row.name).map_err(|_| Fault::Lost)?,
        whole,
        upload: Some(row.id),
    };
    let answer = match take(visit, to, arrived).await? {
        Ok(()) => {
            let done = Told {
                offset: size,
                done: true,
                ..Told::default()
            };
            tell(StatusCode::OK, &done)
        }
        Err(Untaken::Later(message)) => return Ok(refuse(visit, &message, true)),
        Err(Untaken::Refused(message)) => {
            let id = row.id;
            visit.act_or_fault(move |tx| give_up(tx, id)).await?;
            refuse(visit, &message, false)
        }
    };
    // What was sealed anew is kept, not what arrived.
    let_go(part).await?;
    Ok(answer)
}

/// Takes away what arrived of a file that is taken or given up; what can't be now, the
/// next sweep does.
async fn let_go(part: Part) -> Result<(), Fault> {
    let removed = block(move || part.remove()).await;
    if let Err(problem) = removed.map_err(|_| Fault::Lost)? {
        tracing::warn!(%problem, "what came in parts stays until the next sweep");
    }
    Ok(())
}
