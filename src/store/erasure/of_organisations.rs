//! What erasing does to the tables of organisations and people, and how a purge marks what
//! it is about. In the manner of the statements about applications.

use super::macros::UNUSED_KEYS;

/// What a purge that was just confirmed is about: the applications, the organisations (of
/// a round those that applied nowhere else), and the people who acted for these alone.
/// An organisation's own purge may come after one of its round.
pub(super) const MARK: &[&str] = &[
    "DELETE FROM erasures WHERE kind = 'everything' AND subject <> 'account' \
     AND (subject_id IN (SELECT subject_id FROM purges \
       WHERE confirmed_at IS NOT NULL AND erased_at IS NULL) \
     OR subject_id IN (SELECT a.id FROM applications a \
       JOIN purges p ON p.subject_id = a.round_id OR p.subject_id = a.organisation_id \
       WHERE p.confirmed_at IS NOT NULL AND p.erased_at IS NULL) \
     OR subject_id IN (SELECT a.organisation_id FROM applications a \
       JOIN purges p ON p.subject_id = a.round_id \
       WHERE p.confirmed_at IS NOT NULL AND p.erased_at IS NULL))",
    "INSERT INTO erasures (subject_id, kind, subject, running, erased_at) \
     SELECT p.subject_id, 'everything', 'organisation', TRUE, p.confirmed_at FROM purges p \
     WHERE p.subject = 'organisation' AND p.confirmed_at IS NOT NULL AND p.erased_at IS NULL",
    "INSERT INTO erasures (subject_id, kind, subject, running, erased_at) \
     SELECT o.id, 'everything', 'organisation', TRUE, p.confirmed_at \
     FROM organisations o, purges p WHERE p.subject = 'round' \
     AND p.confirmed_at IS NOT NULL AND p.erased_at IS NULL \
     AND EXISTS (SELECT 1 FROM applications a \
       WHERE a.organisation_id = o.id AND a.round_id = p.subject_id) \
     AND NOT EXISTS (SELECT 1 FROM applications a \
       WHERE a.organisation_id = o.id AND a.round_id <> p.subject_id)",
    "INSERT INTO erasures (subject_id, kind, subject, running, erased_at) \
     SELECT a.id, 'everything', 'application', TRUE, p.confirmed_at FROM applications a \
     JOIN purges p ON p.subject_id = a.round_id OR p.subject_id = a.organisation_id \
     WHERE p.confirmed_at IS NOT NULL AND p.erased_at IS NULL",
    acting_alone!("everything", "'everything'"),
];

/// Marks what goes along with organisations that have had their time: the people who act
/// for these alone, and what staff wrote about them.
pub(super) const ALONG: &[&str] = &[
    acting_alone!("accounts", "'everything', 'accounts'"),
    "INSERT INTO erasures (subject_id, kind, subject, running, erased_at) \
     SELECT DISTINCT n.id, 'engagement', 'entry', TRUE, e.erased_at \
     FROM engagements n JOIN erasures e ON e.subject_id = n.organisation_id \
     WHERE e.running AND e.subject = 'organisation' AND NOT EXISTS (SELECT 1 FROM erasures d \
       WHERE d.subject_id = n.id AND d.kind IN ('everything', 'engagement'))",
    "INSERT INTO erasures (subject_id, kind, subject, running, erased_at) \
     SELECT DISTINCT n.id, 'incidents', 'incident', TRUE, e.erased_at \
     FROM incidents n JOIN erasures e ON e.subject_id = n.organisation_id \
     WHERE e.running AND e.subject = 'organisation' AND NOT EXISTS (SELECT 1 FROM erasures d \
       WHERE d.subject_id = n.id AND d.kind IN ('everything', 'incidents'))",
];

/// Ends the marks of one erasure.
pub(super) const UNMARK: &str = "UPDATE erasures SET running = FALSE WHERE running";

/// The keys of organisations go before everything else: nothing opens again that they
/// sealed, in every copy that is made from then on.
pub(super) const KEYS: &[&str] = &[organised!(
    "UPDATE organisation_keys SET wrapped = NULL, \
     gone_at = COALESCE(gone_at, (SELECT e.erased_at FROM erasures e \
       WHERE e.subject_id = organisation_keys.organisation_id AND e.running)) \
     WHERE organisation_id"
)];

/// Engagement logs with their files.
pub(super) const ENGAGEMENT: &[&str] = &[
    under!(
        "INSERT INTO doomed_files (name, unfinished) SELECT storage_key, FALSE \
         FROM engagement_uploads WHERE removed_at IS NULL AND engagement_id",
        "engagements"
    ),
    under!(
        "DELETE FROM engagement_uploads WHERE engagement_id",
        "engagements"
    ),
    under!(
        "DELETE FROM engagement_files WHERE engagement_id",
        "engagements"
    ),
    under!(
        "DELETE FROM engagement_quotes WHERE engagement_id",
        "engagements"
    ),
    organised!("DELETE FROM engagements WHERE organisation_id"),
];

/// What happened to an organisation, and who acts for it.
pub(super) const ORGANISATION: &[&str] = &[
    organised!("DELETE FROM incidents WHERE organisation_id"),
    organised!("DELETE FROM memberships WHERE organisation_id"),
];

/// Who acts for an organisation that has had its time. Whoever is more than an applicant
/// stays a member, and with that kept away from it.
pub(super) const MEMBERS: &[&str] = &[organised!(
    "DELETE FROM memberships WHERE NOT EXISTS (SELECT 1 FROM account_roles r \
       WHERE r.account_id = memberships.account_id AND r.role <> 'applicant') \
     AND organisation_id"
)];

