//! Certifications: who said that the answers are true, for which answers. All
//! are kept; the latest counts.

use diesel::prelude::*;

use super::application::find;
use super::conflict::StoreError;
use super::connection::{Reader, Tx, mint};
use super::schema::{accounts, certifications};
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

type Columns = (String, String, bool, Moment, String, String);

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
    let found: Option<Columns> = given
        .order(certifications::id.desc())
        .select((
            certifications::officer_name,
            certifications::officer_role,
            certifications::taken_down,
            certifications::certified_at,
            certifications::digest,
            accounts::name,
        ))
        .first(reader.connection())
        .optional()?;
    Ok(found.map(row))
}

fn row((name, role, taken_down, certified_at, digest, account): Columns) -> CertificationRow {
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
    let found: Option<(String, String)> = certifications::table
        .filter(certifications::account_id.eq(account))
        .filter(certifications::taken_down.eq(false))
        .order(certifications::id.desc())
        .select((certifications::officer_name, certifications::officer_role))
        .first(reader.connection())
        .optional()?;
    Ok(found.map(|(name, role)| Officer { name, role }))
}

/// Keeps a certification of the capability's application.
pub fn insert(
    tx: &mut Tx,
    may: &MayCertify,
    officer: &Officer,
    digest: &str,
) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::insert_into(certifications::table)
        // Any id type serves to mint: nothing refers to a certification.
        .values((
            certifications::id.eq(mint::<ApplicationId>()),
            certifications::application_id.eq(may.application()),
            certifications::account_id.eq(may.by()),
            certifications::officer_name.eq(&officer.name),
            certifications::officer_role.eq(&officer.role),
            certifications::taken_down.eq(may.taken_down()),
            certifications::certified_at.eq(now),
            certifications::digest.eq(digest),
        ))
        .execute(tx.connection())?;
    Ok(())
}
