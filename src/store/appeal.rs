//! Appeals against released decisions, and why matters were decided anew. Rows are
//! added; an appeal is answered once.

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx, mint};
use super::schema::{appeals, applications, decision_reopenings, decisions};
use super::sealed_columns::{Cells, SealedRow, of_decision};
use crate::domain::appeal::{Answer, Appeal, Cause};
use crate::domain::{AccountId, AppealId, ApplicationId, DecisionId, Moment, RoundId};
use crate::policy::Reach;
use crate::policy::appeal::{MayAnswerAppeal, MayAppeal, MayReopen};

use super::application::reachable;

#[derive(Queryable, Selectable)]
#[diesel(table_name = appeals, check_for_backend(MultiBackend))]
struct Row {
    id: AppealId,
    decision_id: DecisionId,
    words: String,
    raised_by: AccountId,
    raised_at: Moment,
    upheld: Option<bool>,
    answer: Option<String>,
    answered_by: Option<AccountId>,
    answered_at: Option<Moment>,
}

impl Row {
    fn appeal(self) -> Appeal {
        let words = self.upheld.zip(self.answer);
        let answered = words.zip(self.answered_by.zip(self.answered_at));
        Appeal {
            id: self.id,
            decision: self.decision_id,
            words: self.words,
            raised_by: self.raised_by,
            raised_at: self.raised_at,
            answer: answered.map(|((upheld, words), (by, at))| Answer {
                upheld,
                words,
                by,
                at,
            }),
        }
    }
}

/// The appeals about an application within the caller's reach, the first first.
pub fn of_application(
    reader: &mut Reader,
    application: ApplicationId,
) -> Result<Vec<Appeal>, StoreError> {
    let mut rows: Vec<Row> = appeals::table
        .inner_join(decisions::table)
        .filter(decisions::application_id.eq(application))
        .order(appeals::id)
        .select(Row::as_select())
        .load(reader.connection())?;
    let mut cells = Cells::of("appeals");
    for row in &mut rows {
        let id = row.id;
        cells.add(&[id.as_str()], [("words", &mut row.words)]);
        if let Some(answer) = &mut row.answer {
            cells.add(&[id.as_str()], [("answer", answer)]);
        }
    }
    cells.open(reader)?;
    Ok(rows.into_iter().map(Row::appeal).collect())
}

/// An appeal whose words are being sealed.
fn row_of(tx: &mut Tx, (decision, id): (DecisionId, AppealId)) -> Result<SealedRow, StoreError> {
    of_decision(tx, decision, ("appeals", &[id.as_str()]))
}

/// An appeal in a list.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct WaitingRow {
    pub application: ApplicationId,
    pub reference: String,
    pub raised_at: Moment,
}

/// Appeals within reach that wait for an answer, of one round or of all, the oldest first.
pub fn waiting(
    reader: &mut Reader,
    reach: Reach,
    round: Option<RoundId>,
    limit: i64,
) -> Result<Vec<WaitingRow>, StoreError> {
    let mut query = reachable(reach)
        .inner_join(decisions::table.inner_join(appeals::table))
        .filter(appeals::answered_at.is_null());
    if let Some(round) = round {
        query = query.filter(applications::round_id.eq(round));
    }
    Ok(query
        .order(appeals::id)
        .limit(limit)
        .select((
            applications::id,
            applications::reference,
            appeals::raised_at,
        ))
        .load(reader.connection())?)
}

/// Adds an appeal against the capability's decision.
pub fn insert(tx: &mut Tx, may: &MayAppeal, words: &str) -> Result<AppealId, StoreError> {
    let (id, now): (AppealId, _) = (mint(), tx.now());
    let sealed = row_of(tx, (may.decision(), id))?;
    diesel::insert_into(appeals::table)
        .values((
            appeals::id.eq(id),
            appeals::decision_id.eq(may.decision()),
            appeals::words.eq(sealed.seal("words", words)?),
            appeals::raised_by.eq(may.by()),
            appeals::raised_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(id)
}

/// Answers the capability's appeal; [`StoreError::LostRace`] when somebody had before.
pub fn answer(
    tx: &mut Tx,
    may: &MayAnswerAppeal,
    (upheld, words): (bool, &str),
) -> Result<(), StoreError> {
    let (id, now) = (may.appeal(), tx.now());
    let decision: DecisionId = appeals::table
        .find(id)
        .select(appeals::decision_id)
        .first(tx.connection())?;
    let sealed = row_of(tx, (decision, id))?;
    let open = appeals::table
        .find(id)
        .filter(appeals::answered_at.is_null());
    let done = diesel::update(open)
        .set((
            appeals::upheld.eq(upheld),
            appeals::answer.eq(sealed.seal("answer", words)?),
            appeals::answered_by.eq(may.by()),
            appeals::answered_at.eq(now),
        ))
        .execute(tx.connection())?;
    if done == 1 {
        Ok(())
    } else {
        Err(StoreError::LostRace)
    }
}

/// Notes why the capability's matter is decided anew, and moves the application back.
pub fn reopen(tx: &mut Tx, may: &MayReopen, reason: &str) -> Result<(), StoreError> {
    let (id, now) = (may.decision(), tx.now());
    let sealed = of_decision(tx, id, ("decision_reopenings", &[id.as_str()]))?;
    diesel::insert_into(decision_reopenings::table)
        .values((
            decision_reopenings::decision_id.eq(id),
            decision_reopenings::cause.eq(may.cause()),
            decision_reopenings::reason.eq(sealed.seal("reason", reason)?),
            decision_reopenings::reopened_by.eq(may.by()),
            decision_reopenings::reopened_at.eq(now),
        ))
        .execute(tx.connection())?;
    super::application::advance(tx, may.advance())
}

/// Why a decision was opened again.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Reopening {
    pub decision: DecisionId,
    pub cause: Cause,
    pub reason: String,
    pub by: AccountId,
    pub at: Moment,
}

/// Why decisions on an application within the caller's reach were opened again.
pub fn reopenings(
    reader: &mut Reader,
    application: ApplicationId,
) -> Result<Vec<Reopening>, StoreError> {
    let mut rows: Vec<Reopening> = decision_reopenings::table
        .inner_join(decisions::table)
        .filter(decisions::application_id.eq(application))
        .order(decisions::number)
        .select((
            decision_reopenings::decision_id,
            decision_reopenings::cause,
            decision_reopenings::reason,
            decision_reopenings::reopened_by,
            decision_reopenings::reopened_at,
        ))
        .load(reader.connection())?;
    let mut cells = Cells::of("decision_reopenings");
    for row in &mut rows {
        cells.add(&[row.decision.as_str()], [("reason", &mut row.reason)]);
    }
    cells.open(reader)?;
    Ok(rows)
}
