//! What happened to organisations. Rows are only added: another word about an incident
//! is its next version. Whose reach they are in is the caller's to ask, but for the
//! counts, which take a reach.

mod counts;
mod seal;
mod write;

pub(in crate::store) use counts::hidden_from_staff;
pub use counts::{Axis, Count, Scope, briefed, counts};
pub use seal::incidents_batch;
pub use write::{assess, insert, insert_stated, is_recorded, restate};

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader};
use super::envelope::Ring;
use super::schema::{accounts, incidents};
use super::sealed_answers::Keys;
use crate::domain::moment::Day;
use crate::domain::pressure::{
    Certainty, FUNDING_LOST, Happening, INCIDENTS, Incident, Precision, Source, State, Stated,
};
use crate::domain::{ApplicationId, Country, Currency, IncidentId, Moment, Money, OrganisationId};
use seal::texts;

/// One version of an incident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncidentRow {
    pub id: IncidentId,
    /// 1 for the first.
    pub version: i32,
    pub organisation: OrganisationId,
    /// The application that states it; nothing for what staff recorded.
    pub application: Option<ApplicationId>,
    /// Code of the question; empty for what staff recorded.
    pub question: String,
    pub row_number: i32,
    pub incident: Incident,
    pub state: State,
    /// Why this version was made; may be empty.
    pub reason: String,
    /// By name.
    pub author: String,
    pub written_at: Moment,
}

impl IncidentRow {
    /// As the row of a form that states it; nothing for what staff recorded.
    pub fn stated(&self) -> Option<Stated> {
        let questions = [INCIDENTS, FUNDING_LOST];
        let question = questions.into_iter().find(|code| *code == self.question)?;
        // What staff found about it has a reason.
        let claimed = self.incident.source == Source::Applicant && self.reason.is_empty();
        Some(Stated {
            question,
            row: usize::try_from(self.row_number).unwrap_or(0),
            happening: self.incident.happening.clone(),
            reference: claimed.then(|| self.incident.reference.clone()),
        })
    }
}

type Columns = (
    (
        IncidentId,
        i32,
        OrganisationId,
        Option<ApplicationId>,
        String,
        i32,
    ),
    (String, Day, Precision, String, String),
    (Option<i64>, Option<Currency>),
    (Source, String, Certainty, State, String, String),
    (String, Moment),
    Option<String>,
);

/// The columns of an [`IncidentRow`].
macro_rules! columns {
    () => {
        (
            (
                incidents::id,
                incidents::version,
                incidents::organisation_id,
                incidents::application_id,
                incidents::question,
                incidents::row_number,
            ),
            (
                incidents::kind,
                incidents::day,
                incidents::dated,
                incidents::country,
                incidents::locality,
            ),
            (incidents::amount_minor, incidents::currency),
            (
                incidents::source,
                incidents::reference,
                incidents::certainty,
                incidents::state,
                incidents::note,
                incidents::reason,
            ),
            (accounts::name, incidents::written_at),
            incidents::sealed,
        )
    };
}

fn row(
    keys: Keys,
    (what, happened, lost, known, written, sealed): Columns,
) -> Result<IncidentRow, StoreError> {
    let (id, version, organisation, application, question, row_number) = what;
    let (kind, day, precision, country, locality) = happened;
    let (source, reference, certainty, state, note, reason) = known;
    let (minor, currency) = lost;
    let (author, written_at) = written;
    let clear = [locality, reference, note, reason];
    let [locality, reference, note, reason] = texts(
        (sealed.as_deref(), clear),
        keys,
        (organisation, id, version),
    )?;
    Ok(IncidentRow {
        id,
        version,
        organisation,
        application,
        question,
        row_number,
        incident: Incident {
            happening: Happening {
                kind,
                day,
                precision,
                country: Country::parse(&country).ok(),
                locality,
                amount: minor.zip(currency).map(|(minor, of)| Money::new(minor, of)),
            },
            source,
            reference,
            certainty,
            note,
        },
        state,
        reason,
        author,
        written_at,
    })
}

