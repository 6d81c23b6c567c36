//! Grants that other funders gave before: a file of the support ledger.

use super::draw::{Draws, Kind};
use super::plan::Plan;
use super::words;
use crate::domain::ledger::{Grant, Party, Period};
use crate::domain::moment::Day;
use crate::domain::{Currency, LedgerFileId, Money};

/// Name of the file.
pub const FILE: &str = "prior-grants.json";

/// The id of the file.
pub fn file(plan: &Plan) -> LedgerFileId {
    plan.seed.id(Kind::LedgerFile, 0, plan.begin())
}

/// One grant: in half of them to an organisation that applies here.
pub fn grant(plan: &Plan, number: u64) -> Grant {
    let mut draws = plan.seed.about(Kind::Grant, number);
    let funder = *draws.of(&words::FUNDERS);
    let (title, description) = words::grant(&mut draws);
    let awarded = awarded(plan, &mut draws);
    let months = 6 + 6 * i32::try_from(draws.below(4)).unwrap_or(0);
    let thousands = i64::try_from(5 + draws.below(95)).unwrap_or(5);
    Grant {
        grant_id: format!("360G-seed-{number}"),
        funder: Party {
            name: funder.to_owned(),
            identifiers: Vec::new(),
        },
        recipient: Party {
            name: recipient(plan, &mut draws),
            identifiers: Vec::new(),
        },
        title,
        description,
        amount: Some(Money::new(thousands * 100_000, Currency::USD)),
        awarded_on: Some(awarded),
        period: Period::months_from(awarded, months),
    }
}

fn recipient(plan: &Plan, draws: &mut Draws) -> String {
    let known = draws.below(plan.sizes.organisations);
    let [latin, ..] = match draws.percent(50) {
        true => words::organisation(known),
        false => words::organisation(plan.sizes.organisations + known),
    };
    latin
}

/// Some day of the last five years.
fn awarded(plan: &Plan, draws: &mut Draws) -> Day {
    let days = i64::try_from(draws.below(5 * 365)).unwrap_or(0);
    plan.now.plus_days(-days).day("UTC")
}
