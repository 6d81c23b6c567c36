//! Papers that expire, over all organisations within reach, and the admins who are told
//! of them once a week.

use diesel::dsl::{count_star, exists};
use diesel::prelude::*;

use crate::domain::account::Role;
use crate::domain::check::CheckOutcome;
use crate::domain::legal_status::DocumentKind;
use crate::domain::moment::Day;
use crate::domain::{AccountId, Language, LegalDocumentId, Moment, OrganisationId};
use crate::policy::Reach;
use crate::store::conflict::StoreError;
use crate::store::connection::{Reader, Tx};
use crate::store::organisation::reachable_organisations;
use crate::store::schema::{account_roles, accounts, document_reminders, legal_documents};

/// A verified paper with the last day on which it holds.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Expiring {
    pub id: LegalDocumentId,
    pub organisation: OrganisationId,
    pub kind: DocumentKind,
    pub expires_on: Day,
}

/// Verified papers that count and hold until a day at the longest, of organisations
/// within a reach.
macro_rules! until {
    ($reach:expr, $last:expr) => {
        reachable_organisations($reach)
            .inner_join(legal_documents::table)
            .filter(legal_documents::expires_on.le($last.iso()))
            .filter(legal_documents::superseded_at.is_null())
            .filter(legal_documents::outcome.eq(CheckOutcome::Verified))
    };
}

/// A page of the papers within reach that hold until `last` at the longest, the first
/// to expire first, after the given one.
pub fn expiring(
    reader: &mut Reader,
    reach: Reach,
    last: Day,
    after: Option<(Day, LegalDocumentId)>,
    limit: i64,
) -> Result<Vec<Expiring>, StoreError> {
    let mut query = until!(reach, last);
    if let Some((day, id)) = after {
        query = query.filter(
            legal_documents::expires_on
                .gt(day.iso())
                .or(legal_documents::expires_on
                    .eq(day.iso())
                    .and(legal_documents::id.gt(id))),
        );
    }
    Ok(query
        .order((legal_documents::expires_on, legal_documents::id))
        .limit(limit)
        .select((
            legal_documents::id,
            legal_documents::organisation_id,
            legal_documents::kind,
            legal_documents::expires_on.assume_not_null(),
        ))
        .load(reader.connection())?)
}

/// How many there are.
pub fn count_expiring(reader: &mut Reader, reach: Reach, last: Day) -> Result<i64, StoreError> {
    Ok(until!(reach, last)
        .select(count_star())
        .first(reader.connection())?)
}

/// An admin who is told of papers that expire.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Keeper {
    pub id: AccountId,
    pub email: String,
    pub language: Language,
    pub time_zone: String,
    /// When they were last told.
    pub told_at: Option<Moment>,
}

/// Admins who may sign in and have not muted reminders, in order of their ids, after
/// `after`.
pub fn keepers(
    reader: &mut Reader,
    after: Option<AccountId>,
    limit: i64,
) -> Result<Vec<Keeper>, StoreError> {
    let after = after.map_or_else(String::new, |id| id.to_string());
    let admin = account_roles::table
        .filter(account_roles::account_id.eq(accounts::id))
        .filter(account_roles::role.eq(Role::Admin));
    Ok(accounts::table
        .left_join(document_reminders::table.on(document_reminders::account_id.eq(accounts::id)))
        .filter(accounts::disabled_at.is_null())
        .filter(accounts::reminders_muted_at.is_null())
        .filter(exists(admin))
        .filter(accounts::id.gt(after))
        .order(accounts::id)
        .limit(limit)
        .select((
            accounts::id,
            accounts::email,
            accounts::language,
            accounts::time_zone,
            document_reminders::sent_at.nullable(),
        ))
        .load(reader.connection())?)
}

/// Notes that an admin was told now.
pub fn note_reminded(tx: &mut Tx, account: AccountId) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::delete(document_reminders::table.find(account)).execute(tx.connection())?;
    diesel::insert_into(document_reminders::table)
        .values((
            document_reminders::account_id.eq(account),
            document_reminders::sent_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}
