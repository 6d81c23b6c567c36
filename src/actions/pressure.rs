//! What happened to organisations: taken over from what they send, recorded by staff,
//! and assessed. Nothing is written over.

use super::Refusal;
use crate::domain::answers::Answers;
use crate::domain::form::Form;
use crate::domain::form::Opt;
use crate::domain::moment::Day;
use crate::domain::pressure::{
    Change, INCIDENTS, KIND, Stated, TypedAssessment, TypedIncident, read_assessment,
    read_incident, reconcile, stated,
};
use crate::domain::{IncidentId, Message, OrganisationId};
use crate::policy::pressure::{MayRecord, MayTakeOver};
use crate::policy::{Actor, Reach};
use crate::store::incident::{self, IncidentRow};
use crate::store::{Reader, StoreError, Tx, audit, form, organisation, programme};

/// Most programmes whose lists of kinds are read.
const PROGRAMMES: i64 = 100;

/// The kinds that programmes ask for, each code once, in the order of the newest form
/// that has it.
pub fn kinds(reader: &mut Reader) -> Result<Vec<Opt>, StoreError> {
    let mut kinds: Vec<Opt> = Vec::new();
    for one in programme::list(reader, None, PROGRAMMES)? {
        let forms = form::all_of(reader, one.id)?;
        let offered = forms.iter().rev().flat_map(|form| {
            let rows = form.question(INCIDENTS);
            let columns = rows.into_iter().flat_map(|rows| rows.columns());
            let kind = columns.filter(|column| column.code == KIND);
            kind.flat_map(|column| column.options().to_vec())
        });
        for option in offered {
            if kinds.iter().all(|known| known.code != option.code) {
                kinds.push(option);
            }
        }
    }
    Ok(kinds)
}

/// Takes over what the version of an application states: what is new is added, what is
/// told otherwise goes on as the next version of its incident, what is gone is marked.
/// The same version again changes nothing.
pub(super) fn take_over(
    tx: &mut Tx,
    may: &MayTakeOver,
    (form, answers): (&Form, &Answers),
    version: i32,
) -> Result<(), StoreError> {
    // Whoever reads a month later reads the same: the day is that of the sending in UTC.
    let sent = tx.now().day("UTC");
    let told = stated(form, answers, sent);
    let rows = incident::of_application(tx, may.application())?;
    let standing = rows.into_iter().filter_map(|row| {
        let withdrawn = row.state == crate::domain::pressure::State::Withdrawn;
        row.stated().filter(|_| !withdrawn).map(|held| (row, held))
    });
    let (rows, held): (Vec<IncidentRow>, Vec<Stated>) = standing.unzip();
    let mut changed = 0;
    for change in reconcile(&held, &told) {
        match change {
            Change::Keep { .. } => continue,
            Change::Add { stated } => {
                incident::insert_stated(tx, may, (&told[stated], version))?;
            }
            Change::Supersede { held, stated } => {
                incident::restate(tx, may, &rows[held], (Some(&told[stated]), version))?;
            }
            Change::End { held } => incident::restate(tx, may, &rows[held], (None, version))?,
        }
        changed += 1;
    }
    if changed > 0 {
        let object = ("application", may.application().to_string());
        let object = (object.0, object.1.as_str());
        let after = format!("version {version}: {changed}");
        audit(tx, "take_over_incidents", object, "", &after)?;
    }
    Ok(())
}

/// A page always brings one; a text of another shape would not be a key.
fn pressed(press: &str) -> Result<IncidentId, Refusal> {
    IncidentId::parse(press).map_err(|_| Refusal::Stale(Message::new("stale-pressure-page")))
}

fn within(tx: &mut Tx, actor: &Actor, id: OrganisationId) -> Result<MayRecord, Refusal> {
    let found = organisation::find(tx, Reach::staff(actor), id)?.ok_or(Refusal::NotFound)?;
    Ok(MayRecord::about(actor, found.id)?)
}

/// Records an incident. A second press finds it there.
pub fn record(
    tx: &mut Tx,
    actor: &Actor,
    id: OrganisationId,
    (typed, today): (&TypedIncident, Day),
) -> Result<(), Refusal> {
    let may = within(tx, actor, id)?;
    let press = pressed(&typed.press)?;
    if incident::is_recorded(tx, id, press.as_str())? {
        return Ok(());
    }
    let kinds = kinds(tx)?.into_iter().map(|kind| kind.code);
    let kinds: Vec<String> = kinds.collect();
    let read = read_incident(typed, &kinds, today)?;
    let made = incident::insert(tx, &may, press.as_str(), &read)?;
    let object = ("organisation", id.as_str());
    let after = format!("{made} {}", read.certainty.code());
    audit(tx, "record_incident", object, "", &after)?;
    Ok(())
}

/// Says how sure the version `over` of an incident is by now, or that it is a mistake.
/// A second press finds it said.
pub fn assess(
    tx: &mut Tx,
    actor: &Actor,
    (id, of, over): (OrganisationId, IncidentId, i32),
    typed: &TypedAssessment,
) -> Result<(), Refusal> {
    let may = within(tx, actor, id)?;
    let press = pressed(&typed.press)?;
    if incident::is_recorded(tx, id, press.as_str())? {
        return Ok(());
    }
    let versions = incident::versions(tx, id, of)?;
    let last = versions.into_iter().next().ok_or(Refusal::NotFound)?;
    if last.version != over {
        return Err(Refusal::Stale(Message::new("stale-incident-changed")));
    }
    let found = read_assessment(typed)?;
    incident::assess(tx, &may, (&last, press.as_str()), &found)?;
    let object = ("organisation", id.as_str());
    let before = format!(
        "{of} {} {}",
        last.state.code(),
        last.incident.certainty.code()
    );
    let after = format!("{of} {}", found.verdict.code());
    audit(tx, "assess_incident", object, &before, &after)?;
    Ok(())
}
