//! What has had its time, by kind: portable SQL with two parameters, in this order: before
//! when its time began ($1), and the day until which something must not be kept longer
//! ($2). What was erased already is passed over.

use crate::domain::retention::Kind;

/// A query of one kind, given the query that tells what there is and since when.
macro_rules! due {
    ($kind:literal, $inner:expr) => {
        concat!(
            "SELECT q.subject_id AS subject_id, q.owner_id AS owner_id FROM (",
            $inner,
            ") q WHERE q.since < $1 AND NOT EXISTS (SELECT 1 FROM retention_keeps k \
             JOIN applications b ON b.id = k.application_id WHERE k.until_on >= $2 \
             AND (k.application_id = q.owner_id OR b.organisation_id = q.owner_id)) \
             AND NOT EXISTS (SELECT 1 FROM erasures e WHERE e.subject_id = q.subject_id \
             AND e.kind IN ('everything', '",
            $kind,
            "')) ORDER BY q.since, q.subject_id LIMIT 500"
        )
    };
}

/// Applications whose outcome is out, of which no award runs, no appeal waits and none is
/// in reserve.
macro_rules! over {
    () => {
        "SELECT a.id AS subject_id, a.id AS owner_id, COALESCE( \
           (SELECT MAX(w.ended_at) FROM awards w WHERE w.application_id = a.id), \
           (SELECT MAX(d.released_at) FROM decisions d WHERE d.application_id = a.id), \
           (SELECT MAX(s.screened_at) FROM screenings s WHERE s.application_id = a.id), \
           a.submitted_at, a.created_at) AS since FROM applications a \
         WHERE a.status IN ('decided', 'withdrawn', 'ineligible') \
         AND NOT EXISTS (SELECT 1 FROM awards w WHERE w.application_id = a.id \
           AND w.state NOT IN ('closed', 'cancelled')) \
         AND NOT EXISTS (SELECT 1 FROM appeals p JOIN decisions d ON d.id = p.decision_id \
           WHERE d.application_id = a.id AND p.answered_at IS NULL) \
         AND NOT EXISTS (SELECT 1 FROM decisions x WHERE x.application_id = a.id \
           AND x.outcome = 'reserve' AND x.released_at = (SELECT MAX(y.released_at) \
             FROM decisions y WHERE y.application_id = a.id))"
    };
}

/// Accounts of applicants who act for nobody and are not signed in.
macro_rules! idle {
    () => {
        "SELECT c.id AS subject_id, '' AS owner_id, COALESCE((SELECT MAX(v.at) \
           FROM audit_events v WHERE v.object_kind = 'account' AND v.object_id = c.id \
           AND v.action = 'sign_in'), c.created_at) AS since FROM accounts c \
         WHERE NOT EXISTS (SELECT 1 FROM memberships m WHERE m.account_id = c.id) \
         AND NOT EXISTS (SELECT 1 FROM sessions s WHERE s.account_id = c.id) \
         AND NOT EXISTS (SELECT 1 FROM account_roles r WHERE r.account_id = c.id \
           AND r.role <> 'applicant')"
    };
}

/// The query of a kind.
pub(super) fn query(kind: Kind) -> &'static str {
    match kind {
        Kind::Declined => due!(
            "declined",
            concat!(
                over!(),
                " AND NOT EXISTS (SELECT 1 FROM awards x WHERE x.application_id = a.id)"
            )
        ),
        Kind::Drafts => due!(
            "drafts",
            "SELECT a.id AS subject_id, a.id AS owner_id, COALESCE((SELECT MAX(s.saved_at) \
               FROM application_sections s WHERE s.application_id = a.id), a.created_at) AS since \
             FROM applications a JOIN rounds r ON r.id = a.round_id \
             WHERE a.status IN ('draft', 'discarded') \
             AND (r.state = 'closed' OR r.closes_at IS NULL)"
        ),
        Kind::Awards => due!(
            "awards",
            "SELECT w.application_id AS subject_id, w.application_id AS owner_id, \
             MAX(w.ended_at) AS since FROM awards w WHERE NOT EXISTS (SELECT 1 FROM awards x \
               WHERE x.application_id = w.application_id \
               AND x.state NOT IN ('closed', 'cancelled')) GROUP BY w.application_id"
        ),
        Kind::Reviews => due!("reviews", over!()),
        Kind::Messages => due!("messages", over!()),
        Kind::Referees => due!("referees", over!()),
        Kind::Files => due!("files", over!()),
        Kind::Engagement => due!(
            "engagement",
            "SELECT e.id AS subject_id, MAX(e.organisation_id) AS owner_id, \
             MAX(e.written_at) AS since FROM engagements e GROUP BY e.id"
        ),
        Kind::Incidents => due!(
            "incidents",
            "SELECT i.id AS subject_id, MAX(i.organisation_id) AS owner_id, \
             MAX(i.written_at) AS since FROM incidents i GROUP BY i.id"
        ),
        Kind::Hits => due!(
            "hits",
            "SELECT h.id AS subject_id, h.organisation_id AS owner_id, r.ran_at AS since \
             FROM list_hits h JOIN list_runs r ON r.id = h.run_id WHERE NOT h.is_current"
        ),
        Kind::Mail => due!(
            "mail",
            "SELECT o.id AS subject_id, '' AS owner_id, o.sent_at AS since FROM outbox o \
             WHERE o.sent_at IS NOT NULL AND o.recipient <> ''"
        ),
        Kind::Accounts => due!("accounts", idle!()),
    }
}
