//! What must never be found of what is sealed.

use diesel::prelude::*;

use super::Finding;
use crate::domain::ApplicationId;
use crate::store::conflict::StoreError;
use crate::store::connection::{MultiBackend, Reader};
use crate::store::schema::submissions;
use crate::store::sealed_answers::{Kept, ring, submitted_body};
use crate::store::sealed_columns;
use crate::store::sha256;
use crate::store::vault::VaultError;

/// Portable SQL, without parameters.
pub(super) const NEVER: &[(&str, &str)] = &[
    (
        "answers lie in the database in clear (run evenhand seal)",
        "SELECT application_id AS example FROM submissions WHERE sealed IS NULL \
         UNION ALL SELECT application_id FROM application_sections WHERE sealed IS NULL \
         UNION ALL SELECT organisation_id FROM organisation_sections WHERE sealed IS NULL",
    ),
    (
        "what was written about an organisation lies in the database in clear (run evenhand seal)",
        "SELECT id AS example FROM engagements WHERE sealed IS NULL OR theirs <> '' \
         OR ours <> '' OR notes <> '' \
         UNION ALL SELECT id FROM engagement_quotes WHERE sealed IS NULL OR words <> '' \
         UNION ALL SELECT id FROM incidents WHERE sealed IS NULL OR locality <> '' OR note <> '' \
         UNION ALL SELECT id FROM referees WHERE sealed IS NULL OR name <> '' OR answer <> '' \
         UNION ALL SELECT review_id FROM review_versions WHERE body NOT LIKE '%\"sealed\":\"%' \
         UNION ALL SELECT id FROM messages WHERE sealed IS NULL OR body <> '' \
         UNION ALL SELECT id FROM concerns WHERE sealed IS NULL OR words <> ''",
    ),
    (
        "a letter lies in the database in clear (run evenhand seal)",
        "SELECT id AS example FROM outbox WHERE sealed IS NULL OR subject <> '' OR body <> ''",
    ),
    (
        "what was said about people lies in the database in clear (run evenhand seal)",
        "SELECT account_id AS example FROM second_step_losses WHERE reason <> '' \
         UNION ALL SELECT id FROM erasure_requests WHERE reason <> '' \
         UNION ALL SELECT account_id FROM review_imports WHERE body <> ''",
    ),
    (
        "a file lies on the disk in clear (run evenhand seal)",
        "SELECT id AS example FROM attachments WHERE sealed IS NULL OR name <> '' \
         UNION ALL SELECT id FROM engagement_uploads \
         WHERE removed_at IS NULL AND (sealed IS NULL OR name <> '')",
    ),
];

/// A row with a text in clear whose column holds sealed ones.
pub(super) fn text_in_clear(reader: &mut Reader) -> Result<Option<Finding>, StoreError> {
    let example = sealed_columns::in_clear(reader)?;
    let problem = "what was written lies in the database in clear (run evenhand seal)";
    Ok(example.map(|example| Finding { problem, example }))
}

/// Submitted versions read at once.
const CHUNK: i64 = 500;

/// The first submitted version whose digest is not that of its answers.
pub(super) fn altered_submission(reader: &mut Reader) -> Result<Option<Finding>, StoreError> {
    let mut after: Option<(ApplicationId, i32)> = None;
    loop {
        let mut query = submissions::table.into_boxed::<MultiBackend>();
        if let Some((id, version)) = after {
            let later = submissions::version.gt(version);
            let rest = submissions::application_id.eq(id).and(later);
            query = query.filter(submissions::application_id.gt(id).or(rest));
        }
        let rows: Vec<(ApplicationId, i32, Kept, String)> = query
            .order((submissions::application_id, submissions::version))
            .limit(CHUNK)
            .select((
                submissions::application_id,
                submissions::version,
                (submissions::answers, submissions::sealed),
                submissions::digest,
            ))
            .load(reader.connection())?;
        let Some(last) = rows.last() else {
            return Ok(None);
        };
        after = Some((last.0, last.1));
        let ring = ring(reader, rows.iter().map(|row| &row.2))?;
        let keys = (reader.vault(), &ring);
        let altered = rows.iter().find(|(id, version, kept, digest)| {
            match submitted_body(kept, keys, (*id, *version)) {
                Ok(body) => sha256(body) != *digest,
                Err(problem) => problem == VaultError::Altered,
            }
        });
        if let Some(row) = altered {
            let problem = "a submitted version was altered after submission";
            return Ok(Some(Finding {
                problem,
                example: row.0.to_string(),
            }));
        }
    }
}
