//! Draws of lots. A draw is added with who takes part; later only who drew it, and when,
//! is filled in.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::application::reachable;
use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::schema::{applications, lot_rounds, lot_tickets, lots};
use crate::domain::lots::Seed;
use crate::domain::{AccountId, ApplicationId, Moment, RoundId};
use crate::policy::Reach;
use crate::policy::board::{MayDrawLots, MaySetBalance};

/// Draws of one round that are listed at most.
const MOST: i64 = 50;

/// A draw as far as it is within reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LotRow {
    pub commitment: String,
    pub committed_by: AccountId,
    pub committed_at: Moment,
    /// Who drew it, when, with which seed; `None` before.
    pub drawn: Option<(AccountId, Moment, Seed)>,
    /// Who takes part, with the reference; by reference.
    pub tickets: Vec<(ApplicationId, String)>,
}

/// Whether lots may be drawn in a round.
pub fn is_allowed(reader: &mut Reader, round: RoundId) -> Result<bool, StoreError> {
    let found: Option<RoundId> = lot_rounds::table
        .find(round)
        .select(lot_rounds::round_id)
        .first(reader.connection())
        .optional()?;
    Ok(found.is_some())
}

impl LotRow {
    /// Whether all of these take part: their order is settled by it.
    pub fn settles(&self, among: &[ApplicationId]) -> bool {
        let takes_part = |id: &ApplicationId| self.tickets.iter().any(|(own, _)| own == id);
        among.iter().all(takes_part)
    }
}

type Row = (
    String,
    String,
    AccountId,
    Moment,
    Option<AccountId>,
    Option<Moment>,
);

/// The draws of a round in which two or more applications within reach take part, the
/// latest first. Of what is out of reach nothing shows.
pub fn of_round(
    reader: &mut Reader,
    reach: Reach,
    round: RoundId,
) -> Result<Vec<LotRow>, StoreError> {
    let rows: Vec<Row> = lots::table
        .filter(lots::round_id.eq(round))
        .order((lots::committed_at.desc(), lots::commitment))
        .limit(MOST)
        .select((
            lots::commitment,
            lots::seed,
            lots::committed_by,
            lots::committed_at,
            lots::drawn_by,
            lots::drawn_at,
        ))
        .load(reader.connection())?;
    let of: Vec<String> = rows.iter().map(|row| row.0.clone()).collect();
    let tickets: Vec<(String, ApplicationId, String)> = reachable(reach)
        .inner_join(lot_tickets::table)
        .filter(lot_tickets::commitment.eq_any(of))
        .order(applications::reference)
        .select((
            lot_tickets::commitment,
            applications::id,
            applications::reference,
        ))
        .load(reader.connection())?;
    let mut own: BTreeMap<String, Vec<(ApplicationId, String)>> = BTreeMap::new();
    for (commitment, id, reference) in tickets {
        own.entry(commitment).or_default().push((id, reference));
    }
    let lot = |(commitment, seed, committed_by, committed_at, by, at): Row| {
        let tickets = own.remove(&commitment)?;
        let drawn = by.zip(at).zip(Seed::parse(&seed));
        (tickets.len() > 1).then_some(LotRow {
            commitment,
            committed_by,
            committed_at,
            drawn: drawn.map(|((by, at), seed)| (by, at, seed)),
            tickets,
        })
    };
    Ok(rows.into_iter().filter_map(lot).collect())
}

/// Lets lots be drawn in the capability's round, or ends that.
pub fn allow(tx: &mut Tx, may: &MaySetBalance, allowed: bool) -> Result<(), StoreError> {
    diesel::delete(lot_rounds::table.find(may.round())).execute(tx.connection())?;
    if allowed {
        let now = tx.now();
        diesel::insert_into(lot_rounds::table)
            .values((
                lot_rounds::round_id.eq(may.round()),
                lot_rounds::allowed_by.eq(may.by()),
                lot_rounds::allowed_at.eq(now),
            ))
            .execute(tx.connection())?;
    }
    Ok(())
}

/// Adds a draw to come.
pub fn commit(
    tx: &mut Tx,
    may: &MayDrawLots,
    seed: &Seed,
    among: &[ApplicationId],
) -> Result<(), StoreError> {
    let (now, commitment) = (tx.now(), seed.commitment());
    diesel::insert_into(lots::table)
        .values((
            lots::commitment.eq(&commitment),
            lots::round_id.eq(may.round()),
            lots::seed.eq(seed.hex()),
            lots::committed_by.eq(may.by()),
            lots::committed_at.eq(now),
        ))
        .execute(tx.connection())?;
    let ticket = |id: &ApplicationId| {
        (
            lot_tickets::commitment.eq(commitment.clone()),
            lot_tickets::application_id.eq(*id),
        )
    };
    for id in among {
        diesel::insert_into(lot_tickets::table)
            .values(ticket(id))
            .execute(tx.connection())?;
    }
    Ok(())
}

/// Notes that it was drawn; [`StoreError::LostRace`] when it was before.
pub fn draw(tx: &mut Tx, may: &MayDrawLots, commitment: &str) -> Result<(), StoreError> {
    let now = tx.now();
    let open = lots::table
        .find(commitment)
        .filter(lots::round_id.eq(may.round()))
        .filter(lots::drawn_at.is_null());
    let done = diesel::update(open)
        .set((lots::drawn_by.eq(may.by()), lots::drawn_at.eq(now)))
        .execute(tx.connection())?;
    if done == 1 {
        Ok(())
    } else {
        Err(StoreError::LostRace)
    }
}
