DROP TABLE document_reminders;
DROP TABLE us_pathways;
DROP TABLE document_needs;
CREATE TABLE checks (
    id TEXT NOT NULL PRIMARY KEY,
    application_id TEXT NOT NULL REFERENCES applications (id),
    kind TEXT NOT NULL,
    outcome TEXT NOT NULL,
    note TEXT NOT NULL,
    checked_by TEXT NOT NULL REFERENCES accounts (id),
    checked_at BIGINT NOT NULL
);
CREATE INDEX checks_by_application ON checks (application_id, kind, checked_at);
INSERT INTO checks (id, application_id, kind, outcome, note, checked_by, checked_at)
SELECT id, application_id, 'legal_status', outcome, note, recorded_by, recorded_at
FROM legal_documents
WHERE application_id IS NOT NULL AND kind = 'registration' AND outcome <> 'received';
DROP TABLE legal_documents;
