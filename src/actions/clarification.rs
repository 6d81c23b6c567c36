//! Asking an applicant for more, moving the due date, ending a question without
//! an answer. The application stays where it is.

use super::Refusal;
use super::hold::pass;
use super::notices::{News, tell};
use crate::domain::clarification::{Ask, Kind, TypedAsk, read_ask, read_draft, read_due};
use crate::domain::form::{Form, Stage};
use crate::domain::notice::NoticeKind;
use crate::domain::round::Round;
use crate::domain::{AccountId, ApplicationId, ClarificationId, Message, Moment, Problems};
use crate::policy::clarification::{MayAsk, MayRun};
use crate::policy::{Actor, Reach};
use crate::store::application::{self, ApplicationRow};
use crate::store::clarification::{self, Clarification};
use crate::store::{Tx, audit, form, hold, notice, round};

/// An application in the hands of staff, with what was asked so far.
struct Subject {
    row: ApplicationRow,
    round: Round,
    /// The latest clarification.
    last: Option<Clarification>,
}

impl Subject {
    fn pending(&self) -> Option<&Clarification> {
        self.last.as_ref().filter(|last| last.row.is_pending())
    }
}

fn open(tx: &mut Tx, actor: &Actor, id: ApplicationId) -> Result<Subject, Refusal> {
    let reach = Reach::staff(actor);
    let row = application::find(tx, reach, id)?.ok_or(Refusal::NotFound)?;
    let round = round::by_id(tx, row.round_id)?.ok_or(Refusal::NotFound)?;
    let last = clarification::of_application(tx, reach, id)?;
    Ok(Subject {
        row,
        round,
        last: last.into_iter().next(),
    })
}

/// Asks a question. Asking the same again, as by a second press, changes nothing.
pub fn ask(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    typed: &TypedAsk,
    site: &str,
) -> Result<(), Refusal> {
    let subject = open(tx, actor, id)?;
    let form = form::of_application(tx, &subject.row)?.ok_or(Refusal::NotFound)?;
    let read = read_ask(typed, &form, &subject.round.time_zone, tx.now());
    if let (Some(pending), Ok(read)) = (subject.pending(), &read)
        && is_same(pending, read)
    {
        return Ok(());
    }
    // Whether it can be asked at all comes before what was typed.
    let pending = subject.pending().is_some();
    let may = MayAsk::on(actor, id, subject.row.status, pending).map_err(Refusal::Stale)?;
    let ask = read?;
    put(tx, &may, &subject, (Kind::Question, &ask), site)
}

fn is_same(pending: &Clarification, ask: &Ask) -> bool {
    let mut codes = ask.sections.clone();
    codes.sort();
    let row = &pending.row;
    (&row.question, row.due_at, &pending.codes()) == (&ask.question, ask.due_at, &codes)
}

/// An invitation to the full form as posted.
#[derive(Debug, Clone, Default)]
pub struct TypedInvitation {
    /// Words to the applicants; may be empty.
    pub note: String,
    pub due_at: String,
    /// Whether the short form is opened as well.
    pub with_short: bool,
    /// Why those of them go on whose organisation is on hold; may be empty without one.
    pub past_hold: String,
}

/// Asks these applications for the full form; where an organisation is on hold, with the
/// reason to go past that, which is kept as anywhere else. Those that are asked already, or
/// answered, stay as they are; how many were asked now.
pub fn invite(
    tx: &mut Tx,
    actor: &Actor,
    ids: &[ApplicationId],
    typed: &TypedInvitation,
    site: &str,
) -> Result<usize, Refusal> {
    let mut asked = 0;
    for id in ids {
        let subject = open(tx, actor, *id)?;
        if subject.row.stage == Stage::Full {
            continue;
        }
        let version = form::by_id(tx, subject.row.form_id)?.ok_or(Refusal::NotFound)?;
        let pending = subject.pending().is_some();
        let may = MayAsk::on(actor, *id, subject.row.status, pending).map_err(Refusal::Stale)?;
        if hold::stops(tx, (*id, subject.row.organisation_id))? {
            let named = |refusal| match refusal {
                Refusal::Invalid(_) => Refusal::field("past_hold", Message::new("error-past-hold")),
                other => other,
            };
            pass(tx, actor, *id, &typed.past_hold).map_err(named)?;
        }
        let ask = read_invitation(typed, &version.form, (&subject.round.time_zone, tx.now()))?;
        application::set_stage(tx, may.application(), Stage::Full)?;
        put(tx, &may, &subject, (Kind::FullForm, &ask), site)?;
        asked += 1;
    }
    Ok(asked)
}

