-- The second step of a sign-in: what an app and the server share, sealed with a master key
-- that is not in the database, and the last step whose code was used.
CREATE TABLE second_factors (
    account_id TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id),
    sealed TEXT NOT NULL,
    last_step BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);

-- Codes for when the app is lost, of which each opens once.
CREATE TABLE recovery_codes (
    code_hash TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    created_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX recovery_codes_by_account ON recovery_codes (account_id);

-- Whether whoever signed in has to set up a second step before anything else.
ALTER TABLE sessions ADD COLUMN owes_factor BOOLEAN NOT NULL DEFAULT FALSE;
