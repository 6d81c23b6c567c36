//! Who takes part in the discussion of an application: its reviewers with what decides
//! over their rights, and the staff who may see it. Nobody with a conflict of interest
//! is among them.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::super::application::ApplicationRow;
use super::super::conflict::StoreError;
use super::super::conflict_record::barred_from;
use super::super::connection::Reader as Connection;
use super::super::notice::{RECIPIENT, Recipient};
use super::super::schema::{account_roles, accounts, assignments, declarations, reviews};
use crate::domain::account::Role;
use crate::domain::phase::{Phase, Scope};
use crate::domain::review::ConflictKind;
use crate::domain::round::Round;
use crate::domain::{AccountId, Moment};
use crate::policy::review::Case;

/// Somebody who may come to read a discussion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    pub recipient: Recipient,
    pub name: String,
}

/// Most people of each kind; an installation has dozens.
const MOST: i64 = 500;

/// The reviewers who declared that they have no conflict and have not left the
/// application, in order of their ids, with their cases.
pub fn panel(
    reader: &mut Connection,
    row: &ApplicationRow,
    (round, phase): (&Round, &Phase),
    now: Moment,
) -> Result<Vec<(Reader, Case)>, StoreError> {
    type Found = (
        Recipient,
        String,
        Option<AccountId>,
        Option<Moment>,
        Option<Moment>,
    );
    let assigned = assignments::application_id
        .eq(declarations::application_id)
        .and(assignments::reviewer_id.eq(declarations::account_id));
    let own = reviews::application_id
        .eq(declarations::application_id)
        .and(reviews::reviewer_id.eq(declarations::account_id));
    let reviewer = account_roles::table
        .filter(account_roles::account_id.eq(accounts::id))
        .filter(account_roles::role.eq(Role::Reviewer));
    let found: Vec<Found> = declarations::table
        .inner_join(accounts::table)
        .left_join(assignments::table.on(assigned))
        .left_join(reviews::table.on(own))
        .filter(declarations::application_id.eq(row.id))
        .filter(declarations::kind.eq(ConflictKind::None))
        .filter(accounts::disabled_at.is_null())
        .filter(exists(reviewer))
        .order(accounts::id)
        .limit(MOST)
        .select((
            RECIPIENT,
            accounts::name,
            assignments::reviewer_id.nullable(),
            assignments::recused_at.nullable(),
            reviews::submitted_at.nullable(),
        ))
        .load(reader.connection())?;
    let barred = barred_from(reader, row.id)?;
    let case = |(recipient, name, assigned, recused, submitted): Found| {
        let open = assigned.is_some() || phase.scope == Scope::All;
        let within = recused.is_none() && open && !barred.contains(&recipient.id);
        let case = Case {
            application: row.id,
            reviewer: recipient.id,
            status: row.status,
            declared: Some(ConflictKind::None),
            assigned: assigned.is_some(),
            submitted: submitted.is_some(),
            lacking: false,
            round_open: round.takes_reviews(),
            phase: phase.clone(),
            now,
        };
        within.then_some((Reader { recipient, name }, case))
    };
    Ok(found.into_iter().filter_map(case).collect())
}

/// The admins and auditors who may see an application, by name.
pub fn staff(
    reader: &mut Connection,
    row: &ApplicationRow,
    roles: &[Role],
) -> Result<Vec<Reader>, StoreError> {
    let holders = account_roles::table
        .filter(account_roles::role.eq_any(roles.to_vec()))
        .select(account_roles::account_id);
    let found: Vec<(Recipient, String)> = accounts::table
        .filter(accounts::disabled_at.is_null())
        .filter(accounts::id.eq_any(holders))
        .order((accounts::name, accounts::id))
        .limit(MOST)
        .select((RECIPIENT, accounts::name))
        .load(reader.connection())?;
    let barred = barred_from(reader, row.id)?;
    let free = found
        .into_iter()
        .filter(|(recipient, _)| !barred.contains(&recipient.id));
    Ok(free
        .map(|(recipient, name)| Reader { recipient, name })
        .collect())
}
