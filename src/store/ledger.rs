//! The support ledger. Entries of a file count once the file is whole and until it is
//! withdrawn; of two files that tell of one grant, the newer counts. Entries about an
//! application are within reach as the application is.

mod file;
mod index;
mod list;
mod names;
mod row;

pub use file::{
    LedgerFile, begin, broken, files, find_file, finish, newest, remove, withdraw_file,
};
pub use index::{Candidate, Count, Indexed, candidates, counts, index, published, unindex};
pub use list::{by_grant, by_numbers, of_application, of_organisation, withdraw};
pub use names::rename;
pub use row::{Entry, NewEntry, insert, known, last_number, replace};

use diesel::dsl::not;
use diesel::prelude::*;

use super::application::reachable;
use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader};
use super::schema::{applications, ledger_entries, ledger_files};
use crate::domain::ApplicationId;
use crate::policy::{Reach, Within};

type Query = ledger_entries::BoxedQuery<'static, MultiBackend>;

/// Files whose entries count.
#[diesel::dsl::auto_type]
fn live_files() -> _ {
    ledger_files::table
        .filter(ledger_files::live_at.is_not_null())
        .filter(ledger_files::withdrawn_at.is_null())
        .select(ledger_files::id)
}

/// The entries that count, whoever looks.
fn counting() -> Query {
    ledger_entries::table
        .into_boxed::<MultiBackend>()
        .filter(ledger_entries::withdrawn_at.is_null())
        .filter(
            ledger_entries::file_id
                .is_null()
                .or(ledger_entries::file_id.eq_any(live_files().nullable())),
        )
        .filter(ledger_entries::replaced_in.is_null().or(not(
            ledger_entries::replaced_in.eq_any(live_files().nullable()),
        )))
}

/// Of these applications, those within a reach. Entries are few where this is asked.
pub(super) fn in_reach(
    reader: &mut Reader,
    reach: Reach,
    ids: Vec<ApplicationId>,
) -> Result<Vec<ApplicationId>, StoreError> {
    if matches!(reach.within(), Within::Everything) || ids.is_empty() {
        return Ok(ids);
    }
    Ok(reachable(reach)
        .filter(applications::id.eq_any(ids))
        .select(applications::id)
        .load(reader.connection())?)
}
