//! Due diligence of an application: which tier it falls into, what that asks for, what
//! is done; putting steps and concerns on record.

use std::collections::BTreeMap;

use super::list_screening::{Standing, screened};
use super::{Refusal, legal_status, letters};
use crate::domain::account::Role;
use crate::domain::check::read_note;
use crate::domain::due_diligence::{
    Known, Line, LineState, Screened, Step, Tier, TierDraft, lines, read_step, read_tiers, tier_of,
};
use crate::domain::round::Round;
use crate::domain::{
    ApplicationId, ConcernId, Currency, Message, Moment, OrganisationId, Problems, ProgrammeId,
};
use crate::policy::due_diligence::{MayExamine, MaySetTiers};
use crate::policy::{Actor, Reach};
use crate::store::application::{self, ApplicationRow};
use crate::store::discussion::{self, Panelist};
use crate::store::due_diligence::{self as store, ConcernRow, OnRecord, StepRow};
use crate::store::{Reader, StoreError, Tx, audit, list_screening, programme, round};

/// Where the due diligence of an application stands.
pub struct Diligence {
    pub currency: Currency,
    pub tiers: Vec<Tier>,
    /// Which of them it falls into, and whether a concern lifted it.
    pub at: usize,
    pub lifted: bool,
    pub lines: Vec<(Line, LineState)>,
    pub steps: Vec<StepRow>,
    pub concerns: Vec<ConcernRow>,
    /// Referees who answered.
    pub answered: usize,
    /// Whether the programme set these tiers itself: then what is open asks for a reason
    /// at the signature. Those that stand by default only say what is usual.
    pub binding: bool,
    /// How the list screening stands that speaks for its step; nothing where no list
    /// counts and the step is put on record by hand.
    pub screening: Option<Standing>,
}

impl Diligence {
    /// What is open: lines that are not done, and concerns that nobody has resolved.
    pub fn open(&self) -> usize {
        undone(&self.lines) + self.worries()
    }

    /// Concerns that nobody has resolved.
    pub fn worries(&self) -> usize {
        let concerns = self.concerns.iter();
        concerns.filter(|one| one.resolved.is_none()).count()
    }
}

fn undone(lines: &[(Line, LineState)]) -> usize {
    let undone = lines.iter().filter(|(_, state)| *state != LineState::Done);
    undone.count()
}

/// The tier that an application falls into, and where its lines stand: by its amount in
/// minor units, what is on record, whether verified papers stand behind it, and how far
/// its organisation is screened.
fn measured(
    tiers: &[Tier],
    amount_minor: i64,
    record: &OnRecord,
    (papers, screened): (bool, Option<Screened>),
) -> (usize, Vec<(Line, LineState)>) {
    let at = tier_of(tiers, amount_minor, record.lifted);
    let known = Known {
        screened,
        papers,
        taken: record.taken.clone(),
        answered: u8::try_from(record.answered).unwrap_or(u8::MAX),
    };
    let found = tiers.get(at).map(|tier| lines(tier, &known));
    (at, found.unwrap_or_default())
}

/// How much is open of these applications of a round, each within the caller's reach and
/// with whether verified papers stand behind it. As many queries for any number.
pub fn open_of(
    reader: &mut Reader,
    reach: Reach,
    round: &Round,
    asked: &[(&ApplicationRow, bool)],
) -> Result<BTreeMap<ApplicationId, usize>, StoreError> {
    let tiers = store::tiers(reader, round.programme_id, round.currency)?;
    let ids: Vec<ApplicationId> = asked.iter().map(|(row, _)| row.id).collect();
    let owners = asked.iter().map(|(row, _)| row.organisation_id);
    let owners: Vec<OrganisationId> = owners.collect();
    let records = store::on_record(reader, &ids)?;
    let screened = screened(reader, round.programme_id, &owners)?;
    let kept = list_screening::kept_from(reader, reach)?;
    let open = asked.iter().map(|(row, papers)| {
        let record = records.get(&row.id).cloned().unwrap_or_default();
        let owner = row.organisation_id;
        let screened = screened.get(&owner).map(|(screened, _)| *screened);
        let screened = screened.map(|screened| match kept.contains(&owner) {
            true => Screened::Waiting,
            false => screened,
        });
        let amount = row.requested_minor.unwrap_or(0);
        let (_, lines) = measured(&tiers, amount, &record, (*papers, screened));
        (row.id, undone(&lines) + record.worries)
    });
    Ok(open.collect())
}

