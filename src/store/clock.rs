//! What time it is at the database: beside it processes on several machines see whether
//! their clocks agree.

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::conflict::StoreError;
use super::connection::{AnyConnection, Database, Reader};
use crate::domain::Moment;

#[derive(QueryableByName)]
struct Told {
    #[diesel(sql_type = BigInt)]
    micros: i64,
}

const CLOCK: &str = "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS micros";

/// Whole seconds by which the clock here and the database's differ, beyond what passed while
/// it was asked; nothing for a file, which has no clock but the machine's.
pub fn seconds_apart(
    database: &Database,
    now: impl Fn() -> Moment,
) -> Result<Option<i64>, StoreError> {
    let before = now();
    let there = database.read(time)?;
    Ok(there.map(|there| apart((before, now()), there)))
}

fn time(reader: &mut Reader) -> Result<Option<Moment>, StoreError> {
    match reader.connection() {
        AnyConnection::Sqlite(_) => Ok(None),
        AnyConnection::Postgres(connection) => {
            let told: Told = diesel::sql_query(CLOCK).get_result(connection)?;
            Ok(Some(Moment::from_micros(told.micros)))
        }
    }
}

/// Whole seconds by which a time lies outside of what passed here while it was asked.
fn apart((before, after): (Moment, Moment), there: Moment) -> i64 {
    let early = before.micros() - there.micros();
    let late = there.micros() - after.micros();
    early.max(late).max(0) / 1_000_000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_are_apart_by_what_no_waiting_explains() {
        let at = |seconds: i64| Moment::from_micros(1_790_000_000_000_000 + seconds * 1_000_000);
        for (there, seconds) in [(0, 0), (5, 0), (10, 0), (13, 3), (-4, 4)] {
            assert_eq!(apart((at(0), at(10)), at(there)), seconds);
        }
    }
}
