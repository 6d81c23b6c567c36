//! Balance targets of the demonstration's round, and lots drawn among equals.

use super::content::Decision;
use super::seed::{ROUND, Seeder};
use super::story::Panel;
use crate::actions::board::equals;
use crate::actions::{Refusal, balance, decide, deviation, lots};
use crate::cli::Failure;
use crate::domain::ApplicationId;
use crate::domain::balance::TargetText;
use crate::domain::decision::Outcome;
use crate::domain::lots::Seed;
use crate::policy::{Actor, Reach};
use crate::store::{Reader, Tx, round};

/// Group, edge, per cent, measure.
const TARGETS: [[&str; 4]; 4] = [
    ["community:palestinian", "least", "45", "amount"],
    ["base:gaza", "least", "20", "number"],
    ["size:large", "most", "40", "number"],
    ["standing:new", "least", "30", "amount"],
];
/// Always the same, so that the demonstration is: a real draw takes random bytes.
const SEED: &str = "8d1f0c6be3a94527b05e7ac2d6f91438a7c05be2914fd36e07b8c25a9de4f163";

/// Proposes a decision; where it deviates from the ranking, the first sentence of its
/// rationale says why.
pub fn propose(
    tx: &mut Tx,
    admin: &Actor,
    (slug, id): (&str, ApplicationId),
    content: &Decision,
) -> Result<(), Refusal> {
    let (draft, reach) = (content.draft(), Reach::staff(admin));
    let round = round::by_slug(tx, slug)?.ok_or(Refusal::NotFound)?;
    let order = deviation::order(tx, reach, round)?;
    let outcome = Outcome::from_code(&draft.outcome);
    let deviates = outcome.is_some_and(|outcome| order.deviates(id, outcome));
    let first = draft.rationale.split_inclusive(". ").next();
    let deviation = first.filter(|_| deviates).unwrap_or_default();
    decide::propose(tx, admin, id, (&draft, deviation), None)
}

/// Sets targets; where some stand equal, lots are drawn among the first of them.
pub fn tell(seeder: &Seeder, panel: &Panel) -> Result<(), Failure> {
    let admin = &panel.admins[0];
    for [group, edge, percent, measure] in TARGETS {
        let text = TargetText {
            group: group.to_owned(),
            edge: edge.to_owned(),
            measure: measure.to_owned(),
            percent: percent.to_owned(),
        };
        seeder.act(Some(admin), 30, |tx| balance::set(tx, admin, ROUND, &text))?;
    }
    seeder.act(Some(admin), 30, |tx| lots::allow(tx, admin, ROUND, true))?;
    let reach = Reach::staff(admin);
    let read = |reader: &mut Reader| match round::by_slug(reader, ROUND)? {
        Some(round) => equals(reader, reach, round).map(Some),
        None => Ok(None),
    };
    let found = seeder.database.read(read)?;
    let group = found.and_then(|equal| equal.lot_groups().first().map(|(name, _)| name.clone()));
    let Some((group, seed)) = group.zip(Seed::parse(SEED)) else {
        return Ok(());
    };
    let commit = |tx: &mut Tx| lots::commit_with(tx, admin, ROUND, (&group, seed));
    seeder.act(Some(admin), 26, commit)?;
    let commitment = seed.commitment();
    seeder.act(Some(admin), 25, |tx| {
        lots::draw(tx, admin, ROUND, &commitment)
    })
}
