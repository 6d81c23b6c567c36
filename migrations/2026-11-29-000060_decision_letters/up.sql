-- Why a decline, as a code of the list decline_reason; and which released decision a
-- decision corrects.
ALTER TABLE decisions ADD COLUMN reason TEXT;
ALTER TABLE decisions ADD COLUMN corrects TEXT;

-- The words of letters that a programme wrote itself, every version; where there is
-- none the program's own words go out.
CREATE TABLE letter_texts (
    programme_id TEXT NOT NULL REFERENCES programmes (id),
    outcome TEXT NOT NULL,
    language TEXT NOT NULL,
    version INTEGER NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    written_by TEXT NOT NULL REFERENCES accounts (id),
    written_at BIGINT NOT NULL,
    PRIMARY KEY (programme_id, outcome, language, version)
);

-- Programmes whose letters go out by mail as a whole; for the others mail holds a link.
CREATE TABLE letter_ways (
    programme_id TEXT NOT NULL PRIMARY KEY REFERENCES programmes (id),
    whole BOOLEAN NOT NULL
);

-- Letters as they were sent, one to each person for each released decision.
CREATE TABLE decision_letters (
    decision_id TEXT NOT NULL REFERENCES decisions (id),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    language TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    sent_at BIGINT NOT NULL,
    PRIMARY KEY (decision_id, account_id)
);

-- Decisions that somebody asked to release: each is released in a transaction of its
-- own, so that a release that breaks off can go on.
CREATE TABLE release_queue (
    decision_id TEXT NOT NULL PRIMARY KEY REFERENCES decisions (id),
    queued_by TEXT NOT NULL REFERENCES accounts (id),
    queued_at BIGINT NOT NULL
);
