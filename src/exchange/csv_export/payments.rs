//! The transfers of a round's awards, one row each. Where the money goes stays out:
//! account numbers are for the bank alone.

use std::collections::BTreeMap;

use super::decisions::names;
use crate::domain::moment::Day;
use crate::domain::organisation::Organisation;
use crate::domain::rate::Rate;
use crate::domain::{AccountId, Moment, Money};
use crate::exchange::sheet::Column;

/// Somebody's act, and when; nothing while it was not done.
pub type Act = (Option<AccountId>, Option<Moment>);

/// One transfer.
pub struct Line<'a> {
    /// Of the application.
    pub reference: &'a str,
    pub organisation: &'a Organisation,
    /// Of the award's transfers, from 1 on.
    pub position: i32,
    /// In the award's currency, and in the one that is paid.
    pub amount: Money,
    pub paid: Money,
    pub rate: Option<Rate>,
    pub rate_day: Option<Day>,
    pub rate_source: &'a str,
    /// Prepared; approved for the programme and for finance.
    pub acts: [Act; 3],
    pub exported_at: Option<Moment>,
    pub paid_on: Option<Day>,
    pub dropped_at: Option<Moment>,
    /// Of everybody who acted.
    pub names: &'a BTreeMap<AccountId, String>,
}

const NAMES: [&str; 24] = [
    "reference",
    "organisation",
    "organisation_arabic",
    "organisation_hebrew",
    "identifiers",
    "base",
    "community",
    "transfer",
    "currency",
    "amount",
    "paid_currency",
    "paid_amount",
    "rate",
    "rate_day",
    "rate_source",
    "prepared_by",
    "prepared_at",
    "programme_by",
    "programme_at",
    "finance_by",
    "finance_at",
    "exported_at",
    "paid_on",
    "dropped_at",
];

/// The columns.
pub fn columns() -> Vec<Column> {
    Column::all(NAMES.map(str::to_owned).to_vec(), |name| {
        ["transfer", "amount", "paid_amount", "rate"].contains(&name)
    })
}

/// The cells of one transfer, in the order of [`columns`].
pub fn cells(line: &Line) -> Vec<String> {
    let at = |at: Option<Moment>| at.map(Moment::rfc3339).unwrap_or_default();
    let day = |day: Option<Day>| day.map(Day::iso).unwrap_or_default();
    let mut cells = vec![line.reference.to_owned()];
    cells.extend(names(line.organisation));
    cells.extend([
        line.position.to_string(),
        line.amount.currency.code().to_owned(),
        line.amount.decimal(),
        line.paid.currency.code().to_owned(),
        line.paid.decimal(),
        line.rate.map(Rate::decimal).unwrap_or_default(),
        day(line.rate_day),
        line.rate_source.to_owned(),
    ]);
    for (by, when) in line.acts {
        let name = by.and_then(|by| line.names.get(&by));
        cells.extend([name.cloned().unwrap_or_default(), at(when)]);
    }
    cells.extend([at(line.exported_at), day(line.paid_on), at(line.dropped_at)]);
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Currency;

    const ID: &str = "0193a1b2-0000-7000-8000-000000000001";

    #[test]
    fn a_row_has_a_cell_for_each_column() {
        let organisation = Organisation {
            id: ID.parse().unwrap(),
            name_latin: "=Olive".to_owned(),
            name_arabic: String::new(),
            name_hebrew: String::new(),
            base: "gaza".to_owned(),
            community: "palestinian".to_owned(),
            legal_form: String::new(),
            website: String::new(),
            registrations: Vec::new(),
            code_name: None,
        };
        let by: AccountId = ID.parse().unwrap();
        let at = Moment::from_micros(1_790_000_000_000_000);
        let line = Line {
            reference: "EH-1",
            organisation: &organisation,
            position: 2,
            amount: Money::new(1_250_050, Currency::USD),
            paid: Money::new(1_250_050, Currency::USD),
            rate: None,
            rate_day: None,
            rate_source: "",
            acts: [(Some(by), Some(at)), (None, None), (None, None)],
            exported_at: None,
            paid_on: Day::parse("2026-09-22").ok(),
            dropped_at: None,
            names: &BTreeMap::from([(by, "Noa".to_owned())]),
        };
        let pairs = columns().into_iter().zip(cells(&line));
        let told = pairs.filter(|(_, cell)| !cell.is_empty());
        let told: Vec<String> = told
            .map(|(one, cell)| format!("{}={cell}", one.name))
            .collect();
        let expected = "reference=EH-1|organisation==Olive|base=gaza|community=palestinian|\
            transfer=2|currency=USD|amount=12500.50|paid_currency=USD|paid_amount=12500.50|\
            prepared_by=Noa|prepared_at=2026-09-21T14:13:20Z|paid_on=2026-09-22";
        assert_eq!(told.join("|"), expected);
        assert_eq!(cells(&line).len(), columns().len());
    }
}
