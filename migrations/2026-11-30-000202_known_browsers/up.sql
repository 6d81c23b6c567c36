-- Browsers with which people signed in, by the hash of a number that each of them keeps
-- and the account: a sign-in with another one is told to its owner.
CREATE TABLE known_browsers (
    browser_hash TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    first_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL
);
CREATE INDEX known_browsers_by_account ON known_browsers (account_id);
