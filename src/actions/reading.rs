//! That staff read what is protected, or took a copy of it along: noted in the audit log.
//! A page is loaded again and again, so one person's reading of the same thing is noted
//! once a day; every copy is.

use super::Refusal;
use crate::domain::{
    AccessTokenId, AccountId, ApplicationId, AwardId, MeetingId, Moment, OrganisationId, RoundId,
};
use crate::policy::access_token::Program;
use crate::store::{Reader, StoreError, Tx, audit, audit_at_by, audit_left_at};

/// What is protected, beside what has a button of its own for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protected {
    /// Every answer of an application, also those that reviewers are not shown.
    Answers(ApplicationId),
    /// What referees said in confidence.
    Referees(ApplicationId),
    /// Messages between the programme and an applicant.
    Thread(ApplicationId),
    /// What reviewers and staff say of an application to each other.
    Discussion(ApplicationId),
    /// Why an application was decided so.
    Decision(ApplicationId),
    /// What an applicant was asked, and what they answered.
    Clarifications(ApplicationId),
    /// What staff found out and doubted in the due diligence of an application.
    Diligence(ApplicationId),
    /// Who is kept away from an application or stood back, and why.
    Conflicts(ApplicationId),
    /// What was said of the overlaps of an application with grants of others.
    Overlaps(ApplicationId),
    /// An award with its amendments and reasons.
    Award(AwardId),
    /// What the organisation reports of an award.
    Report(AwardId),
    /// What staff wrote about an organisation.
    Engagements(OrganisationId),
    /// What happened to an organisation.
    Incidents(OrganisationId),
    /// Likenesses of an organisation's names to entries of watch lists.
    ListHits(OrganisationId),
    /// The papers of an organisation, with what staff noted of them.
    Papers(OrganisationId),
    /// Why an organisation is or was on hold.
    Hold(OrganisationId),
    /// Why organisations are on hold, one below the other.
    Holds,
    /// Why decisions of a round deviate from its ranking, one below the other.
    Deviations(RoundId),
    /// The minutes of a meeting, with what was noted there.
    Minutes(MeetingId),
    /// The letters that a release will send, before anything goes out.
    Letters(RoundId),
}

/// What the log calls the reading, and of what it is.
fn told(what: Protected) -> (&'static str, (&'static str, String)) {
    let verb = match what {
        Protected::Answers(_) => "read_answers",
        Protected::Referees(_) => "read_referees",
        Protected::Thread(_) => "read_thread",
        Protected::Discussion(_) => "read_discussion",
        Protected::Decision(_) => "read_decision",
        Protected::Clarifications(_) => "read_clarifications",
        Protected::Diligence(_) => "read_diligence",
        Protected::Conflicts(_) => "read_conflicts",
        Protected::Overlaps(_) => "read_overlaps",
        Protected::Award(_) => "read_award",
        Protected::Report(_) => "read_report",
        Protected::Engagements(_) => "read_engagements",
        Protected::Incidents(_) => "read_incidents",
        Protected::ListHits(_) => "read_list_hits",
        Protected::Papers(_) => "read_papers",
        Protected::Hold(_) => "read_hold",
        Protected::Holds => "read_holds",
        Protected::Deviations(_) => "read_deviations",
        Protected::Minutes(_) => "read_minutes",
        Protected::Letters(_) => "read_letters",
    };
    let object = match what {
        Protected::Answers(id)
        | Protected::Referees(id)
        | Protected::Thread(id)
        | Protected::Discussion(id)
        | Protected::Decision(id)
        | Protected::Clarifications(id)
        | Protected::Diligence(id)
        | Protected::Conflicts(id)
        | Protected::Overlaps(id) => ("application", id.to_string()),
        Protected::Award(id) | Protected::Report(id) => ("award", id.to_string()),
        Protected::Engagements(id)
        | Protected::Incidents(id)
        | Protected::ListHits(id)
        | Protected::Papers(id)
        | Protected::Hold(id) => ("organisation", id.to_string()),
        Protected::Minutes(id) => ("meeting", id.to_string()),
        Protected::Deviations(id) | Protected::Letters(id) => ("round", id.to_string()),
        Protected::Holds => ("installation", "holds".to_owned()),
    };
    (verb, object)
}

/// Whether a person's reading was noted on this day, as UTC has it.
pub fn is_noted(
    reader: &mut Reader,
    person: AccountId,
    what: Protected,
    now: Moment,
) -> Result<bool, StoreError> {
    let (verb, (kind, id)) = told(what);
    let last = audit_at_by(reader, person, verb, (kind, &id))?;
    Ok(last.is_some_and(|at| at.day("UTC") == now.day("UTC")))
}

/// Notes it.
pub fn note(tx: &mut Tx, what: Protected) -> Result<(), Refusal> {
    let (verb, (kind, id)) = told(what);
    Ok(audit(tx, verb, (kind, &id), "", "")?)
}

/// Whether it was noted on this day, as UTC has it, that a program read a table with a key.
pub fn is_program_noted(
    reader: &mut Reader,
    key: AccessTokenId,
    table: &str,
    now: Moment,
) -> Result<bool, StoreError> {
    let object = ("access_token", key.as_str());
    let last = audit_left_at(reader, "read_with_key", object, table)?;
    Ok(last.is_some_and(|at| at.day("UTC") == now.day("UTC")))
}

/// Notes it, in the name of who made the key.
pub fn note_program(tx: &mut Tx, program: &Program, table: &str) -> Result<(), Refusal> {
    tx.acts_as(program.maker());
    let key = program.key();
    let object = ("access_token", key.as_str());
    Ok(audit(tx, "read_with_key", object, "", table)?)
}

/// Notes that copies of applications, of this kind, leave the house.
pub fn take_copies(tx: &mut Tx, applications: &[ApplicationId], kind: &str) -> Result<(), Refusal> {
    for id in applications {
        audit(tx, "take_copy", ("application", id.as_str()), "", kind)?;
    }
    Ok(())
}
