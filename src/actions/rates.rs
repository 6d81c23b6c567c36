//! In which currencies a round takes requests, and at which rates. A rate is
//! added, never changed: what was sent keeps the one it was measured by.

use super::Refusal;
use crate::domain::rate::RateText;
use crate::domain::round::{Round, RoundState};
use crate::domain::{Currency, Message};
use crate::policy::Actor;
use crate::policy::round::MaySetRates;
use crate::store::{Tx, audit, rate, round};

/// Takes requests in another currency at a rate, or at a new rate from now on.
pub fn add_rate(tx: &mut Tx, actor: &Actor, slug: &str, text: &RateText) -> Result<(), Refusal> {
    let (round, may) = changeable(tx, actor, slug)?;
    let today = tx.now().day(&round.time_zone);
    let dated = text.read(round.currency, today)?;
    let before = rate::currencies(tx, &round)?;
    let same = before.rates.contains(&dated);
    if same {
        // The button was pressed twice.
        return Ok(());
    }
    rate::add(tx, &may, round.currency, &dated)?;
    let (code, day) = (dated.currency.code(), dated.day.iso());
    let after = format!("{code} {} of {day}", dated.rate.decimal());
    audit(tx, "set_rate", ("round", round.id.as_str()), "", &after)?;
    Ok(())
}

/// Takes no more requests in a currency; a second press finds it done.
pub fn end_currency(tx: &mut Tx, actor: &Actor, slug: &str, code: &str) -> Result<(), Refusal> {
    let (round, may) = changeable(tx, actor, slug)?;
    let currency = Currency::kept(code).ok_or(Refusal::NotFound)?;
    let taken = rate::currencies(tx, &round)?;
    if currency == round.currency {
        return Err(Refusal::NotFound);
    }
    if !taken.takes(currency) {
        return Ok(());
    }
    let today = tx.now().day(&round.time_zone);
    rate::end(tx, &may, round.currency, (currency, today))?;
    let object = ("round", round.id.as_str());
    audit(tx, "end_currency", object, currency.code(), "")?;
    Ok(())
}

fn changeable(tx: &mut Tx, actor: &Actor, slug: &str) -> Result<(Round, MaySetRates), Refusal> {
    let round = round::by_slug(tx, slug)?.ok_or(Refusal::NotFound)?;
    let may = MaySetRates::by(actor, round.id).map_err(Refusal::Denied)?;
    match round.state {
        RoundState::Closed => Err(Refusal::Stale(Message::new("stale-round-ended"))),
        RoundState::Draft | RoundState::Open => Ok((round, may)),
    }
}
