//! Answering a clarification: the words are drafted, opened sections are saved
//! like those of a draft, and sending makes a new submitted version of what
//! changed, which an officer certifies. Shut sections stay as they were sent.

use super::application::{Opened, open};
use super::certify::{certified_before, keep as keep_certification, officer};
use super::notices::{News, tell};
use super::section::keep_amount;
use super::submission::note_evidence;
use super::{Refusal, letters, pressure};
use crate::domain::answers::{Answers, Bounds, check_submission};
use crate::domain::certification::Statement;
use crate::domain::clarification::{Kind, answered, changed, in_sections, read_draft, read_words};
use crate::domain::form::TITLE;
use crate::domain::notice::NoticeKind;
use crate::domain::{ApplicationId, Message, Problems};
use crate::policy::application::MayEdit;
use crate::policy::clarification::{MayAnswer, may_edit};
use crate::policy::pressure::MayTakeOver;
use crate::policy::{Actor, Reach, member};
use crate::store::clarification::{self, Clarification};
use crate::store::section::merged;
use crate::store::submission::Submission;
use crate::store::{
    Reader, StoreError, Tx, application, attachment, audit, notice, outbox, section, submission,
};

/// The right to write a section now: of a draft, or opened by a clarification.
pub(super) fn may_write(
    tx: &mut Tx,
    actor: &Actor,
    opened: &Opened,
    section: &str,
) -> Result<MayEdit, Refusal> {
    let (id, now) = (opened.row.id, tx.now());
    let last = clarification::of_application(tx, Reach::applicant(actor), id)?;
    let asked = last.first().map(|last| last.asked(now));
    let stands = (opened.row.status, opened.round.window(now));
    let who = (actor, opened.standing);
    Ok(may_edit(who, id, stands, asked.as_ref(), section)?)
}

/// The same for the section in which a question stands.
pub(super) fn may_write_question(
    tx: &mut Tx,
    actor: &Actor,
    opened: &Opened,
    question: &str,
) -> Result<MayEdit, Refusal> {
    let mut sections = opened.form.sections.iter();
    let section = sections.find(|section| section.question(question).is_some());
    let code = section.map_or("", |section| section.code.as_str());
    may_write(tx, actor, opened, code)
}

fn latest(reader: &mut Reader, actor: &Actor, id: ApplicationId) -> Result<Clarification, Refusal> {
    let all = clarification::of_application(reader, Reach::applicant(actor), id)?;
    all.into_iter().next().ok_or(Refusal::NotFound)
}

/// What became of a draft of the answer.
#[derive(Debug, PartialEq, Eq)]
pub enum Kept {
    Saved,
    /// Somebody saved another text meanwhile: this one. Nothing was done.
    Overtaken(String),
}

/// Keeps a draft of the answer in words. `over` is the version that the page showed.
pub fn save_answer(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    (over, text): (i32, &str),
) -> Result<Kept, Refusal> {
    let opened = open(tx, actor, id)?;
    let last = latest(tx, actor, id)?;
    let about = (id, opened.row.status);
    let may = MayAnswer::on(actor, opened.standing, about, &last.asked(tx.now()))?;
    let answer = read_draft(text).map_err(|message| Refusal::field("answer", message))?;
    if answer == last.row.answer {
        return Ok(Kept::Saved);
    }
    if last.row.answer_version != over {
        return Ok(Kept::Overtaken(last.row.answer));
    }
    clarification::save_answer(tx, &may, over, &answer)?;
    let object = ("application", id.as_str());
    let state = |version: i32| format!("{} draft {version}", may.clarification());
    let (before, after) = (state(over), state(over + 1));
    audit(tx, "save_clarification", object, &before, &after)?;
    Ok(Kept::Saved)
}

/// What would be sent now.
pub struct Prepared {
    /// The last version with the opened sections as they are drafted.
    pub answers: Answers,
    /// Codes of the sections that differ from the last version.
    pub changed: Vec<String>,
    /// What keeps it from being sent; of the words at `answer`.
    pub problems: Problems,
}

/// Puts together what would be sent in answer to a clarification.
pub fn prepare(
    (form, bounds): (&crate::domain::form::Form, &Bounds),
    last: &Clarification,
    sent: &Answers,
    drafts: &Answers,
) -> Prepared {
    let codes = last.codes();
    let answers = answered(form, &codes, sent, drafts);
    let mut problems = Problems::default();
    if last.row.kind == Kind::Question {
        problems.take("answer", read_words(&last.row.answer));
    }
    let found = check_submission(form, &answers, bounds);
    let found = in_sections(form, &codes, found);
    problems.0.extend(found.0);
    let changed = changed(form, sent, &answers);
    Prepared {
        changed: changed.iter().map(|s| s.code.clone()).collect(),
        answers,
        problems,
    }
}

