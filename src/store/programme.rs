//! Programmes.

use diesel::prelude::*;

use super::columns::translated_json;
use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::schema::programmes;
use crate::domain::programme::Programme;
use crate::domain::{Moment, ProgrammeId, Translated};

type Columns = (
    ProgrammeId,
    String,
    Translated,
    Translated,
    Translated,
    Moment,
);

fn programme((id, slug, name, purpose, who, created_at): Columns) -> Programme {
    Programme {
        id,
        slug,
        name,
        purpose,
        who,
        created_at,
    }
}

/// The programme of an id.
pub fn by_id(reader: &mut Reader, id: ProgrammeId) -> Result<Option<Programme>, StoreError> {
    let found: Option<Columns> = programmes::table
        .find(id)
        .select(programmes::all_columns)
        .first(reader.connection())
        .optional()?;
    Ok(found.map(programme))
}

/// The programme of a name in URLs.
pub fn by_slug(reader: &mut Reader, slug: &str) -> Result<Option<Programme>, StoreError> {
    let found: Option<Columns> = programmes::table
        .filter(programmes::slug.eq(slug))
        .select(programmes::all_columns)
        .first(reader.connection())
        .optional()?;
    Ok(found.map(programme))
}

/// Programmes made before `after` (all when `None`), latest first.
pub fn list(
    reader: &mut Reader,
    after: Option<ProgrammeId>,
    limit: i64,
) -> Result<Vec<Programme>, StoreError> {
    let rows: Vec<Columns> = programmes::table
        .filter(programmes::id.lt(super::before(after.as_ref().map(ProgrammeId::as_str))))
        .order(programmes::id.desc())
        .limit(limit)
        .select(programmes::all_columns)
        .load(reader.connection())?;
    Ok(rows.into_iter().map(programme).collect())
}

/// Adds a programme; a used slug is [`Taken::ProgrammeSlug`](super::Taken).
pub fn insert(tx: &mut Tx, programme: &Programme) -> Result<(), StoreError> {
    diesel::insert_into(programmes::table)
        .values((
            programmes::id.eq(programme.id),
            programmes::slug.eq(&programme.slug),
            programmes::name.eq(translated_json(&programme.name)),
            programmes::purpose.eq(translated_json(&programme.purpose)),
            programmes::who.eq(translated_json(&programme.who)),
            programmes::created_at.eq(programme.created_at),
        ))
        .execute(tx.connection())?;
    Ok(())
}
