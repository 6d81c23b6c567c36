//! What must never be found of engagement logs and incidents.

/// Portable SQL, without parameters.
pub(super) const NEVER: &[(&str, &str)] = &[
    (
        "an entry of an engagement log has no latest version, or several",
        "SELECT id AS example FROM engagements GROUP BY id \
         HAVING SUM(CASE WHEN latest THEN 1 ELSE 0 END) <> 1",
    ),
    (
        "an incident has no latest version, or several",
        "SELECT id AS example FROM incidents GROUP BY id \
         HAVING SUM(CASE WHEN latest THEN 1 ELSE 0 END) <> 1",
    ),
    (
        "an organisation's log is quoted about another organisation's application",
        "SELECT q.id AS example FROM engagement_quotes q \
         JOIN engagements e ON e.id = q.engagement_id AND e.version = q.version \
         JOIN applications a ON a.id = q.application_id \
         WHERE a.organisation_id <> e.organisation_id",
    ),
];
