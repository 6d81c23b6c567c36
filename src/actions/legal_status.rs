//! Putting papers of an organisation on record, the way of money from the United States
//! to it, and what a programme asks for; telling admins of papers that expire.

use super::{Refusal, letters};
use crate::domain::answers::{Answer, FileRef};
use crate::domain::legal_status::{
    DocumentDraft, DocumentKind, Needs, PathwayDraft, Seen, read_document, read_needs, read_pathway,
};
use crate::domain::reminder::is_morning;
use crate::domain::{
    AccountId, ApplicationId, FileId, Message, Moment, OrganisationId, ProgrammeId,
};
use crate::policy::legal_status::{MayCheckPapers, MaySetNeeds};
use crate::policy::{Actor, Reach};
use crate::store::application::{self, ApplicationRow, Filter};
use crate::store::legal_status::{self as store, Behind, Keeper};
use crate::store::{
    Reader, StoreError, Tx, audit, hold, organisation, programme, round, submission,
};

/// A file that came with an organisation's latest application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentFile {
    pub application: ApplicationId,
    pub file: FileRef,
}

/// The files that a paper of an organisation can be pointed at: those of its latest
/// application within reach, as it was sent.
pub fn files(
    reader: &mut Reader,
    reach: Reach,
    organisation: OrganisationId,
) -> Result<Vec<SentFile>, StoreError> {
    let filter = Filter {
        organisation: Some(organisation),
        ..Filter::default()
    };
    let Some(row) = application::list(reader, reach, &filter, None, 1)?.pop() else {
        return Ok(Vec::new());
    };
    let Some(sent) = submission::latest(reader, reach, row.id)? else {
        return Ok(Vec::new());
    };
    let of_one = sent
        .answers
        .0
        .into_values()
        .filter_map(|answer| match answer {
            Answer::Files(files) => Some(files),
            _ => None,
        });
    let file = |file| SentFile {
        application: row.id,
        file,
    };
    Ok(of_one.flatten().map(file).collect())
}

/// Puts a paper of an organisation on record; the latest of a kind counts.
pub fn record_document(
    tx: &mut Tx,
    actor: &Actor,
    (organisation, kind): (OrganisationId, DocumentKind),
    draft: &DocumentDraft,
) -> Result<(), Refusal> {
    let reach = Reach::staff(actor);
    organisation::find(tx, reach, organisation)?.ok_or(Refusal::NotFound)?;
    let may = MayCheckPapers::of(actor, organisation)?;
    let files = files(tx, reach, organisation)?;
    let ids: Vec<FileId> = files.iter().map(|one| one.file.id).collect();
    let today = tx.now().day(&actor.time_zone);
    let new = read_document(draft, &ids, today)?;
    let source = files.iter().find(|one| new.seen == Seen::File(one.file.id));
    let source = source.map(|one| one.application);
    keep(tx, &may, (kind, source), &new)
}

/// Puts the certificate of whoever stands behind an application on record: its own
/// organisation, or the sponsor where that has no legal form of its own.
pub fn check_beside(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    draft: &DocumentDraft,
) -> Result<(), Refusal> {
    let reach = Reach::staff(actor);
    let row = application::find(tx, reach, id)?.ok_or(Refusal::NotFound)?;
    let now = tx.now();
    let behind = behind(tx, &row, now)?;
    let bearer = behind.bearer(row.organisation_id);
    let bearer = bearer.ok_or_else(|| Refusal::Stale(Message::new("stale-no-legal-form")))?;
    organisation::find(tx, reach, bearer)?.ok_or(Refusal::NotFound)?;
    let may = MayCheckPapers::beside(actor, row.status, bearer)?;
    let draft = DocumentDraft {
        seen: Seen::Paper.code(),
        ..draft.clone()
    };
    let new = read_document(&draft, &[], now.day(&actor.time_zone))?;
    keep(tx, &may, (DocumentKind::Registration, Some(id)), &new)
}

fn keep(
    tx: &mut Tx,
    may: &MayCheckPapers,
    (kind, source): (DocumentKind, Option<ApplicationId>),
    new: &crate::domain::legal_status::NewDocument,
) -> Result<(), Refusal> {
    let id = may.organisation();
    let mut before = store::latest(tx, id)?.into_iter();
    let before = before.find(|one| one.kind == kind);
    let before = before.map_or("", |one| one.outcome.code());
    store::insert(tx, may, (kind, source), new)?;
    let after = format!("{} {}", kind.code(), new.outcome.code());
    audit(
        tx,
        "record_document",
        ("organisation", id.as_str()),
        before,
        &after,
    )?;
    Ok(())
}

