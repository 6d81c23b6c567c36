//! Taking a file that has arrived whole: it is looked into, stored, and becomes a
//! document of the application; or the reason why not comes back.

use std::path::PathBuf;

use actix_web::rt::spawn;
use actix_web::web::block;

use super::posted::{disk, let_go};
use crate::actions::Refusal;
use crate::actions::attachment::{self, Target};
use crate::domain::file::FileName;
use crate::domain::{Message, UploadId};
use crate::files::{Bad, Stored, accept};
use crate::store::Tx;
use crate::web::access::Applicant;
use crate::web::errors::Fault;
use crate::web::visit::Visit;

/// A file that has arrived.
pub struct Arrived<Held> {
    pub name: FileName,
    pub path: PathBuf,
    /// The upload that brought it in parts.
    pub upload: Option<UploadId>,
    /// What keeps it where it is meanwhile.
    pub held: Held,
}

/// Why a file was not taken.
pub enum Untaken {
    /// To be told to whoever sent it; asking again with the same file is no use.
    Refused(Message),
    /// The same for trouble of ours: asking again may help.
    Later(Message),
}

/// Keeps a file that was looked into, in the transaction of what it is for.
pub type Keep = Box<dyn FnMut(&mut Tx, &FileName, &Stored) -> Result<(), Refusal> + Send>;

/// Keeps a file as a document of an application; `upload` brought it in parts.
pub fn as_document(visit: &Applicant, to: Target, upload: Option<UploadId>) -> Keep {
    let (actor, limits) = (visit.actor().clone(), visit.site.file_limits);
    Box::new(move |tx, name, stored| {
        attachment::add(tx, &actor, &to, (name, stored), (limits, upload)).map(|_| ())
    })
}

/// Takes a file as a document of an application.
pub async fn take<Held: 'static>(
    visit: &Applicant,
    to: Target,
    arrived: Arrived<Held>,
) -> Result<Result<(), Untaken>, Fault> {
    let keep = as_document(visit, to, arrived.upload);
    take_as(visit, keep, arrived).await
}

/// Takes a file. It goes on to its end although the browser may be gone.
pub async fn take_as<Held: 'static>(
    visit: &Visit,
    keep: Keep,
    arrived: Arrived<Held>,
) -> Result<Result<(), Untaken>, Fault> {
    let person = visit.clone();
    let taking = spawn(async move {
        let taken = look_and_keep(&person, keep, &arrived).await;
        drop(arrived.held);
        taken
    });
    taking.await.map_err(|_| Fault::Lost)?
}

async fn look_and_keep<Held>(
    visit: &Visit,
    mut keep: Keep,
    arrived: &Arrived<Held>,
) -> Result<Result<(), Untaken>, Fault> {
    let stored = match look(visit, arrived).await? {
        Ok(stored) => stored,
        Err(bad) => return untaken(bad, &arrived.name).map(Err),
    };
    let (name, kept) = (arrived.name.clone(), stored.clone());
    let refusal = match visit.act(move |tx| keep(tx, &name, &kept)).await? {
        Ok(()) => return Ok(Ok(())),
        Err(refusal) => refusal,
    };
    let_go(visit, stored.key).await?;
    match refusal {
        Refusal::Invalid(problems) => {
            let first = problems.0.into_iter().next().ok_or(Fault::Lost)?;
            Ok(Err(Untaken::Refused(first.message)))
        }
        other => Err(other.into()),
    }
}

async fn look<Held>(visit: &Visit, arrived: &Arrived<Held>) -> Result<Result<Stored, Bad>, Fault> {
    let turn = visit.site.inspecting.acquire().await;
    let turn = turn.map_err(|_| Fault::Lost)?;
    let (storage, scanner) = (visit.site.storage.clone(), visit.site.scanner.clone());
    let (path, kind) = (arrived.path.clone(), arrived.name.kind());
    let looked = block(move || accept(&storage, &path, kind, scanner.as_ref())).await;
    drop(turn);
    looked.map_err(|_| Fault::Lost)
}

fn untaken(bad: Bad, name: &FileName) -> Result<Untaken, Fault> {
    match (bad.message(name), bad) {
        (Some(message), Bad::Unscanned) => Ok(Untaken::Later(message)),
        (Some(message), _) => Ok(Untaken::Refused(message)),
        (None, Bad::Io(problem)) => Err(disk(problem)),
        (None, _) => Err(Fault::Lost),
    }
}
