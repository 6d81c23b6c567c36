//! What must never be found of decisions.

/// Portable SQL, without parameters.
pub(super) const NEVER: &[(&str, &str)] = &[
    (
        "a decision was signed by the person who proposed it",
        "SELECT id AS example FROM decisions WHERE signed_by = proposed_by",
    ),
    (
        "a decision was released unsigned although its round demands sign-off",
        "SELECT d.id AS example FROM decisions d \
         JOIN applications a ON a.id = d.application_id JOIN rounds r ON r.id = a.round_id \
         WHERE d.released_at IS NOT NULL AND d.signed_at IS NULL AND r.sign_off",
    ),
    (
        "an application has two decisions in force",
        "SELECT application_id AS example FROM decisions \
         WHERE dropped_at IS NULL AND (released_at IS NULL OR outcome <> 'refer_back') \
         GROUP BY application_id HAVING COUNT(*) > 1",
    ),
    (
        "an award was signed without verified legal status and without a waiver",
        "SELECT d.id AS example FROM decisions d WHERE d.outcome = 'award' \
         AND d.signed_at IS NOT NULL AND d.waiver IS NULL AND NOT EXISTS \
         (SELECT 1 FROM checks c WHERE c.application_id = d.application_id \
          AND c.kind = 'legal_status' AND c.outcome = 'verified' AND c.checked_at <= d.signed_at)",
    ),
];