/// Reads it for an application within the caller's reach.
pub fn diligence(
    reader: &mut Reader,
    reach: Reach,
    row: &ApplicationRow,
    now: Moment,
) -> Result<Diligence, StoreError> {
    let missing = || StoreError::Damaged("a round is missing".to_owned());
    let round = round::by_id(reader, row.round_id)?.ok_or_else(missing)?;
    let tiers = store::tiers(reader, round.programme_id, round.currency)?;
    let concerns = store::concerns(reader, row.id)?;
    let record = store::on_record(reader, &[row.id])?.remove(&row.id);
    let record = record.unwrap_or_default();
    let behind = legal_status::behind(reader, row, now)?;
    let owner = row.organisation_id;
    let screened = screened(reader, round.programme_id, &[owner])?.remove(&owner);
    let kept = list_screening::kept_from(reader, reach)?.contains(&owner);
    let screened = screened.map(|(screened, standing)| match kept {
        true => (Screened::Waiting, standing.without_hits()),
        false => (screened, standing),
    });
    let told = screened.as_ref().map(|(screened, _)| *screened);
    let amount = row.requested_minor.unwrap_or(0);
    let beside = (behind.backing.is_verified(), told);
    let (at, lines) = measured(&tiers, amount, &record, beside);
    Ok(Diligence {
        currency: round.currency,
        binding: store::are_set(reader, round.programme_id, round.currency)?,
        lines,
        tiers,
        at,
        lifted: record.lifted,
        steps: store::steps(reader, row.id)?,
        concerns,
        answered: record.answered,
        screening: screened.map(|(_, standing)| standing),
    })
}

fn may(tx: &mut Tx, actor: &Actor, id: ApplicationId) -> Result<MayExamine, Refusal> {
    let row = application::find(tx, Reach::staff(actor), id)?.ok_or(Refusal::NotFound)?;
    Ok(MayExamine::on(actor, (id, row.status))?)
}

/// Puts a step on record.
pub fn take_step(
    tx: &mut Tx,
    actor: &Actor,
    (id, step): (ApplicationId, Step),
    (outcome, note): (&str, &str),
) -> Result<(), Refusal> {
    let may = may(tx, actor, id)?;
    if step == Step::ListScreening {
        by_hand(tx, actor, id)?;
    }
    let (outcome, note) = read_step(outcome, note)?;
    store::insert_step(tx, &may, step, (outcome, &note))?;
    let object = ("application", id.as_str());
    audit(
        tx,
        "take_diligence_step",
        object,
        step.code(),
        outcome.code(),
    )?;
    Ok(())
}

/// Refuses a record beside a list screening that speaks for itself.
fn by_hand(tx: &mut Tx, actor: &Actor, id: ApplicationId) -> Result<(), Refusal> {
    let row = application::find(tx, Reach::staff(actor), id)?.ok_or(Refusal::NotFound)?;
    let round = round::by_id(tx, row.round_id)?.ok_or(Refusal::NotFound)?;
    match screened(tx, round.programme_id, &[row.organisation_id])?.is_empty() {
        true => Ok(()),
        false => Err(Refusal::Stale(Message::new("stale-step-screened"))),
    }
}

/// Notes that the actor looked a second time at the step that stands.
pub fn look_again(
    tx: &mut Tx,
    actor: &Actor,
    (id, step): (ApplicationId, Step),
) -> Result<(), Refusal> {
    let may = may(tx, actor, id)?;
    let mut all = store::steps(tx, id)?.into_iter();
    let row = all.find(|one| one.taken.step == step);
    let row = row.ok_or(Refusal::NotFound)?;
    let may = may.second((row.id, row.taken.by), row.taken.second)?;
    store::second(tx, &may)?;
    let object = ("application", id.as_str());
    audit(tx, "look_again_at_step", object, step.code(), "second")?;
    Ok(())
}

