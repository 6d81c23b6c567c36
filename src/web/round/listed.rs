//! One page of a round's applications as staff see them in lists: whose they are
//! and how far their reviews have come.

use std::collections::BTreeMap;

use crate::domain::organisation::Organisation;
use crate::domain::{ApplicationId, OrganisationId};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::application::{self, ApplicationRow, Filter};
use crate::store::assignment::{self, Progress};
use crate::store::{Reader, StoreError, organisation};

/// Applications on one page.
const PAGE: usize = 50;

/// A page of applications with what every list says of them.
pub struct Listed {
    pub rows: Vec<ApplicationRow>,
    /// There are more after these.
    pub more: bool,
    organisations: BTreeMap<OrganisationId, Organisation>,
    progress: BTreeMap<ApplicationId, Progress>,
}

impl Listed {
    /// The applications after `before`; `others` are shown beside them and have
    /// their organisations loaded too.
    pub fn load(
        reader: &mut Reader,
        reach: Reach,
        (filter, before): (&Filter, Option<ApplicationId>),
        others: &[ApplicationRow],
    ) -> Result<Self, StoreError> {
        let mut rows = application::list(reader, reach, filter, before, PAGE as i64 + 1)?;
        let more = rows.len() > PAGE;
        rows.truncate(PAGE);
        let ids: Vec<ApplicationId> = rows.iter().map(|row| row.id).collect();
        let owners = rows.iter().chain(others).map(|row| row.organisation_id);
        let owners: Vec<OrganisationId> = owners.collect();
        let organisations = organisation::by_ids(reader, &owners)?;
        Ok(Self {
            organisations: organisations.into_iter().map(|o| (o.id, o)).collect(),
            progress: assignment::progress(reader, &ids)?,
            rows,
            more,
        })
    }

    /// Ids of the applications.
    pub fn ids(&self) -> Vec<ApplicationId> {
        self.rows.iter().map(|row| row.id).collect()
    }

    /// Whose an application is.
    pub fn owner(&self, row: &ApplicationRow) -> Option<&Organisation> {
        self.organisations.get(&row.organisation_id)
    }

    /// The owner's name for a reader.
    pub fn owner_name(&self, t: Locale, row: &ApplicationRow) -> String {
        let owner = self.owner(row);
        owner.map_or("", |o| o.name(t.language())).to_owned()
    }

    /// "2 of 3" reviews; empty when nobody is assigned.
    pub fn reviews(&self, t: Locale, row: &ApplicationRow) -> String {
        let progress = self.progress.get(&row.id);
        progress.map_or_else(String::new, |progress| super::reviews(t, *progress))
    }
}
