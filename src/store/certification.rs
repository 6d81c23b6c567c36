//! Certifications: who said that the answers are true, for which answers. All
//! are kept; the latest counts.

use diesel::prelude::*;

use super::application::find;
use super::conflict::StoreError;
use super::connection::{Reader, Tx, mint};
use super::schema::{accounts, certifications};
use super::sealed_columns::{Cells, of_application as sealed_of};
use crate::domain::certification::{Certification, Officer};
use crate::domain::{AccountId, ApplicationId, Moment};
use crate::policy::Reach;
use crate::policy::application::MayCertify;

/// A certification with the name of the account that gave or took it down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificationRow {
    pub given: Certification,
    pub account: String,
}

type Columns = (Named, bool, Moment, String, String);

/// A certification, and name and office of the officer.
type Named = (ApplicationId, String, String);

/// Opens names and offices.
fn open<'a>(
    reader: &mut Reader,
    officers: impl Iterator<Item = &'a mut Named>,
) -> Result<(), StoreError> {
    let mut cells = Cells::of("certifications");
    for (id, name, role) in officers {
        let texts = [("officer_name", name), ("officer_role", role)];
        cells.add(&[id.as_str()], texts);
    }
    cells.open(reader)
}

/// The latest certification of an application within reach.
pub fn latest(
    reader: &mut Reader,
    reach: Reach,
    application: ApplicationId,
) -> Result<Option<CertificationRow>, StoreError> {
    last(reader, reach, application, None)
}

/// The latest that covers answers of a digest, whatever was certified since.
pub fn covering(
    reader: &mut Reader,
    reach: Reach,
    application: ApplicationId,
    digest: &str,
) -> Result<Option<CertificationRow>, StoreError> {
    last(reader, reach, application, Some(digest))
}

fn last(
    reader: &mut Reader,
    reach: Reach,
    application: ApplicationId,
    digest: Option<&str>,
) -> Result<Option<CertificationRow>, StoreError> {
    if find(reader, reach, application)?.is_none() {
        return Ok(None);
    }
    let mut given = certifications::table
        .inner_join(accounts::table)
        .filter(certifications::application_id.eq(application))
        .into_boxed();
    if let Some(digest) = digest {
        given = given.filter(certifications::digest.eq(digest));
    }
    let mut found: Option<Columns> = given
        .order(certifications::id.desc())
        .select((
            (
                certifications::id,
                certifications::officer_name,
                certifications::officer_role,
            ),
            certifications::taken_down,
            certifications::certified_at,
            certifications::digest,
            accounts::name,
        ))
        .first(reader.connection())
        .optional()?;
    open(reader, found.iter_mut().map(|columns| &mut columns.0))?;
    Ok(found.map(row))
}

fn row((officer, taken_down, certified_at, digest, account): Columns) -> CertificationRow {
    let (_, name, role) = officer;
    CertificationRow {
        given: Certification {
            officer: Officer { name, role },
            taken_down,
            certified_at,
            digest,
        },
        account,
    }
}

/// How a person named themself when they certified last.
pub fn remembered(reader: &mut Reader, account: AccountId) -> Result<Option<Officer>, StoreError> {
    let mut found: Option<Named> = certifications::table
        .filter(certifications::account_id.eq(account))
        .filter(certifications::taken_down.eq(false))
        .order(certifications::id.desc())
        .select((
            certifications::id,
            certifications::officer_name,
            certifications::officer_role,
        ))
        .first(reader.connection())
        .optional()?;
    open(reader, found.iter_mut())?;
    Ok(found.map(|(_, name, role)| Officer { name, role }))
}

/// The names of who certified these applications.
pub(super) fn names(
    reader: &mut Reader,
    ids: &[ApplicationId],
) -> Result<Vec<(ApplicationId, String)>, StoreError> {
    let mut found: Vec<(ApplicationId, Named)> = certifications::table
        .filter(certifications::application_id.eq_any(ids.to_vec()))
        .select((
            certifications::application_id,
            (
                certifications::id,
                certifications::officer_name,
                certifications::officer_role,
            ),
        ))
        .load(reader.connection())?;
    open(reader, found.iter_mut().map(|(_, named)| named))?;
    let names = found.into_iter().map(|(of, (_, name, _))| (of, name));
    Ok(names.collect())
}

/// Keeps a certification of the capability's application.
pub fn insert(
    tx: &mut Tx,
    may: &MayCertify,
    officer: &Officer,
    digest: &str,
) -> Result<(), StoreError> {
    // Any id type serves to mint: nothing refers to a certification.
    let (id, now): (ApplicationId, _) = (mint(), tx.now());
    let sealed = sealed_of(tx, may.application(), ("certifications", &[id.as_str()]))?;
    diesel::insert_into(certifications::table)
        .values((
            certifications::id.eq(id),
            certifications::application_id.eq(may.application()),
            certifications::account_id.eq(may.by()),
            certifications::officer_name.eq(sealed.seal("officer_name", &officer.name)?),
            certifications::officer_role.eq(sealed.seal("officer_role", &officer.role)?),
            certifications::taken_down.eq(may.taken_down()),
            certifications::certified_at.eq(now),
            certifications::digest.eq(digest),
        ))
        .execute(tx.connection())?;
    Ok(())
}
