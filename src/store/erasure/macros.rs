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
