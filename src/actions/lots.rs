//! Drawing lots among applications that cannot be told apart: allowing it in a round,
//! committing to a seed, and the draw.

use super::Refusal;
use super::board::equals;
use super::token::random_bytes;
use crate::domain::lots::Seed;
use crate::domain::round::Round;
use crate::domain::{ApplicationId, Message};
use crate::policy::board::{MayDrawLots, MaySetBalance};
use crate::policy::{Actor, Reach};
use crate::store::{Tx, audit, lots, round};

/// Makes drawing lots an option of a round, or ends that. Draws that are committed to
/// stay and can be drawn once it is allowed again.
pub fn allow(tx: &mut Tx, actor: &Actor, slug: &str, allowed: bool) -> Result<(), Refusal> {
    let round = found(tx, slug)?;
    let may = MaySetBalance::of(actor, round.id)?;
    let before = lots::is_allowed(tx, round.id)?;
    if before == allowed {
        return Ok(());
    }
    lots::allow(tx, &may, allowed)?;
    let word = |allowed: bool| if allowed { "allowed" } else { "" };
    let object = ("round", round.id.as_str());
    audit(tx, "allow_lots", object, word(before), word(allowed))?;
    Ok(())
}

/// Commits to a seed for one group of [`Equals::lot_groups`](super::board::Equals) as it
/// is now, unless lots settle its order already: who draws until it pleases chooses.
/// The commitment is in the audit log from here on, the seed is not.
pub fn commit(tx: &mut Tx, actor: &Actor, slug: &str, group: &str) -> Result<(), Refusal> {
    commit_with(tx, actor, slug, (group, Seed::new(random_bytes())))
}

/// The same with a seed from elsewhere, as for a demonstration.
pub fn commit_with(
    tx: &mut Tx,
    actor: &Actor,
    slug: &str,
    (group, seed): (&str, Seed),
) -> Result<(), Refusal> {
    let reach = Reach::staff(actor);
    let round = found(tx, slug)?;
    let id = round.id;
    let may = MayDrawLots::of(actor, id, lots::is_allowed(tx, id)?)?;
    let equals = equals(tx, reach, round)?;
    let groups = equals.lot_groups();
    let own = groups.iter().find(|(name, _)| name == group);
    let changed = || Refusal::Stale(Message::new("stale-no-lot-group"));
    let (_, own) = own.ok_or_else(changed)?;
    let among: Vec<ApplicationId> = own.iter().map(|entry| entry.application.id).collect();
    let before = lots::of_round(tx, reach, id)?;
    if before.iter().any(|lot| lot.settles(&among)) {
        return Err(Refusal::Stale(Message::new("stale-lots-settled")));
    }
    lots::commit(tx, &may, &seed, &among)?;
    let object = ("round", id.as_str());
    audit(tx, "commit_lots", object, "", &seed.commitment())?;
    Ok(())
}

/// Draws: the seed is shown from here on, and with it the order.
pub fn draw(tx: &mut Tx, actor: &Actor, slug: &str, commitment: &str) -> Result<(), Refusal> {
    let round = found(tx, slug)?;
    let may = MayDrawLots::of(actor, round.id, lots::is_allowed(tx, round.id)?)?;
    let all = lots::of_round(tx, Reach::staff(actor), round.id)?;
    let own = all.iter().find(|lot| lot.commitment == commitment);
    let lot = own.ok_or(Refusal::NotFound)?;
    if lot.drawn.is_some() {
        // The button was pressed twice.
        return Ok(());
    }
    lots::draw(tx, &may, commitment)?;
    let object = ("round", round.id.as_str());
    audit(tx, "draw_lots", object, commitment, "drawn")?;
    Ok(())
}

fn found(tx: &mut Tx, slug: &str) -> Result<Round, Refusal> {
    round::by_slug(tx, slug)?.ok_or(Refusal::NotFound)
}
