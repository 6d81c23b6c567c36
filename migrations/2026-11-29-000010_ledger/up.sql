-- Files of grants that were read into the ledger. Entries of a file count from the
-- instant on which it is whole (live_at), and no longer once it is withdrawn.
CREATE TABLE ledger_files (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    digest TEXT NOT NULL,
    entries BIGINT NOT NULL,
    loaded_by TEXT REFERENCES accounts (id),
    begun_at BIGINT NOT NULL,
    live_at BIGINT,
    withdrawn_by TEXT REFERENCES accounts (id),
    withdrawn_at BIGINT
);

-- The support ledger. Numbers are counted up by the one that writes, so that the index
-- of words below stays small: an id of 36 letters would make it four times as large.
CREATE TABLE ledger_entries (
    number BIGINT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    grant_id TEXT NOT NULL,
    funder TEXT NOT NULL,
    funder_ids TEXT NOT NULL,
    recipient TEXT NOT NULL,
    recipient_ids TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    currency TEXT,
    amount_minor BIGINT,
    awarded_on TEXT,
    starts_on TEXT,
    ends_on TEXT,
    -- Hash of all of the above: whether the same grant says something new.
    digest TEXT NOT NULL,
    file_id TEXT REFERENCES ledger_files (id),
    -- The file that says something newer of the same grant.
    replaced_in TEXT REFERENCES ledger_files (id),
    organisation_id TEXT REFERENCES organisations (id),
    application_id TEXT REFERENCES applications (id),
    -- Of declared support how it stands, of learned support where it is known from.
    standing TEXT NOT NULL,
    source TEXT NOT NULL,
    recorded_by TEXT REFERENCES accounts (id),
    recorded_at BIGINT NOT NULL,
    withdrawn_by TEXT REFERENCES accounts (id),
    withdrawn_at BIGINT,
    withdrawn_why TEXT
);
CREATE INDEX ledger_entries_by_grant ON ledger_entries (grant_id, number);
CREATE INDEX ledger_entries_by_organisation ON ledger_entries (organisation_id, number);
CREATE INDEX ledger_entries_by_application ON ledger_entries (application_id, kind, number);
CREATE INDEX ledger_entries_by_file ON ledger_entries (file_id, number);
CREATE INDEX ledger_entries_by_kind ON ledger_entries (kind, number);

-- Which words, register numbers and names stand in which entry, as numbers (see
-- src/domain/overlap/keys.rs), and how many have each: those that funders published
-- apart, because only these may weigh. What others apply for must not change a number
-- that somebody sees who may not know of it. Key -1 counts the published ones in all.
CREATE TABLE ledger_keys (
    key BIGINT NOT NULL,
    number BIGINT NOT NULL,
    PRIMARY KEY (key, number)
);
CREATE TABLE ledger_key_counts (
    key BIGINT NOT NULL PRIMARY KEY,
    published BIGINT NOT NULL,
    others BIGINT NOT NULL
);

-- What was found to overlap with an application, and what staff said of it.
CREATE TABLE application_overlaps (
    application_id TEXT NOT NULL REFERENCES applications (id),
    entry BIGINT NOT NULL REFERENCES ledger_entries (number),
    found_at BIGINT NOT NULL,
    -- 0 to 1000; its parts are worked out anew for whoever looks.
    score INTEGER NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    said_by TEXT REFERENCES accounts (id),
    said_at BIGINT,
    PRIMARY KEY (application_id, entry)
);
CREATE INDEX application_overlaps_by_state ON application_overlaps (state, application_id);

-- When overlaps of an application were last looked for, and how many published grants
-- the ledger had.
CREATE TABLE overlap_searches (
    application_id TEXT NOT NULL PRIMARY KEY REFERENCES applications (id),
    searched_at BIGINT NOT NULL,
    published BIGINT NOT NULL
);
