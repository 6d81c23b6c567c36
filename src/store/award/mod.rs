//! Awards with their tranches. Reads begin at the applications within reach; the parts
//! of an award are read by who found it there.

mod amendment;
mod bank;
mod disbursement;
mod money;
mod payment_file;
mod reason;
mod report;
mod report_version;
mod seal;
mod waiting;

pub use amendment::{AmendmentRow, agree_amendment, amend, amendments, drop_amendment};
pub(in crate::store) use bank::SealedBank;
pub use bank::{BankRow, BankTold, bank, bank_rows, give_bank};
pub(in crate::store) use disbursement::open_transfers;
pub use disbursement::{DisbursementRow, approve, disbursements, drop, note_paid, prepare};
pub use money::{AwardMoney, of_decisions, paid_of_decisions};
pub use payment_file::{Export, Payable, export, find_payments, payable, senders};
pub use reason::{ReasonRow, reasons, whys};
pub use report::{Owed, ReportRow, judge, note_reminded, owed, reports, save_report, send_report};
pub use report_version::{SentReport, sent_reports};
pub use seal::{seal_batch, unopened};
pub use waiting::{Waits, to_accept, to_report};

use diesel::prelude::*;
use reason::add_reason;

use super::application::reachable;
use super::attachment::{self, AttachmentRow};
use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx};
use super::schema::{applications, award_reports, award_tranches, awards};
use super::sealed_columns::legible_award;
use crate::domain::award::{AwardState, Plan, ReportState, Tranche};
use crate::domain::moment::Day;
use crate::domain::{
    AccountId, ApplicationId, AwardId, Currency, DecisionId, FileId, Language, Moment, Money,
    OrganisationId,
};
use crate::policy::Reach;
use crate::policy::award::{MayActOnAward, MayEnd, MayMove, MayRun};
use crate::policy::decision::MayRelease;

/// An award.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = awards, check_for_backend(MultiBackend))]
pub struct AwardRow {
    pub id: AwardId,
    pub application_id: ApplicationId,
    pub state: AwardState,
    amount_minor: i64,
    currency: Currency,
    /// In which the agreement is written.
    pub tongue: Language,
    /// From when to when; nothing until it is planned.
    pub starts_on: Option<Day>,
    pub ends_on: Option<Day>,
    pub opened_at: Moment,
    /// When the agreement was laid before the organisation.
    pub offered_at: Option<Moment>,
    pub agreed_at: Option<Moment>,
    /// Name and office of who agreed, as they wrote it.
    pub agreed_name: String,
    /// SHA-256 of the terms that were agreed to; empty until then.
    pub agreed_print: String,
    /// The agreement signed on paper.
    pub signed_file_id: Option<FileId>,
    /// What goes back to the budget, in minor units.
    pub freed_minor: i64,
    pub ended_at: Option<Moment>,
}

impl AwardRow {
    /// What is awarded.
    pub fn amount(&self) -> Money {
        Money::new(self.amount_minor, self.currency)
    }

    /// An amount of minor units in the award's currency.
    pub fn money(&self, minor: i64) -> Money {
        Money::new(minor, self.currency)
    }
}

/// The id of the award that a decision opens.
pub fn of_decision(decision: DecisionId) -> Result<AwardId, StoreError> {
    let id = AwardId::parse(decision.as_str());
    id.map_err(|_| StoreError::Damaged("a decision without an id".to_owned()))
}

/// Opens the award of a decision that is released, in the state before the agreement.
pub fn open(
    tx: &mut Tx,
    may: &MayRelease,
    (application, amount): (ApplicationId, Money),
    tongue: Language,
) -> Result<AwardId, StoreError> {
    let id = of_decision(may.decision())?;
    let now = tx.now();
    diesel::insert_into(awards::table)
        .values((
            awards::id.eq(id),
            awards::application_id.eq(application),
            awards::state.eq(AwardState::Agreement),
            awards::amount_minor.eq(amount.minor),
            awards::currency.eq(amount.currency),
            awards::tongue.eq(tongue),
            awards::opened_at.eq(now),
            awards::agreed_name.eq(""),
            awards::agreed_print.eq(""),
            awards::freed_minor.eq(0),
            // The column of former releases.
            awards::ended_reason.eq(""),
        ))
        .execute(tx.connection())?;
    Ok(id)
}

