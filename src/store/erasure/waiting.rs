//! What has had its time, by kind: portable SQL, in which parameters are numbered in the
//! order in which they appear. Once a day all that there is of a kind is looked at, page by
//! page; what goes soon waits in `retention_waiting`, and is asked for there. What was
//! erased already is passed over.

use crate::domain::retention::{Kind, Owner};

/// How much of a kind is shown or erased at once.
const AT_ONCE: usize = 500;

/// When an application came to its end.
macro_rules! end {
    () => {
        "COALESCE((SELECT MAX(w.ended_at) FROM awards w WHERE w.application_id = a.id), \
           (SELECT MAX(d.released_at) FROM decisions d WHERE d.application_id = a.id), \
           (SELECT MAX(s.screened_at) FROM screenings s WHERE s.application_id = a.id), \
           a.submitted_at, a.created_at)"
    };
}

/// That the outcome of an application is out, that no award of it runs, no appeal waits and
/// it is not in reserve.
macro_rules! is_over {
    () => {
        "a.status IN ('decided', 'withdrawn', 'ineligible') \
         AND NOT EXISTS (SELECT 1 FROM awards w WHERE w.application_id = a.id \
           AND w.state NOT IN ('closed', 'cancelled')) \
         AND NOT EXISTS (SELECT 1 FROM appeals p JOIN decisions d ON d.id = p.decision_id \
           WHERE d.application_id = a.id AND p.answered_at IS NULL) \
         AND NOT EXISTS (SELECT 1 FROM decisions x WHERE x.application_id = a.id \
           AND x.outcome = 'reserve' AND x.released_at = (SELECT MAX(y.released_at) \
             FROM decisions y WHERE y.application_id = a.id))"
    };
}

/// Applications that are over.
macro_rules! over {
    () => {
        concat!(
            "SELECT a.id AS subject_id, a.id AS owner_id, ",
            end!(),
            " AS since FROM applications a WHERE a.id @some AND ",
            is_over!()
        )
    };
}

/// That an application is a draft that nobody can send any more, or that waits for nothing.
macro_rules! is_left {
    () => {
        "a.status IN ('draft', 'discarded') AND (r.state = 'closed' OR r.closes_at IS NULL)"
    };
}

/// The applications of an organisation, and those that it is asked to be the sponsor of.
macro_rules! concerning {
    () => {
        "(SELECT x.id AS id FROM applications x WHERE x.organisation_id = o.id UNION ALL \
           SELECT y.application_id FROM sponsorships y WHERE y.organisation_id = o.id) i"
    };
}

/// That a member of an organisation is an applicant and nothing else.
macro_rules! acts {
    () => {
        "m.organisation_id = o.id AND NOT EXISTS (SELECT 1 FROM account_roles k \
           WHERE k.account_id = m.account_id AND k.role <> 'applicant')"
    };
}

/// When something went on with an organisation the last time.
macro_rules! last_use {
    () => {
        concat!(
            "SELECT o.created_at AS at UNION ALL \
               SELECT m.joined_at FROM memberships m WHERE ",
            acts!(),
            " UNION ALL SELECT (SELECT MAX(v.at) FROM audit_events v \
                 WHERE v.object_kind = 'account' AND v.object_id = m.account_id \
                 AND v.action = 'sign_in') FROM memberships m WHERE ",
            acts!(),
            " UNION ALL SELECT s.saved_at FROM applications a JOIN application_sections s \
               ON s.application_id = a.id WHERE a.organisation_id = o.id \
             UNION ALL SELECT ",
            end!(),
            " FROM ",
            concerning!(),
            " JOIN applications a ON a.id = i.id"
        )
    };
}

/// Organisations all of whose applications are over or left as drafts, that are not on hold,
/// of which no grant is published by name, and whose people are not signed in.
macro_rules! quiet {
    () => {
        concat!(
            "SELECT o.id AS subject_id, o.id AS owner_id, (SELECT MAX(u.at) FROM (",
            last_use!(),
            ") u) AS since FROM organisations o WHERE o.id @some \
             AND NOT EXISTS (SELECT 1 FROM ",
            concerning!(),
            " JOIN applications a ON a.id = i.id JOIN rounds r ON r.id = a.round_id WHERE NOT (",
            is_over!(),
            ") AND NOT (",
            is_left!(),
            ")) AND NOT EXISTS (SELECT 1 FROM ",
            concerning!(),
            " JOIN publications p ON p.application_id = i.id WHERE p.state = 'full') \
             AND NOT EXISTS (SELECT 1 FROM holds h \
               WHERE h.organisation_id = o.id AND h.ended_at IS NULL) \
             AND NOT EXISTS (SELECT 1 FROM memberships m JOIN sessions z \
               ON z.account_id = m.account_id WHERE ",
            acts!(),
            ")"
        )
    };
}

/// Accounts of applicants who act for nobody and are not signed in.
macro_rules! idle {
    () => {
        "SELECT c.id AS subject_id, '' AS owner_id, COALESCE((SELECT MAX(v.at) \
           FROM audit_events v WHERE v.object_kind = 'account' AND v.object_id = c.id \
           AND v.action = 'sign_in'), c.created_at) AS since FROM accounts c \
         WHERE c.id @some AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m.account_id = c.id) \
         AND NOT EXISTS (SELECT 1 FROM sessions s WHERE s.account_id = c.id) \
         AND NOT EXISTS (SELECT 1 FROM account_roles r WHERE r.account_id = c.id \
           AND r.role <> 'applicant')"
    };
}

