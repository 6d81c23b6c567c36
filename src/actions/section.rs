//! Saving a section of a draft, as incomplete as it is.

use super::Refusal;
use super::answer_clarification::may_write;
use super::application::{Opened, open};
use crate::domain::answers::{Answers, Parsed, Posted, currency_problems, parse_section};
use crate::domain::application::Status;
use crate::domain::form::{AMOUNT, Section, TITLE};
use crate::domain::rate::Measured;
use crate::domain::{ApplicationId, Problems};
use crate::policy::{Actor, Reach};
use crate::store::section::{SavedSection, merged};
use crate::store::{StoreError, Tx, application, audit, section};

/// A section as posted.
#[derive(Debug, Clone)]
pub struct TypedSection {
    /// Code of the section.
    pub section: String,
    /// The version that the person saw; 0 when it had never been saved.
    pub over: i32,
    /// Codes of the questions that stood on the page; the answers to others stay.
    pub asked: Vec<String>,
    /// Codes of the questions whose saved answers stay, because the person chose
    /// them over their own.
    pub taken: Vec<String>,
    pub posted: Posted,
}

/// What became of a posted section.
#[derive(Debug)]
pub enum Saved {
    /// What can be read is kept, as this; the problems keep it from being sent.
    Kept(SavedSection, Problems),
    /// Somebody saved other answers meanwhile; nothing was done.
    Overtaken(SavedSection),
}

/// Saves what can be read of a section. An answer that can't be read leaves the
/// one saved before in place, and one over its limit is kept for shortening.
pub fn save_section(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    typed: &TypedSection,
) -> Result<Saved, Refusal> {
    let draft = open(tx, actor, id)?;
    let may = may_write(tx, actor, &draft, &typed.section)?;
    let form = draft
        .form
        .section(&typed.section)
        .ok_or(Refusal::NotFound)?;
    let saved = section::of_application(tx, Reach::applicant(actor), id)?;
    let currency = merged(&saved).request_currency();
    let currency = currency.unwrap_or(draft.round.currency);
    let mut parsed = parse_section(form, currency, &typed.posted);
    let taken = |field: &str| typed.taken.iter().any(|code| belongs(field, code));
    parsed.problems.0.retain(|problem| !taken(&problem.field));
    let before = saved.iter().find(|saved| saved.section == form.code);
    let answers = with_kept(form, typed, &parsed, before);
    let strange = currency_problems(form, &parsed.answers, &draft.bounds.currencies);
    parsed.problems.0.extend(strange.0);
    match before {
        Some(before) if before.answers == answers && before.confirmed => {
            return Ok(Saved::Kept(before.clone(), parsed.problems));
        }
        Some(before) if before.version != typed.over => {
            return Ok(Saved::Overtaken(before.clone()));
        }
        _ => (),
    }
    let over = before.map_or(0, |before| before.version);
    let kept = section::save(tx, &may, &form.code, over, &answers)?;
    if draft.row.status == Status::Draft {
        // Of a sent application, lists tell what was sent.
        keep_heading(tx, &draft, form, &answers)?;
    }
    let (before, after) = (state(&form.code, over), state(&form.code, kept.version));
    let object = ("application", id.as_str());
    audit(tx, "save_section", object, &before, &after)?;
    Ok(Saved::Kept(kept, parsed.problems))
}

fn state(section: &str, version: i32) -> String {
    format!("{section} {version}")
}

/// What was read, with the saved answers to what could not be read or was not
/// on the page.
fn with_kept(
    form: &Section,
    typed: &TypedSection,
    parsed: &Parsed,
    before: Option<&SavedSection>,
) -> Answers {
    let mut answers = parsed.answers.clone();
    let kept = |code: &String| {
        let unread = parsed.problems.0.iter().any(|p| belongs(&p.field, code));
        form.question(code).is_none()
            || !typed.asked.contains(code)
            || typed.taken.contains(code)
            || (unread && parsed.answers.get(code).is_none())
    };
    let old = before.map(|before| before.answers.0.clone());
    let mut old = old.unwrap_or_default();
    old.retain(|code, _| kept(code));
    answers.0.retain(|code, _| !typed.taken.contains(code));
    answers.0.extend(old);
    answers
}

/// Whether a field is the question's or one of its parts.
fn belongs(field: &str, code: &str) -> bool {
    field
        .strip_prefix(code)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Keeps the copies for lists in step when this section asks for their originals.
pub(super) fn keep_heading(
    tx: &mut Tx,
    draft: &Opened,
    form: &Section,
    answers: &Answers,
) -> Result<(), StoreError> {
    let id = draft.row.id;
    if form.question(TITLE).is_some() {
        application::set_title(tx, id, answers.text(TITLE))?;
    }
    if form.question(AMOUNT).is_some() {
        keep_amount(tx, draft, answers)?;
    }
    Ok(())
}

/// Keeps the copy of the amount: measured by the rate of now, or for what was
/// sent by the rate at which it was. An amount that can't be measured has none.
pub(super) fn keep_amount(
    tx: &mut Tx,
    draft: &Opened,
    answers: &Answers,
) -> Result<Option<Measured>, StoreError> {
    let amount = answers.money(AMOUNT);
    let measured = amount.and_then(|amount| draft.bounds.currencies.measure(amount).ok());
    application::set_requested(tx, draft.row.id, measured.as_ref())?;
    Ok(measured)
}
