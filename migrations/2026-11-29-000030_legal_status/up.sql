-- Papers of organisations as staff saw them. Rows are only added: a later one of the
-- same kind supersedes the earlier.
CREATE TABLE legal_documents (
    id TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    kind TEXT NOT NULL,
    -- received, verified or not_verified.
    outcome TEXT NOT NULL,
    -- Seen on paper, in a register or as a file of an application.
    seen TEXT NOT NULL,
    application_id TEXT REFERENCES applications (id),
    -- What was sent is never deleted, so a file of it stays; no reference, because the
    -- row of a file that was never sent may go.
    file_id TEXT,
    -- Days, such as 2026-11-29; the last day on which it holds.
    issued_on TEXT,
    expires_on TEXT,
    note TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES accounts (id),
    recorded_at BIGINT NOT NULL,
    superseded_at BIGINT
);
CREATE INDEX legal_documents_by_organisation ON legal_documents (organisation_id, kind, id);
CREATE INDEX legal_documents_by_expiry ON legal_documents (expires_on, id);

-- A check of an applicant's legal status becomes what it was: a look at the certificate
-- of its organisation, or of its sponsor where it has no legal form of its own.
INSERT INTO legal_documents
    (id, organisation_id, kind, outcome, seen, application_id, note, recorded_by, recorded_at)
SELECT c.id,
    COALESCE(
        (SELECT MAX(s.organisation_id) FROM sponsorships s
         WHERE s.application_id = a.id AND s.state = 'consented'
            AND o.legal_form IN ('fiscally_sponsored', 'unregistered')),
        o.id),
    'registration', c.outcome, 'paper', a.id, c.note, c.checked_by, c.checked_at
FROM checks c
JOIN applications a ON a.id = c.application_id
JOIN organisations o ON o.id = a.organisation_id
WHERE c.kind = 'legal_status';
UPDATE legal_documents SET superseded_at = (
    SELECT MIN(l.recorded_at) FROM legal_documents l
    WHERE l.organisation_id = legal_documents.organisation_id
        AND (l.recorded_at > legal_documents.recorded_at
            OR (l.recorded_at = legal_documents.recorded_at AND l.id > legal_documents.id)));
DROP TABLE checks;

-- What a programme asks of a legal form, such as 'registration:needed statutes:asked'.
-- A form without a row keeps to the defaults.
CREATE TABLE document_needs (
    programme_id TEXT NOT NULL REFERENCES programmes (id),
    legal_form TEXT NOT NULL,
    needs TEXT NOT NULL,
    PRIMARY KEY (programme_id, legal_form)
);

-- By which way money from the United States may reach an organisation, and what the
-- file holds for that. Rows are only added; the latest counts.
CREATE TABLE us_pathways (
    id TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    pathway TEXT NOT NULL,
    -- Codes separated by spaces.
    held TEXT NOT NULL,
    note TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES accounts (id),
    recorded_at BIGINT NOT NULL
);
CREATE INDEX us_pathways_by_organisation ON us_pathways (organisation_id, id);

-- When an admin last had the weekly letter about papers that expire.
CREATE TABLE document_reminders (
    account_id TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id),
    sent_at BIGINT NOT NULL
);
