//! How a statement is narrowed to what is being erased: `erasures` marks that, and a
//! statement that ends with the name of a column is completed by one of these.

/// Narrows a statement that ends with a column to what is being erased of a kind.
macro_rules! marked {
    ($head:literal, $subject:literal) => {
        concat!(
            $head,
            " IN (SELECT subject_id FROM erasures WHERE running AND subject = '",
            $subject,
            "')"
        )
    };
}

/// The same for rows of applications.
macro_rules! applied {
    ($head:literal) => {
        marked!($head, "application")
    };
}

/// The same for what hangs on a row of an application: decisions, awards and others.
macro_rules! below {
    ($head:literal, $table:literal) => {
        concat!(
            $head,
            " IN (SELECT id FROM ",
            $table,
            " WHERE ",
            applied!("application_id"),
            ")"
        )
    };
}

/// The same for rows of organisations.
macro_rules! organised {
    ($head:literal) => {
        marked!($head, "organisation")
    };
}

/// The same for what hangs on a row of an organisation.
macro_rules! under {
    ($head:literal, $table:literal) => {
        concat!(
            $head,
            " IN (SELECT id FROM ",
            $table,
            " WHERE ",
            organised!("organisation_id"),
            ")"
        )
    };
}

/// The same for rows of people.
macro_rules! personal {
    ($head:literal) => {
        marked!($head, "account")
    };
}

/// Marks the people who act for nothing but organisations that are being erased, where they
/// were not marked before for one of these kinds.
macro_rules! acting_alone {
    ($kind:literal, $before:literal) => {
        concat!(
            "INSERT INTO erasures (subject_id, kind, subject, running, erased_at) \
             SELECT DISTINCT m.account_id, '",
            $kind,
            "', 'account', TRUE, e.erased_at \
             FROM memberships m JOIN erasures e ON e.subject_id = m.organisation_id \
             WHERE e.running AND e.subject = 'organisation' \
             AND NOT EXISTS (SELECT 1 FROM memberships o WHERE o.account_id = m.account_id \
               AND o.organisation_id NOT IN (SELECT subject_id FROM erasures \
                 WHERE running AND subject = 'organisation')) \
             AND NOT EXISTS (SELECT 1 FROM account_roles r \
               WHERE r.account_id = m.account_id AND r.role <> 'applicant') \
             AND NOT EXISTS (SELECT 1 FROM erasures d \
               WHERE d.subject_id = m.account_id AND d.kind IN (",
            $before,
            "))"
        )
    };
}

/// Of a key that no entry has any more nothing stays: it is a hash of words.
pub(super) const UNUSED_KEYS: &str =
    "DELETE FROM ledger_key_counts WHERE published = 0 AND others = 0";

/// What becomes of entries of the ledger by a column that says of what they are: their
/// words go with their hash, the keys that they are found by, which are counted off first,
/// and what was said beside them.
macro_rules! ledger {
    (words, $column:literal, $subject:literal) => {
        concat!(
            "UPDATE ledger_entries SET funder = '', funder_ids = '[]', recipient = '', \
             recipient_ids = '[]', title = '', description = '', source = '', digest = '', \
             withdrawn_why = CASE WHEN withdrawn_why IS NULL THEN NULL ELSE '' END WHERE ",
            marked!($column, $subject)
        )
    };
    (counts, $column:literal, $subject:literal) => {
        concat!(
            "UPDATE ledger_key_counts SET others = others - (SELECT COUNT(*) FROM ledger_keys k \
             WHERE k.key = ledger_key_counts.key \
             AND k.number IN (SELECT number FROM ledger_entries WHERE ",
            marked!($column, $subject),
            ")) WHERE key IN (SELECT o.key FROM ledger_keys o \
             WHERE o.number IN (SELECT number FROM ledger_entries WHERE ",
            marked!($column, $subject),
            "))"
        )
    };
    (keys, $column:literal, $subject:literal) => {
        concat!(
            "DELETE FROM ledger_keys WHERE number IN (SELECT number FROM ledger_entries WHERE ",
            marked!($column, $subject),
            ")"
        )
    };
    (beside, $column:literal, $subject:literal) => {
        concat!(
            "UPDATE application_overlaps SET reason = '' WHERE entry IN \
             (SELECT number FROM ledger_entries WHERE ",
            marked!($column, $subject),
            ")"
        )
    };
}
