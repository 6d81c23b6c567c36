//! The invariants of an installation, asked of the database itself. Each query
//! finds rows that must not exist; the words say what such a row would mean.

mod award;
mod decision;
mod discussion;
mod due_diligence;
mod erasure;
mod evidence;
mod list_screening;
mod round;
mod scale;
mod sealed;

use diesel::prelude::*;
use diesel::sql_types::Text;

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader};
use super::verify_audit;

/// A broken invariant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What is wrong, in English: for operators.
    pub problem: &'static str,
    /// An id to begin with.
    pub example: String,
}

#[derive(QueryableByName)]
#[diesel(check_for_backend(MultiBackend))]
struct Example {
    #[diesel(sql_type = Text)]
    example: String,
}

/// What must never be found. Portable SQL, without parameters.
const NEVER: &[(&str, &str)] = &[
    (
        "a reviewer takes no review at all",
        "SELECT account_id AS example FROM reviewer_profiles WHERE cap < 1",
    ),
    (
        "an application is assigned to a person with a conflict of interest",
        "SELECT s.application_id AS example FROM assignments s \
         JOIN conflicts c ON c.application_id = s.application_id \
          AND c.account_id = s.reviewer_id WHERE s.recused_at IS NULL",
    ),
    (
        "an application is assigned to a member of the organisation",
        "SELECT s.application_id AS example FROM assignments s \
         JOIN applications a ON a.id = s.application_id \
         JOIN memberships m ON m.organisation_id = a.organisation_id \
          AND m.account_id = s.reviewer_id WHERE s.recused_at IS NULL",
    ),
    (
        "a review was submitted by a person with a conflict of interest",
        "SELECT v.id AS example FROM reviews v \
         JOIN conflicts c ON c.application_id = v.application_id \
          AND c.account_id = v.reviewer_id WHERE v.submitted_at > c.found_at",
    ),
    (
        "a person is kept away from an application without a record that says why",
        "SELECT c.application_id AS example FROM conflicts c WHERE NOT EXISTS \
         (SELECT 1 FROM conflict_records r WHERE r.application_id = c.application_id \
          AND r.account_id = c.account_id AND r.ended_at IS NULL)",
    ),
    (
        "a conflict of interest is on record, but keeps nobody away",
        "SELECT r.application_id AS example FROM conflict_records r \
         WHERE r.ended_at IS NULL AND NOT EXISTS \
         (SELECT 1 FROM conflicts c WHERE c.application_id = r.application_id \
          AND c.account_id = r.account_id)",
    ),
    (
        "a conflict of interest was lifted by the person themselves",
        "SELECT application_id AS example FROM conflict_records WHERE ended_by = account_id",
    ),
    (
        "a review was submitted without a declaration",
        "SELECT v.id AS example FROM reviews v WHERE v.submitted_at IS NOT NULL AND NOT EXISTS \
         (SELECT 1 FROM declarations d WHERE d.application_id = v.application_id \
          AND d.account_id = v.reviewer_id)",
    ),
    (
        "a review uses no rubric of its round's programme",
        "SELECT v.id AS example FROM reviews v JOIN applications a ON a.id = v.application_id \
         JOIN rounds r ON r.id = a.round_id WHERE NOT EXISTS (SELECT 1 FROM rubrics b \
         WHERE b.id = v.rubric_id AND b.programme_id = r.programme_id)",
    ),
    (
        "a score is for a criterion of another rubric than its review",
        "SELECT s.review_id AS example FROM scores s JOIN reviews v ON v.id = s.review_id \
         WHERE NOT EXISTS (SELECT 1 FROM criteria c WHERE c.rubric_id = v.rubric_id \
         AND COALESCE(c.measure, c.id) = s.criterion_id)",
    ),
    (
        "judgements are kept under a criterion whose points mean something else",
        "SELECT c.id AS example FROM criteria c JOIN criteria m ON m.id = c.measure \
         WHERE m.code <> c.code OR m.anchors <> c.anchors OR m.measure IS NOT NULL",
    ),
    (
        "the latest version of a review was given on another rubric than the review",
        "SELECT v.id AS example FROM reviews v JOIN review_versions w ON w.review_id = v.id \
         WHERE w.version = (SELECT MAX(x.version) FROM review_versions x \
         WHERE x.review_id = v.id) AND (w.rubric_id IS NULL OR w.rubric_id <> v.rubric_id)",
    ),
    (
        "two applications have the same reference",
        "SELECT reference AS example FROM applications GROUP BY reference HAVING COUNT(*) > 1",
    ),
    (
        "an application was submitted but has no submitted version",
        "SELECT a.id AS example FROM applications a \
         WHERE a.status NOT IN ('draft', 'discarded') AND NOT EXISTS \
         (SELECT 1 FROM submissions s WHERE s.application_id = a.id)",
    ),
    (
        "a request in another currency is kept without its whole conversion",
        "SELECT id AS example FROM applications WHERE \
         (asked_minor IS NULL OR asked_currency IS NULL OR rate IS NULL OR rate_day IS NULL \
          OR rate_source IS NULL OR requested_minor IS NULL) AND NOT \
         (asked_minor IS NULL AND asked_currency IS NULL AND rate IS NULL AND rate_day IS NULL \
          AND rate_source IS NULL)",
    ),
    (
        "a request in the round's own currency was converted",
        "SELECT a.id AS example FROM applications a JOIN rounds r ON r.id = a.round_id \
         WHERE a.asked_currency = r.currency",
    ),
    (
        "a file was removed from an application that was never sent",
        "SELECT f.id AS example FROM attachments f WHERE f.removed_at IS NOT NULL \
         AND NOT EXISTS (SELECT 1 FROM submissions s WHERE s.application_id = f.application_id)",
    ),
    (
        "an upload became a file of another application",
        "SELECT u.id AS example FROM uploads u JOIN attachments f ON f.id = u.file_id \
         WHERE f.application_id <> u.application_id OR f.question <> u.question",
    ),
    (
        "an application counts as decided without a released decision",
        "SELECT a.id AS example FROM applications a WHERE a.status = 'decided' AND NOT EXISTS \
         (SELECT 1 FROM decisions d WHERE d.application_id = a.id AND d.released_at IS NOT NULL)",
    ),
    // Of one that had its time, those are left who are to be kept away from it.
    (
        "an organisation has people but no owner",
        "SELECT m.organisation_id AS example FROM memberships m WHERE NOT EXISTS \
         (SELECT 1 FROM memberships o WHERE o.organisation_id = m.organisation_id \
          AND o.role = 'owner') \
         AND NOT EXISTS (SELECT 1 FROM erasures e WHERE e.subject_id = m.organisation_id \
          AND e.kind = 'organisations')",
    ),
    (
        "an application was certified, but sent with other answers",
        "SELECT s.application_id AS example FROM submissions s \
         JOIN certifications c ON c.application_id = s.application_id \
         WHERE s.version = 1 AND c.certified_at <= s.submitted_at AND NOT EXISTS \
         (SELECT 1 FROM certifications d WHERE d.application_id = s.application_id \
          AND d.digest = s.digest AND d.certified_at <= s.submitted_at)",
    ),
    (
        "a filed application was sent without a certification",
        "SELECT f.application_id AS example FROM filings f \
         JOIN submissions s ON s.application_id = f.application_id WHERE NOT EXISTS \
         (SELECT 1 FROM certifications c WHERE c.application_id = f.application_id)",
    ),
    (
        "a fiscal sponsor consented without saying who it is",
        "SELECT id AS example FROM sponsorships WHERE state IN ('consented', 'revoked') \
         AND (organisation_id IS NULL OR answered_by IS NULL)",
    ),
    (
        "an organisation is its own fiscal sponsor",
        "SELECT s.id AS example FROM sponsorships s JOIN applications a \
         ON a.id = s.application_id WHERE s.organisation_id = a.organisation_id",
    ),
    (
        "an application has two open questions to fiscal sponsors",
        "SELECT application_id AS example FROM sponsorships \
         WHERE state IN ('asked', 'consented') GROUP BY application_id HAVING COUNT(*) > 1",
    ),
    (
        "an application has two clarifications that wait for an answer",
        "SELECT application_id AS example FROM clarifications \
         WHERE answered_at IS NULL AND closed_at IS NULL \
         GROUP BY application_id HAVING COUNT(*) > 1",
    ),
    (
        "a clarification was answered after its due date",
        "SELECT id AS example FROM clarifications WHERE answered_at > due_at",
    ),
    (
        "a clarification was both answered and ended",
        "SELECT id AS example FROM clarifications \
         WHERE answered_at IS NOT NULL AND closed_at IS NOT NULL",
    ),
    (
        "a submitted review names no submitted version of its application",
        "SELECT v.id AS example FROM reviews v WHERE v.submitted_at IS NOT NULL AND NOT EXISTS \
         (SELECT 1 FROM submissions s WHERE s.application_id = v.application_id \
          AND s.version = v.submission_version)",
    ),
    (
        "a submitted review has lost its sealed first version",
        "SELECT v.id AS example FROM reviews v WHERE v.submitted_at IS NOT NULL AND NOT EXISTS \
         (SELECT 1 FROM review_versions w WHERE w.review_id = v.id AND w.version = 1)",
    ),
    (
        "a version of a review is missing",
        "SELECT review_id AS example FROM review_versions GROUP BY review_id \
         HAVING MAX(version) <> COUNT(*)",
    ),
    (
        "a review has versions and was never submitted",
        "SELECT v.id AS example FROM reviews v JOIN review_versions w ON w.review_id = v.id \
         WHERE v.submitted_at IS NULL",
    ),
    (
        "a first version of a review is younger than a later one",
        "SELECT w.review_id AS example FROM review_versions w JOIN review_versions l \
         ON l.review_id = w.review_id AND l.version > w.version \
         WHERE w.submitted_at > l.submitted_at",
    ),
    (
        "a first version of a review has a reason for being sent again",
        "SELECT review_id AS example FROM review_versions WHERE version = 1 AND reason <> ''",
    ),
    (
        "somebody was reminded of a review that they had sent",
        "SELECT r.application_id AS example FROM reminded_reviews r JOIN reviews v \
         ON v.application_id = r.application_id AND v.reviewer_id = r.account_id \
         JOIN review_versions w ON w.review_id = v.id WHERE w.submitted_at < r.sent_at",
    ),
    (
        "a review was sent after its review phase had closed",
        "SELECT w.review_id AS example FROM review_versions w \
         JOIN reviews v ON v.id = w.review_id JOIN applications a ON a.id = v.application_id \
         JOIN review_phases p ON p.round_id = a.round_id WHERE p.closes_at < w.submitted_at \
         AND p.opens_at <= w.submitted_at AND NOT EXISTS (SELECT 1 FROM review_phases q \
          WHERE q.round_id = p.round_id AND q.opens_at > p.opens_at \
          AND q.opens_at <= w.submitted_at)",
    ),
    (
        "a round uses a form of another programme",
        "SELECT r.id AS example FROM rounds r JOIN forms f ON f.id = r.form_id \
         WHERE f.programme_id <> r.programme_id",
    ),
    (
        "an application is answered on no form of its round's programme",
        "SELECT a.id AS example FROM applications a JOIN rounds r ON r.id = a.round_id \
         WHERE NOT EXISTS (SELECT 1 FROM forms f WHERE f.id = a.form_id \
          AND f.programme_id = r.programme_id)",
    ),
];

/// Examines the database; an empty list means that it is sound.
pub fn examine(reader: &mut Reader) -> Result<Vec<Finding>, StoreError> {
    let mut findings = Vec::new();
    let features = [
        award::NEVER,
        decision::NEVER,
        discussion::NEVER,
        list_screening::NEVER,
        due_diligence::NEVER,
        erasure::NEVER,
        evidence::NEVER,
        round::NEVER,
        sealed::NEVER,
    ];
    for (problem, query) in NEVER.iter().chain(features.into_iter().flatten()) {
        let found: Option<Example> = diesel::sql_query(*query)
            .load(reader.connection())?
            .into_iter()
            .next();
        findings.extend(found.map(|row| Finding {
            problem,
            example: row.example,
        }));
    }
    if let Err(broken) = verify_audit(reader)? {
        let problem = "the audit log is broken";
        findings.push(Finding {
            problem,
            example: broken.seq.to_string(),
        });
    }
    findings.extend(sealed::text_in_clear(reader)?);
    findings.extend(sealed::altered_submission(reader)?);
    findings.extend(
        scale::beyond(reader)?
            .into_iter()
            .chain(scale::totals(reader)?),
    );
    Ok(findings)
}
