-- Requests of people and organisations to erase what is kept about them.
CREATE TABLE erasure_requests (
    id TEXT NOT NULL PRIMARY KEY,
    -- account or organisation.
    subject TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    asked_by TEXT NOT NULL REFERENCES accounts (id),
    asked_at BIGINT NOT NULL,
    granted BOOLEAN,
    -- Why, as the asker is told; may be empty where it was granted.
    reason TEXT NOT NULL,
    answered_by TEXT REFERENCES accounts (id),
    answered_at BIGINT,
    withdrawn_at BIGINT
);
CREATE INDEX erasure_requests_of_subject ON erasure_requests (subject_id, id);
CREATE INDEX erasure_requests_waiting ON erasure_requests (answered_at, withdrawn_at, id);
