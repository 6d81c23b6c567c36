//! What must never be found of disagreement and of discussions.

/// Portable SQL, without parameters.
pub(super) const NEVER: &[(&str, &str)] = &[
    (
        "the total that is kept of a review is not what its scores come to",
        "SELECT v.id AS example FROM reviews v WHERE COALESCE(v.total, -1) <> COALESCE((SELECT \
          (4000 * SUM(c.weight * CAST(s.judgement AS INTEGER)) + SUM(c.weight)) \
          / (2 * SUM(c.weight)) FROM scores s JOIN criteria c ON c.id = s.criterion_id \
          WHERE s.review_id = v.id AND v.submitted_at IS NOT NULL \
          AND s.judgement IN ('0', '1', '2', '3', '4', '5') GROUP BY s.review_id \
          HAVING (SELECT SUM(w.weight) FROM criteria w WHERE w.rubric_id = v.rubric_id) \
          - SUM(c.weight) <= (SELECT SUM(w.weight) FROM criteria w \
          WHERE w.rubric_id = v.rubric_id) / 3), -1)",
    ),
    (
        "somebody's attention was drawn to an application that they have a conflict with",
        "SELECT p.application_id AS example FROM discussion_mentions m \
         JOIN discussion_posts p ON p.id = m.post_id \
         JOIN conflicts c ON c.application_id = p.application_id \
          AND c.account_id = m.account_id WHERE c.found_at < p.posted_at",
    ),
];
