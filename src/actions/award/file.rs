//! Files of transfers for the bank. A transfer stands in one file, and in another only
//! on purpose.

use std::io;

use super::note;
use crate::actions::Refusal;
use crate::domain::award::{read_bic, read_iban};
use crate::domain::moment::Day;
use crate::domain::numerals::one_line;
use crate::domain::{DisbursementId, Message, PaymentFileId, Problems};
use crate::exchange::payment_file::{Order, Payer, Transfer, write_csv, write_pain001};
use crate::policy::award::{MayExportPayments, stands};
use crate::policy::{Actor, Reach};
use crate::store::award::{self, Export};
use crate::store::{StoreError, Tx, mint, sha256};

/// What the bank reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Csv,
    /// ISO 20022, `pain.001.001.09`.
    Pain001,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 2] = [Self::Pain001, Self::Csv];

    /// Stored and posted code; also the ending of the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Pain001 => "xml",
        }
    }
}

/// What is asked for, as typed. Fields are named like these.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct FileText {
    pub format: String,
    pub day: String,
    pub payer: String,
    pub iban: String,
    pub bic: String,
    /// Transfers that stood in a file before go into this one too.
    pub again: bool,
    pub payments: Vec<DisbursementId>,
}

/// A file that was made.
pub struct Made {
    pub id: PaymentFileId,
    pub format: Format,
    pub bytes: Vec<u8>,
}

struct Read {
    format: Format,
    day: Day,
    payer: Payer,
}

/// Longest name of a payer.
const NAME_MOST: usize = 140;

impl FileText {
    fn read(&self) -> Result<Read, Problems> {
        let mut problems = Problems::default();
        if self.payments.is_empty() {
            problems.add("payment", Message::new("error-payment-choose"));
        }
        let format = Format::ALL
            .into_iter()
            .find(|one| one.code() == self.format);
        let format = problems.take("format", format.ok_or_else(|| Message::new("error-choice")));
        let day = problems.take("day", Day::parse(&self.day));
        let name = one_line(&self.payer);
        let name = match name.chars().count() {
            0 => Err(Message::new("error-required")),
            1..=NAME_MOST => Ok(name),
            _ => Err(Message::new("error-too-long").with("most", NAME_MOST as i64)),
        };
        let name = problems.take("payer", name);
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
        match (format, day, name, iban, bic) {
            (Some(format), Some(day), Some(name), Some(iban), Some(bic)) if problems.is_empty() => {
                Ok(Read {
                    format,
                    day,
                    payer: Payer { name, iban, bic },
                })
            }
            _ => Err(problems),
        }
    }
}

/// Makes a file of transfers within reach that both sides approved.
pub fn make_file(tx: &mut Tx, actor: &Actor, text: &FileText) -> Result<Made, Refusal> {
    let may = MayExportPayments::of(actor)?;
    let read = text.read()?;
    let found = award::find_payments(tx, (&may, Reach::staff(actor)), &text.payments)?;
    if found.len() != text.payments.len() {
        return Err(Refusal::Stale(Message::new("stale-disbursement")));
    }
    let mut transfers = found.iter().map(|one| &one.transfer);
    if let Some(one) = transfers.find(|one| stands(one.status).is_err()) {
        let message = Message::new("error-payment-anew").with("reference", one.reference.as_str());
        return Err(Refusal::field("payment", message));
    }
    if !text.again && found.iter().any(|one| one.transfer.exported_at.is_some()) {
        let message = Message::new("error-payment-again");
        return Err(Refusal::field("again", message));
    }
    let id: PaymentFileId = mint();
    let order = Order {
        id: letters(id.as_str()),
        made_at: tx.now(),
        day: read.day,
        payer: read.payer,
        transfers: found.iter().map(transfer).collect(),
    };
    let bytes = written(&order, read.format);
    let bytes = bytes.map_err(|problem| StoreError::Damaged(problem.to_string()))?;
    let print = sha256(&bytes);
    let ids: Vec<DisbursementId> = found.iter().map(|one| one.transfer.id).collect();
    award::export(tx, &may, (id, read.format.code(), &print), &ids)?;
    for Export { transfer: one, .. } in &found {
        let after = format!("{} {id}", read.format.code());
        note(
            tx,
            one.award,
            "export_disbursement",
            (one.id.as_str(), &after),
        )?;
    }
    Ok(Made {
        id,
        format: read.format,
        bytes,
    })
}

fn written(order: &Order, format: Format) -> io::Result<Vec<u8>> {
    match format {
        Format::Pain001 => write_pain001(order),
        Format::Csv => {
            let mut bytes = Vec::new();
            write_csv(order, &mut bytes)?;
            Ok(bytes)
        }
    }
}

/// An id without its hyphens: banks take 35 letters.
fn letters(id: &str) -> String {
    id.replace('-', "")
}

fn transfer(Export { transfer: one, to }: &Export) -> Transfer {
    Transfer {
        id: letters(one.id.as_str()),
        about: format!("{} / {}", one.reference, one.position),
        amount: one.paid(),
        holder: to.holder.clone(),
        bank: to.bank.clone(),
        iban: to.iban.clone(),
        bic: to.bic.clone(),
    }
}
