//! Taking a file of grants back, so that nothing of it counts.

use actix_web::HttpResponse;
use actix_web::web::Path;

use crate::actions::import_ledger as actions;
use crate::domain::{LedgerFileId, Message};
use crate::store::Tx;
use crate::store::ledger::{self, LedgerFile};
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::Form;
use crate::web::legal_status::FormPage;
use crate::web::ops::NoFields;
use crate::web::ui::Link;
use crate::web::url;

/// Where a file is taken back.
pub fn place(id: LedgerFileId) -> String {
    format!("{}/files/{id}/withdrawal", url::LEDGER)
}

fn page(visit: &Admin, file: &LedgerFile) -> FormPage {
    let t = visit.t;
    let heading = t.say("ledger-file-withdraw");
    let lead = Message::new("ledger-file-withdraw-lead")
        .with("name", file.name.as_str())
        .with("grants", t.number(file.entries));
    FormPage {
        chrome: Chrome::new(visit, &heading).back(Link::new(url::LEDGER, t.say("ledger-title"))),
        over: t.say("ledger-title"),
        heading,
        lead: t.tell(&lead),
        action: place(file.id),
        fields: Vec::new(),
        submit: t.say("ledger-file-withdraw"),
        cancel: Link::new(url::LEDGER, t.say("ledger-keep")),
    }
}

/// Asks first.
pub async fn show(visit: Admin, id: Path<String>) -> Result<HttpResponse, Fault> {
    let id = LedgerFileId::parse(&id).map_err(|_| Fault::NotFound)?;
    let found = visit
        .read(move |reader| ledger::find_file(reader, id))
        .await?;
    let file = found.filter(|file| file.withdrawn_at.is_none());
    visit.page(&page(&visit, &file.ok_or(Fault::NotFound)?))
}

/// Takes it back.
pub async fn withdraw(
    visit: Admin,
    id: Path<String>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let id = LedgerFileId::parse(&id).map_err(|_| Fault::NotFound)?;
    let actor = visit.actor().clone();
    visit
        .act_or_fault(move |tx: &mut Tx| actions::withdraw(tx, &actor, id))
        .await?;
    Ok(visit.see_with(url::LEDGER, "notice-ledger-file-withdrawn"))
}
