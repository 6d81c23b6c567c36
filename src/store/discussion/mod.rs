//! Discussions of applications: posts, whose attention they draw, and whom wide
//! disagreement called to them. Never mixed with the messages between applicants and the
//! programme. Reads take ids of applications that were found within reach.

mod calls;
mod list;
mod people;

pub use calls::{call, called, uncalled};
pub use list::{Discussed, of_round};
pub use people::{Reader as Panelist, panel, staff};

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx, mint};
use super::review::places;
use super::schema::{accounts, discussion_mentions, discussion_posts};
use super::sealed_columns::{Cells, of_application};
use crate::domain::discussion::Voice;
use crate::domain::{AccountId, ApplicationId, Moment, PostId};
use crate::policy::discussion::{MayPost, MayWithdrawPost, Written};

/// A post with the name of who wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostRow {
    pub written: Written,
    pub author: String,
    /// Empty for one that was withdrawn.
    pub body: String,
    pub posted_at: Moment,
}

/// Somebody whose attention a post draws.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    pub account: AccountId,
    pub as_staff: bool,
    pub name: String,
}

type Columns = (
    PostId,
    AccountId,
    bool,
    String,
    String,
    Moment,
    Option<Moment>,
);

/// The posts about an application before `before`, latest first.
pub fn latest(
    reader: &mut Reader,
    application: ApplicationId,
    before: Option<PostId>,
    limit: i64,
) -> Result<Vec<PostRow>, StoreError> {
    let mut query = discussion_posts::table
        .inner_join(accounts::table)
        .filter(discussion_posts::application_id.eq(application))
        .into_boxed::<MultiBackend>();
    if let Some(id) = before {
        query = query.filter(discussion_posts::id.lt(id));
    }
    let mut rows: Vec<Columns> = query
        .order(discussion_posts::id.desc())
        .limit(limit)
        .select((
            discussion_posts::id,
            discussion_posts::author_id,
            discussion_posts::from_staff,
            accounts::name,
            discussion_posts::body,
            discussion_posts::posted_at,
            discussion_posts::withdrawn_at,
        ))
        .load(reader.connection())?;
    open(reader, &mut rows)?;
    Ok(rows.into_iter().map(post).collect())
}

/// Opens the words of posts.
fn open(reader: &mut Reader, rows: &mut [Columns]) -> Result<(), StoreError> {
    let mut cells = Cells::of("discussion_posts");
    for row in rows {
        cells.add(&[row.0.as_str()], [("body", &mut row.4)]);
    }
    cells.open(reader)
}

fn post((id, author_id, from_staff, author, body, posted_at, withdrawn_at): Columns) -> PostRow {
    PostRow {
        written: Written {
            post: id,
            author: author_id,
            from_staff,
            withdrawn_at,
        },
        author,
        body: withdrawn_at.map_or(body, |_| String::new()),
        posted_at,
    }
}

/// Whose attention these posts draw.
pub fn mentions(
    reader: &mut Reader,
    posts: &[PostId],
) -> Result<BTreeMap<PostId, Vec<Mention>>, StoreError> {
    let rows: Vec<(PostId, AccountId, bool, String)> = discussion_mentions::table
        .inner_join(accounts::table)
        .filter(discussion_mentions::post_id.eq_any(posts.to_vec()))
        .order((
            discussion_mentions::post_id,
            accounts::name,
            discussion_mentions::account_id,
        ))
        .select((
            discussion_mentions::post_id,
            discussion_mentions::account_id,
            discussion_mentions::as_staff,
            accounts::name,
        ))
        .load(reader.connection())?;
    let mut found: BTreeMap<PostId, Vec<Mention>> = BTreeMap::new();
    for (post, account, as_staff, name) in rows {
        found.entry(post).or_default().push(Mention {
            account,
            as_staff,
            name,
        });
    }
    Ok(found)
}

/// The reviewers of an application in the order of their letters, and behind them
/// those who wrote without ever being assigned, where a phase lets them.
pub fn voices(
    reader: &mut Reader,
    application: ApplicationId,
) -> Result<Vec<AccountId>, StoreError> {
    let mut voices = places(reader, application)?;
    let wrote: Vec<AccountId> = discussion_posts::table
        .filter(discussion_posts::application_id.eq(application))
        .filter(discussion_posts::from_staff.eq(false))
        .filter(discussion_posts::author_id.ne_all(voices.clone()))
        .group_by(discussion_posts::author_id)
        .order(diesel::dsl::min(discussion_posts::id))
        .select(discussion_posts::author_id)
        .load(reader.connection())?;
    voices.extend(wrote);
    Ok(voices)
}

