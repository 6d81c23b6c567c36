//! The discussion as the review page and the queue tell of it: only where the
//! reviewer may discuss.

use std::collections::BTreeSet;

use crate::actions::flags::flags;
use crate::domain::flag::Flag;
use crate::domain::phase::Phase;
use crate::domain::round::RoundState;
use crate::domain::rubric::Rubric;
use crate::domain::{AccountId, ApplicationId, Moment, RoundId};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::policy::review::{Case, MayCompare, MayDiscuss};
use crate::store::queue::QueueRow;
use crate::store::{Reader, StoreError, discussion};
use crate::web::discussion::words::{self, Over, ShownFlag};
use crate::web::discussion::{place, tabs};
use crate::web::ui::Link;

/// What is known of a discussion.
pub struct Talk {
    posts: i64,
    /// As far as the reviewer may know of it.
    flag: Option<Flag>,
}

/// The same in words.
pub struct ShownTalk {
    pub tabs: Vec<Link>,
    pub flag: Option<ShownFlag>,
    /// "3 posts in the discussion".
    pub link: Link,
}

/// Reads it, if the reviewer may discuss.
pub fn talk(
    reader: &mut Reader,
    reach: Reach,
    (case, round): (&Case, RoundId),
) -> Result<Option<Talk>, StoreError> {
    let Ok(may) = MayDiscuss::on(case) else {
        return Ok(None);
    };
    let id = may.application();
    let flag = match case.hears_of_disagreement() {
        true => flags(reader, reach, &[round], &[id])?.remove(&id),
        false => None,
    };
    Ok(Some(Talk {
        posts: discussion::count(reader, id)?,
        flag,
    }))
}

/// Puts it in words.
pub fn shown(t: Locale, (case, rubric): (&Case, &Rubric), talk: &Talk) -> ShownTalk {
    let id = case.application;
    let compares = MayCompare::on(case).is_ok();
    let flag = talk.flag.as_ref();
    let posts = usize::try_from(talk.posts).unwrap_or(0);
    ShownTalk {
        tabs: tabs(t, id, compares, false),
        flag: flag.map(|flag| words::shown(t, rubric, flag, Over::Own)),
        link: Link::new(place::of_reviewers(id), t.count("discussion-link", posts)),
    }
}

/// Which of these rows are flagged, as far as the reviewer may know of it. The
/// number of queries is the same for any rows, and none where nothing may be known.
pub fn differing(
    reader: &mut Reader,
    (reach, me, now): (Reach, AccountId, Moment),
    rows: &[(&QueueRow, Option<&Phase>)],
) -> Result<BTreeSet<ApplicationId>, StoreError> {
    let discussed = rows.iter().filter(|(row, phase)| {
        let case = phase.map(|phase| case(row, phase, me, now));
        case.is_some_and(|case| case.hears_of_disagreement())
    });
    let (ids, rounds): (Vec<ApplicationId>, BTreeSet<RoundId>) = discussed
        .map(|(row, _)| (row.application, row.round_id))
        .unzip();
    if ids.is_empty() {
        return Ok(BTreeSet::new());
    }
    let rounds: Vec<RoundId> = rounds.into_iter().collect();
    let flags = flags(reader, reach, &rounds, &ids)?;
    Ok(flags.into_keys().collect())
}

fn case(row: &QueueRow, phase: &Phase, me: AccountId, now: Moment) -> Case {
    Case {
        application: row.application,
        reviewer: me,
        status: row.status,
        declared: row.declared,
        // What is open to every reviewer is discussed by them all.
        assigned: true,
        submitted: row.submitted_at.is_some(),
        // Says what may be revised, not what may be discussed.
        lacking: false,
        round_open: row.round_state != RoundState::Closed,
        phase: phase.clone(),
        now,
    }
}
