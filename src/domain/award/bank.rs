//! Where the money of an award goes. Numbers of accounts are never printed whole but
//! by who asks for exactly that.

use iban::{Iban, IbanLike};

use crate::domain::numerals::{one_line, western};
use crate::domain::{Message, Problems};

/// Most letters of a holder: what ISO 20022 takes for a name.
const HOLDER_MOST: usize = 140;
const BANK_MOST: usize = 140;

/// An account as typed.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct BankText {
    pub holder: String,
    pub bank: String,
    pub iban: String,
    pub bic: String,
}

/// An account that money can go to.
#[derive(Clone, PartialEq, Eq)]
pub struct Bank {
    pub holder: String,
    pub bank: String,
    /// Without spaces, proven by its check digits (ISO 13616, modulo 97).
    pub iban: String,
    /// Eight or eleven letters, or nothing.
    pub bic: String,
}

impl std::fmt::Debug for Bank {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.masked())
    }
}

impl Bank {
    /// Country and last four signs: `PS •••• 6702`.
    pub fn masked(&self) -> String {
        let country = self.iban.get(..2).unwrap_or_default();
        let last = self.iban.len().saturating_sub(4);
        let last = self.iban.get(last..).unwrap_or_default();
        format!("{country} •••• {last}")
    }
}

impl BankText {
    /// Reads every field.
    pub fn read(&self) -> Result<Bank, Problems> {
        let mut problems = Problems::default();
        let holder = problems.take("holder", line(&self.holder, HOLDER_MOST));
        let bank = problems.take("bank", line(&self.bank, BANK_MOST));
        let iban = match self.iban.trim() {
            "" => Err(Message::new("error-required")),
            typed => read_iban(typed),
        };
        let iban = problems.take("iban", iban);
        let bic = match self.bic.trim() {
            "" => Ok(String::new()),
            bic => read_bic(bic),
        };
        let bic = problems.take("bic", bic);
        match (holder, bank, iban, bic) {
            (Some(holder), Some(bank), Some(iban), Some(bic)) => Ok(Bank {
                holder,
                bank,
                iban,
                bic,
            }),
            _ => Err(problems),
        }
    }
}

fn line(text: &str, most: usize) -> Result<String, Message> {
    let line = one_line(text);
    match line.chars().count() {
        0 => Err(Message::new("error-required")),
        n if n > most => {
            let most = i64::try_from(most).unwrap_or(i64::MAX);
            Err(Message::new("error-too-long").with("most", most))
        }
        _ => Ok(line),
    }
}

/// An IBAN without spaces; form and check digits are those of its country.
pub fn read_iban(text: &str) -> Result<String, Message> {
    let plain = western(text).to_ascii_uppercase();
    let plain: String = plain.chars().filter(char::is_ascii_alphanumeric).collect();
    let iban: Iban = plain.parse().map_err(|_| Message::new("error-iban"))?;
    Ok(iban.electronic_str().to_owned())
}

/// A BIC (ISO 9362) in capitals: institution, country, place and perhaps branch.
pub fn read_bic(text: &str) -> Result<String, Message> {
    let bic = text.trim().to_ascii_uppercase();
    let sound = matches!(bic.len(), 8 | 11)
        && bic.bytes().enumerate().all(|(at, byte)| match at {
            4 | 5 => byte.is_ascii_uppercase(),
            _ => byte.is_ascii_uppercase() || byte.is_ascii_digit(),
        });
    sound
        .then_some(bic)
        .ok_or_else(|| Message::new("error-bic"))
}
