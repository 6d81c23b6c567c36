//! Files that are made ready before they are sent: a slow browser then holds no
//! connection to the database, and what can't be finished is told instead of broken off.

use std::fs::File;
use std::io::Seek;

use actix_web::HttpResponse;
use actix_web::http::header;

use super::stream;
use crate::actions::export_round::{self, Unfinished};
use crate::domain::AccountId;
use crate::store::{Database, Reader, Tx};
use crate::web::errors::Fault;
use crate::web::visit::Visit;
use crate::web::waiting::{ROUND, wait};

/// Counts a file that somebody takes out, before anything is noted or read for it.
pub async fn count(visit: &Visit, person: AccountId) -> Result<(), Fault> {
    let count = move |tx: &mut Tx| Ok(export_round::count(tx, person)?);
    match visit.act_or_fault(count).await? {
        true => Err(Fault::TooMany),
        false => Ok(()),
    }
}

/// Writes a nameless file of the data folder from one state of the database.
pub async fn make<T: Send + 'static>(
    visit: &Visit,
    write: impl FnOnce(&mut Reader, &mut File) -> Result<T, Unfinished> + Send + 'static,
) -> Result<(File, T), Fault> {
    visit.turn.take(&visit.site).await?;
    let folder = visit.site.config.data.clone();
    let made = move |database: &Database| -> Result<(File, T), Unfinished> {
        let mut file = tempfile::tempfile_in(&folder)?;
        let reports = database.for_reports();
        let told = reports.snapshot(|reader| write(reader, &mut file))?;
        file.rewind()?;
        Ok((file, told))
    };
    let waits = (ROUND, Fault::Unavailable);
    let made = wait(&visit.site.database, waits, made).await?;
    made.map_err(fault)
}

fn fault(problem: Unfinished) -> Fault {
    match problem {
        Unfinished::Store(error) => error.into(),
        Unfinished::Io(error) => {
            tracing::error!(%error, "a file was not made ready");
            Fault::NoDisk
        }
    }
}

/// Sends a file from its beginning under a name of small letters, digits and hyphens.
pub fn answer(file: File, name: &str, media_type: &'static str) -> HttpResponse {
    let disposition = format!("attachment; filename=\"{name}\"");
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, media_type))
        .insert_header((header::CONTENT_DISPOSITION, disposition))
        .streaming(stream::of(file))
}