/// What there is of a kind, to whom it belongs and since when; `@some` says of which.
fn inner(kind: Kind) -> &'static str {
    match kind {
        Kind::Declined => concat!(
            over!(),
            " AND NOT EXISTS (SELECT 1 FROM awards x WHERE x.application_id = a.id)"
        ),
        Kind::Drafts => {
            concat!(
                "SELECT a.id AS subject_id, a.id AS owner_id, COALESCE((SELECT MAX(s.saved_at) \
                   FROM application_sections s WHERE s.application_id = a.id), a.created_at) \
                 AS since FROM applications a JOIN rounds r ON r.id = a.round_id \
                 WHERE a.id @some AND ",
                is_left!()
            )
        }
        Kind::Awards => {
            "SELECT w.application_id AS subject_id, w.application_id AS owner_id, \
             MAX(w.ended_at) AS since FROM awards w WHERE w.application_id @some \
             AND NOT EXISTS (SELECT 1 FROM awards x WHERE x.application_id = w.application_id \
               AND x.state NOT IN ('closed', 'cancelled')) GROUP BY w.application_id"
        }
        Kind::Reviews | Kind::Messages | Kind::Referees | Kind::Files => over!(),
        Kind::Engagement => {
            "SELECT e.id AS subject_id, MAX(e.organisation_id) AS owner_id, \
             MAX(e.written_at) AS since FROM engagements e WHERE e.id @some GROUP BY e.id"
        }
        Kind::Incidents => {
            "SELECT i.id AS subject_id, MAX(i.organisation_id) AS owner_id, \
             MAX(i.written_at) AS since FROM incidents i WHERE i.id @some GROUP BY i.id"
        }
        Kind::Hits => {
            "SELECT h.id AS subject_id, h.organisation_id AS owner_id, r.ran_at AS since \
             FROM list_hits h JOIN list_runs r ON r.id = h.run_id \
             WHERE h.id @some AND NOT h.is_current"
        }
        Kind::Mail => {
            "SELECT o.id AS subject_id, '' AS owner_id, o.sent_at AS since FROM outbox o \
             WHERE o.id @some AND o.sent_at IS NOT NULL AND o.recipient <> ''"
        }
        Kind::Organisations => quiet!(),
        Kind::Accounts => idle!(),
    }
}

/// Where the ids of a kind lie in their order: a table, what `inner` calls it, its column.
fn ids(kind: Kind) -> (&'static str, &'static str, &'static str) {
    match kind {
        Kind::Declined
        | Kind::Drafts
        | Kind::Reviews
        | Kind::Messages
        | Kind::Referees
        | Kind::Files => ("applications", "a", "id"),
        Kind::Awards => ("awards", "w", "application_id"),
        Kind::Engagement => ("engagements", "e", "id"),
        Kind::Incidents => ("incidents", "i", "id"),
        Kind::Hits => ("list_hits", "h", "id"),
        Kind::Mail => ("outbox", "o", "id"),
        Kind::Organisations => ("organisations", "o", "id"),
        Kind::Accounts => ("accounts", "c", "id"),
    }
}

/// Of what `inner` tells, what began before an instant and was not erased.
fn begun(kind: Kind, some: &str, before: &str) -> String {
    let (inner, code) = (inner(kind).replace("@some", some), kind.code());
    format!(
        "FROM ({inner}) q WHERE q.since < {before} AND NOT EXISTS (SELECT 1 FROM erasures e \
         WHERE e.subject_id = q.subject_id AND e.kind IN ('everything', '{code}'))"
    )
}

/// The last of so many ids of a kind behind one ($1), empty where there are none.
pub(super) fn page_end(kind: Kind, most: usize) -> String {
    let (table, _, id) = ids(kind);
    format!(
        "SELECT COALESCE(MAX(p.id), '') AS last_id FROM (SELECT DISTINCT {id} AS id FROM {table} \
         WHERE {id} > $1 ORDER BY {id} LIMIT {most}) p"
    )
}

/// Lets wait what of a kind lies behind an id ($1), up to another ($2), and began before
/// an instant ($3).
pub(super) fn enqueue(kind: Kind) -> String {
    let (_, called, id) = ids(kind);
    let some = format!("> $1 AND {called}.{id} <= $2");
    let (begun, code) = (begun(kind, &some, "$3"), kind.code());
    format!(
        "INSERT INTO retention_waiting (kind, subject_id, owner_id, since) \
         SELECT '{code}', q.subject_id, q.owner_id, q.since {begun}"
    )
}

/// The ids of what waits longest of a kind: what began before an instant ($1) and is not
/// kept on a day ($2).
fn head(kind: Kind) -> String {
    let kept = match kind.owner() {
        Owner::Organisation => {
            "applications b JOIN retention_keeps k ON k.application_id = b.id \
             WHERE b.organisation_id = n.owner_id"
        }
        Owner::Application | Owner::Person | Owner::Nobody => {
            "retention_keeps k WHERE k.application_id = n.owner_id"
        }
    };
    let code = kind.code();
    format!(
        "SELECT n.subject_id FROM retention_waiting n WHERE n.kind = '{code}' AND n.since < $1 \
         AND NOT EXISTS (SELECT 1 FROM {kept} AND k.until_on >= $2) \
         ORDER BY n.since, n.subject_id LIMIT {AT_ONCE}"
    )
}

/// What of the head is due still, with the parameters of `head`.
pub(super) fn due(kind: Kind) -> String {
    let begun = begun(kind, &format!("IN ({})", head(kind)), "$1");
    format!(
        "SELECT q.subject_id AS subject_id, q.owner_id AS owner_id {begun} \
         ORDER BY q.since, q.subject_id"
    )
}

/// Lets the head wait no longer, with its parameters.
pub(super) fn dequeue(kind: Kind) -> String {
    let (code, head) = (kind.code(), head(kind));
    format!("DELETE FROM retention_waiting WHERE kind = '{code}' AND subject_id IN ({head})")
}
