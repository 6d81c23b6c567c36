//! Messages between applicants and the programme, one thread per application,
//! and up to when each reader has marked it as read.

use std::collections::BTreeMap;

use diesel::dsl::{count_star, min, not};
use diesel::prelude::*;

use super::application::find;
use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx, mint};
use super::envelope::{Ring, SealedBatch, waiting as in_clear};
use super::schema::{
    accounts, applications, conflicts, memberships, message_reads, messages, sponsorships,
};
use super::sealed_answers::{Keys, key_of};
use super::sealed_texts::{opened, sealed};
use super::vault::Place;
use crate::domain::sponsorship::SponsorState;
use crate::domain::{AccountId, ApplicationId, MessageId, Moment};
use crate::policy::thread::MayWrite;
use crate::policy::{Reach, Within};

/// A message with the name of who wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageRow {
    pub id: MessageId,
    pub from_staff: bool,
    pub author_id: AccountId,
    /// Shown to staff; applicants read the programme's name instead.
    pub author: String,
    pub body: String,
    pub posted_at: Moment,
    /// An applicant's message that staff answered or set aside.
    pub settled_at: Option<Moment>,
}

type Columns = (
    (MessageId, bool, AccountId, String, String),
    (Moment, Option<Moment>),
    Option<String>,
);

fn row(
    keys: Keys,
    application: ApplicationId,
    (said, (posted_at, settled_at), kept): Columns,
) -> Result<MessageRow, StoreError> {
    let (id, from_staff, author_id, author, clear) = said;
    let ids = [application.as_str(), id.as_str()];
    let [body] = opened((kept.as_deref(), [clear]), keys, &place(&ids))?;
    Ok(MessageRow {
        id,
        from_staff,
        author_id,
        author,
        body,
        posted_at,
        settled_at,
    })
}

fn place<'a>(ids: &'a [&'a str]) -> Place<'a> {
    Place {
        table: "messages",
        ids,
    }
}

fn seal(
    tx: &mut Tx,
    (application, id): (ApplicationId, MessageId),
    body: &str,
) -> Result<String, StoreError> {
    let key = key_of(tx, application)?;
    sealed(&key, &place(&[application.as_str(), id.as_str()]), &[body])
}

/// The messages about an application within reach before `before`, latest first.
pub fn latest(
    reader: &mut Reader,
    reach: Reach,
    application: ApplicationId,
    before: Option<MessageId>,
    limit: i64,
) -> Result<Vec<MessageRow>, StoreError> {
    if find(reader, reach, application)?.is_none() {
        return Ok(Vec::new());
    }
    let mut query = messages::table
        .inner_join(accounts::table.on(accounts::id.eq(messages::author_id)))
        .filter(messages::application_id.eq(application))
        .into_boxed::<MultiBackend>();
    if let Some(id) = before {
        query = query.filter(messages::id.lt(id));
    }
    let found: Vec<Columns> = query
        .order(messages::id.desc())
        .limit(limit)
        .select((
            (
                messages::id,
                messages::from_staff,
                messages::author_id,
                accounts::name,
                messages::body,
            ),
            (messages::posted_at, messages::settled_at),
            messages::sealed,
        ))
        .load(reader.connection())?;
    let ring = Ring::of(reader, found.iter().filter_map(|one| one.2.as_deref()))?;
    let keys = (reader.vault(), &ring);
    let found = found.into_iter();
    found.map(|one| row(keys, application, one)).collect()
}

/// Whether this press of the button is in the thread already.
pub fn is_posted(
    reader: &mut Reader,
    application: ApplicationId,
    press: &str,
) -> Result<bool, StoreError> {
    let found: Option<MessageId> = messages::table
        .filter(messages::application_id.eq(application))
        .filter(messages::press.eq(press))
        .select(messages::id)
        .first(reader.connection())
        .optional()?;
    Ok(found.is_some())
}

/// Adds a message.
pub fn insert(
    tx: &mut Tx,
    may: &MayWrite,
    press: &str,
    body: &str,
) -> Result<MessageId, StoreError> {
    let (id, now): (MessageId, _) = (mint(), tx.now());
    let hidden = seal(tx, (may.application(), id), body)?;
    diesel::insert_into(messages::table)
        .values((
            messages::id.eq(id),
            messages::application_id.eq(may.application()),
            messages::from_staff.eq(may.from_staff()),
            messages::author_id.eq(may.author()),
            // The column of former releases.
            messages::body.eq(""),
            messages::sealed.eq(hidden),
            messages::posted_at.eq(now),
            messages::press.eq(press),
        ))
        .execute(tx.connection())?;
    Ok(id)
}

/// Notes that staff answered the applicant's messages or set them aside; how
/// many there were.
pub fn settle(tx: &mut Tx, may: &MayWrite) -> Result<usize, StoreError> {
    let now = tx.now();
    let waiting = messages::table
        .filter(messages::application_id.eq(may.application()))
        .filter(messages::from_staff.eq(false))
        .filter(messages::settled_at.is_null());
    Ok(diesel::update(waiting)
        .set((
            messages::settled_at.eq(now),
            messages::settled_by.eq(may.author()),
        ))
        .execute(tx.connection())?)
}

/// An application whose messages wait for an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    pub application: ApplicationId,
    pub count: i64,
    /// The first of them, in whose order the list goes.
    pub first: MessageId,
    pub since: Moment,
}

type WaitingColumns = (ApplicationId, i64, Option<MessageId>, Option<Moment>);

