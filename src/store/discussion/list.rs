//! The discussions of a round, summed up: one row for each application that is
//! discussed. Whose reach they are in is the caller's to ask.

use std::collections::{BTreeMap, BTreeSet};

use diesel::dsl::{count_star, exists, max, not};
use diesel::prelude::*;

use super::super::conflict::StoreError;
use super::super::connection::Reader;
use super::super::schema::{applications, discussion_mentions, discussion_posts};
use crate::domain::{ApplicationId, Moment, RoundId};

diesel::alias!(discussion_posts as later_posts: LaterPosts);

/// What is known of one discussion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Discussed {
    pub posts: i64,
    pub last: Option<Moment>,
    /// Whether somebody's attention was drawn who has not written since.
    pub waiting: bool,
}

/// The discussions of a round.
pub fn of_round(
    reader: &mut Reader,
    round: RoundId,
) -> Result<BTreeMap<ApplicationId, Discussed>, StoreError> {
    let of_round = applications::table
        .filter(applications::round_id.eq(round))
        .select(applications::id);
    let posted: Vec<(ApplicationId, i64, Option<Moment>)> = discussion_posts::table
        .filter(discussion_posts::application_id.eq_any(of_round))
        .group_by(discussion_posts::application_id)
        .select((
            discussion_posts::application_id,
            count_star(),
            max(discussion_posts::posted_at),
        ))
        .load(reader.connection())?;
    let waiting = waiting(reader, round)?;
    let one = |(id, posts, last): (ApplicationId, i64, Option<Moment>)| {
        let waiting = waiting.contains(&id);
        let one = Discussed {
            posts,
            last,
            waiting,
        };
        (id, one)
    };
    Ok(posted.into_iter().map(one).collect())
}

/// The applications of a round where somebody whose attention was drawn has not
/// written since. What was withdrawn asks nothing.
fn waiting(reader: &mut Reader, round: RoundId) -> Result<BTreeSet<ApplicationId>, StoreError> {
    let of_round = applications::table
        .filter(applications::round_id.eq(round))
        .select(applications::id);
    let answered = later_posts
        .filter(
            later_posts
                .field(discussion_posts::application_id)
                .eq(discussion_posts::application_id),
        )
        .filter(
            later_posts
                .field(discussion_posts::author_id)
                .eq(discussion_mentions::account_id),
        )
        .filter(
            later_posts
                .field(discussion_posts::id)
                .gt(discussion_posts::id),
        );
    let asked: Vec<ApplicationId> = discussion_mentions::table
        .inner_join(discussion_posts::table)
        .filter(discussion_posts::application_id.eq_any(of_round))
        .filter(discussion_posts::withdrawn_at.is_null())
        .filter(not(exists(answered)))
        .group_by(discussion_posts::application_id)
        .select(discussion_posts::application_id)
        .load(reader.connection())?;
    Ok(asked.into_iter().collect())
}
