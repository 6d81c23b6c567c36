-- Requests of applicants to look again at a released decision; each is answered once.
CREATE TABLE appeals (
    id TEXT NOT NULL PRIMARY KEY,
    decision_id TEXT NOT NULL UNIQUE REFERENCES decisions (id),
    words TEXT NOT NULL,
    raised_by TEXT NOT NULL REFERENCES accounts (id),
    raised_at BIGINT NOT NULL,
    -- Whether the matter is decided anew.
    upheld BOOLEAN,
    answer TEXT,
    answered_by TEXT REFERENCES accounts (id),
    answered_at BIGINT
);

-- Why a released decision is decided anew: appeal, correction or reserve.
CREATE TABLE decision_reopenings (
    decision_id TEXT NOT NULL PRIMARY KEY REFERENCES decisions (id),
    cause TEXT NOT NULL,
    reason TEXT NOT NULL,
    reopened_by TEXT NOT NULL REFERENCES accounts (id),
    reopened_at BIGINT NOT NULL
);

-- Places on the reserve list that staff set; the others follow by rank.
CREATE TABLE reserve_places (
    application_id TEXT NOT NULL PRIMARY KEY REFERENCES applications (id),
    place INTEGER NOT NULL
);
