//! Submissions: what was sent, kept unchanged in every version.

use std::collections::BTreeMap;

use diesel::connection::DefaultLoadingMode;
use diesel::prelude::*;

use super::answers::{answers_json, smallest_useful_from_json};
use super::application::find;
use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx};
use super::schema::{accounts, applications, submissions};
use super::sealed_answers::{Kept, Keys, ring, sealed_version, submitted};
use crate::domain::answers::Answers;
use crate::domain::{AccountId, ApplicationId, Moment, Money, RoundId};
use crate::policy::Reach;
use crate::policy::application::MayAdvance;
use crate::policy::clarification::MayAnswer;

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

/// A version without its answers.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Version {
    /// 1 for the first.
    pub number: i32,
    pub submitted_at: Moment,
    /// The name of who sent it.
    pub officer: String,
    /// Came within the grace period after the deadline.
    pub late: bool,
    /// SHA-256 of the answers as they are kept.
    pub digest: String,
}

type Columns = (i32, Moment, AccountId, bool, Kept, String);

/// The latest version of an application within reach.
pub fn latest(
    reader: &mut Reader,
    reach: Reach,
    application: ApplicationId,
) -> Result<Option<Submission>, StoreError> {
    one(reader, reach, application, None)
}

/// A version of an application within reach.
pub fn of_version(
    reader: &mut Reader,
    reach: Reach,
    application: ApplicationId,
    version: i32,
) -> Result<Option<Submission>, StoreError> {
    one(reader, reach, application, Some(version))
}

/// The answers that were sent last in these applications. Asks for no reach: whoever
/// reads has the applications from somewhere within theirs.
pub fn latest_answers(
    reader: &mut Reader,
    applications: &[ApplicationId],
) -> Result<BTreeMap<ApplicationId, Answers>, StoreError> {
    let rows: Vec<(ApplicationId, (i32, Kept))> = submissions::table
        .filter(submissions::application_id.eq_any(applications.to_vec()))
        .order((submissions::application_id, submissions::version))
        .select((
            submissions::application_id,
            (
                submissions::version,
                (submissions::answers, submissions::sealed),
            ),
        ))
        .load(reader.connection())?;
    // The last version of each comes last and stays.
    let rows: BTreeMap<ApplicationId, (i32, Kept)> = rows.into_iter().collect();
    let ring = ring(reader, rows.values().map(|row| &row.1))?;
    let keys = (reader.vault(), &ring);
    let read = |(id, (version, kept)): (ApplicationId, (i32, Kept))| {
        Ok((id, submitted(&kept, keys, (id, version))?))
    };
    rows.into_iter().map(read).collect()
}

/// The least amount that would still help each application of a round, as it was said in
/// what was sent last: it lies in clear. Rows are read as they come: those of former
/// releases are long. Asks for no reach: whoever reads has the applications from somewhere
/// within theirs.
pub fn smallest_useful(
    reader: &mut Reader,
    round: RoundId,
) -> Result<BTreeMap<ApplicationId, Money>, StoreError> {
    let query = submissions::table
        .inner_join(applications::table)
        .filter(applications::round_id.eq(round))
        .order((submissions::application_id, submissions::version))
        .select((submissions::application_id, submissions::answers));
    let rows =
        query.load_iter::<(ApplicationId, String), DefaultLoadingMode>(reader.connection())?;
    let mut said = BTreeMap::new();
    for row in rows {
        let (id, answers) = row?;
        // The last version of each comes last and stays.
        match smallest_useful_from_json(&answers)? {
            Some(money) => said.insert(id, money),
            None => said.remove(&id),
        };
    }
    Ok(said)
}