/// When somebody last wrote about an application, as a reviewer or as staff.
pub fn last_of(
    reader: &mut Reader,
    application: ApplicationId,
    (author, from_staff): (AccountId, bool),
) -> Result<Option<PostId>, StoreError> {
    Ok(discussion_posts::table
        .filter(discussion_posts::application_id.eq(application))
        .filter(discussion_posts::author_id.eq(author))
        .filter(discussion_posts::from_staff.eq(from_staff))
        .order(discussion_posts::id.desc())
        .select(discussion_posts::id)
        .first(reader.connection())
        .optional()?)
}

/// How many posts there are about an application.
pub fn count(reader: &mut Reader, application: ApplicationId) -> Result<i64, StoreError> {
    Ok(discussion_posts::table
        .filter(discussion_posts::application_id.eq(application))
        .count()
        .get_result(reader.connection())?)
}

/// Who wrote a post about an application.
pub fn find(
    reader: &mut Reader,
    application: ApplicationId,
    id: PostId,
) -> Result<Option<PostRow>, StoreError> {
    let mut rows: Vec<Columns> = discussion_posts::table
        .inner_join(accounts::table)
        .filter(discussion_posts::application_id.eq(application))
        .filter(discussion_posts::id.eq(id))
        .select((
            discussion_posts::id,
            discussion_posts::author_id,
            discussion_posts::from_staff,
            accounts::name,
            discussion_posts::body,
            discussion_posts::posted_at,
            discussion_posts::withdrawn_at,
        ))
        .load(reader.connection())?;
    open(reader, &mut rows)?;
    Ok(rows.pop().map(post))
}

/// Whether this press of the button is in the discussion already.
pub fn is_posted(
    reader: &mut Reader,
    application: ApplicationId,
    press: &str,
) -> Result<bool, StoreError> {
    let found: Option<PostId> = discussion_posts::table
        .filter(discussion_posts::application_id.eq(application))
        .filter(discussion_posts::press.eq(press))
        .select(discussion_posts::id)
        .first(reader.connection())
        .optional()?;
    Ok(found.is_some())
}

/// Adds a post that draws the attention of people, each as a reviewer or as staff.
pub fn insert(
    tx: &mut Tx,
    may: &MayPost,
    (press, body): (&str, &str),
    mentioned: &[(AccountId, Voice)],
) -> Result<PostId, StoreError> {
    let (id, now): (PostId, _) = (mint(), tx.now());
    let sealed = of_application(tx, may.application(), ("discussion_posts", &[id.as_str()]))?;
    diesel::insert_into(discussion_posts::table)
        .values((
            discussion_posts::id.eq(id),
            discussion_posts::application_id.eq(may.application()),
            discussion_posts::author_id.eq(may.author()),
            discussion_posts::from_staff.eq(may.from_staff()),
            discussion_posts::body.eq(sealed.seal("body", body)?),
            discussion_posts::posted_at.eq(now),
            discussion_posts::press.eq(press),
        ))
        .execute(tx.connection())?;
    for (account, voice) in mentioned {
        diesel::insert_into(discussion_mentions::table)
            .values((
                discussion_mentions::post_id.eq(id),
                discussion_mentions::account_id.eq(*account),
                discussion_mentions::as_staff.eq(matches!(voice, Voice::Staff(_))),
            ))
            .execute(tx.connection())?;
    }
    Ok(id)
}

/// Notes that a post is taken back; its words stay here and are shown nowhere.
pub fn withdraw(tx: &mut Tx, may: &MayWithdrawPost) -> Result<(), StoreError> {
    let now = tx.now();
    let standing = discussion_posts::table
        .find(may.post())
        .filter(discussion_posts::withdrawn_at.is_null());
    diesel::update(standing)
        .set(discussion_posts::withdrawn_at.eq(now))
        .execute(tx.connection())?;
    Ok(())
}
