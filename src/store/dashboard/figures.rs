//! Figures over decisions and applications, as the databases work them out.

/// That no later decision stands: referrals back make room for another.
pub const LATEST: &str = "NOT EXISTS (SELECT 1 FROM decisions later \
    WHERE later.application_id = decisions.application_id \
    AND later.number > decisions.number AND later.dropped_at IS NULL)";

/// That applicants were told of no later decision: a correction that is not released
/// leaves in force what they know.
pub const IN_FORCE: &str = "NOT EXISTS (SELECT 1 FROM decisions later \
    WHERE later.application_id = decisions.application_id \
    AND later.number > decisions.number AND later.dropped_at IS NULL \
    AND later.released_at IS NOT NULL AND later.outcome <> 'refer_back')";

/// That applicants were told of no later award, whatever else they were told since.
pub const LAST_AWARD: &str = "NOT EXISTS (SELECT 1 FROM decisions later \
    WHERE later.application_id = decisions.application_id \
    AND later.number > decisions.number AND later.dropped_at IS NULL \
    AND later.released_at IS NOT NULL AND later.outcome = 'award')";

/// That an award of the application keeps money: it was agreed to, and not all went back.
pub const KEPT: &str = "EXISTS (SELECT 1 FROM awards kept \
    WHERE kept.application_id = decisions.application_id \
    AND kept.state <> 'agreement' AND kept.amount_minor > kept.freed_minor)";

/// That applicants were told of no earlier decision.
pub const FIRST_TOLD: &str = "NOT EXISTS (SELECT 1 FROM decisions earlier \
    WHERE earlier.application_id = decisions.application_id \
    AND earlier.number < decisions.number \
    AND earlier.released_at IS NOT NULL AND earlier.outcome <> 'refer_back')";

/// What awards that an application had keep of the budget, in minor units of its round's
/// currency: those that were agreed to, or ended after that, without what went back.
macro_rules! kept_of {
    ($application:literal, $but:literal) => {
        concat!(
            "COALESCE((SELECT SUM(former.amount_minor - former.freed_minor) FROM awards former ",
            "WHERE former.application_id = ",
            $application,
            " AND former.state <> 'agreement'",
            $but,
            "), 0)"
        )
    };
}

/// What all awards keep that an application had.
pub const KEPT_BY_AWARDS: &str = concat!("CAST(", kept_of!("applications.id", ""), " AS BIGINT)");

/// What is asked for, summed up.
pub const ASKED: &str = "CAST(COALESCE(SUM(applications.requested_minor), 0) AS BIGINT)";
/// What the application of a latest decision takes from the budget: as
/// [`committed_minor`](crate::domain::decision::Ruling::committed_minor), 0 for nothing.
pub const COMMITTED: &str = concat!(
    "(COALESCE(decisions.amount_minor, 0) ",
    "- COALESCE((SELECT own.freed_minor FROM awards own WHERE own.id = decisions.id), 0) + ",
    kept_of!("decisions.application_id", " AND former.id <> decisions.id"),
    ")"
);

/// What decisions give, summed up.
pub fn given() -> String {
    format!("CAST(COALESCE(SUM({COMMITTED}), 0) AS BIGINT)")
}

/// How many give something.
pub fn awards() -> String {
    format!("CAST(COALESCE(SUM(CASE WHEN {COMMITTED} > 0 THEN 1 ELSE 0 END), 0) AS BIGINT)")
}
