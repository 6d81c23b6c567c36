//! Fiscal sponsors: who was asked for an application, who answered what. All
//! are kept; the latest counts.

mod shown;

pub use shown::{seen, sponsors_behind};

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx};
use super::schema::{accounts, applications, memberships, sponsorships};
use crate::domain::sponsorship::{Contact, SponsorState};
use crate::domain::{AccountId, ApplicationId, Moment, OrganisationId, SponsorshipId};
use crate::policy::sponsorship::{MayAnswerSponsor, MayAskSponsor};

/// Sponsorships of one organisation that are listed at most.
const MOST: i64 = 100;

/// A question to a sponsor.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = sponsorships, check_for_backend(MultiBackend))]
pub struct SponsorshipRow {
    pub id: SponsorshipId,
    pub application_id: ApplicationId,
    /// As the applicant wrote it.
    pub sponsor_name: String,
    pub email: String,
    pub asked_by: AccountId,
    pub asked_at: Moment,
    pub expires_at: Moment,
    /// The organisation that consented.
    pub organisation_id: Option<OrganisationId>,
    pub state: SponsorState,
    pub answered_by: Option<AccountId>,
    pub answered_at: Option<Moment>,
    pub ended_at: Option<Moment>,
}

/// The latest question about an application within somebody's reach, with the name as the
/// applicant wrote it: what shows it asks [`seen`].
pub fn latest(
    reader: &mut Reader,
    application: ApplicationId,
) -> Result<Option<SponsorshipRow>, StoreError> {
    Ok(sponsorships::table
        .filter(sponsorships::application_id.eq(application))
        .order(sponsorships::id.desc())
        .select(SponsorshipRow::as_select())
        .first(reader.connection())
        .optional()?)
}

/// The question of an id.
pub fn by_id(reader: &mut Reader, id: SponsorshipId) -> Result<Option<SponsorshipRow>, StoreError> {
    Ok(sponsorships::table
        .find(id)
        .select(SponsorshipRow::as_select())
        .first(reader.connection())
        .optional()?)
}

/// The question of a link's token while it can be answered.
pub fn usable(
    reader: &mut Reader,
    token_hash: &str,
    now: Moment,
) -> Result<Option<SponsorshipRow>, StoreError> {
    Ok(sponsorships::table
        .filter(sponsorships::token_hash.eq(token_hash))
        .filter(sponsorships::state.eq(SponsorState::Asked))
        .filter(sponsorships::expires_at.gt(now))
        .select(SponsorshipRow::as_select())
        .first(reader.connection())
        .optional()?)
}

/// A consent with what its sponsor may see of the application.
#[derive(Debug, Clone, Queryable)]
pub struct Sponsored {
    pub id: SponsorshipId,
    pub applicant: OrganisationId,
    pub application: ApplicationId,
    pub state: SponsorState,
    pub answered_at: Option<Moment>,
}

/// The consents that an organisation gave, latest first.
pub fn of_organisation(
    reader: &mut Reader,
    organisation: OrganisationId,
) -> Result<Vec<Sponsored>, StoreError> {
    Ok(sponsorships::table
        .inner_join(applications::table)
        .filter(sponsorships::organisation_id.eq(organisation))
        .order(sponsorships::id.desc())
        .limit(MOST)
        .select((
            sponsorships::id,
            applications::organisation_id,
            sponsorships::application_id,
            sponsorships::state,
            sponsorships::answered_at,
        ))
        .load(reader.connection())?)
}

/// The name of who answered.
pub fn answerer(reader: &mut Reader, row: &SponsorshipRow) -> Result<String, StoreError> {
    let Some(id) = row.answered_by else {
        return Ok(String::new());
    };
    Ok(accounts::table
        .find(id)
        .select(accounts::name)
        .first(reader.connection())?)
}

/// The ids of applications that a person's organisations sponsor: that person is
/// in conflict with them, as with their own.
#[diesel::dsl::auto_type]
pub(super) fn sponsored_by(person: AccountId) -> _ {
    let consented: SponsorState = SponsorState::Consented;
    sponsorships::table
        .inner_join(
            memberships::table
                .on(sponsorships::organisation_id.eq(memberships::organisation_id.nullable())),
        )
        .filter(memberships::account_id.eq(person))
        .filter(sponsorships::state.eq(consented))
        .select(sponsorships::application_id)
}

/// The sponsors of these applications.
pub fn sponsors_of(
    reader: &mut Reader,
    ids: &[ApplicationId],
) -> Result<Vec<(ApplicationId, OrganisationId)>, StoreError> {
    let rows: Vec<(ApplicationId, Option<OrganisationId>)> = sponsorships::table
        .filter(sponsorships::application_id.eq_any(ids.to_vec()))
        .filter(sponsorships::state.eq(SponsorState::Consented))
        .select((sponsorships::application_id, sponsorships::organisation_id))
        .load(reader.connection())?;
    let known = rows
        .into_iter()
        .filter_map(|(id, sponsor)| Some((id, sponsor?)));
    Ok(known.collect())
}

/// Keeps a question to the capability's application.
pub fn insert(
    tx: &mut Tx,
    may: &MayAskSponsor,
    (id, token_hash, expires_at): (SponsorshipId, &str, Moment),
    contact: &Contact,
) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::insert_into(sponsorships::table)
        .values((
            sponsorships::id.eq(id),
            sponsorships::application_id.eq(may.application()),
            sponsorships::sponsor_name.eq(&contact.name),
            sponsorships::email.eq(contact.email.as_str()),
            sponsorships::token_hash.eq(token_hash),
            sponsorships::asked_by.eq(may.by()),
            sponsorships::asked_at.eq(now),
            sponsorships::expires_at.eq(expires_at),
            sponsorships::state.eq(SponsorState::Asked),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Moves a question to where the capability says: answers note who answered,
/// second thoughts who ended it.
pub fn advance(tx: &mut Tx, may: &MayAnswerSponsor) -> Result<(), StoreError> {
    let now = tx.now();
    let row = sponsorships::table
        .find(may.sponsorship())
        .filter(sponsorships::state.eq(may.from()));
    let moved = match may.to() {
        SponsorState::Asked | SponsorState::Consented | SponsorState::Declined => {
            diesel::update(row)
                .set((
                    sponsorships::state.eq(may.to()),
                    sponsorships::organisation_id.eq(may.organisation()),
                    sponsorships::answered_by.eq(may.answerer()),
                    sponsorships::answered_at.eq(now),
                ))
                .execute(tx.connection())?
        }
        SponsorState::Revoked | SponsorState::Dropped => diesel::update(row)
            .set((
                sponsorships::state.eq(may.to()),
                sponsorships::ended_by.eq(may.answerer()),
                sponsorships::ended_at.eq(now),
            ))
            .execute(tx.connection())?,
    };
    if moved == 1 {
        Ok(())
    } else {
        Err(StoreError::LostRace)
    }
}
