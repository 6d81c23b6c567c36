//! The table of transfers.

use std::collections::BTreeMap;
use std::io::Write;

use super::{PAGE, Run, Unfinished};
use crate::domain::organisation::Organisation;
use crate::domain::{Money, OrganisationId};
use crate::exchange::csv_export::payments;
use crate::store::disbursed::{self, Transfer};
use crate::store::organisation;

impl<W: Write + Send> Run<'_, W> {
    pub fn payments(&mut self) -> Result<(), Unfinished> {
        let (reach, round) = (self.export.reach, self.export.round.id);
        let mut after = None;
        loop {
            let page = disbursed::of_round(self.reader, reach, round, after, PAGE as i64)?;
            let Some((_, _, _, last)) = page.last() else {
                return Ok(());
            };
            after = Some(last.id);
            self.page_of_payments(&page)?;
        }
    }

    pub fn page_of_payments(&mut self, page: &[Transfer]) -> Result<(), Unfinished> {
        let owners: Vec<OrganisationId> = page.iter().map(|(_, owner, _, _)| *owner).collect();
        let owners = organisation::by_ids(self.reader, &owners)?.into_iter();
        let owners: BTreeMap<OrganisationId, Organisation> =
            owners.map(|one| (one.id, one)).collect();
        self.meet(page.iter().flat_map(|(_, _, _, row)| {
            let acts = [row.programme_by, row.finance_by];
            acts.into_iter().flatten().chain([row.prepared_by])
        }))?;
        for (reference, owner, currency, row) in page {
            let Some(owner) = owners.get(owner) else {
                continue;
            };
            let line = payments::Line {
                reference,
                organisation: owner,
                position: row.position,
                amount: Money::new(row.amount_minor, *currency),
                paid: row.paid(),
                rate: row.rate,
                rate_day: row.rate_day,
                rate_source: row.rate_source.as_deref().unwrap_or_default(),
                acts: [
                    (Some(row.prepared_by), Some(row.prepared_at)),
                    (row.programme_by, row.programme_at),
                    (row.finance_by, row.finance_at),
                ],
                exported_at: row.exported_at,
                paid_on: row.paid_on,
                dropped_at: row.dropped_at,
                names: &self.names,
            };
            self.sheet.row(&payments::cells(&line))?;
        }
        Ok(())
    }
}
