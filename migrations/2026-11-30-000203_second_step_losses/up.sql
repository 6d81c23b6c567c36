-- That somebody lost the second step of their sign-in, as one admin says; another one ends it.
CREATE TABLE second_step_losses (
    account_id TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id),
    reason TEXT NOT NULL,
    said_by TEXT NOT NULL REFERENCES accounts (id),
    said_at BIGINT NOT NULL
);
