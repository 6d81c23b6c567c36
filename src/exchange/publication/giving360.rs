//! The 360Giving Data Standard 1.4: one JSON package of grants
//! (<https://standard.threesixtygiving.org/>).

use std::io::{self, BufWriter, Write};

use serde_json::{Value, json};

use super::{About, named};
use crate::domain::publication::Grant;

/// Version of the package as its schema asks for it: major and minor.
const VERSION: &str = "1.4";

/// A package that is being written.
pub struct Package<'a, W: Write> {
    out: BufWriter<W>,
    about: About<'a>,
    first: bool,
}

impl<'a, W: Write> Package<'a, W> {
    /// Begins a package.
    pub fn begin(out: W, about: About<'a>) -> io::Result<Self> {
        let mut out = BufWriter::new(out);
        let head = json!({
            "version": VERSION,
            "title": about.title,
            "issued": about.written_at.day("UTC").iso(),
            "publisher": {
                "name": about.funder.name,
                "identifier": about.funder.identifier,
            },
        });
        let head = head.to_string();
        // The grants follow in the same object.
        let open = head.strip_suffix('}').unwrap_or(&head);
        write!(out, "{open},\"grants\":[")?;
        Ok(Self {
            out,
            about,
            first: true,
        })
    }

    /// Adds a grant.
    pub fn grant(&mut self, grant: &Grant, community: &str) -> io::Result<()> {
        let value = self.value(grant, community)?;
        let before: &[u8] = if self.first { b"\n" } else { b",\n" };
        self.first = false;
        self.out.write_all(before)?;
        serde_json::to_writer(&mut self.out, &value)?;
        Ok(())
    }

    fn value(&self, grant: &Grant, community: &str) -> io::Result<Value> {
        let (id, name) = named(&grant.recipient, self.about.anonymous);
        let funder = self.about.funder;
        let mut value = json!({
            "id": grant.id,
            "title": grant.title,
            "description": grant.description,
            "currency": grant.amount.currency.code(),
            "amountAwarded": number(&grant.amount.decimal())?,
            "awardDate": grant.day.iso(),
            "recipientOrganization": [{ "id": id, "name": name }],
            "fundingOrganization": [{ "id": funder.identifier, "name": funder.name }],
            "grantProgramme": [{ "code": grant.programme.0, "title": grant.programme.1 }],
            "fromOpenCall": "Yes",
            "classifications": [{
                "vocabulary": "Community",
                "code": grant.community,
                "title": community,
            }],
        });
        if let (Some(country), Some(all)) = (grant.country, value.as_object_mut()) {
            let place = json!([{ "countryCode": country }]);
            all.insert("beneficiaryLocation".to_owned(), place);
        }
        Ok(value)
    }

    /// Ends the package.
    pub fn end(mut self) -> io::Result<()> {
        self.out.write_all(b"\n]}\n")?;
        self.out.flush()
    }
}

/// A plain decimal as a JSON number, which prints the same digits: amounts are below
/// what a binary number holds to the cent.
fn number(decimal: &str) -> io::Result<Value> {
    if let Ok(whole) = decimal.parse::<i64>() {
        return Ok(whole.into());
    }
    let number: f64 = decimal.parse().map_err(io::Error::other)?;
    Ok(number.into())
}