/// The admins to whom a concern can be raised: those who may see the application.
pub fn addressees(reader: &mut Reader, row: &ApplicationRow) -> Result<Vec<Panelist>, StoreError> {
    discussion::staff(reader, row, &[Role::Admin])
}

/// What a concern is raised to instead of one admin: all of them.
pub const TEAM: &str = "team";

/// A concern as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TypedConcern {
    pub words: String,
    /// Id of an admin, or [`TEAM`].
    pub to: String,
    pub lifts: bool,
}

/// Raises a concern to an admin, or to all who may see the application. Each but the one
/// who raises it gets a letter with a link.
pub fn raise(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    typed: &TypedConcern,
    site: &str,
) -> Result<(), Refusal> {
    let row = application::find(tx, Reach::staff(actor), id)?.ok_or(Refusal::NotFound)?;
    let may = MayExamine::on(actor, (id, row.status))?;
    let to_team = typed.to == TEAM;
    let mut told = addressees(tx, &row)?;
    told.retain(|one| to_team || one.recipient.id.as_str() == typed.to);
    let to = told.first().map(|one| one.recipient.id);
    let mut problems = Problems::default();
    let words = problems.take("words", read_note(&typed.words, true));
    let to = problems.take("to", to.ok_or_else(|| Message::new("error-choice")));
    let (Some(words), Some(to)) = (words, to) else {
        return Err(problems.into());
    };
    let to = (!to_team).then_some(to);
    let kept = store::insert_concern(tx, &may, to, (&words, typed.lifts))?;
    let object = ("application", id.as_str());
    audit(tx, "raise_concern", object, "", kept.as_str())?;
    let link = format!("{site}/admin/applications/{id}/due-diligence");
    let words = ("mail-concern-subject", "mail-concern-body");
    for one in told.iter().map(|one| &one.recipient) {
        if one.id != actor.id {
            letters::post(tx, one.language, &one.email, words, &link)?;
        }
    }
    Ok(())
}

/// Resolves a concern with a reason.
pub fn resolve(
    tx: &mut Tx,
    actor: &Actor,
    (id, concern): (ApplicationId, ConcernId),
    reason: &str,
) -> Result<(), Refusal> {
    let may = may(tx, actor, id)?;
    let mut all = store::concerns(tx, id)?.into_iter();
    let row = all.find(|one| one.id == concern);
    let row = row.ok_or(Refusal::NotFound)?;
    let may = may.resolve(concern, row.resolved.is_none())?;
    let field = format!("resolution-{concern}");
    let reason = read_note(reason, true).map_err(|message| Problems::one(field, message))?;
    store::resolve(tx, &may, &reason)?;
    let object = ("application", id.as_str());
    audit(tx, "resolve_concern", object, concern.as_str(), "resolved")?;
    Ok(())
}

/// Says what a programme needs for amounts in a currency.
pub fn set_tiers(
    tx: &mut Tx,
    actor: &Actor,
    (slug, currency): (&str, Currency),
    drafts: &[TierDraft],
) -> Result<(), Refusal> {
    let programme = programme::by_slug(tx, slug)?.ok_or(Refusal::NotFound)?;
    let may = MaySetTiers::of(actor, programme.id)?;
    let tiers = read_tiers(drafts, currency)?;
    let before = store::tiers(tx, programme.id, currency)?;
    if before == tiers {
        return Ok(());
    }
    store::set_tiers(tx, &may, currency, &tiers)?;
    let about = programme.id.to_string();
    let words = |tiers: &[Tier]| in_words(tiers, currency);
    audit(
        tx,
        "set_diligence_tiers",
        ("programme", &about),
        &words(&before),
        &words(&tiers),
    )?;
    Ok(())
}

fn in_words(tiers: &[Tier], currency: Currency) -> String {
    let one = |tier: &Tier| {
        let upper = TierDraft::of(tier, currency).upper;
        format!("{} {upper}: {}", currency.code(), tier.text())
    };
    tiers.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// The currency in which a programme's tiers are shown first: that of its latest round.
pub fn currency_of(reader: &mut Reader, programme: ProgrammeId) -> Result<Currency, StoreError> {
    let latest = round::of_programme(reader, programme, 1)?.pop();
    Ok(latest.map_or(Currency::USD, |round| round.currency))
}