/// What an organisation is called, says of itself and is known for by its names.
pub(super) const NAMES: &[&str] = &[
    under!("DELETE FROM list_answers WHERE hit_id", "list_hits"),
    organised!("DELETE FROM list_hits WHERE organisation_id"),
    organised!("DELETE FROM list_runs WHERE organisation_id"),
    organised!("DELETE FROM organisation_sections WHERE organisation_id"),
    organised!("DELETE FROM registrations WHERE organisation_id"),
    organised!("DELETE FROM member_invitations WHERE organisation_id"),
    under!("UPDATE hold_passes SET reason = '' WHERE hold_id", "holds"),
    organised!("UPDATE holds SET reason = '', ended_reason = '' WHERE organisation_id"),
    organised!("UPDATE legal_documents SET note = '' WHERE organisation_id"),
    organised!("UPDATE us_pathways SET note = '' WHERE organisation_id"),
    organised!("UPDATE sponsorships SET sponsor_name = '', email = '' WHERE organisation_id"),
    ledger!(words, "organisation_id", "organisation"),
    ledger!(counts, "organisation_id", "organisation"),
    ledger!(keys, "organisation_id", "organisation"),
    UNUSED_KEYS,
    ledger!(beside, "organisation_id", "organisation"),
    organised!("DELETE FROM organisation_grams WHERE organisation_id"),
    organised!(
        "UPDATE organisations SET name_latin = '(' || substr(id, 29) || ')', \
         name_arabic = '', name_hebrew = '', website = '', grams_of = '' WHERE id"
    ),
    organised!("UPDATE erasure_requests SET reason = '', sealed = '' WHERE subject_id"),
];

/// Who somebody is. The row stays, for what they did stays told by its id.
pub(super) const PEOPLE: &[&str] = &[
    personal!("DELETE FROM sessions WHERE account_id"),
    personal!("DELETE FROM one_time_links WHERE account_id"),
    // Invitations know the address alone, and stay a month after their end.
    concat!(
        personal!("DELETE FROM one_time_links WHERE email IN (SELECT email FROM accounts WHERE id"),
        ")"
    ),
    concat!(
        personal!(
            "DELETE FROM member_invitations WHERE email IN (SELECT email FROM accounts WHERE id"
        ),
        ")"
    ),
    personal!("DELETE FROM second_factors WHERE account_id"),
    personal!("DELETE FROM recovery_codes WHERE account_id"),
    personal!("DELETE FROM second_step_losses WHERE account_id"),
    personal!("DELETE FROM passkeys WHERE account_id"),
    personal!("DELETE FROM passkey_challenges WHERE account_id"),
    personal!("DELETE FROM known_browsers WHERE account_id"),
    personal!("DELETE FROM openid_attempts WHERE account_id"),
    personal!("DELETE FROM openid_links WHERE account_id"),
    personal!("DELETE FROM affiliations WHERE account_id"),
    personal!("DELETE FROM document_reminders WHERE account_id"),
    personal!("DELETE FROM notices WHERE account_id"),
    personal!("UPDATE erasure_requests SET reason = '', sealed = '' WHERE subject_id"),
    personal!(
        "UPDATE accounts SET email = id || '@erased.invalid', \
         name = '(' || substr(id, 29) || ')', password_hash = NULL, \
         disabled_at = COALESCE(disabled_at, (SELECT e.erased_at FROM erasures e \
           WHERE e.subject_id = accounts.id AND e.running)) WHERE id"
    ),
];

/// What goes with an account whose owner leaves.
pub(super) const LEAVING: &[&str] = &[
    concat!(
        personal!("DELETE FROM outbox WHERE recipient IN (SELECT email FROM accounts WHERE id"),
        ")"
    ),
    personal!("DELETE FROM memberships WHERE account_id"),
    personal!("DELETE FROM reviewer_profiles WHERE account_id"),
];

/// Entries of engagement logs: their words and files. Day and kind stay.
pub(super) const ENTRIES: &[&str] = &[
    concat!(
        "INSERT INTO doomed_files (name, unfinished) SELECT storage_key, FALSE \
         FROM engagement_uploads WHERE removed_at IS NULL AND ",
        marked!("engagement_id", "entry")
    ),
    marked!(
        "DELETE FROM engagement_uploads WHERE engagement_id",
        "entry"
    ),
    marked!("DELETE FROM engagement_files WHERE engagement_id", "entry"),
    marked!(
        "UPDATE engagement_quotes SET words = '', sealed = '' WHERE engagement_id",
        "entry"
    ),
    marked!(
        "UPDATE engagements SET place = '', theirs = '', ours = '', notes = '', reason = '', \
         sealed = '' WHERE id",
        "entry"
    ),
];

/// Places and words of incidents. Kind, day and country stay, which statistics count.
pub(super) const INCIDENTS: &[&str] = &[marked!(
    "UPDATE incidents SET locality = '', reference = '', note = '', reason = '', sealed = '' \
     WHERE id",
    "incident"
)];

/// Hits that no screening stands behind any more.
pub(super) const HITS: &[&str] = &[
    marked!(
        "UPDATE list_hits SET former_id = NULL WHERE former_id",
        "hit"
    ),
    marked!("DELETE FROM list_answers WHERE hit_id", "hit"),
    marked!("DELETE FROM list_hits WHERE id", "hit"),
];

/// Letters, without a mark that stays: they tell by themselves that they are empty.
pub(super) const LETTERS: &[&str] = &[
    marked!(
        "UPDATE outbox SET recipient = '', subject = '', body = '', sealed = '', failure = NULL \
         WHERE id",
        "letter"
    ),
    "DELETE FROM erasures WHERE running AND subject = 'letter'",
];
