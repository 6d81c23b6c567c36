//! What must never be found of due diligence and holds.

/// Portable SQL, without parameters.
pub(super) const NEVER: &[(&str, &str)] = &[
    (
        "a step of due diligence was looked at again by the person who took it",
        "SELECT id AS example FROM diligence_steps WHERE second_by = taken_by",
    ),
    (
        "two holds of an organisation stand at the same time",
        "SELECT organisation_id AS example FROM holds WHERE ended_at IS NULL \
         GROUP BY organisation_id HAVING COUNT(*) > 1",
    ),
    (
        "an answer of a referee is kept without a state that says so",
        "SELECT id AS example FROM referees WHERE (state = 'answered') <> (answered_at IS NOT NULL)",
    ),
];
