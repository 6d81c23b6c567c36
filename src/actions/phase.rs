//! Review phases of a round: adding, changing, removing. What would let reviewers
//! see something that was hidden from them is first told, then done.

use super::Refusal;
use super::complete_reviews::advance_round;
use crate::domain::phase::{
    PHASES_MOST, Phase, PhaseText, Reveal, check_schedule, in_force, in_order, reveals,
};
use crate::domain::round::{Round, RoundState};
use crate::domain::{Message, Moment, PhaseId, Problems};
use crate::policy::Actor;
use crate::policy::round::{MayRunRounds, MaySetPhases};
use crate::store::{StoreError, Tx, audit, mint, phase, round};

/// What became of a change.
#[derive(Debug, PartialEq, Eq)]
pub enum Changed {
    Done,
    /// Nothing yet: it lets these be seen at once, and has to be confirmed.
    Asks(Vec<Reveal>),
}

/// A round whose phases may be changed.
struct Plan {
    round: Round,
    may: MaySetPhases,
    before: Vec<Phase>,
}

fn plan(tx: &mut Tx, actor: &Actor, slug: &str) -> Result<Plan, Refusal> {
    let round = round::by_slug(tx, slug)?.ok_or(Refusal::NotFound)?;
    let may = MaySetPhases::by(actor, &round)?;
    let before = phase::of_round(tx, round.id)?;
    Ok(Plan { round, may, before })
}

/// Adds a phase.
pub fn add_phase(
    tx: &mut Tx,
    actor: &Actor,
    slug: &str,
    text: &PhaseText,
    confirmed: bool,
) -> Result<Changed, Refusal> {
    let plan = plan(tx, actor, slug)?;
    let made = text.read(&plan.round.time_zone)?;
    let made = made.phase(mint(), plan.round.id);
    if plan.before.len() >= PHASES_MOST {
        let message = Message::new("error-phases-most").with("most", PHASES_MOST as i64);
        return Err(Refusal::field("", message));
    }
    let mut after = plan.before.clone();
    after.push(made.clone());
    let after = in_order(after);
    if let Some(asks) = settle(tx, &plan, (&after, made.id), confirmed)? {
        return Ok(asks);
    }
    phase::insert(tx, &plan.may, &made)?;
    note(tx, &plan, "add_phase", ("", &summary(&made).join(", ")))?;
    complete(tx, &plan, &after)?;
    Ok(Changed::Done)
}

/// Changes a phase.
pub fn change_phase(
    tx: &mut Tx,
    actor: &Actor,
    (slug, id): (&str, PhaseId),
    text: &PhaseText,
    confirmed: bool,
) -> Result<Changed, Refusal> {
    let plan = plan(tx, actor, slug)?;
    let was = find(&plan, id)?;
    let is = retyped(&plan, &was, text)?;
    let others = plan.before.iter().filter(|one| one.id != id).cloned();
    let after = in_order(others.chain([is.clone()]).collect());
    if let Some(asks) = settle(tx, &plan, (&after, id), confirmed)? {
        return Ok(asks);
    }
    phase::update(tx, &plan.may, &is)?;
    let pairs = summary(&was).into_iter().zip(summary(&is));
    let (before, now): (Vec<_>, Vec<_>) = pairs.filter(|(a, b)| a != b).unzip();
    note(
        tx,
        &plan,
        "change_phase",
        (&before.join(", "), &now.join(", ")),
    )?;
    complete(tx, &plan, &after)?;
    Ok(Changed::Done)
}

/// A phase as it was typed over; a time that was left keeps what the form doesn't
/// show of it.
fn retyped(plan: &Plan, was: &Phase, text: &PhaseText) -> Result<Phase, Problems> {
    let zone = &plan.round.time_zone;
    let mut is = text.read(zone)?.phase(was.id, was.round);
    let shown = PhaseText::of(was, zone);
    if text.opens_at == shown.opens_at {
        is.opens_at = was.opens_at;
    }
    if text.closes_at == shown.closes_at {
        is.closes_at = was.closes_at;
    }
    Ok(is)
}

/// Removes a phase in which nothing was written; a round keeps one.
pub fn remove_phase(
    tx: &mut Tx,
    actor: &Actor,
    (slug, id): (&str, PhaseId),
) -> Result<(), Refusal> {
    let plan = plan(tx, actor, slug)?;
    let gone = find(&plan, id)?;
    if let Some(message) = hindrance(tx, &plan.before, &gone)? {
        return Err(Refusal::Stale(message));
    }
    let others = plan.before.iter().filter(|one| one.id != id).cloned();
    let after = in_order(others.collect());
    // The page that asks has told what it reveals.
    settle(tx, &plan, (&after, id), true)?;
    phase::delete(tx, &plan.may, id)?;
    note(tx, &plan, "remove_phase", (&summary(&gone).join(", "), ""))?;
    complete(tx, &plan, &after)
}

