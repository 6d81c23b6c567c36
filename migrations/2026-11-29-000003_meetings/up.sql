-- Meetings of a panel about a round's applications. What was done is kept with who
-- and when: planned, opened, closed. `changes` grows with each change of the meeting,
-- its order or its turns; whoever waits for one asks for it.
CREATE TABLE meetings (
    id TEXT NOT NULL PRIMARY KEY,
    round_id TEXT NOT NULL REFERENCES rounds (id),
    title TEXT NOT NULL,
    planned_at BIGINT NOT NULL,
    changes BIGINT NOT NULL,
    made_by TEXT NOT NULL REFERENCES accounts (id),
    made_at BIGINT NOT NULL,
    opened_by TEXT REFERENCES accounts (id),
    opened_at BIGINT,
    closed_by TEXT REFERENCES accounts (id),
    closed_at BIGINT
);
CREATE INDEX meetings_by_round ON meetings (round_id, planned_at);
-- Everybody looks at one application at a time, so a round has one open meeting.
CREATE UNIQUE INDEX meetings_open ON meetings (round_id)
WHERE opened_at IS NOT NULL AND closed_at IS NULL;

-- The running order, with what was agreed on each application.
CREATE TABLE meeting_items (
    meeting_id TEXT NOT NULL REFERENCES meetings (id),
    application_id TEXT NOT NULL REFERENCES applications (id),
    position INTEGER NOT NULL,
    note TEXT NOT NULL,
    noted_by TEXT REFERENCES accounts (id),
    noted_at BIGINT,
    PRIMARY KEY (meeting_id, application_id)
);

-- Which application was put in front of everybody, by whom and when. The last one
-- is in front as long as the meeting is open.
CREATE TABLE meeting_turns (
    meeting_id TEXT NOT NULL REFERENCES meetings (id),
    number INTEGER NOT NULL,
    application_id TEXT NOT NULL REFERENCES applications (id),
    called_by TEXT NOT NULL REFERENCES accounts (id),
    called_at BIGINT NOT NULL,
    PRIMARY KEY (meeting_id, number)
);

-- Who was asked to leave while an application was in front.
CREATE TABLE meeting_absences (
    meeting_id TEXT NOT NULL REFERENCES meetings (id),
    application_id TEXT NOT NULL REFERENCES applications (id),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    asked_at BIGINT NOT NULL,
    PRIMARY KEY (meeting_id, application_id, account_id)
);
