//! When the reviews of an application are due, in the database.

use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::sql_types::BigInt;

/// What [`Closing::reviews_due`](crate::domain::round::Closing::reviews_due) says, where
/// rounds and applications are joined: the day of the round, or days of 24 hours after
/// sending.
const DUE: &str = "COALESCE(rounds.reviews_due_at, \
                   applications.submitted_at + 86400000000 * rounds.review_days)";

/// By when an application is to be reviewed.
pub fn reviews_due() -> SqlLiteral<BigInt> {
    sql::<BigInt>(DUE)
}
