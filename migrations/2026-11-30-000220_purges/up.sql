-- Emergency purges of an organisation or a round: proposed by one admin, confirmed by
-- another. They hold numbers and choices, no words.
CREATE TABLE purges (
    id TEXT NOT NULL PRIMARY KEY,
    -- organisation or round.
    subject TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    -- danger, request or order.
    cause TEXT NOT NULL,
    proposed_by TEXT NOT NULL REFERENCES accounts (id),
    proposed_at BIGINT NOT NULL,
    -- Until when it can be confirmed.
    expires_at BIGINT NOT NULL,
    confirmed_by TEXT REFERENCES accounts (id),
    confirmed_at BIGINT,
    dropped_by TEXT REFERENCES accounts (id),
    dropped_at BIGINT,
    -- When the rows were emptied.
    erased_at BIGINT,
    -- When the files were gone and the database was rewritten.
    finished_at BIGINT,
    applications BIGINT NOT NULL,
    organisations BIGINT NOT NULL,
    people BIGINT NOT NULL,
    files BIGINT NOT NULL
);
CREATE INDEX purges_of_subject ON purges (subject_id, id);

-- What was erased, of what, and when; never what it was.
CREATE TABLE erasures (
    -- An application, an organisation or a person.
    subject_id TEXT NOT NULL,
    -- everything, or what of it.
    kind TEXT NOT NULL,
    -- application, organisation or account.
    subject TEXT NOT NULL,
    -- While the transaction runs that erases it.
    running BOOLEAN NOT NULL,
    erased_at BIGINT NOT NULL,
    PRIMARY KEY (subject_id, kind)
);
CREATE INDEX erasures_running ON erasures (running, subject);

-- Files that no row knows any more and that are still to be removed from the disk.
CREATE TABLE doomed_files (
    -- The name in storage; of one that was on its way, the upload.
    name TEXT NOT NULL PRIMARY KEY,
    unfinished BOOLEAN NOT NULL
);
