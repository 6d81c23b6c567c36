//! What time it is at the database: beside it processes on several machines see whether
//! their clocks agree.

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::conflict::StoreError;
use super::connection::{AnyConnection, Reader};
use crate::domain::Moment;

#[derive(QueryableByName)]
struct Told {
    #[diesel(sql_type = BigInt)]
    micros: i64,
}

const CLOCK: &str = "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS micros";

/// Its time; nothing for a file, which has none but the machine's.
pub fn time_at_database(reader: &mut Reader) -> Result<Option<Moment>, StoreError> {
    match reader.connection() {
        AnyConnection::Sqlite(_) => Ok(None),
        AnyConnection::Postgres(connection) => {
            let told: Told = diesel::sql_query(CLOCK).get_result(connection)?;
            Ok(Some(Moment::from_micros(told.micros)))
        }
    }
}