/// What stands behind an application within the caller's reach, by the calendar of its
/// round.
pub fn behind(
    reader: &mut Reader,
    row: &ApplicationRow,
    now: Moment,
) -> Result<Behind, StoreError> {
    let missing = || StoreError::Damaged("a round is missing".to_owned());
    let round = round::by_id(reader, row.round_id)?.ok_or_else(missing)?;
    let today = now.day(&round.time_zone);
    let about = [(row.id, row.organisation_id)];
    let mut all = store::behind(reader, &about, round.programme_id, today)?;
    let nothing = || StoreError::Damaged("an application was not read".to_owned());
    all.remove(&row.id).ok_or_else(nothing)
}

/// Puts on record by which way money from the United States may reach an organisation.
pub fn record_pathway(
    tx: &mut Tx,
    actor: &Actor,
    id: OrganisationId,
    draft: &PathwayDraft,
) -> Result<(), Refusal> {
    organisation::find(tx, Reach::staff(actor), id)?.ok_or(Refusal::NotFound)?;
    let may = MayCheckPapers::of(actor, id)?;
    let new = read_pathway(draft)?;
    let before = store::pathways(tx, id)?.into_iter().next();
    let before = before.map_or("", |row| row.pathway.code());
    store::insert_pathway(tx, &may, &new)?;
    let object = ("organisation", id.as_str());
    audit(tx, "record_us_pathway", object, before, new.pathway.code())?;
    Ok(())
}

/// Says what a programme asks of a legal form. `posted` gives what was typed for a kind.
pub fn set_needs(
    tx: &mut Tx,
    actor: &Actor,
    (slug, form): (&str, &str),
    posted: &dyn Fn(&str) -> String,
) -> Result<(), Refusal> {
    let programme = programme::by_slug(tx, slug)?.ok_or(Refusal::NotFound)?;
    let may = MaySetNeeds::of(actor, programme.id)?;
    let needs = read_needs(form, posted)?;
    let before = needs_of(tx, programme.id, form)?;
    if before == needs {
        return Ok(());
    }
    store::set(tx, &may, form, &needs)?;
    let id = programme.id.to_string();
    let words = |needs: &Needs| format!("{form}: {}", needs.text());
    let about = ("programme", id.as_str());
    audit(
        tx,
        "set_document_needs",
        about,
        &words(&before),
        &words(&needs),
    )?;
    Ok(())
}

/// What a programme asks of one legal form.
pub fn needs_of(
    reader: &mut Reader,
    programme: ProgrammeId,
    form: &str,
) -> Result<Needs, StoreError> {
    let forms = [form.to_owned()];
    let found = store::of_forms(reader, programme, &forms)?.remove(form);
    Ok(found.unwrap_or_default())
}

/// Days ahead that the weekly letter looks.
pub const AHEAD: i64 = 60;
/// Hours after which the next letter is due: a week, less the morning's width.
const WEEK: i64 = 7 * 24 - 4;
/// People looked at in one transaction.
const BATCH: i64 = 100;

/// Tells admins once a week, in their morning, how many papers within their reach have
/// expired or soon will and how many holds are to be looked at again; after the person
/// `after`. Answers with the last one that was
/// looked at, while there may be more.
pub fn remind_expiring(
    tx: &mut Tx,
    after: Option<AccountId>,
    site: &str,
) -> Result<Option<AccountId>, StoreError> {
    let now = tx.now();
    let all = store::keepers(tx, after, BATCH)?;
    let last = all.last().map(|one| one.id);
    let full = i64::try_from(all.len()).unwrap_or(0) == BATCH;
    let week = now.plus_minutes(-60 * WEEK);
    let due = |one: &Keeper| {
        is_morning(now, &one.time_zone) && one.told_at.is_none_or(|told| told <= week)
    };
    // Each admin's reach is their own, and they are few: they are counted one by one.
    for one in all.into_iter().filter(due) {
        let reach = Reach::admin(one.id, tx.now());
        let soon = now.plus_days(AHEAD).day(&one.time_zone);
        let yesterday = now.plus_days(-1).day(&one.time_zone);
        let expired = store::count_expiring(tx, reach, yesterday)?;
        let soon = store::count_expiring(tx, reach, soon)? - expired;
        let holds = hold::count_due(tx, reach, now.day(&one.time_zone))?;
        if expired + soon + holds > 0 {
            letters::post_expiring(tx, &one, (expired, soon, holds), site)?;
            store::note_reminded(tx, one.id)?;
        }
    }
    Ok(last.filter(|_| full))
}
