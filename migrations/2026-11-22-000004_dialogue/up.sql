-- How often a person wants to be written to: at_once, daily or essential.
ALTER TABLE accounts ADD COLUMN notice_frequency TEXT NOT NULL DEFAULT 'at_once';

-- The submitted version that a review's scores are about. Until now there was
-- only one version of anything.
ALTER TABLE reviews ADD COLUMN submission_version INTEGER;
UPDATE reviews SET submission_version = 1 WHERE submitted_at IS NOT NULL;

CREATE TABLE clarifications (
    id TEXT NOT NULL PRIMARY KEY,
    application_id TEXT NOT NULL REFERENCES applications (id),
    kind TEXT NOT NULL,
    question TEXT NOT NULL,
    asked_by TEXT NOT NULL REFERENCES accounts (id),
    asked_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    -- The answer in words; a draft until answered_at.
    answer TEXT NOT NULL,
    -- Counts the saves of the draft.
    answer_version INTEGER NOT NULL,
    answered_by TEXT REFERENCES accounts (id),
    answered_at BIGINT,
    -- The submitted version that the answer made; none where only words came.
    submission_version INTEGER,
    closed_by TEXT REFERENCES accounts (id),
    closed_at BIGINT
);
CREATE INDEX clarifications_by_application ON clarifications (application_id, id);

-- The sections that a clarification opens, and which of them came back changed.
CREATE TABLE clarification_sections (
    clarification_id TEXT NOT NULL REFERENCES clarifications (id),
    section TEXT NOT NULL,
    changed BOOLEAN NOT NULL,
    PRIMARY KEY (clarification_id, section)
);

CREATE TABLE messages (
    id TEXT NOT NULL PRIMARY KEY,
    application_id TEXT NOT NULL REFERENCES applications (id),
    from_staff BOOLEAN NOT NULL,
    author_id TEXT NOT NULL REFERENCES accounts (id),
    body TEXT NOT NULL,
    posted_at BIGINT NOT NULL,
    -- Made with the page that was posted, so that a second press is known.
    press TEXT NOT NULL,
    -- When staff answered an applicant's message, or said that it needs no answer.
    settled_at BIGINT,
    settled_by TEXT REFERENCES accounts (id)
);
CREATE UNIQUE INDEX messages_by_press ON messages (application_id, press);
CREATE INDEX messages_by_application ON messages (application_id, id);
CREATE INDEX messages_waiting ON messages (settled_at, from_staff, application_id);

-- Up to when a person has marked the messages of an application as read.
CREATE TABLE message_reads (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    application_id TEXT NOT NULL REFERENCES applications (id),
    read_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, application_id)
);

CREATE TABLE notices (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    application_id TEXT NOT NULL REFERENCES applications (id),
    kind TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    -- When a letter told of it; none while it waits for the person's morning.
    mailed_at BIGINT
);
CREATE INDEX notices_waiting ON notices (mailed_at, account_id);
CREATE INDEX notices_by_account ON notices (account_id, application_id);