/// What keeps a phase from being removed.
pub fn hindrance(
    reader: &mut crate::store::Reader,
    phases: &[Phase],
    gone: &Phase,
) -> Result<Option<Message>, StoreError> {
    if phases.len() < 2 {
        return Ok(Some(Message::new("stale-phase-last")));
    }
    let next = phases.iter().find(|one| one.opens_at > gone.opens_at);
    let from = gone.opens_at.plus_seconds(-1);
    let span = (from, next.map(|next| next.opens_at));
    let written = phase::is_written_between(reader, gone.round, span)?;
    Ok(written.then(|| Message::new("stale-phase-written")))
}

fn find(plan: &Plan, id: PhaseId) -> Result<Phase, Refusal> {
    let found = plan.before.iter().find(|one| one.id == id);
    found.cloned().ok_or(Refusal::NotFound)
}

/// Whether phases can become so: refuses what doesn't fit, asks before revealing.
fn settle(
    tx: &mut Tx,
    plan: &Plan,
    (after, about): (&[Phase], PhaseId),
    confirmed: bool,
) -> Result<Option<Changed>, Refusal> {
    let mut problems = check_schedule(plan.round.opens_at, after, about);
    if problems.is_empty() {
        problems = written_too_late(tx, after, about)?;
    }
    if !problems.is_empty() {
        return Err(problems.into());
    }
    let asks = revealed(&plan.round, (&plan.before, after), tx.now());
    Ok((!confirmed && !asks.is_empty()).then_some(Changed::Asks(asks)))
}

/// What becomes visible at once when these phases take the place of those.
pub fn revealed(round: &Round, (before, after): (&[Phase], &[Phase]), now: Moment) -> Vec<Reveal> {
    match (in_force(before, now), in_force(after, now)) {
        (Some(was), Some(is)) if round.state != RoundState::Draft => reveals(was, is),
        _ => Vec::new(),
    }
}

/// Refuses a close that reviews which are there would have missed.
fn written_too_late(tx: &mut Tx, after: &[Phase], about: PhaseId) -> Result<Problems, StoreError> {
    let mut problems = Problems::default();
    for (at, phase) in after.iter().enumerate() {
        let Some(close) = phase.closes_at.filter(|close| *close < tx.now()) else {
            continue;
        };
        let next = after.get(at + 1).map(|next| next.opens_at);
        if phase::is_written_between(tx, phase.round, (close, next))? {
            let field = if phase.id == about { "closes_at" } else { "" };
            problems.add(field, Message::new("error-phase-written"));
        }
    }
    Ok(problems)
}

/// Moves on what has all its reviews now that fewer are needed.
fn complete(tx: &mut Tx, plan: &Plan, after: &[Phase]) -> Result<(), Refusal> {
    let Some(now) = in_force(after, tx.now()) else {
        return Ok(());
    };
    Ok(advance_round(tx, plan.round.id, now.needed)?)
}

/// Lets the first phase open with its round where it did, and refuses a round
/// that would open after its phases.
pub(super) fn follow_opening(
    tx: &mut Tx,
    may: &MayRunRounds,
    before: &Round,
    after: &Round,
) -> Result<(), Refusal> {
    if before.opens_at == after.opens_at {
        return Ok(());
    }
    let may = MaySetPhases::of(may, after)?;
    let mut phases = phase::of_round(tx, after.id)?;
    if let Some(first) = phases
        .first_mut()
        .filter(|first| first.opens_at == before.opens_at)
    {
        first.opens_at = after.opens_at;
        phase::update(tx, &may, first)?;
    }
    let ends_early = |one: &Phase| one.closes_at.is_some_and(|close| close <= one.opens_at);
    let about = phases.first().map(|first| first.id);
    let sound = about.is_some_and(|about| {
        check_schedule(after.opens_at, &in_order(phases.clone()), about).is_empty()
    });
    if !sound || phases.iter().any(ends_early) {
        return Err(Refusal::field(
            "opens_at",
            Message::new("error-round-after-phases"),
        ));
    }
    Ok(())
}

fn note(
    tx: &mut Tx,
    plan: &Plan,
    verb: &str,
    (before, after): (&str, &str),
) -> Result<(), StoreError> {
    audit(tx, verb, ("round", plan.round.id.as_str()), before, after)
}

/// What of a phase the log keeps: all of its rules.
fn summary(phase: &Phase) -> [String; 10] {
    let close = phase.closes_at.map(Moment::rfc3339);
    [
        format!("phase {}", phase.name.en),
        format!("scope {}", phase.scope.code()),
        format!("needed {}", phase.needed),
        format!("others {}", phase.others.code()),
        format!("reviewer names {}", phase.reviewer_names),
        format!("applicant names {}", phase.applicant_names),
        format!("discussion {}", phase.discussion),
        format!("revision {}", phase.revision),
        format!("opens {}", phase.opens_at.rfc3339()),
        format!("closes {}", close.unwrap_or_else(|| "never".to_owned())),
    ]
}