fn read_invitation(
    typed: &TypedInvitation,
    form: &Form,
    (zone, now): (&str, Moment),
) -> Result<Ask, Problems> {
    let mut problems = Problems::default();
    let question = problems.take("note", read_draft(&typed.note));
    let due_at = problems.take("due_at", read_due(&typed.due_at, zone, now));
    let opened = form.sections.iter();
    let opened = opened.filter(|s| typed.with_short || s.stage == Stage::Full);
    match (question, due_at) {
        (Some(question), Some(due_at)) => Ok(Ask {
            question,
            due_at,
            sections: opened.map(|section| section.code.clone()).collect(),
        }),
        _ => Err(problems),
    }
}

fn put(
    tx: &mut Tx,
    may: &MayAsk,
    subject: &Subject,
    (kind, ask): (Kind, &Ask),
    site: &str,
) -> Result<(), Refusal> {
    let id = clarification::insert(tx, may, kind, ask)?;
    let object = ("application", subject.row.id.as_str());
    let after = format!(
        "{id} {} due {} opens {}",
        kind.code(),
        ask.due_at.rfc3339(),
        ask.sections.join(" ")
    );
    audit(tx, "ask_clarification", object, "", after.trim_end())?;
    let words = match kind {
        Kind::Question => ("mail-asked-subject", "mail-asked-body"),
        Kind::FullForm => ("mail-full-form-subject", "mail-full-form-body"),
    };
    let news = (NoticeKind::Asked, words);
    tell_members(tx, (subject, may.admin()), news, site)
}

fn tell_members(
    tx: &mut Tx,
    (subject, admin): (&Subject, AccountId),
    (kind, words): (NoticeKind, (&'static str, &'static str)),
    site: &str,
) -> Result<(), Refusal> {
    let application = subject.row.id;
    let link = format!("{site}/applications/{application}/clarification");
    let members = notice::members(tx, subject.row.organisation_id)?;
    let news = News {
        application,
        kind,
        words,
        link: &link,
    };
    tell(tx, &members, admin, &news)?;
    Ok(())
}

/// The clarification of an id with the right to run it.
fn run(
    tx: &mut Tx,
    actor: &Actor,
    (id, clarification): (ApplicationId, ClarificationId),
) -> Result<(Subject, Clarification, MayRun), Refusal> {
    let subject = open(tx, actor, id)?;
    let last = subject.last.clone().filter(|l| l.row.id == clarification);
    let last = last.ok_or(Refusal::NotFound)?;
    let may = MayRun::on(actor, &last.asked(tx.now())).map_err(Refusal::Stale)?;
    Ok((subject, last, may))
}

/// Moves the due date, also of a question whose date has passed.
pub fn extend(
    tx: &mut Tx,
    actor: &Actor,
    ids: (ApplicationId, ClarificationId),
    due_at: &str,
    site: &str,
) -> Result<(), Refusal> {
    let (subject, last, may) = run(tx, actor, ids)?;
    let due = read_due(due_at, &subject.round.time_zone, tx.now());
    let due = due.map_err(|message| Refusal::field("due_at", message))?;
    if due == last.row.due_at {
        return Ok(());
    }
    clarification::set_due(tx, &may, due)?;
    let object = ("application", subject.row.id.as_str());
    let state = |due: Moment| format!("{} due {}", may.clarification(), due.rfc3339());
    audit(
        tx,
        "extend_clarification",
        object,
        &state(last.row.due_at),
        &state(due),
    )?;
    let words = ("mail-extended-subject", "mail-extended-body");
    tell_members(tx, (&subject, actor.id), (NoticeKind::Asked, words), site)
}

/// Ends a question without an answer. Whoever was asked for the full form is
/// back at the short one.
pub fn close(
    tx: &mut Tx,
    actor: &Actor,
    ids: (ApplicationId, ClarificationId),
    site: &str,
) -> Result<(), Refusal> {
    let (subject, last, may) = run(tx, actor, ids)?;
    clarification::close(tx, &may)?;
    if last.row.kind == Kind::FullForm {
        application::set_stage(tx, subject.row.id, Stage::Short)?;
    }
    let object = ("application", subject.row.id.as_str());
    let before = format!("{} pending", may.clarification());
    let after = format!("{} closed", may.clarification());
    audit(tx, "close_clarification", object, &before, &after)?;
    let words = ("mail-closed-subject", "mail-closed-body");
    tell_members(tx, (&subject, actor.id), (NoticeKind::Closed, words), site)
}
