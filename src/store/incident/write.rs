//! Adding incidents and versions of them.

use diesel::prelude::*;

use super::super::conflict::StoreError;
use super::super::connection::{Reader, Tx, mint};
use super::super::schema::incidents;
use super::IncidentRow;
use super::seal::sealed_version;
use crate::domain::pressure::{Assessment, Certainty, Incident, Source, State, Stated, Verdict};
use crate::domain::{AccountId, ApplicationId, IncidentId, OrganisationId};
use crate::policy::pressure::{MayRecord, MayTakeOver};

/// Whether this press of the button is on record already.
pub fn is_recorded(
    reader: &mut Reader,
    organisation: OrganisationId,
    press: &str,
) -> Result<bool, StoreError> {
    let found: Option<i32> = incidents::table
        .filter(incidents::organisation_id.eq(organisation))
        .filter(incidents::press.eq(press))
        .select(incidents::version)
        .first(reader.connection())
        .optional()?;
    Ok(found.is_some())
}

/// A version as it is added.
struct Version<'a> {
    id: IncidentId,
    number: i32,
    organisation: OrganisationId,
    application: Option<ApplicationId>,
    question: &'a str,
    row_number: i32,
    stated_version: Option<i32>,
    incident: &'a Incident,
    state: State,
    reason: &'a str,
    by: AccountId,
    press: Option<&'a str>,
}

fn add(tx: &mut Tx, version: &Version) -> Result<(), StoreError> {
    let (incident, now) = (version.incident, tx.now());
    let happening = &incident.happening;
    let country = happening.country.as_ref().map_or("", |one| one.code());
    let place = (version.organisation, version.id, version.number);
    let (hidden, sameness) = sealed_version(tx, place, (incident, version.reason))?;
    diesel::insert_into(incidents::table)
        .values((
            (
                incidents::id.eq(version.id),
                incidents::version.eq(version.number),
                incidents::latest.eq(true),
                incidents::organisation_id.eq(version.organisation),
                incidents::application_id.eq(version.application),
                incidents::question.eq(version.question),
                incidents::row_number.eq(version.row_number),
                incidents::stated_version.eq(version.stated_version),
            ),
            (
                incidents::kind.eq(&happening.kind),
                incidents::day.eq(happening.day.iso()),
                incidents::dated.eq(happening.precision),
                incidents::month.eq(happening.month()),
                incidents::country.eq(country),
                // The column of former releases, as three below.
                incidents::locality.eq(""),
                incidents::amount_minor.eq(happening.amount.map(|money| money.minor)),
                incidents::currency.eq(happening.amount.map(|money| money.currency)),
                incidents::sameness.eq(sameness),
                incidents::sealed.eq(hidden),
            ),
            (
                incidents::source.eq(incident.source),
                incidents::reference.eq(""),
                incidents::certainty.eq(incident.certainty),
                incidents::state.eq(version.state),
                incidents::note.eq(""),
                incidents::reason.eq(""),
                incidents::author_id.eq(version.by),
                incidents::written_at.eq(now),
                incidents::press.eq(version.press),
            ),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Says of a version that it is no longer the latest.
fn end(tx: &mut Tx, row: &IncidentRow) -> Result<(), StoreError> {
    let standing = incidents::table
        .find((row.id, row.version))
        .filter(incidents::latest.eq(true));
    let ended = diesel::update(standing)
        .set(incidents::latest.eq(false))
        .execute(tx.connection())?;
    match ended {
        1 => Ok(()),
        _ => Err(StoreError::LostRace),
    }
}

/// Adds what staff record.
pub fn insert(
    tx: &mut Tx,
    may: &MayRecord,
    press: &str,
    incident: &Incident,
) -> Result<IncidentId, StoreError> {
    let id = mint();
    add(
        tx,
        &Version {
            id,
            number: 1,
            organisation: may.organisation(),
            application: None,
            question: "",
            row_number: 0,
            stated_version: None,
            incident,
            state: State::Standing,
            reason: "",
            by: may.by(),
            press: Some(press),
        },
    )?;
    Ok(id)
}

/// Adds what staff found about an incident.
pub fn assess(
    tx: &mut Tx,
    may: &MayRecord,
    (row, press): (&IncidentRow, &str),
    found: &Assessment,
) -> Result<(), StoreError> {
    let (certainty, state) = match found.verdict {
        Verdict::Sure(certainty) => (certainty, State::Standing),
        Verdict::Mistaken => (row.incident.certainty, State::Mistaken),
    };
    let incident = Incident {
        source: found.source,
        reference: found.reference.clone(),
        certainty,
        ..row.incident.clone()
    };
    end(tx, row)?;
    add(
        tx,
        &Version {
            id: row.id,
            number: row.version + 1,
            organisation: may.organisation(),
            application: row.application,
            question: &row.question,
            row_number: row.row_number,
            stated_version: None,
            incident: &incident,
            state,
            reason: &found.reason,
            by: may.by(),
            press: Some(press),
        },
    )
}

fn claim(stated: &Stated) -> Incident {
    Incident {
        happening: stated.happening.clone(),
        source: Source::Applicant,
        reference: stated.reference.clone().unwrap_or_default(),
        certainty: Certainty::Claimed,
        note: String::new(),
    }
}

/// Adds what the version of an application states for the first time.
pub fn insert_stated(
    tx: &mut Tx,
    may: &MayTakeOver,
    (stated, version): (&Stated, i32),
) -> Result<(), StoreError> {
    let incident = claim(stated);
    add(
        tx,
        &Version {
            id: mint(),
            number: 1,
            organisation: may.organisation(),
            application: Some(may.application()),
            question: stated.question,
            row_number: i32::try_from(stated.row).unwrap_or(i32::MAX),
            stated_version: Some(version),
            incident: &incident,
            state: State::Standing,
            reason: "",
            by: may.by(),
            press: None,
        },
    )
}

/// Adds what the version of an application states otherwise by now, or no longer. It is
/// a claim again, whatever was found about what it said before.
pub fn restate(
    tx: &mut Tx,
    may: &MayTakeOver,
    row: &IncidentRow,
    (stated, version): (Option<&Stated>, i32),
) -> Result<(), StoreError> {
    let incident = stated.map_or_else(|| row.incident.clone(), claim);
    let place = stated.map(|stated| i32::try_from(stated.row).unwrap_or(i32::MAX));
    end(tx, row)?;
    add(
        tx,
        &Version {
            id: row.id,
            number: row.version + 1,
            organisation: may.organisation(),
            application: Some(may.application()),
            question: &row.question,
            row_number: place.unwrap_or(row.row_number),
            stated_version: Some(version),
            incident: &incident,
            state: match stated {
                Some(_) => State::Standing,
                None => State::Withdrawn,
            },
            reason: "",
            by: may.by(),
            press: None,
        },
    )
}
