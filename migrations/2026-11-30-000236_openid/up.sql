-- People who went to the provider to sign in there and are not back yet: which browser
-- they come back with, and what their token has to hold. For minutes, and once.
CREATE TABLE openid_attempts (
    state_hash TEXT NOT NULL PRIMARY KEY,
    browser_hash TEXT NOT NULL,
    nonce TEXT NOT NULL,
    place TEXT NOT NULL,
    account_id TEXT REFERENCES accounts (id),
    created_at BIGINT NOT NULL
);
CREATE INDEX openid_attempts_by_time ON openid_attempts (created_at);
CREATE INDEX openid_attempts_by_account ON openid_attempts (account_id);

-- Whose account opens for whom at the provider: the provider, and what it calls the person.
CREATE TABLE openid_links (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    linked_at BIGINT NOT NULL,
    PRIMARY KEY (issuer, subject)
);
CREATE UNIQUE INDEX openid_links_by_account ON openid_links (account_id, issuer);
