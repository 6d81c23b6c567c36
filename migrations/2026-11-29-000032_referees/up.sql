-- People who know an organisation and are asked in confidence. Only the hash of the
-- link's token is kept.
CREATE TABLE referees (
    id TEXT NOT NULL PRIMARY KEY,
    application_id TEXT NOT NULL REFERENCES applications (id),
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    language TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    asked_by TEXT NOT NULL REFERENCES accounts (id),
    asked_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    -- asked, answered or withdrawn.
    state TEXT NOT NULL,
    advice TEXT,
    answer TEXT NOT NULL,
    answered_at BIGINT
);
CREATE UNIQUE INDEX referees_by_token ON referees (token_hash);
CREATE INDEX referees_by_application ON referees (application_id, id);
