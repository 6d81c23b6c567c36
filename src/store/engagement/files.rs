//! Files of an organisation's applications that entries of its log point at.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::super::application::reachable;
use super::super::attachment::named;
use super::super::conflict::StoreError;
use super::super::connection::Reader;
use super::super::envelope::Ring;
use super::super::schema::{applications, attachments, engagement_files};
use super::super::sealed_answers::Keys;
use crate::domain::{ApplicationId, EngagementId, FileId, OrganisationId};
use crate::policy::Reach;

/// A file that can be pointed at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    pub id: FileId,
    pub application: ApplicationId,
    pub reference: String,
    pub name: String,
}

type Columns = (FileId, ApplicationId, String, String, Option<String>);

fn file(
    keys: Keys,
    (id, application, reference, name, sealed): Columns,
) -> Result<Offered, StoreError> {
    let (name, _) = named((sealed.as_deref(), name), keys, (application, id))?;
    Ok(Offered {
        id,
        application,
        reference,
        name,
    })
}

/// Most files that are offered, the latest ones.
const MOST: i64 = 200;

/// The files that an organisation sent with applications within reach, latest first.
/// What was taken off before it was sent is not among them.
pub fn offered(
    reader: &mut Reader,
    reach: Reach,
    organisation: OrganisationId,
) -> Result<Vec<Offered>, StoreError> {
    let sent: Vec<ApplicationId> = reachable(reach)
        .filter(applications::organisation_id.eq(organisation))
        .select(applications::id)
        .load(reader.connection())?;
    let of = applications::id.eq(attachments::application_id);
    let found: Vec<Columns> = attachments::table
        .inner_join(applications::table.on(of))
        .filter(attachments::application_id.eq_any(sent))
        .filter(attachments::removed_at.is_null())
        .order(attachments::id.desc())
        .limit(MOST)
        .select((
            attachments::id,
            attachments::application_id,
            applications::reference,
            attachments::name,
            attachments::sealed,
        ))
        .load(reader.connection())?;
    let ring = Ring::of(reader, found.iter().filter_map(|one| one.4.as_deref()))?;
    let keys = (reader.vault(), &ring);
    found.into_iter().map(|one| file(keys, one)).collect()
}

/// The files that versions of these entries point at.
pub fn pointed_at(
    reader: &mut Reader,
    entries: &[EngagementId],
) -> Result<BTreeMap<(EngagementId, i32), Vec<Offered>>, StoreError> {
    type Found = (EngagementId, i32, Columns);
    let of = applications::id.eq(attachments::application_id);
    let found: Vec<Found> = engagement_files::table
        .inner_join(attachments::table)
        .inner_join(applications::table.on(of))
        .filter(engagement_files::engagement_id.eq_any(entries.to_vec()))
        .order(attachments::id)
        .select((
            engagement_files::engagement_id,
            engagement_files::version,
            (
                attachments::id,
                attachments::application_id,
                applications::reference,
                attachments::name,
                attachments::sealed,
            ),
        ))
        .load(reader.connection())?;
    let ring = Ring::of(reader, found.iter().filter_map(|one| one.2.4.as_deref()))?;
    let keys = (reader.vault(), &ring);
    let mut files: BTreeMap<(EngagementId, i32), Vec<Offered>> = BTreeMap::new();
    for (entry, version, columns) in found {
        let one = file(keys, columns)?;
        files.entry((entry, version)).or_default().push(one);
    }
    Ok(files)
}
