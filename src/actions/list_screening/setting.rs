//! Saying which lists count for which funding jurisdiction of a programme.

use std::collections::BTreeSet;

use crate::actions::Refusal;
use crate::domain::list_screening::{
    Jurisdiction, Rule, RuleText, latest_rules, read_rule, read_sources,
};
use crate::policy::Actor;
use crate::policy::list_screening::MaySetLists;
use crate::store::{Tx, audit, list_screening, programme};

/// Adds a line to the setting of a programme; the same line again changes nothing.
pub fn set_rule(tx: &mut Tx, actor: &Actor, slug: &str, text: &RuleText) -> Result<(), Refusal> {
    let programme = programme::by_slug(tx, slug)?.ok_or(Refusal::NotFound)?;
    let may = MaySetLists::of(actor, programme.id)?;
    let rule = read_rule(text, programme.id, tx.now())?;
    let about = |one: &&Rule| {
        one.programme == rule.programme
            && one.jurisdiction == rule.jurisdiction
            && one.list == rule.list
    };
    let rules = latest_rules(list_screening::rules(tx)?);
    let former = rules.iter().find(about);
    let said = |one: &Rule| (one.counts, one.threshold, one.note.clone());
    if former.map(said) == Some(said(&rule)) {
        return Ok(());
    }
    let before = former.map_or_else(String::new, summary);
    list_screening::add_rule(tx, &may, &rule)?;
    let object = ("programme", programme.id.as_str());
    audit(tx, "set_list_rule", object, &before, &summary(&rule))?;
    Ok(())
}

/// Says where the money of a programme comes from: lines about other money then count for
/// nothing. None is everywhere. The same again changes nothing.
pub fn set_sources(
    tx: &mut Tx,
    actor: &Actor,
    slug: &str,
    codes: &[String],
) -> Result<(), Refusal> {
    let programme = programme::by_slug(tx, slug)?.ok_or(Refusal::NotFound)?;
    let may = MaySetLists::of(actor, programme.id)?;
    let sources = read_sources(codes).map_err(|message| Refusal::field("money", message))?;
    let former = list_screening::sources(tx, programme.id)?;
    if former == sources {
        return Ok(());
    }
    list_screening::set_sources(tx, &may, &sources)?;
    let told = |sources: &BTreeSet<Jurisdiction>| {
        let codes: Vec<&str> = sources.iter().map(|one| one.code()).collect();
        codes.join(" ")
    };
    let object = ("programme", programme.id.as_str());
    audit(
        tx,
        "set_money_sources",
        object,
        &told(&former),
        &told(&sources),
    )?;
    Ok(())
}

/// A line for the log, without its note.
fn summary(rule: &Rule) -> String {
    let counts = if rule.counts {
        "counts"
    } else {
        "does not count"
    };
    let (jurisdiction, list) = (rule.jurisdiction.code(), &rule.list);
    format!("{list} {counts} for {jurisdiction} from {}", rule.threshold)
}
