//! How money from the United States may reach an organisation; the latest counts.

use diesel::prelude::*;

use crate::domain::legal_status::{NewPathway, PathwayItem, UsPathway};
use crate::domain::{Moment, OrganisationId, UsPathwayId};
use crate::policy::legal_status::MayCheckPapers;
use crate::store::conflict::StoreError;
use crate::store::connection::{MultiBackend, Reader, Tx, mint};
use crate::store::schema::{accounts, us_pathways};
use crate::store::sealed_columns::{Cells, of_organisation as sealed_of};

/// Records of one organisation that are listed at most.
const MOST: i64 = 50;

/// A record, with the name of who made it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = us_pathways, check_for_backend(MultiBackend))]
pub struct PathwayRow {
    pub pathway: UsPathway,
    held: String,
    pub note: String,
    pub recorded_at: Moment,
    #[diesel(select_expression = accounts::name)]
    pub recorded_by: String,
}

impl PathwayRow {
    /// What the file holds.
    pub fn held(&self) -> Vec<PathwayItem> {
        PathwayItem::list(&self.held)
    }
}

/// Every record of an organisation, latest first.
pub fn of_organisation(
    reader: &mut Reader,
    organisation: OrganisationId,
) -> Result<Vec<PathwayRow>, StoreError> {
    let found: Vec<(UsPathwayId, PathwayRow)> = us_pathways::table
        .inner_join(accounts::table)
        .filter(us_pathways::organisation_id.eq(organisation))
        .order(us_pathways::id.desc())
        .limit(MOST)
        .select((us_pathways::id, PathwayRow::as_select()))
        .load(reader.connection())?;
    let (ids, mut rows): (Vec<UsPathwayId>, Vec<PathwayRow>) = found.into_iter().unzip();
    let mut cells = Cells::of("us_pathways");
    for (id, row) in ids.iter().zip(&mut rows) {
        cells.add(&[id.as_str()], [("note", &mut row.note)]);
    }
    cells.open(reader)?;
    Ok(rows)
}

/// Keeps a record of the capability's organisation.
pub fn insert(tx: &mut Tx, may: &MayCheckPapers, new: &NewPathway) -> Result<(), StoreError> {
    let (id, now): (UsPathwayId, _) = (mint(), tx.now());
    let sealed = sealed_of(tx, may.organisation(), ("us_pathways", &[id.as_str()]))?;
    let held: Vec<&str> = new.held.iter().map(|item| item.code()).collect();
    diesel::insert_into(us_pathways::table)
        .values((
            us_pathways::id.eq(id),
            us_pathways::organisation_id.eq(may.organisation()),
            us_pathways::pathway.eq(new.pathway),
            us_pathways::held.eq(held.join(" ")),
            us_pathways::note.eq(sealed.seal("note", &new.note)?),
            us_pathways::recorded_by.eq(may.by()),
            us_pathways::recorded_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}
