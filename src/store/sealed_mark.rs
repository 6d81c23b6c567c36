//! The mark that every text is sealed which this release seals. What lies in clear of texts in
//! columns of their own, and of versions of reviews, is found by reading all of them: a start
//! that finds the mark leaves that to the look of each day.

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::schema::sealed_marks;
use super::{review_version, sealed_columns, sha256};
use crate::domain::Moment;

/// Whatever this release seals: one that seals more goes by another mark.
fn release() -> String {
    sha256(format!("{:?}", sealed_columns::ALL))
}

/// When it was last found that everything is sealed; `None` where that is to be seen to.
pub fn looked_at(reader: &mut Reader) -> Result<Option<Moment>, StoreError> {
    Ok(sealed_marks::table
        .find(release())
        .select(sealed_marks::looked_at)
        .first(reader.connection())
        .optional()?)
}

/// Notes that everything is sealed, as of now.
pub fn set(tx: &mut Tx) -> Result<(), StoreError> {
    let now = tx.now();
    let seen = diesel::update(sealed_marks::table.find(release()))
        .set(sealed_marks::looked_at.eq(now))
        .execute(tx.connection())?;
    if seen == 0 {
        let row = (
            sealed_marks::release.eq(release()),
            sealed_marks::looked_at.eq(now),
        );
        diesel::insert_into(sealed_marks::table)
            .values(row)
            .execute(tx.connection())?;
    }
    Ok(())
}

/// Whether some text lies in clear, found by reading all of them.
pub fn is_untrue(reader: &mut Reader) -> Result<bool, StoreError> {
    Ok(review_version::lies_in_clear(reader)? || sealed_columns::in_clear(reader)?.is_some())
}
