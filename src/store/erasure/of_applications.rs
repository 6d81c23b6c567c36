//! What erasing does to the tables of applications: portable SQL without parameters. Rows
//! that others refer to, that are counted, or that carry a score or an amount stay and lose
//! their words; the rest is deleted.

use super::macros::UNUSED_KEYS;

/// Account details: without their ciphertext no key opens them. Wherever a row stays whose
/// words are sealed, an empty text takes their place; none would mean that they lie in clear.
pub(super) const SEALED: &[&str] = &[below!(
    "UPDATE bank_accounts SET sealed = '', holder = '', bank = '', iban = '', bic = '' \
     WHERE award_id",
    "awards"
)];

/// Letters to whoever is written to about it.
pub(super) const MAIL: &[&str] = &[
    concat!(
        applied!(
            "DELETE FROM outbox WHERE recipient IN (SELECT c.email FROM accounts c \
             JOIN memberships m ON m.account_id = c.id \
             JOIN applications a ON a.organisation_id = m.organisation_id WHERE a.id"
        ),
        ")"
    ),
    concat!(
        applied!(
            "DELETE FROM outbox WHERE recipient IN \
             (SELECT email FROM sponsorships WHERE application_id"
        ),
        ")"
    ),
    concat!(
        organised!(
            "DELETE FROM outbox WHERE recipient IN (SELECT c.email FROM accounts c \
             JOIN memberships m ON m.account_id = c.id WHERE m.organisation_id"
        ),
        ")"
    ),
    concat!(
        organised!(
            "DELETE FROM outbox WHERE recipient IN \
             (SELECT email FROM member_invitations WHERE organisation_id"
        ),
        ")"
    ),
];

/// Uploaded files, and what refers to them.
pub(super) const FILES: &[&str] = &[
    applied!(
        "INSERT INTO doomed_files (name, unfinished) \
         SELECT storage_key, FALSE FROM attachments WHERE application_id"
    ),
    applied!(
        "INSERT INTO doomed_files (name, unfinished) \
         SELECT id, TRUE FROM uploads WHERE application_id"
    ),
    below!(
        "UPDATE legal_documents SET file_id = NULL WHERE file_id",
        "attachments"
    ),
    below!("DELETE FROM engagement_files WHERE file_id", "attachments"),
    applied!("UPDATE awards SET signed_file_id = NULL WHERE application_id"),
    applied!("DELETE FROM uploads WHERE application_id"),
    applied!("DELETE FROM attachments WHERE application_id"),
];

/// What the organisation said, with what was copied out of it. The digest of a version is
/// that of answers without any, so that a version that was altered is still told apart.
pub(super) const ANSWERS: &[&str] = &[
    applied!("DELETE FROM application_sections WHERE application_id"),
    applied!(
        "UPDATE submissions SET answers = '{}', sealed = '', \
         digest = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a' \
         WHERE application_id"
    ),
    applied!(
        "UPDATE certifications SET officer_name = '', officer_role = '', \
         digest = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a' \
         WHERE application_id"
    ),
    applied!("UPDATE applications SET title = '', topic = '' WHERE id"),
    applied!("UPDATE clarifications SET question = '', answer = '' WHERE application_id"),
    applied!(
        "UPDATE sponsorships SET sponsor_name = '', email = '', expires_at = 0 \
         WHERE application_id"
    ),
    applied!("UPDATE filings SET note = '' WHERE application_id"),
    applied!("DELETE FROM incidents WHERE application_id"),
    ledger!(words, "application_id", "application"),
    ledger!(counts, "application_id", "application"),
    ledger!(keys, "application_id", "application"),
    UNUSED_KEYS,
    applied!("DELETE FROM application_overlaps WHERE application_id"),
    // What was said of it beside applications of others, which their keys open.
    ledger!(beside, "application_id", "application"),
    applied!("DELETE FROM overlap_searches WHERE application_id"),
    below!(
        "UPDATE appeals SET words = '' WHERE decision_id",
        "decisions"
    ),
    below!(
        "UPDATE award_reports SET words = '' WHERE award_id",
        "awards"
    ),
    below!(
        "UPDATE award_report_versions SET words = '' WHERE award_id",
        "awards"
    ),
    applied!("UPDATE awards SET agreed_name = '' WHERE application_id"),
];

