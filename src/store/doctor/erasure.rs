//! What must never be found of purges and of what was erased.

/// Portable SQL, without parameters.
pub(super) const NEVER: &[(&str, &str)] = &[
    (
        "a purge was confirmed by the person who proposed it",
        "SELECT id AS example FROM purges WHERE confirmed_by = proposed_by",
    ),
    (
        "a purge was confirmed after its time, or erased without being confirmed",
        "SELECT id AS example FROM purges WHERE confirmed_at > expires_at \
         OR (erased_at IS NOT NULL AND confirmed_at IS NULL)",
    ),
    (
        "something is marked as being erased, and no transaction erases it",
        "SELECT subject_id AS example FROM erasures WHERE running",
    ),
    (
        "answers stand in an application that was erased",
        "SELECT s.application_id AS example FROM submissions s JOIN erasures e \
         ON e.subject_id = s.application_id WHERE (s.answers <> '{}' OR s.sealed <> '') \
         AND e.kind IN ('everything', 'declined', 'awards') AND s.submitted_at <= e.erased_at",
    ),
];
