//! What must never be found of awards.

/// Portable SQL, without parameters.
pub(super) const NEVER: &[(&str, &str)] = &[
    (
        "account details lie in the database in clear (run evenhand seal)",
        "SELECT id AS example FROM bank_accounts WHERE sealed IS NULL \
         OR holder <> '' OR bank <> '' OR iban <> '' OR bic <> ''",
    ),
    (
        "an application was withdrawn that an award was made on",
        "SELECT w.id AS example FROM awards w \
         JOIN applications a ON a.id = w.application_id WHERE a.status = 'withdrawn'",
    ),
    (
        "of an award more was paid and given back than was awarded",
        "SELECT w.id AS example FROM awards w WHERE w.amount_minor < w.freed_minor + COALESCE( \
         (SELECT SUM(d.amount_minor) FROM disbursements d WHERE d.award_id = w.id \
          AND d.paid_on IS NOT NULL AND d.dropped_at IS NULL), 0)",
    ),
    (
        "one person approved a transfer for both sides",
        "SELECT id AS example FROM disbursements WHERE programme_by = finance_by",
    ),
];
