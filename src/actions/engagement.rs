//! Writing the engagement log of an organisation: adding, correcting, quoting about an
//! application and ending quotations. Nothing is written over.

use super::Refusal;
use crate::domain::engagement::{TypedEntry, TypedQuote, read_correction, read_entry, read_quote};
use crate::domain::moment::Day;
use crate::domain::{
    ApplicationId, EngagementId, FileId, Message, OrganisationId, Problems, QuoteId,
};
use crate::policy::engagement::{MayLog, MayQuote};
use crate::policy::{Actor, Reach};
use crate::store::application::{self, ApplicationRow};
use crate::store::engagement::{self, EngagementRow};
use crate::store::{StoreError, Tx, audit, organisation, round, rubric};

/// A page always brings one; a text of another shape would not be a key.
fn pressed(press: &str) -> Result<EngagementId, Refusal> {
    EngagementId::parse(press).map_err(|_| Refusal::Stale(Message::new("stale-engagement-page")))
}

pub(super) fn within(tx: &mut Tx, actor: &Actor, id: OrganisationId) -> Result<MayLog, Refusal> {
    let found = organisation::find(tx, Reach::staff(actor), id)?.ok_or(Refusal::NotFound)?;
    Ok(MayLog::about(actor, found.id)?)
}

fn offered(tx: &mut Tx, actor: &Actor, id: OrganisationId) -> Result<Vec<FileId>, StoreError> {
    let files = engagement::offered(tx, Reach::staff(actor), id)?;
    Ok(files.into_iter().map(|file| file.id).collect())
}

/// Adds an entry and answers which one it is. A second press finds it there.
pub fn log(
    tx: &mut Tx,
    actor: &Actor,
    id: OrganisationId,
    (typed, today): (&TypedEntry, Day),
) -> Result<EngagementId, Refusal> {
    let may = within(tx, actor, id)?;
    let press = pressed(&typed.press)?;
    if let Some(made) = engagement::pressed(tx, id, press.as_str())? {
        return Ok(made);
    }
    let offered = offered(tx, actor, id)?;
    let entry = read_entry(typed, today, &offered)?;
    let made = engagement::insert(tx, &may, press.as_str(), &entry)?;
    let object = ("organisation", id.as_str());
    let after = format!("{made} {}", entry.kind.code());
    audit(tx, "log_engagement", object, "", &after)?;
    Ok(made)
}

/// Corrects the version `over` of an entry by another one. A second press finds it done.
pub fn correct(
    tx: &mut Tx,
    actor: &Actor,
    (id, entry, over): (OrganisationId, EngagementId, i32),
    (typed, today): (&TypedEntry, Day),
) -> Result<(), Refusal> {
    let may = within(tx, actor, id)?;
    let press = pressed(&typed.press)?;
    if engagement::pressed(tx, id, press.as_str())?.is_some() {
        return Ok(());
    }
    let last = latest(tx, id, entry)?;
    if last.version != over {
        return Err(Refusal::Stale(Message::new("stale-engagement-corrected")));
    }
    let mut allowed = offered(tx, actor, id)?;
    let kept = engagement::pointed_at(tx, &[entry])?;
    let kept = kept.into_values().flatten().map(|file| file.id);
    allowed.extend(kept);
    let correction = read_correction(typed, today, &allowed)?;
    engagement::correct(tx, &may, (entry, over, press.as_str()), &correction)?;
    let object = ("organisation", id.as_str());
    let state = |version: i32| format!("{entry} version {version}");
    let verb = match correction.mistaken {
        true => "mark_engagement_mistaken",
        false => "correct_engagement",
    };
    audit(tx, verb, object, &state(over), &state(over + 1))?;
    Ok(())
}

/// The version of an entry that stands.
pub(super) fn latest(
    tx: &mut Tx,
    id: OrganisationId,
    entry: EngagementId,
) -> Result<EngagementRow, Refusal> {
    let versions = engagement::versions(tx, id, entry)?;
    versions.into_iter().next().ok_or(Refusal::NotFound)
}

/// Quotes words of an entry about an application of the same organisation. A second
/// press finds them quoted.
pub fn quote(
    tx: &mut Tx,
    actor: &Actor,
    (id, entry): (OrganisationId, EngagementId),
    typed: &TypedQuote,
) -> Result<(), Refusal> {
    within(tx, actor, id)?;
    let press = pressed(&typed.press)?;
    let last = latest(tx, id, entry)?;
    if last.mistaken {
        return Err(Refusal::Stale(Message::new("stale-engagement-mistaken")));
    }
    let row = match ApplicationId::parse(&typed.application) {
        Ok(about) => application::find(tx, Reach::staff(actor), about)?,
        Err(_) => None,
    };
    let own = row.filter(|row| row.organisation_id == id);
    let criteria = match &own {
        Some(row) => criteria(tx, row)?,
        None => Vec::new(),
    };
    let read = read_quote(typed, &last.notes, &criteria);
    let (row, quote) = match (own, read) {
        (Some(row), Ok(quote)) => (row, quote),
        (Some(_), Err(problems)) => return Err(problems.into()),
        (None, read) => {
            let mut problems = Problems::one("application", Message::new("error-choice"));
            problems.0.extend(read.err().unwrap_or_default().0);
            return Err(problems.into());
        }
    };
    if engagement::is_quoted(tx, row.id, press.as_str())? {
        return Ok(());
    }
    let may = MayQuote::on(actor, (row.id, row.status))?;
    let place = (entry, last.version, press.as_str());
    let made = engagement::insert_quote(tx, &may, place, &quote)?;
    let object = ("application", row.id.as_str());
    let after = format!("{made} {}", quote.audience.code());
    audit(tx, "quote_engagement", object, entry.as_str(), &after)?;
    Ok(())
}

/// Codes of the criteria by which an application is scored.
fn criteria(tx: &mut Tx, row: &ApplicationRow) -> Result<Vec<String>, StoreError> {
    let Some(round) = round::by_id(tx, row.round_id)? else {
        return Ok(Vec::new());
    };
    let rubric = rubric::by_id(tx, round.rubric_id)?;
    let criteria = rubric.into_iter().flat_map(|rubric| rubric.criteria);
    Ok(criteria.map(|one| one.code).collect())
}

/// Ends a quotation about an application; a second press finds it ended.
pub fn end_quote(
    tx: &mut Tx,
    actor: &Actor,
    (application, id): (ApplicationId, QuoteId),
) -> Result<(), Refusal> {
    let row = application::find(tx, Reach::staff(actor), application)?;
    let row = row.ok_or(Refusal::NotFound)?;
    let may = MayQuote::on(actor, (row.id, row.status))?;
    let found = engagement::find_quote(tx, id)?;
    if found.is_none_or(|found| found.application != row.id) {
        return Ok(());
    }
    engagement::end_quote(tx, &may, id)?;
    let object = ("application", row.id.as_str());
    audit(tx, "end_quote", object, id.as_str(), "ended")?;
    Ok(())
}
