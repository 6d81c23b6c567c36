-- What goes within the next weeks, as the last look of the day found it. It is looked for
-- again each day, so it belongs to no copy, and refers to no row.
CREATE TABLE retention_waiting (
    kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    -- The application or organisation that it belongs to; empty where it belongs to neither.
    owner_id TEXT NOT NULL,
    -- When its time began.
    since BIGINT NOT NULL,
    PRIMARY KEY (kind, subject_id)
);
CREATE INDEX retention_waiting_by_time ON retention_waiting (kind, since, subject_id);

-- When all of a kind was looked at.
CREATE TABLE retention_looks (
    kind TEXT NOT NULL PRIMARY KEY,
    looked_at BIGINT NOT NULL
);