/// One award within reach.
pub fn find(
    reader: &mut Reader,
    reach: Reach,
    id: AwardId,
) -> Result<Option<AwardRow>, StoreError> {
    Ok(reachable(reach)
        .inner_join(awards::table)
        .filter(awards::id.eq(id))
        .select(AwardRow::as_select())
        .first(reader.connection())
        .optional()?)
}

/// The award of an application within the caller's reach, the latest if there are
/// several.
pub fn of_application(
    reader: &mut Reader,
    application: ApplicationId,
) -> Result<Option<AwardId>, StoreError> {
    Ok(awards::table
        .filter(awards::application_id.eq(application))
        .order(awards::id.desc())
        .select(awards::id)
        .first(reader.connection())
        .optional()?)
}

/// An award in a list: with the reference and the organisation of its application.
pub type Listed = (AwardRow, String, OrganisationId);

/// A page of the awards within reach in these states, latest first, after `before`.
pub fn list(
    reader: &mut Reader,
    reach: Reach,
    states: &[AwardState],
    before: Option<AwardId>,
    limit: i64,
) -> Result<Vec<Listed>, StoreError> {
    let mut query = reachable(reach)
        .inner_join(awards::table)
        .filter(awards::state.eq_any(states.to_vec()));
    if let Some(before) = before {
        query = query.filter(awards::id.lt(before));
    }
    Ok(query
        .order(awards::id.desc())
        .limit(limit)
        .select((
            AwardRow::as_select(),
            applications::reference,
            applications::organisation_id,
        ))
        .load(reader.connection())?)
}

/// The tranches of an award in order; the first has the number 1.
pub fn tranches(reader: &mut Reader, id: AwardId) -> Result<Vec<Tranche>, StoreError> {
    let rows: Vec<(i64, Day, Option<i32>)> = award_tranches::table
        .filter(award_tranches::award_id.eq(id))
        .order(award_tranches::position)
        .select((
            award_tranches::amount_minor,
            award_tranches::due_on,
            award_tranches::after_report,
        ))
        .load(reader.connection())?;
    let tranche = |(minor, due, after_report)| Tranche {
        minor,
        due,
        after_report,
    };
    Ok(rows.into_iter().map(tranche).collect())
}

/// Keeps a plan over the one that was there; what was laid before the organisation is
/// taken back.
pub fn plan(tx: &mut Tx, may: &MayRun, plan: &Plan) -> Result<(), StoreError> {
    let id = may.award();
    let none: (Option<Moment>, Option<AccountId>) = (None, None);
    diesel::update(awards::table.find(id))
        .set((
            awards::tongue.eq(plan.tongue),
            awards::starts_on.eq(plan.starts.iso()),
            awards::ends_on.eq(plan.ends.iso()),
            awards::offered_at.eq(none.0),
            awards::offered_by.eq(none.1),
        ))
        .execute(tx.connection())?;
    let old = award_tranches::table.filter(award_tranches::award_id.eq(id));
    diesel::delete(old).execute(tx.connection())?;
    for (position, one) in (1_i32..).zip(&plan.tranches) {
        diesel::insert_into(award_tranches::table)
            .values((
                award_tranches::award_id.eq(id),
                award_tranches::position.eq(position),
                award_tranches::amount_minor.eq(one.minor),
                award_tranches::due_on.eq(one.due.iso()),
                award_tranches::after_report.eq(one.after_report),
            ))
            .execute(tx.connection())?;
    }
    let old = award_reports::table.filter(award_reports::award_id.eq(id));
    diesel::delete(old).execute(tx.connection())?;
    for (position, one) in (1_i32..).zip(&plan.reports) {
        diesel::insert_into(award_reports::table)
            .values((
                award_reports::award_id.eq(id),
                award_reports::position.eq(position),
                award_reports::kind.eq(one.kind),
                award_reports::due_on.eq(one.due.iso()),
                award_reports::state.eq(ReportState::Due),
                award_reports::words.eq(""),
                award_reports::note.eq(""),
            ))
            .execute(tx.connection())?;
    }
    Ok(())
}

