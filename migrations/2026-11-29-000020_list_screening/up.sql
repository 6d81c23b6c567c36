-- Every version of a watch list that was loaded. One of each list is in force.
CREATE TABLE list_versions (
    id TEXT NOT NULL PRIMARY KEY,
    list TEXT NOT NULL,
    -- Whose format it came in.
    source TEXT NOT NULL,
    -- The list's own day.
    dated TEXT NOT NULL,
    -- SHA-256 of the file, or of the digests of several in order.
    digest TEXT NOT NULL,
    entries BIGINT NOT NULL,
    names BIGINT NOT NULL,
    -- Rows that could not be read.
    passed_over BIGINT NOT NULL,
    loaded_at BIGINT NOT NULL,
    loaded_by TEXT NOT NULL REFERENCES accounts (id),
    in_force BOOLEAN NOT NULL
);
CREATE INDEX list_versions_by_list ON list_versions (list, in_force);

-- The entries of the versions in force, many to a row, as they are always read all.
CREATE TABLE list_chunks (
    version_id TEXT NOT NULL REFERENCES list_versions (id),
    position INTEGER NOT NULL,
    records TEXT NOT NULL,
    PRIMARY KEY (version_id, position)
);

-- Which lists count for which funding jurisdiction of a programme. Rows are only added:
-- the last one about a jurisdiction and a list holds.
CREATE TABLE list_rules (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programmes (id),
    jurisdiction TEXT NOT NULL,
    list TEXT NOT NULL,
    counts BOOLEAN NOT NULL,
    -- Hundredths of a score.
    threshold INTEGER NOT NULL,
    note TEXT NOT NULL,
    set_at BIGINT NOT NULL,
    set_by TEXT NOT NULL REFERENCES accounts (id)
);
CREATE INDEX list_rules_by_programme ON list_rules (programme_id, id);

-- Each comparison of an organisation's names with the lists.
CREATE TABLE list_runs (
    id TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    purpose TEXT NOT NULL,
    ran_at BIGINT NOT NULL,
    -- Empty when the program did it by itself.
    ran_by TEXT REFERENCES accounts (id),
    names INTEGER NOT NULL,
    hits INTEGER NOT NULL,
    -- JSON: list, version and threshold of each.
    lists TEXT NOT NULL,
    -- SHA-256 of the names.
    name_print TEXT NOT NULL
);
CREATE INDEX list_runs_by_organisation ON list_runs (organisation_id, id);

-- What a name of an organisation and an entry of a list have in common. One row for
-- each state of both records: when either changes, a new row is open.
CREATE TABLE list_hits (
    id TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    list TEXT NOT NULL,
    -- The entry's number on the list.
    entry TEXT NOT NULL,
    name_print TEXT NOT NULL,
    entry_print TEXT NOT NULL,
    version_id TEXT NOT NULL REFERENCES list_versions (id),
    run_id TEXT NOT NULL REFERENCES list_runs (id),
    -- JSON: both records and the parts of the score, as they were last compared.
    evidence TEXT NOT NULL,
    -- Ten-thousandths.
    score INTEGER NOT NULL,
    -- Found by the organisation's latest run.
    is_current BOOLEAN NOT NULL,
    state TEXT NOT NULL,
    -- An answered hit of the same entry, before a record changed.
    former_id TEXT REFERENCES list_hits (id)
);
CREATE UNIQUE INDEX list_hits_by_record
    ON list_hits (organisation_id, list, entry, name_print, entry_print);
CREATE INDEX list_hits_by_state ON list_hits (is_current, state, id);

-- What people answered. Rows are only added; the last one is a hit's state.
CREATE TABLE list_answers (
    id TEXT NOT NULL PRIMARY KEY,
    hit_id TEXT NOT NULL REFERENCES list_hits (id),
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    answered_by TEXT NOT NULL REFERENCES accounts (id),
    answered_at BIGINT NOT NULL
);
CREATE INDEX list_answers_by_hit ON list_answers (hit_id, id);

-- Why an award goes ahead although hits are open or confirmed.
CREATE TABLE list_acknowledgements (
    decision_id TEXT NOT NULL PRIMARY KEY REFERENCES decisions (id),
    reason TEXT NOT NULL,
    unsettled INTEGER NOT NULL,
    acknowledged_by TEXT NOT NULL REFERENCES accounts (id),
    acknowledged_at BIGINT NOT NULL
);