/// Sends the answer to the latest clarification; a second press finds it sent. The
/// answers that it changes are certified by `statement`; words alone need none.
pub fn send(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    statement: &Statement,
    site: &str,
) -> Result<(), Refusal> {
    let opened = open(tx, actor, id)?;
    let last = latest(tx, actor, id)?;
    if last.row.answered_at.is_some() {
        return Ok(());
    }
    let about = (id, opened.row.status);
    let may = MayAnswer::sending(actor, opened.standing, about, &last.asked(tx.now()))?;
    let reach = Reach::applicant(actor);
    let missing = || Refusal::Stale(Message::new("fault-stale-lead"));
    let sent = submission::latest(tx, reach, id)?.ok_or_else(missing)?;
    let mut drafts = merged(&section::of_application(tx, reach, id)?);
    attachment::add_to(&mut drafts, &attachment::of_application(tx, reach, id)?);
    let ready = prepare(
        (&opened.form, &opened.bounds),
        &last,
        &sent.answers,
        &drafts,
    );
    if !ready.problems.is_empty() {
        return Err(ready.problems.into());
    }
    if !ready.changed.is_empty() {
        certify(tx, actor, (&may, opened.standing), &ready, statement)?;
    }
    let digest = keep(tx, &may, (&opened, &sent), &ready)?;
    if digest.is_some() {
        note_evidence(tx, &opened, &ready.answers)?;
    }
    note(tx, &may, sent.version, digest.as_deref())?;
    tell_both(tx, actor, &opened, site)
}

/// The officer's word for the answers as they would stand.
fn certify(
    tx: &mut Tx,
    actor: &Actor,
    (may, standing): (&MayAnswer, member::Standing),
    ready: &Prepared,
    statement: &Statement,
) -> Result<(), Refusal> {
    let certifying = may.certifying(standing)?;
    let digest = submission::digest(&ready.answers);
    let before = certified_before(tx, actor, may.application(), (statement, &digest))?;
    let mut problems = Problems::default();
    let officer = officer(&mut problems, statement, before);
    if !problems.is_empty() {
        return Err(problems.into());
    }
    if let Some(officer) = officer {
        keep_certification(tx, &certifying, &officer, &digest)?;
    }
    Ok(())
}

/// Makes a version of what changed; nothing when only words came.
fn keep(
    tx: &mut Tx,
    may: &MayAnswer,
    (opened, sent): (&Opened, &Submission),
    ready: &Prepared,
) -> Result<Option<String>, StoreError> {
    let changed: Vec<&str> = ready.changed.iter().map(String::as_str).collect();
    if changed.is_empty() {
        clarification::mark_answered(tx, may, None, &changed)?;
        return Ok(None);
    }
    let digest = submission::insert_answer(tx, may, sent.version, &ready.answers)?;
    let id = may.application();
    let (row, by) = (&opened.row, may.member());
    if let Some(may) = MayTakeOver::on(by, (id, row.status), row.organisation_id) {
        let told = (&*opened.form, &ready.answers);
        pressure::take_over(tx, &may, told, sent.version + 1)?;
    }
    application::set_title(tx, id, ready.answers.text(TITLE))?;
    keep_amount(tx, opened, &ready.answers)?;
    clarification::mark_answered(tx, may, Some(sent.version + 1), &changed)?;
    Ok(Some(digest))
}

fn note(
    tx: &mut Tx,
    may: &MayAnswer,
    version: i32,
    digest: Option<&str>,
) -> Result<(), StoreError> {
    let (id, clarification) = (may.application(), may.clarification());
    let before = format!("{clarification} version {version}");
    let after = match digest {
        Some(digest) => format!("{clarification} version {} {digest}", version + 1),
        None => format!("{clarification} words"),
    };
    let object = ("application", id.as_str());
    audit(tx, "answer_clarification", object, &before, &after)
}

/// A receipt to whoever sent it, a notice to staff.
fn tell_both(tx: &mut Tx, actor: &Actor, opened: &Opened, site: &str) -> Result<(), Refusal> {
    let (id, reference) = (opened.row.id, &opened.row.reference);
    let link = format!("{site}/applications/{id}/clarification");
    let receipt = letters::answer_receipt(actor.language, &actor.email, reference, &link);
    outbox::post(tx, &receipt)?;
    let link = format!("{site}/admin/applications/{id}/clarifications");
    let news = News {
        application: id,
        kind: NoticeKind::Answered,
        words: ("mail-answered-subject", "mail-answered-body"),
        link: &link,
    };
    let staff = notice::staff(tx, id)?;
    tell(tx, &staff, actor.id, &news)?;
    Ok(())
}
