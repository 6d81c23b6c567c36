//! Answers as rows keep them: sealed with the key of the organisation, all but what lists
//! count with.

mod batch;

pub use batch::{drafts_batch, kept_batch, submitted_batch};

use diesel::prelude::*;

use super::answers::{answers_from_json, answers_json};
use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::envelope::{self, Ring};
use super::schema::applications;
use super::vault::{DataKey, Place, Vault, VaultError};
use crate::domain::answers::Answers;
use crate::domain::form::SMALLEST_USEFUL;
use crate::domain::{ApplicationId, OrganisationId};

/// The columns `answers` and `sealed`. Without the second it is of a former release, which
/// kept all of it in the first.
pub(super) type Kept = (String, Option<String>);

/// What opens values: the vault and a ring of them.
pub(super) type Keys<'a> = (&'a Vault, &'a Ring);

/// The keys that open these.
pub(super) fn ring<'a>(
    reader: &mut Reader,
    rows: impl IntoIterator<Item = &'a Kept>,
) -> Result<Ring, StoreError> {
    let sealed = rows.into_iter().filter_map(|kept| kept.1.as_deref());
    Ring::of(reader, sealed)
}

/// The JSON of all answers.
pub(super) fn body(
    (clear, sealed): &Kept,
    (vault, ring): Keys,
    place: &Place,
) -> Result<String, VaultError> {
    let Some(sealed) = sealed else {
        return Ok(clear.clone());
    };
    let opened = ring.open(vault, place, sealed)?;
    String::from_utf8(opened.to_vec()).map_err(|_| VaultError::Altered)
}

/// All answers; where their key is gone, what lies outside of it.
pub(super) fn opened(kept: &Kept, keys: Keys, place: &Place) -> Result<Answers, StoreError> {
    match body(kept, keys, place) {
        Ok(body) => answers_from_json(&body),
        Err(VaultError::Lost) => answers_from_json(&kept.0),
        Err(problem) => Err(problem.into()),
    }
}

/// The JSON of all answers of a submitted version.
pub(super) fn submitted_body(
    kept: &Kept,
    keys: Keys,
    (application, version): (ApplicationId, i32),
) -> Result<String, VaultError> {
    let version = version.to_string();
    body(
        kept,
        keys,
        &of_version(&[application.as_str(), version.as_str()]),
    )
}

/// All answers of a submitted version.
pub(super) fn submitted(
    kept: &Kept,
    keys: Keys,
    (application, version): (ApplicationId, i32),
) -> Result<Answers, StoreError> {
    let version = version.to_string();
    opened(
        kept,
        keys,
        &of_version(&[application.as_str(), version.as_str()]),
    )
}

/// Of an application and the number of a version.
fn of_version<'a>(ids: &'a [&'a str]) -> Place<'a> {
    Place {
        table: "submissions",
        ids,
    }
}

/// Of an application and the code of a section.
pub(super) fn of_draft<'a>(ids: &'a [&'a str]) -> Place<'a> {
    Place {
        table: "application_sections",
        ids,
    }
}

/// Of an organisation and the code of a section.
pub(super) fn of_profile<'a>(ids: &'a [&'a str]) -> Place<'a> {
    Place {
        table: "organisation_sections",
        ids,
    }
}

/// The key with which answers of an application are sealed.
pub(super) fn key_of(tx: &mut Tx, application: ApplicationId) -> Result<DataKey, StoreError> {
    let owner: OrganisationId = applications::table
        .find(application)
        .select(applications::organisation_id)
        .first(tx.connection())?;
    envelope::current(tx, owner)
}

/// The two columns of answers, of which this is the JSON.
pub(super) fn sealed(
    key: &DataKey,
    place: &Place,
    body: &str,
) -> Result<(String, String), StoreError> {
    let mut all = answers_from_json(body)?;
    all.0.retain(|code, _| code == SMALLEST_USEFUL);
    Ok((answers_json(&all), key.seal(place, body.as_bytes())?))
}

/// The two columns of the answers of a submitted version.
pub(super) fn sealed_version(
    tx: &mut Tx,
    (application, version): (ApplicationId, i32),
    body: &str,
) -> Result<(String, String), StoreError> {
    let key = key_of(tx, application)?;
    let version = version.to_string();
    sealed(
        &key,
        &of_version(&[application.as_str(), version.as_str()]),
        body,
    )
}
