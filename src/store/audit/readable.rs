//! Which events of the log somebody may read.

use diesel::dsl::{count, not};
use diesel::prelude::*;

use crate::domain::{AccountId, Moment};
use crate::policy::{Reach, Within};
use crate::store::application::conflicted;
use crate::store::connection::MultiBackend;
use crate::store::member::own_organisations;
use crate::store::review::{to_judge, withheld};
use crate::store::schema::{applications, audit_events, decisions, lot_tickets, reviews};
use crate::store::sponsorship::sponsored_by;

pub(in crate::store) type Query = audit_events::BoxedQuery<'static, MultiBackend>;

/// The events within the reach of staff, to be narrowed.
pub(in crate::store) fn readable(reach: Reach) -> Query {
    let query = audit_events::table.into_boxed::<MultiBackend>();
    let query = match reach.judge() {
        None => query,
        Some((me, now)) => without_withheld(query, me, now),
    };
    match reach.within() {
        Within::Everything => query,
        Within::NotInConflict(me) => out_of_conflict(query, me),
        // The log is for staff.
        Within::AssignedTo(..)
        | Within::OrganisationsOf(_)
        | Within::FiledBy(_)
        | Within::OrganisationsAndFiledBy(_)
        | Within::Nothing => query.filter(audit_events::seq.lt(0)),
    }
}

/// Without others' reviews of what a person of the staff is still to judge, and without
/// what was answered to hits on watch lists of who applies there, and that these were read.
fn without_withheld(query: Query, me: AccountId, now: Moment) -> Query {
    let of_others = reviews::table
        .filter(reviews::application_id.eq_any(withheld(me, now)))
        .filter(reviews::reviewer_id.ne(me))
        .select(reviews::id);
    let owners = to_judge(me, now).select(applications::organisation_id);
    let answered = audit_events::action
        .eq("answer_list_hit")
        .or(audit_events::action.eq("read_list_hits"))
        .and(audit_events::object_id.eq_any(owners));
    let decided = decisions::table
        .filter(decisions::application_id.eq_any(to_judge(me, now)))
        .select(decisions::id);
    let acknowledged = audit_events::action
        .eq("acknowledge_list_hits")
        .and(audit_events::object_id.eq_any(decided));
    query
        .filter(not(audit_events::object_id.eq_any(of_others)))
        .filter(not(answered))
        .filter(not(acknowledged))
}

/// A column of the applications of organisations that a person belongs to.
macro_rules! own {
    ($me:expr, $column:expr) => {
        applications::table
            .filter(applications::organisation_id.eq_any(own_organisations($me)))
            .select($column)
    };
}

/// Without what hangs on an application that a person may not see. Such are of three
/// kinds, each left out on its own: with an “or” between them PostgreSQL would read every
/// application.
macro_rules! without {
    ($query:expr, $me:expr, $ids:ident => $what:expr) => {{
        let $ids = conflicted($me);
        let query = $query.filter(not($what));
        let $ids = own!($me, applications::id);
        let query = query.filter(not($what));
        let $ids = sponsored_by($me);
        query.filter(not($what))
    }};
}

/// The draws of lots in which two or more applications that a person may see take part:
/// of others their page shows nothing, and so does the log.
macro_rules! lots_shown {
    ($me:expr) => {
        without!(lot_tickets::table, $me, ids => lot_tickets::application_id.eq_any(ids))
            .group_by(lot_tickets::commitment)
            .having(count(lot_tickets::application_id).gt(1_i64))
            .select(lot_tickets::commitment)
    };
}

/// Without the applications that a person may not see, and what hangs on them:
/// reviews, decisions, the organisation that applies, and draws of lots.
fn out_of_conflict(query: Query, me: AccountId) -> Query {
    let hidden_commit = audit_events::action
        .eq("commit_lots")
        .and(not(audit_events::after_state.eq_any(lots_shown!(me))));
    let hidden_draw = audit_events::action
        .eq("draw_lots")
        .and(not(audit_events::before_state.eq_any(lots_shown!(me))));
    let query = query.filter(not(hidden_commit)).filter(not(hidden_draw));
    let query = without!(query, me, ids => audit_events::object_id.eq_any(ids));
    let query = without!(query, me, ids => audit_events::object_id.eq_any(
        reviews::table
            .filter(reviews::application_id.eq_any(ids))
            .select(reviews::id)
    ));
    let query = without!(query, me, ids => audit_events::object_id.eq_any(
        decisions::table
            .filter(decisions::application_id.eq_any(ids))
            .select(decisions::id)
    ));
    let in_conflict = applications::table
        .filter(applications::id.eq_any(conflicted(me)))
        .select(applications::organisation_id);
    let sponsored = applications::table
        .filter(applications::id.eq_any(sponsored_by(me)))
        .select(applications::organisation_id);
    let of_own = own!(me, applications::organisation_id);
    query
        .filter(not(audit_events::object_id.eq_any(in_conflict)))
        .filter(not(audit_events::object_id.eq_any(sponsored)))
        .filter(not(audit_events::object_id.eq_any(of_own)))
}
