//! Submissions: what was sent, kept unchanged in every version.

use diesel::prelude::*;
use sha2::{Digest, Sha256};

use super::answers::{answers_from_json, answers_json};
use super::application::find;
use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::schema::submissions;
use crate::domain::answers::Answers;
use crate::domain::{AccountId, ApplicationId, Moment};
use crate::policy::Reach;
use crate::policy::application::MayAdvance;

/// An application as it was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// 1 for the first.
    pub version: i32,
    pub submitted_at: Moment,
    pub submitted_by: AccountId,
    /// Came within the grace period after the deadline.
    pub late: bool,
    pub answers: Answers,
    /// SHA-256 of the answers as they are kept.
    pub digest: String,
}

type Columns = (i32, Moment, AccountId, bool, String, String);

/// The latest version of an application within reach.
pub fn latest(
    reader: &mut Reader,
    reach: Reach,
    application: ApplicationId,
) -> Result<Option<Submission>, StoreError> {
    if find(reader, reach, application)?.is_none() {
        return Ok(None);
    }
    let found: Option<Columns> = submissions::table
        .filter(submissions::application_id.eq(application))
        .order(submissions::version.desc())
        .select((
            submissions::version,
            submissions::submitted_at,
            submissions::submitted_by,
            submissions::late,
            submissions::answers,
            submissions::digest,
        ))
        .first(reader.connection())
        .optional()?;
    found.map(submission).transpose()
}

fn submission(
    (version, submitted_at, submitted_by, late, answers, digest): Columns,
) -> Result<Submission, StoreError> {
    Ok(Submission {
        version,
        submitted_at,
        submitted_by,
        late,
        answers: answers_from_json(&answers)?,
        digest,
    })
}

/// Keeps what is sent now as the version after `last` (0: nothing was sent yet)
/// and answers with its digest.
pub fn insert(
    tx: &mut Tx,
    may: &MayAdvance,
    (last, by, late): (i32, AccountId, bool),
    answers: &Answers,
) -> Result<String, StoreError> {
    let now = tx.now();
    let body = answers_json(answers);
    let digest = digest_of(&body);
    diesel::insert_into(submissions::table)
        .values((
            submissions::application_id.eq(may.application()),
            submissions::version.eq(last + 1),
            submissions::submitted_at.eq(now),
            submissions::submitted_by.eq(by),
            submissions::late.eq(late),
            submissions::answers.eq(body),
            submissions::digest.eq(&digest),
        ))
        .execute(tx.connection())?;
    Ok(digest)
}

/// The digest that these answers would have if they were sent.
pub fn digest(answers: &Answers) -> String {
    digest_of(&answers_json(answers))
}

fn digest_of(body: &str) -> String {
    super::hex(&Sha256::digest(body.as_bytes()))
}