fn rows(reader: &mut Reader, found: Vec<Columns>) -> Result<Vec<IncidentRow>, StoreError> {
    let ring = Ring::of(reader, found.iter().filter_map(|one| one.5.as_deref()))?;
    let keys = (reader.vault(), &ring);
    found.into_iter().map(|one| row(keys, one)).collect()
}

/// The versions of these incidents that lie in clear.
fn in_clear(reader: &mut Reader, ids: Vec<IncidentId>) -> Result<Vec<IncidentRow>, StoreError> {
    let found: Vec<Columns> = incidents::table
        .inner_join(accounts::table)
        .filter(incidents::id.eq_any(ids))
        .filter(incidents::sealed.is_null())
        .select(columns!())
        .load(reader.connection())?;
    rows(reader, found)
}

/// A page of what is on record of an organisation, latest day first, after the incident
/// of a day. What was a mistake or is no longer stated is among it.
pub fn list(
    reader: &mut Reader,
    organisation: OrganisationId,
    after: Option<(Day, IncidentId)>,
    limit: i64,
) -> Result<Vec<IncidentRow>, StoreError> {
    let mut query = incidents::table
        .inner_join(accounts::table)
        .filter(incidents::organisation_id.eq(organisation))
        .filter(incidents::latest.eq(true))
        .into_boxed::<MultiBackend>();
    if let Some((day, id)) = after {
        let same = incidents::day.eq(day.iso()).and(incidents::id.lt(id));
        query = query.filter(incidents::day.lt(day.iso()).or(same));
    }
    let found: Vec<Columns> = query
        .order((incidents::day.desc(), incidents::id.desc()))
        .limit(limit)
        .select(columns!())
        .load(reader.connection())?;
    rows(reader, found)
}

/// Most incidents of a summary; nobody reads more beside an application.
const SUMMARY: i64 = 100;

/// What stands of an organisation, latest day first: everything for whoever knows the
/// whole organisation, or only what this application states and staff recorded.
pub fn summary(
    reader: &mut Reader,
    organisation: OrganisationId,
    only: Option<ApplicationId>,
) -> Result<Vec<IncidentRow>, StoreError> {
    let mut query = incidents::table
        .inner_join(accounts::table)
        .filter(incidents::organisation_id.eq(organisation))
        .filter(incidents::latest.eq(true))
        .filter(incidents::state.eq(State::Standing))
        .into_boxed::<MultiBackend>();
    if let Some(application) = only {
        let recorded = incidents::application_id.is_null();
        query = query.filter(incidents::application_id.eq(application).or(recorded));
    }
    let found: Vec<Columns> = query
        .order((incidents::day.desc(), incidents::id.desc()))
        .limit(SUMMARY)
        .select(columns!())
        .load(reader.connection())?;
    rows(reader, found)
}

/// What an application states or stated, as it is on record, in the order of its rows.
pub fn of_application(
    reader: &mut Reader,
    application: ApplicationId,
) -> Result<Vec<IncidentRow>, StoreError> {
    let found: Vec<Columns> = incidents::table
        .inner_join(accounts::table)
        .filter(incidents::application_id.eq(application))
        .filter(incidents::latest.eq(true))
        .order((incidents::question, incidents::row_number, incidents::id))
        .select(columns!())
        .load(reader.connection())?;
    rows(reader, found)
}

/// Every version of an incident of an organisation, latest first; few.
pub fn versions(
    reader: &mut Reader,
    organisation: OrganisationId,
    id: IncidentId,
) -> Result<Vec<IncidentRow>, StoreError> {
    let found: Vec<Columns> = incidents::table
        .inner_join(accounts::table)
        .filter(incidents::id.eq(id))
        .filter(incidents::organisation_id.eq(organisation))
        .order(incidents::version.desc())
        .select(columns!())
        .load(reader.connection())?;
    rows(reader, found)
}
