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
        "an emergency round lets one person decide alone",
        "SELECT id AS example FROM rounds WHERE emergency AND NOT sign_off",
    ),
    (
        "an application has two decisions in force",
        "SELECT application_id AS example FROM decisions \
         WHERE dropped_at IS NULL AND (released_at IS NULL OR outcome <> 'refer_back') \
         AND NOT EXISTS (SELECT 1 FROM decisions c WHERE c.corrects = decisions.id \
          AND c.dropped_at IS NULL) \
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
        "a decision corrects what was not released, or is of another application",
        "SELECT d.id AS example FROM decisions d JOIN decisions f ON f.id = d.corrects \
         WHERE f.released_at IS NULL OR f.application_id <> d.application_id",
    ),
    (
        "a letter was sent about a decision that was not released",
        "SELECT l.decision_id AS example FROM decision_letters l \
         JOIN decisions d ON d.id = l.decision_id WHERE d.released_at IS NULL",
    ),
    (
        "an appeal was answered by who proposed or signed the decision",
        "SELECT a.id AS example FROM appeals a JOIN decisions d ON d.id = a.decision_id \
         WHERE a.answered_by = d.proposed_by OR a.answered_by = d.signed_by",
    ),
    (
        "two papers of a kind count for an organisation at the same time",
        "SELECT organisation_id AS example FROM legal_documents WHERE superseded_at IS NULL \
         GROUP BY organisation_id, kind HAVING COUNT(*) > 1",
    ),
];
