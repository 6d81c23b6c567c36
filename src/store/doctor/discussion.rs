//! What must never be found of discussions.

/// Portable SQL, without parameters.
pub(super) const NEVER: &[(&str, &str)] = &[(
    "somebody's attention was drawn to an application that they have a conflict with",
    "SELECT p.application_id AS example FROM discussion_mentions m \
         JOIN discussion_posts p ON p.id = m.post_id \
         JOIN conflicts c ON c.application_id = p.application_id \
          AND c.account_id = m.account_id WHERE c.found_at < p.posted_at",
)];
