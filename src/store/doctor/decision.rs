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
        "an award was signed without a verified paper and without a waiver",
        "SELECT d.id AS example FROM decisions d \
         JOIN applications a ON a.id = d.application_id WHERE d.outcome = 'award' \
         AND d.signed_at IS NOT NULL AND d.waiver IS NULL AND NOT EXISTS \
         (SELECT 1 FROM legal_documents l WHERE l.outcome = 'verified' \
          AND l.recorded_at <= d.signed_at AND (l.organisation_id = a.organisation_id \
           OR l.organisation_id IN (SELECT s.organisation_id FROM sponsorships s \
            WHERE s.application_id = a.id)))",
    ),
    (
        "two papers of a kind count for an organisation at the same time",
        "SELECT organisation_id AS example FROM legal_documents WHERE superseded_at IS NULL \
         GROUP BY organisation_id, kind HAVING COUNT(*) > 1",
    ),
];
