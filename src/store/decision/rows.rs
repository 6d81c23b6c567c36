//! Decisions as they are read: as rulings, for which no text is read or opened, or whole.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::parts::{conditions_of, panel_of};
use crate::domain::award::AwardState;
use crate::domain::decision::{Decision, Outcome, Ruling};
use crate::domain::{
    AccountId, ApplicationId, Currency, DecisionId, Moment, Money, OrganisationId, RoundId,
};
use crate::policy::Reach;
use crate::store::application::reachable;
use crate::store::award;
use crate::store::conflict::StoreError;
use crate::store::connection::{MultiBackend, Reader};
use crate::store::schema::{applications, decisions, rounds};
use crate::store::sealed_columns::Cells;

#[derive(Queryable, Selectable)]
#[diesel(table_name = decisions, check_for_backend(MultiBackend))]
struct Row {
    id: DecisionId,
    application_id: ApplicationId,
    number: i32,
    outcome: Outcome,
    amount_minor: Option<i64>,
    funding_type: Option<String>,
    proposed_by: AccountId,
    proposed_at: Moment,
    signed_by: Option<AccountId>,
    signed_at: Option<Moment>,
    released_by: Option<AccountId>,
    released_at: Option<Moment>,
    dropped_by: Option<AccountId>,
    dropped_at: Option<Moment>,
    reason: Option<String>,
    corrects: Option<DecisionId>,
}

impl Row {
    fn opened_award(&self) -> bool {
        self.outcome == Outcome::Award && self.released_at.is_some()
    }

    fn ruling(self, currency: Currency, (freed_minor, former_minor): (i64, i64)) -> Ruling {
        Ruling {
            id: self.id,
            application: self.application_id,
            number: self.number,
            outcome: self.outcome,
            amount: self.amount_minor.map(|minor| Money::new(minor, currency)),
            funding_type: self.funding_type,
            reason: self.reason,
            corrects: self.corrects,
            freed_minor,
            former_minor,
            proposed_by: self.proposed_by,
            proposed_at: self.proposed_at,
            signed: self.signed_by.zip(self.signed_at),
            released: self.released_by.zip(self.released_at),
            dropped: self.dropped_by.zip(self.dropped_at),
        }
    }
}

/// What was written in one: why it was taken, and what the applicant reads.
#[derive(Queryable, Selectable)]
#[diesel(table_name = decisions, check_for_backend(MultiBackend))]
struct Texts {
    rationale: String,
    feedback: String,
    waiver: Option<String>,
    over_budget: Option<String>,
    deviation: Option<String>,
}

/// Which decisions to load.
pub(super) enum Of {
    Application(ApplicationId),
    Round(RoundId),
    Organisations(Vec<OrganisationId>),
    Applications(Vec<ApplicationId>),
}

impl Of {
    /// The applications within reach that they are about.
    fn reached(self, reach: Reach) -> applications::BoxedQuery<'static, MultiBackend> {
        let query = reachable(reach);
        match self {
            Self::Application(id) => query.filter(applications::id.eq(id)),
            Self::Round(id) => query.filter(applications::round_id.eq(id)),
            Self::Organisations(ids) => query.filter(applications::organisation_id.eq_any(ids)),
            Self::Applications(ids) => query.filter(applications::id.eq_any(ids)),
        }
    }
}

/// The decisions within reach by application and number, without their texts, in two
/// queries.
pub(super) fn rulings(
    reader: &mut Reader,
    reach: Reach,
    of: Of,
) -> Result<Vec<Ruling>, StoreError> {
    let rows: Vec<(Row, Currency)> = of
        .reached(reach)
        .inner_join(decisions::table)
        .inner_join(rounds::table)
        .order((decisions::application_id, decisions::number))
        .select((Row::as_select(), rounds::currency))
        .load(reader.connection())?;
    with_money(reader, rows)
}

/// The same with what was written in them and who took part, in six queries.
pub(super) fn load(reader: &mut Reader, reach: Reach, of: Of) -> Result<Vec<Decision>, StoreError> {
    let found: Vec<(Row, Texts, Currency)> = of
        .reached(reach)
        .inner_join(decisions::table)
        .inner_join(rounds::table)
        .order((decisions::application_id, decisions::number))
        .select((Row::as_select(), Texts::as_select(), rounds::currency))
        .load(reader.connection())?;
    let mut rows: Vec<(Row, Currency)> = Vec::with_capacity(found.len());
    let mut texts: Vec<(DecisionId, Texts)> = Vec::with_capacity(found.len());
    for (row, own, currency) in found {
        texts.push((row.id, own));
        rows.push((row, currency));
    }
    open(reader, &mut texts)?;
    let ids: Vec<DecisionId> = texts.iter().map(|(id, _)| *id).collect();
    let mut put = conditions_of(reader, ids.clone())?;
    let mut took_part = panel_of(reader, ids)?;
    let rulings = with_money(reader, rows)?;
    let whole = |(ruling, (id, texts)): (Ruling, (DecisionId, Texts))| Decision {
        ruling,
        conditions: put.remove(&id).unwrap_or_default(),
        rationale: texts.rationale,
        feedback: texts.feedback,
        waiver: texts.waiver,
        over_budget: texts.over_budget,
        deviation: texts.deviation,
        present: took_part.remove(&id).unwrap_or_default(),
    };
    Ok(rulings.into_iter().zip(texts).map(whole).collect())
}

/// Adds to decisions, which come by application and number, what their awards gave back
/// and what earlier ones keep.
fn with_money(reader: &mut Reader, rows: Vec<(Row, Currency)>) -> Result<Vec<Ruling>, StoreError> {
    let opened = rows.iter().filter(|(row, _)| row.opened_award());
    let opened: Vec<DecisionId> = opened.map(|(row, _)| row.id).collect();
    let awards = award::of_decisions(reader, &opened)?;
    let mut former: BTreeMap<ApplicationId, i64> = BTreeMap::new();
    let ruling = |(row, currency): (Row, Currency)| {
        let before = former.entry(row.application_id).or_default();
        let (award, earlier) = (awards.get(&row.id), *before);
        // One that waits for its agreement ends when another decision takes its place.
        let agreed = award.filter(|one| one.state != AwardState::Agreement);
        *before += agreed.map_or(0, |one| one.kept_minor());
        let freed = award.map_or(0, |one| one.freed_minor);
        row.ruling(currency, (freed, earlier))
    };
    Ok(rows.into_iter().map(ruling).collect())
}

fn open(reader: &mut Reader, rows: &mut [(DecisionId, Texts)]) -> Result<(), StoreError> {
    let mut cells = Cells::of("decisions");
    for (id, texts) in rows {
        let ids = [id.as_str()];
        let always = [
            ("rationale", &mut texts.rationale),
            ("feedback", &mut texts.feedback),
        ];
        cells.add(&ids, always);
        let sometimes = [
            ("waiver", &mut texts.waiver),
            ("over_budget", &mut texts.over_budget),
            ("deviation", &mut texts.deviation),
        ];
        for (column, text) in sometimes {
            if let Some(text) = text {
                cells.add(&ids, [(column, text)]);
            }
        }
    }
    cells.open_beside(reader)
}
