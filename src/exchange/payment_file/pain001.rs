//! `pain.001.001.09`: the elements that the standard requires and banks ask for, in the
//! order of its schema. One block of payments for each currency.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::{Order, Transfer, control_sum, currencies};
use crate::domain::Money;

const NAMESPACE: &str = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
/// Longest name, and longest text for the receiver.
const TEXT_MOST: usize = 140;

type Out = Writer<Vec<u8>>;

/// Writes the order as XML.
pub fn write(order: &Order) -> io::Result<Vec<u8>> {
    let mut out = Writer::new_with_indent(Vec::new(), b' ', 1);
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let mut document = BytesStart::new("Document");
    document.push_attribute(("xmlns", NAMESPACE));
    out.write_event(Event::Start(document))?;
    within(&mut out, "CstmrCdtTrfInitn", |out| {
        header(out, order)?;
        for (number, currency) in currencies(order).into_iter().enumerate() {
            let own = order.transfers.iter();
            let own: Vec<&Transfer> = own.filter(|one| one.amount.currency == currency).collect();
            payments(out, order, (number + 1, &own))?;
        }
        Ok(())
    })?;
    out.write_event(Event::End(BytesEnd::new("Document")))?;
    Ok(out.into_inner())
}

fn header(out: &mut Out, order: &Order) -> io::Result<()> {
    within(out, "GrpHdr", |out| {
        text(out, "MsgId", &order.id)?;
        text(out, "CreDtTm", &order.made_at.rfc3339())?;
        text(out, "NbOfTxs", &order.transfers.len().to_string())?;
        let amounts = order.transfers.iter().map(|one| &one.amount);
        text(out, "CtrlSum", &control_sum(amounts))?;
        within(out, "InitgPty", |out| {
            text(out, "Nm", &cut(&order.payer.name))
        })
    })
}

fn payments(
    out: &mut Out,
    order: &Order,
    (number, transfers): (usize, &[&Transfer]),
) -> io::Result<()> {
    within(out, "PmtInf", |out| {
        text(out, "PmtInfId", &format!("{}-{number}", order.id))?;
        text(out, "PmtMtd", "TRF")?;
        text(out, "NbOfTxs", &transfers.len().to_string())?;
        let amounts = transfers.iter().map(|one| &one.amount);
        text(out, "CtrlSum", &control_sum(amounts))?;
        within(out, "ReqdExctnDt", |out| text(out, "Dt", &order.day.iso()))?;
        party(out, "Dbtr", &order.payer.name)?;
        account(out, "DbtrAcct", &order.payer.iban)?;
        within(out, "DbtrAgt", |out| agent(out, &order.payer.bic))?;
        // Each side bears its own charges.
        text(out, "ChrgBr", "SHAR")?;
        for one in transfers {
            transfer(out, one)?;
        }
        Ok(())
    })
}

fn transfer(out: &mut Out, one: &Transfer) -> io::Result<()> {
    within(out, "CdtTrfTxInf", |out| {
        within(out, "PmtId", |out| text(out, "EndToEndId", &one.id))?;
        within(out, "Amt", |out| amount(out, one.amount))?;
        if !one.bic.is_empty() {
            within(out, "CdtrAgt", |out| agent(out, &one.bic))?;
        }
        party(out, "Cdtr", &one.holder)?;
        account(out, "CdtrAcct", &one.iban)?;
        within(out, "RmtInf", |out| text(out, "Ustrd", &cut(&one.about)))
    })
}

fn amount(out: &mut Out, money: Money) -> io::Result<()> {
    let mut start = BytesStart::new("InstdAmt");
    start.push_attribute(("Ccy", money.currency.code()));
    out.write_event(Event::Start(start))?;
    out.write_event(Event::Text(BytesText::new(&money.decimal())))?;
    out.write_event(Event::End(BytesEnd::new("InstdAmt")))
}

fn party(out: &mut Out, role: &str, name: &str) -> io::Result<()> {
    within(out, role, |out| text(out, "Nm", &cut(name)))
}

fn account(out: &mut Out, role: &str, iban: &str) -> io::Result<()> {
    within(out, role, |out| {
        within(out, "Id", |out| text(out, "IBAN", iban))
    })
}

/// A bank; the standard has a word for one that was not told.
fn agent(out: &mut Out, bic: &str) -> io::Result<()> {
    within(out, "FinInstnId", |out| match bic {
        "" => within(out, "Othr", |out| text(out, "Id", "NOTPROVIDED")),
        bic => text(out, "BICFI", bic),
    })
}

fn within(
    out: &mut Out,
    name: &str,
    inside: impl FnOnce(&mut Out) -> io::Result<()>,
) -> io::Result<()> {
    out.write_event(Event::Start(BytesStart::new(name)))?;
    inside(out)?;
    out.write_event(Event::End(BytesEnd::new(name)))
}

fn text(out: &mut Out, name: &str, text: &str) -> io::Result<()> {
    within(out, name, |out| {
        out.write_event(Event::Text(BytesText::new(text)))
    })
}

fn cut(text: &str) -> String {
    // XML knows no such letters.
    let sound = text
        .chars()
        .filter(|c| !matches!(c, '\u{FFFE}' | '\u{FFFF}'));
    sound.take(TEXT_MOST).collect()
}