/// What staff wrote about it.
pub(super) const NOTES: &[&str] = &[
    applied!("UPDATE screenings SET note = '' WHERE application_id"),
    applied!("UPDATE diligence_steps SET note = '' WHERE application_id"),
    applied!("UPDATE concerns SET words = '', resolution = '', sealed = '' WHERE application_id"),
    applied!("UPDATE declarations SET note = '' WHERE application_id"),
    applied!("UPDATE conflict_records SET reason = '', ended_reason = '' WHERE application_id"),
    applied!("UPDATE hold_passes SET reason = '' WHERE application_id"),
    applied!("UPDATE retention_keeps SET reason = '' WHERE application_id"),
    applied!("UPDATE meeting_items SET note = '' WHERE application_id"),
    applied!("DELETE FROM engagement_quotes WHERE application_id"),
    applied!(
        "UPDATE decisions SET rationale = '', feedback = '', \
         waiver = CASE WHEN waiver IS NULL THEN NULL ELSE '' END, \
         over_budget = CASE WHEN over_budget IS NULL THEN NULL ELSE '' END, \
         deviation = CASE WHEN deviation IS NULL THEN NULL ELSE '' END WHERE application_id"
    ),
    below!(
        "UPDATE conditions SET text = '', reason = '' WHERE decision_id",
        "decisions"
    ),
    below!(
        "UPDATE decision_letters SET subject = '', body = '' WHERE decision_id",
        "decisions"
    ),
    below!(
        "UPDATE appeals SET answer = CASE WHEN answer IS NULL THEN NULL ELSE '' END \
         WHERE decision_id",
        "decisions"
    ),
    below!(
        "UPDATE decision_reopenings SET reason = '' WHERE decision_id",
        "decisions"
    ),
    below!(
        "UPDATE list_acknowledgements SET reason = '' WHERE decision_id",
        "decisions"
    ),
    below!(
        "UPDATE diligence_acknowledgements SET reason = '' WHERE decision_id",
        "decisions"
    ),
    applied!("UPDATE awards SET ended_reason = '' WHERE application_id"),
    below!(
        "UPDATE award_reasons SET words = '' WHERE award_id",
        "awards"
    ),
    below!(
        "UPDATE award_amendments SET words = '' WHERE award_id",
        "awards"
    ),
    below!(
        "UPDATE award_reports SET note = '' WHERE award_id",
        "awards"
    ),
    below!(
        "UPDATE award_report_versions SET note = '' WHERE award_id",
        "awards"
    ),
    below!(
        "UPDATE disbursements SET programme_reason = '', finance_reason = '', \
         dropped_reason = '' WHERE award_id",
        "awards"
    ),
];

/// The words of reviews; scores, recommendations and totals stay. Sent versions are
/// emptied one by one, as their words stand among the scores.
pub(super) const REVIEWS: &[&str] = &[
    applied!("UPDATE reviews SET comment = '' WHERE application_id"),
    below!(
        "UPDATE scores SET justification = '' WHERE review_id",
        "reviews"
    ),
    below!(
        "UPDATE review_versions SET reason = '' WHERE review_id",
        "reviews"
    ),
    applied!("UPDATE abstentions SET reason = '' WHERE application_id"),
    concat!(
        "DELETE FROM review_imports WHERE round_id IN (SELECT round_id FROM applications WHERE ",
        applied!("id"),
        ")"
    ),
];

/// Messages between both sides, and the discussion.
pub(super) const MESSAGES: &[&str] = &[
    applied!("DELETE FROM notices WHERE application_id"),
    applied!("DELETE FROM message_reads WHERE application_id"),
    applied!("DELETE FROM messages WHERE application_id"),
    below!(
        "DELETE FROM discussion_mentions WHERE post_id",
        "discussion_posts"
    ),
    applied!("DELETE FROM discussion_posts WHERE application_id"),
];

/// Referees, and what they answered.
pub(super) const REFEREES: &[&str] = &[applied!(
    "UPDATE referees SET name = '', email = '', answer = '', sealed = '', expires_at = 0 \
     WHERE application_id"
)];

/// What is not decided yet ends; nobody is asked to review what is gone.
pub(super) const STATES: &[&str] = &[
    applied!("UPDATE publications SET state = 'withheld' WHERE application_id"),
    applied!(
        "UPDATE applications SET status = 'withdrawn' \
         WHERE status IN ('submitted', 'in_review', 'deliberation') AND NOT EXISTS \
         (SELECT 1 FROM awards w WHERE w.application_id = applications.id) AND id"
    ),
    applied!("UPDATE applications SET status = 'discarded' WHERE status = 'draft' AND id"),
];
