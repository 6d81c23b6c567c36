//! Documents of an application: adding what was looked into, removing, and
//! handing out to those who read applications of others, which is noted.

use super::Refusal;
use super::answer_clarification::may_write_question;
use super::application::open;
use crate::domain::answers::{Answer, Answers, for_reviewers};
use crate::domain::blind;
use crate::domain::file::{Content, FileName, Limits};
use crate::domain::form::{Form, QuestionKind};
use crate::domain::{ApplicationId, FileId, UploadId};
use crate::files::Stored;
use crate::policy::application::MayEdit;
use crate::policy::{Actor, Reach};
use crate::store::attachment::{self, AttachmentRow};
use crate::store::{StoreError, Tx, audit, declaration, form, mint, submission, upload};

/// Where a document goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    pub application: ApplicationId,
    /// Code of the question.
    pub question: String,
}

/// How many files a question of a form takes; nothing when it takes none.
pub fn most_files(form: &Form, question: &str) -> Option<u32> {
    match form.question(question)?.kind {
        QuestionKind::Files { max_files } => Some(max_files),
        _ => None,
    }
}

/// Asks whether one more document has room, and for the right to add it.
pub(super) fn room(
    tx: &mut Tx,
    actor: &Actor,
    to: &Target,
    limits: Limits,
) -> Result<MayEdit, Refusal> {
    let draft = open(tx, actor, to.application)?;
    let may = may_write_question(tx, actor, &draft, &to.question)?;
    let most = most_files(&draft.form, &to.question).ok_or(Refusal::NotFound)?;
    let all = attachment::of_application(tx, Reach::applicant(actor), draft.row.id)?;
    let here = all.iter().filter(|row| row.question == to.question).count();
    let counted = limits.check_count(here, most, all.len());
    counted.map_err(|message| Refusal::field(&to.question, message))?;
    Ok(may)
}

/// Adds a file that was looked into and stored; `upload` brought it in parts.
pub fn add(
    tx: &mut Tx,
    actor: &Actor,
    to: &Target,
    (name, stored): (&FileName, &Stored),
    (limits, brought): (Limits, Option<UploadId>),
) -> Result<FileId, Refusal> {
    let may = room(tx, actor, to, limits)?;
    let row = AttachmentRow {
        id: mint(),
        application_id: may.application(),
        question: to.question.clone(),
        name: name.as_str().to_owned(),
        kind: name.kind(),
        size: stored.size,
        sha256: stored.sha256.clone(),
        scan: stored.scan,
        storage_key: stored.key.clone(),
        content: Content::Sealed(stored.secret.clone()),
        uploaded_by: may.editor(),
        uploaded_at: tx.now(),
        removed_at: None,
    };
    attachment::insert(tx, &may, &row)?;
    if let Some(brought) = brought {
        upload::find(tx, actor.id, to.application, brought)?.ok_or(Refusal::NotFound)?;
        // Its last piece may have come to two processes.
        if !upload::finish(tx, &may, brought, row.id)? {
            return Err(Refusal::NotFound);
        }
    }
    let object = ("application", to.application.as_str());
    audit(tx, "add_file", object, "", &told(&row))?;
    Ok(row.id)
}

/// What the audit log says of a document: never its name.
fn told(row: &AttachmentRow) -> String {
    format!("{} {} {}", row.question, row.id, row.sha256)
}

/// Takes a document off a draft. Answers where its content lies when nobody needs
/// it any more; what was sent before stays. A second press finds it removed.
pub fn remove(
    tx: &mut Tx,
    actor: &Actor,
    application: ApplicationId,
    file: FileId,
) -> Result<Option<String>, Refusal> {
    let draft = open(tx, actor, application)?;
    let reach = Reach::applicant(actor);
    let found = attachment::find(tx, reach, application, file)?;
    let question = found.as_ref().map_or("", |row| row.question.as_str());
    let may = may_write_question(tx, actor, &draft, question)?;
    let Some(row) = found.filter(|row| row.removed_at.is_none()) else {
        return Ok(None);
    };
    let sent = submission::latest(tx, reach, application)?;
    let was_sent = sent.is_some_and(|sent| row.uploaded_at <= sent.submitted_at);
    upload::delete_of_file(tx, file)?;
    if was_sent {
        attachment::mark_removed(tx, &may, file)?;
    } else {
        attachment::delete(tx, &may, file)?;
    }
    let object = ("application", application.as_str());
    audit(tx, "remove_file", object, &told(&row), "")?;
    Ok((!was_sent).then_some(row.storage_key))
}

/// Hands a document that was sent to staff.
pub fn for_staff(
    tx: &mut Tx,
    actor: &Actor,
    application: ApplicationId,
    file: FileId,
) -> Result<AttachmentRow, Refusal> {
    let reach = Reach::staff(actor);
    let row = attachment::find(tx, reach, application, file)?.ok_or(Refusal::NotFound)?;
    let sent = submission::latest(tx, reach, application)?;
    if sent.is_none_or(|sent| row.uploaded_at > sent.submitted_at) {
        return Err(Refusal::NotFound);
    }
    note_download(tx, &row)?;
    Ok(row)
}

/// Hands a document to a reviewer who may read the application, if it answers a
/// question that reviewers see; under another name where they don't know whose
/// it is.
pub fn for_reviewer(
    tx: &mut Tx,
    actor: &Actor,
    application: ApplicationId,
    file: FileId,
) -> Result<AttachmentRow, Refusal> {
    let reach = Reach::reviewer(actor, tx.now());
    let found = declaration::assigned(tx, reach, application)?;
    let assigned = found.ok_or(Refusal::NotFound)?;
    assigned.case.may_read().map_err(|_| Refusal::NotFound)?;
    let form = form::of_application(tx, &assigned.application)?.ok_or(Refusal::NotFound)?;
    let sent = submission::latest(tx, reach, application)?.ok_or(Refusal::NotFound)?;
    let (seen, blind) = match assigned.case.shows_applicant() {
        true => (for_reviewers(&form, &sent.answers), false),
        false => {
            let seen = for_reviewers(&form, &sent.answers);
            (blind::outside_profile(&form, seen), true)
        }
    };
    if !names(&seen, file) {
        return Err(Refusal::NotFound);
    }
    let mut row = attachment::find(tx, reach, application, file)?.ok_or(Refusal::NotFound)?;
    note_download(tx, &row)?;
    if blind {
        let mut files = blind::files(&seen).into_iter();
        let number = files.position(|one| one == file).unwrap_or(0) + 1;
        row.name = blind::file_name(number, row.kind);
    }
    Ok(row)
}

fn names(answers: &Answers, file: FileId) -> bool {
    answers.0.values().any(|answer| match answer {
        Answer::Files(files) => files.iter().any(|one| one.id == file),
        _ => false,
    })
}

/// Notes that a document is handed out.
pub(super) fn note_download(tx: &mut Tx, row: &AttachmentRow) -> Result<(), StoreError> {
    let object = ("application", row.application_id.as_str());
    audit(tx, "download_file", object, "", &told(row))
}