fn one(
    reader: &mut Reader,
    reach: Reach,
    application: ApplicationId,
    version: Option<i32>,
) -> Result<Option<Submission>, StoreError> {
    if find(reader, reach, application)?.is_none() {
        return Ok(None);
    }
    let mut query = submissions::table
        .filter(submissions::application_id.eq(application))
        .into_boxed::<MultiBackend>();
    if let Some(version) = version {
        query = query.filter(submissions::version.eq(version));
    }
    let found: Option<Columns> = query
        .order(submissions::version.desc())
        .select((
            submissions::version,
            submissions::submitted_at,
            submissions::submitted_by,
            submissions::late,
            (submissions::answers, submissions::sealed),
            submissions::digest,
        ))
        .first(reader.connection())
        .optional()?;
    let ring = ring(reader, found.iter().map(|row| &row.4))?;
    let keys = (reader.vault(), &ring);
    found
        .map(|row| submission(keys, application, row))
        .transpose()
}

/// A page of the versions of an application within reach, latest first, before
/// the version `before`.
pub fn versions(
    reader: &mut Reader,
    reach: Reach,
    application: ApplicationId,
    before: Option<i32>,
    limit: i64,
) -> Result<Vec<Version>, StoreError> {
    if find(reader, reach, application)?.is_none() {
        return Ok(Vec::new());
    }
    let query = submissions::table
        .inner_join(accounts::table)
        .filter(submissions::application_id.eq(application))
        .filter(submissions::version.lt(before.unwrap_or(i32::MAX)))
        .order(submissions::version.desc())
        .limit(limit)
        .select((
            submissions::version,
            submissions::submitted_at,
            accounts::name,
            submissions::late,
            submissions::digest,
        ));
    Ok(query.load(reader.connection())?)
}

fn submission(
    keys: Keys,
    application: ApplicationId,
    (version, submitted_at, submitted_by, late, kept, digest): Columns,
) -> Result<Submission, StoreError> {
    Ok(Submission {
        version,
        submitted_at,
        submitted_by,
        late,
        answers: submitted(&kept, keys, (application, version))?,
        digest,
    })
}

/// When each version of an application within reach was sent, the first first.
pub fn times(
    reader: &mut Reader,
    reach: Reach,
    application: ApplicationId,
) -> Result<Vec<(i32, Moment)>, StoreError> {
    if find(reader, reach, application)?.is_none() {
        return Ok(Vec::new());
    }
    Ok(submissions::table
        .filter(submissions::application_id.eq(application))
        .order(submissions::version)
        .select((submissions::version, submissions::submitted_at))
        .load(reader.connection())?)
}

/// Keeps what is sent now as the version after `last` (0: nothing was sent yet)
/// and answers with its digest.
pub fn insert(
    tx: &mut Tx,
    may: &MayAdvance,
    sent: (i32, AccountId, bool),
    answers: &Answers,
) -> Result<String, StoreError> {
    keep(tx, may.application(), sent, answers)
}

/// Keeps what answers a clarification as the version after `last`, and answers
/// with its digest.
pub fn insert_answer(
    tx: &mut Tx,
    may: &MayAnswer,
    last: i32,
    answers: &Answers,
) -> Result<String, StoreError> {
    keep(tx, may.application(), (last, may.member(), false), answers)
}

fn keep(
    tx: &mut Tx,
    application: ApplicationId,
    (last, by, late): (i32, AccountId, bool),
    answers: &Answers,
) -> Result<String, StoreError> {
    let now = tx.now();
    let body = answers_json(answers);
    let digest = digest_of(&body);
    let (clear, hidden) = sealed_version(tx, (application, last + 1), &body)?;
    diesel::insert_into(submissions::table)
        .values((
            submissions::application_id.eq(application),
            submissions::version.eq(last + 1),
            submissions::submitted_at.eq(now),
            submissions::submitted_by.eq(by),
            submissions::late.eq(late),
            submissions::answers.eq(clear),
            submissions::digest.eq(&digest),
            submissions::sealed.eq(hidden),
        ))
        .execute(tx.connection())?;
    Ok(digest)
}

/// The digest that these answers would have if they were sent.
pub fn digest(answers: &Answers) -> String {
    digest_of(&answers_json(answers))
}

fn digest_of(body: &str) -> String {
    super::sha256(body)
}
