//! Answers that need not be typed again: what the organisation said about itself,
//! and what it wrote in an earlier application. They wait to be looked at.

use super::Refusal;
use super::application::{Opened, open};
use crate::domain::answers::{Answers, carry};
use crate::domain::form::{Form, Section};
use crate::domain::{ApplicationId, Currency, Message};
use crate::policy::application::MayEdit;
use crate::policy::{Actor, Reach};
use crate::store::section::{SavedSection, merged};
use crate::store::{Reader, StoreError, Tx, application, audit, profile, section, submission};

/// What would become of the answers of an earlier application.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Copying {
    /// By section of the form: what it would get.
    pub sections: Vec<(Section, Answers)>,
    /// Codes of the earlier answers that find no place.
    pub left: Vec<String>,
}

/// Puts what is kept about the organisation into a new application.
pub(super) fn carry_profile(
    tx: &mut Tx,
    may: &MayEdit,
    (form, currency): (&Form, Currency),
    organisation: crate::domain::OrganisationId,
) -> Result<(), StoreError> {
    let kept = profile::of_organisation(tx, organisation)?;
    let profiles = form.sections.iter().filter(|section| section.profile);
    for section in profiles {
        let Some((_, answers)) = kept.iter().find(|(code, _)| *code == section.code) else {
            continue;
        };
        let fitting = carry(section, currency, answers).fitting;
        if !fitting.0.is_empty() {
            section::carry_over(tx, may, &section.code, 0, &fitting)?;
        }
    }
    Ok(())
}

/// Keeps what was sent about the organisation for its next application.
pub(super) fn keep_profile(
    tx: &mut Tx,
    may: &MayEdit,
    opened: &Opened,
    answers: &Answers,
) -> Result<(), StoreError> {
    let profiles = opened
        .form
        .sections
        .iter()
        .filter(|section| section.profile);
    let currency = answers.request_currency();
    let currency = currency.unwrap_or(opened.round.currency);
    for section in profiles {
        let fitting = carry(section, currency, answers).fitting;
        profile::keep(tx, may, opened.row.organisation_id, &section.code, &fitting)?;
    }
    Ok(())
}

/// What an earlier application of the same organisation would bring.
pub fn preview(
    reader: &mut Reader,
    actor: &Actor,
    (form, currency): (&Form, Currency),
    own: &[SavedSection],
    from: ApplicationId,
) -> Result<Copying, StoreError> {
    let reach = Reach::applicant(actor);
    let answers = match submission::latest(reader, reach, from)? {
        Some(sent) => sent.answers,
        None => merged(&section::of_application(reader, reach, from)?),
    };
    let mut copying = Copying::default();
    let mut left = answers.clone();
    let here = merged(own);
    for section in &form.sections {
        let mut fitting = carry(section, currency, &answers).fitting;
        left.0.retain(|code, _| fitting.get(code).is_none());
        // What was answered here already stays.
        fitting.0.retain(|code, _| here.get(code).is_none());
        if !fitting.0.is_empty() {
            copying.sections.push((section.clone(), fitting));
        }
    }
    copying.left = left.0.into_keys().collect();
    Ok(copying)
}

/// Copies the answers of an earlier application of the same organisation into a
/// draft, where nothing is answered yet.
pub fn copy_answers(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    from: ApplicationId,
) -> Result<(), Refusal> {
    let draft = open(tx, actor, id)?;
    let reach = Reach::applicant(actor);
    let source = application::find(tx, reach, from)?.ok_or(Refusal::NotFound)?;
    if source.organisation_id != draft.row.organisation_id || source.id == id {
        return Err(Refusal::NotFound);
    }
    let window = draft.round.window(tx.now());
    let may = MayEdit::on(actor, draft.standing, (id, draft.row.status), window)?;
    let own = section::of_application(tx, reach, id)?;
    let currency = merged(&own).request_currency();
    let asked = (&*draft.form, currency.unwrap_or(draft.round.currency));
    let copying = preview(tx, actor, asked, &own, from)?;
    if copying.sections.is_empty() {
        return Err(Refusal::Stale(Message::new("stale-nothing-to-copy")));
    }
    for (section, fitting) in copying.sections {
        let saved = own.iter().find(|saved| saved.section == section.code);
        let mut answers = saved.map(|saved| saved.answers.clone()).unwrap_or_default();
        answers.0.extend(fitting.0);
        let over = saved.map_or(0, |saved| saved.version);
        section::carry_over(tx, &may, &section.code, over, &answers)?;
        super::section::keep_heading(tx, &draft, &section, &answers)?;
    }
    audit(
        tx,
        "copy_answers",
        ("application", id.as_str()),
        "",
        from.as_str(),
    )?;
    Ok(())
}
