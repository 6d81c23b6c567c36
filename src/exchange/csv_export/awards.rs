//! The awards of a round that are in force, or of which something was paid, one row each.

use std::collections::BTreeMap;

use super::decisions::{amount, conditions, names};
use crate::domain::decision::Decision;
use crate::domain::organisation::Organisation;
use crate::domain::publication::Publication;
use crate::domain::{AccountId, Currency, Moment, Money};
use crate::exchange::sheet::Column;

/// One award that was released.
pub struct Line<'a> {
    /// Of the application.
    pub reference: &'a str,
    pub title: &'a str,
    pub organisation: &'a Organisation,
    /// The round's.
    pub currency: Currency,
    pub decision: &'a Decision,
    /// Code of where the award stands, empty for a decision from before there were any.
    pub state: &'static str,
    /// What the bank executed, in minor units of the round's currency.
    pub paid_minor: i64,
    /// What may be published of it.
    pub publication: Publication,
    /// Of everybody who proposed, signed or released.
    pub names: &'a BTreeMap<AccountId, String>,
}

const NAMES: [&str; 20] = [
    "reference",
    "title",
    "organisation",
    "organisation_arabic",
    "organisation_hebrew",
    "identifiers",
    "base",
    "community",
    "currency",
    "awarded",
    "funding_type",
    "conditions",
    "proposed_by",
    "signed_by",
    "released_by",
    "released_at",
    "publication",
    "state",
    "paid",
    "given_back",
];

/// The columns.
pub fn columns() -> Vec<Column> {
    let numbers = ["awarded", "paid", "given_back"];
    let names = NAMES.map(str::to_owned).to_vec();
    Column::all(names, |name| numbers.contains(&name))
}

/// The cells of one award, in the order of [`columns`].
pub fn cells(line: &Line) -> Vec<String> {
    let decision = line.decision;
    let name = |act: Option<(AccountId, Moment)>| {
        let name = act.and_then(|(by, _)| line.names.get(&by));
        name.cloned().unwrap_or_default()
    };
    let mut cells = vec![line.reference.to_owned(), line.title.to_owned()];
    cells.extend(names(line.organisation));
    let released = decision.released.map(|(_, at)| at.rfc3339());
    cells.extend([
        line.currency.code().to_owned(),
        amount(decision.amount),
        decision.funding_type.clone().unwrap_or_default(),
        conditions(decision),
        name(Some((decision.proposed_by, decision.proposed_at))),
        name(decision.signed),
        name(decision.released),
        released.unwrap_or_default(),
        line.publication.code().to_owned(),
        line.state.to_owned(),
        amount(Some(Money::new(line.paid_minor, line.currency))),
        amount(Some(Money::new(decision.freed_minor, line.currency))),
    ]);
    cells
}
