//! Setting the balance targets of a round.

use super::Refusal;
use crate::domain::Message;
use crate::domain::balance::{SIZES, STANDINGS, Side, Target, TargetText, read_target};
use crate::policy::Actor;
use crate::policy::board::MaySetBalance;
use crate::store::term::Term;
use crate::store::{Tx, audit, balance, round, term};

/// Every group that a target can be about, in the order of the lists.
pub fn groups(terms: &[Term]) -> Vec<(Side, String)> {
    let of = |side: Side| {
        let own = terms.iter().filter(move |term| term.list == side.code());
        own.map(move |term| (side, term.code.clone()))
    };
    let mut groups: Vec<(Side, String)> = of(Side::Community).chain(of(Side::Base)).collect();
    groups.extend(SIZES.map(|code| (Side::Size, code.to_owned())));
    groups.extend(STANDINGS.map(|code| (Side::Standing, code.to_owned())));
    groups
}

/// Sets a target, in place of one about the same part in the same way.
pub fn set(tx: &mut Tx, actor: &Actor, slug: &str, text: &TargetText) -> Result<(), Refusal> {
    let round = round::by_slug(tx, slug)?.ok_or(Refusal::NotFound)?;
    let may = MaySetBalance::of(actor, round.id)?;
    let target = read_target(text, &groups(&term::all(tx)?))?;
    let standing = balance::of_round(tx, round.id)?;
    if standing.contains(&target) {
        return Ok(());
    }
    let same = |one: &&_| about(one) == about(&target);
    let before = standing.iter().find(same).map(summary).unwrap_or_default();
    balance::set(tx, &may, &target)?;
    let object = ("round", round.id.as_str());
    audit(tx, "set_balance_target", object, &before, &summary(&target))?;
    Ok(())
}

/// Takes a target back; `group`, `edge` and `measure` say which.
pub fn remove(tx: &mut Tx, actor: &Actor, slug: &str, text: &TargetText) -> Result<(), Refusal> {
    let round = round::by_slug(tx, slug)?.ok_or(Refusal::NotFound)?;
    let may = MaySetBalance::of(actor, round.id)?;
    let standing = balance::of_round(tx, round.id)?;
    let wanted = (
        text.group.as_str(),
        text.edge.as_str(),
        text.measure.as_str(),
    );
    let found = standing.iter().find(|one| {
        let (group, edge, measure) = about(one);
        (group.as_str(), edge, measure) == wanted
    });
    let gone = || Refusal::Stale(Message::new("stale-no-target"));
    let target = found.ok_or_else(gone)?;
    balance::remove(tx, &may, target)?;
    let object = ("round", round.id.as_str());
    audit(tx, "remove_balance_target", object, &summary(target), "")?;
    Ok(())
}

/// What a target is about, as it is posted.
pub fn about(target: &Target) -> (String, &'static str, &'static str) {
    let group = format!("{}:{}", target.side.code(), target.code);
    (group, target.edge.code(), target.measure.code())
}

fn summary(target: &Target) -> String {
    let (group, edge, measure) = about(target);
    format!("{group} {edge} {} % by {measure}", target.percent)
}
