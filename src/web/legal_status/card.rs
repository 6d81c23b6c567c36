//! The legal status in short, beside an application.

use super::{place, words};
use crate::actions::legal_status::behind;
use crate::domain::legal_status::DocumentKind;
use crate::domain::{Moment, OrganisationId};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::application::ApplicationRow;
use crate::store::legal_status::{self, Behind, DocumentRow};
use crate::store::{Reader, StoreError, organisation};
use crate::web::ui::{Badge, Link};

/// What is known of who stands behind an application.
pub struct Card {
    pub behind: Behind,
    /// Whose papers count; nobody's where they are out of reach.
    pub bearer: Option<OrganisationId>,
    /// The looks at its certificate, latest first.
    pub looks: Vec<DocumentRow>,
}

impl Card {
    /// Reads it for an application within reach.
    pub fn read(
        reader: &mut Reader,
        reach: Reach,
        row: &ApplicationRow,
        now: Moment,
    ) -> Result<Self, StoreError> {
        let behind = behind(reader, row, now)?;
        let bearer = match behind.bearer(row.organisation_id) {
            Some(id) => organisation::find(reader, reach, id)?.map(|one| one.id),
            None => None,
        };
        let looks = match bearer {
            Some(id) => legal_status::history(reader, id, DocumentKind::Registration)?,
            None => Vec::new(),
        };
        Ok(Self {
            behind,
            bearer,
            looks,
        })
    }

    /// What it comes to.
    pub fn badge(&self, t: Locale) -> Badge {
        words::standing(t, self.behind.backing.best())
    }

    /// Where all papers are.
    pub fn link(&self, t: Locale) -> Option<Link> {
        let to = |id| Link::new(place(id), t.say("standing-all-papers"));
        self.bearer.map(to)
    }
}
