//! The files of an entry: added by admins, handed to staff. Reviewers get none of them;
//! a quotation carries words.

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::entry::{Found, ids, load, page, within_reach};
use super::place;
use crate::actions::engagement_file as actions;
use crate::domain::engagement::{TypedQuote, UPLOADS_MOST};
use crate::domain::{EngagementId, FileId, Message, OrganisationId, Problems};
use crate::store::engagement::UploadedRow;
use crate::web::access::{Admin, Fresh, Staff};
use crate::web::errors::Fault;
use crate::web::files::posted::{FileForm, let_go};
use crate::web::files::shown::{megabytes, size, state};
use crate::web::files::{Keep, hand_out_as, take_each};
use crate::web::forms::Form;
use crate::web::ops::NoFields;
use crate::web::ui::Badge;
use crate::web::visit::Visit;

/// A file of an entry as it is shown.
pub struct ShownUpload {
    pub name: String,
    pub size: String,
    /// Who added it when.
    pub by: String,
    /// What the scanner said.
    pub state: Badge,
    /// When it was removed; empty while it is there.
    pub gone: String,
    pub href: String,
    /// Where it is removed; nothing where the reader may not, or it is gone.
    pub removal: Option<String>,
}

/// The files of an entry and the form for more.
pub struct FilesOfEntry {
    pub list: Vec<ShownUpload>,
    /// Where more are sent; nothing where the reader may not, or there is no room.
    pub action: Option<String>,
    pub limits: Vec<String>,
    pub error: Option<String>,
}

/// The files of an entry for whoever `writes` in the log, or only reads.
pub fn files_of_entry(
    visit: &Visit,
    found: &Found,
    (writes, problems): (bool, &Problems),
) -> FilesOfEntry {
    let (t, of, entry) = (visit.t, found.organisation.id, found.latest().id);
    let standing = found.uploads.iter();
    let standing = standing.filter(|(row, _)| row.removed_at.is_none()).count();
    let kinds = Message::new("files-kinds").with("most", megabytes(visit.site.file_limits.bytes));
    let told = problems.0.iter().filter(|one| one.field == "file");
    let told: Vec<String> = told.map(|one| t.tell(&one.message)).collect();
    let one = |(row, by): &(UploadedRow, String)| shown(visit, of, (row, by.as_str()), writes);
    FilesOfEntry {
        list: found.uploads.iter().map(one).collect(),
        action: (writes && standing < UPLOADS_MOST as usize).then(|| place::uploads(of, entry)),
        limits: vec![t.tell(&kinds), t.say("files-metadata")],
        error: (!told.is_empty()).then(|| told.join(" ")),
    }
}

fn shown(
    visit: &Visit,
    of: OrganisationId,
    (row, by): (&UploadedRow, &str),
    writes: bool,
) -> ShownUpload {
    let t = visit.t;
    let by = Message::new("engagement-by")
        .with("who", by)
        .with("when", t.when(row.uploaded_at, visit.zone()));
    let gone = row.removed_at.map(|at| {
        let at = t.when(at, visit.zone());
        t.tell(&Message::new("engagement-upload-gone").with("when", at))
    });
    let href = place::upload(of, row.engagement_id, row.id);
    ShownUpload {
        name: row.name.clone(),
        size: size(t, row.size),
        by: t.tell(&by),
        state: state(t, row.scan),
        removal: (writes && gone.is_none()).then(|| format!("{href}/removal")),
        gone: gone.unwrap_or_default(),
        href,
    }
}

/// The ids in the address of a file.
fn of_file(
    path: &(String, String, String),
) -> Result<(OrganisationId, EngagementId, FileId), Fault> {
    let (id, entry) = ids(&(path.0.clone(), path.1.clone()))?;
    let file = FileId::parse(&path.2).map_err(|_| Fault::NotFound)?;
    Ok((id, entry, file))
}

/// Adds the posted files to an entry.
pub async fn add(
    visit: Admin,
    path: Path<(String, String)>,
    form: FileForm,
) -> Result<HttpResponse, Fault> {
    let of = ids(&path)?;
    // Nothing is read for an entry that the sender may not find.
    within_reach(&visit, visit.actor(), of).await?;
    let actor = visit.actor().clone();
    let keep = || -> Keep {
        let actor = actor.clone();
        Box::new(move |tx, name, stored| actions::add(tx, &actor, of, (name, stored)))
    };
    let Err(refused) = take_each(&visit, form, keep).await? else {
        return Ok(visit.see_with(&place::files(of.0, of.1), "notice-files-added"));
    };
    let found = load(&visit, visit.actor(), of).await?;
    let typed = (&TypedQuote::default(), &refused.problems);
    let page = page(&visit, visit.actor(), &found, typed);
    refused.answer(&visit, &page)
}

/// Hands a file to staff; noted in the audit log.
pub async fn hand(
    visit: Fresh<Staff>,
    path: Path<(String, String, String)>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let of = of_file(&path)?;
    let actor = visit.actor().clone();
    let asked = visit.act_or_fault(move |tx| actions::for_staff(tx, &actor, of));
    let row = asked.await?;
    let lying = (row.storage_key, row.content, row.size);
    hand_out_as(&visit, lying, (row.kind, &row.name)).await
}

/// Removes a file with its content.
pub async fn remove(
    visit: Admin,
    path: Path<(String, String, String)>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let of = of_file(&path)?;
    let actor = visit.actor().clone();
    let removed = visit.act_or_fault(move |tx| actions::remove(tx, &actor, of));
    if let Some(key) = removed.await? {
        let_go(&visit, key).await?;
    }
    Ok(visit.see_with(&place::files(of.0, of.1), "notice-file-removed"))
}
