//! What must never be found of awards.

/// Portable SQL, without parameters.
pub(super) const NEVER: &[(&str, &str)] = &[(
    "account details lie in the database in clear (run evenhand seal)",
    "SELECT id AS example FROM bank_accounts WHERE sealed IS NULL \
     OR holder <> '' OR bank <> '' OR iban <> '' OR bic <> ''",
)];
