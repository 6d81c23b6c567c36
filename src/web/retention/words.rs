//! What kinds and periods are called.

use crate::domain::retention::Kind;
use crate::i18n::Locale;

/// The name of a kind.
pub fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Declined => "retention-declined",
        Kind::Drafts => "retention-drafts",
        Kind::Awards => "retention-awards",
        Kind::Reviews => "retention-reviews",
        Kind::Messages => "retention-messages",
        Kind::Referees => "retention-referees",
        Kind::Files => "retention-files",
        Kind::Engagement => "retention-engagement",
        Kind::Incidents => "retention-incidents",
        Kind::Hits => "retention-hits",
        Kind::Mail => "retention-mail",
        Kind::Organisations => "retention-organisations",
        Kind::Accounts => "retention-accounts",
    }
}

/// From when its period counts.
pub fn kind_hint(kind: Kind) -> &'static str {
    match kind {
        Kind::Declined => "retention-from-outcome",
        Kind::Drafts => "retention-from-change",
        Kind::Awards => "retention-from-close",
        Kind::Reviews | Kind::Messages | Kind::Referees | Kind::Files => "retention-from-end",
        Kind::Engagement | Kind::Incidents => "retention-from-writing",
        Kind::Hits => "retention-from-screening",
        Kind::Mail => "retention-from-sending",
        Kind::Organisations => "retention-from-last-use",
        Kind::Accounts => "retention-from-sign-in",
    }
}

/// How long something is kept.
pub fn kept_for(t: Locale, days: i32) -> String {
    t.count("retention-days", usize::try_from(days).unwrap_or(0))
}
