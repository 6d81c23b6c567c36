-- Keys with which programs read. The secret itself is shown once and never kept.
CREATE TABLE access_tokens (
    id TEXT NOT NULL PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    -- Codes of what it reads, separated by spaces.
    scopes TEXT NOT NULL,
    made_by TEXT NOT NULL REFERENCES accounts (id),
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    ended_by TEXT REFERENCES accounts (id),
    ended_at BIGINT
);
