-- How long each kind of contents is kept; a kind without a row is kept without an end.
CREATE TABLE retention_periods (
    kind TEXT NOT NULL PRIMARY KEY,
    days INTEGER NOT NULL,
    set_by TEXT NOT NULL REFERENCES accounts (id),
    set_at BIGINT NOT NULL
);

-- What is kept longer, with what is known about its organisation.
CREATE TABLE retention_keeps (
    application_id TEXT NOT NULL PRIMARY KEY REFERENCES applications (id),
    reason TEXT NOT NULL,
    -- The last day on which it is kept, YYYY-MM-DD.
    until_on TEXT NOT NULL,
    kept_by TEXT NOT NULL REFERENCES accounts (id),
    kept_at BIGINT NOT NULL
);
