//! Who has to leave while an application is in front of a meeting, and who was asked
//! to. Only who may see the application may be told.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::conflict::StoreError;
use super::conflict_record::barred_from;
use super::connection::{Reader, Tx};
use super::schema::{account_roles, accounts, applications, assignments, meeting_absences};
use crate::domain::account::Role;
use crate::domain::{AccountId, ApplicationId, MeetingId, RoundId};
use crate::policy::meeting::MayChairMeeting;

/// Whether somebody is kept away from an application: by a conflict of interest, as a
/// member, or, as a reviewer, because they were recused once.
pub fn is_kept_away(
    reader: &mut Reader,
    application: ApplicationId,
    account: AccountId,
) -> Result<bool, StoreError> {
    let barred = barred_from(reader, application)?;
    Ok(barred.contains(&account) || recused(reader, application)?.contains(&account))
}

fn recused(
    reader: &mut Reader,
    application: ApplicationId,
) -> Result<BTreeSet<AccountId>, StoreError> {
    let recused: Vec<AccountId> = assignments::table
        .filter(assignments::application_id.eq(application))
        .filter(assignments::recused_at.is_not_null())
        .select(assignments::reviewer_id)
        .load(reader.connection())?;
    Ok(recused.into_iter().collect())
}

/// Everybody who may come to the meetings of a round.
struct Invited {
    staff: BTreeSet<AccountId>,
    /// The round's reviewers; all where the phase opens its applications to them.
    reviewers: BTreeSet<AccountId>,
}

fn invited(reader: &mut Reader, round: RoundId, open_to_all: bool) -> Result<Invited, StoreError> {
    let holders: Vec<(AccountId, Role)> = account_roles::table
        .inner_join(accounts::table)
        .filter(accounts::disabled_at.is_null())
        .filter(account_roles::role.eq_any([Role::Admin, Role::Auditor, Role::Reviewer]))
        .select((account_roles::account_id, account_roles::role))
        .load(reader.connection())?;
    let assigned: Vec<AccountId> = assignments::table
        .inner_join(applications::table)
        .filter(applications::round_id.eq(round))
        .select(assignments::reviewer_id)
        .distinct()
        .load(reader.connection())?;
    let assigned: BTreeSet<AccountId> = assigned.into_iter().collect();
    let (reviewers, staff): (Vec<_>, Vec<_>) = holders
        .into_iter()
        .partition(|(_, role)| *role == Role::Reviewer);
    let reviewers = reviewers.into_iter().map(|(id, _)| id);
    Ok(Invited {
        staff: staff.into_iter().map(|(id, _)| id).collect(),
        reviewers: reviewers
            .filter(|id| open_to_all || assigned.contains(id))
            .collect(),
    })
}

/// Notes who has to leave while an application of the round is in front.
pub fn note(
    tx: &mut Tx,
    may: &MayChairMeeting,
    (application, round): (ApplicationId, RoundId),
    open_to_all: bool,
) -> Result<(), StoreError> {
    let (meeting, now) = (may.meeting(), tx.now());
    let (barred, recused) = (barred_from(tx, application)?, recused(tx, application)?);
    let Invited { staff, reviewers } = invited(tx, round, open_to_all)?;
    let known: Vec<AccountId> = meeting_absences::table
        .filter(meeting_absences::meeting_id.eq(meeting))
        .filter(meeting_absences::application_id.eq(application))
        .select(meeting_absences::account_id)
        .load(tx.connection())?;
    let away = |id: &AccountId| {
        let invited = staff.contains(id) || reviewers.contains(id);
        let leaves = barred.contains(id) || !staff.contains(id);
        invited && leaves && !known.contains(id)
    };
    for account in barred.union(&recused).filter(|id| away(id)) {
        diesel::insert_into(meeting_absences::table)
            .values((
                meeting_absences::meeting_id.eq(meeting),
                meeting_absences::application_id.eq(application),
                meeting_absences::account_id.eq(account),
                meeting_absences::asked_at.eq(now),
            ))
            .execute(tx.connection())?;
    }
    Ok(())
}

/// Who was asked to leave while one of these applications was in front, by name. The
/// ids are of applications within the reader's reach.
pub fn of_meeting(
    reader: &mut Reader,
    meeting: MeetingId,
    within: &[ApplicationId],
) -> Result<Vec<(ApplicationId, String)>, StoreError> {
    Ok(meeting_absences::table
        .inner_join(accounts::table)
        .filter(meeting_absences::meeting_id.eq(meeting))
        .filter(meeting_absences::application_id.eq_any(within.to_vec()))
        .order((accounts::name, accounts::id))
        .select((meeting_absences::application_id, accounts::name))
        .load(reader.connection())?)
}
