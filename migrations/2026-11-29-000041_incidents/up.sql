-- What happened to organisations: pressure of any kind, dated and sourced. Rows are only
-- added: another word about an incident is its next version, and only says of the one
-- before that it is no longer the latest.
CREATE TABLE incidents (
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    latest BOOLEAN NOT NULL,
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    -- The application that states it; none for what staff recorded.
    application_id TEXT REFERENCES applications (id),
    -- Where it stands there: code of the question, row from 0 on; empty and 0 for staff's.
    question TEXT NOT NULL,
    row_number INTEGER NOT NULL,
    -- The submitted version that stated it so first.
    stated_version INTEGER,
    kind TEXT NOT NULL,
    -- YYYY-MM-DD: the day, the first of the month, or the end of the twelve months.
    day TEXT NOT NULL,
    dated TEXT NOT NULL,
    -- YYYY-MM, or empty where the month isn't told. A copy, to count by.
    month TEXT NOT NULL,
    country TEXT NOT NULL,
    locality TEXT NOT NULL,
    amount_minor BIGINT,
    currency TEXT,
    -- The same for the same happening told twice by an organisation: counted once.
    sameness TEXT NOT NULL,
    source TEXT NOT NULL,
    reference TEXT NOT NULL,
    certainty TEXT NOT NULL,
    state TEXT NOT NULL,
    note TEXT NOT NULL,
    -- Why this version was made; empty for the first one and for what an applicant states.
    reason TEXT NOT NULL,
    author_id TEXT NOT NULL REFERENCES accounts (id),
    written_at BIGINT NOT NULL,
    -- Made with the page that was posted, so that a second press is known; none for what
    -- an applicant states.
    press TEXT,
    PRIMARY KEY (id, version)
);
CREATE INDEX incidents_by_organisation ON incidents (organisation_id, latest, day, id);
CREATE INDEX incidents_by_application ON incidents (application_id, latest);
-- What stands, as it is counted: the index alone answers.
CREATE INDEX incidents_counted
    ON incidents (latest, state, kind, country, month, day, organisation_id, sameness);
CREATE UNIQUE INDEX incidents_by_press ON incidents (organisation_id, press);
