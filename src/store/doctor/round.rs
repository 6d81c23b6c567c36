//! What must never be found of rounds and their review phases.

/// Portable SQL, without parameters.
pub(super) const NEVER: &[(&str, &str)] = &[
    (
        "a round has a closing day and none at once, or neither",
        "SELECT id AS example FROM rounds WHERE (closes_at IS NULL) <> (reviews_due_at IS NULL) \
         OR (closes_at IS NULL) = (review_days IS NULL)",
    ),
    (
        "a round has no review phase",
        "SELECT r.id AS example FROM rounds r WHERE NOT EXISTS \
         (SELECT 1 FROM review_phases p WHERE p.round_id = r.id)",
    ),
    (
        "a review phase needs no review or more than twenty",
        "SELECT id AS example FROM review_phases WHERE needed NOT BETWEEN 1 AND 20",
    ),
    (
        "a review phase closes before it opens",
        "SELECT id AS example FROM review_phases WHERE closes_at <= opens_at",
    ),
    (
        "two review phases of a round overlap",
        "SELECT p.id AS example FROM review_phases p JOIN review_phases q \
         ON q.round_id = p.round_id AND q.id <> p.id AND q.opens_at >= p.opens_at \
         WHERE q.opens_at = p.opens_at OR p.closes_at > q.opens_at",
    ),
];
