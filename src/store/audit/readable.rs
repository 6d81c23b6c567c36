//! Which events of the log somebody may read.

use diesel::dsl::{count, not};
use diesel::prelude::*;

use crate::domain::{AccountId, Moment};
use crate::policy::{Reach, Within};
use crate::store::application::conflicted;
use crate::store::connection::MultiBackend;
use crate::store::review::{to_judge, withheld};
use crate::store::schema::{
    applications, audit_events, decisions, lot_tickets, memberships, reviews,
};
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

/// The applications that a person may not see, as a subquery for one column.
macro_rules! hidden {
    ($me:expr, $column:expr) => {
        applications::table
            .filter(
                applications::id
                    .eq_any(conflicted($me))
                    .or(applications::organisation_id.eq_any(
                        memberships::table
                            .filter(memberships::account_id.eq($me))
                            .select(memberships::organisation_id),
                    ))
                    .or(applications::id.eq_any(sponsored_by($me))),
            )
            .select($column)
    };
}

/// The draws of lots in which two or more applications that a person may see take part:
/// of others their page shows nothing, and so does the log.
macro_rules! lots_shown {
    ($me:expr) => {
        lot_tickets::table
            .filter(not(
                lot_tickets::application_id.eq_any(hidden!($me, applications::id))
            ))
            .group_by(lot_tickets::commitment)
            .having(count(lot_tickets::application_id).gt(1_i64))
            .select(lot_tickets::commitment)
    };
}

/// Without the applications that a person may not see, and what hangs on them:
/// reviews, decisions, the organisation that applies, and draws of lots.
fn out_of_conflict(query: Query, me: AccountId) -> Query {
    let of_reviews = reviews::table
        .filter(reviews::application_id.eq_any(hidden!(me, applications::id)))
        .select(reviews::id);
    let of_decisions = decisions::table
        .filter(decisions::application_id.eq_any(hidden!(me, applications::id)))
        .select(decisions::id);
    let of_owners = hidden!(me, applications::organisation_id);
    let hidden_commit = audit_events::action
        .eq("commit_lots")
        .and(not(audit_events::after_state.eq_any(lots_shown!(me))));
    let hidden_draw = audit_events::action
        .eq("draw_lots")
        .and(not(audit_events::before_state.eq_any(lots_shown!(me))));
    query
        .filter(not(hidden_commit))
        .filter(not(hidden_draw))
        .filter(not(
            audit_events::object_id.eq_any(hidden!(me, applications::id))
        ))
        .filter(not(audit_events::object_id.eq_any(of_reviews)))
        .filter(not(audit_events::object_id.eq_any(of_decisions)))
        .filter(not(audit_events::object_id.eq_any(of_owners)))
}
