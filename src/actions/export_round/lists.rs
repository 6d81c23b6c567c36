//! The tables that stand in order of time.

use std::collections::BTreeMap;
use std::io::Write;

use super::places::sent;
use super::rows::deciders;
use super::{PAGE, Run, Unfinished};
use crate::domain::organisation::Organisation;
use crate::domain::{ApplicationId, DecisionId, OrganisationId};
use crate::exchange::csv_export::{applications, awards, events};
use crate::policy::Reach;
use crate::store::application::{self, ApplicationRow, Filter};
use crate::store::{
    AuditEvent, PageAfter, Reader, StoreError, audit_of_round, award, decision, organisation,
    publication,
};

/// An application with its organisation.
pub type Owned = (ApplicationRow, Organisation);

/// Applications with their organisations, a page at a time, the latest first.
pub struct Pages {
    pub reach: Reach,
    pub filter: Filter,
    /// The last one that was read.
    pub before: Option<ApplicationId>,
    /// Applications on a page.
    pub limit: usize,
}

impl Pages {
    /// The next page; nothing behind the last.
    pub fn next(&mut self, reader: &mut Reader) -> Result<Option<Vec<Owned>>, StoreError> {
        let limit = i64::try_from(self.limit).unwrap_or(i64::MAX);
        let rows = application::list(reader, self.reach, &self.filter, self.before, limit)?;
        let Some(last) = rows.last() else {
            return Ok(None);
        };
        self.before = Some(last.id);
        let owners: Vec<OrganisationId> = rows.iter().map(|row| row.organisation_id).collect();
        let owners = organisation::by_ids(reader, &owners)?.into_iter();
        let owners: BTreeMap<OrganisationId, Organisation> =
            owners.map(|one| (one.id, one)).collect();
        let with_owner = rows.into_iter().filter_map(|row| {
            let owner = owners.get(&row.organisation_id)?.clone();
            Some((row, owner))
        });
        Ok(Some(with_owner.collect()))
    }
}

impl<W: Write + Send> Run<'_, W> {
    fn pages(&self, filter: Filter) -> Pages {
        Pages {
            reach: self.export.reach,
            filter,
            before: None,
            limit: PAGE,
        }
    }

    pub fn applications(&mut self) -> Result<(), Unfinished> {
        let mut pages = self.pages(sent(self.export.round.id));
        while let Some(page) = pages.next(self.reader)? {
            self.page_of_applications(&page)?;
        }
        Ok(())
    }

    pub fn page_of_applications(&mut self, page: &[Owned]) -> Result<(), Unfinished> {
        for (row, owner) in page {
            let line = applications::Line {
                reference: &row.reference,
                title: &row.title,
                organisation: owner,
                status: row.status,
                stage: row.stage,
                submitted_at: row.submitted_at,
                late: row.late,
                currency: self.export.round.currency,
                requested_minor: row.requested_minor,
                conversion: row.conversion(),
            };
            self.sheet.row(&applications::cells(&line))?;
        }
        Ok(())
    }

    pub fn awards(&mut self) -> Result<(), Unfinished> {
        // While an award is decided anew its application is not among the decided ones.
        let mut pages = self.pages(sent(self.export.round.id));
        while let Some(page) = pages.next(self.reader)? {
            self.page_of_awards(&page)?;
        }
        Ok(())
    }

    pub fn page_of_awards(&mut self, page: &[Owned]) -> Result<(), Unfinished> {
        let ids: Vec<ApplicationId> = page.iter().map(|(row, _)| row.id).collect();
        let decided = decision::told_awards(self.reader, self.export.reach, &ids)?;
        let opened = decided.values().flatten().map(|one| one.id);
        let opened: Vec<DecisionId> = opened.collect();
        let awards = award::of_decisions(self.reader, &opened)?;
        let paid = award::paid_of_decisions(self.reader, &opened)?;
        self.meet(decided.values().flatten().flat_map(deciders))?;
        let published = publication::of_applications(self.reader, &ids)?;
        let own = |row: &ApplicationRow| decided.get(&row.id).into_iter().flatten();
        let told = page
            .iter()
            .flat_map(|(row, owner)| own(row).map(move |one| (row, owner, one)));
        for (row, owner, told) in told {
            let line = awards::Line {
                reference: &row.reference,
                title: &row.title,
                organisation: owner,
                currency: self.export.round.currency,
                decision: told,
                state: awards.get(&told.id).map_or("", |one| one.state.code()),
                paid_minor: paid.get(&told.id).copied().unwrap_or(0),
                publication: published.get(&row.id).copied().unwrap_or_default(),
                names: &self.names,
            };
            self.sheet.row(&awards::cells(&line))?;
        }
        Ok(())
    }

    pub fn events(&mut self) -> Result<(), Unfinished> {
        let (reach, round) = (self.export.reach, self.export.round.id);
        let (mut after, mut number) = (0, 0);
        loop {
            let page = audit_of_round(
                self.reader,
                reach,
                round,
                PageAfter::Event(after),
                PAGE as i64,
            )?;
            let Some(last) = page.last() else {
                return Ok(());
            };
            after = last.seq;
            self.page_of_events(&page, number)?;
            number += page.len() as u64;
        }
    }

    /// Writes events, of which so many were written before.
    pub fn page_of_events(&mut self, page: &[AuditEvent], before: u64) -> Result<(), Unfinished> {
        self.meet(page.iter().filter_map(|event| event.actor_id))?;
        for (number, event) in (before + 1..).zip(page) {
            let actor = event.actor_id.and_then(|id| self.names.get(&id));
            self.sheet.row(&events::cells(&events::Line {
                number,
                at: event.at,
                actor: actor.map_or("", String::as_str),
                action: &event.action,
                object: (&event.object_kind, &event.object_id),
                before: &event.before_state,
                after: &event.after_state,
                request: &event.request_id,
            }))?;
        }
        Ok(())
    }
}
