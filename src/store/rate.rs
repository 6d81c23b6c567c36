//! Rates at which rounds take requests in other currencies. Rows are only added:
//! the last one of a currency counts, and one without a rate ends it.

use diesel::prelude::*;

use super::application::ApplicationRow;
use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::schema::{accounts, round_rates as rates};
use crate::domain::answers::Bounds;
use crate::domain::moment::Day;
use crate::domain::rate::{Currencies, DatedRate, Rate};
use crate::domain::round::Round;
use crate::domain::{Currency, Moment, RoundId};
use crate::policy::round::MaySetRates;

/// A row of a round's history of rates.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct RateRow {
    /// The round's currency when it was added.
    pub reference: Currency,
    pub currency: Currency,
    /// Nothing where the currency was ended.
    pub rate: Option<Rate>,
    pub day: Day,
    pub source: String,
    pub added_at: Moment,
    /// Name of who added it.
    pub added_by: String,
}

/// Every rate of a round that was ever in force, the latest first.
pub fn history(reader: &mut Reader, round: RoundId) -> Result<Vec<RateRow>, StoreError> {
    Ok(rates::table
        .inner_join(accounts::table)
        .filter(rates::round_id.eq(round))
        .order(rates::id.desc())
        .select((
            rates::reference,
            rates::currency,
            rates::rate,
            rates::day,
            rates::source,
            rates::added_at,
            accounts::name,
        ))
        .load(reader.connection())?)
}

/// The currencies that a round takes now. Rates to another currency than its own
/// are from before that was changed and don't count.
pub fn currencies(reader: &mut Reader, round: &Round) -> Result<Currencies, StoreError> {
    let rows = history(reader, round.id)?;
    Ok(in_force(round.currency, &rows))
}

/// The rates in force among those of a history, the latest first.
pub fn in_force(reference: Currency, history: &[RateRow]) -> Currencies {
    let mut seen = std::collections::BTreeSet::new();
    let own = history.iter().filter(|row| row.reference == reference);
    let last = own.filter(|row| seen.insert(row.currency));
    let dated = last.filter_map(|row| {
        Some(DatedRate {
            currency: row.currency,
            rate: row.rate?,
            day: row.day,
            source: row.source.clone(),
        })
    });
    let mut rates: Vec<DatedRate> = dated.collect();
    rates.sort_by_key(|rate| rate.currency);
    Currencies { reference, rates }
}

/// What the round demands of an application's request. What was sent is measured
/// by the rate at which it was sent.
pub fn bounds(
    reader: &mut Reader,
    round: &Round,
    application: &ApplicationRow,
) -> Result<Bounds, StoreError> {
    let now = currencies(reader, round)?;
    let sent = application.submitted_at.is_some();
    let pin = application.conversion().filter(|_| sent);
    Ok(Bounds {
        least: round.least(),
        most: round.most(),
        currencies: match pin {
            Some(conversion) => now.pinned(&conversion),
            None => now,
        },
    })
}

/// Adds a rate to a round.
pub fn add(
    tx: &mut Tx,
    may: &MaySetRates,
    reference: Currency,
    dated: &DatedRate,
) -> Result<(), StoreError> {
    let rate = Some(dated.rate.decimal());
    let row = (dated.currency, rate, dated.day, &*dated.source);
    insert(tx, may, reference, row)
}

/// Ends a currency of a round.
pub fn end(
    tx: &mut Tx,
    may: &MaySetRates,
    reference: Currency,
    (currency, day): (Currency, Day),
) -> Result<(), StoreError> {
    insert(tx, may, reference, (currency, None, day, ""))
}

fn insert(
    tx: &mut Tx,
    may: &MaySetRates,
    reference: Currency,
    (currency, rate, day, source): (Currency, Option<String>, Day, &str),
) -> Result<(), StoreError> {
    let now = tx.now();
    // Any id type serves to mint: nothing refers to a rate.
    let id: RoundId = super::mint();
    diesel::insert_into(rates::table)
        .values((
            rates::id.eq(id),
            rates::round_id.eq(may.round()),
            rates::reference.eq(reference),
            rates::currency.eq(currency),
            rates::rate.eq(rate),
            rates::day.eq(day.iso()),
            rates::source.eq(source),
            rates::added_at.eq(now),
            rates::added_by.eq(may.setter()),
        ))
        .execute(tx.connection())?;
    Ok(())
}
