//! Publishing a rubric as its next version, and the version that a round uses. Once
//! somebody has begun to review, only an admin who has seen what it does to the
//! reviews moves the round on: sealed versions stay as they were sent.

use std::collections::BTreeSet;

use super::rubric_draft::Desk;
use super::{Refusal, letters};
use crate::domain::numerals::many_lines;
use crate::domain::programme::Programme;
use crate::domain::round::Round;
use crate::domain::rubric::{Rubric, differences};
use crate::domain::{CriterionId, Message, ProgrammeId};
use crate::policy::rubric::{MayEditRubrics, MayPinRubric, why_pinned};
use crate::store::{
    Reader, StoreError, Tx, audit, mint, round, rubric, rubric_draft, total, touched,
};

/// Rounds of a programme that are looked at.
const ROUNDS: i64 = 200;
/// Most characters of the reason for moving a round.
pub const REASON_MOST: usize = 1000;

/// A round with the reason for which it keeps its version, if there is one.
pub struct Choosable {
    pub round: Round,
    pub pinned: Option<Message>,
}

/// The latest rounds of a programme.
pub fn choosable(reader: &mut Reader, of: ProgrammeId) -> Result<Vec<Choosable>, StoreError> {
    let rounds = round::of_programme(reader, of, ROUNDS)?;
    let ids: Vec<_> = rounds.iter().map(|round| round.id).collect();
    let begun = touched::begun(reader, &ids)?;
    let choosable = |round: Round| Choosable {
        pinned: why_pinned(&round, begun.contains(&round.id)),
        round,
    };
    Ok(rounds.into_iter().map(choosable).collect())
}

/// Publishes the draft that was seen as the next version, and lets these rounds
/// use it. The number of the version.
pub fn publish_rubric(
    tx: &mut Tx,
    may: &MayEditRubrics,
    slug: &str,
    seen: (i32, i32),
    rounds: &[String],
) -> Result<i32, Refusal> {
    let desk = Desk::open(tx, slug)?;
    desk.refuse_overtaken(seen)?;
    let changes = differences(&desk.latest.draft(), &desk.rubric).len();
    if changes == 0 {
        return Err(Refusal::Stale(Message::new("stale-rubric-same")));
    }
    if !desk.rubric.check().is_empty() {
        return Err(Refusal::Stale(Message::new("stale-rubric-unfit")));
    }
    let of = desk.programme.id;
    let (earlier, next) = (rubric::all_of(tx, of)?, desk.latest.version + 1);
    let made = desk
        .rubric
        .clone()
        .into_rubric(mint(), next, &earlier, mint);
    rubric::insert(tx, of, &made)?;
    // The counter goes on, so that no draft is taken for a later one.
    rubric_draft::save(tx, of, &desk.rubric, desk.version, may.account())?;
    let before = format!("version {}", desk.latest.version);
    let after = format!("version {next}: {changes} changes");
    let about = ("rubric", made.id.as_str());
    audit(tx, "publish_rubric", about, &before, &after)?;
    pin_all(tx, may, &desk.programme, &made, rounds)?;
    Ok(next)
}

fn pin_all(
    tx: &mut Tx,
    may: &MayEditRubrics,
    programme: &Programme,
    version: &Rubric,
    slugs: &[String],
) -> Result<(), Refusal> {
    let rounds = round::of_programme(tx, programme.id, ROUNDS)?;
    for round in rounds.iter().filter(|round| slugs.contains(&round.slug)) {
        let begun = !touched::begun(tx, &[round.id])?.is_empty();
        let of = (version.id, programme.id);
        let may = may.pin(round, begun, of).map_err(Refusal::Stale)?;
        pin(tx, &may, round, (version.version, ""))?;
    }
    Ok(())
}

/// Lets a round use a version of its programme's rubric before anybody reviews.
pub fn choose_rubric(
    tx: &mut Tx,
    may: &MayEditRubrics,
    slug: &str,
    version: i32,
) -> Result<(), Refusal> {
    let (round, wanted) = wanted(tx, slug, version)?;
    let begun = !touched::begun(tx, &[round.id])?.is_empty();
    let of = (wanted.id, round.programme_id);
    if round.rubric_id == wanted.id {
        return Ok(());
    }
    let may = may.pin(&round, begun, of).map_err(Refusal::Stale)?;
    pin(tx, &may, &round, (wanted.version, ""))
}

/// Moves a round in which reviewing has begun from the version that was seen to
/// another one. Those whose reviews then lack a judgement are asked by letter.
pub fn replace_rubric(
    tx: &mut Tx,
    may: &MayEditRubrics,
    slug: &str,
    (seen, version): (i32, i32),
    reason: &str,
    site: &str,
) -> Result<(), Refusal> {
    let (round, wanted) = wanted(tx, slug, version)?;
    let before = rubric::by_id(tx, round.rubric_id)?.ok_or(Refusal::NotFound)?;
    if before.version != seen || before.id == wanted.id {
        return Err(Refusal::Stale(Message::new("stale-rubric-moved")));
    }
    let of = (wanted.id, round.programme_id);
    let may = may.replace(&round, of).map_err(Refusal::Stale)?;
    let reason = read_reason(reason)?;
    pin(tx, &may, &round, (wanted.version, &reason))?;
    total::renew(tx, &may, &wanted)?;
    let known: BTreeSet<CriterionId> = before.criteria.iter().map(|one| one.id).collect();
    let new = wanted.criteria.iter().map(|one| one.id);
    let new: BTreeSet<CriterionId> = new.filter(|id| !known.contains(id)).collect();
    ask_again(tx, &round, &new, site)
}

fn read_reason(typed: &str) -> Result<String, Refusal> {
    let reason = many_lines(typed);
    if reason.is_empty() {
        let message = Message::new("error-rubric-reason");
        return Err(Refusal::field("reason", message));
    }
    if reason.chars().count() > REASON_MOST {
        let message = Message::new("error-too-long").with("most", REASON_MOST as i64);
        return Err(Refusal::field("reason", message));
    }
    Ok(reason)
}

/// One letter to everybody whose sent reviews are silent on new criteria.
fn ask_again(
    tx: &mut Tx,
    round: &Round,
    criteria: &BTreeSet<CriterionId>,
    site: &str,
) -> Result<(), Refusal> {
    if criteria.is_empty() {
        return Ok(());
    }
    let words = ("mail-rubric-subject", "mail-rubric-body");
    let link = format!("{site}/reviews?show=sent");
    for one in touched::to_ask(tx, round.id, criteria)? {
        letters::post(tx, one.language, &one.email, words, &link)?;
    }
    Ok(())
}

fn wanted(tx: &mut Tx, slug: &str, version: i32) -> Result<(Round, Rubric), Refusal> {
    let round = round::by_slug(tx, slug)?.ok_or(Refusal::NotFound)?;
    match rubric::by_version(tx, round.programme_id, version)? {
        Some(found) => Ok((round, found)),
        None => Err(Refusal::field("version", Message::new("error-choice"))),
    }
}

fn pin(
    tx: &mut Tx,
    may: &MayPinRubric,
    round: &Round,
    (version, reason): (i32, &str),
) -> Result<(), Refusal> {
    let before = rubric::by_id(tx, round.rubric_id)?.map_or(0, |before| before.version);
    round::pin_rubric(tx, may)?;
    let (before, mut after) = (format!("rubric {before}"), format!("rubric {version}"));
    if !reason.is_empty() {
        after.push_str(": ");
        after.push_str(reason);
    }
    let about = ("round", round.id.as_str());
    audit(tx, "choose_rubric", about, &before, &after)?;
    Ok(())
}
