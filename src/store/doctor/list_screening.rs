//! What must never be found of list screening.

/// Portable SQL, without parameters.
pub(super) const NEVER: &[(&str, &str)] = &[
    (
        "a hit on a watch list is confirmed by one person alone",
        "SELECT h.id AS example FROM list_hits h WHERE h.state = 'confirmed' AND \
         (SELECT COUNT(DISTINCT a.answered_by) FROM list_answers a \
          WHERE a.hit_id = h.id AND a.state IN ('proposed', 'confirmed')) < 2",
    ),
    (
        "a hit on a watch list is answered, and nobody said why",
        "SELECT h.id AS example FROM list_hits h WHERE h.state <> 'open' AND NOT EXISTS \
         (SELECT 1 FROM list_answers a WHERE a.hit_id = h.id AND a.state = h.state \
          AND a.reason <> '')",
    ),
    (
        "a watch list has two versions in force",
        "SELECT list AS example FROM list_versions WHERE in_force \
         GROUP BY list HAVING COUNT(*) > 1",
    ),
];