/// Threads within reach of staff that wait for an answer, longest first, after
/// the message `after`.
pub fn waiting(
    reader: &mut Reader,
    reach: Reach,
    after: Option<MessageId>,
    limit: i64,
) -> Result<Vec<Waiting>, StoreError> {
    let after = after.map_or_else(String::new, |id| id.to_string());
    let me = match reach.within() {
        Within::Everything => String::new(),
        Within::NotInConflict(me) => me.to_string(),
        Within::AssignedTo(..)
        | Within::OrganisationsOf(_)
        | Within::FiledBy(_)
        | Within::OrganisationsAndFiledBy(_)
        | Within::Nothing => return Ok(Vec::new()),
    };
    let conflicted = conflicts::table
        .filter(conflicts::account_id.eq(me.clone()))
        .select(conflicts::application_id);
    let own = applications::table
        .inner_join(
            memberships::table.on(memberships::organisation_id.eq(applications::organisation_id)),
        )
        .filter(memberships::account_id.eq(me.clone()))
        .select(applications::id);
    let sponsored = sponsorships::table
        .inner_join(
            memberships::table
                .on(sponsorships::organisation_id.eq(memberships::organisation_id.nullable())),
        )
        .filter(memberships::account_id.eq(me))
        .filter(sponsorships::state.eq(SponsorState::Consented))
        .select(sponsorships::application_id);
    let rows: Vec<WaitingColumns> = messages::table
        .filter(messages::from_staff.eq(false))
        .filter(messages::settled_at.is_null())
        .filter(not(messages::application_id.eq_any(conflicted)))
        .filter(not(messages::application_id.eq_any(own)))
        .filter(not(messages::application_id.eq_any(sponsored)))
        .group_by(messages::application_id)
        .having(min(messages::id).gt(after))
        .order(min(messages::id))
        .limit(limit)
        .select((
            messages::application_id,
            count_star(),
            min(messages::id),
            min(messages::posted_at),
        ))
        .load(reader.connection())?;
    let waiting = |(application, count, first, since): WaitingColumns| {
        Some(Waiting {
            application,
            count,
            first: first?,
            since: since?,
        })
    };
    Ok(rows.into_iter().filter_map(waiting).collect())
}

/// How many messages of an applicant wait for an answer. The id is of an
/// application that was found within reach.
pub fn count_waiting(reader: &mut Reader, application: ApplicationId) -> Result<i64, StoreError> {
    Ok(messages::table
        .filter(messages::application_id.eq(application))
        .filter(messages::from_staff.eq(false))
        .filter(messages::settled_at.is_null())
        .select(count_star())
        .first(reader.connection())?)
}

/// How many messages of the programme a person has not marked as read, by
/// application. The ids are of applications that were found within reach.
pub fn unread(
    reader: &mut Reader,
    account: AccountId,
    ids: &[ApplicationId],
) -> Result<BTreeMap<ApplicationId, usize>, StoreError> {
    let read: BTreeMap<ApplicationId, Moment> = message_reads::table
        .filter(message_reads::account_id.eq(account))
        .filter(message_reads::application_id.eq_any(ids.to_vec()))
        .select((message_reads::application_id, message_reads::read_at))
        .load(reader.connection())?
        .into_iter()
        .collect();
    let from_staff: Vec<(ApplicationId, Moment)> = messages::table
        .filter(messages::application_id.eq_any(ids.to_vec()))
        .filter(messages::from_staff.eq(true))
        .select((messages::application_id, messages::posted_at))
        .load(reader.connection())?;
    let mut unread = BTreeMap::new();
    for (id, posted_at) in from_staff {
        if read.get(&id).is_none_or(|at| posted_at > *at) {
            *unread.entry(id).or_default() += 1;
        }
    }
    Ok(unread)
}

/// Up to when a person has marked a thread as read.
pub fn read_at(
    reader: &mut Reader,
    account: AccountId,
    application: ApplicationId,
) -> Result<Option<Moment>, StoreError> {
    Ok(message_reads::table
        .find((account, application))
        .select(message_reads::read_at)
        .first(reader.connection())
        .optional()?)
}

/// Notes that a person has read everything so far.
pub fn mark_read(
    tx: &mut Tx,
    account: AccountId,
    application: ApplicationId,
) -> Result<(), StoreError> {
    let now = tx.now();
    let mark = message_reads::table.find((account, application));
    let known = diesel::update(mark)
        .set(message_reads::read_at.eq(now))
        .execute(tx.connection())?;
    if known == 0 {
        diesel::insert_into(message_reads::table)
            .values((
                message_reads::account_id.eq(account),
                message_reads::application_id.eq(application),
                message_reads::read_at.eq(now),
            ))
            .execute(tx.connection())?;
    }
    Ok(())
}

/// Seals up to 100 messages behind this one that lie in clear.
pub fn messages_batch(tx: &mut Tx, after: &str) -> Result<SealedBatch, StoreError> {
    let ids: Vec<MessageId> = in_clear!(tx, messages, id, after);
    let mut batch = SealedBatch::until(ids.last().map(ToString::to_string));
    let rows: Vec<(MessageId, ApplicationId, String)> = messages::table
        .filter(messages::id.eq_any(ids))
        .select((messages::id, messages::application_id, messages::body))
        .load(tx.connection())?;
    for (id, application, body) in rows {
        let made = seal(tx, (application, id), &body);
        let Some(hidden) = batch.counted(made)? else {
            continue;
        };
        diesel::update(messages::table.find(id))
            .set((messages::sealed.eq(hidden), messages::body.eq("")))
            .execute(tx.connection())?;
    }
    Ok(batch)
}
