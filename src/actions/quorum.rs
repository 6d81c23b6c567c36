//! Saying how many of the panel take part in the decisions of a round.

use super::Refusal;
use crate::domain::Message;
use crate::domain::numerals::parse_whole;
use crate::policy::Actor;
use crate::policy::quorum::MaySetQuorum;
use crate::store::{Tx, audit, quorum, round};

/// Most people that a round can ask for.
const MOST: i64 = 50;

/// Sets it from what was typed; 0 asks for nobody.
pub fn set(tx: &mut Tx, actor: &Actor, slug: &str, typed: &str) -> Result<(), Refusal> {
    let round = round::by_slug(tx, slug)?.ok_or(Refusal::NotFound)?;
    let may = MaySetQuorum::of(actor, round.id)?;
    let least = parse_whole(typed).filter(|n| (0..=MOST).contains(n));
    let least = least.and_then(|n| i32::try_from(n).ok());
    let wrong = || Message::new("error-quorum-number").with("most", MOST);
    let least = least.ok_or_else(|| Refusal::field("least", wrong()))?;
    let before = quorum::least(tx, round.id)?;
    quorum::set(tx, &may, least)?;
    let object = ("round", round.id.as_str());
    audit(
        tx,
        "set_quorum",
        object,
        &before.to_string(),
        &least.to_string(),
    )?;
    Ok(())
}
