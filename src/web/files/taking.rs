//! Taking a file that has arrived whole: it is looked into, stored, and becomes a
//! document of the application; or the reason why not comes back.

use actix_web::rt::spawn;
use actix_web::web::block;

use super::posted::{disk, let_go};
use crate::actions::Refusal;
use crate::actions::attachment::{self, Target};
use crate::domain::file::{FileKind, FileName};
use crate::domain::{Message, UploadId};
use crate::files::{Bad, Stored, Whole, accept};
use crate::store::Tx;
use crate::web::access::Applicant;
use crate::web::errors::Fault;
use crate::web::visit::Visit;

/// A file that has arrived.
pub struct Arrived {
    pub name: FileName,
    pub whole: Whole,
    /// The upload that brought it in parts.
    pub upload: Option<UploadId>,
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
pub async fn take(
    visit: &Applicant,
    to: Target,
    arrived: Arrived,
) -> Result<Result<(), Untaken>, Fault> {
    let keep = as_document(visit, to, arrived.upload);
    take_as(visit, keep, arrived).await
}

/// Takes a file. It goes on to its end although the browser may be gone.
pub async fn take_as(
    visit: &Visit,
    keep: Keep,
    arrived: Arrived,
) -> Result<Result<(), Untaken>, Fault> {
    let person = visit.clone();
    let taking = spawn(async move { look_and_keep(&person, keep, arrived).await });
    taking.await.map_err(|_| Fault::Lost)?
}

async fn look_and_keep(
    visit: &Visit,
    mut keep: Keep,
    arrived: Arrived,
) -> Result<Result<(), Untaken>, Fault> {
    let Arrived { name, whole, .. } = arrived;
    // Nobody adds to it before the row is there.
    let (looked, _held) = look(visit, whole, name.kind()).await?;
    let stored = match looked {
        Ok(stored) => stored,
        Err(bad) => return untaken(bad, &name).map(Err),
    };
    let kept = stored.clone();
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

/// Looks into a file and hands it back.
async fn look(
    visit: &Visit,
    mut whole: Whole,
    kind: FileKind,
) -> Result<(Result<Stored, Bad>, Whole), Fault> {
    let turn = visit.site.inspecting.acquire().await;
    let turn = turn.map_err(|_| Fault::Lost)?;
    let (storage, scanner) = (visit.site.storage.clone(), visit.site.scanner.clone());
    let looked = block(move || {
        let looked = accept(&storage, &mut whole, kind, scanner.as_ref());
        (looked, whole)
    });
    let looked = looked.await;
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