/// Lays the agreement before the organisation.
pub fn offer(tx: &mut Tx, may: &MayRun) -> Result<(), StoreError> {
    legible_award(tx, may.award())?;
    let now = tx.now();
    diesel::update(awards::table.find(may.award()))
        .set((awards::offered_at.eq(now), awards::offered_by.eq(may.by())))
        .execute(tx.connection())?;
    Ok(())
}

/// Notes who agreed to terms of which digest, and on which paper if on one.
pub fn agree(
    tx: &mut Tx,
    (may, moves): (&MayActOnAward, &MayMove),
    (name, print): (&str, &str),
    paper: Option<FileId>,
) -> Result<(), StoreError> {
    legible_award(tx, may.award())?;
    advance(tx, moves)?;
    let now = tx.now();
    diesel::update(awards::table.find(may.award()))
        .set((
            awards::agreed_at.eq(now),
            awards::agreed_by.eq(may.by()),
            awards::agreed_name.eq(name),
            awards::agreed_print.eq(print),
            awards::signed_file_id.eq(paper),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// The question that a signed agreement answers: none of any form.
pub const AGREEMENT: &str = "award-agreement";

/// Keeps the agreement signed on paper among the documents of the application.
pub fn add_paper(tx: &mut Tx, _: &MayActOnAward, row: &AttachmentRow) -> Result<(), StoreError> {
    attachment::add(tx, row)
}

/// Moves an award to where the capability says; nothing happens when it has moved
/// meanwhile, which [`StoreError::LostRace`] tells.
pub fn advance(tx: &mut Tx, may: &MayMove) -> Result<(), StoreError> {
    let row = awards::table.find(may.award());
    let moved = diesel::update(row.filter(awards::state.eq(may.from())))
        .set(awards::state.eq(may.to()))
        .execute(tx.connection())?;
    once(moved)
}

/// Notes how much goes back to the budget by now, and why.
pub fn free(tx: &mut Tx, may: &MayRun, (minor, reason): (i64, &str)) -> Result<(), StoreError> {
    diesel::update(awards::table.find(may.award()))
        .set(awards::freed_minor.eq(minor))
        .execute(tx.connection())?;
    add_reason(tx, (may.award(), may.by()), reason)
}

/// Ends an award: what goes back to the budget by now, and why.
pub fn end(tx: &mut Tx, may: &MayEnd, (freed, reason): (i64, &str)) -> Result<(), StoreError> {
    advance(tx, may.moves())?;
    let now = tx.now();
    diesel::update(awards::table.find(may.moves().award()))
        .set((
            awards::freed_minor.eq(freed),
            awards::ended_at.eq(now),
            awards::ended_by.eq(may.by_whom()),
        ))
        .execute(tx.connection())?;
    add_reason(tx, (may.moves().award(), may.by_whom()), reason)
}

/// Keeps a later end.
pub fn extend(tx: &mut Tx, may: &MayRun, ends: Day) -> Result<(), StoreError> {
    diesel::update(awards::table.find(may.award()))
        .set(awards::ends_on.eq(ends.iso()))
        .execute(tx.connection())?;
    Ok(())
}

fn once(done: usize) -> Result<(), StoreError> {
    if done == 1 {
        Ok(())
    } else {
        Err(StoreError::LostRace)
    }
}
