//! Transfers for the bank: as a sheet, and as a customer credit transfer initiation of
//! ISO 20022. Knows neither awards nor who approved.

mod pain001;
#[cfg(test)]
mod tests;

pub use pain001::write as write_pain001;

use std::io::{self, Write};

use super::csv_export::Sheet;
use crate::domain::moment::Day;
use crate::domain::{Currency, Moment, Money};

/// Whose account pays.
#[derive(Clone, PartialEq, Eq)]
pub struct Payer {
    pub name: String,
    pub iban: String,
    /// Empty where it is not told.
    pub bic: String,
}

/// One transfer.
#[derive(Clone, PartialEq, Eq)]
pub struct Transfer {
    /// At most 35 letters and digits, its own for each transfer.
    pub id: String,
    /// What the receiver reads.
    pub about: String,
    pub amount: Money,
    pub holder: String,
    pub bank: String,
    pub iban: String,
    pub bic: String,
}

/// A file of transfers: at least one.
#[derive(Clone, PartialEq, Eq)]
pub struct Order {
    /// At most 32 letters and digits, its own for each file.
    pub id: String,
    pub made_at: Moment,
    /// The day on which the bank is to execute it.
    pub day: Day,
    pub payer: Payer,
    pub transfers: Vec<Transfer>,
}

/// The columns of the sheet, named for programs.
const COLUMNS: [&str; 9] = [
    "id",
    "about",
    "holder",
    "bank",
    "iban",
    "bic",
    "amount",
    "currency",
    "execution_day",
];

/// Writes the order as CSV; what a spreadsheet would take for a formula is defused.
pub fn write_csv(order: &Order, out: impl Write) -> io::Result<()> {
    let header = COLUMNS.map(str::to_owned);
    let mut sheet = Sheet::begin(out, true, &header)?;
    for one in &order.transfers {
        sheet.row(&[
            one.id.clone(),
            one.about.clone(),
            one.holder.clone(),
            one.bank.clone(),
            one.iban.clone(),
            one.bic.clone(),
            one.amount.decimal(),
            one.amount.currency.code().to_owned(),
            order.day.iso(),
        ])?;
    }
    sheet.end()
}

/// The sum of amounts as a plain decimal, whatever their currencies: what ISO 20022
/// calls a control sum.
fn control_sum<'a>(amounts: impl Iterator<Item = &'a Money>) -> String {
    /// More than any currency has.
    const DECIMALS: u32 = 4;
    let scaled = |money: &Money| {
        let missing = DECIMALS.saturating_sub(money.currency.decimals());
        i128::from(money.minor) * 10_i128.pow(missing)
    };
    let sum: i128 = amounts.map(scaled).sum();
    let unit = 10_i128.pow(DECIMALS);
    let fraction = format!("{:04}", sum % unit);
    match fraction.trim_end_matches('0') {
        "" => (sum / unit).to_string(),
        digits => format!("{}.{digits}", sum / unit),
    }
}

/// The currencies of an order, each once, in the order of their codes.
fn currencies(order: &Order) -> Vec<Currency> {
    let mut all: Vec<Currency> = order
        .transfers
        .iter()
        .map(|one| one.amount.currency)
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}
