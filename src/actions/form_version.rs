//! Publishing a form as its next version, and choosing the version of a round.
//! Applications that were begun keep the version they were begun on.

use std::sync::Arc;

use super::Refusal;
use super::form_draft::{Desk, published};
use crate::domain::form::differences;
use crate::domain::programme::Programme;
use crate::domain::round::Round;
use crate::domain::{FormId, Message, ProgrammeId};
use crate::policy::Reach;
use crate::policy::form::{MayEditForms, why_pinned};
use crate::store::form::FormVersion;
use crate::store::{Reader, StoreError, Tx, application, audit, form, form_draft, mint, round};

/// Rounds of a programme that are looked at.
const ROUNDS: i64 = 200;

/// A round with the reason for which it keeps its version, if there is one.
pub struct Choosable {
    pub round: Round,
    pub pinned: Option<Message>,
}

/// The latest rounds of a programme.
pub fn choosable(
    reader: &mut Reader,
    reach: Reach,
    of: ProgrammeId,
) -> Result<Vec<Choosable>, StoreError> {
    let rounds = round::of_programme(reader, of, ROUNDS)?;
    let ids: Vec<_> = rounds.iter().map(|round| round.id).collect();
    let sent = application::taken_up(reader, reach, &ids)?;
    let choosable = |round: Round| Choosable {
        pinned: why_pinned(&round, sent.contains(&round.id)),
        round,
    };
    Ok(rounds.into_iter().map(choosable).collect())
}

/// Publishes the draft that was seen as the next version, and lets these rounds
/// use it. The number of the version.
pub fn publish_form(
    tx: &mut Tx,
    may: &MayEditForms,
    slug: &str,
    seen: (i32, i32),
    rounds: &[String],
) -> Result<i32, Refusal> {
    let desk = Desk::load(tx, slug)?.ok_or(Refusal::NotFound)?;
    desk.refuse_overtaken(seen)?;
    let changes = differences(&desk.latest.form, &desk.form).len();
    if changes == 0 {
        return Err(Refusal::Stale(Message::new("stale-form-same")));
    }
    if !published(tx, &desk)?.check(&desk.form).is_empty() {
        return Err(Refusal::Stale(Message::new("stale-form-unfit")));
    }
    let made = FormVersion {
        id: mint(),
        version: desk.latest.version + 1,
        form: Arc::new(desk.form),
    };
    form::insert(tx, desk.programme.id, &made)?;
    // The counter goes on, so that no draft is taken for a later one.
    form_draft::save(
        tx,
        desk.programme.id,
        &made.form,
        desk.version,
        may.account(),
    )?;
    let after = format!("version {}: {changes} changes", made.version);
    let before = format!("version {}", desk.latest.version);
    audit(
        tx,
        "publish_form",
        ("form", made.id.as_str()),
        &before,
        &after,
    )?;
    pin_all(tx, may, &desk.programme, &made, rounds)?;
    Ok(made.version)
}

fn pin_all(
    tx: &mut Tx,
    may: &MayEditForms,
    programme: &Programme,
    version: &FormVersion,
    slugs: &[String],
) -> Result<(), Refusal> {
    let rounds = round::of_programme(tx, programme.id, ROUNDS)?;
    for round in rounds.iter().filter(|round| slugs.contains(&round.slug)) {
        pin(tx, may, round, (version.id, programme.id), version.version)?;
    }
    Ok(())
}

/// Lets a round use a version of its programme's form.
pub fn choose_form(
    tx: &mut Tx,
    may: &MayEditForms,
    slug: &str,
    version: i32,
) -> Result<(), Refusal> {
    let round = round::by_slug(tx, slug)?.ok_or(Refusal::NotFound)?;
    let found = form::by_version(tx, round.programme_id, version)?;
    let Some(found) = found else {
        return Err(Refusal::field("version", Message::new("error-choice")));
    };
    let of = (found.id, round.programme_id);
    pin(tx, may, &round, of, found.version)
}

fn pin(
    tx: &mut Tx,
    may: &MayEditForms,
    round: &Round,
    of: (FormId, ProgrammeId),
    version: i32,
) -> Result<(), Refusal> {
    if round.form_id == of.0 {
        return Ok(());
    }
    let sent = !application::taken_up(tx, may.reach(), &[round.id])?.is_empty();
    let may = may.pin(round, sent, of).map_err(Refusal::Stale)?;
    let before = form::by_id(tx, round.form_id)?.map_or(0, |before| before.version);
    round::pin_form(tx, &may)?;
    let (before, after) = (format!("form {before}"), format!("form {version}"));
    audit(
        tx,
        "choose_form",
        ("round", round.id.as_str()),
        &before,
        &after,
    )?;
    Ok(())
}
