//! Declarations: what people say about themselves before an application opens.
//! The conflicts that follow are [`conflict_record`](super::conflict_record)'s.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::application::{ApplicationRow, find};
use super::assignment::is_assigned;
use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::own_review::is_submitted;
use super::schema::declarations;
use super::sealed_columns::{Cells, of_application};
use super::{organisation, phase, round, rubric, touched};
use crate::domain::review::{ConflictKind, Declaration};
use crate::domain::round::Round;
use crate::domain::{AccountId, ApplicationId, Moment, RubricId};
use crate::policy::conflict::MayBar;
use crate::policy::review::{Case, MayDeclare};
use crate::policy::{Reach, Within};

/// An application within a reviewer's reach, with what decides over their rights.
#[derive(Debug, Clone)]
pub struct Assigned {
    pub application: ApplicationRow,
    pub round: Round,
    pub case: Case,
}

impl Assigned {
    /// When its reviews are due: as the round says, and before the phase closes.
    pub fn due(&self) -> Moment {
        // What is reviewed was sent.
        let row = &self.application;
        let sent_at = row.submitted_at.unwrap_or(row.created_at);
        self.case.phase.due(self.round.closing.reviews_due(sent_at))
    }
}

/// The application if it is within this reach of a reviewer; nothing within any
/// other reach.
pub fn assigned(
    reader: &mut Reader,
    reach: Reach,
    application: ApplicationId,
) -> Result<Option<Assigned>, StoreError> {
    let Within::AssignedTo(reviewer, now) = reach.within() else {
        return Ok(None);
    };
    let Some(application) = find(reader, reach, application)? else {
        return Ok(None);
    };
    let round = round::by_id(reader, application.round_id)?;
    let round = round.ok_or_else(|| StoreError::Damaged("a round is missing".to_owned()))?;
    let declared = find_declaration(reader, application.id, reviewer)?;
    let submitted = is_submitted(reader, application.id, reviewer)?;
    let lacking = submitted && lacks(reader, application.id, reviewer, round.rubric_id)?;
    let mut phase = phase::in_force(reader, round.id, now)?;
    // Of a confidential applicant reviewers are told as little as where nobody is named.
    phase.applicant_names &= !organisation::is_confidential(reader, application.organisation_id)?;
    let case = Case {
        application: application.id,
        reviewer,
        status: application.status,
        declared: declared.map(|declaration| declaration.kind),
        assigned: is_assigned(reader, application.id, reviewer)?,
        submitted,
        lacking,
        round_open: round.takes_reviews(),
        phase,
        now,
    };
    Ok(Some(Assigned {
        application,
        round,
        case,
    }))
}

/// Whether the round's rubric asks for what somebody's review was sent without.
fn lacks(
    reader: &mut Reader,
    application: ApplicationId,
    reviewer: AccountId,
    rubric: RubricId,
) -> Result<bool, StoreError> {
    let Some(rubric) = rubric::by_id(reader, rubric)? else {
        return Ok(false);
    };
    let asked = rubric.criteria.iter().map(|one| one.id).collect();
    touched::lacks(reader, application, reviewer, &asked)
}

/// What a person declared about an application.
pub fn find_declaration(
    reader: &mut Reader,
    application: ApplicationId,
    account: AccountId,
) -> Result<Option<Declaration>, StoreError> {
    let mut found: Option<(ConflictKind, String, Moment)> = declarations::table
        .find((application, account))
        .select((
            declarations::kind,
            declarations::note,
            declarations::declared_at,
        ))
        .first(reader.connection())
        .optional()?;
    let mut cells = Cells::of("declarations");
    if let Some((_, note, _)) = &mut found {
        let ids = [application.as_str(), account.as_str()];
        cells.add(&ids, [("note", note)]);
    }
    cells.open(reader)?;
    Ok(found.map(|(kind, note, declared_at)| Declaration {
        application,
        account,
        kind,
        note,
        declared_at,
    }))
}

/// What a person declared about each of these applications, where they did.
pub fn kinds_of(
    reader: &mut Reader,
    account: AccountId,
    applications: &[ApplicationId],
) -> Result<BTreeMap<ApplicationId, ConflictKind>, StoreError> {
    let rows: Vec<(ApplicationId, ConflictKind)> = declarations::table
        .filter(declarations::account_id.eq(account))
        .filter(declarations::application_id.eq_any(applications.to_vec()))
        .select((declarations::application_id, declarations::kind))
        .load(reader.connection())?;
    Ok(rows.into_iter().collect())
}

/// Keeps a declaration in place of any earlier one.
pub fn keep(
    tx: &mut Tx,
    may: &MayDeclare,
    kind: ConflictKind,
    note: &str,
) -> Result<(), StoreError> {
    put(tx, (may.application(), may.reviewer()), kind, note)
}

/// Keeps that somebody declared a conflict, in place of an earlier "none".
pub fn keep_conflict(tx: &mut Tx, may: &MayBar, note: &str) -> Result<(), StoreError> {
    put(tx, (may.application(), may.account()), may.kind(), note)
}

fn put(
    tx: &mut Tx,
    key: (ApplicationId, AccountId),
    kind: ConflictKind,
    note: &str,
) -> Result<(), StoreError> {
    let now = tx.now();
    let ids = [key.0.as_str(), key.1.as_str()];
    let sealed = of_application(tx, key.0, ("declarations", &ids))?;
    diesel::delete(declarations::table.find(key)).execute(tx.connection())?;
    diesel::insert_into(declarations::table)
        .values((
            declarations::application_id.eq(key.0),
            declarations::account_id.eq(key.1),
            declarations::kind.eq(kind),
            declarations::note.eq(sealed.seal("note", note)?),
            declarations::declared_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}
