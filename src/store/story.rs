//! The story of one application: every event of the log that is about it, about its
//! reviews, decisions and awards, what was done to its organisation since it was begun,
//! and to its round since it was sent.

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::application::ApplicationRow;
use super::audit::{AuditEvent, Query, readable};
use super::conflict::StoreError;
use super::connection::Reader;
use super::schema::{audit_events, decisions, reviews};
use crate::domain::{DecisionId, ReviewId};
use crate::policy::Reach;

/// What is done to an organisation that bears on its applications.
const OF_ORGANISATION: [&str; 24] = [
    "screen_names",
    "answer_list_hit",
    "record_document",
    "record_us_pathway",
    "place_hold",
    "end_hold",
    "record_incident",
    "assess_incident",
    "log_engagement",
    "correct_engagement",
    "mark_engagement_mistaken",
    "add_engagement_file",
    "remove_engagement_file",
    "download_engagement_file",
    "note_support",
    "withdraw_support",
    "update_organisation",
    "make_confidential",
    "open_identity",
    "invite_member",
    "revoke_invitation",
    "join_organisation",
    "change_member_role",
    "remove_member",
];
/// What is done to a round that bears on how its applications are judged, or takes them
/// out of the house.
const OF_ROUND: [&str; 13] = [
    "export",
    "update_round",
    "close_round",
    "choose_rubric",
    "add_phase",
    "change_phase",
    "remove_phase",
    "set_quorum",
    "set_balance_target",
    "remove_balance_target",
    "allow_lots",
    "commit_lots",
    "draw_lots",
];

/// A part of a story.
#[derive(Debug, Clone)]
pub struct Chapter {
    pub events: Vec<AuditEvent>,
    /// How many events the whole story has.
    pub total: i64,
}

/// The events of an application within reach in their order, from the one at `from`,
/// counted from 0: by time, and as the log has them where that is the same. Told by their
/// place in the story: numbers of the log would count what the reader may not see.
pub fn story(
    reader: &mut Reader,
    reach: Reach,
    row: &ApplicationRow,
    (from, limit): (i64, i64),
) -> Result<Chapter, StoreError> {
    let reviews: Vec<ReviewId> = reviews::table
        .filter(reviews::application_id.eq(row.id))
        .select(reviews::id)
        .load(reader.connection())?;
    let decisions: Vec<DecisionId> = decisions::table
        .filter(decisions::application_id.eq(row.id))
        .select(decisions::id)
        .load(reader.connection())?;
    let ids = (texts(&reviews), texts(&decisions));
    let events = about(reach, row, ids.clone())
        .order((audit_events::at, audit_events::seq))
        .offset(from.max(0))
        .limit(limit)
        .select(AuditEvent::as_select())
        .load(reader.connection())?;
    let total = about(reach, row, ids)
        .select(count_star())
        .first(reader.connection())?;
    Ok(Chapter { events, total })
}

fn texts<Id: ToString>(ids: &[Id]) -> Vec<String> {
    ids.iter().map(Id::to_string).collect()
}

fn about(reach: Reach, row: &ApplicationRow, ids: (Vec<String>, Vec<String>)) -> Query {
    let object = |kind: &'static str, id: String| {
        audit_events::object_kind
            .eq(kind)
            .and(audit_events::object_id.eq(id))
    };
    let (reviews, decisions) = ids;
    let of_reviews = audit_events::object_kind
        .eq("review")
        .and(audit_events::object_id.eq_any(reviews));
    // An award has the id of the decision that opened it.
    let of_decisions = audit_events::object_kind
        .eq_any(["decision", "award"])
        .and(audit_events::object_id.eq_any(decisions));
    let of_organisation = object("organisation", row.organisation_id.to_string())
        .and(audit_events::action.eq_any(OF_ORGANISATION))
        .and(audit_events::at.ge(row.created_at));
    let of_round = object("round", row.round_id.to_string())
        .and(audit_events::action.eq_any(OF_ROUND))
        .and(audit_events::at.ge(row.submitted_at.unwrap_or(row.created_at)));
    readable(reach).filter(
        object("application", row.id.to_string())
            .or(of_reviews)
            .or(of_decisions)
            .or(of_organisation)
            .or(of_round),
    )
}
