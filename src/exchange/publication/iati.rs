//! The IATI activity standard 2.03: one activity a grant, its elements in the order of
//! the schema (<https://iatistandard.org/en/iati-standard/203/>).

use std::io::{self, BufWriter, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::{About, named};
use crate::domain::award::AwardState;
use crate::domain::publication::{Funder, Grant, Recipient};

/// Codes of the standard: an organisation that is a foundation; a national one without
/// government; funding and implementing; actual start and end; commitment; "Middle
/// East, regional", which stands for a country that is not told; the DAC’s lists.
const FOUNDATION: &str = "60";
const NATIONAL_NGO: &str = "22";
const FUNDING: &str = "1";
const IMPLEMENTING: &str = "4";
const ACTUAL_START: &str = "2";
const ACTUAL_END: &str = "4";
const COMMITMENT: &str = "2";
const MIDDLE_EAST: &str = "589";
const DAC: &str = "1";

/// A file that is being written.
pub struct Activities<'a, W: Write> {
    xml: Writer<BufWriter<W>>,
    about: About<'a>,
}

type Attributes<'a> = &'a [(&'a str, &'a str)];

impl<'a, W: Write> Activities<'a, W> {
    /// Begins a file.
    pub fn begin(out: W, about: About<'a>) -> io::Result<Self> {
        let mut xml = Writer::new(BufWriter::new(out));
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        let at = about.written_at.rfc3339();
        let mut this = Self { xml, about };
        this.open(
            "iati-activities",
            &[("version", "2.03"), ("generated-datetime", &at)],
        )?;
        Ok(this)
    }

    fn open(&mut self, name: &str, attributes: Attributes) -> io::Result<()> {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.xml.write_event(Event::Start(start))
    }

    fn close(&mut self, name: &str) -> io::Result<()> {
        self.xml.write_event(Event::End(BytesEnd::new(name)))
    }

    fn empty(&mut self, name: &str, attributes: Attributes) -> io::Result<()> {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.xml.write_event(Event::Empty(start))
    }

    fn text(&mut self, name: &str, attributes: Attributes, text: &str) -> io::Result<()> {
        self.open(name, attributes)?;
        let text = printable(text);
        self.xml.write_event(Event::Text(BytesText::new(&text)))?;
        self.close(name)
    }

    /// An element that holds nothing but words.
    fn narrative(&mut self, name: &str, attributes: Attributes, text: &str) -> io::Result<()> {
        self.open(name, attributes)?;
        self.text("narrative", &[], text)?;
        self.close(name)
    }

    /// Adds a grant.
    pub fn grant(&mut self, grant: &Grant) -> io::Result<()> {
        let funder: &Funder = self.about.funder;
        let language = self.about.language;
        let (day, at) = (grant.day.iso(), self.about.written_at.rfc3339());
        let (amount, currency) = (grant.amount.decimal(), grant.amount.currency);
        let begin = [
            ("default-currency", currency.code()),
            ("last-updated-datetime", at.as_str()),
            ("xml:lang", language),
        ];
        self.open("iati-activity", &begin)?;
        let id = format!("{}-{}", funder.identifier, grant.id);
        self.text("iati-identifier", &[], &id)?;
        let us = [("ref", funder.identifier.as_str()), ("type", FOUNDATION)];
        self.narrative("reporting-org", &us, &funder.name)?;
        self.narrative("title", &[], &grant.title)?;
        self.narrative("description", &[("type", "1")], &grant.description)?;
        let funding = [("role", FUNDING), us[0], us[1]];
        self.narrative("participating-org", &funding, &funder.name)?;
        self.recipient(grant)?;
        self.empty("activity-status", &[("code", status(grant.state))])?;
        let start = [("type", ACTUAL_START), ("iso-date", day.as_str())];
        self.empty("activity-date", &start)?;
        if let Some(ended) = grant.ended {
            let day = ended.iso();
            let end = [("type", ACTUAL_END), ("iso-date", day.as_str())];
            self.empty("activity-date", &end)?;
        }
        match grant.country {
            Some(country) => {
                let all = [("code", country), ("percentage", "100")];
                self.empty("recipient-country", &all)?;
            }
            None => {
                let region = [
                    ("code", MIDDLE_EAST),
                    ("vocabulary", DAC),
                    ("percentage", "100"),
                ];
                self.empty("recipient-region", &region)?;
            }
        }
        let sector = [
            ("vocabulary", DAC),
            ("code", &funder.sector),
            ("percentage", "100"),
        ];
        self.empty("sector", &sector)?;
        self.commitment((&day, &amount, currency.code()))?;
        self.close("iati-activity")
    }

    fn recipient(&mut self, grant: &Grant) -> io::Result<()> {
        let (id, name) = named(&grant.recipient, self.about.anonymous);
        let (role, kind) = (("role", IMPLEMENTING), ("type", NATIONAL_NGO));
        match grant.recipient {
            Recipient::Anonymous { .. } => self.narrative("participating-org", &[role, kind], name),
            Recipient::Named { .. } => {
                self.narrative("participating-org", &[role, ("ref", id), kind], name)
            }
        }
    }

    fn commitment(&mut self, (day, amount, currency): (&str, &str, &str)) -> io::Result<()> {
        self.open("transaction", &[])?;
        self.empty("transaction-type", &[("code", COMMITMENT)])?;
        self.empty("transaction-date", &[("iso-date", day)])?;
        let value = [("currency", currency), ("value-date", day)];
        self.text("value", &value, amount)?;
        self.close("transaction")
    }

    /// Ends the file.
    pub fn end(mut self) -> io::Result<()> {
        self.close("iati-activities")?;
        let mut out = self.xml.into_inner();
        out.write_all(b"\n")?;
        out.flush()
    }
}

/// Code of the list ActivityStatus: implementation, finalisation (paid, with reports
/// open), closed, cancelled.
fn status(state: AwardState) -> &'static str {
    match state {
        AwardState::Agreement | AwardState::Disbursements => "2",
        AwardState::Reports => "3",
        AwardState::Closed => "4",
        AwardState::Cancelled => "5",
    }
}

/// A text without what XML 1.0 can't hold.
fn printable(text: &str) -> String {
    let held = |c: char| {
        let control = c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{7f}'..='\u{9f}');
        if control || matches!(c, '\u{fffe}' | '\u{ffff}') {
            char::REPLACEMENT_CHARACTER
        } else {
            c
        }
    };
    text.chars().map(held).collect()
}
