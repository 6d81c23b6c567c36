//! The files that go out.

use std::fs::File;

use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::Deserialize;

use crate::actions::publish;
use crate::domain::Message;
use crate::exchange::publication::Standard;
use crate::policy::Reach;
use crate::store::{Reader, Tx};
use crate::web::access::{Admin, Fresh};
use crate::web::errors::Fault;
use crate::web::export::ready;
use crate::web::forms::Form;

/// Which file is asked for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct SendForm {
    standard: String,
}

/// Sends the awards of a round that may be published.
pub async fn send(
    visit: Fresh<Admin>,
    slug: Path<String>,
    Form(form): Form<SendForm>,
) -> Result<HttpResponse, Fault> {
    let standard = Standard::from_code(&form.standard).ok_or(Fault::Unreadable)?;
    let unnamed = || Fault::Stale(Message::new("stale-no-funder"));
    let funder = visit.site.config.funder().ok_or_else(unnamed)?;
    ready::count(&visit, visit.actor().id).await?;
    let (t, slug) = (visit.t, slug.into_inner());
    let reach = Reach::staff(visit.actor());
    let note = move |tx: &mut Tx| publish::begin(tx, reach, &slug, standard);
    let edition = visit.act_or_fault(note).await?;
    let name = edition.file_name();
    let write =
        move |reader: &mut Reader, file: &mut File| edition.write(reader, file, (t, &funder));
    let (file, grants) = ready::make(&visit, write).await?;
    if grants == 0 {
        return Err(Fault::Stale(Message::new("stale-nothing-published")));
    }
    Ok(ready::answer(file, &name, standard.media_type()))
}
